from itertools import pairwise

import numpy as np
import pytest

from bot.rendering.colours import contrast
from bot.rendering.lettering import NAME_SHAPE, Lettering, letter
from bot.rendering.liveries import BADGE, GOLD, TITLE, Palette, livery, name_face
from bot.rendering.typefaces import Typefaces
from bot.rendering.typesetting import (
    MISSING_LETTER,
    NARROWEST,
    Limits,
    Setting,
    draw,
    fit,
    font_stack,
    runs,
    undrawable,
)
from bot.stickers.design import Attribute

ROOM = Limits(width=300, size=56, pair_size=30, least_size=20)

AWKWARD = [
    "炎聖王レオン",
    "ÅÇjgpqŸ",
    "Å̊̊̊",
    "ฏู่ปู่",
    "한글용사",
    "龍發鬱靈龜",
    "🔥王🐉",
    "👨‍👩‍👧‍👦",
    "👍🏽❤️",
    "🇯🇵",
    "ーーーー",
    "A",
    "i",
    "、",
    "。",
    "・・・",
    "'`^",
    "____",
    "||||",
    "(仮)",
    "「聖なる、王。」",
    "①★☆♪♥～‼",
    "𠮷野家",
    "مرحبا",
    "שלום",
    "Привет",
    "Ελλάδα",
    "W",
    "fffff",
    "Supercalifragilisticexpialidocious",
    "寿限無寿限無五劫の擦り切れ海砂利水魚の水行末",
    "a b c d e f g",
]


def named(text: str, faces: Typefaces) -> Lettering:
    dress = livery(Attribute.MAGIC)
    stack = font_stack(name_face(Attribute.MAGIC, faces), faces)
    return letter(text, stack, ROOM, NAME_SHAPE, dress.name)


@pytest.mark.parametrize("text", AWKWARD)
def test_no_glyph_is_cut_off_at_the_border_of_its_mask(text: str, faces: Typefaces) -> None:
    for face in (faces.bold, faces.brush, faces.round, ()):
        stack = font_stack(face, faces)
        mask = draw(fit(text, stack, ROOM), stack, 1).mask
        border = max(mask[0].max(), mask[-1].max(), mask[:, 0].max(), mask[:, -1].max())
        assert border == 0, f"ink of {border} on the border"


@pytest.mark.parametrize("text", AWKWARD)
def test_finished_letters_fit_their_block(text: str, faces: Typefaces) -> None:
    solid = named(text, faces).solid
    border = max(solid[0].max(), solid[-1].max(), solid[:, 0].max(), solid[:, -1].max())
    assert border == 0, f"ink of {border} on the border"
    assert solid.any()


@pytest.mark.parametrize("text", AWKWARD)
def test_every_text_has_letters_without_display_faces_and_emoji(text: str, bare_faces: Typefaces) -> None:
    assert named(text, bare_faces).solid.any()


@pytest.mark.parametrize("palette", [*(livery(each).name for each in Attribute), GOLD, TITLE, BADGE])
def test_outlines_that_differ_contrast_by_seven_to_one(palette: Palette) -> None:
    for one, other in pairwise(palette.outlines):
        ratio = contrast(one, other)
        assert one == other or ratio >= 7, f"{one} beside {other}: {ratio:.1f}"


def test_a_long_name_is_condensed_before_it_shrinks(faces: Typefaces) -> None:
    stack = font_stack(faces.bold, faces)
    setting = fit("炎聖王レオン", stack, ROOM)
    assert setting.size == ROOM.size
    assert NARROWEST <= setting.condensing < 1


def test_a_longer_name_takes_two_lines_of_much_the_same_width(faces: Typefaces) -> None:
    setting = fit("Leon the Flame King of the Eastern Mountains", font_stack(faces.bold, faces), ROOM)
    assert setting.lines == ("Leon the Flame King of", "the Eastern Mountains")


def test_a_line_never_begins_with_a_mark_that_belongs_to_the_line_before(faces: Typefaces) -> None:
    text = "ドラゴンーーーーーロックンローラー"
    setting = fit(text, font_stack(faces.bold, faces), ROOM)
    assert len(setting.lines) == 2
    assert setting.lines[1][0] not in "ーッョ"


@pytest.mark.parametrize("text", ["龍" * 100, "W" * 100, "x " * 49 + "xx", "🔥" * 100])
def test_a_hundred_letters_are_cut_with_an_ellipsis_at_a_legible_size(text: str, faces: Typefaces) -> None:
    setting: Setting = fit(text, font_stack(faces.bold, faces), ROOM)
    assert setting.size >= ROOM.least_size
    assert len(setting.lines) == 2
    assert setting.lines[1].endswith("…") or "".join(setting.lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", AWKWARD)
def test_set_lines_are_never_wider_than_their_room(text: str, faces: Typefaces) -> None:
    stack = font_stack(faces.brush, faces)
    setting = fit(text, stack, ROOM)
    width = (draw(setting, stack, 0).mask.shape[1]) * setting.condensing
    assert width <= ROOM.width + setting.size * 0.35, f"{width:.0f} pixels of {ROOM.width}"


def test_letters_a_face_lacks_come_from_the_fallback(faces: Typefaces) -> None:
    parts = runs("王★한", font_stack(faces.bold, faces))
    assert "".join(part.text for part in parts) == "王★한"
    assert parts[-1].font == faces.fallback


def test_letters_no_font_has_become_geta_marks_and_can_be_asked_for(faces: Typefaces) -> None:
    assert "".join(part.text for part in runs("王ب", font_stack(faces.bold, faces))) == "王" + MISSING_LETTER
    assert undrawable("王بب 😀A", faces) == "ب"


def test_joiners_and_skin_tones_leave_no_trace(faces: Typefaces) -> None:
    stack = font_stack(faces.bold, faces)
    assert "".join(part.text for part in runs("👍🏽❤️\u200d", stack)) == "👍❤"


def test_emoji_are_drawn_in_their_own_colours(faces: Typefaces) -> None:
    block = named("🔥", faces)
    red, green, blue = block.picture[block.solid > 0].mean(axis=0)
    assert red > blue + 20, f"mean colour {red:.0f} {green:.0f} {blue:.0f}"
    stack = font_stack(faces.bold, faces)
    ink = draw(fit("🔥", stack, ROOM), stack, 4)
    assert ink.emoji is not None
    assert np.ptp(ink.emoji[ink.emoji[..., 3] > 200][:, :3].astype(int), axis=1).max() > 100
