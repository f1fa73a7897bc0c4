from datetime import UTC, datetime, timedelta

import pytest

from bot.stickers.caching import promise
from bot.stickers.recipe import Recipe
from bot.stickers.upkeep import Cleaned, clean_up
from models import Delivery, GeneratedImage, ImageCache, Run, Session, StickerDetail, Task, User

NOW = datetime(2024, 5, 15, 12, tzinfo=UTC)
WEEK = timedelta(days=7)
MOMENT = timedelta(milliseconds=1)
NOTHING = Cleaned(tasks=0, caches=0, sessions=0, tokens=0, image_urls=())


@pytest.fixture
async def user(database: object) -> User:
    return await User.create(email="a@users.invalid")


async def add_task(user: User, status: str, created_at: datetime) -> Task:
    task = await Task.create(user_id=user.id, status=status, data="{}", created_at=created_at)
    await Delivery.create(task_id=task.id, application_id=1, channel_id=2, locale="ja")
    return task


async def add_cache(url: str, expires_at: datetime) -> None:
    await ImageCache.create(prompt_hash=f"{url} {expires_at}", image_url=url, expires_at=expires_at)


async def test_in_a_fresh_database_there_is_nothing_to_do(user: User) -> None:
    assert await clean_up(NOW) == NOTHING


@pytest.mark.parametrize("status", ["completed", "failed"])
async def test_a_task_that_ended_goes_after_seven_days_with_its_delivery(user: User, status: str) -> None:
    await add_task(user, status, NOW - WEEK - MOMENT)
    assert (await clean_up(NOW)).tasks == 1
    assert (await Task.all().count(), await Delivery.all().count()) == (0, 0)


async def test_younger_tasks_and_tasks_that_have_not_ended_stay(user: User) -> None:
    await add_task(user, "completed", NOW - WEEK)
    await add_task(user, "pending", NOW - 9 * WEEK)
    await add_task(user, "processing", NOW - 9 * WEEK)
    assert await clean_up(NOW) == NOTHING
    assert await Task.all().count() == 3


async def test_what_a_task_was_is_remembered_by_its_run(user: User) -> None:
    task = await add_task(user, "completed", NOW - 2 * WEEK)
    await Run.create(
        task_id=task.id, user_id=user.id, painter="red", outcome="completed", started_at=NOW, ended_at=NOW
    )
    await clean_up(NOW)
    assert await Run.filter(task_id=task.id).exists()


async def test_expired_sessions_go_and_others_stay(user: User) -> None:
    await Session.create(user_id=user.id, session_token="old", expires=NOW - MOMENT)
    await Session.create(user_id=user.id, session_token="new", expires=NOW + MOMENT)
    assert (await clean_up(NOW)).sessions == 1
    assert await Session.all().values_list("session_token", flat=True) == ["new"]


async def test_an_expired_token_is_erased_and_a_living_one_kept(user: User) -> None:
    old, new = await add_task(user, "pending", NOW), await add_task(user, "pending", NOW)
    await Delivery.filter(task_id=old.id).update(token="old", token_expires_at=NOW - MOMENT)
    await Delivery.filter(task_id=new.id).update(token="new", token_expires_at=NOW + MOMENT)
    assert (await clean_up(NOW)).tokens == 1
    assert (await Delivery.get(task_id=old.id)).token is None
    assert (await Delivery.get(task_id=new.id)).token == "new"


async def test_an_expired_cache_goes_and_names_its_picture(user: User) -> None:
    await add_cache("/cache/old.gif", NOW - MOMENT)
    await add_cache("/cache/new.gif", NOW + MOMENT)
    cleaned = await clean_up(NOW)
    assert (cleaned.caches, cleaned.image_urls) == (1, ("/cache/old.gif",))
    assert await ImageCache.all().values_list("image_url", flat=True) == ["/cache/new.gif"]


async def test_a_picture_that_a_row_still_refers_to_is_not_named(user: User) -> None:
    image = await GeneratedImage.create(
        user_id=user.id,
        image_url="/images/still.webp",
        prompt="",
        title="",
        character_name="",
        attribute="聖",
        rarity="rare",
        background_color="rainbow",
        effects="{}",
        style="{}",
    )
    await StickerDetail.create(
        sticker_id=image.id, owner_id=user.id, painter="red", renderer_version=1, design="{}", art="ab12"
    )
    for url in ("/images/still.webp", "/art/ab12.webp", "/cache/again.gif", "/cache/free.gif"):
        await add_cache(url, NOW - MOMENT)
    await add_cache("/cache/again.gif", NOW + MOMENT)
    cleaned = await clean_up(NOW)
    assert (cleaned.caches, cleaned.image_urls) == (4, ("/cache/free.gif",))


async def test_cleaning_twice_finds_nothing_the_second_time(user: User) -> None:
    await add_task(user, "failed", NOW - 2 * WEEK)
    await add_cache("/cache/old.gif", NOW - MOMENT)
    assert await clean_up(NOW) != NOTHING
    assert await clean_up(NOW) == NOTHING


async def test_a_promise_that_ran_out_goes_and_names_no_picture(user: User) -> None:
    recipe = Recipe(painter="openai", model="m", quality="low", size="1x1", instruction="a cat", picture=None)
    await promise(recipe, "me", now=NOW - 2 * MOMENT, until=NOW - MOMENT)
    cleaned = await clean_up(NOW)
    assert (cleaned.caches, cleaned.image_urls) == (1, ())
