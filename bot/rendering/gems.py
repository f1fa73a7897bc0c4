"""Gems as light without colour, from the deep to the fire: domed, brilliant and step cut. Cached stamps."""

import math
from enum import Enum, auto
from functools import lru_cache
from typing import assert_never

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.rendering.planes import Plane, resized, to_plane

_FINE = 4
"""Facets are filled this many times as large, then averaged."""
_LIGHT = math.atan2(-0.75, -0.66)
"""Where the light comes from: the upper left, y down."""
Outline = NDArray[np.float64]
"""(N, 2) corners around the origin, in units of half the gem's width and height."""


class Cut(Enum):
    """How a gem is cut."""

    CABOCHON = auto()
    BRILLIANT = auto()
    STEP = auto()


@lru_cache(maxsize=48)
def cut_gem(cut: Cut, width: int, height: int) -> tuple[Plane, Plane]:
    """Light and alpha (height, width) of a gem that fills its pixels."""
    match cut:
        case Cut.CABOCHON:
            return _cabochon(width, height)
        case Cut.BRILLIANT:
            return _brilliant(width, height)
        case Cut.STEP:
            return _step_cut(width, height)
        case _:
            assert_never(cut)


def _brilliant(width: int, height: int) -> tuple[Plane, Plane]:
    """Round or oval: eight kites and eight stars around the table."""
    girdle = _ring(16, 1.0, 0.5)
    crown = _ring(8, 0.80, 0.0)
    table = _ring(8, 0.52, 0.5)
    facets: list[tuple[Outline, float]] = []
    for i in range(8):
        left, right = girdle[(2 * i - 1) % 16], girdle[2 * i]
        facets += [
            (np.array((crown[i], left, right)), 0.02),
            (np.array((crown[i], right, girdle[(2 * i + 1) % 16], crown[(i + 1) % 8])), -0.10),
            (np.array((crown[i], crown[(i + 1) % 8], table[i])), 0.12),
            (np.array((crown[i], table[i], table[(i - 1) % 8])), -0.04),
        ]
    return _cut(width, height, girdle, facets, table)


def _step_cut(width: int, height: int) -> tuple[Plane, Plane]:
    """Oblong with cut corners, two steps down from the table."""
    rings = [_oblong(width, height, inset) for inset in (0.0, 0.22, 0.46)]
    facets: list[tuple[Outline, float]] = []
    for outer, inner, tone in zip(rings, rings[1:], (-0.08, 0.10), strict=False):
        for i in range(8):
            j = (i + 1) % 8
            facets.append((np.array((outer[i], outer[j], inner[j], inner[i])), tone))
    return _cut(width, height, rings[0], facets, rings[-1])


def _cabochon(width: int, height: int) -> tuple[Plane, Plane]:
    """A dome lit from the upper left with a hot spot, and light that comes out again below right."""
    dy = ((np.arange(height) + 0.5) * 2 / height - 1)[:, None]
    dx = ((np.arange(width) + 0.5) * 2 / width - 1)[None]
    dome = np.clip(1 - (dx**2 + dy**2), 0, 1)
    shade = 0.30 + 0.48 * dome - 0.24 * (dx + dy)
    spot = 0.9 * np.exp(-((dx + 0.333) ** 2 + (dy + 0.375) ** 2) / 0.052)
    glow = 0.30 * np.exp(-((dx - 0.375) ** 2 + (dy - 0.417) ** 2) / 0.122)
    edge = (1 - np.hypot(dx, dy)) * min(width, height) / 2 + 0.5
    return to_plane(shade + spot + glow), to_plane(edge)


def _cut(
    width: int, height: int, outline: Outline, facets: list[tuple[Outline, float]], table: Outline
) -> tuple[Plane, Plane]:
    """Fill the facets by where they face, then the table.

    Facets toward the light are bright, but the far half of the table glows: there the light comes out again.
    """
    scale = np.array((width, height)) * _FINE / 2
    light = np.full((height * _FINE, width * _FINE), 40, np.uint8)
    alpha = np.zeros_like(light)
    _fill(alpha, outline * scale + scale, 1.0)
    for corners, tone in facets:
        middle = corners.mean(axis=0) * scale
        facing = math.cos(math.atan2(middle[1], middle[0]) - _LIGHT)
        _fill(light, corners * scale + scale, 0.50 + 0.32 * facing + tone)
    _fill(light, table * scale + scale, 0.47)
    _fill(light, _far_half(table) * scale + scale, 0.62)
    _edge(light, table * scale + scale, max(1, round(min(width, height) * _FINE / 26)))
    spot = np.array((-0.34, -0.38)) * scale + scale
    cv2.circle(
        light, (int(spot[0]), int(spot[1])), max(2, min(width, height) * _FINE // 13), 255, -1, cv2.LINE_AA
    )
    return resized(light, width, height), resized(alpha, width, height)


def _far_half(table: Outline) -> Outline:
    """The part of the table that lies away from the light."""
    across = (table / table.max(axis=0)).sum(axis=1)
    return np.asarray(table[across > -0.35])


def _fill(plane: Plane, corners: Outline, level: float) -> None:
    fixed = np.asarray(corners * 16, dtype=np.int32)
    cv2.fillConvexPoly(plane, fixed, round(255 * min(max(level, 0.0), 1.0)), cv2.LINE_AA, 4)


def _edge(plane: Plane, corners: Outline, thickness: int) -> None:
    fixed = np.asarray(corners * 16, dtype=np.int32).reshape(-1, 1, 2)
    cv2.polylines(plane, [fixed], True, 225, thickness, cv2.LINE_AA, 4)


def _ring(count: int, radius: float, shift: float) -> Outline:
    turns = (np.arange(count) + shift) * 2 * np.pi / count
    return radius * np.column_stack((np.cos(turns), np.sin(turns)))


def _oblong(width: int, height: int, inset: float) -> Outline:
    """An octagon inset by a part of the shorter half, so that every step is equally wide on all sides."""
    least = min(width, height)
    right, down = 1 - inset * least / width, 1 - inset * least / height
    cut = 0.42 * (1 - inset)
    left_cut, top_cut = cut * least / width, cut * least / height
    half = [
        (right - left_cut, -down),
        (right, -down + top_cut),
        (right, down - top_cut),
        (right - left_cut, down),
    ]
    return np.array([*half, *[(-x, -y) for x, y in half]])
