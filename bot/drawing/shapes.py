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
