import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.fonts import find_typefaces
from bot.rendering.glyphs import MISSING_EMOJI, MISSING_LETTER, advance, glyphs, stamp, undrawable
from bot.rendering.typefaces import Typefaces, font_stack


def texts(text: str, faces: Typefaces) -> list[str]:
    return [glyph.text for glyph in glyphs(text, font_stack(faces.bold, faces))]


def test_letters_a_face_lacks_come_from_the_fallback(faces: Typefaces) -> None:
    first, second, third = glyphs("王★한", font_stack(faces.bold, faces))
    assert first.font in faces.bold
    assert faces.fallback in (second.font, third.font)


def test_letters_no_font_has_become_geta_marks_and_can_be_asked_for(faces: Typefaces) -> None:
    assert texts("王ሀ", faces) == ["王", MISSING_LETTER]
    assert undrawable("王ሀሀ 😀A", faces) == "ሀ"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("👨‍👩‍👧‍👦👍🏽", ["👨‍👩‍👧‍👦", "👍🏽"]),
        ("🇯🇵🇺🇸", ["🇯🇵", "🇺🇸"]),
        ("❤️♥", ["❤️", "♥"]),
        ("1️⃣1", ["1️⃣", "1"]),
        ("🏴‍☠️海賊", ["🏴‍☠️", "海", "賊"]),
        ("x̂王", ["x̂", "王"]),
    ],
)
def test_what_belongs_together_is_one_glyph(text: str, parts: list[str], faces: Typefaces) -> None:
    found = texts(text, faces)
    assert len(found) == len(parts)
    assert found[0][0] == parts[0][0]


@pytest.mark.parametrize("text", ["👩‍🦰‍🐉", "🔥‍🔥‍🔥"])
def test_an_unknown_family_is_stood_for_by_its_first_figure(text: str, faces: Typefaces) -> None:
    (glyph,) = glyphs(text, font_stack(faces.bold, faces))
    assert glyph.emoji


def test_an_emoji_without_a_font_for_them_is_one_star(bare_faces: Typefaces) -> None:
    assert texts("👨‍👩‍👧‍👦👍🏽", bare_faces) == [MISSING_EMOJI, MISSING_EMOJI]


@pytest.mark.parametrize("text", ["👨‍👩‍👧‍👦", "🇯🇵", "👍🏽", "🏳️‍🌈", "🔥", "1️⃣"])
def test_emoji_are_drawn_in_many_colours_to_their_edges(text: str, faces: Typefaces) -> None:
    (glyph,) = glyphs(text, font_stack(faces.bold, faces))
    ink = stamp(glyph, 80)
    assert ink.picture is not None
    opaque = ink.picture[ink.picture[..., 3] > 200][:, :3].astype(int)
    assert np.ptp(opaque, axis=1).max() > 80
    assert 60 < max(ink.mask.shape) < 100, f"{ink.mask.shape} pixels beside letters of 80"


def test_skin_tones_and_families_differ(faces: Typefaces) -> None:
    stack = font_stack(faces.bold, faces)
    pictures = {
        stamp(glyph, 40).mask.tobytes() + bytes(stamp(glyph, 40).picture)
        for glyph in glyphs("👍🏽👍🏿👍", stack)
    }
    assert len(pictures) == 3


@given(st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_every_text_becomes_glyphs_that_can_be_drawn(text: str) -> None:
    faces = find_typefaces()
    for glyph in glyphs(text, font_stack(faces.brush, faces)):
        assert glyph.text
        assert stamp(glyph, 20).mask.ndim == 2


@pytest.mark.parametrize("face", ["bold", "brush", "round", "soft"])
@pytest.mark.parametrize("text", ["Медведь", "Зевс", "ΖΕΥΣ", "илиш"])
def test_european_letters_stand_close_in_every_face(face: str, text: str, faces: Typefaces) -> None:
    """Some Japanese faces have them on the square of a kanji."""
    pen, before = 0.0, None
    for glyph in glyphs(text, font_stack(getattr(faces, face), faces)):
        ink = stamp(glyph, 200)
        left = pen + ink.left
        if before is not None:
            assert -0.06 < (left - before) / 200 < 0.25, f"{(left - before) / 200:.2f} before {glyph.text}"
        pen, before = pen + advance(glyph, 200), left + ink.mask.shape[1]
