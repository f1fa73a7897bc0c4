"""Compose a seal small enough for a line of text: the face, popping out of a little window of foil. No letters."""

import cv2
import numpy as np

from bot.rendering.canvas import Canvas
from bot.rendering.character import SEEN, Character, fitted, lay_character
from bot.rendering.colours import INK
from bot.rendering.foil import FoilMaps
from bot.rendering.glints import scatter
from bot.rendering.liveries import livery
from bot.rendering.metals import metal
from bot.rendering.planes import (
    Field,
    Picture,
    Plane,
    distance_outside,
    inverse,
    maximum,
    product,
    scaled,
    to_plane,
    triple,
    unit_grid,
    within,
)
from bot.rendering.seal import Seal
from bot.rendering.substrate import FoilGround, Ground, StillGround, ground_for
from bot.stickers.design import Design

_WINDOW = (0.030, 0.115, 0.970, 0.975)
_RADIUS, _RIM, _LINE = 0.17, 0.058, 0.018
"""Corner radius of the window, width of its metal and of the ink on both sides, in edge fractions."""
_BOX = (0.050, 0.045, 0.950, 0.955)
_FACE_SHARE = 0.70
"""How much of a character's longer side is shown, from the top: that is where faces are."""
_CONTOUR, _KEYLINE = 0.018, 0.036
"""Twice those of a seal and more: seen at 22 pixels, thinner lines are none."""
_FOIL_NEARNESS = 1.7
_HEAD = 0.30
"""What lies above this may stand out of the window."""
_GLINTS = 4


def compose_miniature(design: Design, art: Picture, size: int) -> Seal:
    """The emoji of a design as a seal of `size` pixels; draw it at twice the wanted size and halve it.

    From below: foil, aura, the face, the rim of the window, and over the rim the top of the head.
    """
    canvas = Canvas(size, size)
    face = fitted(_face(art), size, _BOX)
    aura = livery(design.attribute).aura if design.effects.aura else None
    lay_character(canvas, face, aura, contour=_CONTOUR, keyline=_KEYLINE)
    window = _window(size)
    _lay_rim(canvas, window, design)
    head = _lay_head(canvas, face)
    return Seal(
        size=size,
        ground=_nearer(design, size),
        light=canvas.light,
        transmission=canvas.transmission,
        shine=inverse(scaled(face.alpha, 0.72)),
        cut=maximum(to_plane(0.5 - window * size), head),
        letters=np.zeros((size, size), np.uint8),
        moving=design.effects.holographic,
        glints=scatter(design.seed(), face.bounds)[:_GLINTS] if design.effects.sparkle else (),
    )


def _face(art: Picture) -> Picture:
    """A square from the top of what is drawn, about its middle; the whole if the drawing is lower than that."""
    left, top, width, height = cv2.boundingRect(np.asarray(art[..., 3] > SEEN, dtype=np.uint8))
    if not width or not height:
        return art
    edge = round(max(width, height) * _FACE_SHARE)
    drawn = art[top : top + min(edge, height), left : left + width]
    weight = drawn[..., 3].sum(axis=0, dtype=np.int64)
    middle = int((weight * np.arange(width)).sum() // max(1, int(weight.sum())))
    start = min(max(0, middle - edge // 2), max(0, width - edge))
    return np.ascontiguousarray(drawn[:, start : start + edge])


def _window(size: int) -> Field:
    """Signed distance to the rounded window in edge fractions, negative inside (see planes.rounded_square)."""
    x, y = unit_grid(size)
    left, top, right, bottom = _WINDOW
    qx = np.abs(x - (left + right) / 2) - (right - left) / 2 + _RADIUS
    qy = np.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + _RADIUS
    outside = np.hypot(np.maximum(qx, 0), np.maximum(qy, 0))
    return np.asarray(outside + np.minimum(np.maximum(qx, qy), 0) - _RADIUS, dtype=np.float32)


def _lay_rim(canvas: Canvas, window: Field, design: Design) -> None:
    """Metal between two lines of ink, lit from the upper left."""
    size = canvas.width
    x, y = unit_grid(size)
    across = (-window - _LINE) / (_RIM - 2 * _LINE)
    bead = np.sqrt(np.clip(1 - (2 * across - 1) ** 2, 0, 1))
    light = 0.30 + 0.34 * bead + 0.30 * np.cos((x + y - 0.3) * 2.2 * np.pi)
    canvas.lay(_band(window, 0.0, _RIM, size), INK)
    mask = _band(window, _LINE, _RIM - _LINE, size)
    canvas.lay_picture(product(metal(design.style.frame_color)[to_plane(light)], triple(mask)), mask)


def _band(window: Field, first: float, last: float, size: int) -> Plane:
    """Where the depth below the window's edge lies between two edge fractions."""
    return to_plane(np.minimum(-window - first, last + window) * size + 0.5)


def _lay_head(canvas: Canvas, face: Character) -> Plane:
    """The upper part of the face once more, over the rim; returns what it adds to the cut of the emoji."""
    size = canvas.width
    x, y = unit_grid(size)
    above = np.asarray((y < _HEAD) & (np.abs(x - 0.5) < 0.5 - _WINDOW[0] - _RIM), dtype=np.uint8) * 255
    alpha = product(face.alpha, above)
    distance = distance_outside(alpha)
    canvas.lay(product(within(distance, _CONTOUR * size), above), INK)
    canvas.lay_picture(product(face.picture, triple(above)), alpha)
    return product(within(distance, _CONTOUR * size), above)


def _nearer(design: Design, size: int) -> Ground:
    """The ground from nearer by: at this size its facets would else be dust."""
    ground = ground_for(design, round(size * _FOIL_NEARNESS))
    start = (round(size * _FOIL_NEARNESS) - size) // 2
    part = (slice(start, start + size), slice(start, start + size))
    if isinstance(ground, StillGround):
        return StillGround(picture=np.ascontiguousarray(ground.picture[part]), alpha=None)
    planes = (ground.maps.phase, ground.maps.direction, ground.maps.gain, ground.gain)
    phase, direction, relief, gain = (np.ascontiguousarray(plane[part]) for plane in planes)
    return FoilGround(
        maps=FoilMaps(phase=phase, direction=direction, gain=relief), gain=gain, spectrum=ground.spectrum
    )
