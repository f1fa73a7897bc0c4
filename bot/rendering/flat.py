"""Text as one flat mask, for what is printed in a single colour. Lettering is for what shines."""

import numpy as np

from bot.rendering.planes import Plane, resized, to_plane
from bot.rendering.typesetting import Setting, draw


def flat(setting: Setting) -> tuple[Plane, float]:
    """The ink of a setting, condensed, `pad_of` empty pixels about it, and the row of its optical middle.

    Emoji are printed by their darkness.
    """
    ink = draw(setting, pad_of(setting.size))
    mask = ink.mask
    if ink.emoji is not None:
        darkness = 1 - ink.emoji[..., :3].mean(axis=2) / 255
        in_colour = ink.emoji[..., 3] > 0
        mask = np.where(in_colour, to_plane(darkness * ink.emoji[..., 3] / 255), mask)
    width = max(1, round(mask.shape[1] * setting.condensing))
    return resized(np.ascontiguousarray(mask), width, mask.shape[0]), ink.middle[1]


def pad_of(size: int) -> int:
    """Empty pixels on every side of letters of a size."""
    return max(2, size // 8)
