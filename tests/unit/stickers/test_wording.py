import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import TextTooLong
from bot.stickers.wording import MARKS_IN_A_ROW, clean_text

JOINER, EMOJI_SELECTOR = "\u200d", "\ufe0f"
INVISIBLE = "\x00\x07\x1b\x7f\x9f\u00ad\u200b\u200c\u2060\ufeff\u202a\u202e\u2066\u2069\u200e\u200f\ue000"
tricky = st.text(
    st.sampled_from(INVISIBLE + JOINER + EMOJI_SELECTOR + "\u3164\u2800\u0301 \t\n\u3000aé竜👩🎤")
)
anything = st.text() | tricky


def clean(text: str | None, limit: int = 1000) -> str:
    return clean_text(text, field="field-name", limit=limit)


@given(anything)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(anything, st.integers(1, 20))
def test_a_text_fits_its_limit_or_is_refused(text: str, limit: int) -> None:
    length = len(clean(text))
    if length <= limit:
        assert clean(text, limit) == clean(text)
        return
    with pytest.raises(TextTooLong) as refusal:
        clean(text, limit)
    assert refusal.value.values == {"field": "field-name", "limit": limit, "length": length}


@given(anything)
def test_nothing_invisible_is_left_but_what_holds_emoji_together(text: str) -> None:
    left = {character for character in clean(text) if unicodedata.category(character)[0] == "C"}
    assert left <= {JOINER}


@given(anything)
def test_words_stand_one_blank_apart_on_one_line(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == " ".join(cleaned.split())
    assert not {character for character in cleaned if unicodedata.category(character)[0] == "Z"} - {" "}


@given(st.text(st.characters(codec=None)))
def test_what_is_left_can_be_written_as_utf_8(text: str) -> None:
    clean(text).encode()


@pytest.mark.parametrize("text", [None, "", "  \n ", JOINER, "\u200b", "\u3164", "\u2800 \u115f", "\u0301"])
def test_a_text_without_anything_to_see_is_empty(text: str | None) -> None:
    assert clean(text) == ""


def test_a_family_of_emoji_stays_together() -> None:
    family = "👩\u200d👩\u200d👧 ❤️"
    assert clean(family) == family


def test_letters_and_their_marks_become_one_character() -> None:
    assert clean("か\u3099") == "が"
    assert clean("e\u0301") == "é"


@pytest.mark.parametrize("between", ["", "\u200b", JOINER])
def test_marks_cannot_climb(between: str) -> None:
    assert clean("x" + f"\u0323{between}" * 50).count("\u0323") == MARKS_IN_A_ROW


def test_a_mark_that_an_invisible_character_kept_apart_finds_its_letter() -> None:
    assert clean("e\u200b\u0301") == "é"


def test_a_joiner_that_joins_nothing_goes() -> None:
    assert clean(f" {JOINER} Leon{JOINER} ") == "Leon"


@given(st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1))
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert clean(text) == text
