"""Prepare one seal for the press: composed at its printed size, and its colours carried on beyond the cut."""

import io
import zlib
from dataclasses import dataclass, replace

import cv2
import numpy as np
from PIL import Image

from bot.rendering.back import INK, PAPER, compose_back
from bot.rendering.casting import DIE_MARGIN, DIE_RADIUS
from bot.rendering.colours import Colour, mixed
from bot.rendering.planes import (
    Field,
    Picture,
    added,
    inverse,
    product,
    rounded_square,
    triple,
    without_alpha,
)
from bot.rendering.seal import compose, still
from bot.rendering.typefaces import Typefaces
from bot.stickers.back import Back
from bot.stickers.design import Design
from bot.stickers.printing import PrintFormat

DPI = 600
MM_PER_INCH = 25.4
BACK_BITS = 2
"""Bits a pixel of a back: paper, ink and two tones for the edges between."""
BACK_TONES: tuple[Colour, ...] = tuple(mixed(PAPER, INK, step / 3) for step in range(4))
_INSET = 0.0045
"""The bleed repeats the colours this deep below the cut: deeper than the frame's dark rim, for a rim that
the blade has missed is what shows a crooked cut."""
_QUALITIES = ((95, 0), (92, 0), (92, 2), (88, 2), (85, 2), (80, 2), (72, 2), (60, 2), (40, 2), (20, 2))
"""JPEG quality and colour subsampling, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A printed seal with its bleed, square. `front` is JPEG, `back` zlib of rows of BACK_BITS a pixel or None.

    `edge` is its edge in pixels, of which `cut` lie between the cuts.
    """

    front: bytes
    back: bytes | None
    edge: int
    cut: float


def prove(
    design: Design, art: Picture, faces: Typefaces, back: Back | None, kind: PrintFormat, budget: int
) -> Proof:
    """Compose front and back at DPI for a format, in at most `budget` bytes together if JPEG can do it."""
    size = round(kind.edge / MM_PER_INCH * DPI / (1 - 2 * DIE_MARGIN))
    cut = size * (1 - 2 * DIE_MARGIN)
    pad = max(0, int(np.ceil(cut * kind.bleed / kind.edge - size * DIE_MARGIN)))
    packed = None if back is None else _packed(compose_back(back, art, faces, size), pad)
    front = _bled(_opaque(design, art, faces, size), pad)
    return Proof(front=_jpeg(front, budget - len(packed or b"")), back=packed, edge=size + 2 * pad, cut=cut)


def _opaque(design: Design, art: Picture, faces: Typefaces, size: int) -> Picture:
    """The still (S, S, 3) without its cut; film lies on white paper."""
    seal = compose(design, art, faces, size)
    uncut = replace(seal, cut=np.full((size, size), 255, np.uint8))
    colours, alpha = without_alpha(still(uncut))
    return added(product(colours, triple(alpha)), triple(inverse(alpha)))


def _bled(picture: Picture, pad: int) -> Picture:
    """A picture `pad` pixels larger on every side. From _INSET below the cut outwards it repeats what lies there."""
    size = picture.shape[0]
    edge = size + 2 * pad
    distance = rounded_square(edge, (pad + DIE_MARGIN * size) / edge, DIE_RADIUS * size / edge) * edge
    too_far = np.maximum(distance + np.float32(_INSET * size), 0)
    down, right = _outward(distance)
    x, y = np.meshgrid(np.arange(edge, dtype=np.float32), np.arange(edge, dtype=np.float32))
    from_x = (x - pad - right * too_far).astype(np.float32)
    from_y = (y - pad - down * too_far).astype(np.float32)
    return np.asarray(
        cv2.remap(picture, from_x, from_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), dtype=np.uint8
    )


def _outward(distance: Field) -> tuple[Field, Field]:
    """Down and right parts of the direction away from the seal, of length 1."""
    down, right = np.gradient(distance)
    length = np.maximum(np.hypot(down, right), 1e-6)
    return np.asarray(down / length, dtype=np.float32), np.asarray(right / length, dtype=np.float32)


def _jpeg(picture: Picture, budget: int) -> bytes:
    """The best quality that is not above the budget."""
    data = b""
    for quality, subsampling in _QUALITIES:
        out = io.BytesIO()
        Image.fromarray(picture).save(
            out, "JPEG", quality=quality, subsampling=subsampling, optimize=True, progressive=True
        )
        data = out.getvalue()
        if len(data) <= budget:
            break
    return data


def _packed(picture: Picture, pad: int) -> bytes:
    """A back (S, S, 3) with `pad` pixels of paper about it as tones of BACK_BITS, four pixels a byte, by rows."""
    steps = len(BACK_TONES) - 1
    tones = np.rint((PAPER[0] - picture[..., 0].astype(np.float32)) / (PAPER[0] - INK[0]) * steps)
    padded = np.pad(tones.astype(np.uint8), pad)
    wide = np.pad(padded, ((0, 0), (0, -padded.shape[1] % 4))).reshape(padded.shape[0], -1, 4)
    rows = wide[..., 0] << 6 | wide[..., 1] << 4 | wide[..., 2] << 2 | wide[..., 3]
    return zlib.compress(rows.tobytes(), 9)
