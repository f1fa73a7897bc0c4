import asyncio
import json
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.stickers.caching import KeptArt, forget, give_up, keep, look_up, promise
from bot.stickers.recipe import Recipe
from models import ImageCache

NOW = datetime(2024, 5, 5, 10, 20, 30, tzinfo=UTC)
SOON, LATER = NOW + timedelta(minutes=2), NOW + timedelta(days=30)
RECIPE = Recipe(
    painter="openai", model="m", quality="low", size="1024x1024", instruction="a cat", picture=None
)
ART = KeptArt(art="a" * 64, model="m-2026", tokens=1200)

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize("field", [field.name for field in fields(Recipe)])
def test_every_ingredient_makes_another_recipe(field: str) -> None:
    assert replace(RECIPE, **{field: "other"}).digest() != RECIPE.digest()


async def test_art_is_found_until_it_expires() -> None:
    assert await look_up(RECIPE, NOW) is None
    await keep(RECIPE, ART, now=NOW, until=LATER)
    assert await look_up(RECIPE, NOW) == ART
    assert await look_up(replace(RECIPE, quality="high"), NOW) is None
    assert await look_up(RECIPE, LATER) is None


async def test_the_row_tells_model_size_and_tokens() -> None:
    await keep(RECIPE, ART, now=NOW, until=LATER)
    row = await ImageCache.get()
    assert row.image_url == f"/art/{ART.art}.webp"
    assert json.loads(row.metadata or "") == {"model": "m-2026", "size": "1024x1024", "tokens": 1200}


async def test_of_fifty_makers_at_once_one_gets_the_promise() -> None:
    won = await asyncio.gather(*(promise(RECIPE, f"task{n}", now=NOW, until=SOON) for n in range(50)))
    assert sum(won) == 1
    assert await look_up(RECIPE, NOW) is None


async def test_a_maker_may_promise_again() -> None:
    assert await promise(RECIPE, "me", now=NOW, until=SOON)
    assert await promise(RECIPE, "me", now=NOW, until=LATER)
    assert not await promise(RECIPE, "you", now=SOON, until=LATER)


async def test_a_promise_that_ran_out_is_anybodys() -> None:
    await promise(RECIPE, "me", now=NOW, until=SOON)
    assert await promise(RECIPE, "you", now=SOON, until=LATER)


async def test_a_promise_given_up_is_anybodys_at_once() -> None:
    await promise(RECIPE, "me", now=NOW, until=SOON)
    await give_up(RECIPE, "you")
    assert not await promise(RECIPE, "you", now=NOW, until=SOON)
    await give_up(RECIPE, "me")
    assert await promise(RECIPE, "you", now=NOW, until=SOON)


async def test_what_is_made_is_not_promised_again_until_it_expires() -> None:
    await promise(RECIPE, "me", now=NOW, until=SOON)
    await keep(RECIPE, ART, now=NOW, until=LATER)
    await give_up(RECIPE, "me")
    assert not await promise(RECIPE, "you", now=NOW, until=SOON)
    assert await promise(RECIPE, "you", now=LATER, until=LATER + timedelta(minutes=2))


async def test_lost_art_is_forgotten_but_a_promise_is_not() -> None:
    await keep(RECIPE, ART, now=NOW, until=LATER)
    await forget(RECIPE)
    assert await promise(RECIPE, "me", now=NOW, until=SOON)
    await forget(RECIPE)
    assert not await promise(RECIPE, "you", now=NOW, until=SOON)
