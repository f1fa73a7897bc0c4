"""Prism foil as bytes that can be tilted: its maps, and the light they send back at a tilt.

A tilt t runs once round from 0 to 1. A facet that looks in direction D changes its phase by
`SWING * cos(2 pi t - D)`, so a loop closes exactly, and facets that look apart flash at different moments.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.rendering.colours import Ramp
from bot.rendering.foil_patterns import relief, slow_noise
from bot.rendering.planes import Picture, Plane, lookup, product, to_plane, triple, unit_grid
from bot.stickers.design import Foil

SWING = 0.30
"""How far a facet's phase moves to either side, in turns."""
_GRAIN = 0.006
"""Deviation of the phase from pixel to pixel, in turns; the light of a foil is never quite smooth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoilMaps:
    """Three planes (S, S): phase and facet direction, a turn in 256 steps, and gain."""

    phase: Plane
    direction: Plane
    gain: Plane


@lru_cache(maxsize=16)
def foil_maps(foil: Foil, size: int) -> FoilMaps:
    """The maps of one pattern with the slow bend and the grain every sheet has."""
    pattern = relief(foil, size)
    bend = 0.5 * slow_noise(size, 3, 100)
    grain = np.random.default_rng(6).normal(0, _GRAIN, (size, size)).astype(np.float32)
    return FoilMaps(
        phase=_turns(pattern.phase + bend + grain),
        direction=_turns(pattern.direction / np.float32(2 * np.pi)),
        gain=to_plane(pattern.gain),
    )


@lru_cache(maxsize=4)
def vignette(size: int) -> Plane:
    """The darkening of a foil toward its corners, down to .45."""
    x, y = unit_grid(size)
    beyond = np.clip((np.hypot(x - 0.5, y - 0.5) - 0.30) / 0.45, 0, 1)
    return to_plane(1 - 0.55 * beyond**1.5)


def lit(maps: FoilMaps, spectrum: Ramp, tilt: float) -> Picture:
    """The colours (S, S, 3) the foil sends back at a tilt, before its gain."""
    shifted = maps.phase + lookup(maps.direction, _phase_shifts(tilt))  # bytes wrap: a phase is a ring
    return lookup(shifted, spectrum)


def shone(maps: FoilMaps, spectrum: Ramp, tilt: float) -> Picture:
    """`lit` with the gain of the pattern: the bare foil as one would see it."""
    return product(lit(maps, spectrum, tilt), triple(maps.gain))


def _phase_shifts(tilt: float) -> NDArray[np.uint8]:
    """(256,): the phase shift in 256ths by direction. Not fewer: with 32 directions facets move in jerks."""
    directions = np.arange(256) * (2 * np.pi / 256)
    shifts = np.round(256 * SWING * np.cos(2 * np.pi * tilt - directions)).astype(np.int16)
    return np.asarray(shifts % 256, dtype=np.uint8)


def _turns(turns: NDArray[np.floating]) -> Plane:
    return np.asarray((turns % 1.0) * 256.0, dtype=np.int32).astype(np.uint8)
