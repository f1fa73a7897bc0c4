"""Running text in a box: words wrapped whole, Japanese by kinsoku, smaller if need be, at last cut with an ellipsis."""

from dataclasses import dataclass
from functools import lru_cache

from PIL import ImageFont

from bot.rendering.typesetting import FontStack, runs

_NEVER_FIRST = frozenset(
    "、。，．・：；ー〜～！？‼⁉!?,.:;…‥%％）」』】］〕〉》｝)]}’”»々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
"""Kinsoku: what may not begin a line."""
_NEVER_LAST = frozenset("（「『【［〔〈《｛([{‘“«#＃$￥")
"""Kinsoku: what may not end one."""
_ELLIPSIS = "…"
_REFERENCE_SIZE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Room for a paragraph in pixels, its line pitch in letter sizes, and the sizes it may be set in."""

    width: float
    height: float
    size: int
    least_size: int
    pitch: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Lines and the letter size in pixels at which they fit."""

    lines: tuple[str, ...]
    size: int


def paragraph(text: str, stack: FontStack, box: Box) -> Paragraph:
    """The text in the largest size that fits; what does not fit the least size is cut."""
    for size in range(box.size, box.least_size, -1):
        lines = wrapped(text, stack, box.width / size)
        if len(lines) <= _room(box, size):
            return Paragraph(lines=lines, size=size)
    lines = wrapped(text, stack, box.width / box.least_size)
    room = max(1, _room(box, box.least_size))
    if len(lines) > room:
        lines = (*lines[: room - 1], _cut(lines[room - 1], stack, box.width / box.least_size))
    return Paragraph(lines=lines, size=box.least_size)


def wrapped(text: str, stack: FontStack, width: float) -> tuple[str, ...]:
    """Lines of at most `width` letter sizes; only a single letter wider than that may be longer."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, stack, width):
        if line and _width((line + piece).rstrip(), stack) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line = (line + piece).lstrip()
    return tuple(line for line in (*lines, line.rstrip()) if line)


def _room(box: Box, size: int) -> int:
    """Lines that fit: all but the first need a whole pitch."""
    return 1 + int((box.height - size) / (size * box.pitch))


def _pieces(text: str, stack: FontStack, width: float) -> list[str]:
    """What must stay together: words, and Japanese letters with what kinsoku ties to them."""
    pieces: list[str] = []
    for letter in text:
        if pieces and not _may_break(pieces[-1][-1], letter):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return [
        part
        for piece in pieces
        for part in ([piece] if _width(piece.rstrip(), stack) <= width else list(piece))
    ]


def _may_break(before: str, after: str) -> bool:
    if after.isspace() or after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return before.isspace() or before == "-" or _is_square(before) or _is_square(after)


def _is_square(letter: str) -> bool:
    """Whether a letter belongs to a script without blanks between words: kana, Chinese letters, full-width signs."""
    return "\u2e80" <= letter <= "\ua4cf" or "\uf900" <= letter <= "\ufaff" or letter >= "\uff00"


def _cut(line: str, stack: FontStack, width: float) -> str:
    while line and _width(line + _ELLIPSIS, stack) > width:
        line = line[:-1].rstrip()
    return line + _ELLIPSIS


def _width(text: str, stack: FontStack) -> float:
    return sum(_letter_width(letter, stack) for letter in text)


@lru_cache(maxsize=4096)
def _letter_width(letter: str, stack: FontStack) -> float:
    """In letter sizes; the basic layout sets letters side by side without kerning."""
    return (
        sum(
            ImageFont.truetype(run.font, _REFERENCE_SIZE, layout_engine=ImageFont.Layout.BASIC).getlength(
                run.text
            )
            for run in runs(letter, stack)
        )
        / _REFERENCE_SIZE
    )
