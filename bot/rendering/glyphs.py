"""Split any text into what is set as one: a letter with its marks, or an emoji. Which file draws it, and its ink.

Every glyph is drawn by itself, without a text engine: none is assumed to be installed.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from bot.rendering import emoji
from bot.rendering.joining import joined
from bot.rendering.planes import Picture, Plane
from bot.rendering.typefaces import FontStack, Typefaces, font_stack

MISSING_LETTER = "〓"
"""The printer's geta mark, set where no font has the letter."""
MISSING_EMOJI = "★"
OPTICAL_MIDDLE = 0.38
"""How far above the base line letters have their middle, in letter sizes."""
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff")
_REFERENCE_SIZE = 100
_SARA_AM = "\u0e33"
"""A Thai vowel that stands beside its letter and over it."""
_THAI_TONES = frozenset("\u0e48\u0e49\u0e4a\u0e4b\u0e4c")
_THAI_VOWELS_ABOVE = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e4d\u0e47" + _SARA_AM)
_TIER = 0.22
"""Height of a tier of Thai marks, in letter sizes."""
_BEARING = 0.04
"""Room beside the ink of a letter whose own is taken away, in letter sizes."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """What is set as one. `emoji` is the name of its glyph in the emoji file, "" for letters."""

    text: str
    font: Path
    emoji: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to see."""
        return self.text.isspace()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A glyph's ink, cut to its bounds; `left` and `top` lie as seen from the pen on the base line.

    `picture` is straight RGBA (H, W, 4), for emoji only; `mask` (H, W) is its alpha then.
    """

    mask: Plane
    picture: Picture | None
    left: int
    top: int


def glyphs(text: str, stack: FontStack) -> tuple[Glyph, ...]:
    """All of a text that can be seen. Joiners, and marks that no file has, vanish."""
    return tuple(_glyphs(joined(text), stack))


def undrawable(text: str, faces: Typefaces) -> str:
    """The letters of a text that no font has, in order, each once; drawn as geta marks if one insists."""
    stack = font_stack(faces.bold, faces)

    def is_lost(letter: str) -> bool:
        if letter.isspace() or _may_vanish(letter) or _source(letter, stack):
            return False
        return stack.emoji is None or emoji.find(letter, 0, stack.emoji) is None

    return "".join(dict.fromkeys(letter for letter in text if is_lost(letter)))


def advance(glyph: Glyph, size: int) -> float:
    """How far the pen moves on, in pixels."""
    return width(glyph) * size


@lru_cache(maxsize=1024)
def width(glyph: Glyph) -> float:
    """How far the pen moves on, in letter sizes."""
    if glyph.emoji:
        return emoji.width(glyph.font, glyph.emoji)
    if _stands_on_a_square(glyph):
        left, right = _ink(glyph)
        return right - left + 2 * _BEARING
    return _own_width(glyph)


def stamp(glyph: Glyph, size: int) -> Stamp:
    """Draw a glyph. An empty mask for blanks."""
    if glyph.emoji:
        picture = emoji.draw(glyph.font, glyph.emoji, size)
        height, wide = picture.shape[:2]
        left = round((advance(glyph, size) - wide) / 2)
        top = -round(OPTICAL_MIDDLE * size + height / 2)
        return Stamp(mask=np.ascontiguousarray(picture[..., 3]), picture=picture, left=left, top=top)
    tone = _crowded_tone(glyph.text)
    if tone:
        return _with_raised_tone(glyph, tone, size)
    font = _font(glyph.font, size)
    x0, y0, x1, y1 = (int(edge) for edge in font.getbbox(glyph.text, anchor="ls"))
    # A pixel more on every side: bounds are those of the outline, and antialiasing may step over them.
    image = Image.new("L", (max(1, x1 - x0 + 2), max(1, y1 - y0 + 2)))
    ImageDraw.Draw(image).text((1 - x0, 1 - y0), glyph.text, font=font, fill=255, anchor="ls")
    pen = round((_ink(glyph)[0] - _BEARING) * size) if _stands_on_a_square(glyph) else 0
    return cut_to_ink(np.asarray(image), x0 - 1 - pen, y0 - 1)


def cut_to_ink(mask: Plane, left: int, top: int) -> Stamp:
    """A mask whose corner lies at (left, top), without its empty margins."""
    x, y, wide, high = cv2.boundingRect(mask)
    return Stamp(mask=mask[y : y + high, x : x + wide].copy(), picture=None, left=left + x, top=top + y)


@lru_cache(maxsize=1024)
def _stands_on_a_square(glyph: Glyph) -> bool:
    """Whether a Japanese face has a European letter on the square of a kanji: set so, words fall apart."""
    european = unicodedata.name(glyph.text[0], "").startswith(("CYRILLIC", "GREEK"))
    return european and 0.95 < _own_width(glyph) <= 1.0


def _own_width(glyph: Glyph) -> float:
    return _font(glyph.font, _REFERENCE_SIZE).getlength(glyph.text) / _REFERENCE_SIZE


@lru_cache(maxsize=1024)
def _ink(glyph: Glyph) -> tuple[float, float]:
    """Where the ink of a letter begins and ends, in letter sizes from the pen."""
    image = Image.new("L", (2 * _REFERENCE_SIZE, 2 * _REFERENCE_SIZE))
    pen = (_REFERENCE_SIZE // 2, 3 * _REFERENCE_SIZE // 2)
    font = _font(glyph.font, _REFERENCE_SIZE)
    ImageDraw.Draw(image).text(pen, glyph.text, font=font, fill=255, anchor="ls")
    x, _, wide, _ = cv2.boundingRect(np.asarray(image))
    return (x - pen[0]) / _REFERENCE_SIZE, (x - pen[0] + wide) / _REFERENCE_SIZE


def _crowded_tone(text: str) -> str:
    """The Thai tone mark that would be printed over the vowel above the same letter, or ""."""
    tone = next((mark for mark in text if mark in _THAI_TONES), "")
    return tone if any(vowel in text for vowel in _THAI_VOWELS_ABOVE) else ""


def _with_raised_tone(glyph: Glyph, tone: str, size: int) -> Stamp:
    """The letter with its vowel, and the tone mark in the tier above."""
    letter, mark = (stamp(Glyph(text, glyph.font), size) for text in (glyph.text.replace(tone, "", 1), tone))
    right = round(_font(glyph.font, size).getlength(glyph.text[0]))
    x, y = right + mark.left, mark.top - round(_TIER * size)
    left, top = min(letter.left, x), min(letter.top, y)
    corners = [(letter, letter.left, letter.top), (mark, x, y)]
    width = max(at + part.mask.shape[1] for part, at, _ in corners) - left
    height = max(at + part.mask.shape[0] for part, _, at in corners) - top
    sheet = np.zeros((height, width), np.uint8)
    for part, across, down in corners:
        rows = slice(down - top, down - top + part.mask.shape[0])
        columns = slice(across - left, across - left + part.mask.shape[1])
        sheet[rows, columns] = np.maximum(sheet[rows, columns], part.mask)
    return Stamp(mask=sheet, picture=None, left=left, top=top)


def _glyphs(text: str, stack: FontStack) -> Iterator[Glyph]:
    at = 0
    while at < len(text):
        glyph, at = _emoji_at(text, at, stack) or _letter_at(text, at, stack)
        if glyph is not None:
            yield glyph


def _emoji_at(text: str, at: int, stack: FontStack) -> tuple[Glyph, int] | None:
    """An emoji that begins here, if it is one of the astral planes, is joined, or asks for its coloured form.

    The text faces draw the others: ♥ and ☆ are letters in Japanese.
    """
    if stack.emoji is None:
        return None
    found = emoji.find(text, at, stack.emoji)
    if found is None:
        return None
    name, end = found
    astral = ord(text[at]) >= 0x1F000 and not emoji.is_skin_tone(text[at])
    if not (astral or end > at + 1 or _source(text[at], stack) is None):
        return None
    return Glyph(text[at:end], stack.emoji, name), end


def _letter_at(text: str, at: int, stack: FontStack) -> tuple[Glyph | None, int]:
    """A letter with its marks, out of the first file that has all of them; the marks go before the face does."""
    end = at + 1
    while end < len(text) and (unicodedata.category(text[end]) in ("Mn", "Me") or text[end] == _SARA_AM):
        end += 1
    letter, marks = text[at], "".join(mark for mark in text[at + 1 : end] if mark not in _INVISIBLE)
    if letter in _INVISIBLE or emoji.is_skin_tone(letter):
        return None, end
    for length in range(len(marks), -1, -1):
        font = _source(letter + marks[:length], stack)
        if font is not None:
            return Glyph(letter + marks[:length], font), end
    if _may_vanish(letter):
        return None, end
    bare = unicodedata.normalize("NFD", letter)[0]
    font = _source(bare, stack)
    if bare != letter and font is not None:
        return Glyph(bare, font), end
    astral = ord(letter) >= 0x1F000
    stand_in = MISSING_EMOJI if astral else MISSING_LETTER
    font = _source(stand_in, stack) or stack.letters[-1]
    return Glyph(stand_in, font), emoji.joined_end(text, end) if astral else end


def _source(letters: str, stack: FontStack) -> Path | None:
    """The first text file that has all the letters."""
    return next(
        (path for path in stack.letters if all(ord(each) in _covered(path) for each in letters)), None
    )


def _may_vanish(letter: str) -> bool:
    """Marks, joiners and skin tones, which only change the letter before them."""
    only_changes = unicodedata.category(letter) in ("Mn", "Me", "Cf")
    return only_changes or letter in _INVISIBLE or emoji.is_skin_tone(letter)


@lru_cache(maxsize=24)
def _covered(path: Path) -> frozenset[int]:
    """The code points a font file has."""
    with TTFont(path, fontNumber=0, lazy=True) as font:
        return frozenset(font.getBestCmap())


@lru_cache(maxsize=24)
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    # Each holds its whole file unpacked, 2 MB of memory: a few more would be half a worker.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
