"""What lies over the ground, laid down layer by layer: its light and how much ground still shows.

A finished picture is `ground * transmission + light`, so the ground may move under a canvas composed once.
"""

import cv2
import numpy as np

from bot.rendering.colours import Colour
from bot.rendering.planes import Picture, Plane, added, inverse, product, tinted, triple

Place = tuple[int, int]
"""Left and top of a layer on the canvas, in pixels; a layer may hang over any edge."""


class Canvas:
    """`light` (H, W, 3), premultiplied, and `transmission` (H, W): 255 where the bare ground shows."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.light: Picture = np.zeros((height, width, 3), np.uint8)
        self.transmission: Plane = np.full((height, width), 255, np.uint8)

    def lay(self, mask: Plane, colour: Colour, at: Place = (0, 0)) -> None:
        """One flat colour through a mask."""
        mask = self._inside(mask, at)
        self._lay_inside(tinted(mask, colour), mask, at)

    def lay_picture(self, picture: Picture, alpha: Plane, at: Place = (0, 0)) -> None:
        """A premultiplied picture (H, W, 3) with its alpha (H, W)."""
        self._lay_inside(self._inside(picture, at), self._inside(alpha, at), at)

    def shade(self, mask: Plane, at: Place = (0, 0)) -> None:
        """Darken everything below, and the ground, by the mask."""
        mask = self._inside(mask, at)
        self._lay_inside(np.zeros((*mask.shape, 3), np.uint8), mask, at)

    def over(self, ground: Picture) -> Picture:
        """What one sees over an opaque ground (H, W, 3)."""
        return added(product(ground, triple(self.transmission)), self.light)

    def _lay_inside(self, premultiplied: Picture, alpha: Plane, at: Place) -> None:
        rows, columns = self._window(alpha, at)
        light = self.light[rows, columns]
        transmission = self.transmission[rows, columns]
        rest = inverse(alpha)
        cv2.multiply(light, triple(rest), light, scale=1 / 255)
        cv2.add(light, premultiplied, light)
        cv2.multiply(transmission, rest, transmission, scale=1 / 255)

    def _window(self, inside: Plane, at: Place) -> tuple[slice, slice]:
        left, top = max(0, at[0]), max(0, at[1])
        return slice(top, top + inside.shape[0]), slice(left, left + inside.shape[1])

    def _inside(self, layer: Plane, at: Place) -> Plane:
        """The part of a layer that falls on the canvas, contiguous for OpenCV."""
        left, top = at
        rows = slice(max(0, -top), max(0, min(layer.shape[0], self.height - top)))
        columns = slice(max(0, -left), max(0, min(layer.shape[1], self.width - left)))
        return np.ascontiguousarray(layer[rows, columns])


def paint(picture: Picture, mask: Plane, colour: Colour) -> None:
    """Lay a flat colour through a mask on an ordinary opaque picture, in place."""
    kept = product(picture, triple(inverse(mask)))
    cv2.add(kept, tinted(mask, colour), picture)
