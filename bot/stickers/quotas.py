"""How much a member and a server may order: what is left of a day, and when it will work again.

Counted in rows of their own, which know nobody by name: they hold across restarts, between processes, and for a member
who has been forgotten and comes back the same day.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise import BaseDBAsyncClient

from bot.errors import MemberDayFull, ServerDayFull, TooFewLeft, TooManyWaiting, TooSoon
from models import Quota, Work, cuid
from models.statements import current, rows, run, stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotas:
    """What is allowed. `at_once` are a member's open tasks, the others orders a day; 0 is no limit."""

    at_once: int = 0
    member_daily: int = 0
    server_daily: int = 0
    cooldown: timedelta = timedelta(0)
    """The pause between two orders of a member."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who orders, and where. `user_id` is User.id, `discord_id` the snowflake; `server_id` None in direct messages."""

    user_id: str
    discord_id: int
    server_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The moment of the order, and the host's day around it. All three in UTC."""

    now: datetime
    began: datetime
    ends: datetime


def member_subject(discord_id: int) -> str:
    """Quota.subject of a member: a digest, so that the row tells nobody who it was."""
    return f"member:{hashlib.sha256(f'kiraseal member {discord_id}'.encode()).hexdigest()[:32]}"


def server_subject(server_id: int) -> str:
    """Quota.subject of a server."""
    return f"server:{server_id}"


async def foresee(asker: Asker, quotas: Quotas, today: Today, seals: int = 1) -> None:
    """Whether an order of so many seals would be refused now: asked before anything is fetched or decoded for it.

    Counts nothing. Raises what `take` raises.
    """
    member = await _orders(member_subject(asker.discord_id), today) + seals
    server = 0 if asker.server_id is None else await _orders(server_subject(asker.server_id), today) + seals
    await _check(current(), asker, quotas, today, seals, member_orders=member, server_orders=server)


async def take(
    connection: BaseDBAsyncClient, asker: Asker, quotas: Quotas, today: Today, seals: int = 1
) -> None:
    """Count an order of so many seals, in the transaction that accepts it.

    Raises TooManyWaiting, TooSoon, MemberDayFull, ServerDayFull or TooFewLeft; the transaction must then be undone.
    """
    subject = member_subject(asker.discord_id)
    # It writes first: of one member only one orders at a time, and SQLite's lock is ours from here on.
    member = await _count(connection, subject, today, seals)
    server = 0
    if asker.server_id is not None:
        server = await _count(connection, server_subject(asker.server_id), today, seals)
    await _check(connection, asker, quotas, today, seals, member_orders=member, server_orders=server)
    await run(
        connection,
        'UPDATE "Quota" SET "lastOrderAt" = ? WHERE "subject" = ? AND "day" = ?',
        stored(Quota, "last_order_at", today.now),
        subject,
        stored(Quota, "day", today.began),
    )


async def _check(
    connection: BaseDBAsyncClient,
    asker: Asker,
    quotas: Quotas,
    today: Today,
    seals: int,
    *,
    member_orders: int,
    server_orders: int,
) -> None:
    """The limits, in the order in which they end soonest. The orders include what is asked for."""
    await _check_open_tasks(connection, asker, quotas)
    await _check_pause(connection, asker, quotas, today)
    for full, limit, orders in (
        (MemberDayFull, quotas.member_daily, member_orders),
        (ServerDayFull, quotas.server_daily, server_orders),
    ):
        if limit and orders > limit:
            left = limit - (orders - seals)
            if left > 0:
                raise TooFewLeft(left=left, needed=seals, at=_epoch(today.ends))
            raise full(limit=limit, at=_epoch(today.ends))


async def _orders(subject: str, today: Today) -> int:
    row = await Quota.get_or_none(subject=subject, day=today.began)
    return 0 if row is None else row.orders


async def _count(connection: BaseDBAsyncClient, subject: str, today: Today, seals: int) -> int:
    """So many more; how many that makes today."""
    (row,) = await rows(
        connection,
        'INSERT INTO "Quota" ("id", "subject", "day", "orders") VALUES (?, ?, ?, ?)'
        ' ON CONFLICT ("subject", "day") DO UPDATE SET "orders" = "Quota"."orders" + excluded."orders"'
        ' RETURNING "orders"',
        cuid(),
        subject,
        stored(Quota, "day", today.began),
        seals,
    )
    return int(row["orders"])


async def _check_open_tasks(connection: BaseDBAsyncClient, asker: Asker, quotas: Quotas) -> None:
    if quotas.at_once:
        tasks = await Work.filter(user_id=asker.user_id).using_db(connection).count()
        if tasks >= quotas.at_once:
            raise TooManyWaiting(limit=quotas.at_once)


async def _check_pause(connection: BaseDBAsyncClient, asker: Asker, quotas: Quotas, today: Today) -> None:
    if not quotas.cooldown:
        return
    # Of any day: midnight does not end a pause. An order of the future was counted before the clock was put back.
    last = (
        await Quota.filter(subject=member_subject(asker.discord_id), last_order_at__lte=today.now)
        .using_db(connection)
        .order_by("-last_order_at")
        .first()
    )
    if (
        last is not None
        and last.last_order_at is not None
        and last.last_order_at + quotas.cooldown > today.now
    ):
        raise TooSoon(at=_epoch(last.last_order_at + quotas.cooldown))


def _epoch(moment: datetime) -> str:
    """Seconds since 1970, rounded up, as Discord's time stamps want them."""
    return str(-int(-moment.timestamp() // 1))
