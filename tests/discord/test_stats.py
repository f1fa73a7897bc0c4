"""/stats: the numbers, the chart, the leaderboard and who may be on it."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from bot.pipeline.pool import ProcessPool
from bot.rendering.chart import HEIGHT, WIDTH
from bot.words import Words
from tests.discord.harness import Reply, Stage
from tests.discord.house import House, open_house, settings_in

JAPANESE, ENGLISH = Words.for_locale("ja"), Words.for_locale("en-US")


@pytest.fixture
async def backstage(tmp_path: Path, pool: ProcessPool) -> AsyncIterator[House]:
    async with open_house(settings_in(tmp_path, waiting_limit=50), pool) as house:
        yield house


async def make(stage: Stage, count: int, **options: bool) -> None:
    for number in range(1, count + 1):
        await stage.haru.slash("sticker", name=f"Seal {number}", rarity="normal", **options)
        await stage.settled()


def alt(reply: Reply) -> str:
    (picture,) = reply.message.attachments
    return picture.description


async def test_statistics_of_nothing_invite_and_have_no_chart(stage: Stage) -> None:
    reply = await stage.robin.slash("stats")
    assert "no seals" in reply.text
    assert ENGLISH("stats-empty") in reply.text
    assert reply.ephemeral
    assert not reply.files


async def test_a_members_seals_are_counted_drawn_and_told_to_who_cannot_see_the_chart(stage: Stage) -> None:
    await make(stage, 2)
    reply = await stage.haru.slash("stats")
    assert f"**{JAPANESE('span-month')}**  {JAPANESE('stats-stickers', count=2)}" in reply.text
    assert JAPANESE("stats-success", percent=100) in reply.text
    assert JAPANESE("stats-always", count=2) in reply.text
    assert reply.pictures == ["chart.png"]
    assert Image.open(io.BytesIO(reply.files["chart.png"])).size == (WIDTH, HEIGHT)
    assert JAPANESE("chart-by-day") in alt(reply)
    assert "2枚" in alt(reply)


async def test_spans_and_views_change_in_place_after_a_restart(stage: Stage) -> None:
    await make(stage, 1)
    await stage.robin.slash("sticker", name="Leo", rarity="normal")
    await stage.settled()
    reply = await stage.robin.slash("stats", span="7")
    assert "**7 days**  1 seal · 100 % succeeded" in reply.text
    await stage.restart()
    await stage.robin.press(reply, ENGLISH("span-year"))
    assert "**365 days**  1 seal" in reply.text
    assert ENGLISH("chart-by-week") in alt(reply)
    await stage.robin.press(reply, ENGLISH("look-server"))
    assert "Kiraseal playground" in reply.text
    assert "**365 days**  2 seals" in reply.text
    assert "Made by 2 members." in reply.text
    await stage.robin.press(reply, ENGLISH("look-board"))
    assert "**1**  ハル" in reply.text
    assert "**1**  Robin" in reply.text


async def test_private_seals_count_as_numbers(stage: Stage) -> None:
    await make(stage, 1, private=True)
    reply = await stage.robin.slash("stats", whose="server")
    assert "1 seal" in reply.text
    assert "Seal 1" not in reply.text + alt(reply)


async def test_who_does_not_want_to_be_named_is_on_no_leaderboard(stage: Stage) -> None:
    await make(stage, 1)
    mine = await stage.haru.slash("stats", whose="board")
    assert "ハル" in mine.text + alt(mine)
    await stage.restart()
    await stage.haru.press(mine, JAPANESE("button-hide-me"))
    assert JAPANESE("board-hidden") in mine.text
    theirs = await stage.robin.slash("stats", whose="board")
    assert "ハル" not in theirs.text
    assert theirs.text.endswith(ENGLISH("board-empty"))
    await stage.haru.press(mine, JAPANESE("button-list-me"))
    again = await stage.robin.slash("stats", whose="board")
    assert "ハル" in again.text


async def test_two_presses_are_as_one(stage: Stage) -> None:
    reply = await stage.robin.slash("stats", whose="board")
    (hide,) = [custom_id for custom_id in reply.custom_ids if custom_id.startswith("listed:")]
    assert hide == "listed:no:30", "the button carries the wish, not a change of it"


async def test_outside_of_servers_there_is_nobodys_but_mine(stage: Stage) -> None:
    mine = await stage.haru.dm.slash("stats")
    assert JAPANESE("stats-mine") in mine.text
    assert mine.labels == [JAPANESE(key) for key in ("span-week", "span-month", "span-year")]
    for whose in ("server", "board"):
        refused = await stage.haru.dm.slash("stats", whose=whose)
        assert refused.text == JAPANESE("error-not-in-server")
