"""Turn a picture into the character of a seal: cut out, painted and dressed, or else a medallion. For the pool."""

import cv2
import numpy as np

from bot.drawing.colours import rgb
from bot.drawing.pictures import Pixels, encode_art, open_picture
from bot.drawing.raster import INK, Box, Sheet, develop, lay_over
from bot.painters.medallion import compose_medallion
from bot.painters.portrait.cel import paint_cel
from bot.painters.portrait.cutout import CLEAR, Cutout, Way, cut_out
from bot.painters.portrait.dress import draw_before, draw_behind
from bot.painters.portrait.heads import find_head
from bot.painters.portrait.masks import Mask, grown
from bot.painters.procedural.cast import cast
from bot.painters.procedural.figure import draw_figure
from bot.painters.procedural.traits import Traits
from bot.stickers.design import Design

SIZE = 1024
"""Edge of the art, in pixels."""
_MARGIN = 0.012
"""Clear space round the art but below it, in shares of its longer edge."""
_RIM = 7
"""Width of the ink between a figure and what is behind it, in pixels."""
_FAINTEST = 8
"""Least difference between two pixels, in levels of a channel, that anyone sees."""
_PIXEL_ART = 96
"""Drawings up to this edge are enlarged pixel by pixel: smoothed they would only be blurred."""


def draw_portrait(design: Design, picture: bytes) -> bytes:
    """Art of `picture`: 1024 px, transparent ground. The same input gives the same bytes.

    A picture with nothing on it gives the mascot of the words: an empty glass would please nobody.
    Raises what `open_picture` raises.
    """
    pixels, look = open_picture(picture), cast(design)
    if _is_blank(pixels):
        return encode_art(draw_figure(look))
    figure = cut_out(pixels)
    return encode_art(compose_medallion(look, pixels) if figure is None else compose_portrait(look, figure))


def compose_portrait(look: Traits, cutout: Cutout, size: int = SIZE) -> Pixels:
    """The figure in its dress as (size, size, 4) straight RGBA, on the floor."""
    figure = _bust(cutout)
    behind, before = _dress(look, figure)
    view = _view(figure, behind, before)
    scale = size / max(view[2] - view[0], view[3] - view[1])
    art = develop(behind, size, view) if behind.marks else np.zeros((size, size, 4), np.uint8)
    left = round(size / 2 - (view[0] + view[2]) / 2 * scale)
    painted = _painted(figure, cutout, scale)
    top = size - round((view[3] - figure.shape[0]) * scale) - len(painted)
    _lay_figure(art, painted, left, top)
    if before.marks:
        lay_over(art, develop(before, size, view))
    return art


def _is_blank(picture: Pixels) -> bool:
    """Whether there is nothing to see: all clear, or all of one colour without an outline."""
    seen = picture[..., 3] > CLEAR
    if seen.any() and not seen.all():
        return False
    return not seen.any() or int(np.ptp(picture[..., :3], axis=(0, 1)).max()) < _FAINTEST


def _dress(look: Traits, figure: Pixels) -> tuple[Sheet, Sheet]:
    behind, before = Sheet(), Sheet()
    head = find_head(figure[..., 3])
    if head is not None:
        draw_behind(behind, look, head, figure[..., 3])
        draw_before(before, look, head)
    return behind, before


def _view(figure: Pixels, *sheets: Sheet) -> Box:
    """What is shown, in pixels of the figure: everything that is drawn, and the figure's foot on the lower edge."""
    height, width = figure.shape[:2]
    boxes = [(0.0, 0.0, float(width), float(height)), *(sheet.box() for sheet in sheets if sheet.marks)]
    left, top, right, bottom = zip(*boxes, strict=True)
    margin = _MARGIN * max(max(right) - min(left), max(bottom) - min(top))
    return min(left) - margin, min(top) - margin, max(right) + margin, float(height)


def _painted(figure: Pixels, cutout: Cutout, scale: float) -> Pixels:
    """The figure at its size in the art; photographs become cel art, drawings and transparent pictures stay."""
    height, width = figure.shape[:2]
    size = max(1, round(width * scale)), max(1, round(height * scale))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    kept = cutout.drawn or cutout.way is Way.OWN
    if kept and max(height, width) <= _PIXEL_ART:
        way = cv2.INTER_NEAREST
    share = figure[..., 3:].astype(np.float32) / 255
    solid = cv2.resize(np.dstack([figure[..., :3] * share, share * 255]), size, interpolation=way)
    alpha = np.clip(solid[..., 3:], 0, 255)
    colours = np.clip(solid[..., :3] / np.maximum(alpha, 1) * 255, 0, 255)
    placed = np.rint(np.dstack([colours, alpha])).astype(np.uint8)
    return placed if kept else paint_cel(placed)


def _lay_figure(art: Pixels, painted: Pixels, left: int, top: int) -> None:
    """The figure over what is behind it, with an ink rim where they meet."""
    layer = np.zeros_like(art)
    layer[top : top + len(painted), left : left + painted.shape[1]] = painted
    rim = np.zeros_like(art)
    rim[..., :3] = rgb(INK)
    rim[..., 3] = np.minimum(grown(layer[..., 3], _RIM), art[..., 3])
    lay_over(art, rim)
    lay_over(art, layer)


def _bust(cutout: Cutout) -> Pixels:
    """A figure that the picture's edges cut ends in curves, as busts do: straight cuts look like mistakes."""
    figure = cutout.pixels.copy()
    alpha = figure[..., 3]
    for cut, side in ((cutout.cut_left, alpha), (cutout.cut_right, alpha[:, ::-1])):
        if cut:
            np.minimum(side, _curve(side), out=side)
    if cutout.cut_bottom:
        np.minimum(alpha, _sole(*alpha.shape), out=alpha)
    return figure


def _sole(height: int, width: int) -> Mask:
    """Opaque above a curve that is level in the middle, where the name hides it, and rises to both sides."""
    aside = np.abs(np.linspace(-1, 1, width))
    floor = height * (1 - 0.11 * aside**3)
    return np.clip((floor[None, :] - np.arange(height)[:, None]) * 255, 0, 255).astype(np.uint8)


def _curve(alpha: Mask) -> Mask:
    """Opaque right of a curve that leaves the left edge where the figure first meets it and swings in downward."""
    height, width = alpha.shape
    first = int(np.argmax(alpha[:, 0] > 127)) - 0.03 * height
    down = np.clip((np.arange(height) - first) / max(1.0, height - first), 0, 1)
    inset = 0.012 * width * np.minimum(1, down * 12) + 0.13 * width * down**2.4
    opaque = np.clip((np.arange(width)[None, :] - inset[:, None]) * 255, 0, 255)
    return np.asarray(opaque, dtype=np.uint8)
