"""Bad input gets a clear sentence or a good picture: through the real bot, in both languages."""

import io
import re
import struct
import zlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from bot.pipeline.pool import ProcessPool
from bot.words import Words
from models import GeneratedImage, Task
from tests.discord.harness import Member, Reply, Stage
from tests.discord.house import House, open_house, settings_in

JAPANESE, ENGLISH = Words.for_locale("ja"), Words.for_locale("en-US")


@pytest.fixture
async def backstage(tmp_path: Path, pool: ProcessPool) -> AsyncIterator[House]:
    async with open_house(settings_in(tmp_path), pool) as house:
        yield house


def encoded(kind: str, size: tuple[int, int] = (300, 200), mode: str = "RGB", **options: Any) -> bytes:
    noise = np.random.default_rng(1).integers(0, 255, (size[1], size[0], 3), np.uint8)
    out = io.BytesIO()
    Image.fromarray(noise).convert(mode).save(out, kind, **options)
    return out.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(edge: int = 30_000) -> bytes:
    """A PNG of edge x edge pixels in very few bytes: one bit a pixel, all of them black."""
    rows = zlib.compressobj(9)
    row = bytes(1 + edge // 8)
    packed = b"".join(rows.compress(row) for _ in range(edge)) + rows.flush()
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", edge, edge, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def animated_gif() -> bytes:
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "green", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=100, loop=0)
    return out.getvalue()


async def refused(stage: Stage, member: Member, /, **options: Any) -> str:
    """Order what must be refused: one private sentence, nothing written, nothing left in the channel."""
    reply = await member.slash("sticker", **options)
    await stage.settled()
    answers = [reply, *reply.followups] if reply.result.response else reply.followups
    (answer,) = (one for one in answers if one.text)
    assert answer.ephemeral
    assert not await Task.all().exists()
    assert not await GeneratedImage.all().exists()
    assert [said.text for said in stage.replies() if not said.ephemeral] == []
    return answer.sentence


async def drawn(stage: Stage, member: Member, /, **options: Any) -> Reply:
    """Order what must succeed: the message ends as one picture."""
    reply = await member.slash("sticker", rarity="normal", **options)
    await stage.settled()
    (name,) = reply.pictures
    assert Image.open(io.BytesIO(reply.files[name])).size == (1024, 1024), reply.text
    return reply


@pytest.mark.parametrize(
    "blank", [" ", "\u3000", "\u200b\u200b\u200d", "\x00\x07\x1b", "\u3164", "\u202e\u2066"]
)
async def test_a_name_that_cannot_be_seen_is_no_name(stage: Stage, blank: str) -> None:
    assert await refused(stage, stage.haru, name=blank) == JAPANESE("error-nothing-asked")


async def test_five_thousand_characters_are_refused_with_the_limit(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Discord itself stops long options; a client that does not is what we guard against.
    for option in stage.bot.tree.get_command("sticker").parameters:
        monkeypatch.setattr(option._Parameter__parent, "max_value", None)
    await stage.bot.tree.sync()
    text = await refused(stage, stage.robin, name="A" * 5000)
    assert "5,000" in text
    assert "100" in text


@pytest.mark.parametrize("colour", ["bluish", "#12345", "javascript:alert(1)", "**赤**"])
async def test_a_bad_colour_is_refused_and_shown_as_plain_text(stage: Stage, colour: str) -> None:
    text = await refused(stage, stage.robin, name="Leo", background=colour)
    assert text.startswith("I don’t know the colour")
    assert "**赤**" not in text


@pytest.mark.parametrize(
    ("file", "key"),
    [
        (("notes.png", b"this is a text file, whatever its name says"), "error-picture-unreadable"),
        (("empty.png", b""), "error-picture-unreadable"),
        (("cut.jpg", encoded("JPEG")[:2000]), "error-picture-unreadable"),
    ],
    ids=["text", "empty", "truncated"],
)
async def test_a_file_that_is_no_picture_is_refused(stage: Stage, file: tuple[str, bytes], key: str) -> None:
    assert await refused(stage, stage.haru, picture=file) == JAPANESE(key)


async def test_a_picture_bomb_is_refused_by_its_header(stage: Stage) -> None:
    text = await refused(stage, stage.robin, picture=("bomb.png", bomb()))
    assert "30,000" in text


async def test_a_twenty_megabyte_upload_is_refused_before_it_is_fetched(stage: Stage) -> None:
    text = await refused(stage, stage.robin, picture=("big.png", bytes(20 * 1024 * 1024)))
    assert "10 MB" in text


@pytest.mark.parametrize("kind", ["TIFF", "BMP"])
async def test_a_picture_of_a_kind_we_do_not_take_is_named(stage: Stage, kind: str) -> None:
    assert kind in await refused(stage, stage.robin, picture=(f"a.{kind.lower()}", encoded(kind)))


@pytest.mark.parametrize(
    "picture",
    [
        ("dance.gif", animated_gif()),
        (
            "photo.jpg",
            encoded(
                "JPEG",
                exif=b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00",
            ),
        ),
        ("print.jpg", encoded("JPEG", mode="CMYK")),
        ("dot.png", encoded("PNG", size=(1, 1))),
    ],
    ids=["animated GIF", "EXIF-rotated", "CMYK", "one pixel"],
)
async def test_an_odd_picture_becomes_a_good_one(stage: Stage, picture: tuple[str, bytes]) -> None:
    await drawn(stage, stage.haru, picture=picture)


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/cron.d/evil.png",
        "a\x00.png",
        "\u202egnp.exe",
        f"{'n' * 300}.png",
        "@everyone.png",
        "con",
        "",
    ],
    ids=["climbing", "NUL", "right to left", "long", "mention", "device", "none"],
)
async def test_the_name_of_an_upload_goes_nowhere(stage: Stage, tmp_path: Path, name: str) -> None:
    reply = await drawn(stage, stage.haru, name="Leo", picture=(name, encoded("PNG")))
    (shown,) = reply.pictures
    assert re.fullmatch(r"kiraseal-[a-z0-9]+\.(webp|gif)", shown)
    files = [path.relative_to(tmp_path / "data") for path in (tmp_path / "data").rglob("*") if path.is_file()]
    assert {path.parts[0] for path in files} <= {"art", "images", "sources", "cache", "commands.sha256"}
    assert all(re.fullmatch(r"[a-z0-9-]+\.(webp|gif|sha256)", path.name) for path in files), files


@pytest.mark.parametrize(
    "name",
    ["🔥🐉👑", "한글이름", "مرحبا بالعالم", "龘䨻𪚥", "Ｗ" * 100, "👨‍👩‍👧‍👦", "Å̸̧ç̴ģ̵"],
    ids=["emoji", "Hangul", "Arabic", "rare kanji", "a hundred wide letters", "family", "marks"],
)
async def test_any_script_becomes_a_picture(stage: Stage, name: str) -> None:
    await drawn(stage, stage.haru, name=name)


@pytest.mark.parametrize(
    "name", ["@everyone", "<@1234>", "**bold** # head", "[x](https://example.invalid)", "||no||"]
)
async def test_what_was_typed_is_shown_as_it_is_and_pings_nobody(stage: Stage, name: str) -> None:
    reply = await drawn(stage, stage.robin, name=name)
    shown = await stage.bot.get_partial_messageable(stage.channel.id).fetch_message(reply.message.id)
    assert not shown.mention_everyone
    assert not shown.role_mentions
    heading = reply.text.splitlines()[0].removeprefix("## ")
    assert heading != name, "it went out as Markdown"


async def test_too_many_at_once_are_refused_until_one_is_finished(stage: Stage) -> None:
    house = stage.backstage
    assert isinstance(house, House)
    await house.services.dispatcher.stop(grace=0)  # nothing ends any more
    for number in range(5):
        await stage.haru.slash("sticker", name=f"No. {number}")
    reply = await stage.haru.slash("sticker", name="One too many")
    assert [answer.sentence for answer in reply.followups] == [JAPANESE("error-too-many-waiting", limit=5)]
    assert await Task.all().count() == 5
