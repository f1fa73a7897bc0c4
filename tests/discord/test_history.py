"""/history: the binder, its pages, filters, forms and its owner, in both languages and across restarts."""

import io
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from bot.album import Visitor
from bot.errors import Gone
from bot.pipeline.pool import ProcessPool
from bot.stickers.history import EMPTY
from bot.stickers.members import Identity
from bot.stickers.shelf import Shelf, Turn
from bot.words import Words
from models import Account, Favourite, StickerDetail
from tests.discord.harness import Member, Reply, Stage
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
    return [option["label"] for option in menu(reply, "pick")["options"]]


def menu(reply: Reply, prefix: str) -> dict[str, Any]:
    (found,) = [part for part in reply.parts(3) if part["custom_id"].split(":")[0] == prefix]
    return found


def button(reply: Reply, prefix: str) -> str:
    """The custom id of the button with this prefix."""
    return next(custom_id for custom_id in reply.custom_ids if custom_id.startswith(f"{prefix}:"))


def asleep(reply: Reply) -> list[bool]:
    """Of newer, page, older."""
    return [bool(part.get("disabled")) for part in reply.parts(2)[:3]]


async def sift(stage: Stage, reply: Reply, value: str, *, by: Member | None = None) -> None:
    await (by or stage.haru).choose(reply, value, custom_id=menu(reply, "sift")["custom_id"])


async def test_an_empty_binder_invites(stage: Stage) -> None:
    reply = await stage.haru.slash("history")
    assert reply.text == JAPANESE("history-empty")
    assert "/sticker" in reply.text
    assert reply.ephemeral


async def test_pages_of_nine_newest_first_turn_back_and_forth_after_a_restart(stage: Stage) -> None:
    await make(stage, 11)
    reply = await stage.haru.slash("history")
    assert picked_labels(reply) == [f"{place}. Seal {12 - place}" for place in range(1, 10)]
    (name,) = reply.pictures
    assert Image.open(io.BytesIO(reply.files[name])).format == "WEBP"
    assert reply.message.attachments[0].description == JAPANESE("alt-binder", count=9)
    assert (reply.labels[1], asleep(reply)) == ("1 / 2", [True, False, False])
    await stage.restart()
    await stage.haru.press(reply, JAPANESE("button-older"))
    assert picked_labels(reply) == ["10. Seal 2", "11. Seal 1"]
    assert (reply.labels[1], asleep(reply)) == ("2 / 2", [False, False, True])
    await stage.haru.press(reply, JAPANESE("button-newer"))
    assert picked_labels(reply)[0] == "1. Seal 11"


async def test_a_page_is_opened_by_its_number_even_when_the_bot_restarted_under_the_form(
    stage: Stage,
) -> None:
    await make(stage, 10)
    reply = await stage.robin.slash("history", member=stage.haru.actor)
    form = await stage.robin.press(reply, "1 / 2")
    await stage.restart()
    await stage.robin.fill(form, {"typed": " ２ "})
    assert picked_labels(reply) == ["10. Seal 1"]
    form = await stage.robin.press(reply, "2 / 2")
    await stage.robin.fill(form, {"typed": "99999"})
    assert reply.labels[1] == "2 / 2"
    form = await stage.robin.press(reply, "2 / 2")
    refused = await stage.robin.fill(form, {"typed": "two"})
    assert refused.text == ENGLISH("error-not-a-number", last=2)
    assert refused.ephemeral


async def test_a_search_is_offered_as_one_types_and_changed_in_a_form(stage: Stage) -> None:
    await stage.haru.slash("sticker", name="Leon", title="King of fire", rarity="normal")
    await stage.settled()
    await stage.haru.slash("sticker", name="Mamoru", rarity="normal")
    await stage.settled()
    offered = await stage.haru.offered("history", "search", "leo")
    assert [choice["value"] for choice in offered] == ["Leon"]
    assert await stage.robin.offered("history", "search", "leo") == []
    reply = await stage.haru.slash("history", search="leo")
    assert picked_labels(reply) == ["1. Leon"]
    assert "「leo」" in reply.text
    form = await stage.haru.press(reply, custom_id=button(reply, "seek"))
    await stage.restart()
    await stage.haru.fill(form, {"typed": "mamo"})
    assert picked_labels(reply) == ["1. Mamoru"]
    form = await stage.haru.press(reply, custom_id=button(reply, "seek"))
    await stage.haru.fill(form, {"typed": ""})
    assert len(picked_labels(reply)) == 2


async def test_the_menu_sifts_and_lets_everything_in_again(stage: Stage) -> None:
    await stage.robin.slash("sticker", name="Devil", attribute="悪魔", rarity="normal")
    await stage.settled()
    await stage.robin.slash("sticker", name="Angel", attribute="天使", rarity="rare")
    await stage.settled()
    reply = await stage.robin.slash("history", attribute="悪魔")
    assert picked_labels(reply) == ["1. Devil"]
    assert ENGLISH("history-filters", filters="Devil") in reply.text
    await stage.restart()
    await sift(stage, reply, "rarity=rare", by=stage.robin)
    assert ENGLISH("history-empty-sifted") in reply.text
    assert not reply.pictures
    await sift(stage, reply, "all", by=stage.robin)
    assert picked_labels(reply) == ["1. Angel", "2. Devil"]
    await sift(stage, reply, "attribute=天使", by=stage.robin)
    ticked = [option["label"] for option in menu(reply, "sift")["options"] if option["label"].startswith("✓")]
    assert ticked == ["✓ My binder", "✓ Angel"]
    await sift(stage, reply, "attribute=天使", by=stage.robin)
    assert len(picked_labels(reply)) == 2


async def test_a_servers_seals_are_everybodys_public_ones(stage: Stage) -> None:
    reply = await stage.robin.slash("history", whose="s")
    assert reply.text == ENGLISH("history-empty-server")
    await make(stage, 1)
    await stage.haru.slash("sticker", name="Secret", private=True)
    await stage.settled()
    await stage.robin.slash("sticker", name="Leo", rarity="normal")
    await stage.settled()
    await sift(stage, reply, "whose=mine", by=stage.robin)
    assert picked_labels(reply) == ["1. Leo"]
    await sift(stage, reply, "whose=server", by=stage.robin)
    assert picked_labels(reply) == ["1. Leo", "2. Seal 1"]
    assert ENGLISH("history-server", name="Kiraseal playground") in reply.text


async def test_outside_of_servers_there_is_no_servers_album(stage: Stage) -> None:
    reply = await stage.haru.dm.slash("history", whose="s")
    assert reply.text == JAPANESE("error-not-in-server")
    mine = await stage.haru.dm.slash("history")
    assert "whose=server" not in [option["value"] for option in menu(mine, "sift")["options"]]


async def test_favourites_invite_and_then_show_what_one_likes(stage: Stage) -> None:
    await make(stage, 2)
    reply = await stage.robin.slash("history", whose="f")
    assert reply.text == ENGLISH("history-empty-favourites")
    liked = await StickerDetail.all().order_by("created_at").first()
    user = await Account.get(provider_account_id=str(stage.robin.id))
    await Favourite.create(user_id=user.user_id, sticker_id=liked.sticker_id)
    await sift(stage, reply, "whose=favourites", by=stage.robin)
    assert picked_labels(reply) == ["1. Seal 1"]


async def test_a_page_is_printed_for_whoever_presses_alone(stage: Stage) -> None:
    await make(stage, 2)
    reply = await stage.haru.slash("history")
    await stage.restart()
    for _ in range(2):  # pressed twice
        printed = await stage.haru.press(reply, custom_id=button(reply, "pdf"))
        await stage.settled()
        (sheets,) = printed.files.values()
        assert sheets.startswith(b"%PDF")
        assert printed.ephemeral
        assert printed.message.attachments[0].description == JAPANESE("alt-sheets")
    assert len(pypdfium2.PdfDocument(sheets)) == 2, "fronts and backs"


async def test_a_seal_whose_row_is_broken_spares_the_page_and_the_print(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    await make(stage, 2)
    broken = await StickerDetail.all().order_by("created_at").first()
    await StickerDetail.filter(sticker_id=broken.sticker_id).update(design='{"name": "Leo"}')
    reply = await stage.haru.slash("history")
    assert picked_labels(reply) == ["1. Seal 2", f"2. {JAPANESE('history-illegible')}"]
    assert broken.sticker_id in caplog.text
    opened = await stage.haru.choose(reply, broken.sticker_id, custom_id="pick")
    assert opened.text == JAPANESE("error-gone")
    printed = await stage.haru.press(reply, custom_id=button(reply, "pdf"))
    await stage.settled()
    assert len(pypdfium2.PdfDocument(*printed.files.values())) == 2
    assert JAPANESE("history-left-out", count=1) in printed.text


async def test_a_picked_sticker_opens_from_our_own_storage_after_a_restart(stage: Stage) -> None:
    await make(stage, 2)
    reply = await stage.haru.slash("history")
    await stage.restart()
    opened = await stage.haru.choose(reply, menu(reply, "pick")["options"][1]["value"], custom_id="pick")
    await stage.settled()
    assert "Seal 1" in opened.text
    assert len(opened.files) == 1
    assert opened.ephemeral
    prefixes = {custom_id.split(":")[0] for custom_id in opened.custom_ids}
    assert {"again", "dress", "trio", "fav", "more"} <= prefixes


async def test_others_see_public_stickers_only(stage: Stage) -> None:
    await make(stage, 1)
    await stage.haru.slash("sticker", name="Secret", private=True)
    await stage.settled()
    reply = await stage.robin.slash("history", member=stage.haru.actor)
    assert picked_labels(reply) == ["1. Seal 1"]
    mine = await stage.haru.slash("history")
    options = menu(mine, "pick")["options"]
    secret = next(option["value"] for option in options if "Secret" in option["label"])
    robin = Identity(discord_id=stage.robin.id, name="Robin", avatar_url=None)
    with pytest.raises(Gone):  # a forged choice: no page would offer it
        await stage.bot.studio.open(secret, robin)


async def test_anothers_code_shows_nothing_that_is_private(stage: Stage) -> None:
    await stage.haru.slash("sticker", name="Secret", private=True)
    await stage.settled()
    code = button(await stage.haru.slash("history"), "pdf").split(":", 1)[1]
    turn, shelf = code.split(":", 1)
    visitor = Visitor(identity=Identity(discord_id=stage.robin.id, name="Robin", avatar_url=None))
    for owner in (None, stage.haru.id):
        wanted = replace(Shelf.parse(shelf), owner=owner)
        binder = await stage.bot.album.binder(visitor, wanted, turn=Turn.parse(turn))
        assert binder.page == EMPTY
        with pytest.raises(Gone):
            await stage.bot.album.sheets(visitor, wanted, Turn.parse(turn), ENGLISH)


async def test_someone_who_made_nothing_has_an_empty_binder(stage: Stage) -> None:
    reply = await stage.haru.slash("history", member=stage.robin.actor)
    assert reply.text == JAPANESE("history-empty-other")
