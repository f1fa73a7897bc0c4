"""Every form that a finished sticker can be had in: drawn when it is asked for, kept, drawn again when it is gone."""

import io
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from bot.pipeline.pool import ProcessPool
from bot.renditions import file_name
from bot.stickers import keeping
from bot.stickers.design import Rarity
from bot.stickers.members import Identity
from bot.stickers.rendition import WORDED, Rendition
from bot.stickers.request import Request
from bot.words import Language, Words
from tests.discord.house import House, open_house, settings_in

ENGLISH, JAPANESE = Words(Language.ENGLISH), Words(Language.JAPANESE)
HARU = Identity(discord_id=7, name="Haru", avatar_url=None)
SIZES = {
    Rendition.STILL: 1024,
    Rendition.ANIMATION: 384,
    Rendition.LOOP: 384,
    Rendition.SMALL: 512,
    Rendition.PNG: 1024,
    Rendition.BACK: 1024,
    Rendition.SERVER_STICKER: 320,
    Rendition.EMOJI: 128,
    Rendition.MOVING_EMOJI: 128,
}
MOVING = (Rendition.ANIMATION, Rendition.LOOP, Rendition.SERVER_STICKER, Rendition.MOVING_EMOJI)


@pytest.fixture
async def house(tmp_path: Path, pool: ProcessPool) -> AsyncIterator[House]:
    async with open_house(settings_in(tmp_path), pool) as opened:
        yield opened


@pytest.fixture
async def sticker(house: House) -> keeping.Sticker:
    studio = house.services.studio
    task_id = await studio.order(HARU, studio.design(Request(language="en", name="Leo", rarity=Rarity.RARE)))
    await house.idle()
    return await studio.outcome(task_id)


async def test_every_form_is_a_picture_of_its_kind_and_size(house: House, sticker: keeping.Sticker) -> None:
    assert {*SIZES, Rendition.PRINT_SHEET} == set(Rendition)
    for form, size in SIZES.items():
        data = await house.services.studio.picture(sticker, form, ENGLISH)
        with Image.open(io.BytesIO(data)) as image:
            assert (image.format, image.size) == (form.ending.upper(), (size, size)), form
            assert (getattr(image, "n_frames", 1) > 1) == (form in MOVING), form


async def test_what_is_gone_is_drawn_again_alike(
    house: House, sticker: keeping.Sticker, tmp_path: Path
) -> None:
    for form in Rendition:
        first = await house.services.studio.picture(sticker, form, ENGLISH)
        (tmp_path / "data" / file_name(sticker.id, form, sticker.design, Language.ENGLISH)).unlink()
        assert await house.services.studio.picture(sticker, form, ENGLISH) == first, form


async def test_backs_are_worded_for_each_reader_and_nothing_else_is(
    house: House, sticker: keeping.Sticker
) -> None:
    for form in Rendition:
        ours, theirs = [
            await house.services.studio.picture(sticker, form, say) for say in (ENGLISH, JAPANESE)
        ]
        assert (ours != theirs) == (form in WORDED), form


async def test_a_print_sheet_is_a_page_of_copies_and_their_backs(
    house: House, sticker: keeping.Sticker
) -> None:
    data = await house.services.studio.picture(sticker, Rendition.PRINT_SHEET, ENGLISH)
    with closing(pypdfium2.PdfDocument(data)) as book:
        assert [round(side / 72 * 25.4) for side in book[0].get_size()] == [210, 297]
        placed = [
            [thing for thing in page.get_objects() if isinstance(thing, pypdfium2.PdfImage)] for page in book
        ]
    assert [len(pictures) >= 15 for pictures in placed] == [True, True]
    assert len(data) < 10_000_000, f"{len(data)} bytes: the copies share their picture"
