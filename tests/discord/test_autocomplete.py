"""What /sticker offers while one types: colours with swatches, and one's own recent names and titles."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.pipeline.pool import ProcessPool
from bot.words import Words
from tests.discord.harness import Stage
from tests.discord.house import House, open_house, settings_in

JAPANESE, ENGLISH = Words.for_locale("ja"), Words.for_locale("en-US")


@pytest.fixture
async def backstage(tmp_path: Path, pool: ProcessPool) -> AsyncIterator[House]:
    async with open_house(settings_in(tmp_path), pool) as house:
        yield house


async def names(stage: Stage, option: str, typed: str) -> list[str]:
    return [choice["value"] for choice in await stage.robin.offered("sticker", option, typed)]


async def test_colours_are_offered_with_a_swatch_in_the_readers_language(stage: Stage) -> None:
    (red,) = await stage.haru.offered("sticker", "background", "赤色")
    assert red == {"name": JAPANESE("colour-red"), "value": "#e02a3a"}
    offered = await stage.robin.offered("sticker", "background", "re")
    assert offered[0]["name"] == ENGLISH("colour-red")


async def test_a_colour_of_ones_own_is_offered_as_it_will_be(stage: Stage) -> None:
    (own,) = await stage.robin.offered("sticker", "background", "F80")
    assert own == {"name": "🎨 #ff8800", "value": "#ff8800"}


async def test_recent_names_and_titles_are_offered_to_their_maker_alone(stage: Stage) -> None:
    for name, title in (("Leo", "King"), ("Mia", "Queen"), ("Leo", "Lion"), ("Cleo", "Queen")):
        await stage.robin.slash("sticker", name=name, title=title, rarity="normal", private=True)
        await stage.settled()
    assert await names(stage, "name", "") == ["Cleo", "Leo", "Mia"]
    assert await names(stage, "name", "le") == ["Leo", "Cleo"]
    assert await names(stage, "title", "q") == ["Queen"]
    assert await stage.haru.offered("sticker", "name", "") == []
