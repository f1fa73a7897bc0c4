"""Several stickers of one task: they fail together, and their progress is one."""

import asyncio
import io

import pytest
from PIL import Image

from bot.chorus import Chorus, together
from bot.errors import StorageFailed
from bot.pipeline.pool import ProcessPool
from bot.pipeline.seam import Stage
from tests.discord.house import pool

__all__ = ["pool"]


def draft(colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (320, 320), colour).save(out, "WEBP")
    return out.getvalue()


async def test_results_come_in_their_order() -> None:
    async def after(turns: int) -> int:
        for _ in range(turns):
            await asyncio.sleep(0)
        return turns

    assert await together(after(turns) for turns in (3, 1, 2)) == [3, 1, 2]


async def test_one_that_fails_stops_the_others_and_is_raised() -> None:
    stopped = asyncio.Event()

    async def fail() -> None:
        await asyncio.sleep(0)
        raise StorageFailed

    async def go_on() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            stopped.set()

    with pytest.raises(StorageFailed):
        await together([go_on(), fail()])
    assert stopped.is_set()


async def test_progress_is_that_of_the_slowest_and_pictures_stand_side_by_side(pool: ProcessPool) -> None:
    told: list[tuple[Stage, int, bytes | None]] = []

    async def report(stage: Stage, percent: int, picture: bytes | None = None) -> None:
        told.append((stage, percent, picture))

    first, second, third = Chorus(3, report, pool).voices
    await second(Stage.COMPOSING, 50, draft("red"))
    await first(Stage.PAINTING, 10)
    await third(Stage.STORING, 90, draft("blue"))
    assert [(stage, percent) for stage, percent, _ in told] == [
        (Stage.WAITING, 16),
        (Stage.WAITING, 20),
        (Stage.PAINTING, 50),
    ]
    assert told[1][2] is None
    row = Image.open(io.BytesIO(told[2][2] or b"")).convert("RGBA")
    assert row.size == (960, 320)
    at = [row.getpixel((160 + 320 * place, 160)) for place in range(3)]
    assert [pixel[3] > 200 for pixel in at if isinstance(pixel, tuple)] == [False, True, True]
