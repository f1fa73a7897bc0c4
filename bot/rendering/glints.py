"""Four-point glints of light: where they sit, and how they twinkle through a loop. Never over the face."""

import math
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from bot.rendering.character import Bounds
from bot.rendering.planes import Picture, Plane, scaled, screened, to_plane, triple, with_alpha

_COUNT = 15
_NAME_TOP = 0.80


@dataclass(frozen=True, slots=True, kw_only=True)
class Glint:
    """A glint at (x, y) with its radius, in edge fractions, and its own moment of the loop, 0..1."""

    x: float
    y: float
    radius: float
    moment: float


def scatter(seed: int, bounds: Bounds) -> tuple[Glint, ...]:
    """Fifteen glints at least .10 apart, none over the face of a character of these bounds."""
    random = np.random.default_rng(seed)
    glints: list[Glint] = []
    for _ in range(400):
        x, y = (random.random(2) * 0.84 + 0.08).tolist()
        radius = 0.035 + 0.085 * float(random.random()) ** 2
        glint = Glint(x=x, y=y, radius=radius, moment=float(random.random()))
        if _is_free(glint, glints, bounds):
            glints.append(glint)
        if len(glints) == _COUNT:
            break
    return tuple(glints)


def face_of(bounds: Bounds) -> Bounds:
    """The ellipse that holds the face of a character of these bounds: centre x and y, two radii."""
    left, top, right, bottom = bounds
    width, height = right - left, bottom - top
    return (left + right) / 2, top + 0.46 * height, max(0.16, 0.27 * width), max(0.18, 0.30 * height)


def lay_glints(picture: Picture, glints: tuple[Glint, ...], tilt: float | None) -> None:
    """Screen the glints over an RGBA picture (S, S, 4), in place. Without a tilt all of them shine."""
    size = picture.shape[0]
    for glint in glints:
        strength = _strength(glint, tilt)
        if strength >= 0.05:
            _lay(picture, glint, strength, size)


def _is_free(glint: Glint, taken: list[Glint], bounds: Bounds) -> bool:
    centre_x, centre_y, wide, high = face_of(bounds)
    reach = glint.radius * 0.5
    in_face = math.hypot(
        (glint.x - centre_x) / (wide + reach),
        (glint.y - centre_y) / (high + reach),
    )
    apart = all(math.hypot(glint.x - other.x, glint.y - other.y) > 0.10 for other in taken)
    return in_face > 1 and apart and (glint.y < _NAME_TOP or glint.radius < 0.07)


def _strength(glint: Glint, tilt: float | None) -> float:
    if tilt is None:
        return 0.75 + 0.25 * math.cos(7 * glint.moment)
    return float(max(0.0, math.cos(2 * math.pi * (tilt + glint.moment))) ** 1.5)


def _lay(picture: Picture, glint: Glint, strength: float, size: int) -> None:
    edge = max(3, int(glint.radius * size * 2 * (0.6 + 0.4 * strength)) | 1)
    left, top = round(glint.x * size - edge / 2), round(glint.y * size - edge / 2)
    right, bottom = min(size, left + edge), min(size, top + edge)
    own = (slice(max(0, -top), bottom - top), slice(max(0, -left), right - left))
    window = picture[max(0, top) : bottom, max(0, left) : right]
    light = scaled(np.ascontiguousarray(_sized(edge)[own]), strength)
    window[:] = screened(np.ascontiguousarray(window), with_alpha(triple(light), light))


@lru_cache(maxsize=1)
def _star() -> Plane:
    """A glint (255, 255): a cross of light, a fainter one between, a core and a halo."""
    steps = np.linspace(-1, 1, 255, dtype=np.float32)
    x, y = np.meshgrid(steps, steps)
    radius = np.hypot(x, y)
    along_x, along_y = np.abs(x), np.abs(y)
    cross = np.exp(-along_y / 0.024) * np.clip(1 - along_x, 0, 1) ** 2
    cross += np.exp(-along_x / 0.024) * np.clip(1 - along_y, 0, 1) ** 2
    core = 0.75 * np.exp(-((radius / 0.12) ** 2)) + 0.24 * np.exp(-((radius / 0.32) ** 2))
    between = np.exp(-np.abs(x + y) / 0.02) + np.exp(-np.abs(x - y) / 0.02)
    between *= 0.35 * np.clip(1 - radius / 0.45, 0, 1) ** 2
    return to_plane((cross + core + between) * np.clip(1 - radius, 0, 1) ** 0.4)


@lru_cache(maxsize=128)
def _sized(edge: int) -> Plane:
    return np.asarray(cv2.resize(_star(), (edge, edge), interpolation=cv2.INTER_AREA), dtype=np.uint8)
