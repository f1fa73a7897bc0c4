"""Single SQL statements that the query builder cannot say, spelt for both dialects. Knows no table."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import asyncpg
from tortoise import BaseDBAsyncClient, Model
from tortoise.context import require_context
from tortoise.exceptions import DBConnectionError, OperationalError
from tortoise.transactions import in_transaction

Result = TypeVar("Result")
TRIES = 3
"""How often a transaction is begun: while another program holds the SQLite file, every five seconds; at once where
a restart of PostgreSQL left dead connections behind."""

_OF_A_SERVER = (
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    ConnectionRefusedError,
    DBConnectionError,
)
"""What is said when the server went away, is full or takes no writes. (Tortoise passes asyncpg's errors on.)"""


def current() -> BaseDBAsyncClient:
    """The connection of the transaction around us, or else the database's own."""
    return require_context().db()


def stored(model: type[Model], field: str, value: Any) -> Any:
    """What the field's column holds for a Python value, such as a moment in the file's own form."""
    return model._meta.fields_map[field].to_db_value(value, model)


def read(model: type[Model], field: str, value: Any) -> Any:
    """The Python value of what a column holds: what `stored` came from."""
    return model._meta.fields_map[field].to_python_value(value)


def is_out_of_order(exc: BaseException) -> bool:
    """Whether an error is the database's own: locked, read-only, full or out of reach."""
    # Exactly this class: those below it tell of rows that are missing or are there twice.
    return type(exc) is OperationalError or isinstance(
        exc, (DBConnectionError, ConnectionError, *_OF_A_SERVER)
    )


async def transact(work: Callable[[BaseDBAsyncClient], Awaitable[Result]]) -> Result:
    """Do the work in one transaction, all or nothing, also when the caller is cancelled half-way.

    It is begun TRIES times while another program locks the file or no connection stands: `work` may run more than once.
    It runs in a task of its own, out of the cancellation's reach: Tortoise, cancelled while it sends BEGIN,
    would keep the connection's lock for ever. A cancelled caller waits for the end of it, and then stops.
    """
    task = asyncio.create_task(_again_and_again(work), name="transaction")
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


async def _again_and_again(work: Callable[[BaseDBAsyncClient], Awaitable[Result]]) -> Result:
    begun = False

    async def noted(connection: BaseDBAsyncClient) -> Result:
        nonlocal begun
        begun = True
        return await work(connection)

    for _ in range(TRIES - 1):
        try:
            return await _in_transaction(noted)
        except OperationalError as exc:
            # SQLite has waited for `busy_timeout` and rolled back; whatever else it says would be said again.
            if "locked" not in str(exc):
                raise
        except _OF_A_SERVER:
            # A connection that died while it was idle fails at BEGIN. Later, nobody knows whether it was committed.
            if begun:
                raise
    return await _in_transaction(noted)


async def _in_transaction(work: Callable[[BaseDBAsyncClient], Awaitable[Result]]) -> Result:
    async with in_transaction() as connection:
        return await work(connection)


def _spell(sql: str, connection: BaseDBAsyncClient) -> str:
    """PostgreSQL numbers its placeholders: $1, $2. No statement of ours has a question mark in a literal."""
    if connection.capabilities.dialect == "sqlite":
        return sql
    first, *others = sql.split("?")
    return first + "".join(f"${number}{text}" for number, text in enumerate(others, start=1))
