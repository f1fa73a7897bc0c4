"""Single SQL statements that the query builder cannot say, spelt for both dialects. Knows no table."""

from typing import Any

from tortoise import BaseDBAsyncClient, Model
from tortoise.connection import get_connection

CONNECTION = "default"
"""The one connection of our Tortoise configuration."""


def current() -> BaseDBAsyncClient:
    """The connection of the transaction around us, or else the database's own."""
    return get_connection(CONNECTION)


def stored(model: type[Model], field: str, value: Any) -> Any:
    """What the field's column holds for a Python value, such as a moment in the file's own form."""
    return model._meta.fields_map[field].to_db_value(value, model)


async def rows(connection: BaseDBAsyncClient, sql: str, *values: Any) -> list[dict[str, Any]]:
    """Run a statement with `?` for each value and return its rows (those of RETURNING, if it writes)."""
    return await connection.execute_query_dict(_spell(sql, connection), list(values))


async def run(connection: BaseDBAsyncClient, sql: str, *values: Any) -> None:
    """Run a statement with `?` for each value, whatever it returns."""
    await connection.execute_query(_spell(sql, connection), list(values))


def _spell(sql: str, connection: BaseDBAsyncClient) -> str:
    """PostgreSQL numbers its placeholders: $1, $2. No statement of ours has a question mark in a literal."""
    if connection.capabilities.dialect == "sqlite":
        return sql
    first, *others = sql.split("?")
    return first + "".join(f"${number}{text}" for number, text in enumerate(others, start=1))
