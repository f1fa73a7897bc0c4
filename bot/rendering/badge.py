"""The round badge with the attribute's characters. Cached: there are only six of them."""

from functools import lru_cache

import numpy as np

from bot.rendering.bending import BADGE_SHAPE
from bot.rendering.canvas import Canvas
from bot.rendering.colours import INK, WHITE, gradient
from bot.rendering.lettering import letter
from bot.rendering.liveries import BADGE, livery
from bot.rendering.metals import metal
from bot.rendering.planes import Field, Picture, Plane, inverse, product, to_plane, triple
from bot.rendering.typefaces import Typefaces, font_stack
from bot.rendering.typesetting import Limits
from bot.stickers.design import Attribute

_CENTRE, _RADIUS = (0.112, 0.114), 0.070
_REACH = 1.45
"""Half the edge of the badge's window, in radii."""


@lru_cache(maxsize=24)
def badge(size: int, attribute: Attribute, faces: Typefaces) -> tuple[Picture, Plane, tuple[int, int]]:
    """Premultiplied picture, alpha, and the place (left, top) of the badge on a seal of `size` pixels."""
    radius = _RADIUS * size
    edge = int(2 * _REACH * radius)
    left, top = (int(centre * size - edge / 2) for centre in _CENTRE)
    middle = (_CENTRE[0] * size - left, _CENTRE[1] * size - top)
    canvas = Canvas(edge, edge)
    _draw_plate(canvas, middle, radius, attribute)
    _draw_letters(canvas, middle, radius, attribute, faces)
    return canvas.light, inverse(canvas.transmission), (left, top)


def _draw_plate(canvas: Canvas, middle: tuple[float, float], radius: float, attribute: Attribute) -> None:
    """A drop shadow, a gold rim between ink lines, and an enamel dome with its gloss."""
    centres = np.arange(canvas.width, dtype=np.float32) + 0.5
    x, y = np.meshgrid((centres - middle[0]) / radius, (centres - middle[1]) / radius)
    distance = np.hypot(x, y)
    canvas.shade(to_plane(0.5 * np.clip((1.30 - np.hypot(x - 0.05, y - 0.08)) / 0.16, 0, 1)))
    canvas.lay(_disc(distance, 1.16, radius), INK)
    rim = metal("gold")[to_plane(0.62 - (x + y) / 2.6)]
    _lay_opaque(canvas, rim, _disc(distance, 1.08, radius))
    canvas.lay(_disc(distance, 0.91, radius), INK)
    _lay_opaque(canvas, _enamel(attribute, y), _disc(distance, 0.86, radius))
    gloss = 0.55 * np.clip(1 - np.hypot(x / 0.62, (y + 0.44) / 0.30), 0, 1)
    canvas.lay(to_plane(gloss), WHITE)


def _enamel(attribute: Attribute, y: Field) -> Picture:
    """The attribute's colour, light above and deep below."""
    red, green, blue = livery(attribute).colour
    deep = f"#{red * 5 // 11:02x}{green * 5 // 11:02x}{blue * 5 // 11:02x}"
    ramp = gradient(((0.0, f"#{red:02x}{green:02x}{blue:02x}"), (1.0, deep)), 256)
    return np.asarray(ramp[to_plane(y * 0.5 + 0.5)], dtype=np.uint8)


def _draw_letters(
    canvas: Canvas, middle: tuple[float, float], radius: float, attribute: Attribute, faces: Typefaces
) -> None:
    """One character fills the disc; two stand side by side, condensed, so that they are nearly as tall."""
    alone = len(attribute.value) == 1
    limits = Limits(
        width=radius * (1.20 if alone else 1.40),
        size=radius * (1.14 if alone else 0.94),
        pair_size=1,
        least_size=1,
    )
    block = letter(attribute.value, font_stack(faces.bold, faces), limits, BADGE_SHAPE, BADGE)
    place = (round(middle[0] - block.centre[0]), round(middle[1] - block.centre[1]))
    canvas.lay_picture(block.picture, block.alpha, place)


def _disc(distance: Field, radii: float, radius: float) -> Plane:
    return to_plane((radii - distance) * radius + 0.5)


def _lay_opaque(canvas: Canvas, picture: Picture, mask: Plane) -> None:
    canvas.lay_picture(product(np.ascontiguousarray(picture), triple(mask)), mask)
