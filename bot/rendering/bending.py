"""Bend drawn letters: condensed, arched, waved, slanted, tilted. In one look-up, so they are resampled once only."""

import math
from dataclasses import dataclass

import cv2
import numpy as np

from bot.rendering.planes import (
    Field,
    Picture,
    Plane,
    distance_outside,
    product,
    triple,
    with_alpha,
    within,
    without_alpha,
)
from bot.rendering.typesetting import Ink


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How letters are bent and lined. Lengths are fractions of the letter size, the tilt is in degrees.

    `arch` raises both ends; `punch` and `growth` are how much higher the letters are at both ends, and at the
    right end; `wave` is how far the line swings, up and down once; `slant` leans the letters to the right.
    `weight` thickens every stroke on both sides: brush faces are too thin to be read at thumb size.
    """

    outlines: tuple[float, float, float] = (0.035, 0.10, 0.145)
    extrusion: float = 0.06
    weight: float = 0.0
    arch: float = 0.0
    punch: float = 0.0
    growth: float = 0.0
    wave: float = 0.0
    slant: float = 0.0
    tilt: float = 0.0

    @property
    def straight(self) -> "Shape":
        """The same lines and weight without any bend: for columns."""
        return Shape(outlines=self.outlines, extrusion=self.extrusion, weight=self.weight)


TITLE_SHAPE = Shape(outlines=(0.075, 0.115, 0.16), extrusion=0.03)
BADGE_SHAPE = Shape(outlines=(0.045, 0.09, 0.11), extrusion=0.02)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bent:
    """Letters in their final shape: mask and place in the gradient (H, W), emoji, the block's centre."""

    mask: Plane
    gradient_place: Plane
    emoji: Picture | None
    centre: tuple[float, float]


def room(size: int, extent: float, shape: Shape) -> int:
    """Empty pixels around the letters that outlines, shadow and bending will need; `extent` is their length."""
    tilted = abs(math.sin(math.radians(shape.tilt))) * extent * 0.5
    lines = shape.outlines[-1] + 2 * shape.extrusion + 0.12 + 0.6 * abs(shape.arch) + 0.7 * shape.punch
    lines += shape.weight + 0.7 * shape.growth + shape.wave + 1.2 * abs(shape.slant)
    return math.ceil(size * lines + tilted + 4)


def bent(ink: Ink, shape: Shape) -> Bent:
    """Condense and bend drawn text."""
    from_x, from_y, centre = _origins(ink, shape)

    def bend(layer: Plane) -> Plane:
        return np.asarray(cv2.remap(layer, from_x, from_y, cv2.INTER_LINEAR), dtype=np.uint8)

    heights = (ink.height_in_letter * 255).astype(np.uint8)
    places = np.repeat(heights[:, None], ink.mask.shape[1], axis=1)
    emoji = None
    if ink.emoji is not None:
        colours, alpha = without_alpha(ink.emoji)
        emoji = with_alpha(bend(product(colours, triple(alpha))), bend(alpha))
    mask = bend(ink.mask)
    if shape.weight:
        mask = within(distance_outside(mask), shape.weight * ink.size)
    return Bent(mask=mask, gradient_place=bend(places), emoji=emoji, centre=centre)


def _origins(ink: Ink, shape: Shape) -> tuple[Field, Field, tuple[float, float]]:
    """Where in the straight text each pixel of the bent text comes from, and where its middle came to lie."""
    width, height = (
        math.ceil((length - 2 * ink.pad) * stretch) + 2 * ink.pad
        for length, stretch in zip(reversed(ink.mask.shape), ink.stretch, strict=True)
    )
    centre_x, centre_y = (
        (middle - ink.pad) * stretch + ink.pad
        for middle, stretch in zip(ink.middle, ink.stretch, strict=True)
    )
    across = np.arange(width, dtype=np.float32)[None, :] - np.float32(centre_x)
    down = np.arange(height, dtype=np.float32)[:, None] - np.float32(centre_y)
    turn = math.radians(shape.tilt)
    y = math.sin(turn) * across + math.cos(turn) * down
    x = math.cos(turn) * across - math.sin(turn) * down + shape.slant * y
    along = x * (2 / width)
    outward = along * along
    y += shape.arch * ink.size * 0.5 * outward
    if shape.wave:
        y += shape.wave * ink.size * 0.5 * np.sin(np.pi * along)
    if shape.punch or shape.growth:
        y /= 1 + shape.punch * outward + shape.growth * along
    from_x = x / ink.stretch[0] + ink.middle[0]
    from_y = y / ink.stretch[1] + ink.middle[1]
    return from_x.astype(np.float32, copy=False), from_y.astype(np.float32, copy=False), (centre_x, centre_y)
