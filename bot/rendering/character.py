"""The character on the seal: fitted into its box, with aura, shadow, white keyline and ink contour."""

from dataclasses import dataclass

import cv2
import numpy as np

from bot.rendering.canvas import Canvas, Place
from bot.rendering.colours import INK, WHITE, Colour
from bot.rendering.planes import (
    Field,
    Picture,
    Plane,
    added,
    blurred,
    difference,
    distance_outside,
    inverse,
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
_SHADOW_REACH = 0.022
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
    (rows, columns), at = _surroundings(character.bounds, size, keyline + _SHADOW_REACH)
    alpha = np.ascontiguousarray(character.alpha[rows, columns])
    distance = distance_outside(alpha)
    white = within(distance, keyline * size)
    canvas.shade(_shadow(white, size), at)
    canvas.lay(white, WHITE, at)
    canvas.lay(within(distance, contour * size), INK, at)
    canvas.lay_picture(np.ascontiguousarray(character.picture[rows, columns]), alpha, at)


def _surroundings(bounds: Bounds, size: int, reach: float) -> tuple[tuple[slice, slice], Place]:
    """The window around a character in which its lines and shadow fall, on whole steps of four pixels."""
    left, top = (max(0, int((edge - reach) * size) // 4 * 4) for edge in bounds[:2])
    right, bottom = (min(size, int((edge + reach) * size) // 4 * 4 + 8) for edge in bounds[2:])
    return (slice(top, bottom), slice(left, right)), (left, top)


def _premultiplied(drawn: Picture, width: int, height: int) -> tuple[Picture, Plane]:
    """Premultiply before scaling, or the hidden colour of clear pixels would bleed into the edges."""
    colours, alpha = without_alpha(drawn)
    small = resized(alpha, width, height)
    return np.minimum(resized(product(colours, triple(alpha)), width, height), triple(small)), small


def _shadow(keyline: Plane, size: int) -> Plane:
    """A soft shadow at 45 %, computed at a quarter of the size where nobody can see the difference."""
    height, width = keyline.shape
    quarter = resized(keyline, max(2, width // 4), max(2, height // 4))
    soft = resized(blurred(quarter, size * 0.002), width, height)
    right, down = (round(part * size) for part in _SHADOW)
    return scaled(moved(soft, right, down), 0.45)


def _lay_aura(canvas: Canvas, alpha: Plane, colours: tuple[Colour, Colour, Colour]) -> None:
    """A glow and three flat bands of flame, the outermost first."""
    size = canvas.width
    half = size // 2
    distance = distance_outside(resized(alpha, half, half)) / np.float32(half)
    glow = resized(to_plane(0.75 * np.exp(-distance / 0.075)), size, size)
    reach = resized_field(_flame_reach(distance), size, size)
    far = resized_field(distance, size, size)
    steep = 230.0 * size
    heart, flame, rim = (
        scaled(difference(reach, part * steep, far, steep, 127.0), 0.93) for part in (0.5, 1.0, 1.55)
    )
    below_heart = inverse(heart)
    below_flame = product(below_heart, inverse(flame))
    below_rim = product(below_flame, inverse(rim))
    shares = (
        heart,
        added(product(flame, below_heart), product(glow, below_rim)),
        product(rim, below_flame),
    )
    canvas.lay_picture(_mixed_inks(shares, colours), inverse(product(below_rim, inverse(glow))))


def _mixed_inks(shares: tuple[Plane, Plane, Plane], colours: tuple[Colour, Colour, Colour]) -> Picture:
    """Flat colours through masks that share every pixel, premultiplied (S, S, 3).

    Channel by channel this is thrice as fast as laying one colour over the other.
    """
    channels = []
    for one, two, three in zip(*colours, strict=True):
        pair = cv2.addWeighted(shares[0], one / 255, shares[1], two / 255, 0)
        channels.append(cv2.addWeighted(pair, 1, shares[2], three / 255, 0))
    return np.asarray(cv2.merge(channels), dtype=np.uint8)


def _flame_reach(distance: Field) -> Field:
    """How far the flame reaches at every place, in edge fractions: in tongues, and longer upwards."""
    x, y = unit_grid(distance.shape[0])
    turn = np.arctan2(y - 0.55, x - 0.5)
    wave = turn * 11 + 1.1 * np.sin(turn * 3 + 1) + 9 * distance
    tongue = (1 - np.abs(np.sin(wave * 0.5 + 0.3 * np.sin(wave)))) ** 1.4 * (0.65 + 0.35 * np.sin(turn * 5))
    reach = (0.026 + 0.105 * tongue) * np.clip(1.3 - y, 0.4, 1.2)
    return smooth_field(np.asarray(reach, dtype=np.float32), distance.shape[0] / 260)
