import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.stickers.design import Attribute, Design, Effects, Foil, FrameType, Rarity, Style
from bot.stickers.keeping import NewSticker, keep, sticker
from bot.stickers.members import Identity, Member, meet
from models import GeneratedImage, StickerDetail, User, cuid
from models.statements import transact

pytestmark = pytest.mark.usefixtures("database")
MOMENT = datetime(2024, 5, 5, 10, 20, 30, 123_000, UTC)
DESIGN = Design(
    name="炎聖王レオン",
    title="炎の王",
    prompt="炎の剣をもつ若き王",
    attribute=Attribute.HOLY,
    rarity=Rarity.SUPER_RARE,
    style=Style(frame_type=FrameType.SPIKE, frame_color="gold", foil=Foil.RADIAL),
    effects=Effects(aura=False),
    background="#aa0011",
    variation=2,
)


@pytest.fixture
async def member() -> Member:
    return await meet(Identity(discord_id=42, name="Leon", avatar_url=None))


def new(member: Member, server_id: int | None = 1) -> NewSticker:
    return NewSticker(
        id=cuid(),
        user_id=member.id,
        design=DESIGN,
        source_image_url=None,
        art="a" * 64,
        painter="procedural",
        renderer_version=3,
        server_id=server_id,
        channel_id=2,
        private=False,
        created_at=MOMENT,
    )


async def kept(sticker: NewSticker) -> int | None:
    return await transact(lambda connection: keep(sticker, connection))


async def test_a_kept_sticker_is_read_back_whole(member: Member) -> None:
    made = new(member)
    assert await kept(made) == 1
    read = await sticker(made.id)
    assert read is not None
    assert read.design == DESIGN
    assert (read.owner_id, read.owner_discord_id, read.owner_name) == (member.id, 42, "Leon")
    assert (read.server_id, read.channel_id, read.number, read.private) == (1, 2, 1, False)
    assert (read.painter, read.art, read.renderer_version) == ("procedural", "a" * 64, 3)
    assert (read.created_at, read.parent_id, read.image_url) == (MOMENT, None, f"/images/{made.id}.webp")


async def test_the_designs_own_columns_tell_a_web_page_enough(member: Member) -> None:
    made = new(member)
    await kept(made)
    image = await GeneratedImage.get(id=made.id)
    assert (image.user_id, image.image_url) == (member.id, f"/images/{made.id}.webp")
    assert (image.character_name, image.title, image.prompt) == (
        "炎聖王レオン",
        "炎の王",
        "炎の剣をもつ若き王",
    )
    assert (image.attribute, image.rarity, image.background_color) == ("聖", "super-rare", "#aa0011")
    assert json.loads(image.effects) == {"holographic": True, "sparkle": True, "aura": False}
    assert json.loads(image.style) == {
        "frameType": "spike",
        "frameColor": "gold",
        "foil": "radial",
        "layout": "arched",
    }


async def test_numbers_run_by_server(member: Member) -> None:
    servers = (1, 1, 2, 1, 2)
    assert [await kept(new(member, server)) for server in servers] == [1, 2, 1, 3, 2]


async def test_outside_servers_there_are_no_numbers(member: Member) -> None:
    assert [await kept(new(member, None)) for _ in range(2)] == [None, None]


async def test_ten_stickers_kept_at_once_are_numbered_one_to_ten(member: Member) -> None:
    numbers = await asyncio.gather(*(kept(new(member)) for _ in range(10)))
    assert sorted(number or 0 for number in numbers) == list(range(1, 11))


async def test_a_transaction_that_fails_keeps_nothing_and_uses_no_number(member: Member) -> None:
    broken = replace(new(member), parent_id="gone")
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await kept(broken)
    assert (await GeneratedImage.all().count(), await StickerDetail.all().count()) == (0, 0)
    assert await kept(new(member)) == 1


async def test_a_child_names_its_parent(member: Member) -> None:
    parent = new(member)
    child = replace(new(member), parent_id=parent.id)
    assert [await kept(parent), await kept(child)] == [1, 2]
    read = await sticker(child.id)
    assert read is not None
    assert read.parent_id == parent.id


async def test_the_sticker_of_an_owner_without_discord_can_be_read() -> None:
    web = await User.create(email="me@example.org")
    made = new(Member(id=web.id, discord_id=0, name=""))
    await kept(made)
    read = await sticker(made.id)
    assert read is not None
    assert (read.owner_discord_id, read.owner_name) == (None, "")


async def test_a_sticker_that_is_not_there_is_none() -> None:
    assert await sticker(cuid()) is None
