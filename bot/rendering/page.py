"""The content of one page of a print sheet: pictures, hair lines, the marks of a cut. Lengths are millimetres."""

from collections.abc import Iterator, Sequence

import pydyf

from bot.rendering.casting import DIE_MARGIN, DIE_RADIUS
from bot.rendering.proof import MM_PER_INCH
from bot.stickers.printing import PrintFormat

POINTS = 72 / MM_PER_INCH
"""PDF units in a millimetre."""
_MARK_OFF, _MARK, _HAIR = 0.5, 2.5, 0.1
_QUARTER = 0.5523
"""Control points of a Bezier curve that is nearly a quarter of a circle."""


class Page:
    """The content of a page: pictures and lines in millimetres."""

    def __init__(self) -> None:
        self.stream = pydyf.Stream()
        self.pictures: dict[str, bytes] = {}

    def lay(self, reference: bytes, place: tuple[float, float], size: tuple[float, float]) -> None:
        """A picture of the file with its lower left corner at a place."""
        name = f"P{len(self.pictures)}"
        self.pictures[name] = reference
        self.stream.push_state()
        self.stream.set_matrix(size[0] * POINTS, 0, 0, size[1] * POINTS, place[0] * POINTS, place[1] * POINTS)
        self.stream.draw_x_object(name)
        self.stream.pop_state()

    def line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """A black hair line."""
        self.stream.set_line_width(_HAIR * POINTS)
        self.stream.set_color_rgb(0, 0, 0, stroke=True)
        self.stream.move_to(*_points(start))
        self.stream.line_to(*_points(end))
        self.stream.stroke()

    def quarter(
        self, start: tuple[float, float], corner: tuple[float, float], end: tuple[float, float]
    ) -> None:
        """A quarter of a circle that turns round a corner; white with a fine grey line in it."""
        first, second = (
            tuple(tip + (bend - tip) * _QUARTER for tip, bend in zip(point, corner, strict=True))
            for point in (start, end)
        )
        for width, grey in ((0.20, 1.0), (0.07, 0.35)):
            self.stream.set_line_width(width * POINTS)
            self.stream.set_color_rgb(grey, grey, grey, stroke=True)
            self.stream.move_to(*_points(start))
            self.stream.curve_to(*_points(first), *_points(second), *_points(end))
            self.stream.stroke()


def _points(place: Sequence[float]) -> Iterator[float]:
    return (part * POINTS for part in place)


def _corners(place: tuple[float, float], edge: float) -> Iterator[tuple[tuple[float, float], int, int]]:
    """Each corner of the cut and which way is outwards, across and up."""
    for across in (-1, 1):
        for up in (-1, 1):
            yield (place[0] + edge * (across > 0), place[1] + edge * (up > 0)), across, up


def mark(page: Page, place: tuple[float, float], kind: PrintFormat) -> None:
    """Eight marks outside the bleed, in line with the cut."""
    first, last = kind.bleed + _MARK_OFF, kind.bleed + _MARK_OFF + _MARK
    for (x, y), across, up in _corners(place, kind.edge):
        page.line((x + across * first, y), (x + across * last, y))
        page.line((x, y + up * first), (x, y + up * last))


def round_corners(page: Page, place: tuple[float, float], kind: PrintFormat) -> None:
    """The four rounded corners of the cut: where straight marks do not help."""
    radius = kind.edge * DIE_RADIUS / (1 - 2 * DIE_MARGIN)
    for (x, y), across, up in _corners(place, kind.edge):
        page.quarter((x - across * radius, y), (x, y), (x, y - up * radius))
