"""A trio is one task: it fails, is taken back and is tried again as one, and its orders can be written down."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.drawing.pictures import encode_art
from bot.errors import DrawingUnsafe, UnderWay, WordBlocked
from bot.painters.painter import Art, Show
from bot.pipeline.pool import ProcessPool
from bot.stickers.design import Attribute, Design, Rarity
from bot.stickers.keeping import Sticker
from bot.stickers.members import Identity
from bot.stickers.request import Request
from bot.workshop import Order
from models import GeneratedImage, Quota, Run, StickerDetail, Task, UsageStats
from tests.discord.house import House, open_house, settings_in

HARU = Identity(discord_id=7, name="Haru", avatar_url=None)


class MoodyPainter:
    """Paints a square of its own for every seed, but refuses attributes in `refuses`."""

    name = "procedural"

    def __init__(self) -> None:
        self.refuses: set[Attribute] = set()
        self.painted: list[Attribute] = []

    async def paint(self, design: Design, picture: bytes | None = None, show: Show | None = None) -> Art:
        if design.attribute in self.refuses:
            raise DrawingUnsafe
        self.painted.append(design.attribute)
        square = np.zeros((64, 64, 4), np.uint8)
        square[8:56, 8:56] = (*np.frombuffer(design.seed().to_bytes(8, "big")[:3], np.uint8), 255)
        return Art(data=encode_art(square))


@pytest.fixture
def painter() -> MoodyPainter:
    return MoodyPainter()


@pytest.fixture
async def house(tmp_path: Path, pool: ProcessPool, painter: MoodyPainter) -> AsyncIterator[House]:
    settings = settings_in(tmp_path, blocked_words="durian")
    async with open_house(settings, pool, {"procedural": painter}) as opened:
        yield opened


async def holy(house: House, *, private: bool = False) -> Sticker:
    studio = house.services.studio
    asked = Request(language="en", name="Leo", attribute=Attribute.HOLY, rarity=Rarity.NORMAL)
    task_id = await studio.order(HARU, studio.design(asked), private=private)
    await house.idle()
    return await studio.outcome(task_id)


async def test_one_that_cannot_be_painted_leaves_none_and_counts_as_one_failure(
    house: House, painter: MoodyPainter
) -> None:
    first = await holy(house)
    painter.refuses = {Attribute.DEVIL}
    task_id = await house.services.collection.trio(first.id, HARU)
    await house.idle()
    with pytest.raises(DrawingUnsafe):
        await house.services.studio.outcome(task_id)
    assert await GeneratedImage.all().count() == 1
    day = await UsageStats.get()
    assert (day.image_count, day.success_count, day.failure_count) == (1, 1, 1)
    assert sorted(await Run.all().values_list("outcome", flat=True)) == ["completed", "failed"]


async def test_a_second_trio_is_of_other_art(house: House) -> None:
    first = await holy(house)
    for _ in range(2):
        await house.services.collection.trio(first.id, HARU)
        await house.idle()
    devils = await StickerDetail.filter(sticker__attribute="悪魔").order_by("created_at")
    assert [devil.variation for devil in devils] == [0, 1]
    assert devils[0].art != devils[1].art


async def test_two_presses_at_once_make_one_trio(house: House) -> None:
    first = await holy(house)
    await house.services.dispatcher.stop(grace=0)
    await house.services.collection.trio(first.id, HARU)
    with pytest.raises(UnderWay):
        await house.services.collection.trio(first.id, HARU)
    assert await Task.all().count() == 2
    assert (await Quota.get()).orders == 4


async def test_a_name_that_was_blocked_since_makes_nothing_more(house: House, tmp_path: Path) -> None:
    first = await holy(house)
    collection = house.services.collection
    await StickerDetail.filter(sticker_id=first.id).update(
        design=replace(first.design, name="durian").to_json()
    )
    for order in (collection.again, collection.trio):
        with pytest.raises(WordBlocked):
            await order(first.id, HARU)
    assert await Task.all().count() == 1


async def test_an_order_of_three_comes_back_from_its_row(house: House) -> None:
    first = await holy(house)
    await house.services.dispatcher.stop(grace=0)
    await house.services.collection.trio(first.id, HARU)
    (data,) = [task.data for task in await Task.all() if '"shown": ["' in task.data]
    order = Order.from_json(data)
    assert Order.from_json(order.to_json()) == order
    assert [seal.design.attribute for seal in order.seals] == ["天使", "守護", "悪魔"]
    assert order.shown == tuple(seal.sticker_id for seal in order.seals)
    anew = order.by_hand().anew()
    assert anew.shown == tuple(seal.sticker_id for seal in anew.seals)
    assert not set(anew.shown) & set(order.shown)
    assert order.is_twin(anew)
