"""What hostile or odd files become: the right picture, or a refusal, within bounds. Never anything else."""

import io
import struct
import subprocess
import sys
import zipfile
import zlib

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from bot.drawing import pictures
from bot.drawing.headers import JPEG, Header, read_header
from bot.drawing.pictures import MAX_BYTES, MAX_SCANS, keep_picture, open_picture
from bot.errors import PictureTooLarge, PictureUnreadable, Refused

KINDS = ("PNG", "JPEG", "WEBP", "GIF")
SIGNATURE = b"\x89PNG\r\n\x1a\n"
AFTER_IHDR = 33
HTML = b"<html><script>alert(1)</script></html>"


def encoded(image: Image.Image, kind: str, **options) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def quarters(size: int = 64) -> Image.Image:
    """Red, green, blue and white: turned or off-colour pictures show at once."""
    image = Image.new("RGB", (size, size), "white")
    half = size // 2
    for colour, corner in (("red", (0, 0)), ("lime", (half, 0)), ("blue", (0, half))):
        image.paste(colour, (*corner, corner[0] + half, corner[1] + half))
    return image


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("META-INF/MANIFEST.MF", "Main-Class: Evil")
    return out.getvalue()


def chunk(kind: bytes, body: bytes = b"") -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int, depth: int, colour: int, rows: bytes, *, interlace: int = 0) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)
    return SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND")


def with_chunk(kind: bytes, body: bytes) -> bytes:
    whole = encoded(quarters(), "PNG")
    return whole[:AFTER_IHDR] + chunk(kind, body) + whole[AFTER_IHDR:]


def much_from_little(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(megabytes)) + packer.flush()


def is_quarters(pixels: np.ndarray) -> bool:
    edge = pixels.shape[0]
    near, far = edge // 4, 3 * edge // 4
    found = [pixels[y, x, :3].astype(int) for y, x in ((near, near), (near, far), (far, near), (far, far))]
    wanted = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)]
    return all(np.abs(one - other).max() < 40 for one, other in zip(found, wanted, strict=True))


# Polyglots: another kind of file in front of, inside or behind a picture.


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("passenger", [zipped(), HTML, b"MZ\x90\0" + bytes(400)], ids=["ZIP", "HTML", "EXE"])
def test_what_rides_behind_a_picture_is_left_behind(kind: str, passenger: bytes) -> None:
    kept = keep_picture(encoded(quarters(), kind) + passenger)
    assert is_quarters(open_picture(kept))
    assert passenger not in kept
    assert not zipfile.is_zipfile(io.BytesIO(kept))


def test_what_rides_in_a_comment_or_a_text_is_left_behind() -> None:
    for data in (
        encoded(quarters(), "JPEG", comment=HTML),
        encoded(quarters(), "GIF", comment=HTML),
        with_chunk(b"tEXt", b"Comment\0" + HTML),
    ):
        assert HTML in data
        kept = keep_picture(data)
        assert HTML not in kept
        assert is_quarters(open_picture(kept))


def test_a_picture_behind_another_file_is_no_picture() -> None:
    for before in (HTML, zipped(), b"%PDF-1.7\n", b"\n"):
        with pytest.raises(Refused):
            open_picture(before + encoded(quarters(), "PNG"))


def test_a_name_that_lies_about_the_kind_does_not_matter_for_the_bytes_tell() -> None:
    for kind in KINDS:
        data = encoded(quarters(), kind)
        header = read_header(data)
        assert header is not None
        assert header.kind.upper() == kind


# Bombs: much work or memory from few bytes.


@pytest.mark.parametrize(
    ("kind", "before"), [(b"zTXt", b"a\0\0"), (b"iTXt", b"a\0\1\0\0\0"), (b"iCCP", b"a\0\0")]
)
def test_a_bomb_in_a_png_text_or_profile_is_not_unpacked(kind: bytes, before: bytes) -> None:
    with pytest.raises(PictureUnreadable):
        open_picture(with_chunk(kind, before + much_from_little(200)))


def many_scans(scans: int, *, between: bytes = b"") -> bytes:
    """A progressive JPEG whose last scan comes again and again."""
    data = encoded(quarters(), "JPEG", progressive=True)
    last = data.rfind(b"\xff\xda")
    return data[:-2] + (between + data[last:-2]) * scans + b"\xff\xd9"


def test_a_progressive_jpeg_is_passed_over_a_hundred_times_and_no_more() -> None:
    assert read_header(many_scans(0)) == Header(kind=JPEG, width=64, height=64, scans=10)
    assert is_quarters(open_picture(many_scans(MAX_SCANS - 10)))
    with pytest.raises(PictureUnreadable):
        open_picture(many_scans(MAX_SCANS - 9))


def test_scans_behind_thousands_of_comments_are_not_overlooked() -> None:
    comments = b"\xff\xfe\x00\x02" * 5000
    with pytest.raises(PictureUnreadable):
        open_picture(many_scans(1, between=comments) + many_scans(200))


def test_scans_of_a_thumbnail_or_behind_the_end_do_not_count() -> None:
    inner = many_scans(80)
    thumbnail = b"\xff\xe3" + struct.pack(">H", 2 + len(inner)) + inner
    outer = many_scans(50)
    data = outer[:2] + thumbnail + outer[2:] + many_scans(80)
    header = read_header(data)
    assert header is not None
    assert header.scans == 60


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_an_animation_of_thousands_of_frames_costs_one_frame(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = quarters(16)
    others = [Image.new("RGB", (16, 16), (n % 256, n // 256, 7)) for n in range(2000)]
    options = {"lossless": True, "method": 0} if kind == "WEBP" else {}
    data = encoded(first, kind, save_all=True, append_images=others, **options)
    monkeypatch.setattr(pictures, "LONGEST_LOOK", 1.0)
    assert is_quarters(open_picture(data))


def test_a_gif_whose_first_frame_is_larger_than_its_screen_is_refused() -> None:
    data = bytearray(encoded(Image.new("L", (2000, 2000)), "GIF"))
    data[6:10] = struct.pack("<HH", 1, 1)
    with pytest.raises(PictureUnreadable):
        open_picture(bytes(data))


def test_a_webp_that_would_need_a_gigabyte_is_refused_with_a_size_that_is_not() -> None:
    data = encoded(Image.new("RGB", (6000, 5000)), "WEBP", lossless=True, method=0, quality=0)
    with pytest.raises(PictureTooLarge) as caught:
        open_picture(data)
    assert caught.value.values == {"width": 6000, "height": 5000, "limit": 5000}


@pytest.mark.parametrize("piece", [chunk(b"tEXt", b"a\0"), chunk(b"vpAg"), chunk(b"IDAT")])
def test_a_million_tiny_chunks_are_read_or_refused_within_the_bound(piece: bytes) -> None:
    whole = encoded(quarters(), "PNG")
    data = whole[:AFTER_IHDR] + piece * ((MAX_BYTES - len(whole)) // len(piece)) + whole[AFTER_IHDR:]
    assert is_quarters(open_picture(data))


def test_opening_that_takes_too_long_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    data = encoded(Image.new("RGB", (3000, 3000)), "PNG")
    monkeypatch.setattr(pictures, "LONGEST_LOOK", 0.01)
    with pytest.raises(PictureUnreadable) as caught:
        open_picture(data)
    assert isinstance(caught.value.__cause__, TimeoutError)


OPEN_WITH_LITTLE_MEMORY = """
import sys
from bot.drawing import pictures
from bot.errors import PictureUnreadable
pictures.MOST_MEMORY = 8 * 1024 * 1024
try:
    pictures.open_picture(sys.stdin.buffer.read())
except PictureUnreadable as exc:
    print(type(exc.__cause__).__name__)
"""


def test_opening_that_takes_too_much_memory_is_a_refusal() -> None:
    # In a process of its own: the tests before have left memory that is free to be used without being asked for.
    data = encoded(Image.new("RGB", (3000, 3000)), "PNG")
    opened = subprocess.run(
        [sys.executable, "-c", OPEN_WITH_LITTLE_MEMORY], input=data, capture_output=True, check=True
    )
    assert opened.stdout.decode().strip() == "MemoryError"


# Oddities: sound pictures of a rare make.


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("colour", [0, 2, 4, 6], ids=["grey", "RGB", "grey+alpha", "RGBA"])
def test_every_depth_of_png_keeps_dark_and_bright(depth: int, colour: int) -> None:
    samples = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
    peak = (1 << depth) - 1
    dark, bright = [0] * samples, [peak] * samples
    if colour in (4, 6):
        dark[-1] = peak
    row = b"".join(value.to_bytes(depth // 8, "big") for value in dark * 4 + bright * 4)
    pixels = open_picture(png(8, 8, depth, colour, (b"\0" + row) * 8))
    assert pixels[4, 1].tolist() == [0, 0, 0, 255]
    assert pixels[4, 6].tolist() == [255, 255, 255, 255]


def test_an_interlaced_png_opens_like_a_plain_one() -> None:
    passes = (
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    )
    pixels = np.asarray(quarters(16))
    rows = b"".join(
        b"\0" + pixels[y, x::across].tobytes()
        for x, y_first, across, down in passes
        for y in range(y_first, 16, down)
    )
    interlaced = open_picture(png(16, 16, 8, 2, rows, interlace=1))
    assert (interlaced[..., :3] == pixels).all()


def test_a_picture_in_many_pictures_gives_the_first() -> None:
    others = [Image.new("RGB", (64, 64))]
    assert is_quarters(open_picture(encoded(quarters(), "MPO", save_all=True, append_images=others)))


def test_broken_metadata_in_a_sound_picture_does_no_harm() -> None:
    for exif in (
        b"Exif\0\0",
        b"Exif\0\0II*\0\xff\xff\xff\xff",
        b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + bytes(40),
    ):
        assert is_quarters(open_picture(encoded(quarters(), "JPEG", exif=exif, quality=95)))
    for orientation in (0, 9, 65535):
        exif = Image.Exif()
        exif[0x0112] = orientation
        assert is_quarters(open_picture(encoded(quarters(), "PNG", exif=exif)))


# Colour profiles.


def tag_table(profile: bytes) -> dict[bytes, int]:
    """Where the entry of each tag stands (ICC.1:2010, 7.3)."""
    (count,) = struct.unpack_from(">I", profile, 128)
    return {profile[132 + 12 * n : 136 + 12 * n]: 132 + 12 * n for n in range(count)}


def swapped_profile() -> bytes:
    """sRGB with red and green exchanged: whoever ignores it shows red for green."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    tags = tag_table(bytes(profile))
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    profile[red + 4 : red + 12], profile[green + 4 : green + 12] = (
        profile[green + 4 : green + 12],
        profile[red + 4 : red + 12],
    )
    return bytes(profile)


def cmyk_profile() -> bytes:
    """A press whose cyan ink is red: a table of Lab values for each ink on or off (ICC.1:2010, 10.9, lut8)."""
    paper, red_ink = (255, 128, 128), (138, 209, 195)
    inks = b"".join(bytes(red_ink if ink & 8 else paper) for ink in range(16))
    identity = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    straight = bytes(range(256))
    table = b"mft1\0\0\0\0\x04\x03\x02\0" + identity + straight * 4 + inks + straight * 3
    table += bytes(-len(table) % 4)
    white = b"XYZ \0\0\0\0" + struct.pack(">3i", 63190, 65536, 54061)
    first = 128 + 4 + 2 * 12
    tags = struct.pack(">I", 2)
    tags += b"A2B0" + struct.pack(">II", first, len(table))
    tags += b"wtpt" + struct.pack(">II", first + len(table), len(white))
    body = tags + table + white
    head = struct.pack(">I", 128 + len(body)) + b"\0\0\0\0\x02\x40\0\0prtrCMYKLab " + bytes(12) + b"acsp"
    head = head.ljust(68, b"\0") + struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + body


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_colours_are_those_that_the_profile_means(kind: str) -> None:
    green = Image.new("RGB", (32, 32), (0, 255, 0))
    pixel = open_picture(encoded(green, kind, icc_profile=swapped_profile()))[16, 16]
    assert pixel[0] > 230, f"green by number is red by profile, but it came out as {pixel}"
    assert pixel[1] < 30


def test_a_profile_leaves_transparency_as_it_is() -> None:
    clear = Image.new("RGBA", (32, 32), (0, 255, 0, 90))
    assert open_picture(encoded(clear, "PNG", icc_profile=swapped_profile()))[16, 16].tolist() == [
        255,
        0,
        0,
        90,
    ]


def test_inks_are_mixed_as_the_press_of_the_profile_does() -> None:
    cyan = Image.new("CMYK", (32, 32), (255, 0, 0, 0))
    assert open_picture(encoded(cyan, "JPEG"))[16, 16, 0] < 30
    red, green, blue, _ = open_picture(encoded(cyan, "JPEG", icc_profile=cmyk_profile()))[16, 16].astype(int)
    assert red > 100 > 4 * max(green, blue), (
        f"cyan ink is red on this press, but came out as {(red, green, blue)}"
    )


@pytest.mark.parametrize(
    "profile",
    [b"no profile", bytes(128), swapped_profile()[:200], cmyk_profile(), bytes(64_000)],
    ids=["words", "zeros", "cut", "for inks", "long"],
)
def test_a_profile_that_makes_no_sense_is_passed_over(profile: bytes) -> None:
    assert is_quarters(open_picture(encoded(quarters(), "PNG", icc_profile=profile)))


# Damage.

WHOLE = {kind: encoded(quarters(40), kind) for kind in KINDS} | {
    "progressive": encoded(quarters(40), "JPEG", progressive=True),
    "CMYK": encoded(quarters(40).convert("CMYK"), "JPEG", icc_profile=cmyk_profile()),
    "EXIF": encoded(quarters(40), "WEBP", exif=b"Exif\0\0II*\0\x08\0\0\0\0\0", icc_profile=swapped_profile()),
    "animated": encoded(quarters(40), "GIF", save_all=True, append_images=[Image.new("RGB", (40, 40))]),
    "APNG": encoded(quarters(40), "PNG", save_all=True, append_images=[Image.new("RGB", (40, 40))]),
}


def opens_or_is_refused(data: bytes) -> None:
    try:
        pixels = open_picture(data)
    except Refused:
        return
    assert pixels.dtype == np.uint8
    assert pixels.ndim == 3
    assert pixels.shape[2] == 4


@pytest.mark.parametrize("kind", WHOLE)
def test_a_picture_cut_anywhere_opens_or_is_refused(kind: str) -> None:
    data = WHOLE[kind]
    for length in range(0, len(data), max(1, len(data) // 150)):
        opens_or_is_refused(data[:length])


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    kind=st.sampled_from(sorted(WHOLE)),
    flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=8),
)
def test_flipped_bits_open_or_are_refused(kind: str, flips: list[tuple[float, int]]) -> None:
    data = bytearray(WHOLE[kind])
    for place, bits in flips:
        data[int(place * len(data))] ^= bits
    opens_or_is_refused(bytes(data))


@settings(max_examples=300, deadline=None)
@given(
    start=st.sampled_from(
        [b"", SIGNATURE, b"\xff\xd8\xff", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"RIFF\0\0\0\0WEBPVP8X"]
    ),
    rest=st.binary(max_size=400),
)
@example(start=b"\xff\xd8\xff", rest=b"\xda")
@example(start=b"\xff\xd8", rest=b"\xff\xda\xff\xe0")
def test_headers_of_any_bytes_are_read_or_are_none(start: bytes, rest: bytes) -> None:
    header = read_header(start + rest)
    assert header is None or (header.width >= 0 and header.height >= 0 and header.scans >= 0)
    opens_or_is_refused(start + rest)
