"""Who may see what: the items of binders and of numbers, pressed by everybody, everywhere, forged."""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pypdfium2
import pytest
from discord import SelectOption

from bot.stickers.shelf import Key, Shelf, Turn, Way
from cogs import leaves, sums
from cogs.buttons import Lasting, LastingButton
from cogs.leaves import PickMenu
from cogs.manners import LASTING
from models import Account, GeneratedImage, MemberSettings, StickerDetail
from tests.discord import test_authorisation, test_authorisation_of_seals
from tests.discord.harness import Member, Reply, Stage
from tests.discord.test_authorisation import (
    DONE,
    ENGLISH,
    EVERYBODY,
    OWN,
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

__all__ = ["backstage", "no_errors", "scene"]


async def pick(stage: Stage, who: Member, value: str) -> Reply:
    menu = PickMenu.make("x", [SelectOption(label="x", value=value)])
    return await who.choose(await forged(stage, who, menu), value)


def seen_in(reply: Reply) -> set[str]:
    """The names of the seals that a binder offers to open."""
    menus = [menu for menu in reply.parts(3) if menu["custom_id"] == PickMenu.custom_id_of()]
    return {option["label"].partition(". ")[2] for menu in menus for option in menu["options"]}


def owners_shelf(scene: Scene) -> str:
    return str(Shelf(owner=scene.stage.haru.id))


async def turns_around(scene: Scene, visibility: str) -> list[str]:
    """From a seal to itself, and from before and after it to both sides."""
    detail = await StickerDetail.get(sticker_id=scene.seals[visibility])
    minute = timedelta(minutes=1)
    return [
        str(Turn(way=way, key=Key(created_at=detail.created_at + minute * minutes, id=detail.sticker_id)))
        for way, minutes in ((Way.OLDER, 1), (Way.NEWER, -1), (Way.OLDER, 0), (Way.HERE, 0))
    ]


async def turn(scene: Scene, who: Member, visibility: str) -> str:
    """The seals that are seen when the owner's binder is turned from a key to both sides."""
    seen = set()
    for code in await turns_around(scene, visibility):
        reply = await press(scene.stage, who, leaves.TurnButton, code, owners_shelf(scene))
        assert reply.ephemeral
        seen |= seen_in(reply)
    return " and ".join(sorted(seen))


async def print_page(scene: Scene, who: Member, visibility: str) -> str:
    """How many seals are on the sheets: the page begins with the newest that the presser may see."""
    code = (await turns_around(scene, visibility))[0]
    reply = await press(scene.stage, who, leaves.PrintButton, code, owners_shelf(scene))
    printed = next(message for message in (reply, *reply.followups) if message.files)
    assert printed.ephemeral
    (data,) = printed.files.values()
    fronts = pypdfium2.PdfDocument(data)[0]
    pictures = [item for item in fronts.get_objects() if type(item) is pypdfium2.PdfImage]
    return f"{len(pictures) - 2} seals"  # two are the words of the margin


async def sift(scene: Scene, who: Member, _: str) -> str:
    """What the server's album shows where the presser is."""
    option = SelectOption(label="x", value="whose=server")
    menu = leaves.SiftMenu.make("x", [option], owners_shelf(scene))
    reply = await who.choose(await forged(scene.stage, who, menu), "whose=server")
    assert reply.ephemeral
    return " and ".join(sorted(seen_in(reply))) or verdict(said(reply))


async def ask_for_page(scene: Scene, who: Member, _: str) -> str:
    reply = await press(scene.stage, who, leaves.JumpButton, "9", owners_shelf(scene))
    shown = await who.fill(reply, {"typed": "1"})
    assert shown.ephemeral
    return " and ".join(sorted(seen_in(shown)))


async def ask_for_search(scene: Scene, who: Member, _: str) -> str:
    reply = await press(scene.stage, who, leaves.SeekButton, owners_shelf(scene))
    shown = await who.fill(reply, {"typed": "e"})
    assert shown.ephemeral
    return " and ".join(sorted(seen_in(shown)))


async def look(scene: Scene, who: Member, kind: type[LastingButton], view: str) -> str:
    reply = await press(scene.stage, who, kind, view, "30")
    mine = ENGLISH("stats-always", count=2) if who.id == scene.stage.haru.id else ENGLISH("stats-empty")
    assert reply.ephemeral
    return OWN if mine in reply.text else verdict(said(reply))


async def span(scene: Scene, who: Member, _: str) -> str:
    return await look(scene, who, sums.SpanButton, "mine")


async def board(scene: Scene, who: Member, _: str) -> str:
    return await look(scene, who, sums.LookButton, "board")


async def listed(scene: Scene, who: Member, _: str) -> str:
    await press(scene.stage, who, sums.ListedButton, "no", "30")
    account = await Account.get(user_id=(await MemberSettings.get()).user_id)
    await MemberSettings.all().delete()
    return OWN if account.provider_account_id == str(who.id) else "somebody else's"


async def pick_one(scene: Scene, who: Member, visibility: str) -> str:
    reply = await pick(scene.stage, who, scene.seals[visibility])
    return DONE if reply.files else verdict(said(reply))


IN_DM = [(who, seen, "not-in-server") for who in EVERYBODY if "DM" in who for seen in ("public", "private")]
ELSEWHERE = [*IN_DM, ("stranger", "public", DONE), ("stranger", "private", DONE)]
"""Where no seal was made, the album says so: done."""

CASES: dict[type[Lasting[Any]], tuple[Press, dict[tuple[str, str], str]]] = {
    leaves.TurnButton: (turn, table("Open and Secret", "Open")),
    leaves.JumpButton: (ask_for_page, table("Open and Secret", "Open")),
    leaves.SeekButton: (ask_for_search, table("Open and Secret", "Open")),
    leaves.PrintButton: (print_page, table("2 seals", "1 seals")),
    leaves.SiftMenu: (sift, table("Open", "Open", besides=ELSEWHERE)),
    sums.SpanButton: (span, table(OWN, OWN)),
    sums.LookButton: (board, table(DONE, DONE, besides=IN_DM)),
    sums.ListedButton: (listed, table(OWN, OWN)),
    leaves.PickMenu: (pick_one, table(DONE, DONE, private="gone")),
}


def test_every_item_of_binders_and_numbers_is_in_the_matrix() -> None:
    assert set(CASES) == {*leaves.LASTING, *sums.LASTING}


def test_no_lasting_item_is_in_no_matrix() -> None:
    assert set(LASTING) == {*test_authorisation.CASES, *test_authorisation_of_seals.CASES, *CASES}


@pytest.mark.parametrize("item", CASES, ids=lambda item: item.prefix)
async def test_an_item_does_what_the_presser_may(
    item: type[Lasting[Any]], scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    attempt, expected = CASES[item]
    found = {
        (name, visibility): await attempt(scene, scene.people[name], visibility)
        for name in EVERYBODY
        for visibility in ("public", "private")
    }
    assert found == expected
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.mark.parametrize(
    "code",
    ["t", "n", "o", "h1.0.0.0-x", "ozzzzz.zzzzz.zzzz.zzzzzzzzz-x", "n0.0.0.zzzzzzzzz-zz", "o9.9.9.0-0"],
)
async def test_a_page_from_nowhere_is_the_newest(
    scene: Scene, no_errors: Callable[[], list[str]], code: str
) -> None:
    reply = await press(scene.stage, scene.stage.haru, leaves.TurnButton, code, owners_shelf(scene))
    assert seen_in(reply) == {"Open", "Secret"}
    assert no_errors() == []


async def test_the_binder_of_nobody_is_empty(scene: Scene, no_errors: Callable[[], list[str]]) -> None:
    for owner in ("0", "z" * 13):
        reply = await press(scene.stage, scene.stage.robin, leaves.TurnButton, "t", f"m{owner}:--:")
        assert reply.text == ENGLISH("history-empty-other")
    assert no_errors() == []


@pytest.mark.parametrize("typed", ["\0", "%", "_", "\\", "' OR 1=1 --", "\n" * 9, "🔥" * 12, "0" * 24])
async def test_no_search_breaks_the_binder(
    scene: Scene, no_errors: Callable[[], list[str]], typed: str
) -> None:
    form = await press(scene.stage, scene.stage.haru, leaves.SeekButton, owners_shelf(scene))
    shown = await scene.stage.haru.fill(form, {"typed": typed})
    assert shown.ephemeral
    assert shown.text != ENGLISH("error-unknown")
    assert no_errors() == []


@pytest.mark.parametrize("value", ["x", "../../etc/passwd", "\0", "猫", "a" * 100, "' OR 1=1 --"])
async def test_a_choice_that_is_no_seal_is_gone(
    scene: Scene, no_errors: Callable[[], list[str]], value: str
) -> None:
    assert verdict(said(await pick(scene.stage, scene.stage.robin, value))) == "gone"
    assert no_errors() == []


async def test_pages_pressed_out_of_order_after_a_deletion_show_what_is_left(
    scene: Scene, no_errors: Callable[[], list[str]]
) -> None:
    codes = await turns_around(scene, "private")
    await GeneratedImage.filter(id=scene.seals["private"]).delete()
    for code in (*codes, *reversed(codes)):
        reply = await press(scene.stage, scene.stage.haru, leaves.TurnButton, code, owners_shelf(scene))
        assert ENGLISH("history-count", first=1, last=1, total=1) in reply.text
    assert no_errors() == []


async def test_the_pictures_of_a_binder_are_apart_for_owner_and_others(scene: Scene) -> None:
    haru, robin = scene.stage.haru, scene.stage.robin
    mine, theirs, again = (
        await haru.slash("history"),
        await robin.slash("history", member=haru.actor),
        await haru.slash("history"),
    )
    assert mine.files == again.files
    assert mine.files["binder.webp"] != theirs.files["binder.webp"]
    assert "Secret" not in str(theirs.message.components)
    assert scene.seals["private"] not in str(theirs.message.components)
