"""The tilting loop of a seal as an animated GIF or WebP. Frames in, bytes out."""

import io

import numpy as np
from PIL import Image

from bot.rendering.palette import codes_of, shared_palette
from bot.rendering.planes import Picture, added, inverse, product, tinted, triple, without_alpha
from bot.rendering.seal import Seal, tilted

FRAMES = 12
_FRAME_MS = 100
"""A multiple of 10: GIF counts in hundredths, and browsers slow down anything below 20 ms."""
_MATTE = (49, 51, 56)
"""Discord's dark ground. GIF knows no half-clear pixel: what is half clear is laid on this."""
_CLEAR = 255


def turn(seal: Seal) -> list[Picture]:
    """One whole turn of the tilt in equal steps, straight RGBA."""
    return [tilted(seal, step / FRAMES) for step in range(FRAMES)]


def to_gif(frames: list[Picture]) -> bytes:
    """Encode frames with one palette for all, so that no colour flickers; loops for ever, corners are clear."""
    codes = [codes_of(_on_matte(frame)) for frame in frames]
    colours, table = shared_palette(codes, _CLEAR)
    palette = np.zeros((256, 3), np.uint8)
    palette[: len(colours)] = colours
    clear = frames[0][..., 3] < 128
    images = []
    for frame in codes:
        numbers = table[frame]
        numbers[clear] = _CLEAR
        image = Image.fromarray(numbers)
        image.putpalette(palette.tobytes())
        images.append(image)
    out = io.BytesIO()
    images[0].save(
        out,
        "GIF",
        save_all=True,
        append_images=images[1:],
        duration=_FRAME_MS,
        loop=0,
        transparency=_CLEAR,
        disposal=1,
        optimize=False,
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
        duration=_FRAME_MS,
        loop=0,
        quality=60,
        method=2,
    )
    return out.getvalue()


def _on_matte(frame: Picture) -> Picture:
    """Straight RGBA laid on the matte."""
    colours, alpha = without_alpha(frame)
    return added(product(colours, triple(alpha)), tinted(inverse(alpha), _MATTE))
