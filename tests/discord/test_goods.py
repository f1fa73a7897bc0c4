"""A seal as a sticker or an emoji of the server: who may, what it is called, what stands in the way."""

import io
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import discord
import pytest
from PIL import Image

from bot.errors import EmojiFull, HandsTied, KirasealError, NameTaken, NotTaken, StickersFull
from bot.pipeline.pool import ProcessPool
from bot.stickers.design import Attribute, Design, Foil, FrameType, Rarity, Style
from bot.stickers.keeping import Sticker
from bot.words import Words
from cogs.goods import emoji_name, sticker_name
from cogs.more import EMOJI, SERVER_STICKER
from tests.discord.harness import Member, Reply, Stage
from tests.discord.house import House, open_house, settings_in
from tests.discord.seals import pressed, said, seal

JAPANESE, ENGLISH = Words.for_locale("ja"), Words.for_locale("en-US")


@dataclass
class FullPantry:
    """Keeps what it is given; a `trouble` is raised instead."""

    trouble: KirasealError | None = None
    kept: list[tuple[str, bytes]] = field(default_factory=list)

    async def add_sticker(self, guild: discord.Guild, name: str, title: str, data: bytes) -> str:
        return await self._keep(name, data)

    async def add_emoji(self, guild: discord.Guild, name: str, data: bytes, *, moves: bool) -> str:
        return await self._keep(name, data)

    async def _keep(self, name: str, data: bytes) -> str:
        if self.trouble is not None:
            raise self.trouble
        self.kept.append((name, data))
        return name


@pytest.fixture
async def backstage(tmp_path: Path, pool: ProcessPool) -> AsyncIterator[House]:
    async with open_house(settings_in(tmp_path), pool) as house:
        yield house


def stocked(stage: Stage, pantry: FullPantry) -> FullPantry:
    stage.bot.get_cog("SealCog").pantry = pantry
    return pantry


async def keeper(stage: Stage) -> Member:
    role = stage.guild.create_role("Keepers", permissions=discord.Permissions(create_expressions=True))
    return await stage.newcomer("Mika", role)


async def taken(stage: Stage, member: Member, more: Reply, form: str) -> Reply:
    answer = await member.choose(more, form)
    await stage.settled()
    return answer


@pytest.mark.parametrize(("form", "size"), [(SERVER_STICKER, 320), (EMOJI, 128)])
async def test_a_keeper_of_the_server_adds_it(stage: Stage, form: str, size: int) -> None:
    mika = await keeper(stage)
    more = await pressed(stage, mika, await seal(stage), "more")
    await stage.restart()
    pantry = stocked(stage, FullPantry())
    answer = await taken(stage, mika, more, form)
    ((name, data),) = pantry.kept
    assert name == "Leo"
    assert Image.open(io.BytesIO(data)).size == (size, size)
    assert answer.ephemeral
    assert answer.text == ENGLISH(f"added-{form}", name="Leo")


async def test_others_are_not_offered_it(stage: Stage) -> None:
    first = await seal(stage)
    offered = await pressed(stage, await keeper(stage), first, "more")
    more = await pressed(stage, stage.robin, first, "more")
    values = [[option["value"] for option in menu["options"]] for menu in (*offered.parts(3), *more.parts(3))]
    assert values == [["png", "gif", "pdf", SERVER_STICKER, EMOJI], ["png", "gif", "pdf"]]


async def test_an_upload_in_direct_messages_is_not_offered(stage: Stage) -> None:
    reply = await stage.robin.dm.slash("sticker", name="Leo", rarity="normal")
    await stage.settled()
    more = await pressed(stage, stage.robin.dm, reply, "more")
    assert [option["value"] for option in more.parts(3)[0]["options"]] == ["png", "gif", "pdf"]


@pytest.mark.parametrize(
    "trouble",
    [StickersFull(), EmojiFull(), HandsTied(), NotTaken(), NameTaken(name="Leo")],
    ids=lambda trouble: trouble.key,
)
async def test_what_the_server_refuses_is_one_private_sentence(stage: Stage, trouble: KirasealError) -> None:
    mika = await keeper(stage)
    more = await pressed(stage, mika, await seal(stage), "more")
    stocked(stage, FullPantry(trouble))
    assert said(await taken(stage, mika, more, EMOJI)) == ENGLISH.sentence(trouble)


def sticker(name: str, number: int | None = 7) -> Sticker:
    style = Style(frame_type=FrameType.PLAIN, frame_color="gold", foil=Foil.WAVE)
    design = Design(
        name=name, title="", prompt="", attribute=Attribute.HOLY, rarity=Rarity.NORMAL, style=style
    )
    return Sticker(
        id="cabcdefghijklmnop",
        owner_id="c1",
        owner_discord_id=1,
        owner_name="Haru",
        design=design,
        image_url="",
        private=False,
        server_id=1,
        channel_id=1,
        number=number,
        painter="procedural",
        art=None,
        renderer_version=1,
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
        parent_id=None,
    )


@pytest.mark.parametrize(
    ("name", "emoji"),
    [
        ("Leo", "Leo"),
        ("King of the Hill!", "King_of_the_Hill"),
        ("炎聖王レオン", "seal_7"),
        ("A", "seal_7"),
        ("x" * 50, "x" * 32),
        ("__", "seal_7"),
    ],
)
def test_an_emoji_has_a_name_that_discord_allows(name: str, emoji: str) -> None:
    assert emoji_name(sticker(name)) == emoji


def test_a_sticker_has_a_name_that_discord_allows() -> None:
    assert sticker_name(sticker("炎")) == "炎 7"
    assert sticker_name(sticker("炎", None)) == "炎 klmnop"
    assert sticker_name(sticker("x" * 50)) == "x" * 30
    assert sticker_name(sticker("炎聖王")) == "炎聖王"
