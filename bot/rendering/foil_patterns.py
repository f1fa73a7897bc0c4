"""Eight embossed patterns of prism foil as phase, facet direction and gain. Knows no colours and no time.

Every pattern is drawn from coordinates in edge fractions, so the same foil stands at any size; random choices
come from a fixed seed per pattern, so the same foil stands on every machine.
"""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.rendering.planes import Field, unit_grid
from bot.stickers.design import Foil

_FLAKES = 92
"""Rows of glitter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """Three fields (S, S): phase in turns, facet direction in radians, gain 0..1 (grooves are darker)."""

    phase: Field
    direction: Field
    gain: Field


def relief(foil: Foil, size: int) -> Relief:
    """Emboss one pattern at `size` pixels."""
    return _PATTERNS[foil](size)


def slow_noise(size: int, cells: int, seed: int) -> Field:
    """0..1 noise that changes over 1/`cells` of the edge."""
    coarse = np.random.default_rng(seed).random((cells, cells), dtype=np.float32)
    return np.asarray(cv2.resize(coarse, (size, size), interpolation=cv2.INTER_CUBIC), dtype=np.float32)


def _pyramids(u: Field, v: Field, pixel: float, seed: int) -> tuple[Field, Field, Field, Field]:
    """Cells of one unit, each a four-sided pyramid: facet 0..3 (E, S, W, N), height 1..0, chance 0..1, gain.

    `pixel` is a pixel's width in cells: grooves and ridges are drawn that much soft, or they would crawl.
    """
    column, row = np.floor(u), np.floor(v)
    x, y = u - column - 0.5, v - row - 0.5
    across, down = np.abs(x), np.abs(y)
    sideways = across > down
    facet = np.where(sideways, np.where(x > 0, 0, 2), np.where(y > 0, 1, 3)).astype(np.float32)
    table = np.random.default_rng(seed).random((64, 64), dtype=np.float32)
    chance = table[row.astype(np.int32) % 64, column.astype(np.int32) % 64]
    rim = 0.5 - np.maximum(across, down)
    groove = np.clip(1.0 - (rim - 0.012) / max(pixel, 0.02), 0, 1)
    ridge = np.clip(1.0 - np.abs(across - down) / max(1.2 * pixel, 0.02), 0, 1)
    light = np.array([0.92, 0.87, 0.97, 1.0], dtype=np.float32)[facet.astype(np.int32)]
    gain = light + (1.0 - light) * 0.8 * ridge - 0.36 * groove
    return facet, (2.0 * rim).astype(np.float32), chance, gain.astype(np.float32)


def _kaku(size: int) -> Relief:
    """角プリ: a straight grid of small square pyramids."""
    x, y = unit_grid(size)
    cells = 19
    facet, height, chance, gain = _pyramids(x * cells, y * cells, cells / size, seed=1)
    phase = 1.00 * x + 0.62 * y + 0.36 * facet + 0.70 * chance + 0.16 * (1 - height)
    return Relief(phase=phase, direction=facet * np.float32(np.pi / 2) + 0.5 * chance, gain=gain)


def _diamond(size: int) -> Relief:
    """The pyramids set on their points."""
    x, y = unit_grid(size)
    cells = 15 * 0.72
    facet, height, chance, gain = _pyramids((x + y) * cells, (x - y) * cells + 50, cells * 1.4 / size, seed=2)
    phase = 0.8 * x - 0.5 * y + 0.24 * facet + 0.30 * chance + 0.10 * (1 - height)
    return Relief(
        phase=phase,
        direction=(facet + 0.5) * np.float32(np.pi / 2) + 0.8 * chance,
        gain=gain * (0.9 + 0.1 * chance),
    )


def _shard(size: int) -> Relief:
    """Broken glass: 230 points, joined to triangles, each tilted its own way and bright along its edges."""
    random = np.random.default_rng(3)
    x, y = unit_grid(size)
    triangles = _triangles(random.random((230, 2)))
    index = np.zeros((size, size), np.int32)
    lines = np.zeros((size, size), np.uint8)
    for number, corners in enumerate(triangles, start=1):
        fixed = (corners * size * 16).astype(np.int32)
        cv2.fillConvexPoly(index, fixed, number, cv2.LINE_8, 4)
        cv2.polylines(lines, [fixed.reshape(-1, 1, 2)], True, 255, max(1, size // 640), cv2.LINE_AA, 4)
    count = len(triangles) + 1
    phases = random.random(count).astype(np.float32)
    angles = (random.random(count) * 2 * np.pi).astype(np.float32)
    gains = (0.66 + 0.30 * random.random(count)).astype(np.float32)
    direction = angles[index]
    phase = phases[index] + (x * np.cos(direction) + y * np.sin(direction)) * 1.6
    edge = lines.astype(np.float32) / 255
    gain = gains[index] * (1 - edge) + edge
    return Relief(phase=phase.astype(np.float32), direction=direction, gain=gain.astype(np.float32))


def _triangles(points: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> list[Field]:
    """Delaunay triangles (3, 2) over the unit square and a rim of points outside it, in edge fractions."""
    rim = [(x, y) for x in (-0.1, 0.3, 0.7, 1.1) for y in (-0.1, 1.1)] + [
        (x, y) for x in (-0.1, 1.1) for y in (0.3, 0.7)
    ]
    # OpenCV places points by whole sub-pixels: a large rectangle keeps the triangles apart.
    scale = 4096.0
    net = cv2.Subdiv2D((-4096, -4096, 12288, 12288))
    for px, py in [*points.tolist(), *rim]:
        net.insert((px * scale, py * scale))
    found = np.asarray(net.getTriangleList(), dtype=np.float32).reshape(-1, 3, 2) / scale
    return [corners for corners in found if np.abs(corners).max() < 1.5]


def _radial(size: int) -> Relief:
    """72 rays from the heart of the seal, broken into rings."""
    x, y = unit_grid(size)
    dx, dy = x - 0.5, y - 0.52
    turn = np.arctan2(dy, dx) / (2 * np.pi) + 0.5
    radius = np.hypot(dx, dy)
    rays = 72
    ray = np.minimum(np.floor(turn * rays), rays - 1)
    across = turn * rays - ray
    random = np.random.default_rng(4)
    chance = random.random(rays, dtype=np.float32)[ray.astype(np.int32)]
    ring = np.floor(radius * 9 + chance * 3).astype(np.int32) % 32
    spark = random.random((rays, 32), dtype=np.float32)[ray.astype(np.int32), ring]
    pixel = rays / (2 * np.pi * np.maximum(radius, 0.02) * size)
    groove = np.clip(1 - np.minimum(across, 1 - across) / np.maximum(pixel, 0.03), 0, 1)
    phase = radius * 1.7 + chance * 0.35 + spark * 0.16 + across * 0.18
    direction = 2 * np.pi * turn + np.pi / 2 * (ray % 2)
    gain = (0.80 + 0.20 * (1 - np.abs(across - 0.5) * 2)) * (1 - 0.25 * groove)
    return Relief(
        phase=phase.astype(np.float32), direction=direction.astype(np.float32), gain=gain.astype(np.float32)
    )


def _cosmos(size: int) -> Relief:
    """Bubbles and star dust over slow clouds."""
    x, y = unit_grid(size)
    random = np.random.default_rng(5)
    phase = x * 1.5 + y * 1.1 + 0.9 * slow_noise(size, 4, 5)
    direction = 0.7 + 2.0 * slow_noise(size, 6, 6)
    gain = np.full((size, size), 0.80, np.float32)
    for _ in range(150):
        centre_x, centre_y, large, own_phase, own_turn = random.random(5)
        radius = 0.006 + 0.052 * large**3.2
        _bubble((phase, direction, gain), (centre_x, centre_y, radius), own_phase, own_turn * 2 * np.pi)
    for star_x, star_y in random.random((900, 2)):
        centre = (int(star_x * size * 16), int(star_y * size * 16))
        cv2.circle(gain, centre, int(size * 0.0012 * 16), 1.0, -1, cv2.LINE_8, 4)
        cv2.circle(phase, centre, int(size * 0.0012 * 16), 0.12, -1, cv2.LINE_8, 4)
    return Relief(phase=phase.astype(np.float32), direction=direction.astype(np.float32), gain=gain)


def _bubble(
    fields: tuple[Field, Field, Field],
    circle: tuple[float, float, float],
    own_phase: float,
    turn: float,
) -> None:
    """One round lens pressed into the fields, in place."""
    phase, direction, gain = fields
    size = phase.shape[0]
    centre_x, centre_y, radius = (value * size for value in circle)
    left, right = max(0, int(centre_x - radius)), min(size, int(centre_x + radius) + 2)
    top, bottom = max(0, int(centre_y - radius)), min(size, int(centre_y + radius) + 2)
    columns, rows = np.meshgrid(np.arange(left, right) - centre_x, np.arange(top, bottom) - centre_y)
    distance = np.hypot(columns, rows) / radius
    inside = distance < 1
    window = (slice(top, bottom), slice(left, right))
    phase[window][inside] = (own_phase + distance * 0.55)[inside]
    direction[window][inside] = turn
    gain[window][inside] = np.clip(1.25 - 0.35 * distance, 0, 1)[inside]


def _seigaiha(size: int) -> Relief:
    """青海波: overlapping fans in rows; lower rows lie over upper ones."""
    x, y = unit_grid(size)
    fans = 7
    radius = 0.5 / fans
    table = np.random.default_rng(6).random((64, 64), dtype=np.float32)
    phase, direction = np.zeros_like(x), np.zeros_like(x)
    gain = np.ones_like(x)
    for row in range(-2, int(2 / radius) + 4):
        centre_y = row * radius * 0.5
        top, bottom = int(max(0, (centre_y - radius) * size)), int(min(size, (centre_y + radius) * size) + 1)
        if bottom <= top:
            continue
        band = slice(top, bottom)
        shift = (row % 2) * radius
        column = np.round((x[band] - shift) / (2 * radius))
        dx, dy = x[band] - column * 2 * radius - shift, y[band] - centre_y
        distance = np.hypot(dx, dy) / radius
        fan = distance < 1
        turn = np.arctan2(-dy, dx)
        ring = np.floor(distance * 4)
        chance = table[row % 64][column.astype(np.int32) % 64]
        rim = np.clip((distance * 4 - ring - 0.80) * size * radius / 6, 0, 1)
        phase[band] = np.where(
            fan, turn / np.pi + ring * 0.25 + chance * 0.60 + x[band] * 0.9 - y[band] * 0.5, phase[band]
        )
        direction[band] = np.where(fan, turn + ring * 0.6, direction[band])
        gain[band] = np.where(fan, 1 - 0.34 * rim, gain[band])
    return Relief(phase=phase, direction=direction, gain=gain)


def _wave(size: int) -> Relief:
    """Slow folds, like a sheet of silver held to a window."""
    x, y = unit_grid(size)
    folds = 0.9 * slow_noise(size, 4, 7) + 0.25 * slow_noise(size, 9, 8)
    gain = 0.93 + 0.07 * np.sin((x * 1.2 - y) * 2 * np.pi * 3 + 5 * folds)
    return Relief(
        phase=(x * 1.5 + y * 1.1 + folds).astype(np.float32),
        direction=(0.6 + folds).astype(np.float32),
        gain=gain.astype(np.float32),
    )


def _glitter(size: int) -> Relief:
    """Scattered flakes: most lie nearly flat over slow colours, every fifth stands up and flashes by itself."""
    x, y = unit_grid(size)
    flakes = _scattered(size, _FLAKES, seed=8)
    random = np.random.default_rng(9)
    chance = random.random(_FLAKES**2, dtype=np.float32)
    own_phase = random.random(len(chance), dtype=np.float32)
    turn = (random.random(len(chance)) * 2 * np.pi).astype(np.float32)
    stands = chance > 0.8
    own = np.where(stands, own_phase, 0.30 * chance)
    lean = np.where(stands, turn, 0.7 + 0.35 * turn)
    gain = np.where(stands, 1.0, 0.66 + 0.36 * chance).astype(np.float32)
    slow = x * np.float32(1.8) + y * np.float32(0.6) + 0.3 * slow_noise(size, 4, 10)
    return Relief(phase=slow + own[flakes], direction=lean[flakes], gain=gain[flakes])


def _scattered(size: int, rows: int, seed: int) -> NDArray[np.int32]:
    """The number of the nearest of `rows` x `rows` strewn points at every pixel; by rows, from the top left."""
    jitter = np.random.default_rng(seed).random((2, rows, rows)) * 0.9 + 0.05
    across = ((np.arange(rows)[None] + jitter[0]) * size / rows).astype(np.int32)
    down = ((np.arange(rows)[:, None] + jitter[1]) * size / rows).astype(np.int32)
    points = np.full((size, size), 255, np.uint8)
    points[down, across] = 0
    _, labels = cv2.distanceTransformWithLabels(points, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
    number = np.zeros(labels.max() + 1, np.int32)
    number[labels[down, across]] = np.arange(rows * rows).reshape(rows, rows)
    return np.asarray(number[labels], dtype=np.int32)


_PATTERNS: dict[Foil, Callable[[int], Relief]] = {
    Foil.KAKU: _kaku,
    Foil.DIAMOND: _diamond,
    Foil.SHARD: _shard,
    Foil.RADIAL: _radial,
    Foil.COSMOS: _cosmos,
    Foil.SEIGAIHA: _seigaiha,
    Foil.WAVE: _wave,
    Foil.GLITTER: _glitter,
}
