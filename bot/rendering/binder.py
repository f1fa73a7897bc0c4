"""A page of the binder: nine pockets with numbered seals. Knows no database and no people."""

import io
from collections.abc import Sequence

import cv2
import numpy as np
from PIL import Image

from bot.rendering.canvas import Canvas
from bot.rendering.colours import INK, WHITE, Colour, Stops, gradient
from bot.rendering.flat import flat
from bot.rendering.planes import (
    Picture,
    Plane,
    blurred,
    moved,
    product,
    resized,
    rounded_square,
    scaled,
    to_plane,
    triple,
    unit_grid,
    without_alpha,
)
from bot.rendering.typefaces import Typefaces, font_stack
from bot.rendering.typesetting import Limits, fit

POCKETS = 9
_PAGE, _ACROSS = 1024, 3
_MARGIN, _POCKET, _GAP = 26, 316, 12
_SEAL, _SEAL_TOP = 274, 9
_SHEET: Stops = ((0.0, "#3a3f57"), (0.5, "#2b2f43"), (1.0, "#23263a"))
_POCKET_COLOUR: Colour = (60, 66, 92)
_EMPTY_COLOUR: Colour = (104, 113, 150)
_TAB, _TAB_TEXT, _TAB_LEFT, _TAB_FOOT = 39, 26, 12, 4
"""Height of a number's tab, size of its letters, its place from the pocket's left and foot."""
_QUALITY = 82


def binder_page(stills: Sequence[bytes | None], faces: Typefaces, first_number: int) -> bytes:
    """Draw up to nine seals, WebP bytes or None for one whose picture is missing, into pockets; WebP bytes.

    Pockets beyond the last seal stay empty and have no number. An unreadable picture counts as missing.
    """
    page = np.repeat(gradient(_SHEET, _PAGE)[:, None], _PAGE, axis=1)
    for pocket in range(POCKETS):
        left, top = (_MARGIN + index * (_POCKET + _GAP) for index in (pocket % _ACROSS, pocket // _ACROSS))
        window = page[top : top + _POCKET, left : left + _POCKET]
        filled = pocket < len(stills)
        number = first_number + pocket if filled else None
        window[:] = _pocket(window, stills[pocket] if filled else None, number, faces)
    out = io.BytesIO()
    Image.fromarray(page).save(out, "WEBP", quality=_QUALITY, method=2)
    return out.getvalue()


def _pocket(ground: Picture, still: bytes | None, number: int | None, faces: Typefaces) -> Picture:
    """One pocket over its piece of the page: back, seal or blank, plastic, number."""
    canvas = Canvas(_POCKET, _POCKET)
    shape = to_plane(0.5 - rounded_square(_POCKET, 0.004, 0.05) * _POCKET)
    canvas.lay(scaled(shape, 0.75), _POCKET_COLOUR)
    seal = None if still is None else _opened(still)
    at = ((_POCKET - _SEAL) // 2, _SEAL_TOP)
    if seal is not None:
        colours, alpha = without_alpha(seal)
        canvas.shade(scaled(blurred(alpha, 4.0), 0.5), (at[0] + 3, at[1] + 5))
        canvas.lay_picture(product(colours, triple(alpha)), alpha, at)
    else:
        _lay_blank(canvas, at, faces, missing=number is not None)
    canvas.lay(product(_plastic(), shape), WHITE)
    if number is not None:
        _lay_number(canvas, str(number), faces)
    return canvas.over(np.ascontiguousarray(ground))


def _opened(still: bytes) -> Picture | None:
    """A still as straight RGBA of the seal's size in a pocket, or None when it cannot be read."""
    try:
        with Image.open(io.BytesIO(still), formats=("WEBP", "PNG", "GIF")) as image:
            return resized(np.asarray(image.convert("RGBA")), _SEAL, _SEAL)
    except (OSError, SyntaxError, ValueError):
        return None


def _lay_blank(canvas: Canvas, at: tuple[int, int], faces: Typefaces, *, missing: bool) -> None:
    """The dashed place of a seal; with a question mark if there is a seal whose picture is gone."""
    cut = rounded_square(_SEAL, 0.012, 0.06) * _SEAL
    x, y = unit_grid(_SEAL)
    dashes = np.sin((x + y) * 2 * np.pi * 16) > -0.2
    canvas.lay(to_plane(0.8 * np.clip(2.2 - np.abs(cut + 3), 0, 1) * dashes), _EMPTY_COLOUR, at)
    if missing:
        mask = _text("?", faces, _SEAL * 0.5, _SEAL)
        _lay_centred(canvas, mask, _EMPTY_COLOUR, (at[0] + _SEAL / 2, at[1] + _SEAL / 2))


def _plastic() -> Plane:
    """The sheen of the pocket's film: a diagonal band, and a lit upper edge."""
    x, y = unit_grid(_POCKET)
    band = np.exp(-(((x + 0.6 * y - 0.62) / 0.10) ** 2)) * 0.10 + np.exp(-((y / 0.012) ** 2)) * 0.35
    return to_plane(band)


def _lay_number(canvas: Canvas, number: str, faces: Typefaces) -> None:
    """The number on a tab at the pocket's foot, as wide as it needs: what one types to pick the seal."""
    mask = _text(number, faces, _TAB_TEXT, _POCKET * 0.5)
    wide = cv2.boundingRect(mask)[2]
    half_width, radius = max(_TAB / 2, wide / 2 + _TAB * 0.36), _TAB / 2
    centre = (_TAB_LEFT + half_width, _POCKET - _TAB_FOOT - radius)
    x, y = np.meshgrid(np.arange(_POCKET) + 0.5 - centre[0], np.arange(_POCKET) + 0.5 - centre[1])
    depth = radius - np.hypot(np.maximum(np.abs(x) - half_width + radius, 0), y)
    tab = to_plane(depth + 0.5)
    canvas.shade(scaled(blurred(moved(tab, 1, 3), 3.0), 0.5))
    canvas.lay(tab, WHITE)
    canvas.lay(to_plane(depth - 2.0), INK)
    _lay_centred(canvas, mask, WHITE, centre)


def _text(text: str, faces: Typefaces, size: float, width: float) -> Plane:
    """A short text in one line."""
    room = Limits(width=width, size=size, pair_size=1, least_size=1)
    return flat(fit(text, font_stack(faces.bold, faces), room))[0]


def _lay_centred(canvas: Canvas, mask: Plane, colour: Colour, centre: tuple[float, float]) -> None:
    left, top, wide, high = cv2.boundingRect(mask)
    canvas.lay(mask, colour, (round(centre[0] - left - wide / 2), round(centre[1] - top - high / 2)))
