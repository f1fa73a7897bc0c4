"""Cut the figure out of a picture: by its own transparency, off a flat ground, or out of a photograph."""

from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np

from bot.drawing.pictures import Pixels
from bot.painters.portrait.drawn import is_drawn
from bot.painters.portrait.grabbing import grab_figure
from bot.painters.portrait.grounds import find_ground, off_ground, without_ground
from bot.painters.portrait.masks import (
    Mask,
    as_mask,
    grown,
    hard,
    main_part,
    reduced,
    resized_to,
    shrunk,
    smoothed,
    snapped,
    without_holes,
    without_specks,
)
from bot.painters.portrait.mending import whole_figure
from bot.painters.portrait.verdict import examine, is_clean, is_drawn_figure, is_figure

EDGE = 1024
"""Longest edge at which figures are cut out and painted, in pixels."""
CLEAR = 24
"""Alpha up to which a pixel is as good as clear."""
_SOLID = 200
"""Alpha from which it is as good as solid."""

_TOUCH = 0.15
"""Share of its width or height that a figure must have in common with an edge of the picture to be cut there."""


class Way(StrEnum):
    """How a figure was told from its ground."""

    OWN = "own"
    """By the picture's transparency: its pixels and its outline are kept, drawing or not."""
    GROUND = "ground"
    """Off a ground of one colour or gradient."""
    GRABBED = "grabbed"
    """Out of a photograph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cutout:
    """A figure: straight RGBA, cropped to what is seen, how it was found, and whether it is a drawing.

    `cut_left`, `cut_right` and `cut_bottom` tell where the picture's edge cuts it.
    """

    pixels: Pixels
    way: Way
    drawn: bool
    cut_left: bool = False
    cut_right: bool = False
    cut_bottom: bool = False


def cut_out(picture: Pixels) -> Cutout | None:
    """The figure of `picture`, or None where none stands out: landscapes, textures, text, screenshots."""
    if _is_clear_somewhere(picture):
        return _by_own_alpha(picture)
    enough = max(picture.shape[:2]) <= EDGE
    rgb = np.ascontiguousarray(picture[..., :3]) if enough else reduced(picture[..., :3], EDGE)
    return _off_ground(rgb) or _grabbed(rgb)


def _is_clear_somewhere(picture: Pixels) -> bool:
    """Transparent enough to be meant: rounded corners alone (under 3 %) are not."""
    return float((picture[..., 3] <= CLEAR).mean()) > 0.03


def _by_own_alpha(picture: Pixels) -> Cutout | None:
    """The picture itself without dust and soft shadows. None if nothing is left."""
    alpha = picture[..., 3]
    kept = np.where(alpha > CLEAR, alpha, 0).astype(np.uint8)
    solid = as_mask(kept >= _SOLID)
    if np.count_nonzero(solid) > 0.5 * np.count_nonzero(kept):
        # Half-clear pixels beside solid ones are an edge; farther away they are a shadow.
        kept = np.where(grown(solid, 2) > 0, kept, 0).astype(np.uint8)
    kept = without_specks(kept, 3e-4 * np.count_nonzero(kept))
    if np.count_nonzero(kept) < 2e-4 * kept.size:
        return None
    return _cropped(picture[..., :3], kept, Way.OWN, drawn=False)


def _off_ground(rgb: Pixels) -> Cutout | None:
    ground = find_ground(rgb)
    if ground is None:
        return None
    alpha = off_ground(rgb, ground)
    alpha = without_specks(alpha, 4e-3 * np.count_nonzero(alpha))
    found = examine(rgb, alpha)
    if found is None:
        return None
    drawn = is_drawn(rgb, alpha)
    if not (is_drawn_figure(found) if drawn else is_clean(found)):
        return None
    return _cropped(without_ground(rgb, alpha, ground), alpha, Way.GROUND, drawn=drawn)


def _grabbed(rgb: Pixels) -> Cutout | None:
    grabbed = grab_figure(rgb)
    coarse = smoothed(whole_figure(grabbed, reduced(rgb, max(grabbed.shape))), 1.2)
    found = examine(rgb, coarse)
    # In a drawing the ink and what it encloses are of other colours than the rest: the cut would go through hair.
    if found is None or not is_figure(found) or is_drawn(rgb, resized_to(coarse, rgb)):
        return None
    alpha = _held_together(snapped(coarse, rgb, 2.2 * max(rgb.shape) / max(coarse.shape)))
    return _cropped(rgb, alpha, Way.GRABBED, drawn=False)


def _held_together(alpha: Mask) -> Mask:
    """A soft mask without holes, and without what its largest part does not hold."""
    core = main_part(hard(alpha))
    deep = shrunk(without_holes(core), 2)
    return np.where(deep > 0, 255, np.where(grown(core, 2) > 0, alpha, 0)).astype(np.uint8)


def _cropped(rgb: Pixels, alpha: Mask, way: Way, *, drawn: bool) -> Cutout:
    left, top, width, height = cv2.boundingRect(np.asarray(alpha > CLEAR, dtype=np.uint8))
    rows, columns = slice(top, top + height), slice(left, left + width)
    pixels = np.dstack([rgb[rows, columns], alpha[rows, columns]])

    def touches(edge: Mask, reach: int) -> bool:
        """Whether the edge cuts the figure; a disc that just fits is not cut. Transparent pictures never are."""
        return way is not Way.OWN and int(np.count_nonzero(edge > 127)) > _TOUCH * reach

    return Cutout(
        pixels=np.ascontiguousarray(pixels),
        way=way,
        drawn=drawn,
        cut_left=touches(alpha[:, 0], height),
        cut_right=touches(alpha[:, -1], height),
        cut_bottom=touches(alpha[-1], width),
    )
