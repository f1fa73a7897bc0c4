import asyncio
import gzip
import os
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tortoise import Model
from tortoise.transactions import in_transaction

import models
from bot.database import Database, sqlite_path
from bot.errors import (
    BackupFolderClosed,
    DatabaseDamaged,
    DatabaseUnreachable,
    KirasealError,
    NoRoom,
    ToolFailed,
    ToolMissing,
)
from bot.upkeep import archive, postgres, sqlite
from bot.upkeep.backup import BackupPlan, back_up, check_room, foresee
from bot.upkeep.steps import Step
from models import Charge, User
from tests.unit.upkeep.conftest import NOW, SECRETS, add_sticker, fill

PATIENCE = 60.0


def contents(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def files(folder: Path) -> list[str]:
    there = (file for file in folder.rglob("*") if file.is_file())
    return sorted(str(file.relative_to(folder)) for file in there)


def program(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


async def test_a_backup_holds_the_rows_and_none_of_the_secrets(plan: BackupPlan) -> None:
    await fill(plan.database_url)
    done = await back_up(plan, NOW)
    held = contents(done.path)
    assert "茄子".encode() in held
    assert b"a@users.invalid" in held
    assert [secret for secret in SECRETS if secret.encode() in held] == []
    assert (done.path.parent, done.astray, done.path.stat().st_mode & 0o777) == (plan.folder, 0, 0o600)
    assert done.path.name.startswith("kiraseal-20261124T030000Z.")


async def test_the_secrets_stay_in_the_database_itself(plan: BackupPlan) -> None:
    await fill(plan.database_url)
    await back_up(plan, NOW)
    async with Database.open(plan.database_url):
        (user,) = await User.all().prefetch_related("accounts", "sessions")
        assert user.accounts[0].access_token == SECRETS[2]
        assert len(user.sessions) == 1


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_what_was_deleted_long_ago_is_in_no_free_page_of_a_backup(plan: BackupPlan) -> None:
    async with Database.open(plan.database_url):
        await User.create(email="forgotten@users.invalid", name="x" * 3000)
    source = sqlite_path(plan.database_url)
    assert source is not None
    with closing(sqlite3.connect(source)) as connection:
        connection.execute("PRAGMA secure_delete = OFF")  # as most builds of SQLite are; Debian's is on
        connection.execute('DELETE FROM "User"')
        connection.commit()
    assert b"forgotten@" in source.read_bytes()
    assert b"forgotten@" not in (await back_up(plan, NOW)).path.read_bytes()


async def test_a_backup_made_while_others_write_is_of_one_moment(plan: BackupPlan) -> None:
    """Each order writes a member and a charge in one transaction: in the backup there are as many of both."""
    copying, wrote_since = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def show(step: Step) -> None:
        if step.key == "upkeep-copying" and not copying.is_set():
            loop.call_soon_threadsafe(copying.set)
            assert wrote_since.wait(PATIENCE), "nobody wrote while the backup was copying"

    async def write(count: int) -> None:
        for _ in range(count):
            async with in_transaction() as connection:
                user = await User.create(
                    using_db=connection, email=f"{os.urandom(8).hex()}@x", name="y" * 2000
                )
                await Charge.create(
                    using_db=connection, task_id="t", user_id=user.id, painter="red", model="m"
                )

    async def write_meanwhile() -> None:
        await copying.wait()
        await write(20)
        wrote_since.set()
        await write(100)

    async with Database.open(plan.database_url):
        await write(200)
        done, _ = await asyncio.gather(back_up(plan, NOW, show), write_meanwhile())
        assert await User.all().count() == 320
    held = contents(done.path)
    if done.path.suffix == ".db":
        with closing(sqlite3.connect(done.path)) as copied:
            users, charges = (
                copied.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
                for table in ("User", "Charge")
            )
    else:
        users, charges = held.count(b"@x\t"), held.count(b"\tred\tm\t")
    assert users == charges
    assert 200 <= users < 320


@pytest.mark.parametrize("key", ["upkeep-copying", "upkeep-checking"])
async def test_a_backup_that_is_cut_off_leaves_no_file_behind(plan: BackupPlan, key: str) -> None:
    await fill(plan.database_url)
    reached, go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def show(step: Step) -> None:
        if step.key == key:
            loop.call_soon_threadsafe(reached.set)
            assert go_on.wait(PATIENCE)

    job = asyncio.create_task(back_up(plan, NOW, show))
    await reached.wait()
    job.cancel()
    for _ in range(10):  # turns of the event loop, which tells the thread in one of the next
        await asyncio.sleep(0)
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await job
    assert archive.backups(plan.folder) == []
    assert archive.leavings(plan.folder) == []


async def test_what_a_killed_backup_left_goes_with_the_next(plan: BackupPlan) -> None:
    plan.folder.mkdir()
    left = archive.scratch_path(plan.folder / "kiraseal-20260101T000000Z.db")
    left.write_bytes(b"half")
    assert archive.backups(plan.folder) == []
    await back_up(plan, NOW)
    assert not left.exists()


async def test_the_oldest_goes_only_after_the_new_one_was_checked(plan: BackupPlan) -> None:
    plan = replace(plan, keep=2)
    for day in range(3):
        done = await back_up(plan, NOW + timedelta(days=day))
    assert [path.name[:17] for path in done.dropped] == ["kiraseal-20261124"]
    assert len(archive.backups(plan.folder)) == 2


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_damaged_database_is_no_backup_and_costs_none(plan: BackupPlan) -> None:
    plan = replace(plan, keep=1)
    good = (await back_up(plan, NOW)).path
    source = sqlite_path(plan.database_url)
    assert source is not None
    with closing(sqlite3.connect(source, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'aerich' AND type = 'table'"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with source.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    with pytest.raises(DatabaseDamaged):
        await back_up(plan, NOW + timedelta(days=1))
    assert [backup.path for backup in archive.backups(plan.folder)] == [good]
    assert archive.leavings(plan.folder) == []


async def test_foreseeing_a_backup_writes_nothing(plan: BackupPlan) -> None:
    foreseen = await foresee(plan, NOW)
    assert not plan.folder.exists()
    assert foreseen.path == (await back_up(plan, NOW)).path


async def test_two_backups_of_one_second_are_two(plan: BackupPlan) -> None:
    first, second = await back_up(plan, NOW), await back_up(plan, NOW)
    assert first.path != second.path
    assert len(archive.backups(plan.folder)) == 2


async def test_the_pictures_are_kept_beside_the_database(plan: BackupPlan) -> None:
    assert plan.pictures is not None
    for name in ("images/a.webp", "art/0f.webp", "sources/1f.webp", "cache/a-png.png", "art/.x.part"):
        (plan.pictures / name).parent.mkdir(parents=True, exist_ok=True)
        (plan.pictures / name).write_bytes(name.encode())
    assert (await back_up(plan, NOW)).added == 3
    assert files(plan.folder / "pictures") == ["art/0f.webp", "images/a.webp", "sources/1f.webp"]
    assert (await back_up(plan, NOW + timedelta(days=1))).added == 0
    assert (await back_up(replace(plan, pictures=None), NOW + timedelta(days=2))).added == 0


async def test_a_folder_that_cannot_be_written_is_the_hosts_to_mend(plan: BackupPlan) -> None:
    plan.folder.write_bytes(b"in the way")
    with pytest.raises(BackupFolderClosed) as refusal:
        await back_up(plan, NOW)
    assert refusal.value.values == {"folder": str(plan.folder)}


def test_a_disk_without_room_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    check_room(tmp_path / "not" / "there" / "yet", 1)
    with pytest.raises(NoRoom) as refusal:
        check_room(tmp_path / "not" / "there", 1 << 60)
    assert refusal.value.values["need_mb"] == 1 << 40
    assert list(tmp_path.iterdir()) == []


async def test_a_database_that_is_not_there_is_not_made_by_backing_it_up(tmp_path: Path) -> None:
    plan = BackupPlan(
        database_url=f"file:{tmp_path / 'none.db'}", folder=tmp_path / "backups", keep=1, pictures=None
    )
    for work in (back_up, foresee):
        with pytest.raises(DatabaseUnreachable):
            await work(plan, NOW)
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_references_that_lead_nowhere_are_counted_and_kept(plan: BackupPlan) -> None:
    source = sqlite_path(plan.database_url)
    assert source is not None
    async with Database.open(plan.database_url):
        user = await User.create(email="a@users.invalid")
        await add_sticker(user, "c" + "b" * 24)
    with closing(sqlite3.connect(source)) as careless:  # as a program does that never turns foreign keys on
        careless.execute('DELETE FROM "User"')
        careless.commit()
    assert (await back_up(plan, NOW)).astray == 1


@pytest.mark.parametrize("dialect", ["postgres"])
@pytest.mark.parametrize(
    ("script", "failure"),
    [(None, ToolMissing(tool="pg_dump")), ("echo too old >&2; exit 3", ToolFailed(tool="pg_dump", status=3))],
)
async def test_postgresqls_programs_that_do_not_help_are_one_sentence(
    plan: BackupPlan,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    script: str | None,
    failure: KirasealError,
    caplog: pytest.LogCaptureFixture,
) -> None:
    programs = tmp_path / "programs"
    program(programs, "psql", "exit 0")
    if script is not None:
        program(programs, "pg_dump", script)
    monkeypatch.setenv("PATH", f"{programs}:/bin" if script else str(programs))
    with pytest.raises(type(failure)) as refusal:
        await back_up(plan, NOW)
    assert refusal.value.values == failure.values
    assert archive.leavings(plan.folder) == []
    assert archive.backups(plan.folder) == []
    assert script is None or "too old" in caplog.text


def test_a_password_is_no_argument_of_a_program() -> None:
    environment = postgres._environment("postgresql://me:p%40ss@db.example:5433/seals?sslmode=require")
    assert {name: value for name, value in environment.items() if name.startswith("PG")} == {
        "PGHOST": "db.example",
        "PGPORT": "5433",
        "PGUSER": "me",
        "PGPASSWORD": "p@ss",
        "PGDATABASE": "seals",
        "PGSSLMODE": "require",
        "PGCONNECT_TIMEOUT": "10",
        "PGAPPNAME": "kiraseal upkeep",
    }


def test_no_column_that_holds_a_token_is_forgotten() -> None:
    """A new table with a token must be named in both places, or its token would be in every backup."""
    for name in models.__all__:
        model = getattr(models, name)
        if not isinstance(model, type(Model)):
            continue
        for field in model._meta.fields_map.values():
            column = field.source_field or field.model_field_name
            if field.field_type is str and column.lower().endswith("token"):
                table = str(model._meta.db_table)
                assert table in postgres._FORGOTTEN or column in postgres._BLANK[table], f"{table}.{column}"
                assert table in sqlite._SECRETS, f"{table}.{column}"
                assert table in postgres._FORGOTTEN or f'"{column}" = NULL' in sqlite._SECRETS[table]
