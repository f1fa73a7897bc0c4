import json

import pytest

import models
from bot.stickers import inventory
from bot.stickers.exporting import PAGE, TABLES, VEILED, Whose, count_after, rows_after, seals_after
from bot.stickers.inventory import Kept
from models import Account, Charge, GeneratedImage, ServerSettings, Session, User
from tests.unit.stickers.lives import LEON, ROBIN, a_life

pytestmark = pytest.mark.usefixtures("database")
NOBODYS = {"ImageCache", "ServerSettings", "Upkeep"}
"""Tables without a member in them."""


async def rows_of(whose: Whose, table: str = TABLES[0], key: str = "") -> list[tuple[str, dict[str, object]]]:
    return [(row.table, json.loads(row.text)) async for row in rows_after(whose, table, key)]


async def test_every_table_is_exported_or_has_no_member_in_it() -> None:
    tables = {name for name in models.__all__ if isinstance(getattr(models, name), type(models.User))}
    assert tables - set(TABLES) == NOBODYS


async def test_every_row_of_the_member_is_told_and_no_row_of_anybody_else() -> None:
    leon, robin = await a_life(LEON), await a_life(ROBIN)
    told = await rows_of(leon)
    assert {table for table, _ in told} == set(TABLES)
    for table in TABLES:
        (row,) = [row for name, row in told if name == table]
        assert robin.user_id not in row.values()
        assert str(robin.discord_id) not in row.values()
    assert robin.user_id not in json.dumps(told)


async def test_rows_have_the_names_and_forms_of_the_design() -> None:
    leon = await a_life(LEON)
    told = dict(await rows_of(leon))
    assert set(told["GeneratedImage"]) == {
        *("id", "userId", "imageUrl", "prompt", "sourceImageUrl", "title", "characterName", "attribute"),
        *("rarity", "backgroundColor", "effects", "style", "createdAt"),
    }
    assert told["GeneratedImage"]["effects"] == '{"aura":false}'
    assert told["GeneratedImage"]["createdAt"] == "2024-05-05T10:20:30.123+00:00"
    assert told["StickerDetail"]["private"] is True
    assert told["StickerDetail"]["serverId"] == "1"
    assert told["UsageStats"]["imageCount"] == 1


async def test_what_opens_doors_is_told_to_be_there_and_not_shown() -> None:
    leon = await a_life(LEON)
    told = dict(await rows_of(leon))
    assert "secret" not in json.dumps(told)
    assert told["Account"]["access_token"] == told["Session"]["sessionToken"] == VEILED
    assert told["Delivery"]["token"] == VEILED
    assert told["Account"]["refresh_token"] is None


async def test_it_goes_on_after_any_row() -> None:
    leon = await a_life(LEON)
    for number in range(PAGE + 5):
        await Charge.create(task_id=str(number), user_id=leon.user_id, painter="openai", model="m")
    everything = [row async for row in rows_after(leon, TABLES[0], "")]
    assert len({(row.table, row.key) for row in everything}) == len(everything) == PAGE + 5 + len(TABLES)
    for place in (0, 3, PAGE // 2, len(everything) - 1):
        row = everything[place]
        rest = [later async for later in rows_after(leon, row.table, row.key)]
        assert rest == everything[place + 1 :]
        assert await count_after(leon, row.table, row.key) == len(rest)


async def test_seals_come_page_by_page() -> None:
    leon = await a_life(LEON)
    ids = [str(seal) for seal in await GeneratedImage.all().order_by("id").values_list("id", flat=True)]
    assert await seals_after(leon, "") == ids
    assert await seals_after(leon, ids[-1]) == []


async def test_the_inventory_counts_what_is_kept() -> None:
    leon = await a_life(LEON)
    await a_life(ROBIN)
    expected = Kept(seals=1, private=1, pictures=1, days=1, orders=1, charges=1)
    assert await inventory.of(leon.user_id) == expected
    assert await inventory.of("nobody") == Kept()


async def test_the_fixture_leaves_nothing_of_others_out() -> None:
    await a_life(LEON)
    assert (await User.all().count(), await Account.all().count(), await Session.all().count()) == (1, 1, 1)
    assert await ServerSettings.all().count() == 0
