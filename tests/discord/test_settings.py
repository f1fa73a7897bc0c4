"""/settings and the limits: who may change them, what a refusal says, and that they hold."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import discord
import pytest

from bot.pipeline.pool import ProcessPool
from bot.words import Words
from models import ServerSettings, Task
from tests.discord.harness import Member, Stage
from tests.discord.house import House, open_house, settings_in

JAPANESE, ENGLISH = Words.for_locale("ja"), Words.for_locale("en-US")


@pytest.fixture
async def backstage(tmp_path: Path, pool: ProcessPool) -> AsyncIterator[House]:
    async with open_house(settings_in(tmp_path, member_daily=3), pool) as house:
        yield house


@pytest.fixture
async def keeper(stage: Stage) -> Member:
    """Somebody who may manage the server, and reads Japanese."""
    role = stage.guild.create_role("keepers", permissions=discord.Permissions(manage_guild=True))
    return await stage.newcomer("kaname", role, locale="ja")


async def until(stage: Stage) -> str:
    """Midnight of the host's day, in seconds since 1970."""
    house = stage.backstage
    assert isinstance(house, House)
    tomorrow = house.clock() + timedelta(days=1)
    return str(int(tomorrow.replace(hour=0, minute=0, second=0, microsecond=0).timestamp()))


async def test_what_holds_is_shown_to_whoever_manages_the_server(stage: Stage, keeper: Member) -> None:
    reply = await keeper.slash("settings")
    assert reply.ephemeral
    assert JAPANESE("settings-per-member", limit=3) in reply.text
    assert JAPANESE("settings-everyone") in reply.text


async def test_a_changed_rule_holds_at_once_and_after_a_restart(stage: Stage, keeper: Member) -> None:
    reply = await keeper.slash("settings", per_member=1)
    assert JAPANESE("settings-per-member", limit=1) in reply.text
    await stage.restart()
    await stage.robin.slash("sticker", name="Leo")
    await stage.settled()
    refused = await stage.robin.slash("sticker", name="Leon")
    (answer,) = refused.followups
    assert answer.text == ENGLISH("error-member-day-full", limit=1, at=await until(stage))
    assert answer.ephemeral
    assert await Task.all().count() == 1


async def test_the_day_of_a_member_is_full_in_their_own_language(stage: Stage) -> None:
    for number in range(3):
        await stage.haru.slash("sticker", name=f"No. {number}")
    await stage.settled()
    (answer,) = (await stage.haru.slash("sticker", name="One more")).followups
    assert answer.text == JAPANESE("error-member-day-full", limit=3, at=await until(stage))


async def test_a_pause_is_kept(stage: Stage, keeper: Member) -> None:
    await keeper.slash("settings", pause=60)
    await stage.robin.slash("sticker", name="Leo")
    (answer,) = (await stage.robin.slash("sticker", name="Leon")).followups
    assert answer.text.startswith(ENGLISH("error-too-soon", at="0").partition("<")[0])


async def test_only_those_with_a_chosen_role_may_order(stage: Stage, keeper: Member) -> None:
    role = stage.guild.create_role("collectors")
    collector = await stage.newcomer("rin", role)
    reply = await keeper.slash("settings")
    await stage.restart()
    await keeper.choose(reply, role, custom_id="roles")
    assert f"<@&{role.id}>" in reply.text
    (answer,) = (await stage.robin.slash("sticker", name="Leo")).followups
    assert answer.text == ENGLISH("error-roles-only")
    await collector.slash("sticker", name="Leo")
    await keeper.slash("sticker", name="Leon")
    await stage.robin.dm.slash("sticker", name="Leona")
    await stage.settled()
    assert await Task.filter(status="completed").count() == 3


async def test_whoever_is_shown_the_command_but_may_not_manage_the_server_is_refused(stage: Stage) -> None:
    (command,) = [one for one in await stage.bot.tree.fetch_commands() if one.name == "settings"]
    stage.guild.set_command_permissions(command, {stage.robin.actor: True})
    reply = await stage.robin.slash("settings", per_member=50)
    assert (reply.text, reply.ephemeral) == (ENGLISH("error-managers-only"), True)
    assert not await ServerSettings.all().exists()
