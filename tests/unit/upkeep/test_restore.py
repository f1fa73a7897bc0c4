import asyncio
import gzip
import os
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from aerich.models import Aerich

from bot.database import Database, migrate, sqlite_path, status
from bot.errors import (
    BackupMissing,
    BackupOfAnotherKind,
    BackupUnreadable,
    DatabaseInUse,
    DatabaseTooNew,
    ToolFailed,
)
from bot.upkeep import archive
from bot.upkeep.backup import BackupPlan, back_up
from bot.upkeep.restore import foresee, restore
from models import Account, Delivery, GeneratedImage, Session, Task, User
from tests.unit.upkeep.conftest import NOW, fill

ROOT = Path(__file__).parents[3]
LATER = NOW + timedelta(days=1)
HOLDS_IT_OPEN = """
import asyncio, sys
from bot.database import Database
from models import User
async def main():
    async with Database.open(sys.argv[1]):
        await User.all().count()
        print("open", flush=True)
        sys.stdin.read()
asyncio.run(main())
"""
WRITES_AND_DIES = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("PRAGMA journal_mode = WAL")
connection.execute("CREATE TABLE witness (x)")
connection.commit()
os._exit(9)
"""


async def members(url: str) -> list[str]:
    async with Database.open(url):
        return [str(email) for email in await User.all().order_by("email").values_list("email", flat=True)]


async def meet(url: str, email: str) -> None:
    async with Database.open(url):
        await User.create(email=email)


async def test_a_backup_restored_is_the_database_of_that_moment(plan: BackupPlan) -> None:
    await fill(plan.database_url)
    done = await back_up(plan, NOW)
    await meet(plan.database_url, "later@users.invalid")
    restored = await restore(plan, "latest", LATER)
    assert (restored.file, restored.upgrades, restored.pictures) == (done.path, 0, 0)
    assert await members(plan.database_url) == ["a@users.invalid"]
    async with Database.open(plan.database_url):
        image = await GeneratedImage.get(id="c" + "a" * 24)
        assert image.prompt == "a\tcat\nwith \\N and ünïcode 茄子"
        assert (await Delivery.get()).token is None
        assert (await Account.get()).provider_account_id == "7"
        assert (await Account.get()).access_token is None
        assert await Session.all().count() == 0
        await Task.create(user_id="cmember", status="pending", data="{}")
        await Aerich.create(version="7_later.py", app="models", content={})  # its sequence goes on counting
    assert (await status(plan.database_url)).pending == ()


async def test_the_replaced_database_is_kept_and_can_be_had_back(plan: BackupPlan) -> None:
    await back_up(plan, NOW)
    await meet(plan.database_url, "later@users.invalid")
    restored = await restore(plan, "latest", LATER)
    assert restored.aside is not None
    assert await members(plan.database_url) == []
    again = await restore(plan, str(restored.aside), LATER + timedelta(days=1))
    assert again.file == restored.aside
    assert await members(plan.database_url) == ["later@users.invalid"]


@pytest.mark.parametrize("dialect", ["sqlite"])  # PostgreSQL's databases are made by who runs it
async def test_restoring_into_nothing_makes_the_database(plan: BackupPlan, tmp_path: Path) -> None:
    await fill(plan.database_url)
    await back_up(plan, NOW)
    fresh = replace(plan, database_url=f"file:{tmp_path / 'new' / 'fresh.db'}")
    restored = await restore(fresh, "latest", LATER)
    assert restored.aside is None
    assert await members(fresh.database_url) == ["a@users.invalid"]


async def test_foreseeing_a_restore_changes_nothing(plan: BackupPlan) -> None:
    done = await back_up(plan, NOW)
    await meet(plan.database_url, "later@users.invalid")
    before = sorted(plan.folder.iterdir())
    foreseen = await foresee(plan, "latest", LATER)
    assert foreseen.file == done.path
    assert await members(plan.database_url) == ["later@users.invalid"]
    assert sorted(plan.folder.iterdir()) == before


async def test_a_database_that_another_process_has_open_is_left_alone(plan: BackupPlan) -> None:
    await back_up(plan, NOW)
    await meet(plan.database_url, "later@users.invalid")
    bot = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", HOLDS_IT_OPEN, plan.database_url),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert bot.stdout is not None
    try:
        assert await bot.stdout.readline() == b"open\n"
        for work in (foresee, restore):
            with pytest.raises(DatabaseInUse):
                await work(plan, "latest", LATER)
    finally:
        await bot.communicate(b"")
    assert await members(plan.database_url) == ["later@users.invalid"]
    await restore(plan, "latest", LATER)
    assert await members(plan.database_url) == []


async def test_a_backup_of_an_older_schema_is_brought_up_to_date(plan: BackupPlan) -> None:
    await fill(plan.database_url)
    async with Database.open(plan.database_url):
        last = await Aerich.all().order_by("-id").first()
        assert last is not None
        await last.delete()
    await back_up(plan, NOW)
    await migrate(plan.database_url)
    assert (await foresee(plan, "latest", LATER)).upgrades == 1
    assert (await restore(plan, "latest", LATER)).upgrades == 1
    assert (await status(plan.database_url)).pending == ()


async def test_a_backup_of_a_newer_kiraseal_is_refused(plan: BackupPlan) -> None:
    async with Database.open(plan.database_url):
        newer = await Aerich.create(version="99_20990101000000_later.py", app="models", content={})
        await back_up(plan, NOW)
        await newer.delete()
        await User.create(email="a@users.invalid")
    with pytest.raises(DatabaseTooNew) as refusal:
        await restore(plan, "latest", LATER)
    assert refusal.value.values == {"version": "99_20990101000000_later.py"}
    assert await members(plan.database_url) == ["a@users.invalid"]


@pytest.mark.parametrize("share", [0, 0.5, 0.99])
async def test_a_backup_that_was_cut_short_is_refused(plan: BackupPlan, share: float) -> None:
    done = await back_up(plan, NOW)
    os.truncate(done.path, int(done.path.stat().st_size * share))
    await meet(plan.database_url, "a@users.invalid")
    with pytest.raises(BackupUnreadable):
        await restore(plan, "latest", LATER)
    assert await members(plan.database_url) == ["a@users.invalid"]


@pytest.mark.parametrize("data", [b"not a backup\n" * 100, b""])
async def test_a_file_of_another_kind_is_no_backup(plan: BackupPlan, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "notes.txt").write_bytes(data)
    with pytest.raises(BackupUnreadable):
        await restore(plan, str(tmp_path / "notes.txt"), LATER)
    with pytest.raises(BackupMissing):
        await restore(plan, "latest", LATER)


async def test_a_backup_of_the_other_kind_of_database_is_refused(plan: BackupPlan, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign"
    if sqlite_path(plan.database_url):
        foreign.write_bytes(gzip.compress(b"-- PostgreSQL database dump complete\n"))
    else:
        with closing(sqlite3.connect(foreign)) as connection:
            connection.execute("CREATE TABLE aerich (version TEXT)")
    with pytest.raises(BackupOfAnotherKind):
        await restore(plan, str(foreign), LATER)


async def test_missing_pictures_come_back_with_the_database(plan: BackupPlan) -> None:
    assert plan.pictures is not None
    picture = plan.pictures / "images" / "a.webp"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"a picture")
    await back_up(plan, NOW)
    picture.unlink()
    assert (await foresee(plan, "latest", LATER)).pictures == 1
    assert (await restore(plan, "latest", LATER)).pictures == 1
    assert picture.read_bytes() == b"a picture"


async def test_pictures_newer_than_the_backup_are_kept_before_they_are_nobodys(plan: BackupPlan) -> None:
    assert plan.pictures is not None
    await back_up(plan, NOW)
    picture = plan.pictures / "images" / "new.webp"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"a picture")
    await restore(plan, "latest", LATER)
    picture.unlink()  # as the next clean-up does, for no row of the old database names it
    assert (await foresee(plan, "latest", LATER)).pictures == 1


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_damaged_database_gives_way_to_its_backup_and_is_kept_too(plan: BackupPlan) -> None:
    await fill(plan.database_url)
    await back_up(plan, NOW)
    place = sqlite_path(plan.database_url)
    assert place is not None
    wreck = b"\x00" * 100 + place.read_bytes()[100:]
    place.write_bytes(wreck)
    journal = place.with_name(place.name + "-wal")
    journal.write_bytes(b"of the wreck")
    restored = await restore(plan, "latest", LATER)
    assert restored.aside is not None
    assert restored.aside.read_bytes() == wreck
    assert restored.aside.with_name(restored.aside.name + "-wal").read_bytes() == b"of the wreck"
    assert await members(plan.database_url) == ["a@users.invalid"]


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_what_stands_in_the_journal_alone_is_in_the_replaced_database(plan: BackupPlan) -> None:
    await back_up(plan, NOW)
    place = sqlite_path(plan.database_url)
    assert place is not None
    writer = await asyncio.create_subprocess_exec(sys.executable, "-c", WRITES_AND_DIES, str(place))
    assert await writer.wait() == 9
    assert place.with_name(place.name + "-wal").stat().st_size > 0
    restored = await restore(plan, "latest", LATER)
    assert restored.aside is not None
    assert not restored.aside.with_name(restored.aside.name + "-wal").exists()
    with closing(sqlite3.connect(restored.aside)) as aside, closing(sqlite3.connect(place)) as new:
        asked = "SELECT count(*) FROM sqlite_master WHERE name = 'witness'"
        assert (aside.execute(asked).fetchone(), new.execute(asked).fetchone()) == ((1,), (0,))


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_the_new_file_has_the_old_ones_mode(plan: BackupPlan) -> None:
    await back_up(plan, NOW)
    place = sqlite_path(plan.database_url)
    assert place is not None
    place.chmod(0o640)
    await restore(plan, "latest", LATER)
    assert place.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("dialect", ["postgres"])
async def test_a_script_that_fails_in_its_middle_changes_nothing(plan: BackupPlan, tmp_path: Path) -> None:
    done = await back_up(plan, NOW)
    await meet(plan.database_url, "a@users.invalid")
    script = gzip.decompress(done.path.read_bytes())
    broken = tmp_path / "broken.sql.gz"
    broken.write_bytes(gzip.compress(script.replace(b"-- Name: Run_", b"SELECT no_such_thing;\n-- ", 1)))
    with pytest.raises(ToolFailed):
        await restore(plan, str(broken), LATER)
    assert await members(plan.database_url) == ["a@users.invalid"]


@pytest.mark.parametrize("dialect", ["postgres"])
async def test_no_backup_goes_to_make_room_for_the_replaced_one(plan: BackupPlan) -> None:
    plan = replace(plan, keep=1)
    first = await back_up(plan, NOW)
    restored = await restore(plan, "latest", LATER)
    assert [backup.path for backup in archive.backups(plan.folder)] == [first.path, restored.aside]
