import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.directions import in_visual_order
from bot.rendering.glyphs import glyphs, stamp
from bot.rendering.joining import joined
from bot.rendering.typefaces import Typefaces, font_stack


def shapes(text: str) -> list[str]:
    """How each letter is joined, in words of Unicode's names."""
    return [unicodedata.name(letter).removesuffix(" FORM").rsplit(" ", 1)[-1] for letter in joined(text)]


def seen(text: str, faces: Typefaces) -> str:
    line = in_visual_order(glyphs(text, font_stack(faces.bold, faces)))
    return unicodedata.normalize("NFKC", "".join(glyph.text for glyph in line))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("مرحبا", ["INITIAL", "FINAL", "INITIAL", "MEDIAL", "FINAL"]),
        ("ب", ["ISOLATED"]),
        ("سلام", ["INITIAL", "FINAL", "ISOLATED"]),  # lam and alef are one
        ("دود", ["ISOLATED", "ISOLATED", "ISOLATED"]),
        ("بَب", ["INITIAL", "FINAL"]),  # a vowel point does not part them
    ],
)
def test_arabic_letters_take_the_shapes_they_have_beside_each_other(text: str, kinds: list[str]) -> None:
    assert shapes(text) == kinds


@given(st.text())
def test_joining_keeps_every_letter_that_is_no_point(text: str) -> None:
    def letters(of: str) -> str:
        return "".join(letter for letter in unicodedata.normalize("NFKD", of) if letter.isalpha())

    assert letters(joined(text)) == letters(text)


@given(st.text(st.characters(max_codepoint=0x58F)))
def test_texts_without_right_to_left_letters_stay_as_they_are(text: str) -> None:
    assert joined(text) == text


@pytest.mark.parametrize(
    ("text", "from_left"),
    [
        ("Leon", "Leon"),
        ("שלום", "םולש"),
        ("שלום Leon", "Leon םולש"),
        ("Leon שלום", "Leon םולש"),
        ("שלום (Leo) 12!", "!12 (Leo) םולש"),
        ("(שלום)", "(םולש)"),
        ("Leo (שלום)", "Leo (םולש)"),
        ("王 שלום 王", "王 םולש 王"),
    ],
)
def test_a_line_is_put_in_the_order_in_which_it_is_seen(text: str, from_left: str, faces: Typefaces) -> None:
    assert seen(text, faces) == from_left


def test_thai_tones_stand_above_the_vowel_above_the_letter(faces: Typefaces) -> None:
    stack = font_stack((), faces)
    plain, toned, both = (stamp(glyphs(text, stack)[0], 100) for text in ("ป่", "ปิ", "ปิ่"))
    assert both.top < min(plain.top, toned.top) - 10


def test_greek_thai_hebrew_and_arabic_have_a_font(faces: Typefaces) -> None:
    for text in ("Ελλάδα", "น้ำตก", "שלום", "مرحبا", "Привет", "Ḁẞ"):
        drawn = glyphs(text, font_stack(faces.bold, faces))
        assert "〓" not in "".join(glyph.text for glyph in drawn), text
