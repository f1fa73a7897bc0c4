"""Who waits for an answer just now: before the bot leaves, everyone gets one. Knows no Discord and no sticker."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

ANSWER_GRACE = 2.0
"""Seconds in which what is being answered may be finished, when the bot is asked to end."""
EXCUSE_GRACE = 2.0
"""Seconds in which the others are told."""

Excuse = Callable[[Any], Awaitable[None]]
"""Tells a caller that the bot is leaving."""

log = logging.getLogger(__name__)


class Callers:
    """Remembers which asyncio task answers whom. `excuse` is put in by who can speak to them."""

    def __init__(self) -> None:
        self._jobs: dict[asyncio.Task[Any], object] = {}
        self.excuse: Excuse | None = None

    def attend(self, caller: object) -> None:
        """From now until it ends, the running task answers `caller`."""
        job = asyncio.current_task()
        if job is not None and job not in self._jobs:
            self._jobs[job] = caller
            job.add_done_callback(self._jobs.pop)

    async def see_off(self, grace: float = ANSWER_GRACE) -> None:
        """Let every answer be finished within `grace` seconds; give up the rest, and tell those who waited for it."""
        if not self._jobs:
            return
        _, late = await asyncio.wait(list(self._jobs), timeout=grace)
        waiting = [self._jobs[job] for job in late]
        for job in late:
            job.cancel()
        if late:
            # First, so that nothing is ordered after its asker was told to ask anew.
            await asyncio.wait(late, timeout=EXCUSE_GRACE)
            log.warning("%d callers are told to ask again after the restart", len(late))
            await asyncio.wait([self._tell(caller) for caller in waiting], timeout=EXCUSE_GRACE)

    def _tell(self, caller: object) -> asyncio.Task[None]:
        async def tell() -> None:
            if self.excuse is not None:
                await self.excuse(caller)

        return asyncio.create_task(tell(), name="excuse")
