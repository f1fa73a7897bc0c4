"""Set a text from top to bottom (縦書き), by hand: what turns, what leans to the corner, what stays upright.

Source of the rules: W3C, "Requirements for Japanese Text Layout", 2.3; no font's vertical forms are needed.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from typing import assert_never

import numpy as np

from bot.rendering import glyphs as ink_of
from bot.rendering.breaking import Line, stripped
from bot.rendering.directions import in_visual_order
from bot.rendering.glyphs import OPTICAL_MIDDLE, Glyph, Stamp, glyphs
from bot.rendering.planes import resized
from bot.rendering.typefaces import FontStack
from bot.rendering.typesetting import Ink, Placed, height_in_letter, stamped, visible_line

FLATTEST = 0.82
"""Letters of a column are flattened before they shrink, as those of a line are condensed."""
_LOOSEST = 1.12
"""How far the letters of a short column move apart."""
_FILLED = 0.62
"""The part of its room that a column should fill."""
_BASE = 0.88
"""The base line, below the top of the em square."""
_WORD_MIDDLE = 0.35
"""The middle of Latin letters, above the base line."""
_ELLIPSIS = "…"
_TURNED = frozenset(
    'ー〜～…‥—–―-‐‑−~_＿＝=：:；;|｜→←↑↓()（）「」『』【】［］[]〔〕{}｛｝〈〉《》<>＜＞“”‘’"'
)
_CENTRED = frozenset("ー〜～…‥—–―-‐‑−~_＿＝=：:；;|｜→←↑↓・")
"""Lies on the axis, wherever a font puts it beside Latin letters."""
_CORNERED = frozenset("、。，．,.")
_SMALL = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")


class Posture(Enum):
    """How a cell stands in its column."""

    UPRIGHT = auto()
    TURNED = auto()
    SIDEWAYS = auto()
    """A word lying on its side, its head to the right."""
    ABREAST = auto()
    """Two narrow signs side by side (縦中横)."""
    CORNERED = auto()
    """In the upper right of its cell."""
    SMALL = auto()
    BLANK = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands on one place of a column."""

    glyphs: Line
    posture: Posture

    @property
    def advance(self) -> float:
        """How far the next cell stands, in letter sizes."""
        match self.posture:
            case Posture.BLANK:
                return 0.35
            case Posture.CORNERED:
                return 0.55
            case Posture.SMALL:
                return 0.86
            case Posture.TURNED:
                return max(0.5, ink_of.width(self.glyphs[0]))
            case Posture.SIDEWAYS:
                return sum(ink_of.width(glyph) for glyph in self.glyphs) + 0.1
            case Posture.UPRIGHT | Posture.ABREAST:
                return 1.0
            case _:
                assert_never(self.posture)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLimits:
    """Room for a column, in pixels: its length, and the largest and least size of its letters."""

    length: float
    size: float
    least_size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column that fits: its cells, the size in pixels, how far it is flattened, and its advances' factor."""

    cells: tuple[Cell, ...]
    size: int
    flattening: float
    pitch: float


def fit_column(text: str, stack: FontStack, limits: ColumnLimits) -> Column:
    """The largest column: flattened first, then smaller, at last cut with an ellipsis."""
    line = visible_line(text, stack)
    column = _largest(tuple(cells(line)), limits)
    length = len(line)
    while column.size < limits.least_size and length > 1:
        length -= 1
        shortened = (*stripped(line[:length]), *glyphs(_ELLIPSIS, stack))
        column = _largest(tuple(cells(shortened)), limits)
    return column


def cells(line: Line) -> Iterator[Cell]:
    """Split a line by what stands together: words, pairs of digits, all others one by one."""
    for kind, members in groupby(line, key=_kind):
        together = tuple(members)
        abreast = kind in ("digits", "exclamation") and len(together) == 2
        if abreast:
            yield Cell(together, Posture.ABREAST)
        elif kind in ("word", "digits") and len(together) > 1:
            yield Cell(together, Posture.SIDEWAYS)
        else:
            yield from (Cell((glyph,), _posture(glyph)) for glyph in together)


def draw_column(column: Column, pad: int) -> Ink:
    """Draw a column's cells below each other."""
    size = column.size
    placed: list[Placed] = []
    tops: list[float] = []
    y = 0.0
    for cell in column.cells:
        advance = cell.advance * column.pitch * size
        if cell.posture is not Posture.BLANK:
            tops.append(y + (advance - size) / 2 if cell.posture is not Posture.SIDEWAYS else y)
            placed.append((_stamp(cell, size), 0.0, y + (advance - cell.advance * size) / 2))
        y += advance
    mask, emoji, (left, top) = stamped(placed, (-size / 2, 0.0, size / 2, y), pad)
    return Ink(
        mask=mask,
        emoji=emoji,
        height_in_letter=height_in_letter(mask.shape[0], top + np.array(tops), size),
        middle=(float(left), top + y / 2),
        size=size,
        stretch=(1.0, column.flattening),
        pad=pad,
    )


def _largest(own: tuple[Cell, ...], limits: ColumnLimits) -> Column:
    needed = max(0.3, sum(cell.advance for cell in own))
    size = max(1, int(min(limits.size, limits.length / (needed * FLATTEST))))
    flattening = min(1.0, limits.length / (needed * size))
    pitch = min(_LOOSEST, max(1.0, _FILLED * limits.length / (needed * size)))
    return Column(cells=own, size=size, flattening=flattening, pitch=pitch)


def _kind(glyph: Glyph) -> object:
    """Neighbours of one kind may stand together; everything else is a kind of its own."""
    letter = glyph.text[0]
    if glyph.emoji or glyph.is_blank:
        return id(glyph)
    if letter in "!?":
        return "exclamation"
    if letter.isdigit() and letter.isascii():
        return "digits"
    squares = ("HIRAGANA", "KATAKANA", "CJK", "HANGUL", "FULLWIDTH", "IDEOGRAPHIC")
    standing = unicodedata.name(letter, "").startswith(squares)
    return "word" if (letter.isalpha() and not standing) or letter in "'’&" else id(glyph)


def _posture(glyph: Glyph) -> Posture:
    if glyph.is_blank:
        return Posture.BLANK
    if glyph.emoji:
        return Posture.UPRIGHT
    for letters, posture in (
        (_TURNED, Posture.TURNED),
        (_CORNERED, Posture.CORNERED),
        (_SMALL, Posture.SMALL),
    ):
        if glyph.text[0] in letters:
            return posture
    return Posture.UPRIGHT


def _stamp(cell: Cell, size: int) -> Stamp:
    """A cell's ink as seen from the middle of its upper edge."""
    ink = _line_stamp(cell.glyphs, size)
    half = sum(ink_of.width(glyph) for glyph in cell.glyphs) * size / 2
    match cell.posture:
        case Posture.UPRIGHT | Posture.BLANK:
            left, top = ink.left - half, ink.top + _BASE * size
        case Posture.SMALL:
            left, top = ink.left - half + 0.09 * size, ink.top + (_BASE - 0.13) * size
        case Posture.CORNERED:
            left, top = 0.48 * size - ink.mask.shape[1], 0.04 * size
        case Posture.ABREAST:
            ink = _squeezed(ink, round(0.96 * size))
            left, top = -ink.mask.shape[1] / 2, ink.top + _BASE * size
        case Posture.TURNED | Posture.SIDEWAYS:
            return _turned(cell, ink, half, size)
        case _:
            assert_never(cell.posture)
    return Stamp(mask=ink.mask, picture=ink.picture, left=round(left), top=round(top))


def _turned(cell: Cell, ink: Stamp, half: float, size: int) -> Stamp:
    """A quarter clockwise, about the middle of the em or, for words, of their letters."""
    height, width = ink.mask.shape
    middle = _WORD_MIDDLE if cell.posture is Posture.SIDEWAYS else OPTICAL_MIDDLE
    across, down = ink.left + width / 2 - half, ink.top + height / 2 + middle * size
    if cell.glyphs[0].text[0] in _CENTRED:
        across, down = 0.0, 0.0
    mask = np.ascontiguousarray(np.rot90(ink.mask, -1))
    centre = cell.advance * size / 2 + across
    return Stamp(mask=mask, picture=None, left=round(-down - height / 2), top=round(centre - width / 2))


def _line_stamp(line: Line, size: int) -> Stamp:
    """The ink of neighbours in a line, as seen from the pen before them."""
    if len(line) == 1:
        return ink_of.stamp(line[0], size)
    placed: list[Placed] = []
    x = 0.0
    for glyph in in_visual_order(line):
        placed.append((ink_of.stamp(glyph, size), x, 0.0))
        x += ink_of.advance(glyph, size)
    mask, _, (left, top) = stamped(placed, (0.0, -1.0, 1.0, 0.0), 1)
    return ink_of.cut_to_ink(mask, -left, -top)


def _squeezed(ink: Stamp, widest: int) -> Stamp:
    height, width = ink.mask.shape
    if width <= widest:
        return ink
    return Stamp(mask=resized(ink.mask, widest, height), picture=None, left=ink.left, top=ink.top)
