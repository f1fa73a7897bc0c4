"""The figure of a model's drawing alone. As portraits are cut out, and what drawings on flat grounds need besides."""

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.drawing.pictures import Pixels
from bot.painters.portrait.cutout import Way, cut_out

Mask = NDArray[np.uint8]
Lab = NDArray[np.float32]
"""(..., 3): lightness, a and b as OpenCV has them in 8 bits, 0-255."""

_LIKE = 14.0
"""Distance from the ground's colour in Lab up to which a pixel is ground."""
_FLAT = 0.85
"""Share of the rim that must be of one colour for a ground to be flat."""
_AS_DARK_AS_INK = 60.0
"""Lightness below which a ground cannot be told from the ink of outlines."""
_OUTLINE = 0.008
"""Width of the outline that a figure on such a ground gets back, in edge fractions."""
_VIVID = 40.0
"""Distance from grey from which a ground is a colour that was chosen in order to be cut out."""
_HOLE = 0.0001
"""Share of the figure's box from which a patch of a vivid ground is a hole in the figure, not a part of it."""


def cut_drawing(drawing: Pixels) -> Pixels:
    """The figure, perhaps cropped, on clear ground; a round view of the picture where no figure stands out."""
    figure = cut_out(drawing)
    if figure is not None and figure.way is Way.OWN:
        return figure.pixels
    ground = _flat_ground(drawing)
    if ground is not None and ground[0] < _AS_DARK_AS_INK:
        return _off_ink(drawing, ground)
    if figure is None:
        return _as_disc(drawing)
    is_vivid = ground is not None and np.hypot(ground[1] - 128, ground[2] - 128) > _VIVID
    return _without_holes(figure.pixels, ground) if ground is not None and is_vivid else figure.pixels


def _flat_ground(drawing: Pixels) -> Lab | None:
    """The colour of the rim, if nearly all of the rim has it."""
    lab = _lab(drawing)
    rim = np.concatenate([lab[:3].reshape(-1, 3), lab[-3:].reshape(-1, 3), lab[:, 0], lab[:, -1]])
    colour = np.median(rim, axis=0).astype(np.float32)
    alike = _distance(rim, colour) <= _LIKE
    return colour if float(alike.mean()) >= _FLAT else None


def _without_holes(figure: Pixels, ground: Lab) -> Pixels:
    """Clear what the figure encloses of a vivid ground. A pixel more all round: that one is a mixture of both."""
    alike = np.asarray(_distance(_lab(figure), ground) <= _LIKE, dtype=np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(alike, connectivity=4)
    is_hole = np.asarray(stats[:, cv2.CC_STAT_AREA] >= _HOLE * alike.size, dtype=np.uint8)
    is_hole[0] = 0  # label 0 is all that is unlike the ground
    holes = cv2.dilate(is_hole[labels], np.ones((5, 5), np.uint8))
    soft = cv2.GaussianBlur(holes * np.uint8(255), (3, 3), 0)
    cut = figure.copy()
    cut[..., 3] = np.minimum(figure[..., 3], 255 - soft)
    return cut


def _off_ink(drawing: Pixels, ground: Lab) -> Pixels:
    """Outlines go with a ground as dark as they are: give the figure a rim of it back, which is as good as ink."""
    alike = np.asarray(_distance(_lab(drawing), ground) <= _LIKE, dtype=np.uint8)
    framed = cv2.copyMakeBorder(alike, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=1)
    _, labels = cv2.connectedComponents(framed, connectivity=4)
    figure = np.asarray(labels != labels[0, 0], dtype=np.uint8)[1:-1, 1:-1] * np.uint8(255)
    radius = max(1, round(_OUTLINE * max(drawing.shape[:2])))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    cut = drawing.copy()
    cut[..., 3] = cv2.GaussianBlur(cv2.dilate(figure, disc), (3, 3), 0)
    return cut


def _as_disc(drawing: Pixels) -> Pixels:
    """The middle of the picture as a round miniature with a smooth edge; what was clear stays clear."""
    height, width = drawing.shape[:2]
    y, x = np.ogrid[:height, :width]
    radius = min(height, width) / 2
    away = np.hypot(x + 0.5 - width / 2, y + 0.5 - height / 2)
    disc = np.rint(np.clip(radius - away, 0.0, 1.0) * 255).astype(np.uint8)
    cut = drawing.copy()
    cut[..., 3] = np.minimum(drawing[..., 3], disc)
    return cut


def _lab(drawing: Pixels) -> Lab:
    lab = cv2.cvtColor(np.ascontiguousarray(drawing[..., :3]), cv2.COLOR_RGB2LAB)
    return np.asarray(lab, dtype=np.float32)


def _distance(lab: Lab, colour: Lab) -> NDArray[np.float32]:
    return np.asarray(np.sqrt(((lab - colour) ** 2).sum(axis=-1)), dtype=np.float32)
