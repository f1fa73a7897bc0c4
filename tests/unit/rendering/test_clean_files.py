"""What we post carries pixels and nothing else: no EXIF, XMP, colour profile, text or comment."""

import struct
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from bot.rendering import jobs
from bot.rendering.typefaces import Typefaces
from bot.stickers.design import Design
from bot.stickers.printing import PrintFormat, word_sheet
from bot.words import Language, Words

Designs = Callable[..., Design]
Job = Callable[[Design, bytes, Typefaces], bytes]

PICTURES: tuple[Job, ...] = (
    jobs.render_still,
    jobs.render_animation,
    jobs.render_animated_webp,
    jobs.render_png,
    jobs.render_draft,
    jobs.render_guild_sticker,
    jobs.render_emoji,
    jobs.render_moving_emoji,
)
OF_PIXELS = {
    *("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF"),
    *("IHDR", "PLTE", "tRNS", "IDAT", "IEND", "acTL", "fcTL", "fdAT", "pHYs"),
    *("image", "NETSCAPE2.0"),
}
"""Chunks and blocks that say what is seen, how large and how fast."""


def parts(data: bytes) -> set[str]:
    """What a WebP, PNG or GIF is made of."""
    if data.startswith(b"RIFF"):
        return set(webp_chunks(data))
    return set(png_chunks(data) if data.startswith(b"\x89PNG") else gif_blocks(data))


def webp_chunks(data: bytes) -> Iterator[str]:
    at = 12
    while at < len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        yield kind.decode()
        at += 8 + length + length % 2


def png_chunks(data: bytes) -> Iterator[str]:
    at = 8
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        yield kind.decode()
        at += 12 + length


def gif_blocks(data: bytes) -> Iterator[str]:
    """Extensions other than timing by their name, and images."""

    def colours(flags: int) -> int:
        return 3 << (flags & 7) + 1 if flags & 0x80 else 0

    at = 13 + colours(data[10])
    while data[at] != 0x3B:
        if data[at] == 0x2C:
            yield "image"
            at += 11 + colours(data[at + 9])
        else:
            if data[at + 1] != 0xF9:
                yield "comment" if data[at + 1] == 0xFE else data[at + 3 : at + 14].decode()
            at += 2
        while data[at]:
            at += data[at] + 1
        at += 1
    assert at + 1 == len(data), f"{len(data) - at - 1} bytes stand behind the picture"


@pytest.mark.parametrize("job", PICTURES, ids=lambda job: job.__name__)
def test_a_picture_is_made_of_pixels_alone(
    job: Job, design: Designs, encoded_art: bytes, faces: Typefaces
) -> None:
    found = parts(job(design(), encoded_art, faces))
    assert found
    assert found <= OF_PIXELS, f"it also holds {found - OF_PIXELS}"


def test_a_binder_page_is_made_of_pixels_alone(design: Designs, encoded_art: bytes, faces: Typefaces) -> None:
    still = jobs.render_still(design(), encoded_art, faces)
    assert parts(jobs.render_binder_page([still], faces, first_number=1)) <= OF_PIXELS


def test_a_print_sheet_says_what_it_is_and_nothing_of_its_pictures(
    design: Designs, encoded_art: bytes, faces: Typefaces
) -> None:
    say, kind = Words(Language.ENGLISH), PrintFormat()
    proof = jobs.render_proof(design(), encoded_art, faces, back=None, kind=kind, count=1)
    words = word_sheet(say, count=1, day=datetime(2026, 1, 1, tzinfo=UTC).date())
    sheet = jobs.bind_print_sheets([proof], faces, kind=kind, words=words)
    assert not any(
        word in sheet for word in (b"/Metadata", b"<x:xmpmeta", b"/Author", b"/Creator ", b"Exif\0\0")
    )
