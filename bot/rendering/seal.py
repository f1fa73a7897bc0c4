"""Compose a design and its art into a seal for any tilt. The order of the layers stands here."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import assert_never

import cv2
import numpy as np

from bot.rendering.badge import badge
from bot.rendering.bending import TITLE_SHAPE
from bot.rendering.canvas import Canvas
from bot.rendering.character import BOX, Bounds, fitted, lay_character
from bot.rendering.colours import rainbow
from bot.rendering.columns import ColumnLimits
from bot.rendering.finishes import finish_of
from bot.rendering.frame import die, frame
from bot.rendering.glints import Glint, lay_glints, scatter
from bot.rendering.lettering import (
    Lettering,
    letter,
    letter_down,
    place,
)
from bot.rendering.liveries import GOLD, TITLE, livery, name_face
from bot.rendering.planes import (
    Picture,
    Plane,
    added,
    inverse,
    lookup,
    maximum,
    product,
    resized,
    scaled,
    screened,
    subtracted,
    to_plane,
    triple,
    unit_grid,
    with_alpha,
    without_alpha,
)
from bot.rendering.substrate import FoilGround, Ground, StillGround, foil_ground, ground_for
from bot.rendering.typefaces import Typefaces, font_stack
from bot.rendering.typesetting import Limits
from bot.stickers.design import Design, NameLayout

STILL_TILT = 0.12
"""The tilt of a still: facets flash in all the corners, and no glint is at its end."""
_STILL_GLARE, _MOVING_GLARE = 0.38, 0.50
_PASTEL = np.full(256, 0.72)
_PRINTED_SHINE = to_plane(0.28 + 0.72 * np.arange(256) / 255)
_NAME_CENTRE, _TITLE_CENTRE = (0.5, 0.872), (0.545, 0.104)
_COLUMN_CENTRE = (0.845, 0.55)
_UNTITLED_TOP = 0.140
_COLUMN_BOX = (0.045, BOX[1], 0.805, 0.945)
"""Of the character beside an upright name: it stands to the left, and on the floor that no name takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """A composed seal of `size` pixels, all that does not move.

    `light` (S, S, 3) and `transmission` (S, S) lie over the ground (canvas.py); `shine` (S, S) is how well a
    glare shows; `cut` (S, S) is the die-cut; `letters` (S, S) are title and name. `moving` says whether foil
    and glare answer to the tilt; `glints` is empty without sparkle.
    """

    size: int
    ground: Ground
    light: Picture
    transmission: Plane
    shine: Plane
    cut: Plane
    letters: Plane
    moving: bool
    glints: tuple[Glint, ...]


def compose(design: Design, art: Picture, faces: Typefaces, size: int) -> Seal:
    """Lay everything over the ground, from below: vignette, aura, character, frame, badge, title, name.

    `art` is straight RGBA (H, W, 4) of any size. Frame after character: the seal is printed, then embossed.
    Lettering last: nothing may make it unreadable.
    """
    canvas = Canvas(size, size)
    character = fitted(art, size, _character_box(design))
    dress = livery(design.attribute)
    lay_character(canvas, character, dress.aura if design.effects.aura else None)
    for strip in frame(size, design.style.frame_type, design.style.frame_color, design.rarity):
        canvas.lay_picture(strip.picture, strip.alpha, strip.at)
    picture, alpha, at = badge(size, design.attribute, faces)
    canvas.lay_picture(picture, alpha, at)
    letters = _lay_lettering(canvas, design, faces)
    return Seal(
        size=size,
        ground=ground_for(design, size),
        light=canvas.light,
        transmission=canvas.transmission,
        shine=_shine(canvas.transmission, letters),
        cut=die(size),
        letters=letters,
        moving=design.effects.holographic,
        glints=scatter(design.seed(), character.bounds) if design.effects.sparkle else (),
    )


def smaller(seal: Seal, design: Design, size: int) -> Seal:
    """The same seal at another size; foil is embossed anew, for shrunken facets would be blurred ones."""
    return replace(
        seal,
        size=size,
        ground=_ground_at(seal.ground, design, size),
        light=resized(seal.light, size, size),
        transmission=resized(seal.transmission, size, size),
        shine=resized(seal.shine, size, size),
        cut=die(size),
        letters=resized(seal.letters, size, size),
    )


def still(seal: Seal) -> Picture:
    """The seal at rest, straight RGBA (S, S, 4): glare only if holographic, every glint shining."""
    glare = (STILL_TILT + 0.30, _STILL_GLARE) if seal.moving else None
    return _lit(seal, STILL_TILT, glare, None)


def tilted(seal: Seal, tilt: float) -> Picture:
    """One picture of the loop, straight RGBA (S, S, 4). Tilt 0 and tilt 1 are the same picture."""
    if not seal.moving:
        return _lit(seal, STILL_TILT, None, tilt)
    return _lit(seal, tilt, (tilt, _MOVING_GLARE), tilt)


def _lit(seal: Seal, tilt: float, glare: tuple[float, float] | None, twinkle: float | None) -> Picture:
    colours, alpha = _on_ground(seal, tilt)
    if glare is not None:
        light, cover = _glare(seal.size, *glare)
        cover = product(cover, seal.shine)
        colours = added(product(colours, triple(inverse(cover))), product(light, triple(seal.shine)))
        alpha = screened(alpha, cover)
    picture = with_alpha(colours, alpha)
    lay_glints(picture, seal.glints, twinkle)
    colours, alpha = without_alpha(picture)
    return with_alpha(colours, product(alpha, seal.cut))


def _on_ground(seal: Seal, tilt: float) -> tuple[Picture, Plane]:
    """Ground times transmission plus light, and how opaque it is: film is, wherever something is printed."""
    ground = seal.ground
    opaque = np.full((seal.size, seal.size), 255, np.uint8)
    if isinstance(ground, FoilGround):
        through = product(seal.transmission, ground.gain)
        return added(product(ground.at(tilt), triple(through)), seal.light), opaque
    if ground.alpha is None:
        return added(product(ground.picture, triple(seal.transmission)), seal.light), opaque
    through = product(seal.transmission, ground.alpha)
    colours = added(product(ground.picture, triple(through)), seal.light)
    alpha = inverse(subtracted(seal.transmission, through))
    return _unpremultiplied(colours, alpha), alpha


def _unpremultiplied(colours: Picture, alpha: Plane) -> Picture:
    return np.asarray(cv2.divide(colours, triple(np.maximum(alpha, 1)), scale=255), dtype=np.uint8)


def _lay_lettering(canvas: Canvas, design: Design, faces: Typefaces) -> Plane:
    """Title (or, without one, the rarity's stars) and name; returns the solid letters (S, S)."""
    size = canvas.width
    room = Limits(width=0.62 * size, size=0.070 * size, pair_size=0.044 * size, least_size=0.033 * size)
    words, palette = (design.title, TITLE) if design.title else (_stars(design), GOLD)
    title = letter(words, font_stack(faces.round, faces), room, TITLE_SHAPE, palette)
    letters = place(canvas, title, _TITLE_CENTRE)
    name, centre = _lettered_name(design, faces, size)
    return maximum(letters, place(canvas, name, centre))


def _lettered_name(design: Design, faces: Typefaces, size: int) -> tuple[Lettering, tuple[float, float]]:
    """The name in its layout, and where its centre belongs."""
    stack = font_stack(name_face(design.attribute, faces), faces)
    dress, finish = livery(design.attribute), finish_of(design.rarity)
    match design.style.layout:
        case NameLayout.ARCHED:
            room = Limits(
                width=0.80 * size,
                size=0.150 * size,
                pair_size=0.082 * size,
                least_size=0.055 * size,
                short_size=0.190 * size,
            )
            return letter(design.name, stack, room, dress.shape, dress.name, finish), _NAME_CENTRE
        case NameLayout.VERTICAL:
            column = ColumnLimits(length=0.70 * size, size=0.172 * size, least_size=0.055 * size)
            return letter_down(
                design.name, stack, column, dress.shape.straight, dress.name, finish
            ), _COLUMN_CENTRE
        case _:
            assert_never(design.style.layout)


def _character_box(design: Design) -> Bounds:
    """A seal without a title gives the character its room."""
    left, top, right, bottom = _COLUMN_BOX if design.style.layout is NameLayout.VERTICAL else BOX
    return left, top if design.title else _UNTITLED_TOP, right, bottom


def _stars(design: Design) -> str:
    return "★" * design.rarity.stars + "☆" * (5 - design.rarity.stars)


def _ground_at(ground: Ground, design: Design, size: int) -> Ground:
    if isinstance(ground, StillGround):
        return ground.smaller(size)
    return foil_ground(design.style.foil, size, ground.spectrum)


def _shine(transmission: Plane, letters: Plane) -> Plane:
    """A glare shows whole on the bare ground, cut by 72 % on what is printed and 50 % on letters: they are read."""
    return maximum(lookup(transmission, _PRINTED_SHINE), scaled(letters, 0.5))


def _glare(size: int, moment: float, strength: float) -> tuple[Picture, Plane]:
    """A white sheen in a broad band of the rainbow, diagonal: premultiplied colours and their alpha.

    It covers rather than brightens, or it could not be seen on white paper. It has left the seal when the loop
    closes.
    """
    behind = np.arange(256) / 255.0 - (-0.35 + 1.95 * moment)
    sheen = np.exp(-((behind / 0.075) ** 2)) + 0.5 * np.exp(-(((behind + 0.24) / 0.03) ** 2))
    band = np.exp(-(((behind + 0.04) / 0.17) ** 2)) * (1 - np.clip(sheen, 0, 1))
    light = np.clip(sheen, 0, 1)[:, None] + band[:, None] * rainbow(behind * 3.2 % 1, _PASTEL, 1.0)
    places = _diagonal(size)
    return (
        lookup(places, to_plane(strength * light)),
        lookup(places, to_plane(strength * np.clip(sheen + band, 0, 1))),
    )


@lru_cache(maxsize=4)
def _diagonal(size: int) -> Plane:
    x, y = unit_grid(size)
    return to_plane((x + y * 0.55) / 1.55)
