"""The back of a seal: one ink on cream paper. Every word comes worded; knows no language."""

import io

import cv2
import numpy as np
from PIL import Image

from bot.rendering.breaking import Line
from bot.rendering.canvas import Canvas, Place
from bot.rendering.character import fitted
from bot.rendering.colours import Colour, mixed
from bot.rendering.flat import flat, pad_of
from bot.rendering.frame import die
from bot.rendering.glyphs import width as glyph_width
from bot.rendering.halftone import engraved, screen
from bot.rendering.liveries import name_face
from bot.rendering.ornaments import border, burst, filled, outlined, rounded_box, slanted_bar, star
from bot.rendering.paragraph import Box, paragraph
from bot.rendering.planes import Picture, Plane, distance_outside, inverse, product, resized, within
from bot.rendering.typefaces import Face, FontStack, Typefaces, font_stack
from bot.rendering.typesetting import Limits, Setting, fit
from bot.stickers.back import Back

INK: Colour = (31, 63, 150)
PAPER: Colour = (255, 252, 240)
_LEVELS, _EDGES = 12, 3
"""Tones from paper to ink and half-clear tones on the cut: with clear itself 16, so four bits a pixel."""
_CELL = 1 / 142
"""Edge of a halftone cell; on 48 mm that is a newspaper's screen of 73 lines an inch."""
_LEFT, _RIGHT = 0.078, 0.922
_BAR = (_LEFT, 0.082, _RIGHT, 0.168)
_WINDOW = (_LEFT, 0.196, 0.490, 0.632)
_FIGURE = (0.072, 0.188, 0.496, 0.626)
_ROUND_FIGURE = 0.016
"""Room about the figure for its contour and keyline."""
_COLUMN, _COLUMN_WIDTH = 0.520, _RIGHT - 0.520
_GAUGE_TOP, _GAUGE_PITCH, _GAUGE_BARS = 0.452, 0.0665, 0.716
_RUMOUR = (_LEFT, 0.666, _RIGHT, 0.872)
_LINE = 0.0032


def compose_back(back: Back, art: Picture, faces: Typefaces, size: int) -> Picture:
    """Draw a back, opaque and uncut, (S, S, 3). `art` is straight RGBA of any size, as on the front."""
    sheet = _Sheet(size, faces)
    sheet.lay(border(size, back.frame))
    _lay_head(sheet, back)
    _lay_figure(sheet, art)
    _lay_name(sheet, back)
    _lay_gauges(sheet, back)
    _lay_rumour(sheet, back)
    _lay_foot(sheet, back)
    return sheet.picture()


def back_png(picture: Picture) -> bytes:
    """Cut a back out along the die and encode it as PNG in sixteen colours."""
    darkness = (255.0 - picture[..., 0]) / (255 - INK[0])
    numbers = np.rint(darkness * (_LEVELS - 1)).astype(np.uint8)
    edge = np.ceil(die(picture.shape[0]) * ((_EDGES + 1) / 255)).astype(np.uint8)
    numbers[edge <= _EDGES] = _LEVELS + edge[edge <= _EDGES]
    tones = [mixed(PAPER, INK, level / (_LEVELS - 1)) for level in range(_LEVELS)]
    alphas = [*[255] * _LEVELS, *(round(255 * step / (_EDGES + 1)) for step in range(_EDGES + 1))]
    image = Image.fromarray(numbers)
    image.putpalette(bytes(np.array([*tones, *[PAPER] * (_EDGES + 1)], np.uint8).tobytes()))
    out = io.BytesIO()
    image.save(out, "PNG", transparency=bytes(alphas), compress_level=9)
    return out.getvalue()


class _Sheet:
    """Paper that takes ink, and gives paper back where ink is scraped off again."""

    def __init__(self, size: int, faces: Typefaces) -> None:
        self.size, self.faces = size, faces
        self._canvas = Canvas(size, size)

    def lay(self, mask: Plane, colour: Colour = INK, at: Place = (0, 0)) -> None:
        """One colour through a mask."""
        self._canvas.lay(mask, colour, at)

    def box(
        self,
        box: tuple[float, float, float, float],
        radius: float,
        colour: Colour = INK,
        *,
        ring: float = 0.0,
    ) -> None:
        """A rounded rectangle in edge fractions, or with `ring` its outline."""
        mask, at = rounded_box(self.size, box, radius, ring)
        self._canvas.lay(mask, colour, at)

    def picture(self) -> Picture:
        """(S, S, 3)."""
        return self._canvas.over(np.full((self.size, self.size, 3), PAPER, np.uint8))

    def stack(self, face: Face) -> FontStack:
        """A face with all that backs it."""
        return font_stack(face, self.faces)

    def write(
        self,
        text: str,
        face: Face,
        at: tuple[float, float],
        room: tuple[float, float],
        *,
        anchor: float = 0.0,
        colour: Colour = INK,
        pair: float = 0.6,
    ) -> None:
        """Set a text with its ink at x (0 its left end, 0.5 its middle, 1 its right end) and its middle at y.

        `room` is the most width and the letter size, in edge fractions; two lines are `pair` of that size each.
        """
        if not text.strip():
            return
        width, letter_size = (part * self.size for part in room)
        limits = Limits(
            width=width,
            size=letter_size,
            pair_size=letter_size * pair,
            least_size=min(letter_size * 0.5, 0.019 * self.size),
        )
        mask, middle = flat(fit(text, self.stack(face), limits))
        left, _, wide, _ = cv2.boundingRect(mask)
        place = (round(at[0] * self.size - left - wide * anchor), round(at[1] * self.size - middle))
        self._canvas.lay(mask, colour, place)

    def write_small(
        self, text: str, face: Face, at: tuple[float, float], room: tuple[float, float], anchor: float
    ) -> None:
        """Set small type on one line that is cut rather than made unreadable; arguments as for `write`."""
        width, height = room[0] * self.size, round(room[1] * self.size)
        box = Box(width=width, height=height, size=height, least_size=round(height * 0.72), pitch=1.0)
        setting = paragraph(text, self.stack(face), box)
        for line in setting.lines:
            left = at[0] * self.size - anchor * sum(glyph_width(glyph) for glyph in line) * setting.size
            self.write_line(line, setting.size, (left, at[1] * self.size))

    def write_line(self, line: Line, size: int, at: tuple[float, float]) -> None:
        """Set one line of running text with its left end and its middle at a place in pixels."""
        mask, middle = flat(Setting(lines=(line,), size=size, condensing=1.0))
        self._canvas.lay(mask, INK, (round(at[0]) - pad_of(size), round(at[1] - middle)))


def _lay_head(sheet: _Sheet, back: Back) -> None:
    """The number bar: number, title, and the mark of the attribute on a disc that is larger than the bar."""
    middle = (_BAR[1] + _BAR[3]) / 2
    sheet.box(_BAR, 0.020)
    sheet.write(back.number, sheet.faces.bold, (_LEFT + 0.026, middle), (0.22, 0.047), colour=PAPER)
    sheet.write(back.title, sheet.faces.round, (0.555, middle), (0.42, 0.044), anchor=0.5, colour=PAPER)
    disc = (0.862, middle)
    for radius, colour in ((0.066, PAPER), (0.060, INK), (0.0535, PAPER), (0.0505, INK)):
        sheet.box(_disc(disc, radius), radius, colour)
    alone = len(back.attribute.value) == 1
    sheet.write(
        back.attribute.value,
        sheet.faces.bold,
        disc,
        (0.080, 0.064 if alone else 0.050),
        anchor=0.5,
        colour=PAPER,
    )


def _disc(centre: tuple[float, float], radius: float) -> tuple[float, float, float, float]:
    x, y = centre
    return x - radius, y - radius, x + radius, y + radius


def _lay_figure(sheet: _Sheet, art: Picture) -> None:
    """Rays in a window, and the character before it: engraved, inked round, with a white line about it."""
    size, cell = sheet.size, _CELL * sheet.size
    window, at = rounded_box(size, _WINDOW, 0.022)
    sheet.lay(product(screen(burst(window.shape[1], window.shape[0]), cell), window), at=at)
    sheet.box(_WINDOW, 0.022, ring=_LINE)
    twice = fitted(art, 2 * size, _FIGURE)
    at, part = _surroundings(size)
    mask = resized(
        np.ascontiguousarray(twice.alpha[part]),
        (part[1].stop - part[1].start) // 2,
        (part[0].stop - part[0].start) // 2,
    )
    distance = distance_outside(mask)
    sheet.lay(within(distance, 0.0125 * size), PAPER, at)
    sheet.lay(within(distance, 0.0038 * size), at=at)
    ink = engraved(_whole(twice.picture[part], twice.alpha[part]), cell)
    # Paper goes only where no line is: laid whole, it would leave a light seam between figure and contour.
    sheet.lay(product(mask, inverse(ink)), PAPER, at)


def _surroundings(size: int) -> tuple[tuple[int, int], tuple[slice, slice]]:
    """Left and top of the figure's box with its surroundings, and its rows and columns at twice the size."""
    left, top = (int((edge - _ROUND_FIGURE) * size) for edge in _FIGURE[:2])
    right, bottom = (int((edge + _ROUND_FIGURE) * size) for edge in _FIGURE[2:])
    return (left, top), (slice(2 * top, 2 * bottom), slice(2 * left, 2 * right))


def _whole(picture: Picture, alpha: Plane) -> Picture:
    """Premultiplied colours made whole again where they are half clear, or edges would print as lines."""
    share = np.maximum(alpha, 1)[..., None].astype(np.uint16)
    return np.asarray(np.minimum(picture * np.uint16(255) // share, 255), dtype=np.uint8)


def _lay_name(sheet: _Sheet, back: Back) -> None:
    """Name, stars and the rules between."""
    face = name_face(back.attribute, sheet.faces)
    sheet.write(back.name, face, (_COLUMN, 0.250), (_COLUMN_WIDTH, 0.082), pair=0.62)
    sheet.box((_COLUMN, 0.308, _RIGHT, 0.308 + 2 * _LINE), 0.001)
    sheet.write(back.stars_heading, sheet.faces.round, (_COLUMN, 0.358), (0.155, 0.032))
    figures = [star(0.7385 + 0.0405 * k, 0.359, 0.0198) for k in range(5)]
    sheet.lay(filled(sheet.size, figures[: back.stars]))
    sheet.lay(outlined(sheet.size, figures, 0.0022))
    sheet.box((_COLUMN, 0.404, _RIGHT, 0.404 + _LINE / 2), 0.0005)


def _lay_gauges(sheet: _Sheet, back: Back) -> None:
    """A row of ten bars for each gauge."""
    for row, gauge in enumerate(back.gauges):
        y = _GAUGE_TOP + _GAUGE_PITCH * row
        sheet.write(gauge.label, sheet.faces.round, (_COLUMN, y), (0.170, 0.032))
        bars = [slanted_bar(_GAUGE_BARS + 0.009 + 0.0196 * k, y, 0.0140, 0.036) for k in range(10)]
        sheet.lay(filled(sheet.size, bars[: gauge.value]))
        sheet.lay(outlined(sheet.size, bars, 0.0022))


def _lay_rumour(sheet: _Sheet, back: Back) -> None:
    """The rumour in a box with its heading on the upper edge."""
    size = sheet.size
    left, top, right, bottom = _RUMOUR
    sheet.box(_RUMOUR, 0.020, ring=_LINE)
    if back.rumour_heading:
        tab = (left + 0.030, top - 0.024, left + 0.190, top + 0.024)
        sheet.box((tab[0] - 0.008, tab[1], tab[2] + 0.008, tab[3]), 0.024, PAPER)
        sheet.box(tab, 0.024)
        centre = ((tab[0] + tab[2]) / 2, top)
        sheet.write(back.rumour_heading, sheet.faces.bold, centre, (0.125, 0.034), anchor=0.5, colour=PAPER)
    stack = sheet.stack(sheet.faces.hand)
    room = Box(
        width=(right - left - 0.052) * size,
        height=(bottom - top - 0.060) * size,
        size=round(0.0350 * size),
        least_size=round(0.0200 * size),
        pitch=1.24,
    )
    text = paragraph(back.rumour, stack, room)
    pitch = text.size * room.pitch
    first = (top + bottom + 0.018) / 2 * size - pitch * (len(text.lines) - 1) / 2
    for row, line in enumerate(text.lines):
        sheet.write_line(line, text.size, ((left + 0.026) * size, first + pitch * row))


def _lay_foot(sheet: _Sheet, back: Back) -> None:
    """The small print, and below it the maker and the day."""
    face, small = sheet.faces.round, 0.0225
    sheet.write_small(back.small_print, sheet.faces.hand, (0.5, 0.8915), (_RIGHT - _LEFT, 0.0235), 0.5)
    sheet.write_small(back.maker, face, (_LEFT + 0.004, 0.9205), (0.58, small), 0.0)
    sheet.write_small(back.day, face, (_RIGHT - 0.004, 0.9205), (0.22, small), 1.0)
