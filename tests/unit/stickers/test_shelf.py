from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stickers.design import Attribute, Rarity
from bot.stickers.shelf import SEARCH_LIMIT, Key, Shelf, Turn, Way, Whose, tidy
from cogs.leaves import JUMP_FORM, SEEK_FORM, JumpButton, PrintButton, SeekButton, SiftMenu, TurnButton
from models import cuid

MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
KEYS = st.builds(
    lambda moment: Key(created_at=moment.replace(microsecond=moment.microsecond // 1000 * 1000), id=cuid()),
    MOMENTS,
)
SHELVES = st.builds(
    Shelf,
    whose=st.sampled_from(Whose),
    owner=st.none() | st.integers(1, 2**64 - 1),
    attribute=st.none() | st.sampled_from(Attribute),
    rarity=st.none() | st.sampled_from(Rarity),
    search=st.text(max_size=60).map(tidy),
)
TURNS = st.builds(
    Turn,
    way=st.sampled_from([Way.OLDER, Way.NEWER, Way.HERE]),
    key=KEYS,
    number=st.integers(1, 36**5 - 1),
    seen=st.from_regex(r"\A[0-9a-z]{1,5}\.[0-9a-z]{4}\Z"),
)


@given(KEYS)
def test_a_key_survives_a_buttons_custom_id(key: Key) -> None:
    assert Key.parse(str(key)) == key
    assert len(str(key)) <= 35


@pytest.mark.parametrize(
    "text", ["", "-", "12", "X-y", "12-", "zzzzzzzzzz-a", "1-a\n", "99999999999999999999-a", "１-a"]
)
def test_a_key_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a history key"):
        Key.parse(text)


@given(st.text(max_size=80))
def test_a_text_that_is_none_fails_as_a_value_and_in_no_other_way(text: str) -> None:
    for kind in (Key, Shelf, Turn):
        with suppress(ValueError):  # and nothing else, which is the fact
            kind.parse(text)


def test_the_latest_key_that_a_button_can_carry_is_a_moment() -> None:
    assert Key.parse("zzzzzzzzz-a").created_at.year == 5188


@given(SHELVES)
def test_a_shelf_survives_a_buttons_custom_id(shelf: Shelf) -> None:
    assert Shelf.parse(str(shelf)) == shelf


@given(TURNS)
def test_a_turn_survives_a_buttons_custom_id(turn: Turn) -> None:
    assert Turn.parse(str(turn)) == turn


def test_a_turn_without_a_key_leads_to_the_newest_page() -> None:
    assert Turn.parse(str(Turn())) == Turn()


@given(SHELVES, TURNS)
def test_everything_fits_into_a_custom_id_and_is_read_again(shelf: Shelf, turn: Turn) -> None:
    for item, values in (
        (TurnButton, (str(turn), str(shelf))),
        (PrintButton, (str(turn), str(shelf))),
        (JumpButton, ("999999", str(shelf))),
        (SeekButton, (str(shelf),)),
        (SiftMenu, (str(shelf),)),
    ):
        custom_id = item.custom_id_of(*values)
        assert len(custom_id.encode("utf-16-le")) // 2 <= 100, custom_id
        match = item.__discord_ui_compiled_template__.fullmatch(custom_id)
        assert match is not None, custom_id
        assert match["shelf"] == str(shelf)
    for form, values in ((JUMP_FORM, ("999999", str(shelf))), (SEEK_FORM, (str(shelf),))):
        custom_id = form.custom_id_of(*values)
        assert len(custom_id.encode("utf-16-le")) // 2 <= 100, custom_id
        match = form.template.fullmatch(custom_id)
        assert match is not None, custom_id
        assert match["shelf"] == str(shelf)


@given(st.text(max_size=200))
def test_a_search_is_one_short_line(text: str) -> None:
    search = tidy(text)
    assert len(search.encode("utf-16-le")) // 2 <= SEARCH_LIMIT
    assert "\n" not in search
    assert tidy(search) == search


def test_a_search_ends_with_a_whole_letter() -> None:
    assert tidy("🔥" * 20) == "🔥" * 12
    assert tidy("  a \n  b ") == "a b"
