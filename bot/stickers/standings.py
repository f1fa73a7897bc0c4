"""What members and servers made in a span, and who made the most of a server. Reads only what `statistics` recorded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from bot.stickers.preferences import UNLISTED, preferences
from bot.stickers.spans import Slice, Span, date_of, slices, streak
from bot.stickers.statistics import Counts
from models import Run, RunOutcome, UsageStats
from models.statements import current, read, rows, stored

PLACES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The counts of one slice of a span."""

    slice: Slice
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberTally:
    """What a member made everywhere. `always` is every seal there ever was, `streak` counts days in a row."""

    parts: tuple[Part, ...]
    cost_micros: int
    always: int
    streak: int

    @property
    def counts(self) -> Counts:
        """The whole span's."""
        return total(self.parts, self.cost_micros)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerTally:
    """What a server's members made there. `makers` is how many they were."""

    parts: tuple[Part, ...]
    makers: int

    @property
    def counts(self) -> Counts:
        """The whole span's."""
        return total(self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the leaderboard; who made as many shares it."""

    rank: int
    user_id: str
    name: str
    images: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaderboard:
    """The first ten of a server, and the viewer's own place if they made something and are listed."""

    places: tuple[Place, ...]
    mine: Place | None
    is_listed: bool


def total(parts: Iterable[Part], cost_micros: int | None = None) -> Counts:
    """The sum of parts. `cost_micros` is set where the parts do not know it."""
    all_counts = [part.counts for part in parts]
    return Counts(
        images=sum(counts.images for counts in all_counts),
        tokens=sum(counts.tokens for counts in all_counts),
        successes=sum(counts.successes for counts in all_counts),
        failures=sum(counts.failures for counts in all_counts),
        cost_micros=sum(counts.cost_micros for counts in all_counts) if cost_micros is None else cost_micros,
    )


async def member_tally(user_id: str, now: datetime, span: Span, zone: tzinfo) -> MemberTally:
    """What a member made, everywhere."""
    days = await rows(
        current(),
        'SELECT "date", "imageCount" AS "images", "totalTokens" AS "tokens", "successCount" AS "successes",'
        ' "failureCount" AS "failures" FROM "UsageStats" WHERE "userId" = ?',
        user_id,
    )
    counted = {date_of(read(UsageStats, "date", day.pop("date")), zone): Counts(**day) for day in days}
    cut = slices(now, span, zone)
    ends = [part.first for part in cut[1:]]
    parts = [
        Part(
            slice=one,
            counts=total(
                Part(slice=one, counts=counts)
                for day, counts in counted.items()
                if one.first <= day and (end is None or day < end)
            ),
        )
        for one, end in zip(cut, [*ends, None], strict=True)
    ]
    return MemberTally(
        parts=tuple(parts),
        cost_micros=await _cost(user_id, cut[0].since),
        always=sum(counts.images for counts in counted.values()),
        streak=streak((day for day, counts in counted.items() if counts.images), now.astimezone(zone).date()),
    )


async def server_tally(server_id: int, now: datetime, span: Span, zone: tzinfo) -> ServerTally:
    """What a server's members made there; private stickers count as numbers, as all do."""
    cut = slices(now, span, zone)
    makers = await rows(
        current(),
        'SELECT COUNT(DISTINCT "userId") AS "makers" FROM "Run" WHERE "serverId" = ? AND "endedAt" >= ?'
        ' AND "outcome" = ?',
        *_since(server_id, cut[0].since),
        RunOutcome.COMPLETED.value,
    )
    parts = [Part(slice=one, counts=await _server_counts(server_id, one)) for one in cut]
    return ServerTally(parts=tuple(parts), makers=makers[0]["makers"])


async def leaderboard(server_id: int, viewer_id: str, since: datetime) -> Leaderboard:
    """Who made the most in a server since a moment; who made as many sooner comes first."""
    found = await rows(current(), _FIRST, *_listed(server_id, since), PLACES)
    is_listed = (await preferences(viewer_id)).listed
    places = _ranked(found)
    mine = next((place for place in places if place.user_id == viewer_id), None)
    if mine is None and is_listed:
        mine = await _own_place(server_id, viewer_id, since)
    return Leaderboard(places=places, mine=mine, is_listed=is_listed)


_LISTED_RUNS = (
    '"Run"."serverId" = ? AND "Run"."endedAt" >= ? AND "Run"."outcome" = ? AND NOT EXISTS (SELECT 1 FROM'
    ' "MemberSettings" WHERE "MemberSettings"."userId" = "Run"."userId" AND "MemberSettings"."settings" LIKE ?)'
)

_FIRST = (
    'SELECT "Run"."userId" AS "user_id", "User"."name" AS "name", COUNT(*) AS "images" FROM "Run"'  # noqa: S608  our own words
    f' JOIN "User" ON "User"."id" = "Run"."userId" WHERE {_LISTED_RUNS} GROUP BY "Run"."userId", "User"."name"'
    ' ORDER BY 3 DESC, MAX("Run"."endedAt"), 1 LIMIT ?'
)
_OWN = f'SELECT COUNT(*) AS "images" FROM "Run" WHERE {_LISTED_RUNS} AND "Run"."userId" = ?'  # noqa: S608  our own words
_BETTER = (
    f'SELECT COUNT(*) AS "many" FROM (SELECT 1 AS "one" FROM "Run" WHERE {_LISTED_RUNS}'  # noqa: S608  our own words
    ' GROUP BY "Run"."userId" HAVING COUNT(*) > ?) AS "Better"'
)


def _since(server_id: int, since: datetime) -> tuple[Any, Any]:
    return stored(Run, "server_id", server_id), stored(Run, "ended_at", since)


def _listed(server_id: int, since: datetime) -> tuple[Any, ...]:
    return *_since(server_id, since), RunOutcome.COMPLETED.value, f"%{UNLISTED}%"


def _ranked(found: Sequence[Mapping[str, Any]]) -> tuple[Place, ...]:
    made = [int(row["images"]) for row in found]
    return tuple(
        Place(rank=made.index(images) + 1, user_id=row["user_id"], name=row["name"] or "", images=images)
        for row, images in zip(found, made, strict=True)
    )


async def _own_place(server_id: int, viewer_id: str, since: datetime) -> Place | None:
    """The place of somebody who is not among the first."""
    (own,) = await rows(current(), _OWN, *_listed(server_id, since), viewer_id)
    if not own["images"]:
        return None
    (better,) = await rows(current(), _BETTER, *_listed(server_id, since), own["images"])
    return Place(rank=better["many"] + 1, user_id=viewer_id, name="", images=own["images"])


async def _server_counts(server_id: int, one: Slice) -> Counts:
    completed, failed = RunOutcome.COMPLETED.value, RunOutcome.FAILED.value
    (found,) = await rows(
        current(),
        'SELECT COUNT(CASE WHEN "outcome" = ? THEN 1 END) AS "successes",'
        ' COUNT(CASE WHEN "outcome" = ? THEN 1 END) AS "failures",'
        ' SUM("tokens") AS "tokens", SUM("costMicros") AS "cost_micros"'
        ' FROM "Run" WHERE "serverId" = ? AND "endedAt" >= ? AND "endedAt" < ?',
        completed,
        failed,
        *_since(server_id, one.since),
        stored(Run, "ended_at", one.until),
    )
    counts = {name: int(value or 0) for name, value in found.items()}  # SUM of nothing is NULL
    return Counts(images=counts["successes"], **counts)


async def _cost(user_id: str, since: datetime) -> int:
    (found,) = await rows(
        current(),
        'SELECT SUM("costMicros") AS "cost" FROM "Run" WHERE "userId" = ? AND "endedAt" >= ?',
        user_id,
        stored(Run, "ended_at", since),
    )
    return int(found["cost"] or 0)
