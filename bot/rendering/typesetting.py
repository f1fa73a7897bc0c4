"""Set a text in one line or two: how large it fits, where it breaks, and its ink. Colours are lettering's."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.rendering import glyphs as ink_of
from bot.rendering.breaking import Line, breaks_a_word, halves, stripped
from bot.rendering.directions import in_visual_order
from bot.rendering.glyphs import MISSING_LETTER, OPTICAL_MIDDLE, Stamp, glyphs
from bot.rendering.planes import Picture, Plane, maximum
from bot.rendering.typefaces import FontStack

NARROWEST = 0.72
"""Condensing comes before shrinking: seal lettering is condensed by nature."""
WIDEST = 1.15
"""How far the letters of very short texts are drawn out."""
_ELLIPSIS, _HYPHEN = "…", "-"
_HYPHENATED = ("LATIN", "GREEK", "CYRILLIC")
_LINE_PITCH = 1.10
_FILLED = 0.55
"""The part of the room that even a very short text should fill."""
_TOP, _FOOT = 0.88, 0.12
"""Of the em square, above and below the base line."""
_UNTIL_WORDS_BREAK = 0.8
"""A word in one line may be this much smaller than the same word broken in two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Room for a text, in pixels: its width, the size of one line and of each of two, and the least size.

    Very short texts may grow to `short_size`; 0: they may not.
    """

    width: float
    size: float
    pair_size: float
    least_size: float
    short_size: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Text that fits: its lines, the size in pixels, and how far it is condensed or drawn out."""

    lines: tuple[Line, ...]
    size: int
    condensing: float

    @property
    def texts(self) -> tuple[str, ...]:
        """The lines as text."""
        return tuple("".join(glyph.text for glyph in line) for line in self.lines)

    @property
    def extent(self) -> float:
        """Pixels from end to end of the longest line, before it is condensed."""
        return max(_advance(line) for line in self.lines) * self.size


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """Drawn text with `pad` empty pixels on every side, not yet condensed.

    `mask` (H, W) has every letter and emoji; `emoji` (H, W, 4) is straight RGBA or None; `height_in_letter`
    (H,) runs from 0 at the top of each letter to 1 at its foot; `middle` (x, y) is the optical middle, and
    `stretch` what the ink is to be multiplied by, across and down.
    """

    mask: Plane
    emoji: Picture | None
    height_in_letter: NDArray[np.float32]
    middle: tuple[float, float]
    size: int
    stretch: tuple[float, float]
    pad: int


Placed = tuple[Stamp, float, float]
"""A stamp and the place of its pen, in pixels."""


def fit(text: str, stack: FontStack, limits: Limits) -> Setting:
    """The largest setting: one line condensed, then smaller, then two lines, at last cut with an ellipsis."""
    line = visible_line(text, stack)
    single = _largest((line,), limits, limits.size)
    if single.size >= 0.62 * limits.size or len(line) < 2:
        return _drawn_out(single, limits)
    first, second = halves(line)
    if breaks_a_word(line) and unicodedata.name(first[-1].text[0], "").startswith(_HYPHENATED):
        first = (*first, *glyphs(_HYPHEN, stack))
    pair = _largest((first, second), limits, limits.pair_size)
    if breaks_a_word(line) and single.size >= max(_UNTIL_WORDS_BREAK * pair.size, 0.8 * limits.least_size):
        return single
    if max(single.size, pair.size) < limits.least_size:
        return _cut(line, stack, limits)
    return pair if pair.size > single.size else single


def visible_line(text: str, stack: FontStack) -> Line:
    """A text's glyphs without blanks at its ends; a stand-in if nothing of it can be seen."""
    return stripped(glyphs(text, stack)) or glyphs(MISSING_LETTER, stack)


def draw(setting: Setting, pad: int) -> Ink:
    """Draw a setting's lines, centred under each other."""
    size = setting.size
    wide, pitch = setting.extent, size * _LINE_PITCH
    placed: list[Placed] = []
    for number, line in enumerate(setting.lines):
        x = (wide - _advance(line) * size) / 2
        for glyph in in_visual_order(line):
            placed.append((ink_of.stamp(glyph, size), x, pitch * number))
            x += ink_of.advance(glyph, size)
    lines = len(setting.lines)
    em = (0.0, -_TOP * size, wide, pitch * (lines - 1) + _FOOT * size)
    mask, emoji, (left, top) = stamped(placed, em, pad)
    tops = top + pitch * np.arange(lines) - _TOP * size
    return Ink(
        mask=mask,
        emoji=emoji,
        height_in_letter=height_in_letter(mask.shape[0], tops, size),
        middle=(left + wide / 2, top + pitch * (lines - 1) / 2 - OPTICAL_MIDDLE * size),
        size=size,
        stretch=(setting.condensing, 1.0),
        pad=pad,
    )


def stamped(
    placed: Sequence[Placed], em: tuple[float, float, float, float], pad: int
) -> tuple[Plane, Picture | None, tuple[int, int]]:
    """All stamps on one sheet: the mask (H, W), the emoji (H, W, 4) or None, and where the origin came to lie.

    `em` (left, top, right, bottom) is kept on the sheet even where it is empty. Bounds are taken from the ink
    itself: accents and tall scripts overshoot the em and would be clipped.
    """
    boxes = [(*_corner(part), *part[0].mask.shape) for part in placed if part[0].mask.any()]
    left = min([int(np.floor(em[0])), *(x for x, _, _, _ in boxes)]) - pad
    top = min([int(np.floor(em[1])), *(y for _, y, _, _ in boxes)]) - pad
    right = max([int(np.ceil(em[2])), *(x + wide for x, _, _, wide in boxes)]) + pad
    bottom = max([int(np.ceil(em[3])), *(y + high for _, y, high, _ in boxes)]) + pad
    mask = np.zeros((bottom - top, right - left), np.uint8)
    coloured = any(stamp.picture is not None for stamp, _, _ in placed)
    emoji = np.zeros((*mask.shape, 4), np.uint8) if coloured else None
    for part in placed:
        stamp, (x, y) = part[0], _corner(part)
        rows = slice(y - top, y - top + stamp.mask.shape[0])
        columns = slice(x - left, x - left + stamp.mask.shape[1])
        if not stamp.mask.any():
            continue
        mask[rows, columns] = maximum(np.ascontiguousarray(mask[rows, columns]), stamp.mask)
        if emoji is not None and stamp.picture is not None:
            emoji[rows, columns] = maximum(np.ascontiguousarray(emoji[rows, columns]), stamp.picture)
    return mask, emoji, (-left, -top)


def height_in_letter(height: int, tops: NDArray[np.floating], size: int) -> NDArray[np.float32]:
    """Rows to 0..1 of the letter whose middle is nearest; `tops` are the tops of the em squares."""
    rows = np.arange(height)[:, None]
    nearest = np.abs(rows - tops[None, :] - 0.5 * size).argmin(axis=1)
    place = (rows[:, 0] - tops[nearest]) / (0.98 * size)
    return np.asarray(np.clip(place, 0, 1), dtype=np.float32)


def _corner(part: Placed) -> tuple[int, int]:
    stamp, x, y = part
    return round(x) + stamp.left, round(y) + stamp.top


def _advance(line: Line) -> float:
    """Width of a line set at size 1."""
    return max(0.1, sum(ink_of.width(glyph) for glyph in line))


def _largest(lines: tuple[Line, ...], limits: Limits, size: float) -> Setting:
    """The largest size up to `size` at which the longest line fits, condensed as little as that needs."""
    longest = max(_advance(line) for line in lines)
    fitting = max(1, int(min(size, limits.width / (longest * NARROWEST))))
    return Setting(lines=lines, size=fitting, condensing=min(1.0, limits.width / (longest * fitting)))


def _drawn_out(setting: Setting, limits: Limits) -> Setting:
    """A very short text grows, then widens, so that it looks meant and not lost."""
    wanted, width = _FILLED * limits.width, _advance(setting.lines[0])
    if limits.short_size <= setting.size or width * setting.size >= wanted:
        return setting
    size = int(min(limits.short_size, max(setting.size, wanted / width)))
    return Setting(lines=setting.lines, size=size, condensing=min(WIDEST, max(1.0, wanted / (width * size))))


def _cut(line: Line, stack: FontStack, limits: Limits) -> Setting:
    """The longest beginning, with an ellipsis, that fits two lines at the least size."""
    ellipsis = glyphs(_ELLIPSIS, stack)

    def shortened(length: int) -> Setting:
        return _largest(halves((*stripped(line[:length]), *ellipsis)), limits, limits.pair_size)

    shortest, longest = 1, len(line)
    while longest - shortest > 1:
        length = (shortest + longest) // 2
        fits = shortened(length).size >= limits.least_size
        shortest, longest = (length, longest) if fits else (shortest, length)
    return shortened(shortest)
