"""/history and /stats: the binder, its pages, its owner; the numbers."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from bot.errors import Gone
from bot.pipeline.pool import ProcessPool
from bot.stickers.members import Identity
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


def picked_labels(reply: Reply) -> list[str]:
    (menu,) = reply.parts(3)
    return [option["label"] for option in menu["options"]]


def asleep(reply: Reply) -> list[bool]:
    return [bool(button.get("disabled")) for button in reply.parts(2)]


async def test_an_empty_binder_invites(stage: Stage) -> None:
    reply = await stage.haru.slash("history")
    assert reply.text == JAPANESE("history-empty")
    assert "/sticker" in reply.text
    assert reply.ephemeral


async def test_pages_of_nine_newest_first_turn_back_and_forth(stage: Stage) -> None:
    await make(stage, 11)
    reply = await stage.haru.slash("history")
    assert picked_labels(reply) == [f"{place}. Seal {12 - place}" for place in range(1, 10)]
    (name,) = reply.pictures
    assert Image.open(io.BytesIO(reply.files[name])).format == "WEBP"
    assert asleep(reply) == [True, False]
    await stage.haru.press(reply, JAPANESE("button-older"))
    assert picked_labels(reply) == ["10. Seal 2", "11. Seal 1"]
    assert asleep(reply) == [False, True]
    await stage.haru.press(reply, JAPANESE("button-newer"))
    assert picked_labels(reply)[0] == "1. Seal 11"


async def test_a_picked_sticker_opens_from_our_own_storage_after_a_restart(stage: Stage) -> None:
    await make(stage, 2)
    reply = await stage.haru.slash("history")
    await stage.restart()
    (menu,) = reply.parts(3)
    opened = await stage.haru.choose(reply, menu["options"][1]["value"])
    await stage.settled()
    assert "Seal 1" in opened.text
    assert len(opened.files) == 1
    assert opened.ephemeral


async def test_others_see_public_stickers_only(stage: Stage) -> None:
    await make(stage, 1)
    await stage.haru.slash("sticker", name="Secret", private=True)
    await stage.settled()
    reply = await stage.robin.slash("history", member=stage.haru.actor)
    assert picked_labels(reply) == ["1. Seal 1"]
    mine = await stage.haru.slash("history")
    (menu,) = mine.parts(3)
    secret = next(option["value"] for option in menu["options"] if "Secret" in option["label"])
    robin = Identity(discord_id=stage.robin.id, name="Robin", avatar_url=None)
    with pytest.raises(Gone):  # a forged choice: no page would offer it
        await stage.bot.studio.open(secret, robin)


async def test_someone_who_made_nothing_has_an_empty_binder(stage: Stage) -> None:
    reply = await stage.haru.slash("history", member=stage.robin.actor)
    assert reply.text == JAPANESE("history-empty-other")


async def test_statistics_of_nothing_invite(stage: Stage) -> None:
    reply = await stage.robin.slash("stats")
    assert "no seals" in reply.text
    assert ENGLISH("stats-empty") in reply.text


async def test_statistics_count_mine_and_the_servers(stage: Stage) -> None:
    await make(stage, 2)
    await stage.robin.slash("sticker", name="Leo", rarity="normal")
    await stage.settled()
    reply = await stage.robin.slash("stats")
    mine, server = reply.text.split("## Kiraseal playground")
    assert mine.count("1 seal ·") == 3
    assert "100 % succeeded" in mine
    assert server.count("3 seals ·") == 3
    assert "Made by 2 members." in server


async def test_statistics_in_direct_messages_are_mine_alone(stage: Stage) -> None:
    reply = await stage.haru.dm.slash("stats")
    assert JAPANESE("stats-mine") in reply.text
    assert "Kiraseal playground" not in reply.text
