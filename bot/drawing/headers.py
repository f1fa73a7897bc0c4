"""Read a picture's kind and size from its first bytes. Decodes nothing, so a hostile one costs nothing."""

import re
import struct
from dataclasses import dataclass

PNG, JPEG, WEBP, GIF = "PNG", "JPEG", "WebP", "GIF"

_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", PNG),
    (0, b"\xff\xd8\xff", JPEG),
    (8, b"WEBP", WEBP),
    (0, b"GIF87a", GIF),
    (0, b"GIF89a", GIF),
    (0, b"BM", "BMP"),
    (0, b"II*\x00", "TIFF"),
    (0, b"MM\x00*", "TIFF"),
    (0, b"II+\x00", "TIFF"),
    (0, b"%PDF", "PDF"),
    (0, b"8BPS", "PSD"),
    (0, b"\x00\x00\x01\x00", "ICO"),
    (0, b"\xff\x0a", "JPEG XL"),
    (0, b"\x00\x00\x00\x0cJXL ", "JPEG XL"),
    (0, b"\x00\x00\x00\x0cjP  ", "JPEG 2000"),
    (4, b"ftypavif", "AVIF"),
    (4, b"ftypavis", "AVIF"),
    (4, b"ftyphei", "HEIC"),
    (4, b"ftyphev", "HEIC"),
    (4, b"ftypmif1", "HEIC"),
    (4, b"ftyp", "MP4"),
    (0, b"\x1aE\xdf\xa3", "WebM"),
    (8, b"AVI ", "AVI"),
)
"""Offset, bytes, kind. First match wins: the exact brands of an ftyp box stand before the box itself."""

_FRAME_HEADERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers SOF0-SOF15; the three left out are tables (ITU T.81, table B.1)."""

_LONE_MARKERS = frozenset({0x01, *range(0xD0, 0xDA)})
"""JPEG markers without a length behind them."""

_START_OF_SCAN = 0xDA

_END_OF_IMAGE = 0xD9
_NEXT_MARKER = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])")
"""The end of a scan's data, in which an 0xFF is followed by 0x00 or a restart marker."""

_MOST_MARKERS = 4096
"""Real JPEGs have some dozens. Without an end, 10 MB of fill bytes would keep us here for seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the first bytes promise. Size in pixels, before any EXIF turn; 0 for kinds we do not open.

    `scans` counts the passes over all pixels that a JPEG asks for: one, or about ten where it is progressive.
    """

    kind: str
    width: int = 0
    height: int = 0
    scans: int = 1


def read_header(data: bytes) -> Header | None:
    """Tell kind and size of a picture, or None when the bytes are no picture (or too few to be one)."""
    kind = _kind(data)
    try:
        match kind:
            case None:
                return None
            case "PNG":
                width, height = struct.unpack_from(">II", data, 16)
            case "GIF":
                width, height = struct.unpack_from("<HH", data, 6)
            case "WebP":
                width, height = _webp_size(data)
            case "JPEG":
                width, height, scans_at = _jpeg_size(data)
                return Header(kind=kind, width=width, height=height, scans=_jpeg_scans(data, scans_at))
            case _:
                return Header(kind=kind)
    except struct.error:
        return None
    return Header(kind=kind, width=width, height=height)


def _kind(data: bytes) -> str | None:
    for offset, signature, kind in _SIGNATURES:
        if data.startswith(signature, offset):
            return kind
    # SVG is text, so it has no signature: look for its root in the first kilobyte.
    return "SVG" if b"<svg" in data[:1024].lower() else None


def _webp_size(data: bytes) -> tuple[int, int]:
    """Size from the three kinds of first chunk (WebP container specification)."""
    match data[12:16]:
        case b"VP8 ":
            width, height = struct.unpack_from("<HH", data, 26)
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            (bits,) = struct.unpack_from("<I", data, 21)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X":
            low_w, high_w, low_h, high_h = struct.unpack_from("<HBHB", data, 24)
            return low_w + (high_w << 16) + 1, low_h + (high_h << 16) + 1
    raise struct.error("no WebP chunk we know")


def _jpeg_size(data: bytes) -> tuple[int, int, int]:
    """Largest size of any frame header before the first scan, and where that scan begins.

    Largest, for a decoder may believe the last of several.
    """
    width = height = 0
    at = 2
    for _ in range(_MOST_MARKERS):
        lead, marker = struct.unpack_from("BB", data, at)
        if lead != 0xFF:
            break
        if marker == 0xFF:  # a fill byte
            at += 1
        elif marker in _LONE_MARKERS:
            at += 2
        elif marker == _START_OF_SCAN:
            return width, height, at
        else:
            (length,) = struct.unpack_from(">H", data, at + 2)
            if marker in _FRAME_HEADERS:
                frame_height, frame_width = struct.unpack_from(">HH", data, at + 5)
                width, height = max(width, frame_width), max(height, frame_height)
            at += 2 + length
    raise struct.error("no scan")


def _jpeg_scans(data: bytes, at: int) -> int:
    """How many scans follow, from the first, which begins at `at`, to the end of the picture."""
    scans = 0
    for _ in range(_MOST_MARKERS):
        found = _NEXT_MARKER.search(data, at)
        if found is None or found[1][0] == _END_OF_IMAGE:
            return scans
        scans += found[1][0] == _START_OF_SCAN
        at = found.end()
        if found[1][0] not in _LONE_MARKERS and len(data) >= at + 2:
            at += max(2, *struct.unpack_from(">H", data, at))
    return _MOST_MARKERS  # scans may well hide behind so many
