"""The tables of a migrated database, held against the design and against the models."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aerich import Command
from tortoise import BaseDBAsyncClient
from tortoise.context import TortoiseContext

from bot.database import MIGRATIONS, Database, tortoise_config
from models.statements import current

DESIGN = Path(__file__).parents[3] / "docs" / "database-design.ja.md"
SEVEN = ("User", "Account", "Session", "GeneratedImage", "Task", "ImageCache", "UsageStats")
OURS = (
    *("StickerDetail", "Favourite", "Delivery", "Work", "Run", "Charge", "ServerSettings"),
    *("MemberSettings", "Quota", "Upkeep"),
)
TYPES = {
    "sqlite": {"String": "TEXT", "Int": "INTEGER", "DateTime": "DATETIME"},
    "postgres": {"String": "text", "Int": "integer", "DateTime": "timestamp(3) with time zone"},
}
DEFAULTS = {"now()": "CURRENT_TIMESTAMP", "0": "0", "cuid()": None}


@dataclass(frozen=True)
class Column:
    type: str
    required: bool
    default: str | None


@dataclass
class Table:
    columns: dict[str, Column] = field(default_factory=dict)
    primary_key: set[str] = field(default_factory=set)
    indexes: set[tuple[str, tuple[str, ...], bool]] = field(default_factory=set)
    foreign_keys: set[tuple[str, str, str, str]] = field(default_factory=set)


def prisma_tables(dialect: str) -> dict[str, Table]:
    """Read the design's Prisma schema, with the names that Prisma gives to indexes."""
    block = re.findall(r"```prisma\n(.*?)```", DESIGN.read_text(encoding="utf-8"), re.DOTALL)[0]
    models = re.findall(r"model (\w+) \{\n(.*?)\n\}", block, re.DOTALL)
    names = {name for name, _ in models}
    return {name: prisma_table(name, body, dialect, names) for name, body in models}


def prisma_table(name: str, body: str, dialect: str, models: set[str]) -> Table:
    table = Table()
    for line in prisma_lines(body):
        if found := re.match(r"@@(unique|index)\(\[(.*?)\]\)", line):
            columns = tuple(found[2].replace(" ", "").split(","))
            unique = found[1] == "unique"
            table.indexes.add((f"{name}_{'_'.join(columns)}_{'key' if unique else 'idx'}", columns, unique))
            continue
        column, kind, *_ = line.split()
        if (
            relation := re.search(r"@relation\(fields: \[(\w+)\].*onDelete: (\w+)\)", line)
        ) and kind in models:
            table.foreign_keys.add((relation[1], kind, relation[2].upper(), "CASCADE"))
        elif kind.removesuffix("[]") not in models:
            default = re.search(r"@default\((.*?)\)(?:\s|$)", line)
            table.columns[column] = Column(
                type=TYPES[dialect][kind.removesuffix("?")],
                required=not kind.endswith("?"),
                default=DEFAULTS[default[1]] if default else None,
            )
            if "@id" in line:
                table.primary_key.add(column)
            if "@unique" in line:
                table.indexes.add((f"{name}_{column}_key", (column,), True))
    return table


def prisma_lines(body: str) -> Iterator[str]:
    for line in body.splitlines():
        if bare := line.partition("//")[0].strip():
            yield bare


async def sqlite_table(connection: BaseDBAsyncClient, name: str) -> Table:
    table = Table()
    for row in await connection.execute_query_dict(f'PRAGMA table_info("{name}")'):
        table.columns[row["name"]] = Column(row["type"], bool(row["notnull"]), row["dflt_value"])
        if row["pk"]:
            table.primary_key.add(row["name"])
    for row in await connection.execute_query_dict(f'PRAGMA index_list("{name}")'):
        if row["origin"] != "pk":
            parts = await connection.execute_query_dict(f'PRAGMA index_info("{row["name"]}")')
            table.indexes.add((row["name"], tuple(part["name"] for part in parts), bool(row["unique"])))
    for row in await connection.execute_query_dict(f'PRAGMA foreign_key_list("{name}")'):
        table.foreign_keys.add((row["from"], row["table"], row["on_delete"], row["on_update"]))
    return table


async def postgres_table(connection: BaseDBAsyncClient, name: str) -> Table:
    table = Table()
    for row in await connection.execute_query_dict(
        "SELECT attname, format_type(atttypid, atttypmod) AS type, attnotnull,"
        " pg_get_expr(adbin, adrelid) AS value FROM pg_attribute LEFT JOIN pg_attrdef"
        " ON adrelid = attrelid AND adnum = attnum WHERE attrelid = $1::text::regclass AND attnum > 0"
        " ORDER BY attnum",
        [f'"{name}"'],
    ):
        table.columns[row["attname"]] = Column(row["type"], row["attnotnull"], row["value"])
    for row in await connection.execute_query_dict(
        "SELECT relname, indisunique, indisprimary, ARRAY(SELECT attname::text FROM unnest(indkey)"
        " WITH ORDINALITY AS k(number, place) JOIN pg_attribute ON attrelid = indrelid AND attnum = k.number"
        " ORDER BY place) AS columns FROM pg_index JOIN pg_class ON oid = indexrelid"
        " WHERE indrelid = $1::text::regclass",
        [f'"{name}"'],
    ):
        if row["indisprimary"]:
            table.primary_key.update(row["columns"])
        else:
            table.indexes.add((row["relname"], tuple(row["columns"]), row["indisunique"]))
    actions = {"c": "CASCADE", "n": "SET NULL", "a": "NO ACTION"}
    for row in await connection.execute_query_dict(
        "SELECT attname, confrelid::regclass::text AS parent, confdeltype::text AS deleted,"
        " confupdtype::text AS updated FROM pg_constraint JOIN pg_attribute"
        " ON attrelid = conrelid AND attnum = conkey[1]"
        " WHERE contype = 'f' AND conrelid = $1::text::regclass",
        [f'"{name}"'],
    ):
        parent = row["parent"].strip('"')
        table.foreign_keys.add((row["attname"], parent, actions[row["deleted"]], actions[row["updated"]]))
    return table


async def read_table(name: str) -> Table:
    connection = current()
    read = sqlite_table if connection.capabilities.dialect == "sqlite" else postgres_table
    return await read(connection, name)


@pytest.mark.parametrize("name", SEVEN)
async def test_a_migrated_table_is_the_design_to_the_letter(name: str, database: Database) -> None:
    assert await read_table(name) == prisma_tables(database.dialect)[name]


async def test_columns_stand_in_the_order_of_the_design(database: Database) -> None:
    for name, expected in prisma_tables(database.dialect).items():
        assert list((await read_table(name)).columns) == list(expected.columns)


def test_the_design_has_seven_tables() -> None:
    assert tuple(prisma_tables("sqlite")) == SEVEN


async def test_models_and_migrations_make_the_same_tables(database: Database, dialect: str) -> None:
    migrated = {name: await read_table(name) for name in SEVEN + OURS}
    await database.close()
    assert all(table.columns for table in migrated.values())
    async with TortoiseContext() as context:
        await context.init(config=tortoise_config("sqlite://:memory:"))
        await context.generate_schemas()
        modelled = {name: await sqlite_table(context.db(), name) for name in SEVEN + OURS}
    if dialect == "sqlite":
        for table in migrated.values():  # Tortoise writes a default of false as 0
            for column, value in table.columns.items():
                if value.default == "false":
                    table.columns[column] = Column(value.type, value.required, "0")
        assert migrated == modelled
    else:
        for name, table in migrated.items():
            assert set(table.columns) == set(modelled[name].columns)
            assert table.indexes == modelled[name].indexes
            assert table.foreign_keys == modelled[name].foreign_keys


async def test_aerich_finds_nothing_left_to_migrate(tmp_path: Path) -> None:
    location = shutil.copytree(MIGRATIONS, tmp_path / "migrations")
    async with Command(tortoise_config("sqlite://:memory:"), location=str(location)) as command:
        await command.init(offline=True)
        written = await command.migrate(offline=True, no_input=True)
    assert not written, (location / "models" / str(written)).read_text(encoding="utf-8")
