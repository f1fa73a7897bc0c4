"""The ground under a character, by attribute, rarity and background: prism, silver, paper or clear film."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from bot.rendering.canvas import paint
from bot.rendering.colours import WHITE, Colour, Ramp, contrast, mixed, parse
from bot.rendering.film import Film, spectrum
from bot.rendering.foil import FoilMaps, foil_maps, lit, vignette
from bot.rendering.liveries import livery
from bot.rendering.planes import (
    Picture,
    Plane,
    lookup,
    product,
    resized,
    smooth_field,
    to_plane,
    unit_grid,
)
from bot.stickers.design import RAINBOW, Attribute, Design, Foil, Rarity

_LEAST_CONTRAST, _PALE_INK = 1.35, (96, 110, 150)
"""A colour nearer to white is printed deeper, or the paper would look empty."""


_FAN_PRINT = to_plane(0.5 * (255 - np.arange(256)) / 86)
"""How much white is printed over a gain of the fans: their rims are grooves."""
_FILM_ALPHA = to_plane((184 + 0.18 * np.arange(256)) / 255)
"""How opaque the film is under its gloss: on Discord's dark ground a clearer one would look like mud.

The print adds nothing: fine detail in an alpha is slow to encode.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoilGround:
    """Foil that answers to the light. `gain` is the pattern's gain and the vignette, (S, S)."""

    maps: FoilMaps
    gain: Plane
    spectrum: Ramp

    def at(self, tilt: float) -> Picture:
        """The colours (S, S, 3) before the gain."""
        return lit(self.maps, self.spectrum, tilt)


@dataclass(frozen=True, slots=True, kw_only=True)
class StillGround:
    """Paper or film: one picture (S, S, 3) and how opaque it is (S, S); `alpha` is None for paper."""

    picture: Picture
    alpha: Plane | None

    def smaller(self, size: int) -> "StillGround":
        """The same ground at another size."""
        alpha = None if self.alpha is None else resized(self.alpha, size, size)
        return StillGround(picture=resized(self.picture, size, size), alpha=alpha)


Ground = FoilGround | StillGround


def ground_for(design: Design, size: int) -> Ground:
    """The ground of a design. Normal seals are paper on the dark side, film for guardians, else silver."""
    if design.rarity is Rarity.NORMAL and design.attribute.is_dark:
        return StillGround(picture=_paper(size, _colour(design)), alpha=None)
    if design.rarity is Rarity.NORMAL and design.attribute is Attribute.GUARDIAN:
        return _clear_film(size, _colour(design))
    return foil_ground(design.style.foil, size, _turned(spectrum(_film(design)), design))


def foil_ground(foil: Foil, size: int, colours: Ramp) -> FoilGround:
    """A pattern in given colours at a given size."""
    maps = foil_maps(foil, size)
    return FoilGround(maps=maps, gain=product(maps.gain, vignette(size)), spectrum=colours)


def _colour(design: Design) -> Colour:
    if design.background == RAINBOW:
        return livery(design.attribute).colour
    return parse(design.background)


def _film(design: Design) -> Film:
    """Normal is silver, rare a coloured prism, super-rare the whole prism."""
    rainbow = design.background == RAINBOW
    match design.rarity:
        case Rarity.NORMAL:
            tint = (
                None
                if rainbow and design.attribute is Attribute.ANGEL
                else mixed(_colour(design), WHITE, 0.3)
            )
            return Film(saturation=0.16, tint=tint, tint_amount=0.62, hue_spread=0.025, depth=0.16)
        case Rarity.RARE:
            return Film(tint=_colour(design))
        case Rarity.SUPER_RARE:
            return Film() if rainbow else Film(tint=_colour(design), tint_amount=0.66, hue_spread=0.09)


def _turned(colours: Ramp, design: Design) -> Ramp:
    """Each seal leaves the press at its own place of the spectrum, so two never gleam alike."""
    return np.roll(colours, design.seed() % 256, axis=0)


def _paper(size: int, colour: Colour) -> Picture:
    """White paper, a burst of 36 sectors, and a halftone that thickens outwards."""
    if contrast(colour, WHITE) < _LEAST_CONTRAST:
        colour = mixed(colour, _PALE_INK, 0.7)
    picture = np.full((size, size, 3), WHITE, np.uint8)
    paint(picture, _burst(size), mixed(colour, WHITE, 0.78))
    paint(picture, _halftone(size), colour)
    return picture


@lru_cache(maxsize=4)
def _burst(size: int) -> Plane:
    x, y = unit_grid(size)
    sectors = (np.cos(np.arctan2(y - 0.52, x - 0.5) * 18) > 0).astype(np.float32)
    return to_plane(0.9 * smooth_field(sectors, size / 900))


@lru_cache(maxsize=4)
def _halftone(size: int) -> Plane:
    x, y = unit_grid(size)
    rows = 46
    u, v = (x + y) * rows * 0.7071, (x - y) * rows * 0.7071
    distance = np.hypot(u - np.round(u), v - np.round(v))
    radius = np.clip(0.10 + 0.62 * (np.hypot(x - 0.5, y - 0.52) - 0.12), 0, 0.72)
    return to_plane(0.88 * np.clip((radius - distance) * size / rows * 1.2 + 0.5, 0, 1))


def _clear_film(size: int, colour: Colour) -> StillGround:
    """Coloured clear film with printed fans and two bands of gloss; what lies below shines through."""
    picture = np.full((size, size, 3), mixed(colour, WHITE, 0.35), np.uint8)
    fans = lookup(foil_maps(Foil.SEIGAIHA, size).gain, _FAN_PRINT)
    gloss = _gloss(size)
    paint(picture, fans, WHITE)
    paint(picture, gloss, WHITE)
    return StillGround(picture=picture, alpha=lookup(gloss, _FILM_ALPHA))


@lru_cache(maxsize=4)
def _gloss(size: int) -> Plane:
    x, y = unit_grid(size)
    return to_plane(0.8 * np.clip((np.cos((x + 0.7 * y) * 3 * np.pi) - 0.55) * 1.6, 0, 1))
