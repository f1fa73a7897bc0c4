import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from tortoise import Model

import models
from bot.errors import MemberLimitReached
from bot.stickers.exporting import TABLES, Whose, rows_after
from bot.stickers.forgetting import forget
from bot.stickers.members import meet
from bot.stickers.quotas import member_subject
from bot.stickers.spending import Limits, Purchase, reserve, spent_since
from models import Charge, Favourite, GeneratedImage, ImageCache, Quota, Run, StickerDetail
from tests.unit.stickers.lives import LEON, NOW, ROBIN, TODAY, a_life, with_files_of

pytestmark = pytest.mark.usefixtures("database")
A, B, C = ("a" * 64, "b" * 64, "c" * 64)


async def rows_of(whose: Whose) -> list[tuple[str, str]]:
    return [(row.table, row.text) async for row in rows_after(whose, TABLES[0], "")]


async def counts() -> dict[str, int]:
    tables = [getattr(models, name) for name in models.__all__]
    return {
        table._meta.db_table: await table.all().count()
        for table in tables
        if isinstance(table, type(Model)) and await table.all().exists()
    }


async def cached() -> set[str]:
    return {str(url)[5:69] for url in await ImageCache.all().values_list("image_url", flat=True)}


async def test_nothing_is_left_but_money_and_the_days_count_which_name_nobody() -> None:
    leon = await a_life(LEON, cached=A)
    assert await forget(leon, TODAY) is not None
    assert await counts() == {"Charge": 1, "Quota": 1}
    charge, quota = await Charge.get(), await Quota.get()
    assert (charge.user_id, quota.subject) == (None, member_subject(42))
    assert (quota.orders, quota.forgotten_ai) == (1, 1)


async def test_everybody_else_stays_as_they_were() -> None:
    leon, robin = await a_life(LEON), await a_life(ROBIN)
    before = await rows_of(robin)
    await Favourite.create(
        user_id=leon.user_id, sticker_id=(await GeneratedImage.get(user_id=robin.user_id)).id
    )
    await Favourite.create(
        user_id=robin.user_id, sticker_id=(await GeneratedImage.get(user_id=leon.user_id)).id
    )
    await forget(leon, TODAY)
    assert await rows_of(robin) == before


async def test_a_seal_that_another_made_of_theirs_stays_and_forgets_its_parent() -> None:
    leon, robin = await a_life(LEON), await a_life(ROBIN)
    parent = await GeneratedImage.get(user_id=leon.user_id)
    await StickerDetail.filter(owner_id=robin.user_id).update(parent_id=parent.id)
    await forget(leon, TODAY)
    assert (await StickerDetail.get(owner_id=robin.user_id)).parent_id is None


async def test_what_was_theirs_in_the_files_is_named() -> None:
    leon = await a_life(LEON)
    await a_life(ROBIN)
    traces = await forget(leon, TODAY)
    assert traces is not None
    (seal,) = traces.sticker_ids
    assert (traces.still_urls, seal[0]) == (set(), "s")
    assert (traces.source_urls, traces.art) == ({f"/sources/{A}.webp"}, {A})
    assert len(traces.orders) == 1


async def test_twice_at_once_forgets_once() -> None:
    leon = await a_life(LEON)
    found = await asyncio.gather(forget(leon, TODAY), forget(leon, TODAY))
    assert sorted(traces is None for traces in found) == [False, True]
    assert (await Quota.get()).forgotten_ai == 1


async def test_somebody_who_was_forgotten_starts_afresh() -> None:
    leon = await a_life(LEON)
    await forget(leon, TODAY)
    assert (await meet(LEON.identity)).id != leon.user_id


async def test_kept_art_goes_with_the_last_member_who_used_it() -> None:
    leon = await a_life(LEON, cached=A)
    robin = await a_life(with_files_of(ROBIN, LEON))
    await forget(leon, TODAY)
    assert await cached() == {A}
    await forget(robin, TODAY)
    assert await cached() == set()


async def test_kept_art_of_a_task_that_came_to_nothing_goes_too() -> None:
    leon = await a_life(LEON, cached=C)
    await ImageCache.all().update(created_at=NOW + timedelta(seconds=3))
    await ImageCache.create(prompt_hash="later", image_url=f"/art/{B}.webp", expires_at=NOW)
    traces = await forget(leon, TODAY)
    assert traces is not None
    assert C in traces.art
    assert await cached() == {B}


async def test_what_somebody_made_by_then_keeps_art_that_came_of_a_failed_task() -> None:
    leon = await a_life(LEON, cached=B)
    await ImageCache.all().update(created_at=NOW)
    await a_life(ROBIN)
    await forget(leon, TODAY)
    assert await cached() == {B}


def purchase(whose: Whose) -> Purchase:
    return Purchase(
        task_id="t",
        user_id=whose.user_id,
        server_id=None,
        painter="openai",
        model="m",
        day=TODAY,
        month=TODAY.replace(day=1),
        member=whose.discord_id,
    )


async def test_neither_the_days_limit_nor_the_budget_comes_back_with_a_fresh_start() -> None:
    leon = await a_life(LEON)
    await Charge.all().update(cost_micros=500)
    await forget(leon, TODAY)
    again = replace(leon, user_id=(await meet(LEON.identity)).id)
    with pytest.raises(MemberLimitReached):
        await reserve(purchase(again), Limits(member_daily=1), NOW)
    await reserve(purchase(again), Limits(member_daily=2), NOW)
    await forget(again, TODAY)
    assert (await Quota.get()).forgotten_ai == 2
    assert (await spent_since(TODAY)).cost_micros == 500


async def test_a_new_day_is_a_new_day_for_the_forgotten_too() -> None:
    leon = await a_life(LEON)
    await forget(leon, TODAY)
    again = replace(leon, user_id=(await meet(LEON.identity)).id)
    tomorrow = replace(purchase(again), day=TODAY + timedelta(days=1))
    await reserve(tomorrow, Limits(member_daily=1), NOW + timedelta(days=1))
    assert await Run.all().count() == 0


async def test_a_still_that_a_web_app_named_is_told() -> None:
    leon = await a_life(LEON)
    await GeneratedImage.all().update(image_url="/images/another.png")
    traces = await forget(leon, TODAY)
    assert traces is not None
    assert traces.still_urls == {"/images/another.png"}
