"""Colours as numbers: parsing, ramps, hue arrays, contrast. Knows nothing of what is painted with them."""

import numpy as np
from numpy.typing import NDArray

Colour = tuple[int, int, int]
"""Red, green and blue, 0..255."""
Stops = tuple[tuple[float, str], ...]
"""Places from 0 to 1 in ascending order, each with its #rrggbb."""
Ramp = NDArray[np.uint8]
"""(N, 3) colours from one end to the other."""

WHITE: Colour = (255, 255, 255)
INK: Colour = (27, 16, 22)
"""The warm black of every drawn line."""


def parse(text: str) -> Colour:
    """#rrggbb to numbers. Raises ValueError on anything else."""
    if len(text) != 7 or text[0] != "#":
        raise ValueError(f"not #rrggbb: {text!r}")
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def gradient(stops: Stops, length: int) -> Ramp:
    """`length` colours through the stops, (length, 3)."""
    places = [place for place, _ in stops]
    colours = np.array([parse(colour) for _, colour in stops], dtype=np.float64)
    steps = np.linspace(0.0, 1.0, length)
    channels = [np.interp(steps, places, colours[:, channel]) for channel in range(3)]
    return (np.stack(channels, axis=-1) + 0.5).astype(np.uint8)


def mixed(one: Colour, other: Colour, amount: float) -> Colour:
    """`one` with an `amount` of 0..1 of `other`."""
    red, green, blue = (round(a + (b - a) * amount) for a, b in zip(one, other, strict=True))
    return red, green, blue


def rainbow(
    hue: NDArray[np.floating], lightness: NDArray[np.floating], saturation: float
) -> NDArray[np.float64]:
    """HLS to RGB for arrays, (N,) and (N,) of 0..1 to (N, 3) of 0..1.

    Source: the closed form of CSS Color Module 4, "HSL to RGB".
    """
    chroma = saturation * np.minimum(lightness, 1.0 - lightness)

    def channel(offset: float) -> NDArray[np.float64]:
        k = (offset + hue * 12.0) % 12.0
        return np.asarray(
            lightness - chroma * np.clip(np.minimum(k - 3.0, 9.0 - k), -1.0, 1.0), dtype=np.float64
        )

    return np.stack([channel(0.0), channel(8.0), channel(4.0)], axis=-1)


def luminance(colour: Colour) -> float:
    """Relative luminance 0..1 of an sRGB colour (WCAG 2.2)."""
    red, green, blue = (_linear_light(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio 1..21 of two colours (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _linear_light(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
