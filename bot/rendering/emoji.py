"""Emoji out of a layered colour font (COLR version 0): families, flags and skin tones as one picture each.

Drawn from the font's outlines by its own glyph names, for the sequences have glyphs but no code points, and the
text engine that would find them need not be installed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from fontTools.ttLib import TTFont
from numpy.typing import NDArray

from bot.rendering.colours import Colour
from bot.rendering.planes import Picture, Plane, inverse, product, resized, tinted, triple, with_alpha

JOINER = "\u200d"
EMOJI_STYLE = "\ufe0f"
"""Asks for the colour form of the character before it."""
_TALLEST, _WIDEST = 0.98, 1.12
"""An emoji's ink is fitted into this box, in letter sizes: it weighs as much as a letter."""
_SIDE_BEARING = 0.04
_STEPS = np.linspace(0.0, 1.0, 9)[1:, None]
"""Where a curve is touched by straight pieces; finer than a pixel at any size we set."""
_SHIFT = 4
_SMOOTHING = 4
"""Samples a pixel, along each side."""

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Layer:
    """Closed contours (N, 2), y upwards, in font units; colour, and its opacity 0..1."""

    contours: tuple[Points, ...]
    colour: Colour
    opacity: float


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Layers from below; left, bottom, right and top of their ink in font units."""

    layers: tuple[_Layer, ...]
    box: tuple[float, float, float, float]

    @property
    def scale(self) -> float:
        """Letter sizes per font unit."""
        left, bottom, right, top = self.box
        return min(_WIDEST / (right - left), _TALLEST / (top - bottom))


def find(text: str, at: int, file: Path) -> tuple[str, int] | None:
    """The longest emoji that begins at a place: its glyph's name and the place after it; None: there is none.

    What the font cannot join any further (a family of a kind it lacks) is passed over: its first figure stands
    for all of them.
    """
    sequences, longest = _sequences(file)
    for end in range(min(len(text), at + longest), at, -1):
        name = sequences.get(text[at:end].replace(EMOJI_STYLE, ""))
        if name is not None and text[end - 1] != EMOJI_STYLE:
            return name, joined_end(text, end)
    return None


def width(file: Path, glyph: str) -> float:
    """How far the next letter stands, in letter sizes."""
    drawing = _drawing(file, glyph)
    return (drawing.box[2] - drawing.box[0]) * drawing.scale + 2 * _SIDE_BEARING


@lru_cache(maxsize=48)
def draw(file: Path, glyph: str, size: int) -> Picture:
    """The ink of an emoji beside letters of `size` pixels, straight RGBA (H, W, 4), cut to its bounds."""
    drawing = _drawing(file, glyph)
    left, bottom, right, top = drawing.box
    scale = drawing.scale * size * _SMOOTHING
    edge_x, edge_y = (int(np.ceil(part * scale / _SMOOTHING)) + 2 for part in (right - left, top - bottom))
    light = np.zeros((edge_y * _SMOOTHING, edge_x * _SMOOTHING, 3), np.uint8)
    alpha = np.zeros(light.shape[:2], np.uint8)
    for layer in drawing.layers:
        mask = _filled(layer.contours, (left, top), scale, alpha.shape)
        mask = np.asarray(cv2.convertScaleAbs(mask, alpha=layer.opacity), dtype=np.uint8)
        rest = inverse(mask)
        light = np.asarray(cv2.add(product(light, triple(rest)), tinted(mask, layer.colour)), dtype=np.uint8)
        alpha = np.asarray(cv2.add(product(alpha, rest), mask), dtype=np.uint8)
    light, alpha = resized(light, edge_x, edge_y), resized(alpha, edge_x, edge_y)
    straight = cv2.divide(light, triple(np.maximum(alpha, 1)), scale=255)
    return with_alpha(np.asarray(straight, dtype=np.uint8), alpha)


def is_skin_tone(character: str) -> bool:
    """Whether it only colours the figure before it."""
    return "\U0001f3fb" <= character <= "\U0001f3ff"


def joined_end(text: str, end: int) -> int:
    """The place after everything that is tied to an emoji which ends at `end`."""
    while end < len(text):
        if text[end] == EMOJI_STYLE or is_skin_tone(text[end]):
            end += 1
        elif text[end] == JOINER and end + 1 < len(text):
            end += 2
        else:
            break
    return end


@lru_cache(maxsize=2)
def _opened(file: Path) -> TTFont:
    return TTFont(file, fontNumber=0, lazy=True)


@lru_cache(maxsize=2)
def _sequences(file: Path) -> tuple[dict[str, str], int]:
    """Glyph names by what is written, style marks left out; and the length of the longest, those included."""
    font = _opened(file)
    coloured = font["COLR"].ColorLayers
    characters = {name: chr(code) for code, name in font.getBestCmap().items()}
    found = {character: name for name, character in characters.items() if name in coloured}
    longest = 1
    for names, name in _ligatures(font):
        if name in coloured and all(part in characters for part in names):
            written = "".join(characters[part] for part in names)
            found[written.replace(EMOJI_STYLE, "")] = name
            longest = max(longest, len(written))
    return found, longest + 2


def _ligatures(font: TTFont) -> Iterator[tuple[tuple[str, ...], str]]:
    """What GSUB joins: the glyphs' names, and that of the joined glyph."""
    if "GSUB" not in font:
        return
    for table in font["GSUB"].table.LookupList.Lookup:
        for part in table.SubTable:
            for first, rows in getattr(part, "ligatures", {}).items():
                yield from (((first, *row.Component), row.LigGlyph) for row in rows)


@lru_cache(maxsize=64)
def _drawing(file: Path, glyph: str) -> _Drawing:
    font = _opened(file)
    palette, outlines = font["CPAL"].palettes[0], font["glyf"]
    layers: list[_Layer] = []
    for part in font["COLR"].ColorLayers[glyph]:
        points, ends, on_curve = outlines[part.name].getCoordinates(outlines)
        contours = _contours(np.array(list(points), dtype=np.float64), list(ends), list(on_curve))
        colour = palette[part.colorID]
        layers.append(_Layer(contours, (colour.red, colour.green, colour.blue), colour.alpha / 255))
    points = np.concatenate([contour for layer in layers for contour in layer.contours])
    (left, bottom), (right, top) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return _Drawing(tuple(layers), (left, bottom, right, top))


def _contours(points: Points, ends: list[int], on_curve: list[int]) -> tuple[Points, ...]:
    """The contours of a TrueType glyph, (N, 2) each, their curves flattened."""
    starts = [0, *(end + 1 for end in ends[:-1])]
    return tuple(
        _flattened(points[start : end + 1], [bool(on & 1) for on in on_curve[start : end + 1]])
        for start, end in zip(starts, ends, strict=True)
    )


def _flattened(points: Points, on_curve: list[bool]) -> Points:
    """A closed contour of straight pieces. Between two bends a point of the curve is implied, midway."""
    corners: list[tuple[Points, bool]] = []
    for number, (point, on) in enumerate(zip(points, on_curve, strict=True)):
        if not on and not on_curve[number - 1]:
            corners.append(((points[number - 1] + point) / 2, True))
        corners.append((point, on))
    if not corners[0][1]:
        corners = [*corners[1:], corners[0]]
    pieces = [corners[0][0][None]]
    for number, (point, on) in enumerate(corners):
        end, _ = corners[(number + 1) % len(corners)]
        if not on:
            rest, start = 1 - _STEPS, pieces[-1][-1]
            pieces.append(rest * rest * start + 2 * rest * _STEPS * point + _STEPS * _STEPS * end)
        elif number:
            pieces.append(point[None])
    return np.concatenate(pieces)


def _filled(
    contours: tuple[Points, ...], corner: tuple[float, float], scale: float, shape: tuple[int, ...]
) -> Plane:
    """Contours filled by the non-zero rule, as TrueType means them: a hole turns against what it is cut into."""
    winding = np.zeros(shape, np.int8)
    for contour in contours:
        x = (contour[:, 0] - corner[0]) * scale + _SMOOTHING - 0.5
        y = (corner[1] - contour[:, 1]) * scale + _SMOOTHING - 0.5
        points = np.rint(np.stack((x, y), axis=1) * (1 << _SHIFT)).astype(np.int32)
        left, top, wide, high = cv2.boundingRect(points >> _SHIFT)
        inside = np.zeros((high + 1, wide + 1), np.uint8)
        window_corner = np.array([left, top], dtype=np.int32) << _SHIFT
        cv2.fillPoly(inside, [points - window_corner], 1, cv2.LINE_8, _SHIFT)
        window = winding[top : top + high + 1, left : left + wide + 1]
        window += inside.astype(np.int8) * (1 if _turns_left(contour) else -1)
    return np.asarray((winding != 0) * np.uint8(255), dtype=np.uint8)


def _turns_left(contour: Points) -> bool:
    """The sign of the area by the shoelace formula."""
    x, y = contour[:, 0], contour[:, 1]
    return bool((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() > 0)
