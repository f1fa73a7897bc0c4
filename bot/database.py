"""Open, close and migrate the database, SQLite or PostgreSQL. Asks it nothing about stickers.

The aerich command line finds its configuration here too, as `bot.database.TORTOISE_ORM` (pyproject.toml).
It is made from DATABASE_URL when it is asked for, not at import.
"""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qsl, urlencode

import asyncpg
from aerich import Command
from aerich.models import Aerich
from filelock import AsyncFileLock
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.context import TortoiseContext, set_global_context
from tortoise.exceptions import ConfigurationError, OperationalError

from bot.errors import (
    DatabaseFailed,
    DatabaseInUse,
    DatabaseTooNew,
    DatabaseUnreachable,
    SettingInvalid,
    UnknownDatabase,
)
from models.fields import DateTimeForm, write_datetimes_as
from models.statements import is_out_of_order

DEFAULT_URL = "file:./dev.db"
"""The design's own development database."""
APP = "models"
MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"

_PRAGMAS = {"busy_timeout": "5000", "synchronous": "NORMAL", "journal_mode": "WAL", "foreign_keys": "ON"}
_ADVISORY_LOCK = 0x4B69_7261_7365_616C  # "Kiraseal": any number will do, but every process must use the same

_OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL
    AND backend_type IS DISTINCT FROM 'autovacuum worker'
"""
"""Connections to this database besides ours. PostgreSQL's own servants have no user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Where a database stands. `unknown` are migrations of a newer Kiraseal."""

    dialect: str
    applied: tuple[str, ...]
    pending: tuple[str, ...]
    unknown: tuple[str, ...]


class Database:
    """The one open database of a process. Queries find it from every task and thread of its event loop.

    Use `async with Database.open(url):`, or `database = await Database.open(url)` and later `close()`.
    """

    def __init__(self, url: str, *, form: DateTimeForm) -> None:
        self._url = url
        self._config = tortoise_config(url)
        self._form = form
        self._context = TortoiseContext()

    @classmethod
    def open(cls, url: str, *, form: DateTimeForm = DateTimeForm.ISO8601) -> Self:
        """A database to be entered or awaited. `form` is how moments are written to an SQLite file.

        Raises UnknownDatabase for a scheme we have no driver for, SettingInvalid for an address that makes no
        sense, and, once entered or awaited, DatabaseUnreachable.
        """
        return cls(url, form=form)

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgres`."""
        return self._context.db().capabilities.dialect

    async def close(self) -> None:
        """Close every connection. An SQLite connection left open would keep the process from ending."""
        await self._context.close_connections()

    def __await__(self) -> Generator[Any, None, Self]:
        return self._connect().__await__()

    async def __aenter__(self) -> Self:
        return await self._connect()

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _connect(self) -> Self:
        with self._context:  # only as long as init() needs it: elsewhere the ContextVar would be empty
            await self._context.init(config=self._config)
        if self._context.apps is not None:
            write_datetimes_as(self._form, self._context.apps.get_models_iterable())
        # Tasks that were started before us, or by others, find the database by this alone.
        set_global_context(self._context)
        try:
            await _connect_now(self._context, self._url)
        except BaseException:
            await self.close()
            raise
        return self


def in_our_words(exc: Exception) -> Exception:
    """DatabaseFailed, with its cause, for what a driver says while we work; any other error as it is."""
    if not is_out_of_order(exc):
        return exc
    failed = DatabaseFailed()
    failed.__cause__ = exc
    return failed


async def migrate(url: str) -> list[str]:
    """Bring the database up to date; the names of the migrations that were run, none if it already was.

    Processes that start at once take turns. Raises UnknownDatabase, SettingInvalid, DatabaseUnreachable and
    DatabaseTooNew, all before any change.
    """
    path = sqlite_path(url)
    if path is not None:
        with _foreign_complaints_translated():
            path.parent.mkdir(parents=True, exist_ok=True)
    return await asyncio.create_task(_migrate(url), name="migrate")


async def status(url: str) -> Status:
    """Which migrations the database has and lacks. Creates no file.

    Raises UnknownDatabase, SettingInvalid and DatabaseUnreachable.
    """
    path = sqlite_path(url)
    if path is not None and not path.exists():
        return _status("sqlite", [])
    return await asyncio.create_task(_ask_status(url), name="database status")


@asynccontextmanager
async def alone(url: str) -> AsyncIterator[None]:
    """Keep everybody who starts waiting, as long as the database is being replaced.

    Enter it where no database is open. Raises DatabaseInUse while others are connected to PostgreSQL (of an SQLite
    file that only shows when it is taken), DatabaseUnreachable.
    """
    async with _turn(url):
        if sqlite_path(url) is not None:
            yield
            return
        async with _reached(url) as context, _advisory_lock(context) as connection:
            if await connection.fetchval(_OTHERS):
                raise DatabaseInUse
            yield


def known_migrations() -> list[str]:
    """Our migrations, oldest first, named as aerich records them."""
    versions = [path.name for path in (MIGRATIONS / APP).glob("[0-9]*_*.py")]
    return sorted(versions, key=lambda version: int(version.partition("_")[0]))


def tortoise_url(database_url: str) -> str:
    """DATABASE_URL in Tortoise's spelling, with our PRAGMAs where it is a file.

    `file:./dev.db` is Prisma's form, whose parameters mean nothing here; a relative path is relative to the
    working directory. In `sqlite://dev.db` and `sqlite:///home/me/dev.db` parameters are further PRAGMAs.
    Raises UnknownDatabase for other schemes than these and `postgresql://` or `postgres://`.
    """
    scheme, separator, rest = database_url.partition(":")
    match scheme.lower() if separator else "":
        case "postgres" | "postgresql":
            return database_url
        case "file":
            return _sqlite_url(rest.partition("?")[0].removeprefix("//"), {})
        case "sqlite":
            path, _, query = rest.removeprefix("//").partition("?")
            return _sqlite_url(path, dict(parse_qsl(query)))
        case unknown:
            raise UnknownDatabase(url_scheme=unknown)


def sqlite_path(database_url: str) -> Path | None:
    """The file of an SQLite database; None for PostgreSQL. Raises UnknownDatabase."""
    url = tortoise_url(database_url)
    return Path(url.removeprefix("sqlite://").partition("?")[0]) if url.startswith("sqlite:") else None


def tortoise_config(database_url: str) -> dict[str, Any]:
    """For Tortoise.init and aerich: one connection, our tables and aerich's.

    Raises UnknownDatabase, and SettingInvalid for an address that makes no sense.
    """
    try:
        connection = expand_db_url(tortoise_url(database_url))
    except (ConfigurationError, ValueError) as exc:
        raise SettingInvalid(variable="DATABASE_URL", expected="setting-database-url") from exc
    credentials = connection["credentials"]
    if "sslmode" in credentials:  # libpq's word, which hosted databases hand out; asyncpg's word is ssl
        credentials["ssl"] = credentials.pop("sslmode")
    # One name a dialect: Tortoise remembers statements by the connection's name, in the dialect of the first.
    name = "sqlite" if sqlite_path(database_url) else "postgres"
    return {
        "connections": {name: connection},
        "apps": {APP: {"models": ["models", "aerich.models"], "default_connection": name}},
    }


def __getattr__(name: str) -> dict[str, Any]:
    if name == "TORTOISE_ORM":
        return tortoise_config(os.environ.get("DATABASE_URL", DEFAULT_URL))
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _sqlite_url(path: str, pragmas: dict[str, str]) -> str:
    return f"sqlite://{path}?{urlencode(_PRAGMAS | pragmas)}"


async def _migrate(url: str) -> list[str]:
    """Runs in a task of its own, for the Tortoise context that it enters must not be seen by its caller."""
    async with _turn(url), _reached(url) as context, _advisory_lock(context):
        state = _status(context.db().capabilities.dialect, await _applied())
        if state.unknown:
            raise DatabaseTooNew(version=state.unknown[-1])
        if not state.pending:
            return []
        command = Command(tortoise_config(url), app=APP, location=str(MIGRATIONS))
        await command.init()
        return await command.upgrade()


async def _ask_status(url: str) -> Status:
    async with _reached(url) as context:
        return _status(context.db().capabilities.dialect, await _applied())


@asynccontextmanager
async def _reached(url: str) -> AsyncIterator[TortoiseContext]:
    """A Tortoise of its own, whatever database the process has open besides."""
    async with TortoiseContext() as context:
        await context.init(config=tortoise_config(url))
        await _connect_now(context, url)
        yield context


async def _connect_now(context: TortoiseContext, url: str) -> None:
    """Not at the first query, whose caller would not expect it. Raises DatabaseUnreachable."""
    path = sqlite_path(url)
    with _foreign_complaints_translated():
        if path is not None:
            # When aiosqlite fails to open a file, nobody can wait for its thread, and that outlives the event loop.
            await asyncio.to_thread(_open_file, path)
        await context.db().execute_query("SELECT 1")


def _open_file(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA schema_version")


@contextmanager
def _foreign_complaints_translated() -> Iterator[None]:
    """What a disk, a network or a driver says while we open the database becomes DatabaseUnreachable."""
    try:
        yield
    except (
        OSError,
        sqlite3.Error,
        asyncpg.PostgresError,
        asyncpg.InterfaceError,
        OperationalError,
    ) as exc:
        # The kind alone: the text of a driver may quote the address, and with it the password.
        raise DatabaseUnreachable(reason=type(exc).__name__) from exc


@asynccontextmanager
async def _turn(url: str) -> AsyncIterator[None]:
    """SQLite: only one process at a time, and the first one also before the file is there."""
    path = sqlite_path(url)
    if path is None:
        yield
    else:
        lock = AsyncFileLock(f"{path}-lock")
        with _foreign_complaints_translated():
            await lock.acquire()
        try:
            yield
        finally:
            await lock.release()


@asynccontextmanager
async def _advisory_lock(context: TortoiseContext) -> AsyncIterator[Any]:
    """PostgreSQL: only one process at a time, held by a connection that aerich does not use, which it gives."""
    if context.db().capabilities.dialect == "sqlite":
        yield None
        return
    async with context.db().acquire_connection() as connection:
        await connection.execute("SELECT pg_advisory_lock($1)", _ADVISORY_LOCK)
        try:
            yield connection
        finally:
            await connection.execute("SELECT pg_advisory_unlock($1)", _ADVISORY_LOCK)


async def _applied() -> list[str]:
    try:
        versions = await Aerich.filter(app=APP).order_by("id").values_list("version", flat=True)
    except OperationalError:  # no such table yet
        return []
    return [str(version) for version in versions]


def _status(dialect: str, applied: list[str]) -> Status:
    ours = known_migrations()
    return Status(
        dialect=dialect,
        applied=tuple(applied),
        pending=tuple(version for version in ours if version not in applied),
        unknown=tuple(version for version in applied if version not in ours),
    )
