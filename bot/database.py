"""Open, close and migrate the database, SQLite or PostgreSQL. Asks it nothing about stickers.

The aerich command line finds its configuration here too, as `bot.database.TORTOISE_ORM` (pyproject.toml).
It is made from DATABASE_URL when it is asked for, not at import.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Generator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qsl, urlencode

from aerich import Command
from aerich.models import Aerich
from filelock import AsyncFileLock
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.context import TortoiseContext, set_global_context
from tortoise.exceptions import OperationalError

from bot.errors import DatabaseTooNew, UnknownDatabase
from models.fields import DateTimeForm, write_datetimes_as

DEFAULT_URL = "file:./dev.db"
"""The design's own development database."""
APP = "models"
MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"

_PRAGMAS = {"busy_timeout": "5000", "synchronous": "NORMAL", "journal_mode": "WAL", "foreign_keys": "ON"}
_ADVISORY_LOCK = 0x4B69_7261_7365_616C  # "Kiraseal": any number will do, but every process must use the same


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
        self._config = tortoise_config(url)
        self._form = form
        self._context = TortoiseContext()

    @classmethod
    def open(cls, url: str, *, form: DateTimeForm = DateTimeForm.ISO8601) -> Self:
        """A database to be entered or awaited. `form` is how moments are written to an SQLite file.

        Raises UnknownDatabase for a scheme we have no driver for.
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
            await self._context.db().execute_query("SELECT 1")
        except BaseException:
            await self.close()
            raise
        return self


async def migrate(url: str) -> list[str]:
    """Bring the database up to date; the names of the migrations that were run, none if it already was.

    Processes that start at once take turns. Raises UnknownDatabase, and DatabaseTooNew, before any change.
    """
    path = sqlite_path(url)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    return await asyncio.create_task(_migrate(url), name="migrate")


async def status(url: str) -> Status:
    """Which migrations the database has and lacks. Creates no file. Raises UnknownDatabase."""
    path = sqlite_path(url)
    if path is not None and not path.exists():
        return _status("sqlite", [])
    return await asyncio.create_task(_ask_status(url), name="database status")


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
    """For Tortoise.init and aerich: one connection, our tables and aerich's. Raises UnknownDatabase."""
    connection = expand_db_url(tortoise_url(database_url))
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
        yield context


@asynccontextmanager
async def _turn(url: str) -> AsyncIterator[None]:
    """SQLite: only one process at a time, and the first one also before the file is there."""
    path = sqlite_path(url)
    if path is None:
        yield
    else:
        async with AsyncFileLock(f"{path}-lock"):
            yield


@asynccontextmanager
async def _advisory_lock(context: TortoiseContext) -> AsyncIterator[None]:
    """PostgreSQL: only one process at a time, held by a connection that aerich does not use."""
    if context.db().capabilities.dialect == "sqlite":
        yield
        return
    async with context.db().acquire_connection() as connection:
        await connection.execute("SELECT pg_advisory_lock($1)", _ADVISORY_LOCK)
        try:
            yield
        finally:
            await connection.execute("SELECT pg_advisory_unlock($1)", _ADVISORY_LOCK)


async def _applied() -> list[str]:
    try:
        versions = await Aerich.filter(app=APP).order_by("id").values_list("version", flat=True)
    except OperationalError:  # no such table yet
        return []
    return [str(version) for version in versions]


def _status(dialect: str, applied: list[str]) -> Status:
    ours = _known()
    return Status(
        dialect=dialect,
        applied=tuple(applied),
        pending=tuple(version for version in ours if version not in applied),
        unknown=tuple(version for version in applied if version not in ours),
    )


def _known() -> list[str]:
    """Our migrations, oldest first, named as aerich records them."""
    versions = [path.name for path in (MIGRATIONS / APP).glob("[0-9]*_*.py")]
    return sorted(versions, key=lambda version: int(version.partition("_")[0]))
