"""“Make sticker” on a member and on a message."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from bot.pipeline.pool import ProcessPool
from bot.words import Words
from models import GeneratedImage, Task
from tests.discord.harness import Stage
from tests.discord.house import House, open_house, settings_in

JAPANESE, ENGLISH = Words.for_locale("ja"), Words.for_locale("en-US")
MAKE = ENGLISH("menu-make")


@pytest.fixture
async def backstage(tmp_path: Path, pool: ProcessPool) -> AsyncIterator[House]:
    async with open_house(settings_in(tmp_path), pool) as house:
        yield house


def photo(colour: str = "teal") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (80, 60), colour).save(out, "PNG")
    return out.getvalue()


async def test_a_member_becomes_a_seal_of_their_avatar_under_their_name(stage: Stage) -> None:
    reply = await stage.haru.use(MAKE, stage.robin)
    await stage.settled()
    assert reply.pictures
    assert not reply.ephemeral
    image = await GeneratedImage.get()
    assert image.character_name == "Robin"
    assert image.source_image_url


async def test_a_message_becomes_a_seal_of_its_first_picture(stage: Stage) -> None:
    said = await stage.robin.say("look", files=[("notes.txt", b"hello"), ("one.png", photo())])
    reply = await stage.haru.use(MAKE, said)
    await stage.settled()
    assert reply.pictures
    image = await GeneratedImage.get()
    assert image.source_image_url
    assert image.prompt == ""


async def test_a_message_without_a_picture_gives_its_words(stage: Stage) -> None:
    said = await stage.robin.say("a dragon that loves pudding, " * 60)
    reply = await stage.haru.use(MAKE, said)
    await stage.settled()
    assert reply.pictures
    image = await GeneratedImage.get()
    assert image.prompt.startswith("a dragon that loves pudding")
    assert len(image.prompt) <= 500


@pytest.mark.parametrize("member", ["haru", "robin"])
async def test_a_message_with_nothing_to_use_is_refused_with_what_to_do(stage: Stage, member: str) -> None:
    said = await stage.robin.say("", files=[("notes.txt", b"hello")])
    reply = await getattr(stage, member).use(MAKE, said)
    words = JAPANESE if member == "haru" else ENGLISH
    assert (reply.text, reply.ephemeral) == (words("error-nothing-to-use"), True)
    assert not await Task.all().exists()


async def test_whose_message_it_was_is_told_to_nobody_and_pings_nobody(stage: Stage) -> None:
    said = await stage.robin.say(f"hello <@{stage.haru.id}> and @everyone")
    reply = await stage.haru.use(MAKE, said)
    await stage.settled()
    shown = await stage.bot.get_partial_messageable(stage.channel.id).fetch_message(reply.message.id)
    assert not shown.mention_everyone
    assert f"<@{stage.robin.id}>" not in reply.text
