"""Put a line of glyphs in the order in which they stand, left to right. Knows no pixels."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from bot.rendering.breaking import Line
from bot.rendering.glyphs import Glyph

_OPENING = {"(": ")", "[": "]", "{": "}", "<": ">", "«": "»"}
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def in_visual_order(line: Line) -> Line:
    """A line's glyphs from left to right. Neutral signs go with the letters around them, else with the first ones.

    Source: the two levels of UAX #9, "Unicode Bidirectional Algorithm", that a line without embeddings needs.
    """
    ways = _ways(line)
    if "R" not in ways:
        return line
    runs = [(way, tuple(glyph for _, glyph in run)) for way, run in _grouped(ways, line)]
    ordered = [tuple(_mirrored(glyph) for glyph in reversed(run)) if way == "R" else run for way, run in runs]
    if next(way for way in map(_way, line) if way) == "R":
        ordered.reverse()
    return tuple(glyph for run in ordered for glyph in run)


def _way(glyph: Glyph) -> str:
    """R for letters set from right to left, L for other letters and numbers, "" for neutral signs."""
    kind = unicodedata.bidirectional(glyph.text[0])
    if glyph.emoji:
        return ""
    return "R" if kind in ("R", "AL") else "L" if kind in ("L", "EN", "AN") else ""


def _ways(line: Line) -> list[str]:
    """The way of every glyph; neutral ones between two of one way take it, all others that of the line."""
    ways = [_way(glyph) for glyph in line]
    base = next((way for way in ways if way), "L")
    for opening, closing in _pairs(line):
        ways[opening] = ways[closing] = _way_of_pair(ways, opening, closing, base)
    resolved: list[str] = []
    for number, way in enumerate(ways):
        left = next((other for other in reversed(ways[:number]) if other), base)
        right = next((other for other in ways[number:] if other), base)
        resolved.append(way or (left if left == right else base))
    return resolved


def _pairs(line: Line) -> list[tuple[int, int]]:
    """Places of brackets that belong together, the outermost first."""
    pairs: list[tuple[int, int]] = []
    open_places: list[int] = []
    for place, glyph in enumerate(line):
        if glyph.text in _OPENING:
            open_places.append(place)
        elif open_places and _OPENING.get(line[open_places[-1]].text) == glyph.text:
            pairs.append((open_places.pop(), place))
    return sorted(pairs)


def _way_of_pair(ways: list[str], opening: int, closing: int, base: str) -> str:
    """Rule N0: the line's way if that is found inside, else the inner one if it also stands before the pair."""
    inner = {way for way in ways[opening + 1 : closing] if way}
    if not inner or base in inner:
        return base if inner else ""
    return next((way for way in reversed(ways[:opening]) if way), base)


def _grouped(ways: list[str], line: Line) -> Iterator[tuple[str, list[tuple[str, Glyph]]]]:
    for way, run in groupby(zip(ways, line, strict=True), key=lambda pair: pair[0]):
        yield way, list(run)


def _mirrored(glyph: Glyph) -> Glyph:
    return Glyph(glyph.text.translate(_MIRRORED), glyph.font, glyph.emoji)
