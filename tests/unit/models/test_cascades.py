from datetime import UTC, datetime
from typing import Any

import pytest
from tortoise import Model

import models
from models import (
    Account,
    Charge,
    Delivery,
    Favourite,
    GeneratedImage,
    MemberSettings,
    Run,
    Session,
    StickerDetail,
    Task,
    UsageStats,
    User,
    Work,
)

pytestmark = pytest.mark.usefixtures("database")
MOMENT = datetime(2024, 5, 5, tzinfo=UTC)
IMAGE: dict[str, Any] = dict.fromkeys(
    (
        "image_url",
        "prompt",
        "title",
        "character_name",
        "attribute",
        "rarity",
        "background_color",
        "effects",
        "style",
    ),
    "x",
)


async def add_sticker(user: User, parent: GeneratedImage | None = None) -> GeneratedImage:
    image = await GeneratedImage.create(user_id=user.id, **IMAGE)
    await StickerDetail.create(
        sticker_id=image.id,
        owner_id=user.id,
        painter="red",
        renderer_version=1,
        design="{}",
        parent_id=parent and parent.id,
    )
    return image


async def add_everything(user: User) -> None:
    """A row of the member in every table that has a relation to them."""
    image = await add_sticker(user)
    await Favourite.create(user_id=user.id, sticker_id=image.id)
    await Account.create(user_id=user.id, type="oauth", provider="discord", provider_account_id=user.id)
    await Session.create(user_id=user.id, session_token=user.id, expires=MOMENT)
    task = await Task.create(user_id=user.id, status="pending", data="{}")
    await Delivery.create(task_id=task.id, application_id=1, channel_id=1, locale="ja")
    await Work.create(task_id=task.id, user_id=user.id)
    await Run.create(
        task_id=task.id, user_id=user.id, painter="red", outcome="failed", started_at=MOMENT, ended_at=MOMENT
    )
    await Charge.create(task_id=task.id, user_id=user.id, painter="red", model="none")
    await UsageStats.create(user_id=user.id, date=MOMENT)
    await MemberSettings.create(user_id=user.id, settings="{}")


@pytest.fixture
async def user() -> User:
    return await User.create(email="a@users.invalid")


async def test_a_user_who_goes_takes_everything_along_but_daily_counts_and_spent_money(user: User) -> None:
    await add_everything(user)
    await user.delete()
    without_relation = {"ImageCache", "Quota", "ServerSettings", "Upkeep", "UsageStats"}
    names = set(models.__all__) - without_relation - {"Charge"}
    tables = [table for name in names if isinstance(table := getattr(models, name), type)]
    related = [table for table in tables if issubclass(table, Model)]
    assert len(related) == 11
    assert {table.__name__: await table.all().count() for table in related} == dict.fromkeys(
        (table.__name__ for table in related), 0
    )
    assert await UsageStats.all().count() == 1
    assert (await Charge.get()).user_id is None


async def test_a_task_that_goes_takes_work_and_delivery_and_leaves_its_run(user: User) -> None:
    await add_everything(user)
    await Task.all().delete()
    assert (await Work.all().count(), await Delivery.all().count()) == (0, 0)
    assert (await Run.all().count(), await Charge.all().count()) == (1, 1)


async def test_a_sticker_outlives_the_one_it_came_from(user: User) -> None:
    parent = await add_sticker(user)
    child = await add_sticker(user, parent)
    await parent.delete()
    assert (await StickerDetail.get(sticker_id=child.id)).parent_id is None
    assert await StickerDetail.all().count() == 1
