import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.stickers.design import Attribute, Design, Foil, FrameType, Rarity, Style
from bot.stickers.history import Key, Page, page
from models import GeneratedImage, StickerDetail, User, cuid

MOMENT = datetime(2024, 5, 5, tzinfo=UTC)
DESIGN = Design(
    name="n",
    title="t",
    prompt="p",
    attribute=Attribute.DEVIL,
    rarity=Rarity.RARE,
    style=Style(frame_type=FrameType.PLAIN, frame_color="red", foil=Foil.WAVE),
)
# Milliseconds and whether it is private: few milliseconds, so that many stickers share one.
MADE = st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=14)


async def an_owner() -> str:
    return (await User.create(email=f"{cuid()}@users.invalid")).id


async def add(owner_id: str, made: list[tuple[int, bool]]) -> list[tuple[Key, bool]]:
    """Their keys and whether they are private, newest first."""
    keys = [
        (Key(created_at=MOMENT + timedelta(milliseconds=after), id=cuid()), private)
        for after, private in made
    ]
    await GeneratedImage.bulk_create(
        GeneratedImage(
            id=key.id,
            user_id=owner_id,
            image_url=f"/images/{key.id}.webp",
            prompt="p",
            title="t",
            character_name="n",
            attribute="悪魔",
            rarity="rare",
            background_color="rainbow",
            effects="{}",
            style="{}",
            created_at=key.created_at,
        )
        for key, _ in keys
    )
    await StickerDetail.bulk_create(
        StickerDetail(
            sticker_id=key.id,
            owner_id=owner_id,
            painter="red",
            renderer_version=1,
            design=DESIGN.to_json(),
            private=private,
            created_at=key.created_at,
        )
        for key, private in keys
    )
    return sorted(keys, key=lambda entry: (entry[0].created_at, entry[0].id), reverse=True)


def keys_of(found: Page) -> list[Key]:
    return [entry.key for entry in found.entries]


async def older_pages(owner_id: str, viewer_id: str, size: int) -> list[Page]:
    pages = [await page(owner_id, viewer_id=viewer_id, size=size)]
    while (key := pages[-1].older) is not None:
        pages.append(await page(owner_id, viewer_id=viewer_id, before=Key.parse(str(key)), size=size))
    return pages


async def newer_pages(owner_id: str, viewer_id: str, last: Page, size: int) -> list[Page]:
    pages = [last]
    while (key := pages[-1].newer) is not None:
        pages.append(await page(owner_id, viewer_id=viewer_id, after=Key.parse(str(key)), size=size))
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
    viewer_id = owner_id if own else "somebody else"
    expected = [key for key, private in await add(owner_id, made) if own or not private]
    pages = await older_pages(owner_id, viewer_id, size)
    assert [key for found in pages for key in keys_of(found)] == expected
    back = await newer_pages(owner_id, viewer_id, pages[-1], size)
    for found in pages + back:
        start = found.first_number - 1
        assert found.total == len(expected)
        assert keys_of(found) == expected[max(start, 0) :][: len(found.entries)]
    assert back[-1].newer is None
    assert back[-1] == pages[0]


@pytest.mark.usefixtures("database")
async def test_an_empty_history_is_an_empty_page() -> None:
    owner_id = await an_owner()
    assert await page(owner_id, viewer_id=owner_id) == Page(
        entries=(), newer=None, older=None, total=0, first_number=0
    )


@pytest.mark.usefixtures("database")
async def test_nine_stand_on_a_page_with_their_designs() -> None:
    owner_id = await an_owner()
    await add(owner_id, [(number, False) for number in range(20)])
    first = await page(owner_id, viewer_id=owner_id)
    assert (len(first.entries), first.total, first.first_number, first.newer) == (9, 20, 1, None)
    assert {entry.design for entry in first.entries} == {DESIGN}
    second = await page(owner_id, viewer_id=owner_id, before=first.older)
    assert (len(second.entries), second.first_number) == (9, 10)


@pytest.mark.usefixtures("database")
async def test_a_page_stays_where_it_is_when_newer_stickers_come() -> None:
    owner_id = await an_owner()
    await add(owner_id, [(number, False) for number in range(12)])
    first = await page(owner_id, viewer_id=owner_id, size=3)
    expected = keys_of(await page(owner_id, viewer_id=owner_id, before=first.older, size=3))
    await add(owner_id, [(100, False), (101, False)])
    assert keys_of(await page(owner_id, viewer_id=owner_id, before=first.older, size=3)) == expected


@pytest.mark.usefixtures("database")
async def test_going_past_the_end_ends_at_the_newest_page() -> None:
    owner_id = await an_owner()
    newest, *_, oldest = await add(owner_id, [(number, False) for number in range(4)])
    expected = await page(owner_id, viewer_id=owner_id, size=3)
    assert await page(owner_id, viewer_id=owner_id, before=oldest[0], size=3) == expected
    assert await page(owner_id, viewer_id=owner_id, after=newest[0], size=3) == expected


@pytest.mark.usefixtures("database")
async def test_members_histories_are_apart() -> None:
    first, second = await asyncio.gather(an_owner(), an_owner())
    await add(first, [(0, False)])
    assert (await page(second, viewer_id=first)).total == 0
    assert (await page(first, viewer_id=second)).total == 1


@given(st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))
def test_a_key_survives_a_buttons_custom_id(moment: datetime) -> None:
    key = Key(created_at=moment.replace(microsecond=moment.microsecond // 1000 * 1000), id=cuid())
    assert Key.parse(str(key)) == key
    assert len(str(key)) <= 40


@pytest.mark.parametrize("text", ["", "-", "12", "x-y", "12-", "9" * 30 + "-x", "9" * 15 + "-x"])
def test_a_key_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Key.parse(text)
