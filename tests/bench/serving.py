"""The bot under a rush of orders: how soon it answers, how long the loop waits, how fast stickers come."""

import asyncio
import contextvars
import os
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from rich.table import Table

from bot.fonts import find_typefaces
from bot.painters.procedural.figure import draw_procedural
from bot.pipeline.pool import ProcessPool
from bot.rendering import jobs
from bot.rendering.typefaces import Typefaces
from bot.services import drawing_pool
from bot.settings import Settings
from bot.stickers.design import Design
from tests.bench.gauges import loop_wait, quantile, resident
from tests.bench.rush import Rush, designs, kept_bytes, request
from tests.discord.harness import open_stage
from tests.discord.house import House, open_house, settings_in

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was measured: times in seconds, memory in bytes.

    `own_work` is the processor time of the bot's process, without its workers; `bare` is stickers per second of the
    pool alone, before and after.
    """

    workers: int
    members: int
    took: float
    own_work: float
    acknowledged: Sequence[float]
    simulated: float
    late: Sequence[float]
    late_without_bot: Sequence[float]
    calls: Sequence[float]
    bare: tuple[float, float]
    memory_before: int
    memory_after: int
    simulated_files: int
    memory_of_workers: Sequence[int]


async def measure(members: int) -> Figures:
    """Draw bare, send the rush through the real bot, draw bare again: all in one process pool."""
    outside = contextvars.copy_context()
    faces = find_typefaces()
    workers = Settings(_env_file=None).workers
    pool = drawing_pool(workers, faces)
    await pool.start()
    try:
        with tempfile.TemporaryDirectory() as folder:
            async with open_house(settings_in(Path(folder), workers=workers), pool) as house:
                return await _measure_in(house, pool, faces, members, outside)
    finally:
        await pool.stop()


async def _measure_in(
    house: House, pool: ProcessPool, faces: Typefaces, members: int, outside: contextvars.Context
) -> Figures:
    drawn = designs(house.services.studio, [request(number) for number in range(members)])
    async with loop_wait(outside) as late_without_bot:
        bare_before = await bare_speed(pool, faces, drawn)
    async with open_stage(house) as stage:
        rush = Rush(stage, members)
        await stage.settled()
        (memory_before,) = resident(os.getpid())
        async with loop_wait(outside) as late:
            working = time.process_time()
            took = await rush.run()
            own_work = time.process_time() - working
        (memory_after,) = resident(os.getpid())
        simulated_files = kept_bytes(stage.env)
    memory_of_workers = resident(*pool.pids)
    return Figures(
        workers=pool.size,
        members=members,
        took=took,
        own_work=own_work,
        acknowledged=rush.waits,
        simulated=rush.simulated,
        late=late,
        late_without_bot=late_without_bot,
        calls=list(rush.calls.values()),
        bare=(bare_before, await bare_speed(pool, faces, drawn)),
        memory_before=memory_before,
        memory_after=memory_after,
        simulated_files=simulated_files,
        memory_of_workers=memory_of_workers,
    )


async def bare_speed(pool: ProcessPool, faces: Typefaces, drawn: Sequence[Design]) -> float:
    """Stickers per second of the pool alone: the bot's drawing steps, as many at once as the bot has slots."""
    waiting = iter(drawn)

    async def slot() -> None:
        for design in waiting:
            art = await pool(draw_procedural, design)
            await pool(jobs.render_draft, design, art, faces)
            await pool(jobs.render_sticker, design, art, faces, animate=True)

    began = time.perf_counter()
    await asyncio.gather(*(slot() for _ in range(pool.size + 1)))
    return len(drawn) / (time.perf_counter() - began)


def table_of(figures: Figures) -> Table:
    """The figures for people, with the aims beside them."""
    table = Table(title=f"{figures.members} members send /sticker at once (super rare: animation and still)")
    for heading in ("measured", "value", "aim"):
        table.add_column(heading, justify="left" if heading == "measured" else "right")
    for row in (*_patience(figures), *_speed(figures), *_memory(figures)):
        table.add_row(*row)
    return table


def _patience(figures: Figures) -> list[tuple[str, str, str]]:
    calls = figures.calls
    simulated = f"{figures.simulated * 1000:.0f} ms in all"
    return [
        ("time to acknowledge, p50 / p99 / max", _milliseconds(figures.acknowledged), "< 3000 ms"),
        ("  the simulated Discord's part of it", simulated, ""),
        ("event loop wait, p50 / p99 / max", _milliseconds(figures.late), "p99 ≤ 20 ms"),
        ("  while the pool draws without the bot", _milliseconds(figures.late_without_bot), ""),
        (f"{len(calls)} calls in the simulated Discord", _milliseconds(calls), ""),
        ("  their share of the time", f"{sum(calls) / figures.took:.1%}", ""),
    ]


def _speed(figures: Figures) -> list[tuple[str, str, str]]:
    speed, (before, after) = figures.members / figures.took, figures.bare
    return [
        (f"stickers per second, {figures.workers} workers", f"{speed:.2f}", ""),
        ("  drawn without the bot, twice", f"{before:.2f} / {after:.2f}", ""),
        ("  of one core, the bot itself took", f"{figures.own_work / figures.took:.0%}", ""),
        ("  ratio to drawing without the bot", f"{speed / mean(figures.bare):.2f}", "≥ 0.80"),
    ]


def _memory(figures: Figures) -> list[tuple[str, str, str]]:
    def megabytes(*sizes: int) -> str:
        return " / ".join(f"{size / MEGABYTE:.0f}" for size in sizes) + " MB"

    return [
        ("memory of the bot, before / after", megabytes(figures.memory_before, figures.memory_after), ""),
        ("  the simulated Discord's files in it", megabytes(figures.simulated_files), ""),
        ("memory of each worker", megabytes(*figures.memory_of_workers), ""),
    ]


def _milliseconds(seconds: Sequence[float]) -> str:
    p50, p99, most = (quantile(seconds, share) * 1000 for share in (0.5, 0.99, 1.0))
    return f"{p50:.1f} / {p99:.1f} / {most:.1f} ms"
