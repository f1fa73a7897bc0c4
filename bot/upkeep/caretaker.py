"""Do each piece of upkeep when it is due, for as long as the bot runs. Remembers nothing: the journal does."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.errors import KirasealError
from bot.pipeline.seam import Clock
from bot.upkeep import backup, journal, vacuum
from bot.upkeep.backup import BackupPlan
from bot.upkeep.cleanup import Cleanup
from models import UpkeepKind

LOOK_EVERY = 60.0
"""Seconds between two looks at what is due."""
CLEANUP_EVERY = timedelta(hours=1)
VACUUM_EVERY = timedelta(days=7)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chore:
    """What is done how often. `work` is given the moment, and tells what it did."""

    kind: UpkeepKind
    every: timedelta
    work: Callable[[datetime], Awaitable[journal.Detail]]


class Caretaker:
    """Keeps to a schedule, together with the caretakers of other processes over the same database."""

    def __init__(self, chores: Sequence[Chore], *, clock: Clock) -> None:
        self._chores, self._clock = chores, clock

    async def run_due(self) -> list[UpkeepKind]:
        """Do what is due and nobody else is at; what was done, well or not. Raises nothing but cancellation.

        What fails is tried again later: no failure of upkeep may end a bot that still makes stickers.
        """
        done = []
        for chore in self._chores:
            try:
                run_id = await journal.claim(chore.kind, chore.every, self._clock())
                if run_id is None:
                    continue
                done.append(chore.kind)
                await self._run(chore, run_id)
            except KirasealError as exc:
                log.error("upkeep: %s failed: %s %s", chore.kind, exc.key, exc.values)
            except Exception:
                log.exception("upkeep: %s failed", chore.kind)
        return done

    async def serve(self) -> None:
        """Run what is due, again and again, until cancelled."""
        while True:
            await self.run_due()
            await asyncio.sleep(LOOK_EVERY)

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """Serve in the background. At the end a run under way is stopped, and seen as cut off by the next caretaker."""
        job = asyncio.create_task(self.serve(), name="upkeep")
        try:
            yield
        finally:
            job.cancel()
            with suppress(asyncio.CancelledError):
                await job

    async def _run(self, chore: Chore, run_id: str) -> None:
        async with journal.recorded(run_id, self._clock) as detail:
            detail.update(await chore.work(self._clock()))
            log.info("upkeep: %s %s", chore.kind, detail)


def usual_chores(cleanup: Cleanup, plan: BackupPlan, *, backup_every: timedelta) -> list[Chore]:
    """Clearing away every hour, a backup as often as the host wants (never: zero), tightening every week."""

    async def clear(now: datetime) -> journal.Detail:
        return {**(await cleanup.sweep(now)).counts()}

    async def back_up(now: datetime) -> journal.Detail:
        return described(await backup.back_up(plan, now))

    async def tighten(_: datetime) -> journal.Detail:
        done = await vacuum.refresh(plan.database_url)
        return {"before": done.before, "after": done.after, "whole": int(done.whole)}

    chores = [Chore(kind=UpkeepKind.CLEANUP, every=CLEANUP_EVERY, work=clear)]
    if backup_every:
        chores.append(Chore(kind=UpkeepKind.BACKUP, every=backup_every, work=back_up))
    return [*chores, Chore(kind=UpkeepKind.VACUUM, every=VACUUM_EVERY, work=tighten)]


def described(done: backup.BackedUp) -> journal.Detail:
    """What the journal says of a backup."""
    return {
        "file": done.path.name,
        "size": done.size,
        "astray": done.astray,
        "pictures": done.added,
        "dropped": len(done.dropped),
    }
