"""The character on the seal: fitted into its box, with aura, shadow, white keyline and ink contour."""

from dataclasses import dataclass

import cv2
import numpy as np

from bot.rendering.canvas import Canvas
from bot.rendering.colours import INK, WHITE, Colour
from bot.rendering.planes import (
    Field,
    Picture,
    Plane,
    blurred,
    difference,
    distance_outside,
    moved,
    product,
    resized,
    resized_field,
    scaled,
    smooth_field,
    to_plane,
    triple,
    unit_grid,
    within,
    without_alpha,
)

BOX = (0.055, 0.165, 0.945, 0.865)
"""Left, top, right and bottom of the character, in edge fractions."""
_CONTOUR, _KEYLINE = 0.006, 0.0135
_SHADOW = (0.007, 0.010)
SEEN = 8
"""Alpha below this is dust and does not count for the character's bounds."""
Bounds = tuple[float, float, float, float]
"""Left, top, right, bottom in edge fractions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """A character in place on a seal of S pixels: premultiplied picture (S, S, 3), alpha (S, S), bounds."""

    picture: Picture
    alpha: Plane
    bounds: Bounds


def fitted(art: Picture, size: int, box: Bounds = BOX) -> Character:
    """Scale straight RGBA art (H, W, 4) by what is drawn on it into a box; it stands on the box's floor."""
    picture = np.zeros((size, size, 3), np.uint8)
    alpha = np.zeros((size, size), np.uint8)
    left, top, width, height = cv2.boundingRect(np.asarray(art[..., 3] > SEEN, dtype=np.uint8))
    if not width or not height:
        return Character(picture=picture, alpha=alpha, bounds=box)
    drawn = np.ascontiguousarray(art[top : top + height, left : left + width])
    x0, y0, x1, y1 = (edge * size for edge in box)
    scale = min((x1 - x0) / width, (y1 - y0) / height)
    new_width, new_height = max(1, round(width * scale)), max(1, round(height * scale))
    colours, mask = _premultiplied(drawn, new_width, new_height)
    x = max(0, round((x0 + x1 - new_width) / 2))
    y = max(0, round(y1) - new_height)
    window = (slice(y, y + new_height), slice(x, x + new_width))
    picture[window], alpha[window] = colours, mask
    bounds = (x / size, y / size, (x + new_width) / size, (y + new_height) / size)
    return Character(picture=picture, alpha=alpha, bounds=bounds)


def lay_character(
    canvas: Canvas,
    character: Character,
    aura: tuple[Colour, Colour, Colour] | None,
    *,
    contour: float = _CONTOUR,
    keyline: float = _KEYLINE,
) -> None:
    """Aura (if any), shadow, keyline, contour and the character, in this order from below.

    `contour` and `keyline` are how far the ink and the white round it reach, in edge fractions.
    """
    size = canvas.width
    if aura is not None:
        _lay_aura(canvas, character.alpha, aura)
    distance = distance_outside(character.alpha)
    white = within(distance, keyline * size)
    canvas.shade(_shadow(white, size))
    canvas.lay(white, WHITE)
    canvas.lay(within(distance, contour * size), INK)
    canvas.lay_picture(character.picture, character.alpha)


def _premultiplied(drawn: Picture, width: int, height: int) -> tuple[Picture, Plane]:
    """Premultiply before scaling, or the hidden colour of clear pixels would bleed into the edges."""
    colours, alpha = without_alpha(drawn)
    small = resized(alpha, width, height)
    return np.minimum(resized(product(colours, triple(alpha)), width, height), triple(small)), small


def _shadow(keyline: Plane, size: int) -> Plane:
    """A soft shadow at 45 %, computed at a quarter of the size where nobody can see the difference."""
    quarter = max(8, size // 4)
    soft = resized(blurred(resized(keyline, quarter, quarter), size * 0.002), size, size)
    right, down = (round(part * size) for part in _SHADOW)
    return scaled(moved(soft, right, down), 0.45)


def _lay_aura(canvas: Canvas, alpha: Plane, colours: tuple[Colour, Colour, Colour]) -> None:
    """A glow and three flat bands of flame, the outermost first."""
    size = canvas.width
    half = size // 2
    distance = distance_outside(resized(alpha, half, half)) / np.float32(half)
    heart, flame, rim = colours
    glow = resized(to_plane(0.75 * np.exp(-distance / 0.075)), size, size)
    canvas.lay(glow, flame)
    reach = resized_field(_flame_reach(distance), size, size)
    far = resized_field(distance, size, size)
    steep = 230.0 * size
    for part, colour in ((1.55, rim), (1.0, flame), (0.5, heart)):
        canvas.lay(scaled(difference(reach, part * steep, far, steep, 127.0), 0.93), colour)


def _flame_reach(distance: Field) -> Field:
    """How far the flame reaches at every place, in edge fractions: in tongues, and longer upwards."""
    x, y = unit_grid(distance.shape[0])
    turn = np.arctan2(y - 0.55, x - 0.5)
    wave = turn * 11 + 1.1 * np.sin(turn * 3 + 1) + 9 * distance
    tongue = (1 - np.abs(np.sin(wave * 0.5 + 0.3 * np.sin(wave)))) ** 1.4 * (0.65 + 0.35 * np.sin(turn * 5))
    reach = (0.026 + 0.105 * tongue) * np.clip(1.3 - y, 0.4, 1.2)
    return smooth_field(np.asarray(reach, dtype=np.float32), distance.shape[0] / 260)
