"""Say whether a cut-out is one figure, cut along its own edge. Numbers in, yes or no out."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.painters.portrait.masks import (
    Field,
    Mask,
    Rgb,
    colours_in_common,
    hard,
    lab_of,
    largest_share,
    reduced,
    resized_to,
)

_EDGE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What can be measured on a cut-out, all at 200 px."""

    share: float
    """The figure's part of the picture."""
    unity: float
    """Its largest part's share of it."""
    solidity: float
    """Its area against its convex hull's."""
    roughness: float
    """Its outline against that of a disc of its area, squared: 1 for a disc."""
    top: float
    """How much of its width the picture's upper edge cuts."""
    sides: float
    """How much of its height the upper two thirds of the left or the right edge cut."""
    span: float
    """How much of its height both edges cut: ground reaches from side to side, figures mostly do not."""
    contrast: float
    """Median colour difference across the outline, in 8-bit Lab."""
    faint: float
    """Share of the outline where there is hardly any difference."""
    overlap: float
    """How much the colours of figure and ground have in common, 0-1."""


def examine(picture: Rgb, mask: Mask) -> Findings | None:
    """Measure a cut-out; None if there is nothing in it."""
    small = reduced(picture, _EDGE)
    figure = hard(resized_to(mask, small))
    contours, _ = cv2.findContours(figure, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    area = int(np.count_nonzero(figure))
    if not area or not contours:
        return None
    points = np.concatenate(contours)
    outline = sum(cv2.arcLength(contour, closed=True) for contour in contours)
    hull = cv2.contourArea(cv2.convexHull(points))
    _, _, width, height = cv2.boundingRect(points)
    upper = figure[: len(figure) * 2 // 3]
    beside = max(np.count_nonzero(upper[:, 0]), np.count_nonzero(upper[:, -1]))
    across = _contrast(small, figure, points.reshape(-1, 2).astype(np.intp))
    return Findings(
        share=area / figure.size,
        unity=largest_share(figure),
        solidity=min(1.0, area / max(1.0, hull)),
        roughness=outline**2 / (4 * np.pi * area),
        top=np.count_nonzero(figure[0]) / width,
        sides=beside / height,
        span=min(np.count_nonzero(figure[:, 0]), np.count_nonzero(figure[:, -1])) / height,
        contrast=float(np.median(across)),
        faint=float((across < 6).mean()),
        overlap=colours_in_common(small, figure),
    )


def is_figure(found: Findings) -> bool:
    """Whether a photograph's cut-out may be shown. The limits were set by looking at many."""
    return (
        0.045 < found.share < 0.82
        and found.unity > 0.8
        and found.solidity > 0.45
        and found.roughness < 9
        and found.top < 0.6
        and found.sides < 0.35
        and found.span < 0.42
        and found.contrast > 18
        and found.faint < 0.18
        and found.overlap < 0.48
    )


def is_clean(found: Findings) -> bool:
    """Whether what stands on a flat ground in a photograph is so clear that nothing better can be found."""
    return is_figure(found) and found.unity > 0.97 and found.roughness < 4


def is_drawn_figure(found: Findings) -> bool:
    """Whether a drawing on a flat ground is a figure: hair and thin limbs are welcome, lines of text are not.

    It may be in several parts, if they are plain ones.
    """
    return (
        0.02 < found.share < 0.95
        and found.unity > 0.5
        and found.roughness < (40 if found.unity > 0.9 else 9)
        and found.top + found.sides < 0.6
        and found.contrast > 14
        and found.faint < 0.4
    )


def _contrast(picture: Rgb, figure: Mask, outline: NDArray[np.intp]) -> Field:
    """Difference of the mean colours just inside and just outside, at each place of the outline inside the picture."""
    lab = lab_of(picture)
    inside = (figure > 0).astype(np.float32)
    difference = _mean_where(lab, inside) - _mean_where(lab, 1 - inside)
    apart = np.sqrt((difference * difference).sum(axis=2))
    height, width = figure.shape
    x, y = outline[:, 0], outline[:, 1]
    free = (x > 1) & (y > 1) & (x < width - 2) & (y < height - 2)
    values = apart[y[free], x[free]] if free.any() else np.zeros(1, np.float32)
    return np.asarray(values, dtype=np.float32)


def _mean_where(lab: Field, weight: Field) -> Field:
    total = cv2.blur(lab * weight[..., None], (7, 7))
    return np.asarray(total / np.maximum(cv2.blur(weight, (7, 7)), 1e-3)[..., None], dtype=np.float32)
