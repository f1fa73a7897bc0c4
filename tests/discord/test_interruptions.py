"""Cancel, restart, dead tokens: a task that was ordered ends in its message once, whatever happens between."""

import asyncio
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import discord
import numpy as np
import pytest

from bot.drawing.pictures import encode_art
from bot.fonts import find_typefaces
from bot.painters.painter import Art, Show
from bot.pipeline.pool import ProcessPool
from bot.pipeline.seam import Address, Ended, Snapshot
from bot.services import drawing_pool
from bot.stickers.design import Design
from bot.words import Words
from models import Delivery, GeneratedImage, Task, UsageStats
from tests.discord.harness import Stage, open_stage
from tests.discord.house import House, open_house, settings_in

JAPANESE, ENGLISH = Words.for_locale("ja"), Words.for_locale("en-US")


class PatientPainter:
    """Paints red, and only when it may."""

    name = "procedural"

    def __init__(self) -> None:
        self.may_paint = asyncio.Event()
        self.painting = asyncio.Event()

    async def paint(self, design: Design, picture: bytes | None = None, show: Show | None = None) -> Art:
        self.painting.set()
        await self.may_paint.wait()
        red = np.zeros((64, 64, 4), np.uint8)
        red[8:56, 8:56] = (255, 0, 0, 255)
        return Art(data=encode_art(red))


def next_edit(stage: Stage) -> asyncio.Event:
    """Set when the bot has edited a message from now on: the progress message stands."""
    edited = asyncio.Event()

    def notice(event: str, payload: object) -> None:
        if event == "MESSAGE_UPDATE":
            edited.set()

    stage.env.backend.subscribers.append(notice)
    return edited


@pytest.fixture
def painter() -> PatientPainter:
    return PatientPainter()


@pytest.fixture
async def backstage(tmp_path: Path, pool: ProcessPool, painter: PatientPainter) -> AsyncIterator[House]:
    async with open_house(settings_in(tmp_path), pool, {"procedural": painter}) as house:
        yield house


async def test_the_owner_cancels_and_the_message_says_so(stage: Stage, painter: PatientPainter) -> None:
    edited = next_edit(stage)
    reply = await stage.haru.slash("sticker", name="Leo")
    await edited.wait()
    await stage.env.settle()
    await stage.haru.press(reply, JAPANESE("button-cancel"))
    await stage.settled()
    assert reply.text == JAPANESE("error-cancelled")
    assert (await Task.get()).error == "cancelled"
    assert not await UsageStats.all().exists()


async def test_nobody_else_can_cancel(stage: Stage, painter: PatientPainter) -> None:
    edited = next_edit(stage)
    reply = await stage.haru.slash("sticker", name="Leo")
    await edited.wait()
    await stage.env.settle()
    pressed = await stage.robin.press(reply, JAPANESE("button-cancel"))
    assert [answer.text for answer in pressed.followups] == [ENGLISH("error-not-yours")]
    painter.may_paint.set()
    await stage.settled()
    assert "Leo" in reply.text


async def test_a_moderator_of_the_channel_can_cancel(stage: Stage, painter: PatientPainter) -> None:
    role = stage.guild.create_role("moderators", permissions=discord.Permissions(manage_messages=True))
    moderator = await stage.newcomer("mio", role)
    edited = next_edit(stage)
    reply = await stage.haru.slash("sticker", name="Leo")
    await edited.wait()
    await stage.env.settle()
    await moderator.press(reply, JAPANESE("button-cancel"))
    await stage.settled()
    assert reply.text == JAPANESE("error-cancelled")


async def test_a_bot_that_restarts_in_mid_work_finishes_the_same_message(
    stage: Stage, painter: PatientPainter
) -> None:
    reply = await stage.haru.slash("sticker", name="Leo")
    await painter.painting.wait()
    await stage.restart()
    painter.may_paint.set()
    await stage.settled()
    assert "Leo" in reply.text
    assert len(stage.replies()) == 1


async def test_after_the_tokens_death_the_bot_edits_as_itself(stage: Stage, painter: PatientPainter) -> None:
    house = stage.backstage
    assert isinstance(house, House)
    reply = await stage.haru.slash("sticker", name="Leo")
    await painter.painting.wait()
    house.clock.offset = timedelta(minutes=15)
    await stage.env.advance_time(900)
    painter.may_paint.set()
    await stage.settled()
    assert "Leo" in reply.text
    assert (await Delivery.get()).state == "delivered"


async def test_a_private_message_out_of_reach_is_given_up_and_the_sticker_kept(
    stage: Stage, painter: PatientPainter
) -> None:
    house = stage.backstage
    assert isinstance(house, House)
    await stage.haru.slash("sticker", name="Leo", private=True)
    await painter.painting.wait()
    house.clock.offset = timedelta(minutes=15)
    await stage.env.advance_time(900)
    painter.may_paint.set()
    await stage.settled()
    assert (await Delivery.get()).state == "abandoned"
    assert await GeneratedImage.all().count() == 1


class Told:
    """A messenger over no Discord: SimCord's died with the process that was killed."""

    def __init__(self) -> None:
        self.finished: list[str] = []

    async def progress(self, address: Address, snapshot: Snapshot) -> None:
        """Not asked about."""

    async def finish(self, address: Address, ended: Ended) -> Address:
        self.finished.append(ended.task_id)
        return address


async def order_and_hang(folder: str) -> None:
    """What the process does that is going to be killed: takes an order, begins to paint, and never ends."""
    painter = PatientPainter()
    pool = drawing_pool(1, find_typefaces())
    async with (
        open_house(settings_in(Path(folder)), pool, {"procedural": painter}) as house,
        open_stage(house) as stage,
    ):
        await stage.haru.slash("sticker", name="Survivor")
        await painter.painting.wait()
        print("painting", flush=True)  # noqa: T201 - the test reads it
        await asyncio.Event().wait()


async def test_a_killed_bots_task_is_taken_up_by_the_next_and_delivered_once(
    tmp_path: Path, pool: ProcessPool
) -> None:
    program = (
        "import asyncio; from tests.discord.test_interruptions import order_and_hang;"
        f" asyncio.run(order_and_hang({str(tmp_path)!r}))"
    )
    victim = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, stdout=asyncio.subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    assert victim.stdout is not None
    assert await victim.stdout.readline() == b"painting\n"
    victim.kill()
    await victim.wait()
    painter = PatientPainter()
    painter.may_paint.set()
    async with open_house(settings_in(tmp_path), pool, {"procedural": painter}) as house:
        house.clock.offset = timedelta(seconds=11)  # the dead process's lease has run out
        told = Told()
        house.services.announcer.attach(told)
        await house.idle()
        assert (await Task.get()).status == "completed"
        assert await GeneratedImage.all().count() == 1
        assert (await UsageStats.get()).success_count == 1
        assert told.finished == [(await Delivery.get()).task_id]
        assert (await Delivery.get()).state == "delivered"
