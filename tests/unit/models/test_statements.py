import asyncio

import pytest
from tortoise import BaseDBAsyncClient

from bot.database import Database
from models import ImageCache, User
from models.statements import transact

pytestmark = pytest.mark.usefixtures("database")


async def add(email: str, connection: BaseDBAsyncClient) -> None:
    await User.create(email=email, using_db=connection)


async def test_a_transaction_that_fails_leaves_nothing() -> None:
    async def fail(connection: BaseDBAsyncClient) -> None:
        await add("a", connection)
        raise LookupError

    with pytest.raises(LookupError):
        await transact(fail)
    assert await User.all().count() == 0


async def test_a_cancelled_caller_neither_tears_the_transaction_nor_locks_the_database() -> None:
    under_way, may_end = asyncio.Event(), asyncio.Event()

    async def dawdle(connection: BaseDBAsyncClient) -> None:
        await add("a", connection)
        under_way.set()
        await may_end.wait()
        await add("b", connection)

    caller = asyncio.create_task(transact(dawdle))
    await under_way.wait()
    caller.cancel()
    may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await caller
    assert sorted(await User.all().values_list("email", flat=True)) == ["a", "b"]
    await transact(lambda connection: add("c", connection))


async def test_a_transaction_returns_what_its_work_returns(database: Database) -> None:
    async def count(connection: BaseDBAsyncClient) -> int:
        return await ImageCache.all(using_db=connection).count()

    assert await transact(count) == 0
