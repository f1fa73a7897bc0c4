"""Masks: which pixels belong to the figure. Measuring, cleaning and softening them. Knows no kinds of picture."""

import cv2
import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.uint8]
"""(H, W), 255 in the figure and 0 outside; between them only where softness is meant."""
Rgb = NDArray[np.uint8]
"""(H, W, 3)."""
Field = NDArray[np.float32]
"""(H, W) or (H, W, C)."""


def reduced(picture: Rgb, edge: int) -> Rgb:
    """`picture` with its longest edge at `edge` pixels; enlarged if it is smaller. No side falls below 1."""
    height, width = picture.shape[:2]
    share = edge / max(height, width)
    size = max(1, round(width * share)), max(1, round(height * share))
    way = cv2.INTER_AREA if share < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, size, interpolation=way), dtype=np.uint8)


def resized_to(mask: Mask, picture: Rgb) -> Mask:
    """The mask at the size of `picture`, soft where it was scaled."""
    rows, columns = picture.shape[:2]
    way = cv2.INTER_AREA if rows < len(mask) else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(mask, (columns, rows), interpolation=way), dtype=np.uint8)


def lab_of(picture: Rgb) -> Field:
    """The picture in 8-bit Lab: all three from 0 to 255, grey at 128 in the latter two."""
    return cv2.cvtColor(picture, cv2.COLOR_RGB2LAB).astype(np.float32)


def hard(mask: Mask) -> Mask:
    """Every pixel wholly in or wholly out."""
    return as_mask(mask > 127)


def as_mask(places: NDArray[np.bool_]) -> Mask:
    """255 where true."""
    return places.astype(np.uint8) * np.uint8(255)


def grown(mask: Mask, radius: float) -> Mask:
    """The mask and all within `radius` pixels of it."""
    return np.asarray(cv2.dilate(mask, _disc(radius)), dtype=np.uint8)


def shrunk(mask: Mask, radius: float) -> Mask:
    """The mask without what lies within `radius` pixels of the outside; the picture's border is not outside."""
    return np.asarray(cv2.erode(mask, _disc(radius), borderValue=255), dtype=np.uint8)


def smoothed(mask: Mask, radius: float) -> Mask:
    """Rounds off what is finer than `radius` pixels, and leaves the edge hard."""
    return hard(np.asarray(cv2.GaussianBlur(mask, (0, 0), radius), dtype=np.uint8))


def parts(mask: Mask, most: int = 3) -> list[tuple[int, Mask]]:
    """Area and mask of the largest connected parts, the largest first."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    areas = [int(area) for area in stats[:, cv2.CC_STAT_AREA]]
    order = sorted(range(1, len(areas)), key=lambda label: -areas[label])
    return [(areas[label], as_mask(labels == label)) for label in order[:most]]


def main_part(mask: Mask) -> Mask:
    """The largest connected part; the mask itself if it is empty."""
    found = parts(mask, most=1)
    return found[0][1] if found else mask


def largest_share(mask: Mask) -> float:
    """How much of all that is in the mask lies in its largest part, 0-1; 0 for an empty mask."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    areas = stats[1:, cv2.CC_STAT_AREA]
    return float(np.max(areas) / np.sum(areas)) if len(areas) else 0.0


def without_specks(mask: Mask, least: float) -> Mask:
    """Parts of fewer than `least` pixels are taken out."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    kept = stats[:, cv2.CC_STAT_AREA] >= least
    kept[0] = False
    return np.where(kept[labels], mask, 0).astype(np.uint8)


def without_holes(mask: Mask) -> Mask:
    """Everything that the outside cannot reach becomes figure."""
    padded = cv2.copyMakeBorder(mask, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    cv2.floodFill(padded, None, (0, 0), 128)
    return as_mask(padded[1:-1, 1:-1] != 128)


def colours_in_common(picture: Rgb, mask: Mask) -> float:
    """How much of the colours inside a mask and outside it is the same, 0-1, by their histograms in Lab."""
    lab = cv2.cvtColor(picture, cv2.COLOR_RGB2LAB)
    shares = []
    for side in (mask, ~mask):
        counts = cv2.calcHist([lab], [0, 1, 2], side, [12, 24, 24], [0, 256, 0, 256, 0, 256])
        shares.append(counts.astype(np.float64) / max(1, int(np.count_nonzero(side))))
    return float(np.minimum(shares[0], shares[1]).sum())


def snapped(mask: Mask, picture: Rgb, radius: float) -> Mask:
    """A coarse mask brought to the edges of `picture` (its size), soft for about a pixel.

    He, Sun and Tang, "Guided Image Filtering" (2013), guided by lightness.
    """
    coarse = resized_to(mask, picture).astype(np.float32)
    light = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    softened = _guided(coarse / np.float32(255), light / np.float32(255), 2 * max(1, round(radius)) + 1)
    steep = np.clip((softened - 0.38) / 0.24, 0, 1)
    return np.asarray(np.rint(cv2.GaussianBlur(steep, (0, 0), 0.8) * 255), dtype=np.uint8)


def _guided(field: Field, guide: Field, edge: int) -> Field:
    """The field as in every window of `edge` pixels a straight function of the guide fits it best."""
    window = (edge, edge)
    mean_guide, mean_field = cv2.blur(guide, window), cv2.blur(field, window)
    variance = cv2.blur(guide * guide, window) - mean_guide * mean_guide
    covariance = cv2.blur(guide * field, window) - mean_guide * mean_field
    slope = covariance / (np.maximum(variance, 0) + np.float32(4e-4))
    offset = mean_field - slope * mean_guide
    return np.asarray(cv2.blur(slope, window) * guide + cv2.blur(offset, window), dtype=np.float32)


def _disc(radius: float) -> Mask:
    edge = 2 * max(0, round(radius)) + 1
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (edge, edge)), dtype=np.uint8)
