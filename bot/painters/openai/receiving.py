"""Turn the bytes of a stranger's drawing into art: opened with care, cut out, square. Functions for the pool."""

import io

import numpy as np
from PIL import Image

from bot.drawing.headers import read_header
from bot.drawing.pictures import Pixels, decode_art, encode_art, open_picture
from bot.errors import DrawingBroken, DrawingTooLarge, PictureTooHeavy, PictureTooLarge, Refused
from bot.painters.openai.cutting import cut_drawing
from bot.painters.portrait.cutout import CLEAR

SIZE = 1024
"""Edge of the art, and longest edge of what is sent, in pixels."""
MOST_BYTES = 10 * 1024 * 1024
MOST_EDGE = 4096
"""The largest drawing that image models make is 3840 pixels long."""
LEAST_EDGE = 64
_LEAST_DRAWN = 0.005
"""Share of the drawing's pixels that must show something."""


def receive(data: bytes) -> bytes:
    """Art of a drawing in any size and shape: its figure alone, cut out where it came without transparency.

    Raises DrawingTooLarge or DrawingBroken.
    """
    drawing = _opened(data)
    figure = cut_drawing(drawing)
    if np.count_nonzero(figure[..., 3] > CLEAR) < _LEAST_DRAWN * drawing[..., 3].size:
        raise DrawingBroken
    return encode_art(_squared(figure))


def as_png(art: bytes) -> bytes:
    """A kept source picture as an image server takes it: PNG, at most SIZE pixels long. Raises what Pillow does."""
    picture = Image.fromarray(decode_art(art))
    picture.thumbnail((SIZE, SIZE), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()


def _opened(data: bytes) -> Pixels:
    header = read_header(data[:MOST_BYTES])
    if header is not None and max(header.width, header.height) > MOST_EDGE:
        raise DrawingTooLarge
    try:
        pixels = open_picture(data)
    except (PictureTooHeavy, PictureTooLarge) as exc:
        raise DrawingTooLarge from exc
    except Refused as exc:  # to a member they would say "send me another picture"
        raise DrawingBroken from exc
    if min(pixels.shape[:2]) < LEAST_EDGE:
        raise DrawingBroken
    return pixels


def _squared(pixels: Pixels) -> Pixels:
    """Scale the longer edge to SIZE and centre it. What is clear becomes black: it packs better."""
    height, width = pixels.shape[:2]
    scale = SIZE / max(height, width)
    image = Image.fromarray(np.where(pixels[..., 3:] > 0, pixels, 0).astype(np.uint8))
    if scale != 1.0:
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        image = image.resize(
            size, Image.Resampling.LANCZOS
        )  # which Pillow does premultiplied: no black runs in
    square = Image.new("RGBA", (SIZE, SIZE))
    square.paste(image, ((SIZE - image.width) // 2, (SIZE - image.height) // 2))
    return np.array(square)
