"""Seal lettering: text arched, punched, tilted, with a fill, three outlines, an extrusion and a rim light."""

import math
from dataclasses import dataclass

import cv2
import numpy as np

from bot.rendering.canvas import Canvas
from bot.rendering.colours import WHITE, gradient, parse
from bot.rendering.columns import ColumnLimits, draw_column, fit_column
from bot.rendering.liveries import Palette
from bot.rendering.planes import (
    Field,
    Picture,
    Plane,
    distance_outside,
    inverse,
    lookup,
    maximum,
    moved,
    product,
    scaled,
    subtracted,
    triple,
    with_alpha,
    within,
    without_alpha,
)
from bot.rendering.typefaces import FontStack
from bot.rendering.typesetting import Ink, Limits, draw, fit

SAFE_EDGE = 0.03
"""No letter comes nearer to the edge of the seal than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How letters are bent and lined; lengths are fractions of the letter size, the tilt is in degrees."""

    outlines: tuple[float, float, float]
    extrusion: float
    arch: float = 0.0
    punch: float = 0.0
    tilt: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """A finished block: premultiplied picture (H, W, 3), its alpha with the shadow, the solid letters alone.

    `centre` is the pixel (x, y) that belongs on the wanted place.
    """

    picture: Picture
    alpha: Plane
    solid: Plane
    centre: tuple[float, float]


NAME_SHAPE = Shape(outlines=(0.035, 0.10, 0.145), extrusion=0.06, arch=0.22, punch=0.10, tilt=2.0)
COLUMN_SHAPE = Shape(outlines=(0.035, 0.10, 0.145), extrusion=0.06)
TITLE_SHAPE = Shape(outlines=(0.075, 0.115, 0.16), extrusion=0.03)
BADGE_SHAPE = Shape(outlines=(0.045, 0.09, 0.11), extrusion=0.02)


def letter(text: str, stack: FontStack, limits: Limits, shape: Shape, palette: Palette) -> Lettering:
    """Set, bend and colour a text. An empty text is a caller's mistake: there would be nothing to centre."""
    setting = fit(text, stack, limits)
    ink = draw(setting, _room(setting.size, setting.extent, shape))
    return _coloured(_bent(ink, shape), ink.size, shape, palette)


def letter_down(
    text: str, stack: FontStack, limits: ColumnLimits, shape: Shape, palette: Palette
) -> Lettering:
    """The same from top to bottom."""
    column = fit_column(text, stack, limits)
    ink = draw_column(column, _room(column.size, limits.length, shape))
    return _coloured(_bent(ink, shape), ink.size, shape, palette)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bent:
    """Letters in their final shape: mask and place in the gradient (H, W), emoji, the block's centre."""

    mask: Plane
    gradient_place: Plane
    emoji: Picture | None
    centre: tuple[float, float]


def _room(size: int, extent: float, shape: Shape) -> int:
    """Empty pixels around the letters that outlines, shadow and bending will need; `extent` is their length."""
    tilted = abs(math.sin(math.radians(shape.tilt))) * extent * 0.5
    lines = shape.outlines[-1] + 2 * shape.extrusion + 0.12 + 0.6 * abs(shape.arch) + 0.7 * shape.punch
    return math.ceil(size * lines + tilted + 4)


def _bent(ink: Ink, shape: Shape) -> _Bent:
    """Condense, arch, punch and tilt in one look-up, so the letters are resampled once only."""
    from_x, from_y, centre = _origins(ink, shape)

    def bend(layer: Plane) -> Plane:
        return np.asarray(cv2.remap(layer, from_x, from_y, cv2.INTER_LINEAR), dtype=np.uint8)

    heights = (ink.height_in_letter * 255).astype(np.uint8)
    places = np.repeat(heights[:, None], ink.mask.shape[1], axis=1)
    emoji = None
    if ink.emoji is not None:
        colours, alpha = without_alpha(ink.emoji)
        emoji = with_alpha(bend(product(colours, triple(alpha))), bend(alpha))
    return _Bent(mask=bend(ink.mask), gradient_place=bend(places), emoji=emoji, centre=centre)


def _origins(ink: Ink, shape: Shape) -> tuple[Field, Field, tuple[float, float]]:
    """Where in the straight text each pixel of the bent text comes from, and where its middle came to lie."""
    width, height = (
        math.ceil((length - 2 * ink.pad) * stretch) + 2 * ink.pad
        for length, stretch in zip(reversed(ink.mask.shape), ink.stretch, strict=True)
    )
    centre_x, centre_y = (
        (middle - ink.pad) * stretch + ink.pad
        for middle, stretch in zip(ink.middle, ink.stretch, strict=True)
    )
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    turn = math.radians(shape.tilt)
    x, y = x - np.float32(centre_x), y - np.float32(centre_y)
    x, y = math.cos(turn) * x - math.sin(turn) * y, math.sin(turn) * x + math.cos(turn) * y
    outward = (x / (width / 2)) ** 2
    y = (y + shape.arch * ink.size * 0.5 * outward) / (1 + shape.punch * outward)
    from_x = x / ink.stretch[0] + ink.middle[0]
    from_y = y / ink.stretch[1] + ink.middle[1]
    return from_x.astype(np.float32), from_y.astype(np.float32), (centre_x, centre_y)


def _coloured(bent: _Bent, size: int, shape: Shape, palette: Palette) -> Lettering:
    """Shadow, extrusion, outlines from the outside in, fill, rim light, emoji."""
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
    fill = lookup(bent.gradient_place, gradient(palette.fill, 256))
    layers.lay_picture(product(fill, triple(bent.mask)), bent.mask)
    layers.lay(_rim_light(bent.mask, size), WHITE)
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


def _rim_light(mask: Plane, size: int) -> Plane:
    """The upper left border of every stroke. Thin: a wide one would break dense kanji to splinters."""
    step = max(1, size // 50)
    return scaled(subtracted(mask, moved(mask, step, step)), 0.55)
