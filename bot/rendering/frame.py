"""The embossed metal frame: two beads, an inner edge of four kinds, gems in the corners. Knows no design."""

import colorsys
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from bot.rendering.colours import Colour, Ramp, Stops, gradient, parse
from bot.rendering.planes import (
    Field,
    Picture,
    Plane,
    product,
    rounded_square,
    smooth_field,
    to_plane,
    triple,
    unit_grid,
)
from bot.stickers.design import FrameType, Rarity

DIE_MARGIN, DIE_RADIUS = 0.012, 0.06
"""The cut of the seal, in edge fractions."""
_WIDTH, _PLAIN_WIDTH = 0.042, 0.022
_KEYLINE = 0.003
_CHANNEL_DEPTH, _CHANNEL_HALF, _CHANNEL_ROOM = 0.0225, 0.0036, 0.010
"""The foil channel of super-rare frames: its middle from the cut, half its width, and the metal it adds."""
_GEM_PLACE, _GEM_RADIUS, _COLLAR_RADIUS = 0.058, 0.024, 0.034
_KEYLINE_INK = (20.0, 8.0, 14.0)

_METALS: dict[str, tuple[str, ...]] = {
    "gold": ("#2a1400", "#7a4204", "#c98a1a", "#f7d25a", "#fff8cf", "#ffffff"),
    "silver": ("#1a1e2a", "#59627a", "#9aa6bd", "#d9e2f0", "#ffffff", "#ffffff"),
    "black": ("#000000", "#0c0a14", "#262233", "#4a4560", "#a59cc8", "#ffffff"),
    "red": ("#260004", "#7a0410", "#c81a22", "#f0564a", "#ffc2a8", "#ffffff"),
    "blue": ("#020a2a", "#0a2a7a", "#1a62c8", "#4fb0f0", "#c8f2ff", "#ffffff"),
    "copper": ("#240a00", "#6a2c10", "#b8622c", "#e8a066", "#ffe6cc", "#ffffff"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A premultiplied picture (S, S, 3) and its alpha (S, S)."""

    picture: Picture
    alpha: Plane


@lru_cache(maxsize=6)
def die(size: int) -> Plane:
    """The antialiased cut of the seal."""
    return to_plane(0.5 - rounded_square(size, DIE_MARGIN, DIE_RADIUS) * size)


@lru_cache(maxsize=10)
def frame(size: int, kind: FrameType, colour: str, rarity: Rarity) -> Frame:
    """A frame at `size` pixels. `colour` is a named metal or #rrggbb.

    Rare frames carry gems in the corners; super-rare ones also at the sides, and a channel through which the
    foil gleams.
    """
    cut = rounded_square(size, DIE_MARGIN, DIE_RADIUS)
    width = _inner_edge(size, kind) + np.float32(_CHANNEL_ROOM if _has_channel(kind, rarity) else 0.0)
    across = np.asarray(np.clip(-cut / width, 0, 1.2), dtype=np.float32)  # 0 at the cut, 1 at the inner edge
    body = np.clip((1 - across) * width * size + 0.5, 0, 1) * np.clip(0.5 - cut * size, 0, 1)
    height = np.asarray(_height(across, kind) * body, dtype=np.float32)
    colours = metal(colour)[to_plane(_brightness(height, size))].astype(np.float32)
    line = np.clip(1 - np.abs(across - 1) * width / _KEYLINE, 0, 1)
    rim = np.clip(1 - np.abs(cut) / _KEYLINE, 0, 1)
    _ink(colours, np.clip(line + rim, 0, 1))
    alpha = np.asarray(np.clip(body + line, 0, 1) * np.clip(0.5 - cut * size, 0, 1), dtype=np.float32)
    if _has_channel(kind, rarity):
        _open_channel(colours, alpha, cut, size)
    if rarity is not Rarity.NORMAL:
        for place in _gem_places(rarity):
            _set_gem(colours, alpha, place, colour)
    plane = to_plane(alpha)
    return Frame(picture=product(np.asarray(colours + 0.5).astype(np.uint8), triple(plane)), alpha=plane)


@lru_cache(maxsize=16)
def metal(colour: str) -> Ramp:
    """(256, 3) from the darkest to the brightest of a metal, through six stops."""
    steps = _METALS.get(colour) or _shades_of(parse(colour))
    stops: Stops = tuple((place / 5, step) for place, step in enumerate(steps))
    return gradient(stops, 256)


def gem_colour(frame_colour: str) -> str:
    """The metal ramp of the gems: ruby on warm and light metal, amber on the rest."""
    return "red" if frame_colour in ("gold", "silver", "copper") else "gold"


def _has_channel(kind: FrameType, rarity: Rarity) -> bool:
    return rarity is Rarity.SUPER_RARE and kind is not FrameType.PLAIN


def _shades_of(colour: Colour) -> tuple[str, ...]:
    hue, _, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in colour))
    steps = (
        colorsys.hls_to_rgb(hue, lightness, saturation) for lightness in (0.06, 0.25, 0.45, 0.66, 0.9, 1.0)
    )
    return tuple("#" + "".join(f"{round(channel * 255):02x}" for channel in step) for step in steps)


def _inner_edge(size: int, kind: FrameType) -> Field:
    """The frame's width at every pixel, in edge fractions."""
    x, y = unit_grid(size)
    along = np.asarray(np.where(np.abs(y - 0.5) > np.abs(x - 0.5), x, y), dtype=np.float32)
    match kind:
        case FrameType.PLAIN:
            width = np.full_like(x, _PLAIN_WIDTH)
        case FrameType.CLOUD:
            width = _WIDTH * 0.62 + 0.020 * _bead(_tooth(along, 11), 0, 1)
        case FrameType.SPIKE:
            width = _WIDTH * 0.62 + 0.030 * _points(along)
        case FrameType.NOTCH:
            corner = (np.abs(x - 0.5) > 0.36) & (np.abs(y - 0.5) > 0.36)
            width = _WIDTH + np.float32(0.012) * corner
    return np.asarray(width, dtype=np.float32)


def _points(along: Field) -> Field:
    """0..1 spikes with hollow flanks."""
    return np.asarray(np.abs(_tooth(along, 15)) ** 1.3, dtype=np.float32)


def _tooth(along: Field, count: int) -> Field:
    """-1..1 saw teeth along an edge."""
    return np.asarray(((along * count) % 1) * 2 - 1, dtype=np.float32)


def _height(across: Field, kind: FrameType) -> Field:
    """The section of the frame: beads at 33 % and 82 % of its width; one bead on a plain one."""
    if kind is FrameType.PLAIN:
        return _bead(across, 0.5, 0.5)
    return 0.9 * _bead(across, 0.33, 0.33) + 0.55 * _bead(across, 0.82, 0.18)


def _bead(across: Field, centre: float, half_width: float) -> Field:
    return np.asarray(np.sqrt(np.clip(1 - ((across - centre) / half_width) ** 2, 0, 1)), dtype=np.float32)


def _brightness(height: Field, size: int) -> Field:
    """0..1 light on a height field: diffuse and specular from the upper left, and the sky in the metal."""
    x, y = unit_grid(size)
    soft = smooth_field(height, size / 900)
    steepness = size * 0.016 / 8
    slope_x = cv2.Sobel(soft, cv2.CV_32F, 1, 0, ksize=3) * steepness
    slope_y = cv2.Sobel(soft, cv2.CV_32F, 0, 1, ksize=3) * steepness
    facing = (slope_x * 0.50 + slope_y * 0.72 + 0.48) / np.sqrt(slope_x**2 + slope_y**2 + 1)
    sky = 0.13 * np.sin((x * 1.3 + y) * 4.4 * np.pi) + 0.05 * np.sin((x - y) * 10 * np.pi)
    brushed = np.random.default_rng(3).normal(0, 0.015, (size, size))
    return np.asarray(
        0.42 + 0.46 * facing + 0.5 * np.clip(facing, 0, 1) ** 18 + sky + brushed, dtype=np.float32
    )


def _ink(colours: Field, amount: Field) -> None:
    """Blend the keyline's ink into float colours (H, W, 3), in place."""
    weight = amount[..., None]
    colours *= 1 - weight
    colours += weight * np.array(_KEYLINE_INK, dtype=np.float32)


def _open_channel(colours: Field, alpha: Field, cut: Field, size: int) -> None:
    """A groove between ink lines, all the way round, that lets the foil below gleam through; in place."""
    off_centre = np.abs(-cut - _CHANNEL_DEPTH)
    _ink(colours, np.clip(1 - np.abs(off_centre - _CHANNEL_HALF - 0.0012) / 0.0016, 0, 1))
    alpha *= 1 - 0.9 * np.clip((_CHANNEL_HALF - off_centre) * size + 0.5, 0, 1)


def _gem_places(rarity: Rarity) -> list[tuple[float, float]]:
    """Three corners (the badge has the fourth); super-rare frames have gems at the sides as well."""
    near, far = _GEM_PLACE, 1 - _GEM_PLACE
    corners = [(far, near), (near, far), (far, far)]
    if rarity is not Rarity.SUPER_RARE:
        return corners
    side = DIE_MARGIN + _CHANNEL_DEPTH
    return [*corners, (side, 0.5), (1 - side, 0.5)]


def _set_gem(colours: Field, alpha: Field, place: tuple[float, float], frame_colour: str) -> None:
    """One domed gem in a metal collar, in place; only its own window is computed."""
    size = colours.shape[0]
    factor = 1.0 if min(place) > 0.05 and max(place) < 0.95 else 0.72
    reach = (_COLLAR_RADIUS * factor + 0.004) * size
    left, top = max(0, int(place[0] * size - reach)), max(0, int(place[1] * size - reach))
    right, bottom = min(size, int(place[0] * size + reach) + 2), min(size, int(place[1] * size + reach) + 2)
    window = (slice(top, bottom), slice(left, right))
    x, y = np.meshgrid((np.arange(left, right) + 0.5) / size, (np.arange(top, bottom) + 0.5) / size)
    dx, dy = (x - place[0]) / factor, (y - place[1]) / factor
    radius = np.hypot(dx, dy)
    collar = np.clip((_COLLAR_RADIUS - radius) * size * factor + 0.5, 0, 1)
    _cover(colours[window], metal(frame_colour)[to_plane(0.5 - (dx + dy) / 0.05)], collar)
    edges = np.minimum(np.abs(radius - _COLLAR_RADIUS), np.abs(radius - _GEM_RADIUS))
    edge = np.clip(1 - edges / _KEYLINE, 0, 1)
    _cover(
        colours[window],
        metal(gem_colour(frame_colour))[to_plane(_gem_light(dx, dy, radius))],
        radius < _GEM_RADIUS,
    )
    _ink(colours[window], edge.astype(np.float32))
    np.maximum(alpha[window], np.maximum(collar, edge), out=alpha[window])


def _gem_light(dx: Field, dy: Field, radius: Field) -> Field:
    """0..1: a dome lit from the upper left, a hot spot, and light that comes out again below right."""
    dome = np.clip(1 - (radius / _GEM_RADIUS) ** 2, 0, 1)
    shade = 0.30 + 0.48 * dome - 0.24 * (dx + dy) / _GEM_RADIUS
    spot = 0.9 * np.exp(-((dx + 0.008) ** 2 + (dy + 0.009) ** 2) / 0.00003)
    glow = 0.30 * np.exp(-((dx - 0.009) ** 2 + (dy - 0.010) ** 2) / 0.00007)
    return np.asarray(shade + spot + glow, dtype=np.float32)


def _cover(colours: Field, over: Plane, amount: Field) -> None:
    """Blend colours (H, W, 3) over float colours, in place."""
    weight = np.asarray(amount, dtype=np.float32)[..., None]
    colours *= 1 - weight
    colours += weight * over
