"""The metal frame of a seal: a casting in its colour, with gems set into it. Knows no design."""

from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

import numpy as np

from bot.rendering.canvas import Place, paint
from bot.rendering.casting import DIE_MARGIN, DIE_RADIUS, KEYLINE, casting
from bot.rendering.colours import Colour
from bot.rendering.gems import Cut, cut_gem
from bot.rendering.metals import diamond, gem_colour, metal, stone
from bot.rendering.planes import (
    Picture,
    Plane,
    added,
    inverse,
    lookup,
    product,
    rounded_square,
    to_plane,
    triple,
)
from bot.stickers.design import FrameType, Rarity

_KEYLINE_INK: Colour = (20, 8, 14)
_CORNER = 0.058


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One side of a frame: a premultiplied picture (H, W, 3), its alpha (H, W) and its place on the seal."""

    picture: Picture
    alpha: Plane
    at: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A gem at (x, y), `width` by `height`, in edge fractions, in a metal collar (0 for none)."""

    x: float
    y: float
    width: float
    height: float
    cut: Cut
    collar: float = 0.0
    clear: bool = False
    """A diamond, whatever the frame's own stone is."""


@lru_cache(maxsize=6)
def die(size: int) -> Plane:
    """The antialiased cut of the seal."""
    return to_plane(0.5 - rounded_square(size, DIE_MARGIN, DIE_RADIUS) * size)


@lru_cache(maxsize=10)
def frame(size: int, kind: FrameType, colour: str, rarity: Rarity) -> tuple[Strip, ...]:
    """A frame at `size` pixels as four strips that do not overlap. `colour` is a named metal or #rrggbb.

    Rare frames carry gems in the corners; super-rare ones also at the sides.
    """
    cast = casting(size, kind, rarity)
    picture, alpha = lookup(cast.light, metal(colour)), cast.alpha.copy()
    paint(picture, cast.ink, _KEYLINE_INK)
    for setting in _settings(kind, rarity):
        _set_gem(picture, alpha, setting, colour)
    return _strips(product(picture, triple(alpha)), alpha)


def _strips(picture: Picture, alpha: Plane) -> tuple[Strip, ...]:
    """Cut away the empty middle. Copies, or each strip would keep the whole picture in memory."""
    size = alpha.shape[0]
    deep = size // 2
    while deep > 1 and not _ring_at(alpha, deep - 1).any():
        deep -= 1
    far = size - deep
    windows = ((0, 0, size, deep), (0, far, size, size), (0, deep, deep, far), (far, deep, size, far))
    return tuple(
        Strip(
            picture=picture[top:bottom, left:right].copy(),
            alpha=alpha[top:bottom, left:right].copy(),
            at=(left, top),
        )
        for left, top, right, bottom in windows
    )


def _ring_at(alpha: Plane, deep: int) -> Plane:
    """The pixels of the square ring `deep` pixels from the edge."""
    inner = alpha[deep : alpha.shape[0] - deep, deep : alpha.shape[0] - deep]
    return np.concatenate((inner[0], inner[-1], inner[:, 0], inner[:, -1]))


def _settings(kind: FrameType, rarity: Rarity) -> list[Setting]:
    match kind:
        case FrameType.PLAIN | FrameType.CLOUD | FrameType.SPIKE | FrameType.NOTCH | FrameType.BEADED:
            return _classic_gems(kind, rarity)
        case FrameType.GEM:
            return _row_of_gems(rarity)
        case FrameType.SPLENDID:
            return _crown_jewels(rarity)
        case _:
            assert_never(kind)


def _corners(inset: float) -> list[tuple[float, float]]:
    """Three of them: the badge has the fourth."""
    return [(1 - inset, inset), (inset, 1 - inset), (1 - inset, 1 - inset)]


def _classic_gems(kind: FrameType, rarity: Rarity) -> list[Setting]:
    """Cabochons: three from rare on, two more at the sides of super-rare frames."""
    if rarity is Rarity.NORMAL:
        return []
    cut = Cut.BRILLIANT if kind is FrameType.BEADED else Cut.CABOCHON
    gems = [Setting(x=x, y=y, width=0.048, height=0.048, cut=cut, collar=0.010) for x, y in _corners(_CORNER)]
    if rarity is Rarity.SUPER_RARE:
        gems += [
            Setting(x=x, y=0.5, width=0.0345, height=0.0345, cut=cut, collar=0.0072) for x in (0.0355, 0.9645)
        ]
    return gems


def _row_of_gems(rarity: Rarity) -> list[Setting]:
    """Oblong gems all the way round; from rare on with diamonds between them, and a large one in each corner."""
    middle, pitch = DIE_MARGIN + 0.0290, 0.0910
    gems = []
    for step in range(-4, 5):
        gems += _on_all_sides(0.5 + step * pitch, middle, (0.064, 0.037), Cut.STEP)
    for step in range(-4, 4) if rarity is not Rarity.NORMAL else ():
        gems += _on_all_sides(0.5 + (step + 0.5) * pitch, middle, (0.020, 0.020), Cut.BRILLIANT, clear=True)
    return gems + [
        Setting(x=x, y=y, width=0.050, height=0.050, cut=Cut.BRILLIANT, collar=0.009)
        for x, y in _corners(0.060)
    ]


def _crown_jewels(rarity: Rarity) -> list[Setting]:
    """Large brilliants in the corners, oval ones in the clasps, diamonds in the eyes of the scrolls."""
    gems = [
        Setting(x=x, y=y, width=0.054, height=0.054, cut=Cut.BRILLIANT, collar=0.0095)
        for x, y in _corners(0.060)
    ]
    gems += [
        Setting(x=gem.x, y=gem.y, width=gem.width, height=gem.height, cut=Cut.BRILLIANT, collar=0.006)
        for gem in _on_all_sides(0.5, 0.041, (0.042, 0.030), Cut.BRILLIANT)
    ]
    if rarity is not Rarity.NORMAL:
        for along in (0.196, 0.804):
            gems += _on_all_sides(along, 0.0535, (0.018, 0.018), Cut.BRILLIANT, clear=True)
    return gems


def _on_all_sides(
    along: float, deep: float, extent: tuple[float, float], cut: Cut, *, clear: bool = False
) -> list[Setting]:
    """The same gem above, below, left and right."""
    long, short = extent
    lying = [Setting(x=along, y=y, width=long, height=short, cut=cut, clear=clear) for y in (deep, 1 - deep)]
    standing = [
        Setting(x=x, y=along, width=short, height=long, cut=cut, clear=clear) for x in (deep, 1 - deep)
    ]
    return lying + standing


def _set_gem(picture: Picture, alpha: Plane, gem: Setting, frame_colour: str) -> None:
    """One gem with its collar, in place; only its own window is computed."""
    size = alpha.shape[0]
    width, height = max(2, round(gem.width * size)), max(2, round(gem.height * size))
    collar = gem.collar * size
    away = int(collar + KEYLINE * size) + 2
    left, top = round(gem.x * size - width / 2), round(gem.y * size - height / 2)
    window = (slice(top - away, top + height + away), slice(left - away, left + width + away))
    light, mask = (np.pad(plane, away) for plane in cut_gem(gem.cut, width, height))
    metal_light, body, line = _collar(width, height, collar, away, KEYLINE * size)
    colours = np.ascontiguousarray(picture[window])
    if gem.collar:
        colours = _over(colours, lookup(metal_light, metal(frame_colour)), body)
    fire = diamond() if gem.clear else stone(gem_colour(frame_colour))
    colours = _over(colours, lookup(light, fire), mask)
    if gem.collar:
        paint(colours, line, _KEYLINE_INK)
        np.maximum(alpha[window], np.maximum(body, line), out=alpha[window])
    picture[window] = colours


def _over(below: Picture, above: Picture, mask: Plane) -> Picture:
    """`above` over `below` through a mask."""
    return added(product(below, triple(inverse(mask))), product(above, triple(mask)))


@lru_cache(maxsize=16)
def _collar(width: int, height: int, thick: float, away: int, keyline: float) -> tuple[Plane, Plane, Plane]:
    """A rounded metal ring around an oval gem: its light, its body, and its ink lines; all in pixels."""
    rows = (np.arange(-away, height + away) + 0.5 - height / 2)[:, None]
    columns = (np.arange(-away, width + away) + 0.5 - width / 2)[None]
    radius = np.hypot(columns / width, rows / height) * 2
    outside = (radius - 1) * min(width, height) / 2
    over_top = np.clip(outside / max(thick, 1e-6), 0, 1) * 2 - 1  # -1 at the gem, 1 at the outer edge
    toward_light = -(0.66 * columns / width + 0.75 * rows / height) * 2 / np.maximum(radius, 1e-6)
    light = 0.50 + 0.42 * over_top * toward_light + 0.16 * (1 - over_top**2)
    line = np.maximum(1 - np.abs(outside) / keyline, 1 - np.abs(outside - thick) / keyline)
    return to_plane(light), to_plane(thick - outside + 0.5), to_plane(line)
