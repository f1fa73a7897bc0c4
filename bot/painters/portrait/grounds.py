"""Drawings and product shots: a ground of one colour, or of one gradient, seen through noise, and what stands on it."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from bot.painters.portrait.masks import Field, Mask, Rgb, as_mask, grown, lab_of, shrunk, without_specks

_LEAST_EVEN = 0.5
"""Share of the rim (left, top, right) that must lie on the ground's gradient: the figure may touch the rest."""
_NOISE = 4.0
"""Most mean deviation of those pixels from the gradient, in units of 8-bit Lab."""
_ROUNDS = ((40.0, 1), (16.0, 3), (9.0, 6), (9.0, 6))
"""How far a rim pixel may lie from the last fit to take part in the next, and the terms of that fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A smooth ground: its colour at every place (H, W, 3, Lab in 8-bit units), and what still counts as it."""

    lab: Field
    tolerance: float


def find_ground(picture: Rgb) -> Ground | None:
    """The gradient that the picture's rim lies on; None if the rim shows more than one."""
    if min(picture.shape[:2]) < 8:
        return None
    lab = lab_of(_without_grain(picture))
    height, width = lab.shape[:2]
    rim = _rim(height, width)
    samples, places = lab[rim], _terms(height, width)[rim]
    fitted = np.broadcast_to(np.median(samples, axis=0), samples.shape)
    weights = np.zeros((6, 3))
    for reach, terms in _ROUNDS:
        near = _apart(samples, fitted) < reach
        if np.count_nonzero(near) < 24:
            return None
        weights = _fit(places[near][:, :terms], samples[near])
        fitted = _evaluate(places[:, :terms], weights)
    off = _apart(samples, fitted)
    near = off < _ROUNDS[-1][0]
    noise = float(off[near].mean()) if near.any() else np.inf
    if near.mean() < _LEAST_EVEN or noise > _NOISE:
        return None
    everywhere = _evaluate(_terms(height, width), weights).astype(np.float32)
    return Ground(lab=everywhere, tolerance=float(np.clip(3 * noise + 5, 7, 16)))


def off_ground(picture: Rgb, ground: Ground) -> Mask:
    """What the ground, flooding in from the rim, cannot reach; soft where the picture's own edge is.

    Parts of the ground's colour that the figure encloses belong to the figure: the white of an eye is not a hole.
    """
    apart = _apart(lab_of(picture), ground.lab).astype(np.float32)
    calm = _apart(lab_of(_without_grain(picture)), ground.lab)
    alike = (calm < ground.tolerance).astype(np.uint8)
    outside = _reached(alike)
    grain = max(4.0, 2e-5 * outside.size)
    figure = without_specks(as_mask(outside == 0), grain)
    # A pixel beside the ground is a mixture of both: as much figure as its colour is off the ground's.
    deep = shrunk(figure, 1)
    strength = cv2.dilate(np.where(deep > 0, apart, 0), np.ones((7, 7), np.uint8))
    mixture = np.clip(apart / np.maximum(0.8 * strength, 1.5 * ground.tolerance), 0, 1) * 255
    edge = grown(figure, 1) & ~deep
    return np.where(edge > 0, mixture, figure).astype(np.uint8)


def without_ground(picture: Rgb, alpha: Mask, ground: Ground) -> Rgb:
    """Take the ground's colour out of half-covered pixels: a white rim would shine between figure and contour."""
    lab = np.clip(ground.lab, 0, 255).astype(np.uint8)
    behind = cv2.cvtColor(lab, cv2.COLOR_LAB2RGB).astype(np.float32)
    share = np.maximum(alpha.astype(np.float32) / 255, 0.25)[..., None]
    cleaned = (picture.astype(np.float32) - behind * (1 - share)) / share
    edge = ((alpha > 0) & (alpha < 255))[..., None]
    return np.where(edge, np.clip(cleaned, 0, 255), picture).astype(np.uint8)


def _without_grain(picture: Rgb) -> Rgb:
    """Noise and JPEG's ringing smoothed, edges kept where they are."""
    return np.asarray(cv2.medianBlur(cv2.medianBlur(picture, 5), 3), dtype=np.uint8)


def _reached(alike: Mask) -> Mask:
    """Those parts of `alike` that touch the rim."""
    _, labels = cv2.connectedComponents(alike, connectivity=4)
    rim = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    reached = np.zeros(int(labels.max()) + 1, np.uint8)
    reached[rim] = 1
    reached[0] = 0
    return np.asarray(reached[labels], dtype=np.uint8)


def _apart(one: NDArray[np.floating], other: NDArray[np.floating]) -> NDArray[np.floating]:
    difference = one - other
    return np.asarray(np.sqrt((difference * difference).sum(axis=-1)))


def _rim(height: int, width: int) -> NDArray[np.bool_]:
    """A thin frame open at the bottom, where figures stand."""
    thick = max(2, min(height, width) // 80)
    rim = np.zeros((height, width), bool)
    rim[:thick] = rim[: height * 9 // 10, :thick] = rim[: height * 9 // 10, -thick:] = True
    return rim


def _terms(height: int, width: int) -> Field:
    """1, x, y, xx, xy, yy of every pixel, (H, W, 6), with x and y in -1..1."""
    x = np.broadcast_to(np.linspace(-1, 1, width, dtype=np.float32), (height, width))
    y = np.broadcast_to(np.linspace(-1, 1, height, dtype=np.float32)[:, None], (height, width))
    return np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1)


def _fit(terms: NDArray[np.floating], colours: NDArray[np.floating]) -> NDArray[np.float64]:
    """Weights (terms, 3) of the least squares; sums by hand, so that no matrix library rounds in its own way."""
    t, c = terms.astype(np.float64), colours.astype(np.float64)
    normal = np.stack([(t * t[:, k : k + 1]).sum(axis=0) for k in range(t.shape[1])])
    normal += np.eye(len(normal)) * 1e-6 * len(t)
    right = np.stack([(c * t[:, k : k + 1]).sum(axis=0) for k in range(t.shape[1])])
    return np.asarray(cv2.solve(normal, right, flags=cv2.DECOMP_CHOLESKY)[1])


def _evaluate(terms: NDArray[np.floating], weights: NDArray[np.float64]) -> NDArray[np.floating]:
    """The gradient's colours (..., 3) at `terms` (..., T)."""
    colours = np.zeros((*terms.shape[:-1], 3), np.float32)
    for k in range(terms.shape[-1]):
        colours += terms[..., k : k + 1] * weights[k].astype(np.float32)
    return colours
