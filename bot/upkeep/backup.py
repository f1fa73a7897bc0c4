"""Make a backup: the database without its secrets, checked before it gets its name, and the pictures beside it."""

import asyncio
import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

from bot.database import sqlite_path
from bot.errors import BackupFolderClosed, DatabaseUnreachable, NoRoom
from bot.settings import Settings
from bot.storage import mirror
from bot.upkeep import archive, postgres, sqlite
from bot.upkeep.steps import Halt, Show, Step, in_thread, unseen

PICTURES = "pictures"
"""The folder of pictures inside that of the backups."""
MEGABYTE = 1 << 20
SPARE_MB = 20
"""Room left on the disk beside what a backup takes."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupPlan:
    """What is backed up where. `pictures` is the folder of pictures, None to leave them out."""

    database_url: str
    folder: Path
    keep: int
    pictures: Path | None

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """As the host wants it."""
        return cls(
            database_url=settings.database_url,
            folder=settings.backups,
            keep=settings.backup_keep,
            pictures=settings.data if settings.backup_pictures else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    """What a backup became. `astray` counts references that lead nowhere; `dropped` old backups that went."""

    path: Path
    size: int
    astray: int = 0
    added: int = 0
    dropped: tuple[Path, ...] = ()


async def back_up(plan: BackupPlan, now: datetime, show: Show = unseen) -> BackedUp:
    """Make a backup and let the oldest go. Cut off at any moment, it leaves no half backup under a backup's name.

    Raises BackupFolderClosed, NoRoom, DatabaseDamaged, DatabaseBusy, DatabaseUnreachable, ToolMissing, ToolFailed.
    """
    if sqlite_path(plan.database_url) is None:
        await postgres.find_tools()
    return await in_thread(lambda halt: _back_up(plan, now, show, halt))


async def foresee(plan: BackupPlan, now: datetime) -> BackedUp:
    """What `back_up` would do. Writes nothing. Raises what it raises before it begins."""
    if sqlite_path(plan.database_url) is None:
        await postgres.find_tools()
    return await asyncio.to_thread(_foresee, plan, now)


def _foresee(plan: BackupPlan, now: datetime) -> BackedUp:
    place = _place(plan, now)
    dropped = archive.outlived([*archive.backups(plan.folder), archive.Backup(now, place)], plan.keep)
    return BackedUp(path=place, size=_check_room(plan), dropped=tuple(backup.path for backup in dropped))


def _back_up(plan: BackupPlan, now: datetime, show: Show, halt: Halt) -> BackedUp:
    with _translated(plan.folder):
        plan.folder.mkdir(parents=True, exist_ok=True, mode=0o700)  # it holds what members wrote
        for leaving in archive.leavings(plan.folder):
            leaving.unlink(missing_ok=True)
        _check_room(plan)
        place = _place(plan, now)
        astray = _write_database(plan, place, show, halt)
        # After the database, so that what it mentions is there: pictures stand before their rows do.
        added = 0 if plan.pictures is None else _mirror(plan.pictures, plan.folder, now, show, halt)
        dropped = _drop_old(plan)
        return BackedUp(path=place, size=place.stat().st_size, astray=astray, added=added, dropped=dropped)


def _write_database(plan: BackupPlan, place: Path, show: Show, halt: Halt) -> int:
    """Under a scratch name first: what bears a backup's name has been checked. Gives the references astray."""
    scratch = archive.scratch_path(place)
    scratch.touch(mode=0o600)
    try:
        astray = _writer(plan.database_url)(scratch, show, halt)
        halt.check()
        scratch.replace(place)
    except BaseException:
        for leaving in archive.leavings(plan.folder):
            leaving.unlink(missing_ok=True)
        raise
    if astray:
        log.warning("%d references in the database lead nowhere", astray)
    return astray


def _writer(url: str) -> Callable[[Path, Show, Halt], int]:
    file = sqlite_path(url)

    def script(target: Path, show: Show, halt: Halt) -> int:
        postgres.dump(url, target, show, halt)
        show(Step(key="upkeep-checking"))
        postgres.versions(target, halt)
        return 0

    def copy(target: Path, show: Show, halt: Halt) -> int:
        assert file is not None  # noqa: S101  the line that chooses says so
        return sqlite.copy(file, target, show, halt)

    return script if file is None else copy


def _mirror(data: Path, folder: Path, now: datetime, show: Show, halt: Halt) -> int:
    def turn(seen: int) -> None:
        halt.check()
        show(Step(key="upkeep-pictures", done=seen))

    show(Step(key="upkeep-pictures"))
    return mirror.mirror(data, folder / PICTURES, now.date(), turn).added


def _drop_old(plan: BackupPlan) -> tuple[Path, ...]:
    """Let go of old backups, and of pictures that none of those that stay can mention."""
    gone = archive.outlived(archive.backups(plan.folder), plan.keep)
    for backup in gone:
        backup.path.unlink(missing_ok=True)
    oldest = archive.backups(plan.folder)[0].moment.date()
    mirror.drop_gone(plan.folder / PICTURES, oldest)
    return tuple(backup.path for backup in gone)


def _place(plan: BackupPlan, now: datetime) -> Path:
    ending = archive.POSTGRES_ENDING if sqlite_path(plan.database_url) is None else archive.SQLITE_ENDING
    place = archive.backup_path(plan.folder, now, ending)
    while place.exists():  # made in this very second: perhaps it is the one that is about to be restored
        now += timedelta(seconds=1)
        place = archive.backup_path(plan.folder, now, ending)
    return place


def _check_room(plan: BackupPlan) -> int:
    """The bytes of the database, if the disk can take a copy of it twice over. Raises NoRoom, DatabaseUnreachable."""
    file = sqlite_path(plan.database_url)
    if file is None:
        return 0
    if not file.exists():
        raise DatabaseUnreachable(reason="FileNotFoundError")
    size, _ = sqlite.gaps(file)
    # Twice: the copy is written anew once, for its gaps may hold what was deleted.
    check_room(plan.folder, 2 * size + SPARE_MB * MEGABYTE)
    return size


def check_room(folder: Path, needed: int) -> None:
    """Raises NoRoom unless `needed` bytes are free where the folder is or will be."""
    there = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    free = shutil.disk_usage(there).free
    if free < needed:
        raise NoRoom(folder=str(folder), need_mb=-(-needed // MEGABYTE), free_mb=free // MEGABYTE)


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    """What the disk says becomes BackupFolderClosed."""
    try:
        yield
    except OSError as exc:
        raise BackupFolderClosed(folder=str(folder)) from exc
