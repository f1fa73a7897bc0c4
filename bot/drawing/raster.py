"""Draw outlines as inked, flat-shaded pixels. The only room that knows how shapes become RGBA."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.drawing.affine import Affine
from bot.drawing.colours import Colour, rgb, shadow
from bot.drawing.paths import Contour, Outline, flatten
from bot.drawing.pictures import Pixels

INK: Colour = "#1b1016"
LINE = 9.0
"""Usual width of an ink line, in units of the sheet."""

_SHIFT = 4
"""Binary places of the coordinates that opencv gets: sixteenths of a pixel."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A flat area of colour."""

    outline: Outline
    colour: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing drawn: layers clipped to `outline` (the first fills it), then a line along it.

    `line` is the width of the line, 0 for none; `ink` its colour. With no layers only the line is drawn.
    `box` is what the mark covers, the line's width included.
    """

    outline: Outline
    box: Box
    layers: tuple[Layer, ...] = ()
    ink: Colour = INK
    line: float = 0.0
    opacity: float = 1.0


@dataclass(slots=True)
class Sheet:
    """A vector drawing in the making: marks in any unit, first at the back, under the transform that is set.

    Nothing is cut: a sheet has no edge until it is developed.
    """

    marks: list[Mark] = field(default_factory=list)
    _transform: Affine = field(default_factory=Affine)

    @contextmanager
    def placed(
        self,
        at: tuple[float, float] = (0.0, 0.0),
        *,
        turn: float = 0.0,
        scale: float | tuple[float, float] = 1.0,
        about: tuple[float, float] = (0.0, 0.0),
    ) -> Iterator[None]:
        """Draw inside this block with the point `about` brought to `at`, scaled and turned around it."""
        with self._under(Affine.place(at, turn=turn, scale=scale, about=about)):
            yield

    @contextmanager
    def mirrored(self, x: float) -> Iterator[None]:
        """Draw inside this block mirrored at the upright line through `x`."""
        with self._under(Affine.mirror(x)):
            yield

    @contextmanager
    def _under(self, transform: Affine) -> Iterator[None]:
        before = self._transform
        self._transform = before @ transform
        try:
            yield
        finally:
            self._transform = before

    def cel(
        self,
        path: str,
        colour: Colour,
        *,
        dark: Colour | None = None,
        shade: tuple[float, float] = (16.0, 13.0),
        inside: Sequence[tuple[str, Colour]] = (),
        line: float = LINE,
        ink: Colour = INK,
    ) -> None:
        """Cel painting: the shape in shadow, lit but for `shade` (to the right, down), patterns, an ink line.

        The light is the sheet's: it stays upper left however the shape is turned or mirrored. `inside` are
        further areas, cut to the shape.
        """
        outline = self._outline(path)
        reach = self._transform.magnification
        lit = Affine.move(-shade[0] * reach, -shade[1] * reach)
        layers = [
            Layer(outline=outline, colour=dark or shadow(colour)),
            Layer(outline=tuple(contour.moved(lit) for contour in outline), colour=colour),
            *(Layer(outline=self._outline(text), colour=tint) for text, tint in inside),
        ]
        self._add(outline, tuple(layers), line=line, ink=ink)

    def flat(self, path: str, colour: Colour, *, line: float = LINE, ink: Colour = INK) -> None:
        """A flat area with an ink line round it."""
        outline = self._outline(path)
        self._add(outline, (Layer(outline=outline, colour=colour),), line=line, ink=ink)

    def fill(self, path: str, colour: Colour, *, opacity: float = 1.0) -> None:
        """A flat area without a line."""
        outline = self._outline(path)
        self._add(outline, (Layer(outline=outline, colour=colour),), opacity=opacity)

    def stroke(self, path: str, line: float = LINE, colour: Colour = INK, *, opacity: float = 1.0) -> None:
        """A line with round ends and joins."""
        self._add(self._outline(path), (), line=line, ink=colour, opacity=opacity)

    def _add(
        self,
        outline: Outline,
        layers: tuple[Layer, ...],
        *,
        line: float = 0.0,
        ink: Colour = INK,
        opacity: float = 1.0,
    ) -> None:
        width = line * self._transform.magnification
        box = _grown(_covered(outline), width / 2)
        self.marks.append(Mark(outline=outline, box=box, layers=layers, line=width, ink=ink, opacity=opacity))

    def _outline(self, path: str) -> Outline:
        return tuple(contour.moved(self._transform) for contour in flatten(path))

    def box(self) -> Box:
        """What all marks together cover. Raises ValueError on an empty sheet."""
        boxes = np.array([mark.box for mark in self.marks])
        if not len(boxes):
            raise ValueError("an empty sheet covers nothing")
        left, top = boxes[:, :2].min(axis=0)
        right, bottom = boxes[:, 2:].max(axis=0)
        return float(left), float(top), float(right), float(bottom)


def _covered(outline: Outline) -> Box:
    points = (
        outline[0].points if len(outline) == 1 else np.concatenate([contour.points for contour in outline])
    )
    (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return left, top, right, bottom


def _grown(box: Box, by: float) -> Box:
    left, top, right, bottom = box
    return left - by, top - by, right + by, bottom + by


def develop(sheet: Sheet, size: int, view: Box, *, oversample: int = 1) -> Pixels:
    """Rasterise what lies in `view` (any units) to (size, size, 4) straight RGBA, antialiased.

    The view is fitted whole into the square: centred sideways, standing on the bottom edge. Lines are antialiased
    at any scale; `oversample` 2 smooths what is left, for pictures shown at their own size, at twice the time.
    """
    left, _, right, bottom = view
    edge = size * oversample
    scale = edge / max(right - left, bottom - view[1])
    to_pixels = Affine(a=scale, d=scale, e=edge / 2 - (left + right) / 2 * scale, f=edge - bottom * scale)
    # Paint is opaque on clear, so the canvas is premultiplied: averaging it leaves no dark fringes.
    canvas = np.zeros((edge, edge, 4), np.uint8)
    for mark in sheet.marks:
        _paint(canvas, mark, to_pixels)
    if oversample > 1:
        canvas = cv2.resize(canvas, (size, size), interpolation=cv2.INTER_AREA).astype(np.uint8, copy=False)
    return _straight(canvas)


def _paint(canvas: Pixels, mark: Mark, to_pixels: Affine) -> None:
    window = _window(canvas, mark, to_pixels)
    if window is None:
        return
    area, shifted = window
    paint = area if mark.opacity >= 1 else area.copy()
    outline = _fixed_points(mark.outline, shifted)
    if mark.layers:
        cv2.fillPoly(paint, outline, _bgra(mark.layers[0].colour), cv2.LINE_AA, _SHIFT)
        _paint_inside(paint, mark.layers[1:], outline, shifted)
    if mark.line:
        _draw_line(paint, mark, outline, max(1, round(mark.line * shifted.magnification)))
    if paint is not area:
        cv2.addWeighted(paint, mark.opacity, area, 1 - mark.opacity, 0, dst=area)


def _paint_inside(
    paint: Pixels, layers: tuple[Layer, ...], outline: list[NDArray[np.int32]], shifted: Affine
) -> None:
    """Layers cut to the outline. The cut is hard: the ink line, or the same colour, hides its edge."""
    if not layers:
        return
    clip = np.zeros(paint.shape[:2], np.uint8)
    cv2.fillPoly(clip, outline, 255, cv2.LINE_8, _SHIFT)
    coloured = paint.copy()
    for layer in layers:
        cv2.fillPoly(
            coloured, _fixed_points(layer.outline, shifted), _bgra(layer.colour), cv2.LINE_AA, _SHIFT
        )
    cv2.copyTo(coloured, clip, paint)


def _draw_line(paint: Pixels, mark: Mark, outline: list[NDArray[np.int32]], width: int) -> None:
    for contour, points in zip(mark.outline, outline, strict=True):
        cv2.polylines(paint, [points], contour.closed, _bgra(mark.ink), width, cv2.LINE_AA, _SHIFT)


def _window(canvas: Pixels, mark: Mark, to_pixels: Affine) -> tuple[Pixels, Affine] | None:
    """The part of the canvas that a mark touches, and the transform into it. None: outside."""
    height, width = canvas.shape[:2]
    corners = to_pixels.apply(np.array(mark.box).reshape(2, 2))
    left, top = (max(0, math.floor(value) - 3) for value in corners[0])
    right, bottom = math.ceil(corners[1, 0]) + 4, math.ceil(corners[1, 1]) + 4
    right, bottom = min(width, right), min(height, bottom)
    if left >= right or top >= bottom:
        return None
    return canvas[top:bottom, left:right], Affine.move(-left, -top) @ to_pixels


def _fixed_points(outline: Sequence[Contour], to_pixels: Affine) -> list[NDArray[np.int32]]:
    # Pixel centres lie at whole numbers in opencv, so half a pixel is taken off.
    return [
        np.rint((to_pixels.apply(contour.points) - 0.5) * (1 << _SHIFT)).astype(np.int32)
        for contour in outline
    ]


def _bgra(colour: Colour) -> tuple[int, int, int, int]:
    """Opaque; in RGBA order, as our canvas is, whatever opencv thinks of it."""
    return (*rgb(colour), 255)


def _straight(premultiplied: Pixels) -> Pixels:
    """Divide the colour of half-covered pixels by their alpha."""
    flat = premultiplied.reshape(-1, 4)
    # Less one, clear (0) wraps round to 255 and opaque becomes 254: one comparison finds the edges.
    edge = np.flatnonzero(flat[:, 3] - np.uint8(1) < 254)
    part = flat[edge].astype(np.uint32)
    opacity = part[:, 3:]
    part[:, :3] = np.minimum((part[:, :3] * 255 + opacity // 2) // opacity, 255)
    flat[edge] = part.astype(np.uint8)
    return premultiplied


def lay_over(ground: Pixels, top: Pixels) -> None:
    """Lay `top` over `ground` in place; both straight RGBA of one shape (Porter and Duff's "over")."""
    cv2.copyTo(top, cv2.inRange(top[..., 3], 255, 255), ground)
    below, above = ground.reshape(-1, 4), top.reshape(-1, 4)
    edge = np.flatnonzero(above[:, 3] - np.uint8(1) < 254)
    a, b = above[edge].astype(np.float32), below[edge].astype(np.float32)
    share, rest = a[:, 3:] / 255, b[:, 3:] / 255
    alpha = share + rest * (1 - share)
    colour = (a[:, :3] * share + b[:, :3] * rest * (1 - share)) / alpha
    below[edge] = np.rint(np.concatenate([colour, alpha * 255], axis=1)).astype(np.uint8)
