"""/help, and the hello to a server that the bot joins."""

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest
import simcord
from PIL import Image
from simcord.backend.serializers import guild_create_payload

from bot.pipeline.pool import ProcessPool
from bot.words import Words
from models import GeneratedImage
from tests.discord.harness import Reply, Stage
from tests.discord.house import House, open_house, settings_in

JAPANESE, ENGLISH = Words.for_locale("ja"), Words.for_locale("en-US")

GREETING = "discord.py: on_guild_join"
"""What discord.py calls the task in which the bot hears of a joining."""


@pytest.fixture
async def backstage(tmp_path: Path, pool: ProcessPool) -> AsyncIterator[House]:
    async with open_house(settings_in(tmp_path, member_daily=7), pool) as house:
        yield house


def said_in(stage: Stage, channel: simcord.ChannelHandle) -> list[Reply]:
    stored = stage.env.backend.messages.get(channel.id, {})
    return [Reply(stage.env, simcord.ResponseMessage(stage.env, stored[key])) for key in sorted(stored)]


async def joined(stage: Stage, server: simcord.GuildHandle) -> None:
    """Discord tells the bot that it is in this server now."""
    backend = stage.env.backend
    payload = dict(guild_create_payload(backend, backend.get_guild(server.id)))
    del payload["unavailable"]  # only a server that comes back from an outage is told with it
    backend.emit("GUILD_CREATE", payload)
    await stage.env.settle()
    # SimCord waits for commands, not for events that draw.
    await asyncio.gather(*(task for task in asyncio.all_tasks() if task.get_name() == GREETING))
    await stage.env.settle()


async def test_help_shows_the_plainest_and_the_finest_seal_with_odds_and_limits(stage: Stage) -> None:
    for member, words in ((stage.haru, JAPANESE), (stage.robin, ENGLISH)):
        reply = await member.slash("help")
        assert reply.ephemeral
        assert reply.pictures == ["normal.webp", "super-rare.webp"]
        for data in reply.files.values():
            assert Image.open(io.BytesIO(data)).size == (1024, 1024)
        assert words("help-odds", normal=60, rare=30, super_rare=10) in reply.text
        assert words("help-daily", limit=7) in reply.text
        assert "/privacy" in reply.text
        assert all(item.description for item in reply.message.attachments)


async def test_the_odds_that_help_tells_are_those_of_the_server(stage: Stage) -> None:
    house = stage.backstage
    assert isinstance(house, House)
    await house.services.studio.change_house_rules(stage.guild.id, rare=20, super_rare=80)
    here = await stage.robin.slash("help")
    assert ENGLISH("help-odds", normal=0, rare=20, super_rare=80) in here.text
    elsewhere = await stage.robin.dm.slash("help")
    assert ENGLISH("help-odds", normal=60, rare=30, super_rare=10) in elsewhere.text


async def test_the_button_of_help_opens_the_form_also_after_a_restart(stage: Stage) -> None:
    reply = await stage.robin.slash("help")
    await stage.restart()
    opened = await stage.robin.press(reply, ENGLISH("button-make"))
    await stage.robin.fill(opened, {"name": "Leo"})
    await stage.settled()
    assert await GeneratedImage.all().count() == 1


async def test_a_server_is_greeted_once_with_one_seal_and_one_button_in_its_language(stage: Stage) -> None:
    server = stage.env.create_guild("新しいサーバー", preferred_locale="ja")
    channel = server.create_text_channel("general")
    await joined(stage, server)
    await joined(stage, server)
    (hello,) = said_in(stage, channel)
    assert JAPANESE("welcome") in hello.text
    assert hello.pictures == ["welcome.gif"]
    assert Image.open(io.BytesIO(hello.files["welcome.gif"])).format == "GIF"
    assert hello.labels == [JAPANESE("button-make")]


async def test_it_says_hello_where_it_may_and_nothing_where_it_may_not(stage: Stage) -> None:
    server = stage.env.create_guild("Quiet")
    silence = {stage.bot.user: discord.PermissionOverwrite(send_messages=False)}
    quiet = server.create_text_channel("rules", overwrites=silence)
    await joined(stage, server)
    assert said_in(stage, quiet) == []
    talk = server.create_text_channel("talk")
    await joined(stage, server)
    assert len(said_in(stage, talk)) == 1
    assert said_in(stage, quiet) == []


async def test_whoever_presses_the_button_of_the_welcome_gets_the_form(stage: Stage) -> None:
    await joined(stage, stage.guild)
    (hello,) = said_in(stage, stage.channel)
    await stage.restart()
    for member, words in ((stage.haru, JAPANESE), (stage.robin, ENGLISH)):
        opened = await member.press(hello, hello.labels[0])
        shown = opened.result.modal
        assert shown is not None
        assert shown["title"] == words("form-title")
