"""A cancel works wherever the task stands, and frees the process that was at it."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.errors import NothingToCancel
from bot.fonts import find_typefaces
from bot.pipeline import work
from bot.pipeline.pool import ProcessPool
from bot.rendering import jobs
from bot.stickers.members import Identity
from bot.storage.folder import Folder
from bot.words import Words
from models import GeneratedImage, Task, UsageStats, Work
from tests.discord.harness import Stage
from tests.discord.house import House, open_house, settings_in

JAPANESE = Words.for_locale("ja")


def hang(_: str) -> None:
    """What a process does that will never come back."""
    threading.Event().wait()


class HoldingPool(ProcessPool):
    """A real pool of one process, which hangs in it instead of running the function named `held`."""

    def __init__(self) -> None:
        super().__init__(
            1, prepare=jobs.warm_up, arguments=(find_typefaces(),), preload=("bot.rendering.jobs",)
        )
        self.held = ""
        self.holding = asyncio.Event()

    async def __call__(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if function.__name__ != self.held:
            return await super().__call__(function, *args, **kwargs)
        self.holding.set()
        return await super().__call__(hang, function.__name__)


@pytest.fixture
async def own_pool() -> AsyncIterator[HoldingPool]:
    pool = HoldingPool()
    await pool.start()
    yield pool
    await pool.stop()


@pytest.fixture
async def backstage(tmp_path: Path, own_pool: HoldingPool) -> AsyncIterator[House]:
    async with open_house(settings_in(tmp_path, workers=1), own_pool) as house:
        yield house


def house_of(stage: Stage) -> House:
    assert isinstance(stage.backstage, House)
    return stage.backstage


async def cancel_where_it_hangs(stage: Stage, hanging: asyncio.Event) -> None:
    """Order, and cancel once it hangs: everything says so, and nothing is counted."""
    reply = await stage.haru.slash("sticker", name="Leo", rarity="normal")
    await hanging.wait()
    haru = Identity(discord_id=stage.haru.id, name="Haru", avatar_url=None)
    await house_of(stage).services.studio.cancel((await Task.get()).id, haru)
    await stage.settled()
    assert reply.text == JAPANESE("error-cancelled")
    for table in (GeneratedImage, UsageStats, Work):
        assert not await table.all().exists(), table.__name__


async def another_is_drawn(stage: Stage) -> None:
    reply = await stage.haru.slash("sticker", name="Leon", rarity="normal")
    await stage.settled()
    assert "Leon" in reply.text


@pytest.mark.parametrize("held", ["draw_procedural", "render_draft", "render_sticker"])
async def test_a_cancel_frees_the_only_process_from_a_work_that_would_never_end(
    stage: Stage, own_pool: HoldingPool, held: str
) -> None:
    own_pool.held = held
    await cancel_where_it_hangs(stage, own_pool.holding)
    own_pool.held = ""
    await another_is_drawn(stage)


async def test_a_cancel_while_the_files_are_written_leaves_no_sticker(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing = asyncio.Event()

    async def write_for_ever(self: Folder, name: str, data: bytes) -> None:
        writing.set()
        await asyncio.Event().wait()

    with monkeypatch.context() as patched:
        patched.setattr(Folder, "write", write_for_ever)
        await cancel_where_it_hangs(stage, writing)
    await another_is_drawn(stage)


async def test_a_cancel_from_another_process_is_heeded(stage: Stage, own_pool: HoldingPool) -> None:
    own_pool.held = "render_sticker"
    reply = await stage.haru.slash("sticker", name="Leo", rarity="normal")
    await own_pool.holding.wait()
    await work.request_cancel(
        (await Task.get()).id, house_of(stage).clock()
    )  # all that another process can do
    await stage.settled()
    assert reply.text == JAPANESE("error-cancelled")


async def test_a_cancel_that_comes_too_late_takes_nothing_away(stage: Stage) -> None:
    await stage.haru.slash("sticker", name="Leo", rarity="normal")
    await stage.settled()
    haru = Identity(discord_id=stage.haru.id, name="Haru", avatar_url=None)
    with pytest.raises(NothingToCancel):
        await house_of(stage).services.studio.cancel((await Task.get()).id, haru)
    assert await GeneratedImage.all().count() == 1
