"""Seal lettering: text arched, punched, tilted, with a fill, three outlines, an extrusion and a rim light."""

import math
from dataclasses import dataclass

import cv2
import numpy as np

from bot.rendering.bending import Bent, Shape, bent, room
from bot.rendering.canvas import Canvas
from bot.rendering.colours import parse
from bot.rendering.columns import ColumnLimits, draw_column, fit_column
from bot.rendering.finishes import Finish, filled
from bot.rendering.liveries import Palette
from bot.rendering.planes import (
    Picture,
    Plane,
    distance_outside,
    inverse,
    maximum,
    moved,
    scaled,
    within,
    without_alpha,
)
from bot.rendering.typefaces import FontStack
from bot.rendering.typesetting import Limits, draw, fit

SAFE_EDGE = 0.03
"""No letter comes nearer to the edge of the seal than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """A finished block: premultiplied picture (H, W, 3), its alpha with the shadow, the solid letters alone.

    `centre` is the pixel (x, y) that belongs on the wanted place.
    """

    picture: Picture
    alpha: Plane
    solid: Plane
    centre: tuple[float, float]


def letter(
    text: str,
    stack: FontStack,
    limits: Limits,
    shape: Shape,
    palette: Palette,
    finish: Finish = Finish.GRADIENT,
) -> Lettering:
    """Set, bend and colour a text. An empty text is a caller's mistake: there would be nothing to centre."""
    setting = fit(text, stack, limits)
    ink = draw(setting, room(setting.size, setting.extent, shape))
    return _coloured(bent(ink, shape), ink.size, shape, palette, finish)


def letter_down(
    text: str,
    stack: FontStack,
    limits: ColumnLimits,
    shape: Shape,
    palette: Palette,
    finish: Finish = Finish.GRADIENT,
) -> Lettering:
    """The same from top to bottom."""
    column = fit_column(text, stack, limits)
    ink = draw_column(column, room(column.size, limits.length, shape))
    return _coloured(bent(ink, shape), ink.size, shape, palette, finish)


def place(canvas: Canvas, block: Lettering, centre: tuple[float, float]) -> Plane:
    """Lay a block with its centre at (x, y) edge fractions, moved inside the safe edge if it would leave it.

    Returns the solid letters as a plane of the canvas (S, S).
    """
    size = canvas.width
    left, top, width, height = cv2.boundingRect(block.solid)
    margin = math.ceil(SAFE_EDGE * size)
    x = round(centre[0] * size - block.centre[0])
    y = round(centre[1] * size - block.centre[1])
    x = min(max(x, margin - left), size - margin - left - width)
    y = min(max(y, margin - top), size - margin - top - height)
    canvas.lay_picture(block.picture, block.alpha, (x, y))
    letters = np.zeros((size, size), np.uint8)
    target = letters[max(0, y) : y + block.solid.shape[0], max(0, x) : x + block.solid.shape[1]]
    start_y, start_x = max(0, -y), max(0, -x)
    target[:] = block.solid[start_y : start_y + target.shape[0], start_x : start_x + target.shape[1]]
    return letters


def _coloured(bent: Bent, size: int, shape: Shape, palette: Palette, finish: Finish) -> Lettering:
    """Shadow, extrusion, outlines from the outside in, fill, emoji."""
    distance = distance_outside(bent.mask)
    inner, middle, outer = (within(distance, part * size) for part in shape.outlines)
    deep = max(1, round(shape.extrusion * size))
    solid = _swept_down(outer, deep)
    height, width = bent.mask.shape
    layers = Canvas(width, height)
    layers.shade(scaled(_soft_shadow(moved(solid, 0, deep), size), 0.55))
    layers.lay(solid, parse(palette.side))
    for mask, colour in zip((outer, middle, inner), reversed(palette.outlines), strict=True):
        layers.lay(mask, colour)
    layers.lay_picture(filled(bent.mask, bent.gradient_place, size, palette, finish), bent.mask)
    if bent.emoji is not None:
        layers.lay_picture(*without_alpha(bent.emoji))
    alpha = inverse(layers.transmission)
    return Lettering(picture=layers.light, alpha=alpha, solid=solid, centre=bent.centre)


def _swept_down(mask: Plane, pixels: int) -> Plane:
    """The mask with everything it passes on its way down, in log2 steps."""
    swept, done = mask, 0
    while done < pixels:
        step = min(done + 1, pixels - done)
        swept = maximum(swept, moved(swept, 0, step))
        done += step
    return swept


def _soft_shadow(mask: Plane, size: int) -> Plane:
    width = max(3, size // 8 | 1)
    return np.asarray(cv2.blur(mask, (width, width)), dtype=np.uint8)
