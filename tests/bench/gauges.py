"""The instruments: how late the event loop wakes a sleeper, quantiles, memory. They know nothing of stickers."""

import asyncio
import contextvars
import subprocess
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

SAMPLE_EVERY = 0.005
"""Seconds that the sampler of the event loop sleeps between two samples."""


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` of the values do not exceed (nearest rank)."""
    ranked = sorted(values)
    return ranked[max(0, -int(-share * len(ranked) // 1) - 1)]


@asynccontextmanager
async def loop_wait(context: contextvars.Context) -> AsyncIterator[list[float]]:
    """A list that grows: by how many seconds the loop woke a sleeper too late, again and again.

    The sampler runs in `context`, taken before SimCord was there: in SimCord's own, time stands still.
    """
    late: list[float] = []

    async def sample() -> None:
        while True:
            asleep = time.perf_counter()
            await asyncio.sleep(SAMPLE_EVERY)
            late.append(time.perf_counter() - asleep - SAMPLE_EVERY)

    # Called by way of the context, not with it: SimCord's loop asks its caller's context whose task this is.
    job = context.copy().run(asyncio.get_running_loop().create_task, sample())
    try:
        yield late
    finally:
        job.cancel()
        with suppress(asyncio.CancelledError):
            await job


def resident(*pids: int) -> list[int]:
    """Resident memory of processes, in bytes, largest first. Pages that they share count for each."""
    asked = ["ps", "-o", "rss=", "-p", ",".join(map(str, pids))]
    listed = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    return sorted((int(kibibytes) * 1024 for kibibytes in listed.split()), reverse=True)
