"""The printer's ornaments of a back: border, burst, bars, stars. Masks only; knows no colour."""

import math
from collections.abc import Sequence
from typing import assert_never

import cv2
import numpy as np

from bot.rendering.casting import DIE_MARGIN, DIE_RADIUS
from bot.rendering.planes import Field, Plane, rounded_square, to_plane, unit_grid
from bot.stickers.design import FrameType

_SHIFT = 4
"""Bits behind the point of OpenCV's polygon corners."""
_OUTER, _INNER = (0.020, 0.0255), (0.0455, 0.0475)
"""Depth below the cut of the border's two lines, in edge fractions; the teeth stand between."""
_TEETH = {
    FrameType.PLAIN: 60,
    FrameType.CLOUD: 34,
    FrameType.SPIKE: 44,
    FrameType.NOTCH: 28,
    FrameType.BEADED: 46,
    FrameType.GEM: 28,
    FrameType.SPLENDID: 26,
}
_FLOATING = frozenset({FrameType.BEADED, FrameType.GEM})
"""Their teeth are pearls and stones that hang between the lines."""

_CORNER, _PEARL = 0.075, (0.0555, 0.0075)
"""About where the teeth, whole ones, leave off for a corner, and its pearl: place from both edges and radius."""

Points = Sequence[tuple[float, float]]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom in edge fractions."""


def border(size: int, kind: FrameType) -> Plane:
    """Two lines that follow the cut with a row of teeth between them, of the kind that the front's frame has."""
    depth = -rounded_square(size, DIE_MARGIN, DIE_RADIUS)
    x, y = unit_grid(size)
    sideways = np.abs(y - 0.5) > np.abs(x - 0.5)
    along = np.where(sideways, x, y) * _TEETH[kind] % 1 * 2 - 1
    height = _teeth(np.asarray(along, dtype=np.float32), kind) * (_INNER[0] - _OUTER[1] - 0.004)
    room = 0.5 - round(_CORNER * _TEETH[kind]) / _TEETH[kind]
    corner = (np.abs(x - 0.5) > room) & (np.abs(y - 0.5) > room)
    height[corner] = 0
    middle = (_OUTER[1] + _INNER[0]) / 2
    floating = kind in _FLOATING
    lines = np.minimum(depth - _OUTER[0], _OUTER[1] + (0 if floating else height) - depth)
    lines = np.maximum(lines, np.minimum(depth - _INNER[0], _INNER[1] - depth))
    if floating:
        lines = np.maximum(lines, np.where(height > 0, height / 2 - np.abs(depth - middle), -1))
    pearl = 0.5 - _PEARL[0]
    lines = np.maximum(lines, _PEARL[1] - np.hypot(np.abs(x - 0.5) - pearl, np.abs(y - 0.5) - pearl))
    return to_plane(lines * size + 0.5)


def _teeth(along: Field, kind: FrameType) -> Field:
    """0..1 along one tooth, -1..1."""
    away = np.abs(along)
    match kind:
        case FrameType.PLAIN:
            height = np.where(away < 0.35, 0.55, 0.0)
        case FrameType.CLOUD:
            height = np.sqrt(np.clip(1 - along**2, 0, 1))
        case FrameType.SPIKE:
            height = 1 - away
        case FrameType.NOTCH:
            height = np.where(away < 0.55, 1.0, 0.35)
        case FrameType.BEADED:
            height = np.sqrt(np.clip(1 - (along / 0.72) ** 2, 0, 1))
        case FrameType.GEM:
            height = np.clip(1 - away / 0.66, 0, 1)
        case FrameType.SPLENDID:
            height = np.maximum(1 - 2.2 * away, 0.62 - 2.2 * np.abs(away - 1))
            height = np.maximum(height, 0.12)
        case _:
            assert_never(kind)
    return np.asarray(height, dtype=np.float32)


def burst(width: int, height: int) -> Field:
    """Tone 0..1 (H, W) of sixteen rays about the middle that grow darker outwards."""
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    dx, dy = x - width / 2, y - height * 0.54
    rays = np.clip(np.cos(np.arctan2(dy, dx) * 16) * 5 + 0.5, 0, 1)
    far = np.clip(np.hypot(dx, dy) / (0.70 * max(width, height)), 0, 1)
    return np.asarray((0.10 + 0.34 * far) * rays + 0.05 * far, dtype=np.float32)


def rounded_box(size: int, box: Box, radius: float, ring: float = 0.0) -> tuple[Plane, tuple[int, int]]:
    """A rounded rectangle as a mask of its own window, and the window's left and top in pixels.

    With `ring` only its outline, that wide and inside the box. All lengths are edge fractions.
    """
    left, top = (int(edge * size) - 1 for edge in box[:2])
    right, bottom = (int(edge * size) + 2 for edge in box[2:])
    x, y = np.meshgrid((np.arange(left, right) + 0.5) / size, (np.arange(top, bottom) + 0.5) / size)
    qx = np.abs(x - (box[0] + box[2]) / 2) - (box[2] - box[0]) / 2 + radius
    qy = np.abs(y - (box[1] + box[3]) / 2) - (box[3] - box[1]) / 2 + radius
    distance = np.hypot(np.maximum(qx, 0), np.maximum(qy, 0)) + np.minimum(np.maximum(qx, qy), 0) - radius
    depth = np.minimum(-distance, distance + ring) if ring else -distance
    return to_plane(depth * size + 0.5), (left, top)


def star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    """The corners of a fat five-pointed star about (x, y)."""
    angles = [math.radians(36 * k - 90) for k in range(10)]
    radii = [radius if k % 2 == 0 else radius * 0.48 for k in range(10)]
    return [
        (x + r * math.cos(angle), y + r * math.sin(angle)) for r, angle in zip(radii, angles, strict=True)
    ]


def slanted_bar(x: float, y: float, width: float, height: float) -> list[tuple[float, float]]:
    """The corners of one bar of a meter, leaning to the right; (x, y) is the middle of its left side."""
    lean = height * 0.22
    return [
        (x + lean, y - height / 2),
        (x + width + lean, y - height / 2),
        (x + width - lean, y + height / 2),
        (x - lean, y + height / 2),
    ]


def filled(size: int, figures: Sequence[Points]) -> Plane:
    """All the polygons (corners in edge fractions) as one antialiased mask."""
    mask = np.zeros((size, size), np.uint8)
    for figure in figures:
        cv2.fillPoly(mask, [_corners(size, figure)], 255, cv2.LINE_AA, _SHIFT)
    return mask


def outlined(size: int, figures: Sequence[Points], width: float) -> Plane:
    """The outlines of the polygons, `width` edge fractions wide."""
    mask = np.zeros((size, size), np.uint8)
    for figure in figures:
        cv2.polylines(
            mask, [_corners(size, figure)], True, 255, max(1, round(width * size)), cv2.LINE_AA, _SHIFT
        )
    return mask


def _corners(size: int, figure: Points) -> cv2.typing.MatLike:
    # Pixel centres lie at whole numbers in OpenCV, so half a pixel is taken off.
    return np.rint((np.array(figure) * size - 0.5) * (1 << _SHIFT)).astype(np.int32)
