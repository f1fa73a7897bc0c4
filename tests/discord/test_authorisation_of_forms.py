"""Who may do what with the forms, the buttons that open them and the menus of /settings: by everybody, forged."""

import json
import logging
from collections.abc import Callable
from typing import Any

import discord
import pytest
from discord import SelectOption

from cogs import drafts, fitting_room, manners, rules_card
from cogs.beginning import NOWHERE
from cogs.buttons import LASTING, Lasting
from cogs.forms import FormKind
from models import GeneratedImage, ServerSettings, StickerDetail, Task
from tests.discord import test_authorisation_of_seals
from tests.discord.harness import Member, Reply
from tests.discord.test_authorisation import (
    DONE,
    EVERYBODY,
    Press,
    Scene,
    backstage,
    forged,
    press,
    said,
    scene,
    table,
    verdict,
)
from tests.discord.test_authorisation_of_seals import AS_IT_IS, OWNER_ONLY, told

__all__ = ["backstage", "scene"]

OPENED = "an empty form"


async def opens(scene: Scene, who: Member, kind: type[Lasting[Any]], *values: str) -> str:
    """A form that holds nothing of anybody's."""
    assert issubclass(kind, drafts.LastingButton)
    modal = (await press(scene.stage, who, kind, *values)).result.modal
    assert modal is not None
    known = ("Open", "Secret", *scene.seals.values(), *scene.tasks.values())
    assert not any(value in json.dumps(modal, ensure_ascii=False) for value in known)
    return OPENED


async def make(scene: Scene, who: Member, _: str) -> str:
    return await opens(scene, who, drafts.MakeButton)


async def edit(scene: Scene, who: Member, _: str) -> str:
    return await opens(scene, who, drafts.EditButton, "")


async def channels(scene: Scene, who: Member, _: str) -> str:
    return await ruled(scene, await who.choose(await forged(scene.stage, who, the_channels())))


async def rule(scene: Scene, who: Member, visibility: str) -> str:
    """Each rule there is; `visibility` only says to which value."""
    choices = {
        "ai": ("auto", "local"),
        "language": ("en", "ja"),
        "private": ("shared", "private"),
    }
    outcomes = set()
    for name, values in choices.items():
        value = values[visibility == "private"]
        menu = rules_card.RuleMenu.make(None, [SelectOption(label="x", value=value)], name)
        outcomes.add(await ruled(scene, await who.choose(await forged(scene.stage, who, menu), value)))
    (outcome,) = outcomes
    return outcome


def the_channels() -> rules_card.ChannelsMenu:
    return rules_card.ChannelsMenu.make("x", [])


async def ruled(scene: Scene, reply: Reply) -> str:
    """The refusal's name; nothing may have been written then."""
    outcome = verdict(said(reply))
    assert (await ServerSettings.all().count() > 0) == (outcome == DONE)
    return outcome


async def sent(scene: Scene, who: Member, custom_id: str, **values: object) -> Reply:
    """Send in a form of any custom_id: the one that anybody may open, altered on the way."""
    empty = await press(scene.stage, who, drafts.MakeButton)
    modal = empty.result._interaction.modal
    assert modal is not None
    modal["custom_id"] = custom_id
    modal["components"] = modal["components"][:1]  # the name, which every form has
    reply = await who.fill(empty, dict(values))
    await scene.stage.settled()
    return reply


async def send(scene: Scene, who: Member, visibility: str) -> str:
    """A new seal of the presser's own, whoever's form it was."""
    reply = await sent(scene, who, "order:", name="Sent in")
    (made,) = await GeneratedImage.filter(character_name="Sent in").prefetch_related("user__accounts")
    owners = {account.provider_account_id for account in made.user.accounts}
    await made.delete()
    assert reply.result.response is not None
    return DONE if owners == {str(who.id)} else "somebody else's"


async def send_rewritten(scene: Scene, who: Member, visibility: str) -> str:
    before = await Task.all().count()
    reply = await sent(scene, who, f"reorder:{scene.tasks[visibility]}", name="Sent in")
    if await Task.all().count() > before:
        made = await GeneratedImage.get(character_name="Sent in")
        assert (await StickerDetail.get(sticker_id=made.id)).private == (visibility == "private")
        await made.delete()
        return DONE
    return verdict(said(reply))


async def take_words(scene: Scene, who: Member, visibility: str) -> str:
    seal = scene.seals[visibility]
    reply = await sent(scene, who, f"worded:{seal}:{NOWHERE}:{AS_IT_IS}", name="Other words")
    assert not await GeneratedImage.filter(character_name="Other words").exists()
    return told(reply)


MANAGERS = table("managers-only", "managers-only")
CASES: dict[type[Lasting[Any]], tuple[Press, dict[tuple[str, str], str]]] = {
    drafts.MakeButton: (make, table(OPENED, OPENED)),
    drafts.EditButton: (edit, table(OPENED, OPENED)),
    rules_card.ChannelsMenu: (channels, MANAGERS),
    rules_card.RuleMenu: (rule, MANAGERS),
}
FORMS: dict[FormKind, tuple[Press, dict[tuple[str, str], str]]] = {
    drafts.ORDER_FORM: (send, table(DONE, DONE)),
    drafts.REWRITE_FORM: (send_rewritten, table(DONE, "not-yours")),
    fitting_room.DRESS_FORM: (take_words, OWNER_ONLY),
}


@pytest.fixture
def no_errors(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    """What was logged as an error so far."""
    return lambda: [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]


def test_every_lasting_item_and_every_form_there_is_stands_in_a_matrix() -> None:
    assert {*CASES, *test_authorisation_of_seals.CASES, *LASTING} == set(manners.LASTING)
    assert set(FORMS) == set(manners.FORMS)


async def outcomes(attempt: Press, scene: Scene) -> dict[tuple[str, str], str]:
    return {
        (name, visibility): await attempt(scene, scene.people[name], visibility)
        for name in EVERYBODY
        for visibility in ("public", "private")
    }


@pytest.mark.parametrize("item", CASES, ids=lambda item: item.prefix)
async def test_an_item_does_what_the_presser_may(
    item: type[Lasting[Any]], scene: Scene, no_errors: Callable[[], list[str]]
) -> None:
    attempt, expected = CASES[item]
    assert await outcomes(attempt, scene) == expected
    assert no_errors() == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.prefix)
async def test_a_form_does_what_the_sender_may(
    form: FormKind, scene: Scene, no_errors: Callable[[], list[str]]
) -> None:
    attempt, expected = FORMS[form]
    assert await outcomes(attempt, scene) == expected
    assert no_errors() == []


async def test_whoever_manages_a_server_changes_the_rules_of_that_one(scene: Scene) -> None:
    stage = scene.stage
    role = stage.guild.create_role(
        "keepers", permissions=discord.Permissions(manage_guild=True, view_channel=True)
    )
    keeper = await stage.newcomer("keeper", role)
    await keeper.choose(await forged(stage, keeper, the_channels()), keeper.channel)
    (rules,) = await ServerSettings.all()
    assert rules.server_id == stage.guild.id


@pytest.mark.parametrize("custom_id", ["order:zzzz", "order:a魔;r!;b#", f"reorder:{'0' * 32}", "reorder:x"])
async def test_a_form_from_nowhere_does_no_harm(
    scene: Scene, no_errors: Callable[[], list[str]], custom_id: str
) -> None:
    await sent(scene, scene.stage.robin, custom_id, name="From nowhere")
    assert no_errors() == []
