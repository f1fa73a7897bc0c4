"""Running text in a box: words whole, Japanese by kinsoku, smaller if need be, at last cut with an ellipsis."""

from dataclasses import dataclass

from bot.rendering.breaking import Line, may_break, stripped
from bot.rendering.glyphs import glyphs, width
from bot.rendering.typefaces import FontStack

_ELLIPSIS = "…"


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

    lines: tuple[Line, ...]
    size: int


def paragraph(text: str, stack: FontStack, box: Box) -> Paragraph:
    """The text in the largest size that fits; what does not fit the least size is cut."""
    line = glyphs(text, stack)
    for size in range(box.size, box.least_size, -1):
        lines = wrapped(line, box.width / size)
        if len(lines) <= _room(box, size):
            return Paragraph(lines=lines, size=size)
    lines = wrapped(line, box.width / box.least_size)
    room = max(1, _room(box, box.least_size))
    if len(lines) > room:
        last = _cut(lines[room - 1], glyphs(_ELLIPSIS, stack), box.width / box.least_size)
        lines = (*lines[: room - 1], last)
    return Paragraph(lines=lines, size=box.least_size)


def wrapped(line: Line, room: float) -> tuple[Line, ...]:
    """Lines of at most `room` letter sizes without blanks at their ends; only a lone wide glyph may be longer."""
    lines: list[Line] = []
    begun: Line = ()
    for piece in _pieces(line, room):
        if begun and _width(stripped((*begun, *piece))) > room:
            lines.append(stripped(begun))
            begun = piece
        else:
            begun = (*begun, *piece)
    return tuple(line for line in (*lines, stripped(begun)) if line)


def _room(box: Box, size: int) -> int:
    """Lines that fit: all but the first need a whole pitch."""
    return 1 + int((box.height - size) / (size * box.pitch))


def _pieces(line: Line, room: float) -> list[Line]:
    """What must stay together: words, and Japanese letters with what kinsoku ties to them. Too long ones fall apart."""
    pieces: list[Line] = []
    for glyph in line:
        if pieces and not may_break(pieces[-1][-1], glyph):
            pieces[-1] = (*pieces[-1], glyph)
        else:
            pieces.append((glyph,))
    return [
        part
        for piece in pieces
        for part in ([piece] if _width(stripped(piece)) <= room else [(glyph,) for glyph in piece])
    ]


def _cut(line: Line, ellipsis: Line, room: float) -> Line:
    while line and _width((*line, *ellipsis)) > room:
        line = stripped(line[:-1])
    return (*line, *ellipsis)


def _width(line: Line) -> float:
    return sum(width(glyph) for glyph in line)
