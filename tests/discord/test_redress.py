"""A finished sticker in another dress: its art is kept, and nobody paints again."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from bot.drawing.pictures import encode_art
from bot.errors import Gone, NotYours, StorageFailed, UnknownColour
from bot.painters.painter import Art, Show
from bot.pipeline.pool import ProcessPool
from bot.renditions import art_name
from bot.stickers import keeping
from bot.stickers.design import Attribute, Design, Rarity
from bot.stickers.members import Identity
from bot.stickers.redress import Change
from bot.stickers.rendition import Rendition
from bot.stickers.request import Request
from bot.words import Language, Words
from models import GeneratedImage, Run, Task, UsageStats
from tests.discord.house import House, open_house, settings_in

ENGLISH = Words(Language.ENGLISH)
HARU = Identity(discord_id=7, name="Haru", avatar_url=None)
ROBIN = Identity(discord_id=8, name="Robin", avatar_url=None)


class CountingPainter:
    """Paints a red square, and counts how often."""

    name = "procedural"

    def __init__(self) -> None:
        self.painted = 0

    async def paint(self, design: Design, picture: bytes | None = None, show: Show | None = None) -> Art:
        self.painted += 1
        red = np.zeros((64, 64, 4), np.uint8)
        red[8:56, 8:56] = (255, 0, 0, 255)
        return Art(data=encode_art(red))


@pytest.fixture
def painter() -> CountingPainter:
    return CountingPainter()


@pytest.fixture
async def house(tmp_path: Path, pool: ProcessPool, painter: CountingPainter) -> AsyncIterator[House]:
    async with open_house(settings_in(tmp_path), pool, {"procedural": painter}) as opened:
        yield opened


async def sticker_of(house: House, *, private: bool = False) -> keeping.Sticker:
    studio = house.services.studio
    asked = Request(language="en", name="Leon", attribute=Attribute.HOLY, rarity=Rarity.NORMAL)
    task_id = await studio.order(HARU, studio.design(asked), private=private)
    await house.idle()
    return await studio.outcome(task_id)


async def test_a_redressed_sticker_is_a_new_one_of_the_same_art(
    house: House, painter: CountingPainter
) -> None:
    first, studio = await sticker_of(house, private=True), house.services.studio
    change = Change(name="Leona", title="Queen", attribute=Attribute.DEVIL, rarity=Rarity.SUPER_RARE)
    task_id = await house.services.collection.redress(first.id, HARU, change)
    await house.idle()
    second = await studio.outcome(task_id)
    assert painter.painted == 1
    assert (second.art, second.parent_id, second.painter) == (first.art, first.id, first.painter)
    assert second.private
    assert (second.design.name, second.design.attribute) == ("Leona", Attribute.DEVIL)
    stills = [await studio.picture(sticker, Rendition.STILL, ENGLISH) for sticker in (first, second)]
    assert stills[0] != stills[1]
    for still in stills:
        with Image.open(io.BytesIO(still)) as image:
            assert image.size == (1024, 1024)
    assert await GeneratedImage.all().count() == 2


async def test_a_redress_counts_as_a_sticker(house: House) -> None:
    first = await sticker_of(house)
    await house.services.collection.redress(first.id, HARU, Change(title="Again"))
    await house.idle()
    day = await UsageStats.get()
    assert (day.image_count, day.success_count, day.total_tokens) == (2, 2, 0)
    assert await Run.all().count() == 2


async def test_only_the_owner_redresses(house: House) -> None:
    public, private = await sticker_of(house), await sticker_of(house, private=True)
    with pytest.raises(NotYours):
        await house.services.collection.redress(public.id, ROBIN, Change(name="Mine"))
    with pytest.raises(Gone):
        await house.services.collection.redress(private.id, ROBIN, Change(name="Mine"))
    with pytest.raises(Gone):
        await house.services.collection.redress("nosuchsticker", HARU, Change(name="Mine"))


async def test_a_change_that_is_refused_writes_nothing(house: House) -> None:
    first = await sticker_of(house)
    with pytest.raises(UnknownColour):
        await house.services.collection.redress(first.id, HARU, Change(background="octarine"))
    assert await Task.all().count() == 1


async def test_lost_art_is_said_and_not_painted_anew(
    house: House, painter: CountingPainter, tmp_path: Path
) -> None:
    first = await sticker_of(house)
    assert first.art is not None
    (tmp_path / "data" / art_name(first.art)).unlink()
    task_id = await house.services.collection.redress(first.id, HARU, Change(name="Leona"))
    await house.idle()
    with pytest.raises(StorageFailed):
        await house.services.studio.outcome(task_id)
    assert painter.painted == 1
