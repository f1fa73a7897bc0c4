"""Find the head on a silhouette: the roundest thing near its top. Knows outlines only, no faces."""

from dataclasses import dataclass

import cv2
import numpy as np

from bot.painters.portrait.masks import Mask, grown, hard, reduced, shrunk

_EDGE = 160
_NEAR_TOP = 0.26
"""A head's uppermost point lies in this upper part of the figure."""
_SEAM = 3
"""Clear seams up to twice as many pixels wide do not part a head from itself."""
_HIGHEST = 0.14
"""Nothing rises higher above it than ears and hair do, in shares of the figure's height."""
_WIDEST = 1.5
"""A figure wider than this against its height lies, runs or is no figure: where its head is cannot be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Middle, crown and width of a head in pixels of its figure; a hat stands on (x, top)."""

    x: float
    top: float
    width: float


def find_head(alpha: Mask) -> Head | None:
    """The largest round part that reaches near the top; None for lying, flat and tattered figures."""
    height, width = alpha.shape
    if width > _WIDEST * height or min(height, width) < 8:
        return None
    figure = shrunk(grown(hard(reduced(alpha, _EDGE)), _SEAM), _SEAM)
    # Clear above and beside, but not below: a bust goes on where the picture cuts it.
    padded = cv2.copyMakeBorder(figure, 2, 0, 2, 2, cv2.BORDER_CONSTANT, value=0)
    padded = cv2.copyMakeBorder(padded, 0, _EDGE // 2, 0, 0, cv2.BORDER_REPLICATE)
    depth = cv2.distanceTransform(padded, cv2.DIST_L2, 5)[2 : 2 + len(figure), 2:-2]
    rows = np.arange(len(figure), dtype=np.float32)[:, None]
    reaches = rows - depth < _NEAR_TOP * len(figure)
    _, radius, _, (x, _) = cv2.minMaxLoc(np.where(reaches, depth, 0).astype(np.float32))
    if radius < 0.07 * max(figure.shape):
        return None
    strip = figure[:, max(0, round(x - radius / 3)) : round(x + radius / 3) + 1]
    filled = strip.any(axis=0)
    if not filled.any():
        return None
    top = float(np.median(np.argmax(strip[:, filled] > 0, axis=0)))
    if top > _HIGHEST * len(figure):
        return None
    scale = height / len(figure)
    return Head(x=(x + 0.5) * scale, top=top * scale, width=2 * radius * scale)
