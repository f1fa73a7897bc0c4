"""/settings and the limits: who may change them, what a refusal says, and that they hold."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import discord
import pytest

from bot.pipeline.pool import ProcessPool
from bot.stickers.house_rules import HouseRules, house_rules
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
    assert answer.sentence == ENGLISH("error-member-day-full", limit=1, at=await until(stage))
    assert answer.ephemeral
    assert await Task.all().count() == 1


async def test_the_day_of_a_member_is_full_in_their_own_language(stage: Stage) -> None:
    for number in range(3):
        await stage.haru.slash("sticker", name=f"No. {number}")
    await stage.settled()
    (answer,) = (await stage.haru.slash("sticker", name="One more")).followups
    assert answer.sentence == JAPANESE("error-member-day-full", limit=3, at=await until(stage))


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
    assert answer.sentence == ENGLISH("error-roles-only")
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


async def test_the_odds_of_a_server_decide_its_surprises(stage: Stage, keeper: Member) -> None:
    reply = await keeper.slash("settings", rare=0, super_rare=100)
    assert JAPANESE("settings-odds", normal=0, rare=0, super_rare=100) in reply.text
    made = await stage.robin.slash("sticker", name="Leo")
    await stage.settled()
    assert ENGLISH("rarity-super-rare") in made.text


async def test_odds_over_a_hundred_are_refused_and_the_old_ones_stay(stage: Stage, keeper: Member) -> None:
    refused = await keeper.slash("settings", rare=60, super_rare=50)
    assert refused.text == JAPANESE("error-odds-overfull", rare=60, super_rare=50)
    assert (
        JAPANESE("settings-odds", normal=60, rare=30, super_rare=10) in (await keeper.slash("settings")).text
    )


async def test_the_menus_set_channels_painter_language_and_privacy_also_after_a_restart(
    stage: Stage, keeper: Member
) -> None:
    card = await keeper.slash("settings")
    await stage.restart()
    await keeper.choose(card, stage.channel, custom_id="channels")
    await keeper.choose(card, "local", custom_id="rule:ai")
    await keeper.choose(card, "en", custom_id="rule:language")
    await keeper.choose(card, "private", custom_id="rule:private")
    await keeper.choose(card, "private", custom_id="rule:private")
    assert await house_rules(stage.guild.id) == HouseRules(
        channels=(stage.channel.id,), ai=False, language="en", private=True
    )
    await keeper.choose(card, "reader", custom_id="rule:language")
    assert (await house_rules(stage.guild.id)).language is None


async def test_the_options_set_the_same_rules(stage: Stage, keeper: Member) -> None:
    await keeper.slash("settings", painter="local", language="ja", private=True)
    assert await house_rules(stage.guild.id) == HouseRules(ai=False, language="ja", private=True)
    await keeper.slash("settings", painter="auto", language="reader", private=False)
    assert await house_rules(stage.guild.id) == HouseRules()


@pytest.mark.parametrize(
    ("custom_id", "value"),
    [("channels", None), ("rule:ai", "local"), ("rule:language", "en"), ("rule:private", "private")],
)
async def test_a_menu_obeys_nobody_who_may_not_manage_the_server_any_more(
    stage: Stage, keeper: Member, custom_id: str, value: str | None
) -> None:
    card = await keeper.slash("settings")
    role = stage.guild.roles["keepers"]
    stage.env.backend.get_guild(stage.guild.id).members[keeper.id].role_ids.remove(role.id)
    answer = await keeper.choose(card, value or stage.channel, custom_id=custom_id)
    assert answer.text == JAPANESE("error-managers-only")
    assert await house_rules(stage.guild.id) == HouseRules()


async def test_ai_alone_is_refused_where_the_server_draws_without(stage: Stage, keeper: Member) -> None:
    await keeper.slash("settings", painter="local")
    refused = await stage.robin.slash("sticker", name="Leo", painter="openai")
    assert refused.sentence == ENGLISH("error-no-ai-here")
    assert not await Task.all().exists()
