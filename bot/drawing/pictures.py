"""Turn untrusted picture bytes into pixels, and pixels into art bytes. The only decoder of pictures."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image

from bot.drawing.headers import GIF, JPEG, PNG, WEBP, Header, read_header
from bot.errors import PictureKindRefused, PictureTooHeavy, PictureTooLarge, PictureUnreadable

Pixels = NDArray[np.uint8]
"""(H, W, 4) straight RGBA."""

MAX_BYTES = 10 * 1024 * 1024
MAX_EDGE = 8192
"""Longest edge we open, in pixels."""
MAX_PIXELS = 50_000_000
"""Most pixels we open: 200 MB while decoding."""
KEPT_EDGE = 1536
"""Longest edge of what `open_picture` gives, in pixels: half as much again as the finished sticker's."""

_KINDS = (PNG, JPEG, WEBP, GIF)
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What undoes each EXIF orientation (Exif 2.3, tag 0x0112)."""


def open_picture(data: bytes) -> Pixels:
    """Decode a JPEG, PNG, WebP or GIF that anyone may have sent.

    Gives the first frame, turned as its EXIF says, at most KEPT_EDGE pixels long.
    Raises PictureTooHeavy, PictureTooLarge, PictureKindRefused or PictureUnreadable; size and kind are judged
    by the header, before anything is decoded.
    """
    header = _inspect(data)
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP", "GIF")) as image:
            if image.width > header.width or image.height > header.height:
                raise ValueError("a second header promises more than the first")
            return np.array(_normalise(image))
    except Exception as exc:
        # Decoders raise OSError, SyntaxError, struct.error, ValueError and more for one thing: broken bytes.
        raise PictureUnreadable from exc


def keep_picture(data: bytes) -> bytes:
    """Open a picture and encode it afresh: what storage keeps is small, upright and without metadata.

    Deterministic, and always light enough to be opened again. Raises what `open_picture` raises.
    """
    return encode_art(open_picture(data))


def encode_art(rgba: Pixels) -> bytes:
    """Encode straight RGBA without loss, colour under transparent pixels included.

    Lossless WebP by its fastest method: 1024 px of flat art take 30 ms, 590 KB (PNG level 1: 50 ms, 820 KB).
    """
    out = io.BytesIO()
    Image.fromarray(rgba).save(out, "WEBP", lossless=True, quality=0, method=0, exact=True)
    return out.getvalue()


def decode_art(data: bytes) -> Pixels:
    """Decode what `encode_art` wrote. Raises ValueError on anything else."""
    try:
        with Image.open(io.BytesIO(data), formats=("WEBP",)) as image:
            return np.array(image.convert("RGBA"))
    except (OSError, SyntaxError) as exc:
        raise ValueError("not art") from exc


def _inspect(data: bytes) -> Header:
    """Refuse by weight, kind and size, from the first bytes alone."""
    if len(data) > MAX_BYTES:
        raise PictureTooHeavy(limit_mb=MAX_BYTES // 1024**2)
    header = read_header(data)
    if header is None:
        raise PictureUnreadable
    if header.kind not in _KINDS:
        raise PictureKindRefused(kind=header.kind)
    if max(header.width, header.height) > MAX_EDGE or header.width * header.height > MAX_PIXELS:
        raise PictureTooLarge(width=header.width, height=header.height, limit=MAX_EDGE)
    return header


def _normalise(image: Image.Image) -> Image.Image:
    """First frame, reduced, upright, RGBA."""
    image.draft("RGB", (KEPT_EDGE, KEPT_EDGE))  # JPEG by 1/2, 1/4 or 1/8: a phone photo costs 9 MB, not 150
    orientation = _orientation(image)
    image.load()
    plain = _plain(image)
    plain.thumbnail((KEPT_EDGE, KEPT_EDGE), Image.Resampling.LANCZOS)
    if orientation in _TURNS:
        plain = plain.transpose(_TURNS[orientation])
    return plain.convert("RGBA")


def _plain(image: Image.Image) -> Image.Image:
    """Bring every mode to RGB or RGBA: palettes and 1-bit pictures would be reduced to nearest pixels."""
    if image.mode.startswith("I"):
        # Pillow clips 16-bit grey at 255 when it converts: nearly everything would come out white.
        high = np.asarray(image).astype(np.uint32) >> 8
        return Image.fromarray(high.clip(0, 255).astype(np.uint8)).convert("RGB")
    translucent = "transparency" in image.info or image.mode in ("LA", "PA", "RGBA", "La", "RGBa")
    return image.convert("RGBA" if translucent else "RGB")


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:  # broken EXIF in a sound picture: show it as it lies
        return 1
