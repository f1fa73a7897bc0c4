import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.database import Database, migrate, sqlite_path
from bot.doctor import Finding, examine, host, tables
from bot.settings import Settings
from bot.upkeep import archive, journal
from bot.words import Language, Words
from models import UpkeepKind
from tests.unit.doctor.conftest import NOW, clock

Make = Callable[..., Settings]
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def keys(findings: list[Finding]) -> list[str]:
    return [finding.key for finding in findings]


async def write_run(url: str, kind: UpkeepKind, age: timedelta, *, well: bool | None = True) -> None:
    async with Database.open(url):
        run_id = await journal.begin(kind, NOW - age)
        if well is not None:
            await journal._end(run_id, NOW - age, {}, well=well)


def write_backup(settings: Settings, age: timedelta) -> Path:
    settings.backups.mkdir(exist_ok=True)
    path = archive.backup_path(settings.backups, NOW - age, ".db")
    path.touch()
    return path


async def test_a_database_that_is_well_is_told_so_with_its_size(
    database_url: str, settings_with: Make
) -> None:
    settings = settings_with(database_url=database_url)
    ((finding,), skew) = await tables.examine(settings, NOW)
    assert (finding.key, finding.well) == ("doctor-database", True)
    assert int(finding.values["mb"]) >= 1
    assert (skew is None) == (sqlite_path(database_url) is not None)


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("mysql://me@host/x", "doctor-database-unknown"),
        ("postgresql://me@127.0.0.1:1/x", "doctor-database-away"),
        ("postgresql://me:a/b@127.0.0.1:1/x", "doctor-database-unknown"),
        ("file:./nowhere/none.db", "doctor-database-old"),
    ],
)
async def test_a_database_that_cannot_be_had_is_one_finding(settings_with: Make, url: str, key: str) -> None:
    findings, _ = await tables.examine(settings_with(database_url=url), NOW)
    assert keys(findings) == [key]
    assert not findings[0].well
    assert all(
        finding.key.startswith("doctor-")
        for finding in await tables.upkeep(settings_with(database_url=url), NOW)
    )


async def test_a_damaged_file_is_recognised(settings_with: Make) -> None:
    settings = settings_with()
    await migrate(settings.database_url)
    path = sqlite_path(settings.database_url)
    assert path is not None
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'Run'").fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 4096)
    findings, _ = await tables.examine(settings, NOW)
    assert keys(findings) == ["doctor-database-damaged"]


async def test_before_the_first_start_nothing_is_blamed_on_upkeep(settings_with: Make) -> None:
    findings = await tables.upkeep(settings_with(), NOW)
    assert keys(findings) == ["doctor-backup-none", "doctor-cleanup-none", "doctor-vacuum-none"]
    assert all(finding.well or finding.optional for finding in findings)


async def test_a_backup_is_told_by_its_age_and_blamed_for_it(settings_with: Make) -> None:
    settings = settings_with(backup_hours=24)
    for age, key in ((HOUR, "doctor-backup"), (49 * HOUR, "doctor-backup"), (50 * HOUR, "doctor-backup-old")):
        path = write_backup(settings, age)
        finding = (await tables.upkeep(settings, NOW))[0]
        assert (finding.key, finding.values) == (key, {"file": str(path), "hours": age // HOUR})
        path.unlink()


async def test_a_host_who_backs_up_by_hand_is_not_nagged(settings_with: Make) -> None:
    settings = settings_with(backup_hours=0)
    write_backup(settings, 100 * DAY)
    finding = (await tables.upkeep(settings, NOW))[0]
    assert (finding.key, finding.well) == ("doctor-backup-by-hand", True)


@pytest.mark.parametrize("well", [False, None])
async def test_runs_that_failed_or_were_cut_off_are_told(
    database_url: str, settings_with: Make, well: bool | None
) -> None:
    settings = settings_with(database_url=database_url)
    write_backup(settings, 2 * DAY)
    for kind in UpkeepKind:
        await write_run(database_url, kind, HOUR, well=well)
    findings = await tables.upkeep(settings, NOW)
    assert keys(findings) == ["doctor-backup-failed", "doctor-cleanup-failed", "doctor-vacuum-failed"]


async def test_a_restored_database_does_not_take_its_own_backup_for_a_failure(
    database_url: str, settings_with: Make
) -> None:
    settings = settings_with(database_url=database_url)
    write_backup(settings, HOUR)
    await write_run(database_url, UpkeepKind.BACKUP, HOUR, well=None)
    assert (await tables.upkeep(settings, NOW))[0].key == "doctor-backup"


async def test_upkeep_that_has_not_run_for_long_is_told(database_url: str, settings_with: Make) -> None:
    settings = settings_with(database_url=database_url)
    await write_run(database_url, UpkeepKind.CLEANUP, HOUR)
    await write_run(database_url, UpkeepKind.VACUUM, 6 * DAY)
    assert keys(await tables.upkeep(settings, NOW))[1:] == ["doctor-cleanup", "doctor-vacuum"]
    later = await tables.upkeep(settings, NOW + 20 * DAY)
    assert keys(later)[1:] == ["doctor-cleanup-late", "doctor-vacuum-late"]


async def test_a_folder_that_keeps_pictures_is_tried_and_left_as_it_was(settings_with: Make) -> None:
    settings = settings_with()
    assert keys(await host.storage(settings)) == ["doctor-folder"]
    assert not settings.data.exists()
    (settings.data / "cache").mkdir(parents=True)
    assert keys(await host.storage(settings)) == ["doctor-folder"]
    assert not any((settings.data / "cache").iterdir())


async def test_a_folder_that_keeps_nothing_is_closed(settings_with: Make) -> None:
    settings = settings_with()
    settings.data.mkdir()
    (settings.data / "cache").write_bytes(b"in the way")
    (finding,) = await host.storage(settings)
    assert (finding.key, finding.well) == ("doctor-folder-closed", False)


async def test_disks_that_are_nearly_full_are_told_once(
    settings_with: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(host.disks(settings_with())) == []
    monkeypatch.setattr(host, "LITTLE_SPACE_MB", 1 << 40)
    assert len(list(host.disks(settings_with()))) == 1


@pytest.mark.parametrize("language", Language)
async def test_every_finding_is_a_sentence_and_every_bad_one_says_what_to_do(
    settings_with: Make, language: Language
) -> None:
    words = Words(language)
    for finding in await examine(settings_with(), clock=clock):
        assert words(finding.key, **finding.values)
