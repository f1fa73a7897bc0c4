"""The ground under a character, by attribute, rarity and background: prism, silver, paper or clear film."""

from dataclasses import dataclass

import numpy as np

from bot.rendering.canvas import paint
from bot.rendering.colours import WHITE, Colour, Ramp, contrast, mixed, parse
from bot.rendering.film import Film, spectrum
from bot.rendering.foil import FoilMaps, foil_maps, lit, vignette
from bot.rendering.liveries import livery
from bot.rendering.planes import (
    Picture,
    Plane,
    product,
    resized,
    scaled,
    smooth_field,
    to_plane,
    unit_grid,
)
from bot.stickers.design import RAINBOW, Attribute, Design, Foil, Rarity

_LEAST_CONTRAST, _PALE_INK = 1.35, (96, 110, 150)
"""A colour nearer to white is printed deeper, or the paper would look empty."""


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
                else mixed(_colour(design), WHITE, 0.4)
            )
            return Film(saturation=0.16, tint=tint, tint_amount=0.34, hue_spread=0.03, depth=0.45)
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
    x, y = unit_grid(size)
    dx, dy = x - 0.5, y - 0.52
    burst = (np.cos(np.arctan2(dy, dx) * 18) > 0).astype(np.float32)
    pale = mixed(colour, WHITE, 0.78)
    picture = np.full((size, size, 3), WHITE, np.uint8)
    paint(picture, to_plane(0.9 * smooth_field(burst, size / 900)), pale)
    rows = 46
    u, v = (x + y) * rows * 0.7071, (x - y) * rows * 0.7071
    distance = np.hypot(u - np.round(u), v - np.round(v))
    radius = np.clip(0.10 + 0.62 * (np.hypot(dx, dy) - 0.12), 0, 0.72)
    paint(picture, to_plane(0.88 * np.clip((radius - distance) * size / rows * 1.2 + 0.5, 0, 1)), colour)
    return picture


def _clear_film(size: int, colour: Colour) -> StillGround:
    """Coloured clear film with printed fans and two bands of gloss; what lies below shines through."""
    x, y = unit_grid(size)
    tint = mixed(colour, WHITE, 0.35)
    picture = np.full((size, size, 3), tint, np.uint8)
    fans = to_plane((255 - foil_maps(Foil.SEIGAIHA, size).gain.astype(np.float32)) / 86)
    paint(picture, scaled(fans, 0.5), WHITE)
    gloss = to_plane(0.8 * np.clip((np.cos((x + 0.7 * y) * 3 * np.pi) - 0.55) * 1.6, 0, 1))
    paint(picture, gloss, WHITE)
    alpha = 128.0 + 0.27 * gloss + 0.20 * fans
    return StillGround(picture=picture, alpha=np.asarray(np.clip(alpha, 0, 255)).astype(np.uint8))
