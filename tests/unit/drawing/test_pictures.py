import io
import struct
import tracemalloc
import warnings
import zlib

import numpy as np
import pytest
from PIL import Image

from bot.drawing.headers import read_header
from bot.drawing.pictures import (
    KEPT_EDGE,
    MAX_BYTES,
    MAX_EDGE,
    decode_art,
    encode_art,
    keep_picture,
    open_picture,
)
from bot.errors import PictureKindRefused, PictureTooHeavy, PictureTooLarge, PictureUnreadable


def encoded(image: Image.Image, kind: str, **options) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def gradient(width: int, height: int) -> Image.Image:
    x = np.linspace(0, 255, width, dtype=np.uint8)
    y = np.linspace(0, 255, height, dtype=np.uint8)
    red, green = np.meshgrid(x, y)
    return Image.fromarray(np.dstack([red, green, np.full_like(red, 90)]))


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def huge_png(edge: int, weight: int) -> bytes:
    """A 1-bit PNG that promises `edge` x `edge` pixels in about `weight` bytes."""
    header = struct.pack(">IIBBBBB", edge, edge, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", bytes(weight)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_every_kind_we_take_opens_as_rgba(kind):
    pixels = open_picture(encoded(gradient(60, 40), kind))
    assert pixels.shape == (40, 60, 4)
    assert pixels.dtype == np.uint8
    assert (pixels[..., 3] == 255).all()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
@pytest.mark.parametrize("size", [(1, 1), (61, 40), (300, 2)])
def test_the_header_tells_the_size_that_the_decoder_finds(kind, size):
    header = read_header(encoded(gradient(*size), kind))
    assert header is not None
    assert (header.width, header.height) == size


@pytest.mark.parametrize(
    "options", [{"lossless": True}, {"quality": 80}, {"exif": b"Exif\0\0II*\0\x08\0\0\0\0\0"}]
)
def test_every_webp_chunk_tells_its_size(options):
    header = read_header(encoded(gradient(123, 77), "WEBP", **options))
    assert header is not None
    assert (header.width, header.height) == (123, 77)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_png_mode_keeps_a_bright_and_a_dark_half(mode):
    if mode == "I;16":
        image = Image.fromarray(np.repeat(np.uint16([[200, 52000]]), 40, axis=1).repeat(40, axis=0))
    else:
        halves = Image.new("RGB", (80, 40), "white")
        halves.paste((0, 0, 0), (0, 0, 40, 40))
        image = halves.convert(mode)
    pixels = open_picture(encoded(image, "PNG"))
    assert pixels[20, 10, 0] < 10
    assert pixels[20, 70, 0] > 180


def test_transparency_of_palette_and_colour_key_survives():
    keyed = Image.new("RGB", (20, 20), (1, 2, 3))
    keyed.paste((200, 0, 0), (10, 0, 20, 20))
    alpha = open_picture(encoded(keyed, "PNG", transparency=(1, 2, 3)))[..., 3]
    assert alpha[5, 2] == 0
    assert alpha[5, 15] == 255
    palette = keyed.quantize(4)
    clear = palette.getpixel((0, 0))
    assert open_picture(encoded(palette, "GIF", transparency=clear))[5, 2, 3] == 0


def test_cmyk_jpeg_keeps_its_colour():
    red = Image.new("RGB", (64, 64), (230, 20, 30)).convert("CMYK")
    pixel = open_picture(encoded(red, "JPEG", quality=95))[32, 32]
    drift = np.abs(pixel[:3].astype(int) - (230, 20, 30)).max()
    assert drift <= 12, f"drift {drift}"


def test_interlaced_and_progressive_pictures_open():
    assert open_picture(encoded(gradient(90, 50), "JPEG", progressive=True)).shape == (50, 90, 4)
    assert open_picture(encoded(gradient(90, 50), "GIF", interlace=1)).shape == (50, 90, 4)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_exif_orientation_is_honoured(orientation, kind):
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    upright = Image.new("RGB", (64, 32), (0, 0, 255))
    upright.paste((255, 0, 0), (0, 0, 32, 16))
    stored = upright.transpose(undo[orientation]) if orientation in undo else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    pixels = open_picture(encoded(stored, kind, exif=exif))
    assert pixels.shape == (32, 64, 4)
    assert pixels[4, 8, 0] > 200, "the red quarter is in the upper left"
    assert pixels[28, 56, 2] > 200


def test_an_animation_gives_its_first_frame():
    frames = [Image.new("RGB", (30, 30), colour) for colour in ("red", "lime", "blue")]
    for kind in ("GIF", "WEBP"):
        data = encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=50)
        assert open_picture(data)[15, 15, 0] > 200
        assert open_picture(data)[15, 15, 1] < 60


def test_large_pictures_are_reduced_to_the_kept_edge():
    assert open_picture(encoded(Image.new("L", (4000, 1000), 128), "JPEG")).shape == (384, KEPT_EDGE, 4)
    assert open_picture(encoded(Image.new("1", (MAX_EDGE, 20)), "PNG")).shape == (4, KEPT_EDGE, 4)


def test_a_30000_pixel_png_is_refused_before_it_costs_memory():
    data = huge_png(30_000, 1_000_000)
    tracemalloc.start()
    with warnings.catch_warnings(record=True) as seen, pytest.raises(PictureTooLarge) as caught:
        open_picture(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert caught.value.values == {"width": 30_000, "height": 30_000, "limit": MAX_EDGE}
    assert peak < 100_000, f"{peak} bytes"
    assert not seen


def test_many_pixels_within_the_edge_limit_are_refused_too():
    with pytest.raises(PictureTooLarge):
        open_picture(huge_png(MAX_EDGE, 10))


def test_a_second_header_that_promises_more_is_refused():
    small = encoded(gradient(10, 10), "PNG")
    more = chunk(b"IHDR", struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0))
    with pytest.raises(PictureUnreadable):
        open_picture(small[:33] + more + small[33:])


def test_too_many_bytes_are_refused():
    with pytest.raises(PictureTooHeavy) as caught:
        open_picture(bytes(MAX_BYTES + 1))
    assert caught.value.values == {"limit_mb": 10}


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
@pytest.mark.parametrize("share", [0.05, 0.5, 0.9])
def test_truncated_pictures_are_refused_not_half_shown(kind, share):
    data = encoded(gradient(400, 300), kind)
    with pytest.raises(PictureUnreadable):
        open_picture(data[: int(len(data) * share)])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"RIFF\0\0\0\0WEBP",
        b"RIFF\0\0\0\0WEBPVP8X",
        b"GIF89a",
        "これは絵ではない。".encode(),
        bytes(range(256)) * 40,
        b"<html></html>",
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 0, 0, 8, 2, 0, 0, 0)),
        b"\xff\xd8" + b"\xff" * 1_000_000,
        b"\xff\xd8" + b"\xff\xd0" * 1_000_000,
    ],
)
def test_what_is_no_picture_is_unreadable(data):
    with pytest.raises(PictureUnreadable):
        open_picture(data)


def test_foreign_errors_keep_their_cause():
    data = encoded(gradient(400, 300), "JPEG")
    with pytest.raises(PictureUnreadable) as caught:
        open_picture(data[: len(data) // 2])
    assert isinstance(caught.value.__cause__, OSError)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (encoded(gradient(9, 9), "TIFF"), "TIFF"),
        (encoded(gradient(9, 9), "BMP"), "BMP"),
        (encoded(gradient(16, 16), "ICO"), "ICO"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\0\0\0\x20ftypisom", "MP4"),
        (b"\0\0\0\x20ftypavif", "AVIF"),
        (b"\0\0\0\x20ftypheic", "HEIC"),
        (b"\x1aE\xdf\xa3\0\0", "WebM"),
    ],
)
def test_other_kinds_are_named_in_the_refusal(data, kind):
    with pytest.raises(PictureKindRefused) as caught:
        open_picture(data)
    assert caught.value.values == {"kind": kind}


def test_a_kept_picture_is_deterministic_upright_and_without_metadata():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "where I live"
    data = encoded(gradient(300, 200), "JPEG", exif=exif)
    kept = keep_picture(data)
    assert kept == keep_picture(data)
    assert b"where I live" not in kept
    assert (open_picture(kept) == open_picture(data)).all()
    assert open_picture(kept).shape == (300, 200, 4)


def test_the_heaviest_picture_can_be_opened_again_once_kept():
    noise = np.random.default_rng(5).integers(0, 256, (KEPT_EDGE, KEPT_EDGE, 4), dtype=np.uint8)
    assert len(encode_art(noise)) <= MAX_BYTES


@pytest.mark.parametrize("opaque", [True, False])
def test_art_comes_back_exactly_even_under_transparent_pixels(opaque):
    rgba = np.random.default_rng(1).integers(0, 256, (64, 80, 4), dtype=np.uint8)
    if opaque:
        rgba[..., 3] = 255
    data = encode_art(rgba)
    assert (decode_art(data) == rgba).all()
    assert encode_art(rgba) == data


@pytest.mark.parametrize("data", [b"", b"no art", encoded(gradient(4, 4), "PNG")])
def test_other_bytes_are_not_art(data):
    with pytest.raises(ValueError, match="not art"):
        decode_art(data)
