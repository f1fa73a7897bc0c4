"""Drawings that an image server might send: sound ones, and each kind of bad one."""

import base64
import io
import struct
import zlib

from PIL import Image, ImageDraw

Colour = tuple[int, int, int, int]
RED: Colour = (214, 32, 44, 255)
WHITE: Colour = (255, 255, 255, 255)
CLEAR: Colour = (0, 0, 0, 0)


def drawing(
    size: tuple[int, int] = (256, 256),
    *,
    figure: Colour = RED,
    ground: Colour = CLEAR,
    kind: str = "PNG",
) -> bytes:
    """An inked oval in the middle third of a plain ground."""
    picture = Image.new("RGBA", size, ground)
    width, height = size
    box = (width // 3, height // 4, width * 2 // 3, height * 3 // 4)
    ImageDraw.Draw(picture).ellipse(box, fill=figure, outline=(20, 10, 30, 255), width=max(2, width // 50))
    return encoded(picture if kind == "PNG" else picture.convert("RGB"), kind)


def scenery(size: tuple[int, int] = (256, 256)) -> bytes:
    """A picture whose rim is of many colours and which has no transparency."""
    picture = Image.radial_gradient("L").resize(size)
    across = Image.linear_gradient("L").resize(size)
    return encoded(Image.merge("RGB", (picture, across, across.rotate(90))), "PNG")


def encoded(picture: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def cut_short(data: bytes) -> bytes:
    return data[: len(data) // 2]


def bomb(edge: int = 30_000) -> bytes:
    """A PNG of some hundred bytes that claims to be `edge` pixels square."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", edge, edge, 8, 6, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def as_text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
