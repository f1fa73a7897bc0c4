"""The colours a prism foil sends back: one table of 256 colours from phase to RGB. Knows no pattern."""

import colorsys
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.rendering.colours import Colour, Ramp, rainbow

_FLASH = ((0.12, 0.042, 1.0), (0.38, 0.020, 0.55))
"""Phase, sigma and strength of the white flashes."""
_VALLEY = (0.62, 0.07, 0.42)
"""Phase, sigma and strength of the cool dark valley; without it a foil looks like pastel paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """How a foil is coloured.

    `saturation` 0..1 lays the rainbow over bare silver. `tint` is a transparent colour film over the whole,
    None for none; `tint_amount` 0..1 is its strength, and its hue wanders by `hue_spread` turns either way.
    `depth` 0..1 is how dark the valley between the flashes gets.
    """

    saturation: float = 0.62
    tint: Colour | None = None
    tint_amount: float = 0.74
    hue_spread: float = 0.05
    depth: float = 1.0


def spectrum(film: Film) -> Ramp:
    """(256, 3) colours by phase; the table is a ring, so a phase may wrap round."""
    phase = np.arange(256) / 256.0
    silver = 0.80 + 0.12 * np.cos(2 * np.pi * (phase * 2 + 0.1)) + 0.06 * np.cos(10 * np.pi * phase)
    colours = _over_silver(phase, silver, film.saturation)
    shadow = np.array([0.30, 0.33, 0.52])
    if film.tint is not None:
        hue, lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in film.tint))
        colours = _through_film(colours, phase, silver, (hue, lightness, saturation), film)
        shadow = np.array(colorsys.hls_to_rgb((hue - 0.04) % 1, 0.22, 0.8 * min(1.0, saturation * 1.6)))
    colours = _blend(colours, shadow, film.depth * _bell(phase, *_VALLEY))
    for flash in _FLASH:
        colours = _blend(colours, np.ones(3), 0.92 * _bell(phase, *flash))
    return np.asarray(np.clip(colours, 0, 1) * 255 + 0.5, dtype=np.uint8)


def _over_silver(
    phase: NDArray[np.float64], silver: NDArray[np.float64], saturation: float
) -> NDArray[np.float64]:
    bare = silver[:, None] * np.array([0.97, 0.985, 1.02])
    prism = rainbow(phase, np.full(256, 0.72), 1.0) * (0.80 + 0.30 * (silver[:, None] - 0.62) / 0.36)
    return np.asarray(bare * (1 - saturation) + prism * saturation, dtype=np.float64)


def _through_film(
    colours: NDArray[np.float64],
    phase: NDArray[np.float64],
    silver: NDArray[np.float64],
    tint: tuple[float, float, float],
    film: Film,
) -> NDArray[np.float64]:
    """Lay a colour film over foil colours. Yellow is drawn toward orange: beside blue it turns to mud."""
    hue, lightness, saturation = tint
    yellowish = 0.08 < hue < 0.22
    freedom = 0.4 + 0.6 * min(1.0, abs(hue - 0.25) / 0.12) if 0.10 < hue < 0.40 else 1.0
    wander = freedom * (film.hue_spread * np.sin(2 * np.pi * phase) + 0.03 * np.sin(6 * np.pi * phase))
    hues = (hue - (0.035 if yellowish else 0.0) + wander) % 1
    coloured = rainbow(
        hues, np.clip(lightness * 0.55 + 0.30 * silver, 0.12, 0.86), min(1.0, saturation * 1.05)
    )
    if yellowish and saturation > 0.3:
        brightness = colours @ np.array([0.30, 0.59, 0.11])
        plain = brightness[:, None] * np.array(colorsys.hls_to_rgb(hue, 0.8, 0.9))
        colours = colours * 0.35 + np.minimum(plain * 1.12, 1) * 0.65
    return colours * (1 - film.tint_amount) + coloured * film.tint_amount


def _bell(phase: NDArray[np.float64], centre: float, sigma: float, strength: float) -> NDArray[np.float64]:
    return np.asarray(strength * np.exp(-(((phase - centre) / sigma) ** 2)), dtype=np.float64)


def _blend(
    colours: NDArray[np.float64], towards: NDArray[np.float64], amount: NDArray[np.float64]
) -> NDArray[np.float64]:
    weight = np.clip(amount, 0.0, 1.0)[:, None]
    return colours * (1 - weight) + towards * weight
