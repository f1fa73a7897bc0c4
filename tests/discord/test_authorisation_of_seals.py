"""Who may do what with a finished seal: its buttons, and those they open, pressed by everybody, everywhere, forged."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from discord import SelectOption

from bot.stickers.wardrobe import Wardrobe
from cogs import fitting_room, seal_buttons
from cogs.beginning import NOWHERE
from cogs.buttons import Lasting, LastingButton
from cogs.fitting_room import DressMenu
from cogs.seal_buttons import TakeMenu
from models import Favourite, GeneratedImage, StickerDetail, Task
from tests.discord.harness import Member, Reply
from tests.discord.test_authorisation import (
    DONE,
    EVERYBODY,
    Press,
    Scene,
    backstage,
    forged,
    order,
    press,
    scene,
    table,
    verdict,
)

__all__ = ["backstage", "scene"]

AS_IT_IS = str(Wardrobe())


def told(reply: Reply) -> str:
    """What came of it: the refusal's name, or that it was done, in private."""
    if reply.result.modal:
        return DONE
    answers = [reply, *reply.followups] if reply.result.response else reply.followups
    assert answers[0].ephemeral, answers[0].text
    return verdict(answers[0].text)


def looks(kind: type[LastingButton]) -> Press:
    """Opens something for the presser alone; the message on which it stood stays as it was."""

    async def attempt(scene: Scene, who: Member, visibility: str) -> str:
        reply = await press(scene.stage, who, kind, scene.seals[visibility])
        await scene.stage.settled()
        return told(reply)

    return attempt


def orders(kind: type[LastingButton], *state: str) -> Press:
    """Makes more of it."""

    async def attempt(scene: Scene, who: Member, visibility: str) -> str:
        before = await Task.all().count()
        reply = await press(scene.stage, who, kind, scene.seals[visibility], *state)
        await scene.stage.settled()
        if await Task.all().count() > before:
            made = await StickerDetail.all().order_by("-created_at").first()
            assert made is not None
            assert made.private == (visibility == "private")
            return DONE
        return told(reply)

    return attempt


def decides(kind: type[LastingButton], *state: str) -> Press:
    """Changes the seal, or asks the owner first."""

    async def attempt(scene: Scene, who: Member, visibility: str) -> str:
        reply = await press(scene.stage, who, kind, scene.seals[visibility], *state)
        await scene.stage.settled()
        return told(reply)

    return attempt


async def erase(scene: Scene, who: Member, visibility: str) -> str:
    await order(scene.stage.haru, "Doomed", private=visibility == "private")
    await scene.stage.settled()
    doomed = await GeneratedImage.get(character_name="Doomed")
    reply = await press(scene.stage, who, seal_buttons.ReallyDeleteButton, doomed.id, NOWHERE)
    await scene.stage.settled()
    gone = not await GeneratedImage.filter(id=doomed.id).exists()
    await GeneratedImage.filter(id=doomed.id).delete()
    outcome = told(reply)
    assert gone == (outcome == DONE)
    return outcome


async def take(scene: Scene, who: Member, visibility: str) -> str:
    menu = TakeMenu.make("x", [SelectOption(label="x", value="png")], scene.seals[visibility])
    reply = await who.choose(await forged(scene.stage, who, menu), "png")
    await scene.stage.settled()
    return DONE if reply.files and reply.ephemeral else told(reply)


async def wear(scene: Scene, who: Member, visibility: str) -> str:
    state = (scene.seals[visibility], NOWHERE, AS_IT_IS)
    menu = DressMenu.make("x", [SelectOption(label="x", value="gem")], "frame", *state)
    reply = await who.choose(await forged(scene.stage, who, menu), "gem")
    await scene.stage.settled()
    return told(reply)


ANYBODY = table(DONE, DONE, private="gone")
OWNER_ONLY = table(DONE, "not-yours", private="gone")
OR_MODERATOR = table(DONE, "not-yours", private="gone", besides=[("moderator", "public", DONE)])
DRESSING = (NOWHERE, AS_IT_IS)

CASES: dict[type[Lasting[Any]], tuple[Press, dict[tuple[str, str], str]]] = {
    seal_buttons.FavouriteButton: (looks(seal_buttons.FavouriteButton), ANYBODY),
    seal_buttons.UnfavouriteButton: (looks(seal_buttons.UnfavouriteButton), ANYBODY),
    seal_buttons.TiltButton: (looks(seal_buttons.TiltButton), ANYBODY),
    seal_buttons.StillButton: (looks(seal_buttons.StillButton), ANYBODY),
    seal_buttons.BackButton: (looks(seal_buttons.BackButton), ANYBODY),
    seal_buttons.OpenButton: (looks(seal_buttons.OpenButton), ANYBODY),
    seal_buttons.MoreButton: (looks(seal_buttons.MoreButton), ANYBODY),
    seal_buttons.TakeMenu: (take, ANYBODY),
    seal_buttons.AgainButton: (orders(seal_buttons.AgainButton), OWNER_ONLY),
    seal_buttons.TrioButton: (orders(seal_buttons.TrioButton), OWNER_ONLY),
    seal_buttons.RedressButton: (looks(seal_buttons.RedressButton), OWNER_ONLY),
    seal_buttons.ShareButton: (decides(seal_buttons.ShareButton, NOWHERE), OWNER_ONLY),
    seal_buttons.UnshareButton: (decides(seal_buttons.UnshareButton, NOWHERE), OWNER_ONLY),
    seal_buttons.DeleteButton: (decides(seal_buttons.DeleteButton, NOWHERE), OR_MODERATOR),
    seal_buttons.StayButton: (decides(seal_buttons.StayButton), OR_MODERATOR),
    seal_buttons.ReallyDeleteButton: (erase, OR_MODERATOR),
    fitting_room.DressMenu: (wear, OWNER_ONLY),
    fitting_room.WordsButton: (decides(fitting_room.WordsButton, *DRESSING), OWNER_ONLY),
    fitting_room.PutOnButton: (decides(fitting_room.PutOnButton, *DRESSING), OWNER_ONLY),
    fitting_room.AsNewButton: (orders(fitting_room.AsNewButton, *DRESSING), OWNER_ONLY),
}


@pytest.fixture
def no_errors(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    """What was logged as an error so far."""
    return lambda: [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]


def test_every_button_of_a_seal_is_in_the_matrix() -> None:
    assert set(CASES) == {*seal_buttons.LASTING, *fitting_room.LASTING}


@pytest.mark.parametrize("item", CASES, ids=lambda item: item.prefix)
async def test_a_seals_button_does_what_the_presser_may(
    item: type[Lasting[Any]], scene: Scene, no_errors: Callable[[], list[str]]
) -> None:
    attempt, expected = CASES[item]
    found = {
        (name, visibility): await attempt(scene, scene.people[name], visibility)
        for name in EVERYBODY
        for visibility in ("public", "private")
    }
    assert found == expected
    assert no_errors() == []


async def test_favourites_are_the_pressers_own(scene: Scene) -> None:
    await press(scene.stage, scene.people["other"], seal_buttons.FavouriteButton, scene.seals["public"])
    await press(scene.stage, scene.people["moderator"], seal_buttons.UnfavouriteButton, scene.seals["public"])
    assert await Favourite.all().count() == 1


@pytest.mark.parametrize("choices", ["zzzzzzz-", "0123456r", "9999999r"])
async def test_choices_from_nowhere_do_no_harm(
    scene: Scene, no_errors: Callable[[], list[str]], choices: str
) -> None:
    owner = scene.people["owner"]
    button = fitting_room.PutOnButton.make("x", scene.seals["public"], NOWHERE, choices)
    await owner.press(await forged(scene.stage, owner, button))
    await scene.stage.settled()
    assert no_errors() == []


async def test_a_message_of_somebody_elses_seal_cannot_be_changed_by_naming_it(scene: Scene) -> None:
    stage = scene.stage
    (owners,) = [reply for reply in stage.replies() if "Open" in reply.text and not reply.ephemeral]
    before = owners.text
    other = scene.people["other"]
    await order(other, "Mine", private=False)
    await stage.settled()
    mine = await GeneratedImage.get(character_name="Mine")
    origin = str(owners.message.id)
    await press(stage, other, fitting_room.PutOnButton, mine.id, origin, "0------r")
    await press(stage, other, seal_buttons.UnshareButton, mine.id, origin)
    await press(stage, other, seal_buttons.ReallyDeleteButton, mine.id, origin)
    await stage.settled()
    assert not await GeneratedImage.filter(id=mine.id).exists()
    assert owners.text == before
