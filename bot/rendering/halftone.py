"""One ink for many tones: dots on a turned grid, and drawn lines left solid."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.rendering.planes import Field, Picture, Plane, maximum, resized, to_plane

_TONES = ((0.0, 0.17, 0.22, 0.40, 0.62, 1.0), (0.0, 0.0, 0.06, 0.20, 0.44, 0.72))
"""Darkness and how much ink it gets: skin stays clean paper, the darkest colour still differs from a line."""
_SOLID, _OPEN = 0.27, 0.37
"""Brightest channel of what is a line for certain, and of what is none."""
_ANGLE = np.pi / 4
_STEPS = 65


def screen(tone: Field, cell: float) -> Plane:
    """Ink (H, W) for a tone of 0..1 (H, W) by a grid of `cell` pixels at 45 degrees.

    The threshold is a product of cosines: round dots in light tones, a chequerboard at one half, round holes in
    dark ones. Source: the spot functions of PostScript Language Reference 3, section 7.4.
    """
    height, width = tone.shape
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    turn = np.float32(2 * np.pi / cell)
    u = (x * np.cos(_ANGLE) + y * np.sin(_ANGLE)) * turn
    v = (y * np.cos(_ANGLE) - x * np.sin(_ANGLE)) * turn
    threshold = 0.5 - 0.25 * (np.cos(u) + np.cos(v))
    steepness = 0.25 * turn * np.sqrt(np.sin(u) ** 2 + np.sin(v) ** 2) + 0.02
    level = np.interp(tone, np.linspace(0, 1, _STEPS), _levels())
    covered = np.clip((level - threshold) / steepness + 0.5, 0, 1)
    return to_plane(np.where(tone <= 0.01, 0, np.where(tone >= 0.99, 1, covered)))


@lru_cache(maxsize=1)
def _levels() -> NDArray[np.float64]:
    """The threshold below which each of _STEPS equal shares of a cell lies."""
    wave = np.cos((np.arange(128) + 0.5) * (2 * np.pi / 128))
    levels = np.quantile(0.5 - 0.25 * np.add.outer(wave, wave), np.linspace(0, 1, _STEPS))
    return np.asarray(levels, dtype=np.float64)


def engraved(colours: Picture, cell: float) -> Plane:
    """The ink that shows a drawing (2H, 2W, 3), as (H, W): its nearly black lines solid, all else in dots.

    The drawing is twice as large so that its lines stay smooth; `cell` is in pixels of the ink.
    """
    height, width = colours.shape[0] // 2, colours.shape[1] // 2
    brightest = colours.max(axis=2).astype(np.float32) / 255
    line = resized(to_plane((_OPEN - brightest) / (_OPEN - _SOLID)), width, height)
    parts = resized(colours, width, height).astype(np.float32) / 255
    darkness = 1 - (0.30 * parts[..., 0] + 0.59 * parts[..., 1] + 0.11 * parts[..., 2])
    tone = np.interp(darkness, *_TONES).astype(np.float32)
    return maximum(screen(tone, cell), line)
