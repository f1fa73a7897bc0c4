"""Give a drawing on an opaque ground its transparency. Knows flat grounds; of all else it keeps a round view."""

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.drawing.pictures import Pixels

Mask = NDArray[np.uint8]
"""(H, W): 1 or 0."""
Lab = NDArray[np.float32]
"""(..., 3): lightness, a and b as OpenCV has them in 8 bits, 0-255."""

_LIKE, _UNLIKE = 14.0, 44.0
"""Distance from the ground's colour in Lab up to which a pixel is ground, and from which it is figure."""
_FLAT = 0.85
"""Share of the rim that must be of one colour for a ground to be flat."""
_AS_DARK_AS_INK = 60.0
"""Lightness below which a ground cannot be told from the ink of outlines."""
_OUTLINE = 0.008
"""Width of the outline that a figure on such a ground gets back, in edge fractions."""
_VIVID = 40.0
"""Distance from grey from which a ground is a colour that was chosen in order to be cut out."""
_POCKET = 0.0001
"""Share of the picture from which a patch of a vivid ground is a hole in the figure, not a part of it."""


def cut_out(drawing: Pixels) -> Pixels:
    """Take a flat ground away from its rim inward; where there is none, keep a round view of the picture."""
    lab = _lab(drawing)
    ground = _flat_ground(lab)
    if ground is None:
        return _as_disc(drawing)
    apart = _distance(lab, ground)
    cleared = _cleared(apart, is_vivid=bool(np.hypot(ground[1] - 128, ground[2] - 128) > _VIVID))
    if ground[0] < _AS_DARK_AS_INK:
        return _off_ink(drawing, cleared)
    return _off_ground(drawing, cleared, apart)


def _flat_ground(lab: Lab) -> Lab | None:
    """The colour of the rim, if nearly all of the rim has it."""
    rim = np.concatenate([lab[:3].reshape(-1, 3), lab[-3:].reshape(-1, 3), lab[:, 0], lab[:, -1]])
    colour = np.median(rim, axis=0).astype(np.float32)
    alike = _distance(rim, colour) <= _LIKE
    return colour if float(alike.mean()) >= _FLAT else None


def _cleared(apart: NDArray[np.float32], *, is_vivid: bool) -> Mask:
    """What is like the ground and reached from the rim; of a vivid ground also what the figure encloses."""
    alike = np.asarray(apart <= _LIKE, dtype=np.uint8)
    framed = cv2.copyMakeBorder(alike, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=1)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(framed, connectivity=4)
    is_ground = np.zeros(len(stats), np.uint8)
    if is_vivid:
        is_ground[stats[:, cv2.CC_STAT_AREA] >= _POCKET * apart.size] = 1
    is_ground[labels[0, 0]] = 1
    return np.asarray(is_ground[labels][1:-1, 1:-1] & alike, dtype=np.uint8)


def _off_ground(drawing: Pixels, cleared: Mask, apart: NDArray[np.float32]) -> Pixels:
    """Within two pixels of what is cleared a pixel is as clear as it is like the ground, and rid of its colour."""
    gone = cleared.astype(bool)
    near = cv2.dilate(cleared, np.ones((5, 5), np.uint8)).astype(bool)
    alpha = np.where(near, np.clip((apart - _LIKE) / (_UNLIKE - _LIKE), 0.0, 1.0), 1.0).astype(np.float32)
    alpha[gone] = 0.0
    backdrop = np.median(drawing[gone][:, :3], axis=0).astype(np.float32)
    cut = drawing.copy()
    cut[..., :3] = _without_backdrop(drawing[..., :3], alpha, backdrop)
    cut[..., 3] = np.rint(alpha * 255)
    return cut


def _off_ink(drawing: Pixels, cleared: Mask) -> Pixels:
    """Outlines were taken away with the ground: give the figure a rim of it back, which is as good as ink."""
    radius = max(1, round(_OUTLINE * max(drawing.shape[:2])))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1))
    figure = cv2.dilate((1 - cleared) * np.uint8(255), disc)
    cut = drawing.copy()
    cut[..., 3] = cv2.GaussianBlur(figure, (3, 3), 0)
    return cut


def _without_backdrop(rgb: Pixels, alpha: NDArray[np.float32], backdrop: NDArray[np.float32]) -> Pixels:
    """Solve seen = alpha * colour + (1 - alpha) * backdrop for the colour, where alpha lies between 0 and 1."""
    edge = (alpha > 0) & (alpha < 1)
    share = alpha[edge][:, None]
    pure = rgb.copy()
    pure[edge] = np.clip((rgb[edge] - (1 - share) * backdrop) / share, 0, 255).astype(np.uint8)
    return pure


def _as_disc(drawing: Pixels) -> Pixels:
    """The middle of the picture as a round miniature with a smooth edge."""
    height, width = drawing.shape[:2]
    y, x = np.ogrid[:height, :width]
    radius = min(height, width) / 2
    away = np.hypot(x + 0.5 - width / 2, y + 0.5 - height / 2)
    cut = drawing.copy()
    cut[..., 3] = np.rint(np.clip(radius - away, 0.0, 1.0) * 255)
    return cut


def _lab(drawing: Pixels) -> Lab:
    lab = cv2.cvtColor(np.ascontiguousarray(drawing[..., :3]), cv2.COLOR_RGB2LAB)
    return np.asarray(lab, dtype=np.float32)


def _distance(lab: Lab, colour: Lab) -> NDArray[np.float32]:
    return np.asarray(np.sqrt(((lab - colour) ** 2).sum(axis=-1)), dtype=np.float32)
