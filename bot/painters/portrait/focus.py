"""Choose the square of a picture that is worth a medallion's glass."""

import cv2
import numpy as np

from bot.drawing.pictures import Pixels
from bot.painters.portrait.masks import Field, lab_of, reduced

_EDGE = 96
_UPPER = 0.38
"""Where the middle of what counts usually lies, from the top: heads are up there."""


def best_square(picture: Pixels) -> tuple[int, int, int]:
    """Left, top and side of the largest square that shows most of what stands out, skin above all."""
    height, width = picture.shape[:2]
    side = min(height, width)
    free = max(height, width) - side
    if free < 2 or side < 2:
        return (width - side) // 2, (height - side) // 2, side
    along = 0 if height > width else 1
    profile = _worth(picture).sum(axis=1 - along)
    share = side / (side + free)
    window = max(1, round(len(profile) * share))
    sums = np.convolve(profile, np.ones(window), "valid")
    places = np.linspace(0, 1, len(sums))
    wanted = _UPPER if along == 0 else 0.5
    at = places[int(np.argmax(sums * (1 - 0.25 * np.abs(places - wanted))))]
    start = round(free * float(at))
    return (0, start, side) if along == 0 else (start, 0, side)


def _worth(picture: Pixels) -> Field:
    """How much each place of the reduced picture stands out from its surroundings."""
    small = reduced(np.ascontiguousarray(picture[..., :3]), _EDGE)
    lab = lab_of(small)
    apart = lab - cv2.GaussianBlur(lab, (0, 0), _EDGE / 6)
    hue = np.degrees(np.arctan2(lab[..., 2] - 128, lab[..., 1] - 128))
    skin = np.clip(1.5 - np.abs(hue - 52) / 20, 0, 1) * (lab[..., 0] > 70)
    return np.asarray(np.sqrt((apart * apart).sum(axis=2)) + 12 * skin, dtype=np.float32)
