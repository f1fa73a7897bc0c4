"""Which upkeep ran when, and how it went: rows that tell the next run when it is due. Does none of it."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.errors import KirasealError
from bot.pipeline.seam import Clock
from models import Upkeep, UpkeepKind, cuid
from models.statements import current, rows, stored

BEAT = 30.0
"""Seconds between two signs of life of a run."""
DEAD_AFTER = timedelta(minutes=3)
"""A run that gave no sign of life for so long was cut off."""
RETRY_AFTER = timedelta(hours=1)
"""How long a failed run waits, unless it is due more often."""
AHEAD = timedelta(minutes=5)
"""How far two machines' clocks may differ. What began later than that is the work of a clock that went wrong."""
REMEMBERED = timedelta(days=90)

Detail = dict[str, str | int]


class Outcome(StrEnum):
    """How a run stands."""

    WELL = "well"
    FAILED = "failed"
    RUNNING = "running"
    CUT_OFF = "cut-off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One run, as `now` sees it."""

    id: str
    kind: UpkeepKind
    started_at: datetime
    outcome: Outcome
    detail: Detail

    def due_at(self, every: timedelta) -> datetime:
        """When the next one is due, given how often there should be one."""
        match self.outcome:
            case Outcome.WELL:
                return self.started_at + every
            case Outcome.FAILED:
                return self.started_at + min(every, RETRY_AFTER)
            case Outcome.RUNNING | Outcome.CUT_OFF:
                return self.started_at


async def claim(kind: UpkeepKind, every: timedelta, now: datetime) -> str | None:
    """Take a run upon oneself, if one is due and nobody is at it: its id, or else None.

    The new row's id follows from the last one's, so that of any number of processes that see the same last run one
    gets it: with that id there can be one row only.
    """
    last = await last_run(kind, now)
    if last is not None and (last.outcome is Outcome.RUNNING or last.due_at(every) > now):
        return None
    after = f"{kind} after {last.id if last else 'nothing'}"
    taken = await rows(
        current(),
        'INSERT INTO "Upkeep" ("id", "kind", "startedAt", "detail") VALUES (?, ?, ?, ?)'
        # A row that stands there already is the other's who was faster, unless it comes from the future.
        ' ON CONFLICT ("id") DO UPDATE SET "startedAt" = excluded."startedAt", "endedAt" = NULL, "isWell" = NULL,'
        ' "detail" = excluded."detail" WHERE "Upkeep"."startedAt" > ? RETURNING "id"',
        f"c{hashlib.sha256(after.encode()).hexdigest()[:24]}",
        kind.value,
        stored(Upkeep, "started_at", now),
        _sign_of_life(now),
        stored(Upkeep, "started_at", now + AHEAD),
    )
    return str(taken[0]["id"]) if taken else None


async def begin(kind: UpkeepKind, now: datetime) -> str:
    """Write down a run that somebody asked for, due or not; its id."""
    run_id = cuid()
    await Upkeep.create(id=run_id, kind=kind.value, started_at=now, detail=_sign_of_life(now))
    return run_id


@asynccontextmanager
async def recorded(run_id: str, clock: Clock) -> AsyncIterator[Detail]:
    """Write down how a run goes: signs of life meanwhile, and at its end what it did, or what it failed of.

    Gives the detail to fill in. Raises what is raised within.
    """
    detail: Detail = {}
    beating = asyncio.create_task(_beat(run_id, clock), name=f"upkeep {run_id}")
    try:
        yield detail
    except asyncio.CancelledError:
        await _stop(beating)
        await Upkeep.filter(id=run_id).update(detail=None)  # cut off, and whoever starts next need not wait
        raise
    except Exception as exc:
        await _stop(beating)
        await _end(
            run_id,
            clock(),
            {"error": exc.key if isinstance(exc, KirasealError) else type(exc).__name__},
            well=False,
        )
        raise
    await _stop(beating)
    await _end(run_id, clock(), detail, well=True)


async def last_run(kind: UpkeepKind, now: datetime, *, well: bool = False) -> Entry | None:
    """The latest run of a kind, or the latest that went well."""
    query = Upkeep.filter(kind=kind.value, started_at__lte=now + AHEAD)
    row = await (query.filter(is_well=True) if well else query).order_by("-started_at", "-id").first()
    return None if row is None else _entry(row, now)


async def forget(now: datetime, *, drop: bool) -> int:
    """Count, and drop if asked to, what was written down long ago. Of each kind the last good run stays."""
    kept = [entry.id for kind in UpkeepKind if (entry := await last_run(kind, now, well=True))]
    old = Upkeep.filter(started_at__lt=now - REMEMBERED).exclude(id__in=kept)
    return await (old.delete() if drop else old.count())


def _entry(row: Upkeep, now: datetime) -> Entry:
    detail = json.loads(row.detail or "{}")
    return Entry(
        id=row.id,
        kind=UpkeepKind(row.kind),
        started_at=row.started_at,
        outcome=_outcome(row, detail, now),
        detail=detail,
    )


def _outcome(row: Upkeep, detail: dict[str, Any], now: datetime) -> Outcome:
    if row.is_well is not None:
        return Outcome.WELL if row.is_well else Outcome.FAILED
    if "alive" not in detail or datetime.fromisoformat(detail["alive"]) + DEAD_AFTER < now:
        return Outcome.CUT_OFF
    return Outcome.RUNNING


def _sign_of_life(now: datetime) -> str:
    return json.dumps({"alive": now.isoformat()})


async def _beat(run_id: str, clock: Clock) -> None:
    while True:
        await asyncio.sleep(BEAT)
        await Upkeep.filter(id=run_id).update(detail=_sign_of_life(clock()))


async def _stop(beating: "asyncio.Task[None]") -> None:
    beating.cancel()
    with suppress(asyncio.CancelledError, Exception):  # a beat that failed changes nothing about the run
        await beating


async def _end(run_id: str, now: datetime, detail: Detail, *, well: bool) -> None:
    text = json.dumps(detail, ensure_ascii=False)
    await Upkeep.filter(id=run_id).update(ended_at=now, is_well=well, detail=text)
