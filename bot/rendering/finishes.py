"""What the inside of letters is made of: flat print, a gradient, or bevelled metal. Knows no shapes of letters."""

from enum import Enum, auto
from typing import assert_never

import cv2
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from bot.rendering.canvas import paint
from bot.rendering.colours import WHITE, Colour, gradient, parse
from bot.rendering.liveries import Palette
from bot.rendering.planes import (
    Picture,
    Plane,
    linear,
    lookup,
    maximum,
    moved,
    product,
    scaled,
    subtracted,
    tinted,
    to_plane,
    triple,
)
from bot.stickers.design import Rarity

_BEVEL = 0.030
"""Width of the bevel of metal letters, in letter sizes."""
_RELIEF = 255 / 12
_DARKEST, _BRIGHTEST = np.uint8(140), np.uint8(204)
"""How steep the bevel looks, and how far its slopes go into the shade and into the light."""
_GLEAMS = ((0.30, 0.016), (0.335, 0.005), (0.72, 0.012))
"""Diagonal gleams on metal: place along the block, and half width, as parts of its width."""


class Finish(Enum):
    """How letters are filled."""

    PRINT = auto()
    GRADIENT = auto()
    METAL = auto()


def finish_of(rarity: Rarity) -> Finish:
    """The rarer, the richer."""
    match rarity:
        case Rarity.NORMAL:
            return Finish.PRINT
        case Rarity.RARE:
            return Finish.GRADIENT
        case Rarity.SUPER_RARE:
            return Finish.METAL
        case _:
            assert_never(rarity)


def filled(mask: Plane, gradient_place: Plane, size: int, palette: Palette, finish: Finish) -> Picture:
    """The inside of letters of `size` pixels, premultiplied by their mask (H, W, 3)."""
    ramp = gradient(palette.fill, 256)
    match finish:
        case Finish.PRINT:
            return tinted(mask, parse(palette.flat))
        case Finish.GRADIENT:
            return product(_rim_lit(lookup(gradient_place, ramp), mask, size), triple(mask))
        case Finish.METAL:
            return product(
                _bevelled(lookup(gradient_place, ramp), mask, size, parse(palette.side)), triple(mask)
            )
        case _:
            assert_never(finish)


def _rim_lit(fill: Picture, mask: Plane, size: int) -> Picture:
    """White along the upper left border of every stroke. Thin: a wide one would break dense kanji to splinters."""
    step = max(1, size // 50)
    paint(fill, scaled(subtracted(mask, moved(mask, step, step)), 0.55), WHITE)
    return fill


def _bevelled(fill: Picture, mask: Plane, size: int, shade: Colour) -> Picture:
    """Slopes along every edge, lit from the upper left, and gleams across the whole block.

    Slopes in the shade take on `shade` and not black: grey letters would be dull at thumb size.
    """
    depth = cv2.distanceTransform(np.asarray(mask >= 128, dtype=np.uint8), cv2.DIST_L2, 5)
    reach = max(1.5, _BEVEL * size)
    height = cv2.GaussianBlur(np.minimum(depth, np.float32(reach)), (0, 0), max(0.6, reach / 4))
    across, down = (cv2.Sobel(height, cv2.CV_32F, *axis) for axis in ((1, 0), (0, 1)))
    facing = np.asarray(cv2.addWeighted(across, 1.0, down, 1.5, 0.0), dtype=np.float32)
    paint(fill, np.minimum(linear(facing, -_RELIEF, 0.0), _DARKEST), shade)
    lit = np.minimum(linear(facing, _RELIEF, 0.0), _BRIGHTEST)
    paint(fill, maximum(lit, _gleams(mask.shape)), WHITE)
    return fill


def _gleams(shape: tuple[int, ...]) -> Plane:
    """Every second row is the one above, moved on by a pixel: one line of values is enough."""
    height, width = shape
    length = width + (height + 1) // 2
    along = np.arange(length, dtype=np.float32) / length
    bands = np.sum([np.clip(1.5 - np.abs(along - place) / half, 0, 1) for place, half in _GLEAMS], axis=0)
    line = to_plane(0.55 * np.minimum(bands, 1))
    return np.ascontiguousarray(sliding_window_view(line, width)[np.arange(height) // 2])
