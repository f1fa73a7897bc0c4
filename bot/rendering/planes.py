"""Typed byte arithmetic on whole planes, over OpenCV. Knows no design and no colour names.

A plane holds 0..255 for 0..1; every operation saturates. OpenCV does not tell the element types of its
answers, so this is the one place where they are given a type again.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.uint8]
"""(H, W) bytes: a mask, a transmission, a phase."""
Picture = NDArray[np.uint8]
"""(H, W, 3) RGB or (H, W, 4) RGBA bytes."""
Field = NDArray[np.float32]
"""(H, W) floats: a coordinate, a distance, a brightness."""


def unit_grid(size: int) -> tuple[Field, Field]:
    """X and Y of the pixel centres of a square of `size` pixels, in fractions of the edge."""
    centres = (np.arange(size, dtype=np.float32) + 0.5) / size
    x, y = np.meshgrid(centres, centres)
    return x.astype(np.float32), y.astype(np.float32)


def rounded_square(size: int, margin: float, radius: float) -> Field:
    """Signed distance in edge fractions to a rounded square inset by `margin`; negative inside.

    Source: the exact distance to a rounded box, I. Quilez, "2D distance functions".
    """
    x, y = unit_grid(size)
    half = 0.5 - margin
    qx = np.abs(x - 0.5) - half + radius
    qy = np.abs(y - 0.5) - half + radius
    outside = np.hypot(np.maximum(qx, 0), np.maximum(qy, 0))
    return np.asarray(outside + np.minimum(np.maximum(qx, qy), 0) - radius, dtype=np.float32)


def to_plane(field: NDArray[np.floating]) -> Plane:
    """0..1 floats to bytes, clipped: without the clip a byte wraps round to a black dot."""
    return np.asarray(np.clip(field, 0.0, 1.0) * 255.0 + 0.5).astype(np.uint8, copy=False)


def linear(field: Field, gain: float, offset: float) -> Plane:
    """`field * gain + offset` in units of 0..255, saturated, in one pass."""
    return np.asarray(cv2.addWeighted(field, gain, field, 0.0, offset, dtype=cv2.CV_8U), dtype=np.uint8)


def difference(a: Field, gain_a: float, b: Field, gain_b: float, offset: float) -> Plane:
    """`a * gain_a - b * gain_b + offset` in units of 0..255, saturated, in one pass."""
    return np.asarray(cv2.addWeighted(a, gain_a, b, -gain_b, offset, dtype=cv2.CV_8U), dtype=np.uint8)


def product(a: Plane, b: Plane) -> Plane:
    """Two planes or two pictures multiplied as 0..1 values."""
    return np.asarray(cv2.multiply(a, b, scale=1 / 255), dtype=np.uint8)


def inverse(a: Plane) -> Plane:
    """1 - a."""
    return np.asarray(cv2.bitwise_not(a), dtype=np.uint8)


def triple(a: Plane) -> Picture:
    """One plane as three equal channels."""
    return np.asarray(cv2.merge((a, a, a)), dtype=np.uint8)


def tinted(a: Plane, colour: tuple[int, int, int]) -> Picture:
    """A plane as a picture of one colour, premultiplied by the plane. Thrice as fast as a look-up of colours."""
    return np.asarray(
        cv2.merge([cv2.convertScaleAbs(a, alpha=part / 255) for part in colour]), dtype=np.uint8
    )


def with_alpha(colours: Picture, alpha: Plane) -> Picture:
    """RGB and alpha joined to RGBA."""
    return np.asarray(cv2.merge([colours, alpha]), dtype=np.uint8)


def without_alpha(picture: Picture) -> tuple[Picture, Plane]:
    """RGBA parted into RGB and alpha, both contiguous."""
    colours = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGBA2RGB), dtype=np.uint8)
    return colours, np.asarray(cv2.extractChannel(picture, 3), dtype=np.uint8)


def lookup(a: Plane, table: NDArray[np.uint8]) -> Plane:
    """Every byte replaced through a table: (256,) makes a plane, 256 colours (256, 3) make a picture."""
    if table.ndim == 1:
        return np.asarray(cv2.LUT(a, table), dtype=np.uint8)
    return np.asarray(cv2.LUT(triple(a), table.reshape(1, 256, 3)), dtype=np.uint8)


def scaled(a: Plane, factor: float) -> Plane:
    """A plane weakened by a factor of 0..1."""
    return np.asarray(cv2.convertScaleAbs(a, alpha=factor), dtype=np.uint8)


def maximum(a: Plane, b: Plane) -> Plane:
    """The larger of two planes."""
    return np.asarray(cv2.max(a, b), dtype=np.uint8)


def added(a: Plane, b: Plane) -> Plane:
    """a + b, not above 1."""
    return np.asarray(cv2.add(a, b), dtype=np.uint8)


def subtracted(a: Plane, b: Plane) -> Plane:
    """a - b, not below 0."""
    return np.asarray(cv2.subtract(a, b), dtype=np.uint8)


def screened(a: Picture, light: Picture) -> Picture:
    """`light` laid on like a projector's: 1 - (1 - a)(1 - light)."""
    return np.asarray(cv2.add(a, product(inverse(a), light)), dtype=np.uint8)


def blurred(a: Plane, sigma: float) -> Plane:
    """Gaussian blur with a standard deviation in pixels."""
    return np.asarray(cv2.GaussianBlur(a, (0, 0), max(sigma, 0.3)), dtype=np.uint8)


def smooth_field(field: Field, sigma: float) -> Field:
    """Gaussian blur of a field with a standard deviation in pixels."""
    return np.asarray(cv2.GaussianBlur(field, (0, 0), max(sigma, 0.3)), dtype=np.float32)


def resized(a: Plane, width: int, height: int) -> Plane:
    """A plane or picture in another size: areas are averaged when it shrinks, cubic when it grows.

    Callers who enlarge premultiplied pictures clip to their alpha: the cubic overshoots.
    """
    shrinks = width < a.shape[1] or height < a.shape[0]
    method = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(a, (width, height), interpolation=method), dtype=np.uint8)


def resized_field(field: Field, width: int, height: int) -> Field:
    """A field in another size, linearly: a cubic would ring at its kinks."""
    return np.asarray(cv2.resize(field, (width, height), interpolation=cv2.INTER_LINEAR), dtype=np.float32)


def moved(a: Plane, right: int, down: int) -> Plane:
    """A plane shifted by whole pixels; what enters is empty."""
    height, width = a.shape[:2]
    out = np.zeros_like(a)
    target = (slice(max(0, down), height + min(0, down)), slice(max(0, right), width + min(0, right)))
    source = (slice(max(0, -down), height - max(0, down)), slice(max(0, -right), width - max(0, right)))
    out[target] = a[source]
    return out


def distance_outside(mask: Plane) -> Field:
    """Pixels from each pixel to the nearest one of the mask (>= 50 %); 0 within it.

    A light blur takes the stairs of the two-valued mask out of every line drawn at a distance. An empty mask is
    as far away as the plane is wide and high, not infinitely far: infinities make no waves.
    """
    distance = cv2.distanceTransform(np.asarray(mask < 128, dtype=np.uint8), cv2.DIST_L2, 5)
    distance = np.minimum(distance, np.float32(sum(mask.shape)))
    return np.asarray(cv2.GaussianBlur(distance, (3, 3), 0), dtype=np.float32)


def within(distance: Field, pixels: float) -> Plane:
    """The antialiased region nearer than `pixels` in a field of `distance_outside`."""
    return linear(distance, -255.0, 255.0 * (pixels + 0.5))
