"""Count what members and servers make. Days are those of the host's time zone."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

from tortoise import BaseDBAsyncClient

from models import Charge, Run, RunOutcome, UsageStats, cuid
from models.statements import current, rows, run, stored

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
# Half a day short of thirty, so that midnights an hour apart, where clocks change, are still thirty days.
_THIRTY_DAYS = timedelta(days=29, hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Sums over a time. Cancelled runs are in none of them but the tokens."""

    images: int = 0
    tokens: int = 0
    successes: int = 0
    failures: int = 0
    cost_micros: int = 0
    """Millionths of a US dollar, by the host's price table."""

    @property
    def success_rate(self) -> float | None:
        """Successes among the runs that ended by themselves, 0 to 1; None before the first."""
        ended = self.successes + self.failures
        return self.successes / ended if ended else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The counts of today, of the thirty days that end with today, and of all time."""

    today: Counts
    last_30_days: Counts
    all_time: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerTotals(Totals):
    """A server's totals. `members` is how many made a sticker there, or tried to, at any time."""

    members: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedRun:
    """How a task ended. `cost_micros` are millionths of a US dollar; `server_id` is None outside servers."""

    task_id: str
    user_id: str
    server_id: int | None
    painter: str
    outcome: RunOutcome
    started_at: datetime
    ended_at: datetime
    error: str | None = None
    tokens: int = 0
    cost_micros: int = 0


def day_of(now: datetime, zone: tzinfo) -> datetime:
    """The midnight in the zone with which the day of `now` began, in UTC."""
    return now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)


async def record(
    connection: BaseDBAsyncClient,
    user_id: str,
    day: datetime,
    *,
    images: int = 0,
    tokens: int = 0,
    successes: int = 0,
    failures: int = 0,
) -> None:
    """Add to the member's day, which is a midnight of `day_of`. One statement: no count is ever lost."""
    await run(
        connection,
        'INSERT INTO "UsageStats"'
        ' ("id", "userId", "date", "imageCount", "totalTokens", "successCount", "failureCount")'
        ' VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT ("userId", "date") DO UPDATE SET'
        ' "imageCount" = "UsageStats"."imageCount" + excluded."imageCount",'
        ' "totalTokens" = "UsageStats"."totalTokens" + excluded."totalTokens",'
        ' "successCount" = "UsageStats"."successCount" + excluded."successCount",'
        ' "failureCount" = "UsageStats"."failureCount" + excluded."failureCount"',
        cuid(),
        user_id,
        stored(UsageStats, "date", day),
        images,
        tokens,
        successes,
        failures,
    )


async def record_run(connection: BaseDBAsyncClient, finished: FinishedRun) -> None:
    """Write how a task ended, once: a second verdict on the same task changes nothing."""
    await run(
        connection,
        'INSERT INTO "Run" ("id", "taskId", "userId", "serverId", "painter", "outcome", "error", "tokens",'
        ' "costMicros", "startedAt", "endedAt") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'
        ' ON CONFLICT ("taskId") DO NOTHING',
        cuid(),
        finished.task_id,
        finished.user_id,
        stored(Run, "server_id", finished.server_id),
        finished.painter,
        finished.outcome.value,
        finished.error,
        finished.tokens,
        finished.cost_micros,
        stored(Run, "started_at", finished.started_at),
        stored(Run, "ended_at", finished.ended_at),
    )


async def member_totals(user_id: str, today: datetime) -> Totals:
    """What a member made, everywhere. `today` is the midnight that `day_of` gives."""
    return Totals(
        today=await _member_counts(user_id, today),
        last_30_days=await _member_counts(user_id, today - _THIRTY_DAYS),
        all_time=await _member_counts(user_id, _BEGINNING),
    )


async def server_totals(server_id: int, now: datetime, zone: tzinfo) -> ServerTotals:
    """What a server's members made there."""
    today = day_of(now, zone)
    members = await rows(
        current(),
        'SELECT COUNT(DISTINCT "userId") AS "members" FROM "Run" WHERE "serverId" = ?',
        stored(Run, "server_id", server_id),
    )
    return ServerTotals(
        today=await _server_counts(server_id, today),
        last_30_days=await _server_counts(server_id, today - _THIRTY_DAYS),
        all_time=await _server_counts(server_id, _BEGINNING),
        members=members[0]["members"],
    )


async def _member_counts(user_id: str, since: datetime) -> Counts:
    found = await rows(
        current(),
        'SELECT SUM("imageCount") AS "images", SUM("totalTokens") AS "tokens",'
        ' SUM("successCount") AS "successes", SUM("failureCount") AS "failures"'
        ' FROM "UsageStats" WHERE "userId" = ? AND "date" >= ?',
        user_id,
        stored(UsageStats, "date", since),
    )
    return _counts({**found[0], "cost_micros": await _cost("userId", user_id, since)})


async def _server_counts(server_id: int, since: datetime) -> Counts:
    completed, failed = RunOutcome.COMPLETED.value, RunOutcome.FAILED.value
    found = await rows(
        current(),
        'SELECT COUNT(CASE WHEN "outcome" = ? THEN 1 END) AS "images", SUM("tokens") AS "tokens",'
        ' COUNT(CASE WHEN "outcome" = ? THEN 1 END) AS "successes",'
        ' COUNT(CASE WHEN "outcome" = ? THEN 1 END) AS "failures"'
        ' FROM "Run" WHERE "serverId" = ? AND "endedAt" >= ?',
        completed,
        completed,
        failed,
        stored(Run, "server_id", server_id),
        stored(Run, "ended_at", since),
    )
    cost = await _cost("serverId", stored(Charge, "server_id", server_id), since)
    return _counts({**found[0], "cost_micros": cost})


async def _cost(column: str, value: Any, since: datetime) -> int:
    found = await rows(
        current(),
        f'SELECT SUM("costMicros") AS "cost" FROM "Charge" WHERE "{column}" = ? AND "createdAt" >= ?',  # noqa: S608  our own words
        value,
        stored(Charge, "created_at", since),
    )
    return int(found[0]["cost"] or 0)


def _counts(row: dict[str, Any]) -> Counts:
    return Counts(**{name: int(value or 0) for name, value in row.items()})  # SUM of nothing is NULL
