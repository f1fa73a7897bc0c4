"""Beads and scrollwork as rows of spheres, raised on a height field. Knows no metal and no design.

A seal's frame is the same in all four corners, so everything is laid on the upper left quarter alone; the
frame mirrors it. Lengths are edge fractions; heights are multiples of `metals.LIFT`.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.rendering.metals import LIFT
from bot.rendering.planes import Field

Spheres = NDArray[np.float64]
"""(N, 3): x, y and radius of spheres that run into one another, in edge fractions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """The upper left quarter of a frame while it is worked: heights, and how deep inside the metal one is.

    `inside` is the distance to the nearest outline, in edge fractions, positive within the metal.
    """

    size: int
    height: Field
    inside: Field

    def raise_spheres(self, spheres: Spheres, *, squash: float = 1.0) -> None:
        """Lay spheres over what is there, in place; flatter ones with a `squash` below 1."""
        for x, y, radius in spheres.tolist():
            self._raise_sphere(x, y, radius, squash)

    def _raise_sphere(self, x: float, y: float, radius: float, squash: float) -> None:
        reach = radius + 4 / self.size + 0.004
        edge = self.height.shape[0]
        left, right = (min(edge, max(0, int((x + side) * self.size))) for side in (-reach, reach))
        top, bottom = (min(edge, max(0, int((y + side) * self.size))) for side in (-reach, reach))
        if left >= right or top >= bottom:
            return
        across = ((np.arange(left, right, dtype=np.float32) + 0.5) / self.size - np.float32(x))[None]
        down = ((np.arange(top, bottom, dtype=np.float32) + 0.5) / self.size - np.float32(y))[:, None]
        square = across * across + down * down
        dome = np.sqrt(np.maximum(np.float32(radius * radius) - square, 0)) * np.float32(squash / LIFT)
        window = (slice(top, bottom), slice(left, right))
        np.maximum(self.height[window], dome, out=self.height[window])
        np.maximum(self.inside[window], np.float32(radius) - np.sqrt(square), out=self.inside[window])


@dataclass(frozen=True, slots=True, kw_only=True)
class Beads:
    """A row of beads at a depth from the die-cut; they touch when the spacing is twice the radius."""

    depth: float
    radius: float
    spacing: float

    def spheres(self, margin: float, corner: float) -> Spheres:
        """The beads of the upper left quarter, and those that reach into it.

        They run along the die-cut, inset by `margin` with corners of radius `corner`, so that every side and
        every corner has the same.
        """
        inset, bend = margin + self.depth, max(corner - self.depth, self.radius)
        straight = 0.5 - inset - bend
        length = straight + bend * math.pi / 4  # from the middle of a side to the middle of a corner
        count = round(length / self.spacing)
        beads: list[tuple[float, float, float]] = []
        for step in range(-1, count + 1):
            along = (step + 0.5) * length / (count + 0.5)
            turn = max(0.0, along - straight) / bend
            x = 0.5 - along if turn == 0 else inset + bend * (1 - math.sin(turn))
            y = inset + bend * (1 - math.cos(turn))
            beads += [(x, y, self.radius), (y, x, self.radius)]
        return np.array(beads)


def scrollwork() -> Spheres:
    """The ornaments of a splendid frame in its upper left quarter.

    A fan of leaves in the corner, a scroll that runs out of it along the edge, a clasp in the middle of the side.
    """
    leaves = [
        _bow(((0.070, 0.070), (0.088, 0.088), (0.106, 0.106), (0.130, 0.130)), (0.014, 0.0165, 0.003)),
        _bow(((0.080, 0.064), (0.100, 0.068), (0.124, 0.080), (0.136, 0.104)), (0.013, 0.0145, 0.003)),
        _bow(((0.086, 0.052), (0.110, 0.050), (0.136, 0.058), (0.152, 0.080)), (0.012, 0.0130, 0.003)),
    ]
    scroll = [
        _bow(((0.084, 0.040), (0.115, 0.022), (0.155, 0.018), (0.198, 0.032)), (0.008, 0.0120, 0.0085)),
        _volute((0.196, 0.0535), 0.0205, -1.35, 1.30, 0.0085),
        _bow(((0.200, 0.034), (0.226, 0.026), (0.252, 0.030), (0.292, 0.046)), (0.005, 0.0115, 0.002)),
        _bow(((0.224, 0.052), (0.240, 0.048), (0.258, 0.054), (0.270, 0.070)), (0.006, 0.0085, 0.002)),
    ]
    clasp = [
        _bow(((0.500, 0.062), (0.500, 0.068), (0.500, 0.074), (0.500, 0.082)), (0.010, 0.0095, 0.002)),
        _bow(((0.484, 0.056), (0.468, 0.062), (0.456, 0.068), (0.448, 0.078)), (0.009, 0.0100, 0.002)),
        _bow(((0.480, 0.026), (0.452, 0.016), (0.424, 0.020), (0.404, 0.034)), (0.008, 0.0110, 0.0075)),
        _volute((0.4065, 0.0510), 0.0165, -1.6, -1.25, 0.0075),
        _bow(((0.402, 0.034), (0.380, 0.028), (0.358, 0.032), (0.326, 0.046)), (0.005, 0.0105, 0.002)),
    ]
    spheres = np.vstack((*leaves, *scroll, *clasp))
    return np.vstack((spheres, spheres[:, [1, 0, 2]]))


def _bow(points: tuple[tuple[float, float], ...], thick: tuple[float, float, float]) -> Spheres:
    """A tapered cubic Bezier of four control points; its radius at the start, the middle and the end."""
    start, one, two, end = (np.array(point) for point in points)
    t = np.linspace(0, 1, 28)[:, None]
    places = (1 - t) ** 3 * start + 3 * (1 - t) ** 2 * t * one + 3 * (1 - t) * t**2 * two + t**3 * end
    radii = np.interp(t[:, 0], (0, 0.5, 1), thick)
    return np.column_stack((places, radii))


def _volute(centre: tuple[float, float], radius: float, start: float, turns: float, thick: float) -> Spheres:
    """A spiral that winds from `radius` to its eye; `start` in radians, clockwise for positive `turns`."""
    t = np.linspace(0, 1, 44)
    turn = start + 2 * np.pi * turns * t
    away = radius * (1 - t) ** 0.85
    curl = np.column_stack(
        (centre[0] + away * np.cos(turn), centre[1] + away * np.sin(turn), thick * (1 - 0.55 * t))
    )
    return np.vstack((curl, [(*centre, thick * 0.95)]))
