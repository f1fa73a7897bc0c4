"""Turn a line of any text into a mask: which font file has each letter, how large it fits, where it breaks.

Basic layout only (no shaping engine is assumed to be installed): letters stand side by side, left to right.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import numpy as np
from fontTools.ttLib import TTFont
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from bot.rendering.planes import Picture, Plane
from bot.rendering.typefaces import Face, Typefaces

NARROWEST = 0.72
"""Condensing comes before shrinking: seal lettering is condensed by nature."""
MISSING_LETTER = "〓"
"""The printer's geta mark, set where no font has the letter."""
MISSING_EMOJI = "★"
_ELLIPSIS = "…"
_LINE_PITCH = 1.10
_NEVER_FIRST = frozenset("、。，．・ー〜～！？!?,.)）」』】…っゃゅょァィゥェォッャュョ々ゝ")
"""Kinsoku: letters that may not begin a line."""
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff")
_REFERENCE_SIZE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FontStack:
    """Files tried letter by letter, first to last; then emoji, in their own colours."""

    letters: tuple[Path, ...]
    emoji: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Neighbouring letters out of one file."""

    text: str
    font: Path
    coloured: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Text that fits: its lines, the size in pixels, and how far it is condensed (NARROWEST..1)."""

    lines: tuple[str, ...]
    size: int
    condensing: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Room for a text, in pixels: its width, the size of one line and of each of two, and the least size."""

    width: float
    size: float
    pair_size: float
    least_size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """Drawn text with `pad` empty pixels on every side.

    `mask` (H, W) has every letter and emoji; `emoji` (H, W, 4) is straight RGBA or None; `height_in_line`
    (H,) runs from 0 at the top of each line to 1 at its foot; `middle` is the row of the optical middle.
    """

    mask: Plane
    emoji: Picture | None
    height_in_line: NDArray[np.float32]
    middle: float


def font_stack(face: Face, faces: Typefaces) -> FontStack:
    """A face, backed by the fallback and the emoji."""
    return FontStack(letters=(*face, faces.fallback), emoji=faces.emoji)


def undrawable(text: str, faces: Typefaces) -> str:
    """The letters of a text that no font has, in order, each once; drawn as geta marks if one insists."""
    stack = font_stack(faces.bold, faces)
    missing = (letter for letter in text if not letter.isspace() and _source(letter, stack) is None)
    return "".join(dict.fromkeys(letter for letter in missing if not _may_vanish(letter)))


def runs(text: str, stack: FontStack) -> tuple[Run, ...]:
    """Split a text by the file that has each letter. Joiners and marks that no file has vanish."""
    grouped = groupby(_letters_with_sources(text, stack), key=lambda pair: pair[1])
    return tuple(
        Run(text="".join(letter for letter, _ in pairs), font=font, coloured=font == stack.emoji)
        for font, pairs in grouped
    )


def fit(text: str, stack: FontStack, limits: Limits) -> Setting:
    """The largest setting: one line condensed, then smaller, then two lines, at last cut with an ellipsis."""
    single = _largest((text,), stack, limits, limits.size)
    if single.size >= 0.62 * limits.size or len(text) < 2:
        return single
    pair = _largest(_halves(text, stack), stack, limits, limits.pair_size)
    if max(single.size, pair.size) < limits.least_size:
        return _cut(text, stack, limits)
    return pair if pair.size > single.size else single


def draw(setting: Setting, stack: FontStack, pad: int) -> Ink:
    """Draw a setting's lines, centred under each other, not yet condensed."""
    size = setting.size
    lines = [runs(line, stack) for line in setting.lines]
    widths = [_advance(line, size) for line in lines]
    left, top, right, bottom = _ink_bounds(lines, size)
    wide = max(widths)
    origin_x, first_base = pad + left, pad + top
    width = int(np.ceil(origin_x + wide + right + pad))
    pitch = size * _LINE_PITCH
    height = int(np.ceil(first_base + pitch * (len(lines) - 1) + bottom + pad))
    mask = Image.new("L", (width, height))
    emoji = (
        Image.new("RGBA", (width, height)) if any(run.coloured for line in lines for run in line) else None
    )
    for number, (line, own) in enumerate(zip(lines, widths, strict=True)):
        _draw_line(mask, emoji, line, (origin_x + (wide - own) / 2, first_base + pitch * number), size)
    bases = first_base + pitch * np.arange(len(lines))
    return Ink(
        mask=_with_emoji(mask, emoji),
        emoji=None if emoji is None else np.asarray(emoji).copy(),
        height_in_line=_height_in_line(height, bases, size),
        middle=float(bases.mean() - 0.38 * size),
    )


def _letters_with_sources(text: str, stack: FontStack) -> Iterator[tuple[str, Path]]:
    for letter in text:
        font = _source(letter, stack)
        if font is not None:
            yield letter, font
        elif not _may_vanish(letter):
            yield _stand_in(letter), _source(_stand_in(letter), stack) or stack.letters[-1]


def _source(letter: str, stack: FontStack) -> Path | None:
    """The file that has a letter. Emoji of the astral planes are never taken from a text face."""
    if letter in _INVISIBLE or _is_skin_tone(letter):
        return None
    code = ord(letter)
    if stack.emoji is not None and code >= 0x1F000 and code in _covered(stack.emoji):
        return stack.emoji
    for path in stack.letters:
        if code in _covered(path):
            return path
    return stack.emoji if stack.emoji is not None and code in _covered(stack.emoji) else None


def _may_vanish(letter: str) -> bool:
    """Marks, joiners and skin tones, which only change the letter before them."""
    return letter in _INVISIBLE or _is_skin_tone(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf")


def _is_skin_tone(letter: str) -> bool:
    return "\U0001f3fb" <= letter <= "\U0001f3ff"


def _stand_in(letter: str) -> str:
    return MISSING_EMOJI if ord(letter) >= 0x1F000 else MISSING_LETTER


@lru_cache(maxsize=24)
def _covered(path: Path) -> frozenset[int]:
    """The code points a font file has."""
    with TTFont(path, fontNumber=0, lazy=True) as font:
        return frozenset(font.getBestCmap())


@lru_cache(maxsize=96)
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def _advance(line: tuple[Run, ...], size: int) -> float:
    return sum(_font(run.font, size).getlength(run.text) for run in line)


def _width_per_pixel(text: str, stack: FontStack) -> float:
    """Width of a text set at size 1."""
    return max(0.1, _advance(runs(text, stack), _REFERENCE_SIZE) / _REFERENCE_SIZE)


def _largest(lines: tuple[str, ...], stack: FontStack, limits: Limits, size: float) -> Setting:
    """The largest size up to `size` at which the longest line fits, condensed as little as that needs."""
    longest = max(_width_per_pixel(line, stack) for line in lines)
    fitting = max(1, int(min(size, limits.width / (longest * NARROWEST))))
    return Setting(lines=lines, size=fitting, condensing=min(1.0, limits.width / (longest * fitting)))


def _halves(text: str, stack: FontStack) -> tuple[str, ...]:
    """Two lines of much the same width; broken at a space if one is near, never against kinsoku."""
    whole = _width_per_pixel(text, stack)

    def cost(place: int) -> float:
        first, second = text[:place].rstrip(), text[place:].lstrip()
        if not first or not second:
            return 9.0
        uneven = abs(_width_per_pixel(first, stack) - _width_per_pixel(second, stack)) / whole
        spaced = text[place - 1].isspace() or text[place].isspace() or text[place - 1] in "・、。"
        inside_word = text[place - 1].isascii() and text[place].isascii() and not spaced
        return uneven - 0.30 * spaced + 0.50 * inside_word + (text[place] in _NEVER_FIRST)

    middle = range(max(1, len(text) // 4), min(len(text), len(text) - len(text) // 4 + 1))
    best = min(middle, key=cost)
    return text[:best].rstrip(), text[best:].lstrip()


def _cut(text: str, stack: FontStack, limits: Limits) -> Setting:
    """The longest beginning, with an ellipsis, that fits two lines at the least size."""
    shortest, longest = 1, len(text)
    while longest - shortest > 1:
        length = (shortest + longest) // 2
        trial = _largest(_halves(text[:length].rstrip() + _ELLIPSIS, stack), stack, limits, limits.pair_size)
        shortest, longest = (length, longest) if trial.size >= limits.least_size else (shortest, length)
    return _largest(_halves(text[:shortest].rstrip() + _ELLIPSIS, stack), stack, limits, limits.pair_size)


def _ink_bounds(lines: list[tuple[Run, ...]], size: int) -> tuple[float, float, float, float]:
    """How far ink may reach left of the origin, above the base line, right of the advance and below the base.

    Taken from the glyphs, not from the em: accents and tall scripts overshoot it and would be clipped.
    """
    left, top, right, bottom = 0.0, size * 0.88, 0.0, size * 0.12
    for run in (run for line in lines for run in line):
        font = _font(run.font, size)
        x0, y0, x1, y1 = font.getbbox(run.text, anchor="ls")
        left, top = max(left, -x0), max(top, -y0)
        right, bottom = max(right, x1 - font.getlength(run.text)), max(bottom, y1)
    return left + 1, top + 1, right + 1, bottom + 1


def _draw_line(
    mask: Image.Image,
    emoji: Image.Image | None,
    line: tuple[Run, ...],
    origin: tuple[float, float],
    size: int,
) -> None:
    x, base = origin
    letters = ImageDraw.Draw(mask)
    pictures = None if emoji is None else ImageDraw.Draw(emoji)
    for run in line:
        font = _font(run.font, size)
        if run.coloured and pictures is not None:
            pictures.text((x, base), run.text, font=font, embedded_color=True, anchor="ls")
        else:
            letters.text((x, base), run.text, font=font, fill=255, anchor="ls")
        x += font.getlength(run.text)


def _with_emoji(mask: Image.Image, emoji: Image.Image | None) -> Plane:
    letters = np.asarray(mask)
    return letters.copy() if emoji is None else np.maximum(letters, np.asarray(emoji)[..., 3])


def _height_in_line(height: int, bases: NDArray[np.floating], size: int) -> NDArray[np.float32]:
    """Rows to 0..1 of the line whose middle is nearest."""
    rows = np.arange(height)[:, None]
    tops = bases[None, :] - 0.88 * size
    nearest = np.abs(rows - tops - 0.5 * size).argmin(axis=1)
    place = (rows[:, 0] - tops[0, nearest]) / (0.98 * size)
    return np.asarray(np.clip(place, 0, 1), dtype=np.float32)
