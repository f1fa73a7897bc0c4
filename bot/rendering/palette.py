"""One palette for all pictures of a loop: median cut over a histogram of 15-bit colours. Deterministic.

Source of the method: P. Heckbert, "Color image quantization for frame buffer display", SIGGRAPH 1982.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.rendering.colours import Ramp
from bot.rendering.planes import Picture, Plane, added, triple

Codes = NDArray[np.uint16]
"""(H, W) colours of five bits a channel."""
_CODES = 1 << 15
_BAYER = np.array([[0, 4, 1, 5], [6, 2, 7, 3], [1, 5, 0, 4], [7, 3, 6, 2]], dtype=np.uint8)
"""Less than one step of five bits, by place: it turns bands into a fine fixed grain."""


def codes_of(picture: Picture) -> Codes:
    """RGB (H, W, 3) to 15-bit colours, with an ordered dither that stands still from frame to frame."""
    height, width = picture.shape[:2]
    grain = np.tile(_BAYER, (height // 4 + 1, width // 4 + 1))[:height, :width]
    packed = cv2.cvtColor(added(picture, triple(grain)), cv2.COLOR_RGB2BGR555)
    return np.ascontiguousarray(packed).view(np.uint16)[..., 0]


def shared_palette(frames: list[Codes], size: int) -> tuple[Ramp, Plane]:
    """Up to `size` colours (N, 3) for all frames, and the table (32768,) from 15-bit colour to its number."""
    counts = np.zeros(_CODES, np.int64)
    for frame in frames:
        counts += np.bincount(frame.ravel(), minlength=_CODES)
    used = np.flatnonzero(counts)
    points = np.stack((used >> 10, (used >> 5) & 31, used & 31), axis=-1).astype(np.float32)
    centres = _median_cut(points, counts[used].astype(np.float64), size)
    table = np.zeros(_CODES, np.uint8)
    table[used] = _nearest(points, centres)
    colours = np.clip(np.round(centres * (255 / 31)), 0, 255).astype(np.uint8)
    return colours, table


def _median_cut(points: NDArray[np.float32], weights: NDArray[np.float64], size: int) -> NDArray[np.float32]:
    """Split the box of the largest error along its longest side until there are `size` boxes; their means."""
    boxes = [np.arange(len(points))]
    errors = [_error(points, weights, boxes[0])]
    while len(boxes) < size and max(errors) > 0:
        widest = int(np.argmax(errors))
        for half in _halves(points, weights, boxes.pop(widest)):
            boxes.append(half)
            errors.append(_error(points, weights, half))
        errors.pop(widest)
    number = np.zeros(len(points), np.intp)
    for place, box in enumerate(boxes):
        number[box] = place
    pixels = np.bincount(number, weights=weights)
    sums = [np.bincount(number, weights=weights * points[:, axis]) for axis in range(3)]
    return np.asarray(np.stack(sums, axis=-1) / pixels[:, None], dtype=np.float32)


def _error(points: NDArray[np.float32], weights: NDArray[np.float64], box: NDArray[np.intp]) -> float:
    """The largest extent of a box times the square root of its pixels: rare colours get entries too."""
    if len(box) < 2:
        return 0.0
    return float(np.ptp(points[box], axis=0).max() * np.sqrt(weights[box].sum()))


def _halves(
    points: NDArray[np.float32], weights: NDArray[np.float64], box: NDArray[np.intp]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """A box cut at the weighted median of its longest side."""
    inside = points[box]
    axis = int(np.ptp(inside, axis=0).argmax())
    ordered = box[np.argsort(inside[:, axis], kind="stable")]
    passed = np.cumsum(weights[ordered])
    cut = int(np.searchsorted(passed, passed[-1] / 2)) + 1
    cut = min(max(cut, 1), len(ordered) - 1)
    return ordered[:cut], ordered[cut:]


def _nearest(points: NDArray[np.float32], centres: NDArray[np.float32]) -> NDArray[np.intp]:
    """The number of the nearest centre for each point; |p|^2 is the same for all centres and left out."""
    distances = (centres**2).sum(axis=1)[None, :] - 2 * points @ centres.T
    return np.asarray(distances.argmin(axis=1), dtype=np.intp)
