"""Several stickers made by one task: at the same time, failing together, shown in one message as they come."""

import asyncio
from collections.abc import Coroutine, Iterable
from functools import partial
from typing import Any, TypeVar

from bot.pipeline.pool import ProcessPool
from bot.pipeline.seam import Report, Stage
from bot.rendering import jobs

T = TypeVar("T")

_ORDER = (Stage.WAITING, Stage.PAINTING, Stage.COMPOSING, Stage.STORING)


async def together(works: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
    """The results of works that run at the same time. The first that fails stops the others, and is raised."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        # Waited for: what still wrote files would meet the next attempt.
        await asyncio.gather(*tasks, return_exceptions=True)


class Chorus:
    """Makes one report of several: the stage of the last, the mean of the progress, the drafts side by side."""

    def __init__(self, count: int, report: Report, pool: ProcessPool) -> None:
        self._report, self._pool = report, pool
        self._stages = [Stage.WAITING] * count
        self._percents = [0] * count
        self._drafts: list[bytes | None] = [None] * count
        self._turn = asyncio.Lock()
        self.voices: list[Report] = [partial(self._sing, number) for number in range(count)]
        """A report for each of them."""

    async def _sing(self, number: int, stage: Stage, percent: int, draft: bytes | None = None) -> None:
        async with (
            self._turn
        ):  # or a row that was joined earlier could be shown later, and a picture vanish again
            self._stages[number], self._percents[number] = stage, percent
            row = None
            if draft is not None:
                self._drafts[number] = draft
                row = await self._pool(jobs.render_row, tuple(self._drafts))
            slowest = min(self._stages, key=_ORDER.index)
            await self._report(slowest, sum(self._percents) // len(self._percents), row)
