"""The form of a frame without its colour: rails, inner edges, beads, scrolls, channel. Cached by kind.

Lengths are edge fractions; a depth is measured from the die-cut inwards. The frame is the same in all four
corners, so it is worked in the upper left quarter and mirrored; only the light knows up from down.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

import numpy as np

from bot.rendering.goldsmith import Beads, Quarter, scrollwork
from bot.rendering.metals import brightness
from bot.rendering.planes import Field, Plane, rounded_square, to_plane, unit_grid
from bot.stickers.design import FrameType, Rarity

Grid = TypeVar("Grid", Field, Plane)

DIE_MARGIN, DIE_RADIUS = 0.012, 0.06
"""The cut of the seal."""
KEYLINE = 0.003
_CHANNEL_HALF, _CHANNEL_ROOM = 0.0036, 0.010
"""Half the foil channel's width, and the metal it adds to a frame that has none of its own."""
_FLOOR_SHADE = 0.66
"""How much darker than the metal the floor of a groove is; it must not be black, or light frames look sooty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A cut across a frame.

    `rails` are (middle, half width, height), in fractions of the width, for an inner edge may wave; `groove`
    is dark from one depth to the other; `channel` is the depth of the middle of an opening onto the foil.
    """

    width: float
    rails: tuple[tuple[float, float, float], ...]
    groove: tuple[float, float] | None = None
    beads: tuple[Beads, ...] = ()
    channel: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Casting:
    """Three planes (S, S): how bright the metal is, how much ink lies on it, how opaque it is."""

    light: Plane
    ink: Plane
    alpha: Plane


_CLASSIC = Section(width=0.042, rails=((0.33, 0.33, 0.9), (0.82, 0.18, 0.55)))
_CLASSIC_CHANNEL = 0.0225
_SECTIONS = {
    FrameType.PLAIN: Section(width=0.022, rails=((0.5, 0.5, 1.0),)),
    FrameType.BEADED: Section(
        width=0.052,
        rails=((0.09, 0.09, 0.5), (0.91, 0.09, 0.5)),
        groove=(0.0088, 0.0432),
        beads=(Beads(depth=0.0260, radius=0.0156, spacing=0.0322),),
    ),
    FrameType.GEM: Section(
        width=0.058, rails=((0.085, 0.085, 0.5), (0.915, 0.085, 0.5)), groove=(0.0090, 0.0490)
    ),
    FrameType.SPLENDID: Section(
        width=0.050,
        rails=((0.07, 0.07, 0.4), (0.86, 0.14, 0.7)),
        groove=(0.0070, 0.0262),
        beads=(
            Beads(depth=0.0166, radius=0.0088, spacing=0.0186),
            Beads(depth=0.0510, radius=0.0086, spacing=0.0186),
        ),
        channel=0.0318,
    ),
}


@lru_cache(maxsize=6)
def casting(size: int, kind: FrameType, rarity: Rarity) -> Casting:
    """Cast a frame at `size` pixels. Super-rare frames have a channel through which the foil gleams."""
    half = (size + 1) // 2
    section, channel = _section(kind, rarity)
    depth = np.asarray(-rounded_square(size, DIE_MARGIN, DIE_RADIUS)[:half, :half])
    width = _inner_edge(half, size, kind, section.width)
    quarter = Quarter(size=size, height=_rails(depth, width, section), inside=width - depth)
    metal_at = quarter.inside.copy()
    floor = _work(quarter, depth, section)
    np.maximum(metal_at, quarter.inside, out=metal_at)
    ink = _outline(np.minimum(np.abs(quarter.inside), np.abs(depth)))
    alpha = np.maximum(_filled(metal_at, size), ink)
    if channel is not None:
        _open_channel(ink, alpha, np.abs(depth - channel), size)
    if kind is FrameType.SPLENDID:
        _lay_scrolls(quarter, ink, alpha, floor)
    alpha *= _filled(depth, size)
    light = brightness(_mirrored(quarter.height, size)) * _mirrored(1 - _FLOOR_SHADE * floor, size)
    return Casting(
        light=to_plane(light),
        ink=_mirrored(to_plane(ink), size),
        alpha=_mirrored(to_plane(alpha), size),
    )


def _section(kind: FrameType, rarity: Rarity) -> tuple[Section, float | None]:
    """The section of a frame, with the foil channel it has at this rarity."""
    section = _SECTIONS.get(kind, _CLASSIC)
    if section is not _CLASSIC or rarity is not Rarity.SUPER_RARE:
        return section, section.channel
    return Section(width=_CLASSIC.width + _CHANNEL_ROOM, rails=_CLASSIC.rails), _CLASSIC_CHANNEL


def _inner_edge(half: int, size: int, kind: FrameType, width: float) -> Field:
    """The frame's width at every pixel of the quarter; it waves toward the picture."""
    x, y = (grid[:half, :half] for grid in unit_grid(size))
    along = np.maximum(x, y)
    match kind:
        case FrameType.CLOUD:
            scallop = np.sqrt(np.clip(1 - _tooth(along, 11) ** 2, 0, 1))
            edge = width - 0.016 + 0.020 * scallop
        case FrameType.SPIKE:
            edge = width - 0.016 + 0.030 * np.abs(_tooth(along, 15)) ** 1.3
        case FrameType.NOTCH:
            edge = width + np.float32(0.012) * (np.minimum(0.5 - x, 0.5 - y) > 0.36)
        case FrameType.PLAIN | FrameType.BEADED | FrameType.GEM | FrameType.SPLENDID:
            edge = np.full_like(x, width)
    return np.asarray(edge, dtype=np.float32)


def _tooth(along: Field, count: int) -> Field:
    """-1..1 saw teeth along an edge."""
    return np.asarray(((along * count) % 1) * 2 - 1, dtype=np.float32)


def _rails(depth: Field, width: Field, section: Section) -> Field:
    """The heights of the rounded rails that run round the seal."""
    across = np.asarray(depth / width, dtype=np.float32)
    height = np.zeros_like(across)
    for middle, half_width, high in section.rails:
        height += high * np.sqrt(np.clip(1 - ((across - middle) / half_width) ** 2, 0, 1))
    return height


def _work(quarter: Quarter, depth: Field, section: Section) -> Field:
    """Sink the groove, set the beads, in place; returns 0..1 where the groove's dark floor is seen."""
    floor = np.zeros_like(depth)
    if section.groove is not None:
        start, end = section.groove
        sunk = np.abs(depth - np.float32((start + end) / 2)) - np.float32((end - start) / 2)
        np.minimum(quarter.inside, sunk, out=quarter.inside)
        floor = _filled(-sunk, quarter.size)
    for row in section.beads:
        quarter.raise_spheres(row.spheres(DIE_MARGIN, DIE_RADIUS), squash=0.8)
    return np.asarray(np.minimum(floor, 1 - _filled(quarter.inside, quarter.size)), dtype=np.float32)


def _open_channel(ink: Field, alpha: Field, off_centre: Field, size: int) -> None:
    """A groove between ink lines, all the way round, that lets the foil below gleam through; in place."""
    np.maximum(ink, np.clip(1 - np.abs(off_centre - _CHANNEL_HALF - 0.0012) / 0.0016, 0, 1), out=ink)
    alpha *= 1 - 0.9 * _filled(_CHANNEL_HALF - off_centre, size)


def _lay_scrolls(quarter: Quarter, ink: Field, alpha: Field, floor: Field) -> None:
    """Scrolls with their own outline over everything that was there, in place."""
    empty = np.full_like(quarter.inside, -1)
    scrolls = Quarter(size=quarter.size, height=np.zeros_like(empty), inside=empty)
    scrolls.raise_spheres(scrollwork())
    body = _filled(scrolls.inside, quarter.size)
    line = _outline(np.abs(scrolls.inside))
    over = np.maximum(body, line)
    quarter.height[...] = quarter.height * (1 - body) + (scrolls.height + 0.25) * body
    floor *= 1 - over
    ink *= 1 - over
    ink += line
    np.maximum(alpha, over, out=alpha)


def _outline(away: Field) -> Field:
    """0..1 of the keyline at a distance from an outline."""
    return np.asarray(np.clip(1 - away / np.float32(KEYLINE), 0, 1), dtype=np.float32)


def _filled(inside: Field, size: int) -> Field:
    """0..1 antialiased cover from the distance inside an outline."""
    return np.asarray(np.clip(inside * size + 0.5, 0, 1), dtype=np.float32)


def _mirrored(quarter: Grid, size: int) -> Grid:
    """The whole square from its upper left quarter."""
    top = np.concatenate((quarter, quarter[:, ::-1][:, size % 2 :]), axis=1)
    return np.concatenate((top, top[::-1][size % 2 :]), axis=0)
