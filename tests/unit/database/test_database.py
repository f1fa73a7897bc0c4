import asyncio
import contextvars
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from aerich.models import Aerich

from bot.database import Database, migrate, sqlite_path, status, tortoise_config, tortoise_url
from bot.errors import DatabaseTooNew, UnknownDatabase
from models import User
from models.statements import current

ROOT = Path(__file__).parents[3]
PRAGMAS = "busy_timeout=5000&synchronous=NORMAL&journal_mode=WAL&foreign_keys=ON"
MIGRATE = (
    "import asyncio, sys; from bot.database import migrate; print(len(asyncio.run(migrate(sys.argv[1]))))"
)
OPEN = """
import asyncio, sys
from bot.database import Database
async def main():
    async with Database.open(sys.argv[1]):
        raise SystemExit(3)
asyncio.run(main())
"""


def start(program: str, url: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "error", "-c", program, url]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize(
    ("database_url", "expected"),
    [
        ("file:./dev.db", f"sqlite://./dev.db?{PRAGMAS}"),
        ("file:dev.db?connection_limit=1", f"sqlite://dev.db?{PRAGMAS}"),
        ("file:/home/me/dev.db", f"sqlite:///home/me/dev.db?{PRAGMAS}"),
        ("file:///home/me/dev.db", f"sqlite:///home/me/dev.db?{PRAGMAS}"),
        ("sqlite://dev.db", f"sqlite://dev.db?{PRAGMAS}"),
        (
            "sqlite:///home/me/dev.db?busy_timeout=9",
            f"sqlite:///home/me/dev.db?{PRAGMAS.replace('5000', '9')}",
        ),
        ("postgresql://me@host/kiraseal", "postgresql://me@host/kiraseal"),
        ("postgres://me@host/kiraseal", "postgres://me@host/kiraseal"),
    ],
)
def test_a_url_of_the_design_becomes_one_of_tortoise(database_url: str, expected: str) -> None:
    assert tortoise_url(database_url) == expected


@pytest.mark.parametrize(
    ("database_url", "scheme"), [("mysql://me@host/x", "mysql"), ("dev.db", ""), ("", "")]
)
def test_a_url_of_another_kind_is_refused_by_its_scheme_alone(database_url: str, scheme: str) -> None:
    with pytest.raises(UnknownDatabase) as refusal:
        tortoise_url(database_url)
    assert refusal.value.values == {"url_scheme": scheme}


def test_a_hosted_databases_sslmode_is_understood() -> None:
    (connection,) = tortoise_config("postgresql://me@host/x?sslmode=require")["connections"].values()
    assert connection["credentials"]["ssl"] == "require"
    assert "sslmode" not in connection["credentials"]


async def test_migrating_twice_does_nothing_the_second_time(empty_database_url: str) -> None:
    assert (await status(empty_database_url)).applied == ()
    done = await migrate(empty_database_url)
    assert len(done) >= 1
    assert await migrate(empty_database_url) == []
    state = await status(empty_database_url)
    assert (list(state.applied), state.pending, state.unknown) == (done, (), ())


def test_asking_for_the_status_creates_no_file(tmp_path: Path) -> None:
    state = asyncio.run(status(f"file:{tmp_path / 'none.db'}"))
    assert (state.dialect, state.applied, len(state.pending) >= 1) == ("sqlite", (), True)
    assert list(tmp_path.iterdir()) == []


def test_migrating_makes_the_folder_of_the_file(tmp_path: Path) -> None:
    asyncio.run(migrate(f"file:{tmp_path}/new/folder/dev.db"))
    assert (tmp_path / "new" / "folder" / "dev.db").is_file()


async def test_three_processes_that_start_at_once_migrate_once(empty_database_url: str) -> None:
    processes = [start(MIGRATE, empty_database_url) for _ in range(3)]
    answers = await asyncio.gather(*(asyncio.to_thread(process.communicate) for process in processes))
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert sorted(int(answer[0]) for answer in answers) == [
        0,
        0,
        len((await status(empty_database_url)).applied),
    ]


async def test_a_migration_that_was_cut_off_is_finished_the_next_time(own_database_url: str) -> None:
    async with Database.open(own_database_url):
        await Aerich.all().delete()
        await current().execute_script('DROP TABLE "Work"; DROP INDEX "Task_createdAt_idx"')
        await User.create(email="a@users.invalid")
    assert len(await migrate(own_database_url)) >= 1
    async with Database.open(own_database_url):
        assert await User.all().count() == 1
        assert await current().execute_query_dict('SELECT * FROM "Work"') == []


async def test_a_database_of_a_newer_kiraseal_is_refused_and_left_alone(own_database_url: str) -> None:
    async with Database.open(own_database_url):
        await Aerich.create(version="99_20990101000000_later.py", app="models", content={})
    with pytest.raises(DatabaseTooNew) as refusal:
        await migrate(own_database_url)
    assert refusal.value.values == {"version": "99_20990101000000_later.py"}
    assert (await status(own_database_url)).unknown == ("99_20990101000000_later.py",)


async def test_the_open_database_is_found_from_a_context_that_never_saw_it(database: Database) -> None:
    async def count() -> int:
        return await User.all().count()

    assert await asyncio.create_task(count(), context=contextvars.Context()) == 0


async def test_migrating_while_the_database_is_open_disturbs_nobody(
    database: Database, database_url: str
) -> None:
    await User.create(email="a@users.invalid")
    assert await migrate(database_url) == []
    assert (await status(database_url)).pending == ()
    assert await User.all().count() == 1


async def test_a_database_can_be_awaited_and_closed_and_opened_again(database_url: str) -> None:
    for expected in (1, 2):
        database = await Database.open(database_url)
        await User.create(email=f"{expected}@users.invalid")
        assert await User.all().count() == expected
        await database.close()


async def test_a_hundred_queries_at_once_are_answered(database: Database) -> None:
    await asyncio.gather(*(User.create(email=f"{number}@users.invalid") for number in range(100)))
    assert await User.all().count() == 100


def test_a_program_that_fails_with_the_database_open_still_ends(database_url: str) -> None:
    process = start(OPEN, database_url)
    process.communicate(timeout=60)
    assert process.returncode == 3


async def test_a_file_is_opened_for_several_processes(tmp_path: Path) -> None:
    url = f"file:{tmp_path / 'dev.db'}"
    await migrate(url)
    async with Database.open(url):
        asked = ("busy_timeout", "synchronous", "journal_mode", "foreign_keys")
        answers = [await current().execute_query_dict(f"PRAGMA {pragma}") for pragma in asked]
    assert [next(iter(rows[0].values())) for rows in answers] == [5000, 1, "wal", 1]


def test_a_url_of_a_file_names_the_file() -> None:
    assert sqlite_path("file:./dev.db") == Path("dev.db")
    assert sqlite_path("postgresql://me@host/x") is None


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_file_that_prisma_made_is_taken_over(database_url: str, tmp_path: Path) -> None:
    """The seven tables and their rows stand already: ours are added beside them."""
    path = tmp_path / "prisma.db"
    source = sqlite_path(database_url)
    assert source is not None
    with (
        closing(sqlite3.connect(source)) as ours,
        closing(sqlite3.connect(path, isolation_level=None)) as theirs,
    ):
        for (sql,) in ours.execute(
            "SELECT sql FROM sqlite_master WHERE tbl_name IN ('User', 'Account', 'Session', 'GeneratedImage',"
            " 'Task', 'ImageCache', 'UsageStats') AND sql IS NOT NULL"
        ).fetchall():
            theirs.execute(sql)
        theirs.execute(
            'INSERT INTO "User" VALUES (?, ?, NULL, NULL, ?, ?)',
            ("cweb", "me@example.org", "2024-05-05T10:20:30.123+00:00", "2024-05-05T10:20:30.123+00:00"),
        )
    await migrate(f"file:{path}")
    async with Database.open(f"file:{path}"):
        assert (await User.get(id="cweb")).email == "me@example.org"
        assert await current().execute_query_dict('SELECT * FROM "Work"') == []
