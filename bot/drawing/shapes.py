"""Path text of common figures: ellipses, stars, rows of spikes. Pure text; `paths` reads it."""

import math
from collections.abc import Sequence
from itertools import pairwise


def ellipse(x: float, y: float, rx: float, ry: float) -> str:
    """An ellipse about (x, y)."""
    return (
        f"M{x - rx:.1f} {y:.1f} A{rx:.1f} {ry:.1f} 0 1 1 {x + rx:.1f} {y:.1f} "
        f"A{rx:.1f} {ry:.1f} 0 1 1 {x - rx:.1f} {y:.1f} Z"
    )


def circle(x: float, y: float, radius: float) -> str:
    """A circle about (x, y)."""
    return ellipse(x, y, radius, radius)


def polygon(points: Sequence[tuple[float, float]], *, closed: bool = True) -> str:
    """Straight lines through `points`, which must be at least one."""
    return "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points) + (" Z" if closed else "")


def star(x: float, y: float, outer: float, inner: float, points: int = 5, turn: float = -90.0) -> str:
    """A star with its first point at `turn` degrees."""
    corners = [polar(x, y, inner if k % 2 else outer, turn + 180 / points * k) for k in range(2 * points)]
    return polygon(corners)


def polar(x: float, y: float, radius: float, degrees: float) -> tuple[float, float]:
    """The point at `radius` and angle from (x, y); 0 degrees is right, 90 is down."""
    return x + radius * math.cos(math.radians(degrees)), y + radius * math.sin(math.radians(degrees))


def spikes(
    x: float, y: float, first: float, last: float, inner: float, outer: Sequence[float], lean: float = 0.55
) -> str:
    """An open row of curved spikes on the arc from `first` to `last` degrees, one for each radius in `outer`.

    `lean` is where in its share of the arc each tip stands: 0.5 upright, more leans toward `last`.
    """
    share = (last - first) / len(outer)
    knots = [(first, inner)]
    for k, radius in enumerate(outer):
        knots += [(first + share * (k + lean), radius), (first + share * (k + 1), inner)]
    text = "M{:.1f} {:.1f}".format(*polar(x, y, inner, first))
    for (from_angle, from_radius), (angle, radius) in pairwise(knots):
        rising = radius > from_radius
        swell, drift = (1.05, 2.0) if rising else (0.96, -4.0)
        bend = polar(x, y, (from_radius + radius) / 2 * swell, (from_angle + angle) / 2 + drift)
        text += " Q{:.1f} {:.1f} {:.1f} {:.1f}".format(*bend, *polar(x, y, radius, angle))
    return text


def band(
    start: tuple[float, float], bend: tuple[float, float], end: tuple[float, float], first: float, last: float
) -> str:
    """A limb: a band along the curve from `start` by `bend` to `end`, `first` wide there and `last` here."""
    left, right = [], []
    for k in range(_BAND_STEPS + 1):
        t = k / _BAND_STEPS
        x, y = (_quadratic(t, start[axis], bend[axis], end[axis]) for axis in (0, 1))
        dx, dy = (_slope(t, start[axis], bend[axis], end[axis]) for axis in (0, 1))
        half = (first + (last - first) * t) / 2 / (math.hypot(dx, dy) or 1.0)
        left.append((x + dy * half, y - dx * half))
        right.append((x - dy * half, y + dx * half))
    return polygon(left + right[::-1])


_BAND_STEPS = 10


def _quadratic(t: float, start: float, bend: float, end: float) -> float:
    return (1 - t) ** 2 * start + 2 * t * (1 - t) * bend + t**2 * end


def _slope(t: float, start: float, bend: float, end: float) -> float:
    return 2 * (1 - t) * (bend - start) + 2 * t * (end - bend)


def puffs(x: float, y: float, radius: float, first: float, last: float, count: int) -> str:
    """An open row of round bumps on the arc from `first` to `last` degrees: curls, clouds, fleece."""
    share = (last - first) / count
    bump = radius * math.sin(math.radians(abs(share) / 2)) * 1.15
    sweep = int(last > first)
    text = "M{:.1f} {:.1f}".format(*polar(x, y, radius, first))
    for k in range(1, count + 1):
        end_x, end_y = polar(x, y, radius, first + share * k)
        text += f" A{bump:.1f} {bump:.1f} 0 0 {sweep} {end_x:.1f} {end_y:.1f}"
    return text


def blob(x: float, y: float, radii: Sequence[float]) -> str:
    """A closed soft outline about (x, y) that bulges toward each radius in turn; at least three."""
    corners = [polar(x, y, radius, 360 / len(radii) * k) for k, radius in enumerate(radii)]
    middles = [((ax + bx) / 2, (ay + by) / 2) for (ax, ay), (bx, by) in pairwise([*corners, corners[0]])]
    text = "M{:.1f} {:.1f}".format(*middles[-1])
    for (corner_x, corner_y), (end_x, end_y) in zip(corners, middles, strict=True):
        text += f" Q{corner_x:.1f} {corner_y:.1f} {end_x:.1f} {end_y:.1f}"
    return text + " Z"
