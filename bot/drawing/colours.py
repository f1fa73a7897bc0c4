"""Read #rrggbb and mix the shades that cel painting needs. Knows no pixels."""

import colorsys
import math
import re
from functools import lru_cache

Colour = str
"""#rrggbb, lower case."""

_HEX = re.compile(r"#[0-9a-f]{6}")


@lru_cache(maxsize=1024)
def rgb(colour: Colour) -> tuple[int, int, int]:
    """Red, green and blue, 0-255. Raises ValueError on anything but #rrggbb."""
    if not _HEX.fullmatch(colour.lower()):
        raise ValueError(f"not a colour: {colour!r}")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@lru_cache(maxsize=1024)
def tone(colour: Colour, *, light: float = 1.0, vivid: float = 1.0, hue: float = 0.0) -> Colour:
    """Multiply lightness and saturation (HLS) and turn the hue by a share of the circle."""
    red, green, blue = (part / 255 for part in rgb(colour))
    h, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    parts = colorsys.hls_to_rgb((h + hue) % 1, min(1.0, lightness * light), min(1.0, saturation * vivid))
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with a share (0-1) of `other`, mixed in sRGB."""
    pairs = zip(rgb(one), rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


@lru_cache(maxsize=1024)
def shadow(colour: Colour) -> Colour:
    """The cel shadow of a colour: darker, a little toward violet; near-white goes to cool blue-grey.

    Pale warm colours go to a soft brick, as skin does, and pinks to rose: their own hue, deepened, is a harsh
    red. Yellows go by orange: through olive they look like dirt.
    """
    if luma(colour) > 0.93:
        return mix(colour, "#8f9fd2", 0.5)
    red, green, blue = (part / 255 for part in rgb(colour))
    hue, lightness, _ = colorsys.rgb_to_hls(red, green, blue)
    if hue < 0.2 and lightness > 0.72:
        return mix(colour, "#cf7650", 0.42)
    if hue > 0.9 and lightness > 0.72:
        return mix(colour, "#c4507c", 0.45)
    if 0.08 < hue < 0.2:
        return tone(colour, light=0.72, hue=-0.03)
    return tone(colour, light=0.68, vivid=1.05, hue=0.02)


def luma(colour: Colour) -> float:
    """Perceived lightness, 0-1 (Rec. 709 weights on sRGB values)."""
    red, green, blue = rgb(colour)
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255


def distance(one: Colour, other: Colour) -> float:
    """How far apart two colours lie in sRGB, 0-442."""
    return math.dist(rgb(one), rgb(other))
