"""The folder of backups: how they are named, which is the latest, which may go. Opens none of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from bot.errors import BackupFolderClosed, BackupMissing

SQLITE_ENDING, POSTGRES_ENDING = ".db", ".sql.gz"
LATEST = "latest"
"""What a host may say instead of a file."""

_NAME = re.compile(r"kiraseal-(?P<moment>\d{8}T\d{6}Z)(?P<ending>\.db|\.sql\.gz)")
_MOMENT = "%Y%m%dT%H%M%SZ"
_SCRATCH = ".kiraseal-"
"""How the name of a backup begins while it is being written."""


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """A backup by its name. Moments are UTC; they come first, so that backups are in order of age."""

    moment: datetime
    path: Path


def backup_path(folder: Path, moment: datetime, ending: str) -> Path:
    """Where a backup that is made at this moment belongs."""
    return folder / f"kiraseal-{stamp(moment)}{ending}"


def stamp(moment: datetime) -> str:
    """The moment as it stands in file names: in UTC, to the second, in order of the alphabet."""
    return moment.astimezone(UTC).strftime(_MOMENT)


def scratch_path(place: Path) -> Path:
    """Where a backup is written before it is whole: in the same folder, so that it can be moved in at one stroke."""
    return place.with_name(f".{place.name}.part")


def backups(folder: Path) -> list[Backup]:
    """Every backup of the folder, oldest first. What does not bear our name is none. Raises BackupFolderClosed."""
    try:
        names = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    except OSError as exc:
        raise BackupFolderClosed(folder=str(folder)) from exc
    found = ((name, _NAME.fullmatch(name)) for name in names)
    return sorted(
        Backup(datetime.strptime(match["moment"], _MOMENT).replace(tzinfo=UTC), folder / name)
        for name, match in found
        if match and _is_moment(match["moment"])
    )


def chosen(folder: Path, wanted: str) -> Path:
    """The backup that a host named: a file, the name of one in the folder, or `latest`.

    Raises BackupMissing when there is none, BackupFolderClosed.
    """
    if wanted == LATEST:
        there = backups(folder)
        if not there:
            raise BackupMissing(folder=str(folder))
        return there[-1].path
    for path in (Path(wanted), folder / wanted):
        if path.is_file():
            return path
    raise BackupMissing(folder=wanted)


def leavings(folder: Path) -> list[Path]:
    """What was left half-written by backups that were cut off."""
    return sorted(folder.glob(f"{_SCRATCH}*")) if folder.is_dir() else []


def outlived(there: Iterable[Backup], keep: int) -> list[Backup]:
    """Which backups may go: all but the `keep` newest, and the last one of each of the `keep` latest days.

    Ten backups made by hand in one afternoon thus push no earlier day out, and none is pushed out by a later one of the
    same day that was perhaps made too late. The newest always stays.
    """
    ordered = sorted(there, reverse=True)
    last_of_day: dict[date, Backup] = {}
    for backup in ordered:
        last_of_day.setdefault(backup.moment.date(), backup)
    kept = {*ordered[: max(1, keep)], *list(last_of_day.values())[: max(1, keep)]}
    return sorted(set(ordered) - kept)


def _is_moment(text: str) -> bool:
    try:
        datetime.strptime(text, _MOMENT)
    except ValueError:
        return False
    return True
