"""Mend a photograph's coarse mask into one whole figure: necks that were lost, holes, and what the figure holds."""

import cv2
import numpy as np

from bot.painters.portrait.masks import Mask, Rgb, as_mask, grown, main_part, parts, shrunk, without_holes

_HEAD = 0.10
"""A second part at least this large against the first is not dust: it may be a head without its neck."""
_NECK = 0.25
"""The longest neck that is filled in, in shares of the picture's height."""
_NOOK = 0.35
"""The largest nook that is filled, against the figure's area."""
_CLOSED_IN = 0.4
"""How much of a nook's edge must be the figure's; the rest is the edge of the picture, or a narrow gap."""
_UNLIKE = 40.0
"""How far a nook's mean colour must be from that of the ground nearby, in 8-bit Lab."""


def whole_figure(mask: Mask, picture: Rgb) -> Mask:
    """The largest part, joined to a head that lies above or below it, without holes, with what it holds.

    `picture` is of the mask's size.
    """
    found = parts(mask)
    if not found:
        return mask
    figure = found[0][1]
    for area, part in found[1:]:
        if area > _HEAD * found[0][0]:
            figure = _joined(figure, part)
    return without_holes(_with_nooks(without_holes(main_part(figure)), picture))


def _joined(figure: Mask, part: Mask) -> Mask:
    """Both, with a neck between: a collar as dark as the ground was lost there. Only the first if they lie apart."""
    upper, lower = (part, figure) if _middle_row(part) < _middle_row(figure) else (figure, part)
    rows = np.flatnonzero(upper.any(axis=1))
    chin = upper[rows[-1] - len(rows) // 5 : rows[-1] + 1].any(axis=0)
    shared = np.flatnonzero(chin & lower.any(axis=0))
    if len(shared) < 0.5 * np.count_nonzero(chin):
        return figure
    joined = figure | part
    for column in shared:
        end = np.flatnonzero(upper[:, column])[-1]
        start = np.flatnonzero(lower[:, column])[0]
        if 0 < start - end < _NECK * len(figure):
            joined[end:start, column] = 255
    return joined


def _middle_row(mask: Mask) -> float:
    return float(np.flatnonzero(mask.any(axis=1)).mean())


def _with_nooks(mask: Mask, picture: Rgb) -> Mask:
    """Fill what the figure and the picture's lower corners close in, if it is no ground: a dark helmet in the arm.

    Ground seen between arm and body looks like the ground around; what is held does not.
    """
    reach = max(mask.shape) // 32
    lab = cv2.cvtColor(picture, cv2.COLOR_RGB2LAB)
    near = grown(mask, 2 * reach) & ~mask
    filled = mask.copy()
    for nook in _nooks(mask, reach):
        around = near & ~nook
        apart = np.subtract(cv2.mean(lab, nook), cv2.mean(lab, around))
        if around.any() and float(np.sqrt((apart * apart).sum())) > _UNLIKE:
            filled |= nook
    return filled


def _nooks(mask: Mask, reach: int) -> list[Mask]:
    """Places outside that the figure closes in for the most part, and that only gaps of `reach` pixels lead to."""
    height = len(mask)
    figure = cv2.copyMakeBorder(mask, 0, reach, reach, reach, cv2.BORDER_CONSTANT, value=0).astype(np.uint8)
    walled = figure.copy()
    walled[height:] = walled[height * 7 // 10 :, :reach] = walled[height * 7 // 10 :, -reach:] = 255
    closed_in = without_holes(shrunk(grown(walled, reach / 2), reach / 2)) & ~walled
    _, labels, stats, _ = cv2.connectedComponentsWithStats(closed_in, connectivity=4)
    areas, area = stats[:, cv2.CC_STAT_AREA], np.count_nonzero(mask)
    found = []
    for label in np.flatnonzero((areas > 0.004 * area) & (areas < _NOOK * area)):
        nook = as_mask(labels == label)
        edge = grown(nook, 1) & ~nook
        if np.count_nonzero(edge & figure) > _CLOSED_IN * np.count_nonzero(edge):
            found.append(np.ascontiguousarray(nook[:height, reach:-reach]))
    return found
