import cv2
import numpy as np
import pytest

from bot.rendering.columns import FLATTEST, Column, ColumnLimits, Posture, cells, draw_column, fit_column
from bot.rendering.glyphs import glyphs
from bot.rendering.typefaces import Typefaces, font_stack

ROOM = ColumnLimits(length=360, size=80, least_size=28)


def column(text: str, faces: Typefaces) -> Column:
    return fit_column(text, font_stack(faces.bold, faces), ROOM)


def ink_of(text: str, faces: Typefaces) -> tuple[float, float, int, int]:
    """Middle of the ink of a column as seen from its axis and its top, and the ink's width and height."""
    ink = draw_column(column(text, faces), 10)
    left, top, width, height = cv2.boundingRect(ink.mask)
    return left + width / 2 - ink.middle[0], top + height / 2 - 10, width, height


@pytest.mark.parametrize(
    ("text", "postures"),
    [
        ("王、", [Posture.UPRIGHT, Posture.CORNERED]),
        ("ガッー", [Posture.UPRIGHT, Posture.SMALL, Posture.TURNED]),
        ("「王」", [Posture.TURNED, Posture.UPRIGHT, Posture.TURNED]),
        ("Z戦士12号", [Posture.UPRIGHT, Posture.UPRIGHT, Posture.UPRIGHT, Posture.ABREAST, Posture.UPRIGHT]),
        ("超DXロ!!", [Posture.UPRIGHT, Posture.SIDEWAYS, Posture.UPRIGHT, Posture.ABREAST]),
        ("2026年", [Posture.SIDEWAYS, Posture.UPRIGHT]),
        ("炎 王", [Posture.UPRIGHT, Posture.BLANK, Posture.UPRIGHT]),
        ("🔥ＡＢ", [Posture.UPRIGHT, Posture.UPRIGHT, Posture.UPRIGHT]),
        ("한글", [Posture.UPRIGHT, Posture.UPRIGHT]),
    ],
)
def test_each_letter_stands_as_japanese_columns_set_it(
    text: str, postures: list[Posture], faces: Typefaces
) -> None:
    assert [cell.posture for cell in cells(glyphs(text, font_stack(faces.bold, faces)))] == postures


def test_a_long_dash_runs_down_the_axis(faces: Typefaces) -> None:
    across, _, width, height = ink_of("ー", faces)
    assert height > 2 * width
    assert abs(across) <= 1.5


@pytest.mark.parametrize("stop", "、。")
def test_stops_hang_in_the_upper_right(stop: str, faces: Typefaces) -> None:
    across, below, _, _ = ink_of(stop, faces)
    size = column(stop, faces).size
    assert across > 0.1 * size
    assert below < 0.4 * size


def test_a_latin_word_lies_on_its_side(faces: Typefaces) -> None:
    _, _, width, height = ink_of("Leon", faces)
    assert height > 2 * width


def test_no_glyph_is_cut_off_at_the_border_of_a_column(awkward: str, faces: Typefaces) -> None:
    mask = draw_column(column(awkward, faces), 1).mask
    border = max(mask[0].max(), mask[-1].max(), mask[:, 0].max(), mask[:, -1].max())
    assert border == 0, f"ink of {border} on the border"


def test_a_column_is_as_long_as_its_room_at_most_and_legible(awkward: str, faces: Typefaces) -> None:
    fitted = column(awkward, faces)
    length = sum(cell.advance for cell in fitted.cells) * fitted.size * fitted.flattening * fitted.pitch
    assert length <= ROOM.length + 1, f"{length:.0f} pixels of {ROOM.length}"
    assert fitted.flattening >= FLATTEST - 0.01
    assert fitted.size >= ROOM.least_size


def test_every_letter_of_a_column_has_the_whole_gradient(faces: Typefaces) -> None:
    ink = draw_column(column("炎聖王", faces), 0)
    falls = int((np.diff(ink.height_in_letter) < -0.5).sum())
    assert falls == 2
