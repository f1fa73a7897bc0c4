"""Single SQL statements that the query builder cannot say, spelt for both dialects. Knows no table."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from tortoise import BaseDBAsyncClient, Model
from tortoise.context import require_context
from tortoise.transactions import in_transaction

Result = TypeVar("Result")


def current() -> BaseDBAsyncClient:
    """The connection of the transaction around us, or else the database's own."""
    return require_context().db()


def stored(model: type[Model], field: str, value: Any) -> Any:
    """What the field's column holds for a Python value, such as a moment in the file's own form."""
    return model._meta.fields_map[field].to_db_value(value, model)


async def transact(work: Callable[[BaseDBAsyncClient], Awaitable[Result]]) -> Result:
    """Do the work in one transaction, all or nothing, also when the caller is cancelled half-way.

    It runs in a task of its own, out of the cancellation's reach: Tortoise, cancelled while it sends BEGIN,
    would keep the connection's lock for ever. A cancelled caller waits for the end of it, and then stops.
    """
    task = asyncio.create_task(_in_transaction(work), name="transaction")
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise


async def rows(connection: BaseDBAsyncClient, sql: str, *values: Any) -> list[dict[str, Any]]:
    """Run a statement with `?` for each value and return its rows (those of RETURNING, if it writes)."""
    return await connection.execute_query_dict(_spell(sql, connection), list(values))


async def run(connection: BaseDBAsyncClient, sql: str, *values: Any) -> None:
    """Run a statement with `?` for each value, whatever it returns."""
    await connection.execute_query(_spell(sql, connection), list(values))


async def _in_transaction(work: Callable[[BaseDBAsyncClient], Awaitable[Result]]) -> Result:
    async with in_transaction() as connection:
        return await work(connection)


def _spell(sql: str, connection: BaseDBAsyncClient) -> str:
    """PostgreSQL numbers its placeholders: $1, $2. No statement of ours has a question mark in a literal."""
    if connection.capabilities.dialect == "sqlite":
        return sql
    first, *others = sql.split("?")
    return first + "".join(f"${number}{text}" for number, text in enumerate(others, start=1))
