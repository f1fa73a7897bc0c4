"""Read outlines written as SVG path text and flatten them to points. Knows nothing of pixels."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.drawing.affine import Affine, Points

TOLERANCE = 0.3
"""How far a flattened curve may leave the true one, in the path's own units."""

_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6, "A": 7, "Z": 0}
_TOKEN = re.compile(r"\s*,?\s*(?:([A-Za-z])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?))")
_LIMIT = 1e7
_MOST_STEPS = 200

Point = tuple[float, float]
Step = tuple[str, tuple[float, ...]]
"""A command letter and its numbers."""


@dataclass(frozen=True, slots=True, eq=False)
class Contour:
    """One flattened subpath. `points` is (N, 2), N >= 1; a closed one does not repeat its first point."""

    points: Points
    closed: bool

    def moved(self, by: Affine) -> "Contour":
        """The same contour under a transform."""
        return Contour(by.apply(self.points), self.closed)


Outline = tuple[Contour, ...]


def parse_path(text: str) -> tuple[Step, ...]:
    """Split path text (absolute M L H V Q C A Z) into commands; repeated numbers repeat the command.

    As in SVG, further pairs after M are lines. Raises ValueError on anything else.
    """
    steps: list[Step] = []
    for letter, numbers in _groups(text):
        if letter not in _ARGUMENTS:
            raise ValueError(f"unknown path command {letter!r}")
        if not steps and letter != "M":
            raise ValueError("a path starts with M")
        count = _ARGUMENTS[letter]
        if (count == 0) != (not numbers) or (count and len(numbers) % count):
            raise ValueError(f"{letter} takes {count} numbers, not {len(numbers)}")
        steps.append((letter, tuple(numbers[:count])))
        following = "L" if letter == "M" else letter
        steps += [
            (following, tuple(numbers[at : at + count])) for at in range(count, len(numbers), count or 1)
        ]
    if not steps:
        raise ValueError("an empty path")
    return tuple(steps)


@lru_cache(maxsize=8192)
def flatten(text: str) -> Outline:
    """Turn path text into contours of straight pieces, true within TOLERANCE. Raises as `parse_path` does."""
    contours: list[Contour] = []
    points: list[Point] = []
    closed = False
    for letter, numbers in parse_path(text):
        if points and (closed or letter == "M"):
            contours.append(_contour(points, closed))
            # After Z the pen stands where the subpath began.
            points = [points[0]]
        closed = letter == "Z"
        if letter == "M":
            points = [(numbers[0], numbers[1])]
        elif not closed:
            points.extend(_pieces(letter, numbers, points[-1]))
    contours.append(_contour(points, closed))
    return tuple(contours)


def _groups(text: str) -> Iterator[tuple[str, list[float]]]:
    """Each command letter with the numbers that follow it."""
    letter, numbers, at = "", list[float](), 0
    text = text.rstrip()
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            raise ValueError(f"neither command nor number in a path: {text[at : at + 12]!r}")
        at = token.end()
        if token[1]:
            if letter:
                yield letter, numbers
            letter, numbers = token[1], []
        elif not letter:
            raise ValueError("a path starts with M")
        else:
            numbers.append(_bounded(token[2]))
    if letter:
        yield letter, numbers


def _bounded(number: str) -> float:
    value = float(number)
    if not -_LIMIT <= value <= _LIMIT:
        raise ValueError(f"{number} is too far away")
    return value


def _contour(points: list[Point], closed: bool) -> Contour:
    if closed and len(points) > 1 and points[0] == points[-1]:
        points = points[:-1]
    return Contour(np.array(points, dtype=np.float64), closed)


def _pieces(letter: str, numbers: tuple[float, ...], start: Point) -> list[Point]:
    """End points of the straight pieces of one command, the start left out."""
    match letter:
        case "H":
            return [(numbers[0], start[1])]
        case "V":
            return [(start[0], numbers[0])]
        case "L":
            return [(numbers[0], numbers[1])]
        case "A":
            return _arc(start, numbers)
        case _:
            return _bezier(np.array([*start, *numbers], dtype=np.float64).reshape(-1, 2))


def _bezier(controls: Points) -> list[Point]:
    """Flatten a quadratic or cubic curve.

    A curve leaves its chord by at most h^2/8 * max|B''|; B'' is n(n-1) times the second difference of the
    control points, which gives the number of steps.
    """
    degree = len(controls) - 1
    bend = float(np.abs(np.diff(controls, 2, axis=0)).max()) * math.sqrt(2)
    steps = math.ceil(math.sqrt(degree * (degree - 1) * bend / (8 * TOLERANCE)))
    curve = _bernstein(degree, min(max(steps, 1), _MOST_STEPS)) @ controls
    return [(x, y) for x, y in curve.tolist()]


@lru_cache(maxsize=256)
def _bernstein(degree: int, steps: int) -> NDArray[np.float64]:
    """Weights of the control points at `steps` even parameters, the first (0) left out."""
    t = np.linspace(0.0, 1.0, steps + 1)[1:, None]
    i = np.arange(degree + 1)
    binomial = np.array([math.comb(degree, int(k)) for k in i])
    weights: NDArray[np.float64] = binomial * t**i * (1 - t) ** (degree - i)
    return weights


def _arc(start: Point, numbers: tuple[float, ...]) -> list[Point]:
    """Flatten an elliptical arc by its centre (SVG 2, B.2.4: from endpoint to centre parameters)."""
    rx, ry, tilt, large, sweep, x, y = numbers
    rx, ry = abs(rx), abs(ry)
    if start == (x, y):
        return []
    if rx < 1e-9 or ry < 1e-9:
        return [(x, y)]
    # In the ellipse's own frame, scaled so that it is the unit circle.
    frame = Affine.turn(tilt) @ Affine.scale(rx, ry)
    chord = Affine.scale(1 / rx, 1 / ry) @ Affine.turn(-tilt)
    (x0, y0), (x1, y1) = chord.apply(np.array([start, (x, y)])).tolist()
    half = math.hypot(x1 - x0, y1 - y0) / 2
    radius = max(half, 1.0)  # radii too small to reach are scaled up
    rise = math.sqrt(max(radius**2 - half**2, 0.0)) / (2 * half) * (-1 if bool(large) == bool(sweep) else 1)
    centre_x = (x0 + x1) / 2 - rise * (y1 - y0)
    centre_y = (y0 + y1) / 2 + rise * (x1 - x0)
    first = math.atan2(y0 - centre_y, x0 - centre_x)
    span = math.atan2(y1 - centre_y, x1 - centre_x) - first
    span = span % math.tau if sweep else -(-span % math.tau)
    steps = math.ceil(abs(span) / (2 * math.acos(max(1 - TOLERANCE / (radius * max(rx, ry)), 0.0)) or 1.0))
    angles = first + span * np.linspace(0, 1, min(max(steps, 2), _MOST_STEPS) + 1)[1:]
    circle = np.stack([centre_x + radius * np.cos(angles), centre_y + radius * np.sin(angles)], axis=1)
    return [*((px, py) for px, py in frame.apply(circle).tolist()[:-1]), (x, y)]
