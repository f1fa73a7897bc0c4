"""Tell drawings from photographs: drawings are flat between their lines."""

import cv2
import numpy as np

from bot.painters.portrait.masks import Mask, Rgb, reduced, resized_to, shrunk

_EDGE = 320
"""Longest edge at which this is judged, in pixels: enlarged enough, every photograph is flat."""
_CALM = 2
"""Most levels of grey between nine neighbours in a flat place: fine shading leaves more even after JPEG."""
_FLAT_SHARE = 0.22
"""Between the flattest photograph (0.21, a cup) and the roughest drawing (0.24, JPEG at quality 80) that we met."""
_BLACK, _WHITE = 12, 247
"""Darker or lighter places are flat in photographs too."""
_TOO_FEW = 0.08


def is_drawn(picture: Rgb, figure: Mask) -> bool:
    """Whether the figure in the picture is a drawing, by how much of it is flat. Black and white alone are one."""
    small = reduced(picture, _EDGE)
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    inside = shrunk(resized_to(figure, small), 2) > 127
    told = inside & (grey > _BLACK) & (grey < _WHITE)
    if np.count_nonzero(told) <= _TOO_FEW * np.count_nonzero(inside):
        return bool(inside.any())
    box = np.ones((3, 3), np.uint8)
    spread = cv2.subtract(cv2.dilate(grey, box), cv2.erode(grey, box))
    return float((spread[told] <= _CALM).mean()) > _FLAT_SHARE
