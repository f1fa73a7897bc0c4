"""Metals: their colours from dark to bright, and the light a height field sends back. Knows no frame."""

import colorsys
from functools import lru_cache

import cv2
import numpy as np

from bot.rendering.colours import Colour, Ramp, Stops, gradient, parse
from bot.rendering.planes import Field, smooth_field, unit_grid

LIFT = 0.016
"""One unit of a height field, in edge fractions."""

_METALS: dict[str, tuple[str, ...]] = {
    "gold": ("#2a1400", "#7a4204", "#c98a1a", "#f7d25a", "#fff8cf", "#ffffff"),
    "silver": ("#1a1e2a", "#59627a", "#9aa6bd", "#d9e2f0", "#ffffff", "#ffffff"),
    "black": ("#000000", "#0c0a14", "#262233", "#4a4560", "#a59cc8", "#ffffff"),
    "red": ("#260004", "#7a0410", "#c81a22", "#f0564a", "#ffc2a8", "#ffffff"),
    "blue": ("#020a2a", "#0a2a7a", "#1a62c8", "#4fb0f0", "#c8f2ff", "#ffffff"),
    "copper": ("#240a00", "#6a2c10", "#b8622c", "#e8a066", "#ffe6cc", "#ffffff"),
}
_GEMS = {
    "gold": "#e0143c",
    "silver": "#1e5af0",
    "black": "#e0143c",
    "red": "#ffc21e",
    "blue": "#ffb01e",
    "copper": "#12b886",
}
"""The stone that looks best in each named metal: ruby, sapphire, amber, emerald."""
_DARK = (0.00, 0.03, 0.09, 0.21, 0.66, 1.0)
_MIDDLE = (0.05, 0.20, 0.41, 0.63, 0.91, 1.0)
_LIGHT = (0.16, 0.50, 0.74, 0.90, 0.98, 1.0)
"""Lightness of the six stops of a black, a middling and a white metal."""
_FIRE = ((0.00, 0.08), (0.22, 0.25), (0.48, 0.42), (0.72, 0.60), (0.90, 0.88), (1.0, 1.0))
"""Brightness of a facet and the lightness of its colour."""
_DULL = 0.10
"""Saturation below this has no hue that an eye would name."""


@lru_cache(maxsize=32)
def metal(colour: str) -> Ramp:
    """(256, 3) from the darkest to the brightest of a metal, a name or #rrggbb, through six stops."""
    steps = _METALS.get(colour) or _shades_of(parse(colour))
    stops: Stops = tuple((place / 5, step) for place, step in enumerate(steps))
    return gradient(stops, 256)


def gem_colour(frame_colour: str) -> str:
    """#rrggbb of the gems in a frame: named metals have their stone, any other the opposite hue."""
    if frame_colour in _GEMS:
        return _GEMS[frame_colour]
    hue, lightness, saturation = _hls(parse(frame_colour))
    if saturation < _DULL:
        return _GEMS["black"] if lightness < 0.4 else _GEMS["silver"]
    return _hex(colorsys.hls_to_rgb((hue + 0.5) % 1, 0.48, 0.85))


@lru_cache(maxsize=16)
def stone(colour: str) -> Ramp:
    """(256, 3) from the depth of a clear gem to its fire."""
    hue, _, saturation = _hls(parse(colour))
    return gradient(
        tuple((place, _hex(colorsys.hls_to_rgb(hue, level, saturation))) for place, level in _FIRE), 256
    )


@lru_cache(maxsize=1)
def diamond() -> Ramp:
    """(256, 3) of a gem without a colour."""
    return gradient(
        ((0.0, "#3c4660"), (0.3, "#93a6c8"), (0.55, "#d4e2f6"), (0.8, "#ffffff"), (1.0, "#ffffff")), 256
    )


def brightness(height: Field) -> Field:
    """0..1 light on a height field (S, S): diffuse and specular from the upper left, and the sky in the metal."""
    size = height.shape[0]
    x, y = unit_grid(size)
    soft = smooth_field(height, size / 900)
    steepness = size * LIFT / 8  # Sobel's weights add up to eight
    slope_x = cv2.Sobel(soft, cv2.CV_32F, 1, 0, ksize=3) * steepness
    slope_y = cv2.Sobel(soft, cv2.CV_32F, 0, 1, ksize=3) * steepness
    facing = (slope_x * 0.58 + slope_y * 0.66 + 0.48) / np.sqrt(slope_x**2 + slope_y**2 + 1)
    sky = 0.13 * np.sin((x * 1.3 + y) * 4.4 * np.pi) + 0.05 * np.sin((x - y) * 10 * np.pi)
    brushed = np.random.default_rng(3).normal(0, 0.012, (size, size))
    return np.asarray(
        0.37 + 0.44 * facing + 0.5 * np.clip(facing, 0, 1) ** 26 + sky + brushed, dtype=np.float32
    )


def _shades_of(colour: Colour) -> tuple[str, ...]:
    """Six shades of a metal as dark or as light as the colour; pale colours stay pale, shadows turn cooler.

    Yellow shadows are drawn toward orange and the others toward blue: a mere darkening would look like mud.
    """
    hue, lightness, saturation = _hls(colour)
    chroma = saturation * (1 - abs(2 * lightness - 1))
    vivid = 0.94 * min(saturation, 2.4 * chroma + 0.04)
    turn = -0.045 if hue < 0.19 else 0.045 if hue < 2 / 3 else -0.03
    levels = np.interp(lightness, (0, 0.50, 0.62, 1), (0, 1, 1, 2))
    ends = (_DARK, _MIDDLE) if levels < 1 else (_MIDDLE, _LIGHT)
    steps = (low + (high - low) * (levels % 1 if levels < 2 else 1) for low, high in zip(*ends, strict=True))
    return tuple(_hex(colorsys.hls_to_rgb((hue + turn * (1 - step)) % 1, step, vivid)) for step in steps)


def _hls(colour: Colour) -> tuple[float, float, float]:
    return colorsys.rgb_to_hls(*(channel / 255 for channel in colour))


def _hex(colour: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in colour)
