"""Turn untrusted picture bytes into pixels, and pixels into art bytes. The only decoder of pictures."""

import io
import math
import warnings

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageCms

from bot.drawing.bounds import bounded
from bot.drawing.headers import GIF, JPEG, PNG, WEBP, Header, read_header
from bot.errors import PictureKindRefused, PictureTooHeavy, PictureTooLarge, PictureUnreadable

Pixels = NDArray[np.uint8]
"""(H, W, 4) straight RGBA."""

MAX_BYTES = 10 * 1024 * 1024
MAX_EDGE = 8192
"""Longest edge we open, in pixels."""
MAX_PIXELS = {PNG: 50_000_000, JPEG: 50_000_000, GIF: 50_000_000, WEBP: 25_000_000}
"""Most pixels we open of each kind: some 400 MB while decoding. Pillow holds a WebP three times over."""
MAX_SCANS = 100
"""Passes over a progressive JPEG that we follow; cameras and editors make ten. A pass costs a few bytes of file and, at
50 megapixels, 30 ms: half a megabyte of them took a minute and a half."""
LONGEST_LOOK = 15.0
"""Seconds that opening may take; the worst within the limits above took three."""
MOST_MEMORY = 1024 * 1024 * 1024
"""Bytes that opening may take at one time; the worst within the limits above took 450 MB."""
MAX_PROFILE = 4 * 1024 * 1024
"""Bytes of a colour profile that we follow; those of printing presses have up to two million."""
KEPT_EDGE = 1536
"""Longest edge of what `open_picture` gives, in pixels: half as much again as the finished sticker's."""

_PLAIN_MODES = ("RGB", "RGBA", "L", "CMYK")
"""What can be reduced and brought to sRGB as it is. A copy of all its pixels first would double the memory."""
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

    Gives the first frame in sRGB, turned as its EXIF says, at most KEPT_EDGE pixels long.
    Raises PictureTooHeavy, PictureTooLarge, PictureKindRefused or PictureUnreadable; size and kind are judged
    by the header, before anything is decoded.
    """
    header = _inspect(data)
    try:
        with (
            warnings.catch_warnings(
                action="ignore"
            ),  # of broken tags: who sends pictures shall not fill our log
            bounded(seconds=LONGEST_LOOK, more_bytes=MOST_MEMORY),
            Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP", "GIF")) as image,
        ):
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
    if header.kind not in MAX_PIXELS:
        raise PictureKindRefused(kind=header.kind)
    width, height, most = header.width, header.height, MAX_PIXELS[header.kind]
    if max(width, height) > MAX_EDGE or width * height > most:
        limit = MAX_EDGE if max(width, height) > MAX_EDGE else math.isqrt(most)
        raise PictureTooLarge(width=width, height=height, limit=limit)
    if header.scans > MAX_SCANS:
        raise PictureUnreadable
    return header


def _normalise(image: Image.Image) -> Image.Image:
    """First frame, reduced, in sRGB, upright, RGBA."""
    image.draft("RGB", (KEPT_EDGE, KEPT_EDGE))  # JPEG by 1/2, 1/4 or 1/8: a phone photo costs 9 MB, not 150
    orientation = _orientation(image)
    image.load()
    plain = _plain(image)
    plain.thumbnail((KEPT_EDGE, KEPT_EDGE), Image.Resampling.LANCZOS)
    plain = _in_srgb(plain, image.info.get("icc_profile"))
    if orientation in _TURNS:
        plain = plain.transpose(_TURNS[orientation])
    return plain.convert("RGBA")


def _plain(image: Image.Image) -> Image.Image:
    """Bring every other mode to RGB or RGBA: palettes and 1-bit pictures would be reduced to nearest pixels."""
    if image.mode.startswith("I"):
        # Pillow clips 16-bit grey at 255 when it converts: nearly everything would come out white.
        high = np.asarray(image).astype(np.uint32) >> 8
        return Image.fromarray(high.clip(0, 255).astype(np.uint8)).convert("RGB")
    if image.mode in _PLAIN_MODES and "transparency" not in image.info:
        return image
    translucent = "transparency" in image.info or image.mode in ("LA", "PA", "La", "RGBa")
    return image.convert("RGBA" if translucent else "RGB")


def _in_srgb(image: Image.Image, profile: object) -> Image.Image:
    """The colours that a picture's ICC profile means. With none, or one that makes no sense, as they lie."""
    if not isinstance(profile, bytes) or not 0 < len(profile) <= MAX_PROFILE:
        return image
    colours = image.convert("RGB") if image.mode == "RGBA" else image
    try:
        meant = ImageCms.profileToProfile(
            colours,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except Exception:  # a broken profile, or one for other colours: the picture itself is sound
        return image
    if meant is not None and image.mode == "RGBA":
        meant.putalpha(image.getchannel("A"))
    return meant or image


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:  # broken EXIF in a sound picture: show it as it lies
        return 1
