import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.stickers.design import Attribute, Design, Foil, FrameType, Rarity, Style
from bot.stickers.history import EMPTY, Page, Scope, page, page_at, wordings
from bot.stickers.shelf import Key, Shelf, Turn, Whose
from models import Favourite, GeneratedImage, StickerDetail, User, cuid

MOMENT = datetime(2024, 5, 5, tzinfo=UTC)
DESIGN = Design(
    name="n",
    title="t",
    prompt="p",
    attribute=Attribute.DEVIL,
    rarity=Rarity.RARE,
    style=Style(frame_type=FrameType.PLAIN, frame_color="red", foil=Foil.WAVE),
)
COLUMNS = {
    "prompt": "p",
    "title": "t",
    "character_name": "n",
    "attribute": "悪魔",
    "rarity": "rare",
    "background_color": "rainbow",
    "effects": "{}",
    "style": "{}",
}
# Milliseconds and whether it is private: few milliseconds, so that many stickers share one.
MADE = st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=14)


async def an_owner() -> str:
    return (await User.create(email=f"{cuid()}@users.invalid")).id


async def add(
    owner_id: str, made: list[tuple[int, bool]], server_id: int | None = None, **columns: str
) -> list[tuple[Key, bool]]:
    """Their keys and whether they are private, newest first. `columns` are those of GeneratedImage."""
    keys = [
        (Key(created_at=MOMENT + timedelta(milliseconds=after), id=cuid()), private)
        for after, private in made
    ]
    await GeneratedImage.bulk_create(
        GeneratedImage(
            id=key.id,
            user_id=owner_id,
            image_url=f"/images/{key.id}.webp",
            created_at=key.created_at,
            **(COLUMNS | columns),
        )
        for key, _ in keys
    )
    await StickerDetail.bulk_create(
        StickerDetail(
            sticker_id=key.id,
            owner_id=owner_id,
            server_id=server_id,
            painter="red",
            renderer_version=1,
            design=DESIGN.to_json(),
            private=private,
            created_at=key.created_at,
        )
        for key, private in keys
    )
    return sorted(keys, key=lambda entry: (entry[0].created_at, entry[0].id), reverse=True)


def scope(
    owner_id: str, viewer_id: str | None = None, server_id: int | None = None, **shelf: object
) -> Scope:
    return Scope(
        shelf=Shelf(**shelf), owner_id=owner_id, viewer_id=viewer_id or owner_id, server_id=server_id
    )


def keys_of(found: Page) -> list[Key]:
    return [entry.key for entry in found.entries]


def carried(turn: Turn | None) -> Turn:
    assert turn is not None
    return Turn.parse(str(turn))


async def older_pages(of: Scope, size: int) -> list[Page]:
    pages = [await page(of, size=size)]
    while pages[-1].older is not None:
        pages.append(await page(of, carried(pages[-1].older), size=size))
    return pages


async def newer_pages(of: Scope, last: Page, size: int) -> list[Page]:
    pages = [last]
    while pages[-1].newer is not None:
        pages.append(await page(of, carried(pages[-1].newer), size=size))
    return pages


@pytest.mark.usefixtures("database")
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # one database serves every example: each has an owner of its own
@given(made=MADE, size=st.integers(1, 9), own=st.booleans())
async def test_leafing_through_shows_each_visible_sticker_once_and_in_order(
    made: list[tuple[int, bool]], size: int, own: bool
) -> None:
    owner_id = await an_owner()
    of = scope(owner_id, owner_id if own else "somebody else")
    expected = [key for key, private in await add(owner_id, made) if own or not private]
    pages = await older_pages(of, size)
    assert [key for found in pages for key in keys_of(found)] == expected
    back = await newer_pages(of, pages[-1], size)
    for found in pages + back:
        start = found.first_number - 1
        assert found.total == len(expected)
        assert keys_of(found) == expected[max(start, 0) :][: len(found.entries)]
        assert found.page_number == (start // size + 1 if expected else None)
    assert back[-1].newer is None
    assert back[-1] == pages[0]


@pytest.mark.usefixtures("database")
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=MADE, size=st.integers(1, 5), number=st.integers(-3, 20))
async def test_a_jump_opens_the_page_of_that_number_or_the_last(
    made: list[tuple[int, bool]], size: int, number: int
) -> None:
    of = scope(await an_owner())
    await add(of.owner_id, made)
    pages = await older_pages(of, size)
    assert await page_at(of, number, size=size) == pages[min(max(number, 1), len(pages)) - 1]


@pytest.mark.usefixtures("database")
async def test_an_empty_history_is_an_empty_page() -> None:
    of = scope(await an_owner())
    assert await page(of) == await page_at(of, 3) == EMPTY
    assert (EMPTY.pages, EMPTY.page_number, EMPTY.here, EMPTY.newer, EMPTY.older) == (
        0,
        None,
        None,
        None,
        None,
    )


@pytest.mark.usefixtures("database")
async def test_nine_stand_on_a_page_with_their_designs() -> None:
    of = scope(await an_owner())
    await add(of.owner_id, [(number, False) for number in range(20)])
    first = await page(of)
    assert (len(first.entries), first.total, first.first_number, first.newer) == (9, 20, 1, None)
    assert {entry.design for entry in first.entries} == {DESIGN}
    second = await page(of, first.older)
    assert (len(second.entries), second.first_number, second.page_number, second.pages) == (9, 10, 2, 3)


@pytest.mark.usefixtures("database")
async def test_a_page_stays_where_it_is_and_has_the_right_numbers_when_newer_stickers_come() -> None:
    of = scope(await an_owner())
    await add(of.owner_id, [(number, False) for number in range(12)])
    first = await page(of, size=3)
    expected = keys_of(await page(of, first.older, size=3))
    await add(of.owner_id, [(100, False), (101, False)])
    found = await page(of, first.older, size=3)
    assert keys_of(found) == expected
    assert (found.first_number, found.total) == (6, 14)
    assert found.page_number is None, "it lies between two pages"
    assert (await page(of, found.newer, size=3)).first_number == 3


@pytest.mark.usefixtures("database")
async def test_numbers_are_right_when_a_sticker_went_and_another_came() -> None:
    of = scope(await an_owner())
    made = await add(of.owner_id, [(number, False) for number in range(12)])
    first = await page(of, size=3)
    await GeneratedImage.filter(id=made[-1][0].id).delete()
    await add(of.owner_id, [(100, False)])
    found = await page(of, first.older, size=3)
    assert (found.first_number, found.total) == (5, 12)


@pytest.mark.usefixtures("database")
async def test_going_past_the_end_ends_at_the_newest_page() -> None:
    of = scope(await an_owner())
    await add(of.owner_id, [(number, False) for number in range(4)])
    expected = await page(of, size=3)
    last = await page(of, expected.older, size=3)
    assert await page(of, replace(carried(expected.older), key=last.entries[-1].key), size=3) == expected
    assert await page(of, replace(carried(last.newer), key=expected.entries[0].key), size=3) == expected


@pytest.mark.usefixtures("database")
async def test_members_histories_are_apart() -> None:
    first, second = await asyncio.gather(an_owner(), an_owner())
    await add(first, [(0, False)])
    assert (await page(scope(second, first))).total == 0
    assert (await page(scope(first, second))).total == 1


@pytest.mark.usefixtures("database")
async def test_a_servers_album_holds_what_all_its_members_made_there_for_all_to_see() -> None:
    first, second = await asyncio.gather(an_owner(), an_owner())
    mine = await add(first, [(1, False), (2, True)], 7)
    theirs = await add(second, [(3, False)], 7)
    await add(second, [(4, False)], 8)
    await add(second, [(5, False)], None)
    shown = await page(scope(first, server_id=7, whose=Whose.SERVER))
    assert keys_of(shown) == [theirs[0][0], mine[1][0]]
    assert await page(scope(first, server_id=None, whose=Whose.SERVER)) == EMPTY


@pytest.mark.usefixtures("database")
async def test_favourites_are_whoevers_one_likes_as_long_as_one_may_see_them() -> None:
    viewer, other = await asyncio.gather(an_owner(), an_owner())
    mine = await add(viewer, [(1, True), (2, False)])
    theirs = await add(other, [(3, False), (4, True)])
    for liked in (mine[1], theirs[0], theirs[1]):
        await Favourite.create(user_id=viewer, sticker_id=liked[0].id)
    await Favourite.create(user_id=other, sticker_id=mine[0][0].id)
    shown = await page(scope(viewer, whose=Whose.FAVOURITES))
    assert keys_of(shown) == [theirs[1][0], mine[1][0]]


@pytest.mark.usefixtures("database")
async def test_filters_are_all_held_at_once() -> None:
    owner_id = await an_owner()
    await add(owner_id, [(1, False)], attribute="悪魔", rarity="normal")
    await add(owner_id, [(2, False)], attribute="天使", rarity="rare")
    wanted = await add(owner_id, [(3, False)], attribute="悪魔", rarity="rare")
    of = scope(owner_id, attribute=Attribute.DEVIL, rarity=Rarity.RARE)
    assert keys_of(await page(of)) == [wanted[0][0]]
    assert (await page(scope(owner_id, attribute=Attribute.DEVIL))).total == 2


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("search", ["leon", "LEON", "王レ", "第一", "100%"])
async def test_a_search_finds_parts_of_names_and_titles_in_any_case(search: str) -> None:
    owner_id = await an_owner()
    wanted = await add(owner_id, [(1, False)], character_name="炎聖王レオン Leon", title="第一弾 100% hot_")
    await add(owner_id, [(2, False)], character_name="Mamoru", title="第二弾 1000")
    assert keys_of(await page(scope(owner_id, search=search))) == [wanted[0][0]]
    assert (await page(scope(owner_id, search="%"))).total == 1, "a percent sign is a letter like any other"


@pytest.mark.usefixtures("database")
async def test_the_words_of_a_prompt_are_searched_by_their_owner_alone() -> None:
    owner_id = await an_owner()
    await add(owner_id, [(1, False)], 7, prompt="my dog Rex")
    assert (await page(scope(owner_id, search="rex"))).total == 1
    assert (await page(scope(owner_id, "somebody else", search="rex"))).total == 0
    assert (await page(scope(owner_id, server_id=7, whose=Whose.SERVER, search="rex"))).total == 0


@pytest.mark.usefixtures("database")
async def test_offered_are_names_and_titles_that_hold_what_was_typed_newest_first() -> None:
    owner_id = await an_owner()
    await add(owner_id, [(1, False)], character_name="Leon", title="First")
    await add(owner_id, [(2, False)], character_name="Leona", title="Leonine")
    await add(owner_id, [(3, False)], character_name="Leon", title="")
    await add(owner_id, [(4, True)], character_name="Leo the Secret", title="x")
    assert await wordings(scope(owner_id, "somebody else", search="leo")) == ("Leon", "Leona", "Leonine")
    assert (await wordings(scope(owner_id)))[0] == "Leo the Secret"
