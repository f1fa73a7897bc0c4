"""Write down what members and servers make: `standings` reads it. Days are those of the host's time zone."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from tortoise import BaseDBAsyncClient

from models import Run, RunOutcome, UsageStats, cuid
from models.statements import run, stored


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


def month_of(now: datetime, zone: tzinfo) -> datetime:
    """The moment at which the month of `now` began in the zone, in UTC."""
    return day_of(now.astimezone(zone).replace(day=1), zone)


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
