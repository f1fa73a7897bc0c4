"""Money for pictures: what may still be spent, and what was. A limit of None is no limit."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tortoise import BaseDBAsyncClient

from bot.errors import BudgetSpent, MemberLimitReached, ServerLimitReached
from bot.receipt import Receipt
from bot.stickers.quotas import member_subject
from models import Charge, Quota, cuid
from models.statements import current, rows, run, stored, transact


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much the host allows: pictures a day for a member and for a server, millionths of a US dollar a month."""

    member_daily: int | None = None
    server_daily: int | None = None
    monthly_micros: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """One picture to be paid for. `day` and `month` are the moments at which they began, in the host's zone.

    `member` is the asker's Discord id, None for somebody who has none.
    """

    task_id: str
    user_id: str
    server_id: int | None
    painter: str
    model: str
    day: datetime
    month: datetime
    member: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """Tokens, and millionths of a US dollar."""

    tokens: int = 0
    cost_micros: int = 0


async def reserve(purchase: Purchase, limits: Limits, now: datetime) -> str:
    """Set a place aside before the money flows; gives the charge's id. A member's tasks at one time are counted, too.

    Raises MemberLimitReached, ServerLimitReached or BudgetSpent; then nothing was written. A reservation that nobody
    settles or releases counts as a picture of no cost.
    """
    charge_id = cuid()

    async def write(connection: BaseDBAsyncClient) -> None:
        # Of one member only one reserves at a time: this row is locked until the transaction ends.
        await run(connection, 'UPDATE "User" SET "updatedAt" = "updatedAt" WHERE "id" = ?', purchase.user_id)
        await _check(connection, purchase, limits)
        await Charge.create(
            using_db=connection,
            id=charge_id,
            task_id=purchase.task_id,
            user_id=purchase.user_id,
            server_id=purchase.server_id,
            painter=purchase.painter,
            model=purchase.model,
            created_at=now,
        )

    try:
        await transact(write)
    except asyncio.CancelledError:  # the place may be set aside all the same, and nobody would know its id
        await release(charge_id)
        raise
    return charge_id


async def settle(charge_id: str, receipt: Receipt) -> None:
    """What the picture cost in the end. Written even when the caller is cancelled meanwhile."""

    async def write(connection: BaseDBAsyncClient) -> None:
        await (
            Charge.filter(id=charge_id)
            .using_db(connection)
            .update(model=receipt.model, tokens=receipt.tokens, cost_micros=receipt.cost_micros)
        )

    await transact(write)


async def release(charge_id: str) -> None:
    """Nothing was bought after all. Written even when the caller is cancelled meanwhile."""

    async def write(connection: BaseDBAsyncClient) -> None:
        await Charge.filter(id=charge_id).using_db(connection).delete()

    await transact(write)


async def has_bought(task_id: str) -> bool:
    """Whether a picture was bought for a task, in this attempt or in one before."""
    return await Charge.filter(task_id=task_id).exists()


async def spent(task_id: str, connection: BaseDBAsyncClient) -> Bill:
    """What a task has cost, over all its attempts."""
    return await _sum(connection, '"taskId" = ?', task_id)


async def spent_since(moment: datetime) -> Bill:
    """What everybody has cost since a moment."""
    return await _sum(current(), '"createdAt" >= ?', stored(Charge, "created_at", moment))


async def _check(connection: BaseDBAsyncClient, purchase: Purchase, limits: Limits) -> None:
    day = Charge.filter(created_at__gte=purchase.day).using_db(connection)
    if limits.member_daily is not None:
        made = await day.filter(user_id=purchase.user_id).count() + await _forgotten(connection, purchase)
        if made >= limits.member_daily:
            raise MemberLimitReached(limit=limits.member_daily)
    if limits.server_daily is not None and purchase.server_id is not None:
        made = await day.filter(server_id=purchase.server_id).count()
        if made >= limits.server_daily:
            raise ServerLimitReached(limit=limits.server_daily)
    if limits.monthly_micros is not None:
        month = stored(Charge, "created_at", purchase.month)
        if (await _sum(connection, '"createdAt" >= ?', month)).cost_micros >= limits.monthly_micros:
            raise BudgetSpent


async def _forgotten(connection: BaseDBAsyncClient, purchase: Purchase) -> int:
    """Pictures that the same person had made today before they were forgotten: the day's limit does not come back."""
    if purchase.member is None:
        return 0
    subject = member_subject(purchase.member)
    row = await Quota.filter(subject=subject, day=purchase.day).using_db(connection).first()
    return 0 if row is None else row.forgotten_ai


async def _sum(connection: BaseDBAsyncClient, condition: str, value: Any) -> Bill:
    (found,) = await rows(
        connection,
        f'SELECT SUM("tokens") AS "tokens", SUM("costMicros") AS "cost" FROM "Charge" WHERE {condition}',  # noqa: S608  our own words
        value,
    )
    return Bill(tokens=int(found["tokens"] or 0), cost_micros=int(found["cost"] or 0))
