"""Who may do what with the forms: by everybody, forged."""

from collections.abc import Callable

import discord
import pytest

from cogs import drafts, fitting_room, leaves, manners, rules_card
from cogs.beginning import NOWHERE
from cogs.forms import FormKind
from models import GeneratedImage, ServerSettings, StickerDetail, Task
from tests.discord.harness import Member, Reply
from tests.discord.test_authorisation import (
    DONE,
    EVERYBODY,
    Press,
    Scene,
    backstage,
    forged,
    no_errors,
    press,
    said,
    scene,
    table,
    verdict,
)
from tests.discord.test_authorisation_of_binders import owners_shelf, seen_in
from tests.discord.test_authorisation_of_seals import AS_IT_IS, OWNER_ONLY, told

__all__ = ["backstage", "no_errors", "scene"]


def the_channels() -> rules_card.ChannelsMenu:
    return rules_card.ChannelsMenu.make("x", [])


async def sent(scene: Scene, who: Member, custom_id: str, **values: object) -> Reply:
    """Send in a form of any custom_id: the one that anybody may open, altered on the way."""
    empty = await press(scene.stage, who, drafts.MakeButton)
    modal = empty.result._interaction.modal
    assert modal is not None
    modal["custom_id"] = custom_id
    modal["components"] = modal["components"][:1]  # one text is all that is sent
    (modal["components"][0]["component"]["custom_id"],) = values
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


async def jump(scene: Scene, who: Member, _: str) -> str:
    return leafed(await sent(scene, who, f"jumpto:9:{owners_shelf(scene)}", typed="1"))


async def seek(scene: Scene, who: Member, _: str) -> str:
    return leafed(await sent(scene, who, f"seekfor:{owners_shelf(scene)}", typed="e"))


def leafed(reply: Reply) -> str:
    """The seals that the owner's binder shows."""
    assert reply.ephemeral
    return " and ".join(sorted(seen_in(reply)))


FORMS: dict[FormKind, tuple[Press, dict[tuple[str, str], str]]] = {
    drafts.ORDER_FORM: (send, table(DONE, DONE)),
    drafts.REWRITE_FORM: (send_rewritten, table(DONE, "not-yours")),
    fitting_room.DRESS_FORM: (take_words, OWNER_ONLY),
    leaves.JUMP_FORM: (jump, table("Open and Secret", "Open")),
    leaves.SEEK_FORM: (seek, table("Open and Secret", "Open")),
}


def test_every_form_there_is_stands_in_the_matrix() -> None:
    assert set(FORMS) == set(manners.FORMS)


async def outcomes(attempt: Press, scene: Scene) -> dict[tuple[str, str], str]:
    return {
        (name, visibility): await attempt(scene, scene.people[name], visibility)
        for name in EVERYBODY
        for visibility in ("public", "private")
    }


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
