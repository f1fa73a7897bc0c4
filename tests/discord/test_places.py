"""Where an answer may be seen: channels a server chose, permissions, threads, posts, voice chats, user installs."""

import io
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import discord
import pytest
import simcord
from PIL import Image

from bot.pipeline.pool import ProcessPool
from bot.words import Words
from models import Task
from tests.discord.harness import Member, Reply, Stage
from tests.discord.house import House, open_house, settings_in

JAPANESE, ENGLISH = Words.for_locale("ja"), Words.for_locale("en-US")


@pytest.fixture
async def backstage(tmp_path: Path, pool: ProcessPool) -> AsyncIterator[House]:
    async with open_house(settings_in(tmp_path), pool) as house:
        yield house


def house_of(stage: Stage) -> House:
    assert isinstance(stage.backstage, House)
    return stage.backstage


def without(stage: Stage, **denied: bool) -> simcord.ChannelHandle:
    """A channel in which the bot may not do what is False."""
    overwrites = {stage.bot.user: discord.PermissionOverwrite(**denied)}
    return stage.guild.create_text_channel("quiet", overwrites=overwrites)


async def ordered(stage: Stage, member: Member, channel: simcord.ChannelHandle) -> Reply:
    await stage.env.settle()
    reply = await replace(member, channel=channel).slash("sticker", name="Leo", rarity="normal")
    await stage.settled()
    (name,) = reply.pictures
    assert Image.open(io.BytesIO(reply.files[name])).size == (1024, 1024)
    return reply


@pytest.mark.parametrize("lacking", ["view_channel", "send_messages"])
async def test_where_the_bot_has_no_voice_the_seal_is_shown_to_its_asker_alone_and_says_why(
    stage: Stage, lacking: str
) -> None:
    reply = await ordered(stage, stage.robin, without(stage, **{lacking: False}))
    assert reply.ephemeral
    assert ENGLISH("hush-permission") in reply.text


async def test_where_pictures_are_not_let_through_it_is_refused_before_any_work(stage: Stage) -> None:
    channel = without(stage, attach_files=False)
    await stage.env.settle()
    reply = await replace(stage.haru, channel=channel).slash("sticker", name="Leo")
    assert reply.ephemeral
    lacking = JAPANESE("permission-attach-files")
    assert reply.sentence == JAPANESE("error-permission-lacking", permission=lacking)
    assert not await Task.all().exists()


async def test_outside_the_channels_a_server_chose_only_the_asker_sees_it(stage: Stage) -> None:
    chosen = stage.guild.create_text_channel("stickers")
    await house_of(stage).services.studio.change_house_rules(stage.guild.id, channels=(chosen.id,))
    quiet = await ordered(stage, stage.haru, stage.channel)
    assert quiet.ephemeral
    assert JAPANESE("hush-channel", channels=f"<#{chosen.id}>") in quiet.text
    loud = await ordered(stage, stage.haru, chosen)
    assert not loud.ephemeral
    assert f"<#{chosen.id}>" not in loud.text


async def test_a_thread_counts_as_the_channel_it_belongs_to(stage: Stage) -> None:
    await house_of(stage).services.studio.change_house_rules(stage.guild.id, channels=(stage.channel.id,))
    thread = await stage.bot.get_channel(stage.channel.id).create_thread(
        name="talk", type=discord.ChannelType.public_thread
    )
    await stage.env.settle()
    handle = next(each for each in stage.channel.threads if each.id == thread.id)
    assert not (await ordered(stage, stage.robin, handle)).ephemeral


async def test_a_post_of_a_forum_and_the_chat_of_a_voice_channel_are_places_like_any(stage: Stage) -> None:
    forum = stage.guild.create_forum_channel("ideas")
    voice = stage.guild.create_voice_channel("lounge")
    await stage.env.settle()
    post = (await stage.bot.get_channel(forum.id).create_thread(name="Seals", content="hello")).thread
    await stage.env.settle()
    handle = next(each for each in forum.threads if each.id == post.id)
    assert not (await ordered(stage, stage.robin, handle)).ephemeral
    assert not (await ordered(stage, stage.haru, voice)).ephemeral


async def test_a_member_who_brought_the_bot_along_is_answered_without_its_own_permissions(
    stage: Stage,
) -> None:
    stage.carriers.add(stage.robin.id)
    reply = await ordered(stage, stage.robin, without(stage, send_messages=False, attach_files=False))
    assert not reply.ephemeral
    assert ENGLISH("hush-permission") not in reply.text


async def test_a_server_that_keeps_seals_private_is_overruled_by_who_shares(stage: Stage) -> None:
    await house_of(stage).services.studio.change_house_rules(stage.guild.id, private=True)
    kept = await ordered(stage, stage.robin, stage.channel)
    assert kept.ephemeral
    assert ENGLISH("private-mark") in kept.text
    shared = await stage.robin.slash("sticker", name="Leo", private=False)
    await stage.settled()
    assert not shared.ephemeral


async def test_a_server_with_a_language_has_its_public_seals_announced_in_it(stage: Stage) -> None:
    await house_of(stage).services.studio.change_house_rules(stage.guild.id, language="ja")
    public = await ordered(stage, stage.robin, stage.channel)
    assert JAPANESE("rarity-normal") in public.text
    own = await stage.robin.slash("sticker", name="Leo", rarity="normal", private=True)
    await stage.settled()
    assert ENGLISH("rarity-normal") in own.text
