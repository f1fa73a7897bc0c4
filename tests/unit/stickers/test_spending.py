import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import AiRests, BudgetSpent, MemberLimitReached, ServerLimitReached
from bot.receipt import Receipt
from bot.stickers.spending import Bill, Limits, Purchase, release, reserve, settle, spent, spent_since
from models import Charge, User, cuid
from models.statements import current

NOW = datetime(2024, 5, 5, 10, 20, 30, tzinfo=UTC)
DAY, MONTH = NOW.replace(hour=0, minute=0, second=0), NOW.replace(day=1, hour=0, minute=0, second=0)


async def member() -> User:
    return await User.create(email=f"{cuid()}@users.invalid")


@pytest.fixture
async def purchase(database: object) -> Purchase:
    user = await member()
    return Purchase(
        task_id="task",
        user_id=user.id,
        server_id=9,
        painter="openai",
        model="m",
        day=DAY,
        month=MONTH,
    )


NO_LIMITS = Limits()


async def buy(purchase: Purchase, limits: Limits = NO_LIMITS, micros: int = 0) -> None:
    charge = await reserve(purchase, limits, NOW)
    receipt = Receipt(model="m-2026", size="1024x1024", quality="low", tokens=10, cost_micros=micros)
    await settle(charge, receipt)


async def test_what_is_settled_is_spent_and_counted_by_task(purchase: Purchase) -> None:
    await buy(purchase, micros=5000)
    await buy(purchase, micros=7000)
    await buy(replace(purchase, task_id="other"), micros=1)
    assert await spent("task", current()) == Bill(tokens=20, cost_micros=12000)
    assert await spent("nobody's", current()) == Bill()
    assert await spent_since(MONTH) == Bill(tokens=30, cost_micros=12001)
    assert (await Charge.first()).model == "m-2026"


async def test_without_limits_nothing_is_refused(purchase: Purchase) -> None:
    for _ in range(20):
        await buy(purchase)


async def test_a_member_has_so_many_a_day(purchase: Purchase) -> None:
    limits = Limits(member_daily=2)
    await buy(purchase, limits)
    await buy(purchase, limits)
    with pytest.raises(MemberLimitReached) as caught:
        await buy(purchase, limits)
    assert caught.value.values == {"limit": 2}
    await buy(replace(purchase, user_id=(await member()).id), limits)
    await buy(replace(purchase, day=DAY + timedelta(days=1)), limits)


async def test_tasks_at_one_time_do_not_slip_through(purchase: Purchase) -> None:
    async def attempt() -> bool:
        try:
            await reserve(purchase, Limits(member_daily=3), NOW)
        except AiRests:
            return False
        return True

    assert sum(await asyncio.gather(*(attempt() for _ in range(10)))) == 3


async def test_a_server_has_so_many_a_day_and_direct_messages_belong_to_none(purchase: Purchase) -> None:
    limits = Limits(server_daily=1)
    await buy(purchase, limits)
    with pytest.raises(ServerLimitReached):
        await buy(replace(purchase, user_id=(await member()).id), limits)
    await buy(replace(purchase, server_id=10), limits)
    await buy(replace(purchase, server_id=None), limits)


async def test_the_month_has_its_budget(purchase: Purchase) -> None:
    limits = Limits(monthly_micros=10_000)
    await buy(purchase, limits, micros=9_999)
    await buy(purchase, limits, micros=1)
    with pytest.raises(BudgetSpent):
        await buy(purchase, limits)
    await buy(replace(purchase, month=MONTH + timedelta(days=31)), limits)


async def test_what_was_not_bought_counts_for_nothing(purchase: Purchase) -> None:
    limits = Limits(member_daily=1)
    await release(await reserve(purchase, limits, NOW))
    await buy(purchase, limits)
    assert await Charge.all().count() == 1


async def test_who_is_stopped_while_setting_a_place_aside_leaves_none_behind(purchase: Purchase) -> None:
    reserving = asyncio.create_task(reserve(purchase, NO_LIMITS, NOW))
    await asyncio.sleep(0)
    reserving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reserving
    assert await Charge.all().count() == 0


async def test_who_is_stopped_while_settling_has_settled(purchase: Purchase) -> None:
    charge = await reserve(purchase, NO_LIMITS, NOW)
    receipt = Receipt(model="m-2026", size="1024x1024", quality="low", tokens=10, cost_micros=5)
    settling = asyncio.create_task(settle(charge, receipt))
    await asyncio.sleep(0)
    settling.cancel()
    with pytest.raises(asyncio.CancelledError):
        await settling
    assert await spent("task", current()) == Bill(tokens=10, cost_micros=5)
