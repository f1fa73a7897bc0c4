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
_COOL = (0.30, 0.33, 0.52)


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """How a foil is coloured.

    `saturation` 0..1 lays the rainbow over bare silver. `tint` is a transparent colour film over the whole,
    None for none; `tint_amount` 0..1 is its strength, and its hue wanders by `hue_spread` turns either way.
    `depth` 0..1 is how dark the valley between the flashes gets.
    """

    saturation: float = 0.76
    tint: Colour | None = None
    tint_amount: float = 0.74
    hue_spread: float = 0.05
    depth: float = 1.0


def spectrum(film: Film) -> Ramp:
    """(256, 3) colours by phase; the table is a ring, so a phase may wrap round."""
    phase = np.arange(256) / 256.0
    silver = 0.80 + 0.12 * np.cos(2 * np.pi * (phase * 2 + 0.1)) + 0.06 * np.cos(10 * np.pi * phase)
    colours = _over_silver(phase, silver, film.saturation)
    shadow = np.array(_COOL)
    if film.tint is not None:
        tint = colorsys.rgb_to_hls(*(channel / 255 for channel in film.tint))
        grey = _greyness(film.tint)
        coloured = _through_film(colours, phase, silver, (tint[0], tint[1], _enriched(tint[2])), film)
        colours = grey * _smoked(colours, tint[1], film) + (1 - grey) * coloured
        deep = np.array(colorsys.hls_to_rgb((tint[0] - 0.04) % 1, 0.22, 0.8 * min(1.0, tint[2] * 1.6)))
        shadow = grey * _smoked(shadow[None], tint[1], film)[0] + (1 - grey) * deep
    colours = _blend(colours, shadow, film.depth * _bell(phase, *_VALLEY))
    for flash in _FLASH:
        colours = _blend(colours, np.ones(3), 0.92 * _bell(phase, *flash))
    return np.asarray(np.clip(colours, 0, 1) * 255 + 0.5, dtype=np.uint8)


def _greyness(tint: Colour) -> float:
    """1 for a tint without a hue, 0 for one with a clear hue: a grey cannot be laid on as a colour film."""
    chroma = (max(tint) - min(tint)) / 255
    return min(1.0, max(0.0, (0.17 - chroma) / 0.13))


def _enriched(saturation: float) -> float:
    """Dull colours become metals: brown is copper and olive is old gold, or the foil would look like mud."""
    return saturation * (2.1 - 1.1 * saturation)


def _smoke(lightness: float) -> float:
    """How much light a grey film of a lightness of 0..1 lets through; black is a dark mirror, not a hole."""
    return float(np.interp(lightness, (0.0, 0.5, 1.0), (0.40, 0.84, 1.06)))


def _smoked(colours: NDArray[np.float64], lightness: float, film: Film) -> NDArray[np.float64]:
    """The bare foil behind grey film: dark and glowing for black, silver for grey, pearl for white."""
    grey = colours.mean(axis=1, keepdims=True)
    vivid = grey + (colours - grey) * np.interp(lightness, (0.0, 0.5, 1.0), (1.9, 0.8, 1.0))
    pearl = max(0.0, 2 * lightness - 1) * 0.75 * film.tint_amount
    return np.asarray((vivid * _smoke(lightness)) * (1 - pearl) + pearl, dtype=np.float64)


def _over_silver(
    phase: NDArray[np.float64], silver: NDArray[np.float64], saturation: float
) -> NDArray[np.float64]:
    bare = silver[:, None] * np.array([0.97, 0.985, 1.02])
    prism = rainbow(phase, np.full(256, 0.68), 1.0) * (0.80 + 0.30 * (silver[:, None] - 0.62) / 0.36)
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
