"""One palette for all pictures of a loop: median cut over a histogram of 15-bit colours. Deterministic.

Source of the method: P. Heckbert, "Color image quantization for frame buffer display", SIGGRAPH 1982.
"""

import heapq

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.rendering.colours import Ramp
from bot.rendering.planes import Picture, Plane

Codes = NDArray[np.uint16]
"""(H, W) colours of five bits a channel."""
_CODES = 1 << 15


def codes_of(picture: Picture) -> Codes:
    """RGB (H, W, 3) to 15-bit colours. Not dithered: the grain would crawl over flat cel colours."""
    packed = cv2.cvtColor(picture, cv2.COLOR_RGB2BGR555)
    return np.ascontiguousarray(packed).view(np.uint16)[..., 0]


def shared_palette(frames: list[Codes], size: int) -> tuple[Ramp, Plane]:
    """Up to `size` colours (N, 3) for all frames, and the table (32768,) from 15-bit colour to its number."""
    counts = np.zeros(_CODES, np.int64)
    for frame in frames:
        counts += np.bincount(frame.ravel(), minlength=_CODES)
    used = np.flatnonzero(counts)
    points = np.stack((used >> 10, (used >> 5) & 31, used & 31)).astype(np.float32)
    centres = _median_cut(points.copy(), counts[used].astype(np.float64), size)
    table = np.zeros(_CODES, np.uint8)
    table[used] = _nearest(points, centres)
    colours = np.clip(np.round(centres.T * (255 / 31)), 0, 255).astype(np.uint8)
    return colours, table


def _median_cut(points: NDArray[np.float32], weights: NDArray[np.float64], size: int) -> NDArray[np.float32]:
    """Split the box of the largest error along its longest side until there are `size` boxes; means (3, N).

    Sorts `points` (3, M) and `weights` (M,) in place, so that a box is always a plain slice.
    """
    queue = [_box(points, weights, 0, points.shape[1])]
    while len(queue) < size and queue[0][0] < 0:
        _, start, end, axis = heapq.heappop(queue)
        middle = _split(points[:, start:end], weights[start:end], axis) + start
        heapq.heappush(queue, _box(points, weights, start, middle))
        heapq.heappush(queue, _box(points, weights, middle, end))
    starts = sorted(start for _, start, _, _ in queue)
    pixels = np.add.reduceat(weights, starts)
    return np.asarray(np.add.reduceat(points * weights, starts, axis=1) / pixels, dtype=np.float32)


def _box(
    points: NDArray[np.float32], weights: NDArray[np.float64], start: int, end: int
) -> tuple[float, int, int, int]:
    """A queue entry: minus the error, the slice, and the longest side.

    The error is the longest side times the root of the pixels, so that rare colours get entries too.
    """
    inside = points[:, start:end]
    sides = inside.max(axis=1) - inside.min(axis=1)
    axis = int(sides.argmax())
    return -float(sides[axis] * np.sqrt(weights[start:end].sum())), start, end, axis


def _split(points: NDArray[np.float32], weights: NDArray[np.float64], axis: int) -> int:
    """Sort a box along a side, in place, and give the place of its weighted median; neither half is empty."""
    order = np.argsort(points[axis], kind="stable")
    points[:] = points[:, order]
    weights[:] = weights[order]
    passed = np.cumsum(weights)
    return min(max(int(np.searchsorted(passed, passed[-1] / 2)) + 1, 1), len(passed) - 1)


def _nearest(points: NDArray[np.float32], centres: NDArray[np.float32]) -> NDArray[np.intp]:
    """The number of the nearest centre for each point; |p|^2 is the same for all centres and left out.

    Not by matrix product: its library would start threads beside the workers', and rounds by the machine.
    """
    distances = np.broadcast_to((centres**2).sum(axis=0), (points.shape[1], centres.shape[1])).copy()
    for point, centre in zip(points, centres, strict=True):
        distances -= np.multiply.outer(2 * point, centre)
    return np.asarray(distances.argmin(axis=1), dtype=np.intp)
