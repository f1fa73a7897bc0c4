"""Photographs: find the figure by where it stands and by what the picture's rim does not look like (GrabCut)."""

import cv2
import numpy as np

from bot.painters.portrait.masks import Field, Mask, Rgb, as_mask, colours_in_common, lab_of, reduced

_EDGE = 200
"""Longest edge at which GrabCut works, in pixels: its time grows faster than the area."""
_ROUNDS = 3
_LIKELY, _SURE = 0.55, 0.98
_HOPELESS = 0.75
"""Where the likely figure and the rest share more of their colours than this, no cut can tell them apart, and the
attempt takes a second: walls, lawns, starry skies."""
_CLUSTERS = 6
_NO_RECTANGLE = (0, 0, 1, 1)
"""What opencv wants and does not look at when there are labels."""


def grab_figure(picture: Rgb) -> Mask:
    """The figure of a photograph, hard-edged, at most 200 px; empty if nothing stands out.

    Rother, Kolmogorov and Blake, "GrabCut" (2004), started from `_promise` instead of a rectangle.
    """
    small = reduced(picture, _EDGE)
    nothing = np.zeros(small.shape[:2], np.uint8)
    if min(nothing.shape) < 16:
        return nothing
    calm = np.asarray(cv2.bilateralFilter(small, 5, 24, 4), dtype=np.uint8)
    labels = _first_guess(_promise(calm))
    guess = _figure(labels)
    if not guess.any() or guess.all() or colours_in_common(calm, guess) > _HOPELESS:
        return nothing
    cv2.setRNGSeed(
        7
    )  # opencv's generator is one a thread: without this the cut would depend on what ran before
    cv2.grabCut(
        calm, labels, _NO_RECTANGLE, np.zeros((1, 65)), np.zeros((1, 65)), _ROUNDS, cv2.GC_INIT_WITH_MASK
    )
    return _figure(labels)


def _figure(labels: Mask) -> Mask:
    return as_mask((labels == cv2.GC_FGD) | (labels == cv2.GC_PR_FGD))


def _first_guess(promise: Field) -> Mask:
    height, width = promise.shape
    labels = np.full((height, width), cv2.GC_PR_BGD, np.uint8)
    labels[promise > _LIKELY] = cv2.GC_PR_FGD
    labels[promise > _SURE] = cv2.GC_FGD
    thin = max(2, width // 60)
    upper = height * 3 // 5  # below, shoulders may reach the sides
    labels[:thin] = labels[:upper, :thin] = labels[:upper, -thin:] = cv2.GC_BGD
    return labels


def _promise(picture: Rgb) -> Field:
    """How likely each pixel belongs to the figure, about 0-1.2: near the middle, unlike the rim."""
    height, width = picture.shape[:2]
    lab = lab_of(picture)
    lab[..., 0] *= 0.6  # shadows fall on figure and ground alike
    distance = cv2.GaussianBlur(_unlike_rim(lab), (0, 0), 0.01 * max(height, width))
    unlike = distance / max(12.0, float(np.percentile(distance, 96)))
    x = ((np.arange(width, dtype=np.float32) + 0.5) / width - 0.5)[None, :] / 0.40
    y = ((np.arange(height, dtype=np.float32) + 0.5) / height - 0.54)[:, None] / 0.52
    central = np.exp(-0.9 * (x * x + y * y) ** 1.2)
    return np.asarray(np.clip(0.55 * unlike + 0.65 * central, 0, 1.2), dtype=np.float32)


def _unlike_rim(lab: Field) -> Field:
    """Distance of each pixel to the nearest of the colours that the upper rim is made of."""
    height, width = lab.shape[:2]
    thick = max(2, width // 26)
    rim = np.zeros((height, width), bool)
    rim[:thick] = rim[:, :thick] = rim[:, -thick:] = True
    rim[int(height * 0.72) :] = False
    samples = lab[rim]
    cv2.setRNGSeed(7)
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_COUNT, 12, 0.5)
    count = min(_CLUSTERS, len(samples))
    _, members, centres = cv2.kmeans(samples, count, np.empty(0), stop, 1, cv2.KMEANS_PP_CENTERS)
    common = np.bincount(members.ravel(), minlength=count) > 0.03 * len(samples)
    nearest = np.full((height, width), np.inf, np.float32)
    for centre in centres[common]:
        difference = lab - centre
        nearest = np.minimum(nearest, (difference * difference).sum(axis=2))
    return np.asarray(np.sqrt(nearest), dtype=np.float32)
