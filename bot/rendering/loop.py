"""The tilting loop of a seal as an animated GIF, WebP or PNG. Frames in, bytes out."""

import io
from itertools import pairwise

import cv2
import numpy as np
from PIL import Image, PngImagePlugin

from bot.rendering.colours import Ramp
from bot.rendering.palette import codes_of, shared_palette
from bot.rendering.planes import Picture, Plane, added, inverse, product, tinted, triple, without_alpha
from bot.rendering.seal import Seal, tilted

FRAMES = 12
_LOOP_MS = 1200
_GIF_TICK_MS = 10
"""GIF counts in hundredths, and browsers slow down anything below 20 ms."""
_MATTE = (49, 51, 56)
"""Discord's dark ground. GIF knows no half-clear pixel: what is half clear is laid on this."""
_CLEAR = 255
_EDGE_STEPS = 7
"""Entries of a palette for the half-clear pixels on the cut."""


def turn(seal: Seal, frames: int = FRAMES) -> list[Picture]:
    """One whole turn of the tilt in equal steps, straight RGBA."""
    return [tilted(seal, step / frames) for step in range(frames)]


def to_gif(frames: list[Picture], colours: int = _CLEAR) -> bytes:
    """Encode frames with one palette for all, so that no colour flickers; loops for ever, corners are clear.

    `colours` is at most 255.
    """
    codes = [codes_of(_on_matte(frame)) for frame in frames]
    ramp, table = shared_palette(codes, colours)
    palette = np.zeros((256, 3), np.uint8)
    palette[: len(ramp)] = ramp
    clear = frames[0][..., 3] < 128
    images = []
    for frame in codes:
        numbers = table[frame]
        numbers[clear] = _CLEAR
        images.append(_numbered(numbers, palette))
    out = io.BytesIO()
    images[0].save(
        out,
        "GIF",
        save_all=True,
        append_images=images[1:],
        duration=_LOOP_MS // len(frames) // _GIF_TICK_MS * _GIF_TICK_MS,
        loop=0,
        transparency=_CLEAR,
        disposal=1,
        optimize=False,
    )
    return out.getvalue()


def to_png(frames: list[Picture], cut: Plane, colours: int) -> bytes:
    """Encode frames as a PNG with one palette, animated if there are several; half clear only on the cut.

    What is half clear within the cut, such as film, is laid on the matte. `colours` is at most 248.
    """
    codes = [codes_of(_on_matte(frame, cut)) for frame in frames]
    inside = cut > 0
    ramp, table = shared_palette([frame[inside][None] for frame in codes], colours)
    edge = np.ceil(cut.astype(np.float32) / 255 * (_EDGE_STEPS + 1)).astype(np.uint8)
    on_cut = (edge > 0) & (edge <= _EDGE_STEPS)
    steps = np.arange(_EDGE_STEPS + 1)
    rim = ramp[table[codes[0][on_cut]]].mean(axis=0) if on_cut.any() else np.zeros(3)
    palette = np.concatenate([np.tile(rim + 0.5, (len(steps), 1)).astype(np.uint8), ramp])
    alphas = np.concatenate([steps * (255 / (_EDGE_STEPS + 1)), np.full(len(ramp), 255.0)])
    numbers = [np.where(edge > _EDGE_STEPS, table[frame] + np.uint8(len(steps)), edge) for frame in codes]
    # What has not changed is left clear and shines through: a third of the bytes, and the edge is laid once only.
    changes = [np.where(after == before, np.uint8(0), after) for before, after in pairwise(numbers)]
    images = [_numbered(frame, palette) for frame in (numbers[0], *changes)]
    out = io.BytesIO()
    images[0].save(
        out,
        "PNG",
        save_all=len(images) > 1,
        append_images=images[1:],
        duration=_LOOP_MS // len(frames),
        loop=0,
        disposal=PngImagePlugin.Disposal.OP_NONE,
        blend=PngImagePlugin.Blend.OP_OVER,
        transparency=bytes(alphas.astype(np.uint8)),
        compress_level=9,
    )
    return out.getvalue()


def to_webp(frames: list[Picture]) -> bytes:
    """Encode frames as an animated WebP, which keeps half-clear pixels and needs half the bytes."""
    first, *others = (Image.fromarray(frame) for frame in frames)
    out = io.BytesIO()
    first.save(
        out,
        "WEBP",
        save_all=True,
        append_images=others,
        duration=_LOOP_MS // len(frames),
        loop=0,
        quality=60,
        method=2,
    )
    return out.getvalue()


def _on_matte(frame: Picture, cut: Plane | None = None) -> Picture:
    """Straight RGBA laid on the matte; with a cut, the cut itself lets no matte through."""
    colours, alpha = without_alpha(frame)
    if cut is not None:
        alpha = np.asarray(cv2.divide(alpha, cut, scale=255), dtype=np.uint8)
    return added(product(colours, triple(alpha)), tinted(inverse(alpha), _MATTE))


def _numbered(numbers: Plane, palette: Ramp) -> Image.Image:
    image = Image.fromarray(numbers)
    image.putpalette(palette.tobytes())
    return image
