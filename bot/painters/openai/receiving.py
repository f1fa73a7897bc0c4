"""Turn the bytes of a stranger's drawing into art: opened with care, cut out, square. Functions for the pool."""

import io
from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bot.drawing.headers import read_header
from bot.drawing.pictures import Pixels, decode_art, encode_art, open_picture
from bot.errors import DrawingBroken, DrawingTooLarge, PictureTooHeavy, PictureTooLarge, Refused

SIZE = 1024
"""Edge of the art, and longest edge of what is sent, in pixels."""
MOST_BYTES = 10 * 1024 * 1024
MOST_EDGE = 4096
"""The largest drawing that image models make is 3840 pixels long."""
LEAST_EDGE = 64
_CLEAR = 24
"""Alpha up to which a pixel is as good as clear."""
_LEAST_CLEAR = 0.03
"""Share of clear pixels from which a drawing has a transparent ground; rounded corners alone have less."""
_LEAST_DRAWN = 0.005
"""Share of pixels that must show something."""
_LIKE, _UNLIKE = 14.0, 44.0
"""Distance from the ground's colour (8-bit Lab of OpenCV) up to which a pixel is ground, and from which it is not."""
_FLAT = 0.85
"""Share of the rim that must be of one colour for a ground to be flat."""

Cut = Callable[[Pixels], Pixels]
"""Gives a drawing its transparency: (H, W, 4) opaque in, the same size with a clear ground out."""
Mask = NDArray[np.uint8]


def receive(data: bytes) -> bytes:
    """Art of a drawing in any size and shape, cut out where it came without transparency.

    Raises DrawingTooLarge or DrawingBroken.
    """
    pixels = _opened(data)
    if not _has_clear_ground(pixels):
        pixels = cut_out(pixels)
    if float((pixels[..., 3] > _CLEAR).mean()) < _LEAST_DRAWN:
        raise DrawingBroken
    return encode_art(_squared(pixels))


def as_png(art: bytes) -> bytes:
    """A kept source picture as an image server takes it: PNG, at most SIZE pixels long. Raises what Pillow does."""
    picture = Image.fromarray(decode_art(art))
    picture.thumbnail((SIZE, SIZE), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()


def cut_out(drawing: Pixels) -> Pixels:
    """Take a flat ground away from its rim inward; where there is none, keep a round view of the picture."""
    ground = _flat_ground(drawing)
    return _as_disc(drawing) if ground is None else _off_ground(drawing, ground)


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


def _has_clear_ground(pixels: Pixels) -> bool:
    return float((pixels[..., 3] <= _CLEAR).mean()) > _LEAST_CLEAR


def _squared(pixels: Pixels) -> Pixels:
    """Scale the longer edge to SIZE and centre it. Clear pixels are black, so that nothing shines through an edge."""
    height, width = pixels.shape[:2]
    scale = SIZE / max(height, width)
    image = Image.fromarray(np.where(pixels[..., 3:] > 0, pixels, 0).astype(np.uint8))
    if scale != 1.0:
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        # Premultiplied, for otherwise the black of clear pixels would run into the edges.
        image = image.convert("RGBa").resize(size, Image.Resampling.LANCZOS).convert("RGBA")
    square = Image.new("RGBA", (SIZE, SIZE))
    square.paste(image, ((SIZE - image.width) // 2, (SIZE - image.height) // 2))
    return np.array(square)


def _flat_ground(drawing: Pixels) -> NDArray[np.float32] | None:
    """The colour of the rim in Lab, if nearly all of the rim has it."""
    lab = _lab(drawing)
    rim = np.concatenate([lab[:3].reshape(-1, 3), lab[-3:].reshape(-1, 3), lab[:, 0], lab[:, -1]])
    colour = np.median(rim, axis=0).astype(np.float32)
    alike = _distance(rim, colour) <= _LIKE
    return colour if float(alike.mean()) >= _FLAT else None


def _off_ground(drawing: Pixels, ground: NDArray[np.float32]) -> Pixels:
    """Clear what is like the ground and reached from the rim; within two pixels of it, by how unlike it is."""
    apart = _distance(_lab(drawing), ground)
    cleared = _reached_from_rim((apart <= _LIKE).astype(np.uint8))
    near = cv2.dilate(cleared, np.ones((5, 5), np.uint8)).astype(bool)
    alpha = np.where(near, np.clip((apart - _LIKE) / (_UNLIKE - _LIKE), 0.0, 1.0), 1.0).astype(np.float32)
    alpha[cleared.astype(bool)] = 0.0
    backdrop = np.median(drawing[cleared.astype(bool)][:, :3], axis=0).astype(np.float32)
    cut = drawing.copy()
    cut[..., :3] = _without_backdrop(drawing[..., :3], alpha, backdrop)
    cut[..., 3] = np.rint(alpha * 255)
    return cut


def _without_backdrop(rgb: Pixels, alpha: NDArray[np.float32], backdrop: NDArray[np.float32]) -> Pixels:
    """Solve seen = alpha * colour + (1 - alpha) * backdrop for the colour, where alpha lies between 0 and 1."""
    edge = (alpha > 0) & (alpha < 1)
    share = alpha[edge][:, None]
    pure = rgb.copy()
    pure[edge] = np.clip((rgb[edge] - (1 - share) * backdrop) / share, 0, 255).astype(np.uint8)
    return pure


def _reached_from_rim(alike: Mask) -> Mask:
    """1 where a connected patch of `alike` touches the rim."""
    framed = cv2.copyMakeBorder(alike, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=1)
    _, labels = cv2.connectedComponents(framed, connectivity=4)
    reached = np.asarray(labels == labels[0, 0], dtype=np.uint8)
    return reached[1:-1, 1:-1]


def _as_disc(drawing: Pixels) -> Pixels:
    """The middle of the picture as a round miniature with a smooth edge."""
    height, width = drawing.shape[:2]
    y, x = np.ogrid[:height, :width]
    radius = min(height, width) / 2
    away = np.hypot(x + 0.5 - width / 2, y + 0.5 - height / 2)
    cut = drawing.copy()
    cut[..., 3] = np.rint(np.clip(radius - away, 0.0, 1.0) * 255)
    return cut


def _lab(drawing: Pixels) -> NDArray[np.float32]:
    lab = cv2.cvtColor(np.ascontiguousarray(drawing[..., :3]), cv2.COLOR_RGB2LAB)
    return np.asarray(lab, dtype=np.float32)


def _distance(lab: NDArray[np.float32], colour: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(np.sqrt(((lab - colour) ** 2).sum(axis=-1)), dtype=np.float32)
