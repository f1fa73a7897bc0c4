import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.fonts import find_typefaces
from bot.rendering.breaking import breaks_a_word, halves
from bot.rendering.glyphs import glyphs
from bot.rendering.typefaces import Typefaces, font_stack
from bot.rendering.typesetting import NARROWEST, WIDEST, Limits, Setting, draw, fit

ROOM = Limits(width=300, size=56, pair_size=30, least_size=20, short_size=72)
NEVER_FIRST = "、。，．・ー〜～！？!?,.)）」』】…っゃゅょァィゥェォッャュョ々ゝ"
NEVER_LAST = "(（「『【["


def set_in(text: str, faces: Typefaces) -> Setting:
    return fit(text, font_stack(faces.bold, faces), ROOM)


def test_no_glyph_is_cut_off_at_the_border_of_its_mask(awkward: str, faces: Typefaces) -> None:
    for face in (faces.bold, faces.brush, faces.round, ()):
        mask = draw(fit(awkward, font_stack(face, faces), ROOM), 1).mask
        border = max(mask[0].max(), mask[-1].max(), mask[:, 0].max(), mask[:, -1].max())
        assert border == 0, f"ink of {border} on the border"


def test_a_text_is_as_wide_as_its_room_at_most(awkward: str, faces: Typefaces) -> None:
    setting = set_in(awkward, faces)
    width = setting.extent * setting.condensing
    assert width <= ROOM.width + 1, f"{width:.0f} pixels of {ROOM.width}"
    assert NARROWEST - 0.01 <= setting.condensing <= WIDEST


def test_no_second_line_is_a_lone_letter_or_begins_or_ends_against_kinsoku(
    awkward: str, faces: Typefaces
) -> None:
    lines = set_in(awkward, faces).lines
    if len(lines) == 2:
        assert min(len(line) for line in lines) >= 2
        marks = set("".join(glyph.text for line in lines for glyph in line)) - set(NEVER_FIRST + NEVER_LAST)
        if marks:  # marks alone cannot be broken well
            assert lines[1][0].text not in NEVER_FIRST
            assert lines[0][-1].text not in NEVER_LAST


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Leon the Flame King of the Eastern Mountains",
            ("Leon the Flame King of", "the Eastern Mountains"),
        ),
        ("愛・地球・博覧会・実行委員長代理", ("愛・地球・博覧会・", "実行委員長代理")),
        ("ドラゴンーーーーーロックンローラー", ("ドラゴンーーーーー", "ロックンローラー")),
        ("Donaudampfschifffahrt Gesellschaft", ("Donaudampfschifffahrt", "Gesellschaft")),
    ],
)
def test_a_longer_name_takes_two_lines_where_a_reader_would_break_it(
    text: str, lines: tuple[str, str], faces: Typefaces
) -> None:
    assert set_in(text, faces).texts == lines


def test_a_long_name_is_condensed_before_it_shrinks(faces: Typefaces) -> None:
    setting = set_in("炎聖王レオン", faces)
    assert setting.size == ROOM.size
    assert NARROWEST <= setting.condensing < 1


@pytest.mark.parametrize("text", ["王", "龍王", "A", "i", "🔥"])
def test_a_very_short_name_is_larger(text: str, faces: Typefaces) -> None:
    assert set_in(text, faces).size > ROOM.size


@pytest.mark.parametrize("text", ["龍" * 100, "W" * 100, "x " * 49 + "xx", "🔥" * 100, "👨‍👩‍👧‍👦" * 14])
def test_a_hundred_letters_are_cut_with_an_ellipsis_at_a_legible_size(text: str, faces: Typefaces) -> None:
    setting = set_in(text, faces)
    assert setting.size >= ROOM.least_size
    assert len(setting.lines) == 2
    first, second = setting.texts
    assert second.endswith("…") or (first + second).replace(" ", "") == text.replace(" ", "")


def test_a_name_as_long_as_a_name_may_be_well_is_never_cut(faces: Typefaces) -> None:
    for text in ("龍" * 40, "Leon " * 8):
        assert "…" not in "".join(fit(text, font_stack(faces.bold, faces), _NAME_LIMITS).texts)


_NAME_LIMITS = Limits(width=819, size=154, pair_size=84, least_size=56, short_size=195)


@given(st.text(st.sampled_from("王レオーっ「」、。 abAB12'🔥👨\u200d👩"), min_size=2, max_size=30))
@settings(max_examples=150, deadline=None)
def test_halves_lose_nothing_but_blanks(text: str) -> None:
    faces = find_typefaces()
    line = glyphs(text, font_stack(faces.bold, faces))
    if len(line) >= 2:
        first, second = halves(line)
        kept = [glyph for glyph in (*first, *second) if not glyph.is_blank]
        assert kept == [glyph for glyph in line if not glyph.is_blank]


def test_a_word_is_broken_only_when_there_is_no_other_place(faces: Typefaces) -> None:
    stack = font_stack(faces.bold, faces)
    assert breaks_a_word(glyphs("Supercalifragilistic", stack))
    assert not breaks_a_word(glyphs("My Supercalifragilistic me", stack))
    assert not breaks_a_word(glyphs("炎聖王レオン", stack))
