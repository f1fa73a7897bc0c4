"""From every schema that was ever released, with rows in every table, to the present one; also cut off in between.

The schemas are those of migrations/models: a migration to come is tested by being there.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from tortoise import BaseDBAsyncClient, Model
from tortoise.context import TortoiseContext

import bot.database
import models
from bot.database import MIGRATIONS, Database, known_migrations, migrate, sqlite_path, status, tortoise_config
from bot.pipeline import work
from bot.pipeline.seam import Claim, Completed, Ending
from bot.stickers import keeping, standings, statistics
from bot.stickers.design import Attribute, Design, Effects, Foil, FrameType, Rarity, Style
from bot.stickers.members import Identity, meet
from bot.stickers.spans import Span
from models import StickerDetail, User, cuid
from models.statements import current, rows

RELEASED = known_migrations()
OLDER = range(1, len(RELEASED))
"""How many migrations a release had that another one followed."""
ROWS = 3
"""In each table. The last row of each has NULL wherever that is allowed."""
MOMENT = datetime(2026, 5, 5, 10, 20, 30, 123_000, UTC)
Row = dict[str, Any]
Contents = dict[str, list[Row]]

SQLITE_TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
)
POSTGRES_TABLES = (
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    " ORDER BY oid"
)
POSTGRES_COLUMNS = (
    "SELECT column_name AS name, data_type AS type, is_nullable = 'NO' AS notnull"
    " FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position"
)
POSTGRES_KEYS = (
    'SELECT attname AS "from", trim(both \'"\' from confrelid::regclass::text) AS "table" FROM pg_constraint'
    " JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]"
    " WHERE contype = 'f' AND conrelid = ('\"' || $1 || '\"')::regclass"
)


@dataclass(frozen=True)
class Column:
    name: str
    type: str
    required: bool
    parent: str | None


async def columns(connection: BaseDBAsyncClient, table: str) -> list[Column]:
    if connection.capabilities.dialect == "sqlite":
        found = await connection.execute_query_dict(f'PRAGMA table_info("{table}")')
        keys = await connection.execute_query_dict(f'PRAGMA foreign_key_list("{table}")')
    else:
        found = await connection.execute_query_dict(POSTGRES_COLUMNS, [table])
        keys = await connection.execute_query_dict(POSTGRES_KEYS, [table])
    parents = {key["from"]: key["table"] for key in keys}
    return [
        Column(column["name"], column["type"].upper(), bool(column["notnull"]), parents.get(column["name"]))
        for column in found
    ]


async def tables(connection: BaseDBAsyncClient) -> list[str]:
    """In the order in which they were made, which puts parents first."""
    asked = SQLITE_TABLES if connection.capabilities.dialect == "sqlite" else POSTGRES_TABLES
    return [row["name"] for row in await connection.execute_query_dict(asked) if row["name"] != "aerich"]


def value(column: Column, number: int, *, is_sqlite: bool) -> Any:
    """Something that tells its row and column. Parents are those of the same number, by their ids."""
    if column.parent is not None or column.name == "id":
        return f"c{number}"
    match column.type:
        case "TEXT" if column.name.endswith("Id"):  # a snowflake, or the id of what is not there any more
            return str(number)
        case "TEXT":
            return f"{column.name} {number} 茄子 'quoted' \\N"
        case "INTEGER":
            return number
        case "BOOLEAN":
            return number % 2 == 1
        case "DATETIME":
            return (MOMENT + timedelta(days=number)).isoformat(timespec="milliseconds")
        case kind if kind.startswith("TIMESTAMP") and not is_sqlite:
            return MOMENT + timedelta(days=number)
        case kind:
            pytest.fail(f"no value for {column.name} {kind}: write one")


async def fill(connection: BaseDBAsyncClient) -> None:
    """Rows in every table by plain SQL, as whatever Kiraseal or web app of that day may have written them."""
    is_sqlite = connection.capabilities.dialect == "sqlite"
    waiting = {table: await columns(connection, table) for table in await tables(connection)}
    while waiting:
        # Parents first: one of whose own parents none waits any more.
        table = next(
            table
            for table, known in waiting.items()
            if not {column.parent for column in known} & waiting.keys()
        )
        known = waiting.pop(table)
        for number in range(ROWS):
            row = {
                column.name: value(column, number, is_sqlite=is_sqlite)
                for column in known
                if column.required or column.name == "id" or number < ROWS - 1
            }
            names = ", ".join(f'"{name}"' for name in row)
            places = ", ".join("?" if is_sqlite else f"${place}" for place in range(1, len(row) + 1))
            await connection.execute_query(
                f'INSERT INTO "{table}" ({names}) VALUES ({places})', list(row.values())
            )


async def contents(connection: BaseDBAsyncClient) -> Contents:
    return {
        table: await connection.execute_query_dict(f'SELECT * FROM "{table}" ORDER BY 1')
        for table in await tables(connection)
    }


async def take_stock(url: str, *, full: bool = False) -> Contents:
    """What is in a database, after filling it if asked to."""
    async with TortoiseContext() as context:
        await context.init(config=tortoise_config(url))
        if full:
            await fill(context.db())
        return await contents(context.db())


@pytest.fixture(params=range(1, len(RELEASED) + 1), ids=lambda number: RELEASED[number - 1].partition("_")[0])
async def released(
    request: pytest.FixtureRequest, empty_database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[str, Contents]:
    """A database as that release left it, full of rows, and these rows."""
    folder = tmp_path / "migrations" / "models"
    folder.mkdir(parents=True)
    for name in RELEASED[: request.param]:
        shutil.copy(MIGRATIONS / "models" / name, folder / name)
    with monkeypatch.context() as patch:
        patch.setattr(bot.database, "MIGRATIONS", folder.parent)
        assert await migrate(empty_database_url) == RELEASED[: request.param]
    before = await take_stock(empty_database_url, full=True)
    assert all(len(found) == ROWS for found in before.values()), before.keys()
    return empty_database_url, before


def assert_nothing_lost(before: Contents, after: Contents) -> None:
    for table, old in before.items():
        assert table in after, f"{table} is gone"
        assert len(after[table]) == len(old), table
        for was, is_now in zip(old, after[table], strict=True):
            assert {name: is_now[name] for name in was} == was, table


async def astray(url: str) -> list[Row]:
    """References that lead nowhere. PostgreSQL allows none."""
    if sqlite_path(url) is None:
        return []
    async with TortoiseContext() as context:
        await context.init(config=tortoise_config(url))
        return await context.db().execute_query_dict("PRAGMA foreign_key_check")


async def test_every_row_of_every_release_survives_the_upgrade(released: tuple[str, Contents]) -> None:
    url, before = released
    await migrate(url)
    assert (await status(url)).pending == ()
    assert_nothing_lost(before, await take_stock(url))
    assert await astray(url) == []


async def order_one(member_id: str, now: datetime) -> str:
    """A sticker from the order to the verdict."""
    design = Design(
        name="Leon",
        title="",
        prompt="a king",
        attribute=Attribute.HOLY,
        rarity=Rarity.RARE,
        style=Style(frame_type=FrameType.SPIKE, frame_color="gold", foil=Foil.RADIAL),
        effects=Effects(),
        background="rainbow",
        variation=0,
    )
    sticker_id, task_id = cuid(), cuid()

    async def record(connection: BaseDBAsyncClient, claim: Claim, ending: Ending) -> None:
        await keeping.keep(
            keeping.NewSticker(
                id=sticker_id,
                user_id=member_id,
                design=design,
                source_image_url=None,
                art=None,
                painter="procedural",
                renderer_version=1,
                server_id=1,
                channel_id=2,
                private=False,
            ),
            connection,
        )
        await statistics.record(connection, member_id, statistics.day_of(now, UTC), images=1, successes=1)

    await work.accept(work.NewTask(id=task_id, user_id=member_id, data="{}"), None, now)
    claim = await work.claim("worker", now, timedelta(seconds=10), task_id)
    assert claim is not None
    assert await work.settle(claim, Completed(result="{}", product=None), record, now)
    return sticker_id


async def test_an_upgraded_database_works(released: tuple[str, Contents]) -> None:
    """Old rows are read by today's models, a sticker is made beside them, and members can still be forgotten."""
    url, _ = released
    await migrate(url)
    now = datetime(2026, 11, 24, 3, tzinfo=UTC)
    async with Database.open(url):
        for name in models.__all__:
            model = getattr(models, name)
            if isinstance(model, type(Model)):
                assert len(await model.all()) in (ROWS, 0), name
        member = await meet(Identity(discord_id=42, name="Leon", avatar_url=None))
        sticker = await keeping.sticker(await order_one(member.id, now))
        assert sticker is not None
        assert sticker.design.name == "Leon"
        tally = await standings.member_tally(member.id, now, Span.WEEK, UTC)
        assert (tally.always, tally.counts.images) == (1, 1)
        await User.filter(id="c0").delete()
        assert not await StickerDetail.filter(owner_id="c0").exists()
        if current().capabilities.dialect == "sqlite":
            assert await rows(current(), "PRAGMA foreign_key_check") == []


def statements(script: str) -> Iterator[str]:
    """The statements of a script. None of ours has a semicolon inside a literal."""
    whole = ""
    for line in script.splitlines(keepends=True):
        whole += line
        if sqlite3.complete_statement(whole):
            yield whole.strip()
            whole = ""
    assert not whole.strip(), whole


def module_of(version: str) -> Any:
    import importlib.util

    spec = importlib.util.spec_from_file_location(version[:-3], MIGRATIONS / "models" / version)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


async def script_of(url: str, version: str) -> list[str]:
    """The statements by which a migration would bring this database on."""
    async with TortoiseContext() as context:
        await context.init(config=tortoise_config(url))
        return list(statements(await module_of(version).upgrade(context.db())))


def cut_off_sqlite(path: Path, script: list[str]) -> None:
    """As a killed process leaves it: what no transaction holds back has been written."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in script:
            connection.execute(statement)


async def cut_off_postgres(url: str, script: list[str]) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("BEGIN")
        for statement in script:
            await connection.execute(statement)
    finally:
        connection.terminate()


@pytest.mark.parametrize("released", OLDER, indirect=True)
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_an_upgrade_that_is_cut_off_after_any_statement_is_finished_the_next_time(
    released: tuple[str, Contents], tmp_path: Path
) -> None:
    url, before = released
    applied = (await status(url)).applied
    source = sqlite_path(url)
    assert source is not None
    cut_off_sqlite(source, ["PRAGMA wal_checkpoint(TRUNCATE)"])
    script = await script_of(url, RELEASED[len(applied)])
    for done in range(1, len(script) + 1):
        path = shutil.copy(source, tmp_path / f"after_{done}.db")
        cut_off_sqlite(path, script[:done])
        await migrate(f"file:{path}")
        assert_nothing_lost(before, await take_stock(f"file:{path}"))
        assert await astray(f"file:{path}") == [], script[done - 1]


@pytest.mark.parametrize("released", OLDER, indirect=True)
@pytest.mark.parametrize("dialect", ["postgres"])
async def test_an_upgrade_of_postgresql_that_is_cut_off_has_changed_nothing(
    released: tuple[str, Contents],
) -> None:
    url, before = released
    applied = (await status(url)).applied
    version = RELEASED[len(applied)]
    assert module_of(version).RUN_IN_TRANSACTION
    script = await script_of(url, version)
    for done in range(1, len(script) + 1):
        await cut_off_postgres(url, script[:done])
        assert await take_stock(url) == before, script[done - 1]
    await migrate(url)
    assert_nothing_lost(before, await take_stock(url))


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_first_migration_that_is_cut_off_after_any_statement_is_finished_the_next_time(
    empty_database_url: str, tmp_path: Path
) -> None:
    script = await script_of(empty_database_url, RELEASED[0])
    paths = (tmp_path / f"{number}.db" for number in count())
    for done in range(1, len(script) + 1, 7):  # each says IF NOT EXISTS; every seventh will do
        path = next(paths)
        cut_off_sqlite(path, script[:done])
        await migrate(f"file:{path}")
        assert (await status(f"file:{path}")).pending == ()
