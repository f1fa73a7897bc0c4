"""The database: does it answer, is it whole and up to date; when it was last backed up and looked after."""

import asyncio
import os
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from bot import database
from bot.database import Database, sqlite_path
from bot.doctor.finding import Finding
from bot.errors import BackupFolderClosed, KirasealError, SettingInvalid, UnknownDatabase
from bot.settings import Settings, without_password
from bot.upkeep import archive
from bot.upkeep.journal import Entry, Outcome, last_run
from models import UpkeepKind
from models.statements import current, rows

HOUR = timedelta(hours=1)
LATE = timedelta(days=1)
"""Clearing away is due every hour: a day without it means that no bot ran, or that it did not succeed."""
VACUUM_LATE = timedelta(days=15)


async def examine(settings: Settings, now: datetime) -> tuple[list[Finding], timedelta | None]:
    """What was found, and how far our clock is ahead of the database server's (None for a file)."""
    values: dict[str, str | int] = {"url": without_password(settings.database_url)}
    try:
        state = await database.status(settings.database_url)
    except (UnknownDatabase, SettingInvalid):
        return [Finding(key="doctor-database-unknown", well=False, values=values)], None
    except Exception:  # whatever a driver says when a server is away
        return [Finding(key="doctor-database-away", well=False, values=values)], None
    file = sqlite_path(settings.database_url)
    if file is not None and not await asyncio.to_thread(_is_whole, file):
        return [Finding(key="doctor-database-damaged", well=False, values=values)], None
    if file is not None and not await asyncio.to_thread(_is_writable, file):
        return [Finding(key="doctor-database-closed", well=False, values=values)], None
    if state.unknown:
        return [Finding(key="doctor-database-new", well=False, values=values)], None
    if state.pending:
        return [Finding(key="doctor-database-old", well=False, optional=True, values=values)], None
    size, theirs = await _size_and_time(settings.database_url)
    skew = None if theirs is None else now - theirs
    return [Finding(key="doctor-database", values={**values, "mb": -(-size // 2**20)})], skew


async def upkeep(settings: Settings, now: datetime) -> list[Finding]:
    """When the database was last backed up, cleared and tightened, and whether that is long ago."""
    entries = await _entries(settings.database_url, now)
    return [
        await asyncio.to_thread(_backup, settings, entries.get(UpkeepKind.BACKUP), now),
        *(
            _chore(kind, entries.get(kind), now, late)
            for kind, late in ((UpkeepKind.CLEANUP, LATE), (UpkeepKind.VACUUM, VACUUM_LATE))
        ),
    ]


def _backup(settings: Settings, last: Entry | None, now: datetime) -> Finding:
    values: dict[str, str | int] = {"folder": str(settings.backups)}
    try:
        there = archive.backups(settings.backups)
    except BackupFolderClosed:
        return Finding(key="doctor-backup-closed", well=False, values=values)
    if last is not None and _came_to_nothing(last, there):
        return Finding(key="doctor-backup-failed", well=False, optional=True)
    if not there:
        return Finding(key="doctor-backup-none", well=False, optional=True)
    hours = max(0, (now - there[-1].moment) // HOUR)
    values = {"file": str(there[-1].path), "hours": hours}
    if settings.backup_hours == 0:
        return Finding(key="doctor-backup-by-hand", values=values)
    is_late = hours > 2 * settings.backup_hours + 1
    return Finding(
        key="doctor-backup-old" if is_late else "doctor-backup",
        well=not is_late,
        optional=is_late,
        values=values,
    )


def _came_to_nothing(last: Entry, there: list[archive.Backup]) -> bool:
    """Whether the last backup left none. A restored database remembers the run that made it as cut off."""
    if last.outcome not in (Outcome.FAILED, Outcome.CUT_OFF):
        return False
    return not there or there[-1].moment < last.started_at - timedelta(minutes=1)


def _chore(kind: UpkeepKind, last: Entry | None, now: datetime, late: timedelta) -> Finding:
    if last is None:
        return Finding(key=f"doctor-{kind}-none")
    if last.outcome in (Outcome.FAILED, Outcome.CUT_OFF):
        return Finding(key=f"doctor-{kind}-failed", well=False, optional=True)
    age = now - last.started_at
    values: dict[str, str | int] = {"hours": max(0, age // HOUR)}
    if age > late:
        return Finding(key=f"doctor-{kind}-late", well=False, optional=True, values=values)
    return Finding(key=f"doctor-{kind}", values=values)


async def _entries(url: str, now: datetime) -> dict[UpkeepKind, Entry]:
    """The last run of each kind; none where there is no journal to read."""
    try:
        state = await database.status(url)
        if state.pending or state.unknown:
            return {}
        async with Database.open(url):
            found = {kind: await last_run(kind, now) for kind in UpkeepKind}
    except (KirasealError, OSError):  # the database has had its own finding
        return {}
    return {kind: entry for kind, entry in found.items() if entry is not None}


async def _size_and_time(url: str) -> tuple[int, datetime | None]:
    """Bytes, and what the server's clock says."""
    file = sqlite_path(url)
    if file is not None:
        return (await asyncio.to_thread(file.stat)).st_size, None
    async with Database.open(url):
        (row,) = await rows(
            current(), "SELECT pg_database_size(current_database()) AS size, clock_timestamp() AS now"
        )
    return int(row["size"]), row["now"]


def _is_whole(file: Path) -> bool:
    """Whether SQLite reads every page of the file; True where there is none."""
    if not file.exists():
        return True
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
    except sqlite3.Error:
        return False


def _is_writable(file: Path) -> bool:
    # The folder too: SQLite keeps its journal beside the file.
    return not file.exists() or (os.access(file, os.W_OK) and os.access(file.absolute().parent, os.W_OK))
