"""Ink lines along the edges of a picture, thick and thin as a brush draws them."""

import cv2
import numpy as np

from bot.painters.portrait.masks import Field

_REACH = 900.0
"""A figure of this height gets lines of `_FINE` pixels; others in proportion."""
_FINE = 1.25
_SHARPEN, _RAMP = 19.0, 0.09
_SPECK = 1.6e-5
"""Share of the picture below which a line is a speck."""


def draw_ink(light: Field) -> Field:
    """How much of each pixel stays unpainted by ink, 1 to 0.

    Winnemöller, Kyprianidis and Olsen, "XDoG" (2012).
    """
    sigma = _FINE * max(0.6, max(light.shape) / _REACH)
    source = cv2.GaussianBlur(light / 100, (0, 0), sigma * 0.7)
    fine = cv2.GaussianBlur(source, (0, 0), sigma)
    wide = cv2.GaussianBlur(source, (0, 0), sigma * 1.6)
    response = (1 + _SHARPEN) * fine - _SHARPEN * wide
    threshold = np.clip(0.30 * cv2.GaussianBlur(source, (0, 0), sigma * 8) + 0.10, 0.16, 0.42)
    paper = np.clip(1 + (response - threshold) / _RAMP, 0, 1)
    return _without_specks(np.asarray(paper, dtype=np.float32))


def _without_specks(paper: Field) -> Field:
    inked = (paper < 0.6).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(inked, connectivity=8)
    speck = stats[:, cv2.CC_STAT_AREA] < max(6.0, _SPECK * 4 * paper.size)
    speck[0] = False
    near = cv2.dilate(speck[labels].astype(np.uint8), np.ones((3, 3), np.uint8))
    clean = np.where(near > 0, 1.0, paper).astype(np.float32)
    return np.asarray(cv2.GaussianBlur(clean, (0, 0), 0.6), dtype=np.float32)
