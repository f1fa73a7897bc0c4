"""SQLite files whole: copied while others write, checked, tightened, put in another's place. Knows a few columns."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from bot.errors import (
    BackupUnreadable,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseInUse,
    DatabaseUnreachable,
    KirasealError,
)
from bot.upkeep.steps import Halt, Halted, Show, Step

PAGES_AT_ONCE = 2048
"""Pages copied between two steps: 8 MB."""
BUSY_SECONDS = 10
TURNS = 100_000
"""Instructions of SQLite's machine between two looks at the halt: about a millisecond."""
MEGABYTE = 1 << 20

# Who signs in again loses nothing; who reads a backup must not be able to speak for others.
_SECRETS = {
    "Session": 'DELETE FROM "Session"',
    "Delivery": 'UPDATE "Delivery" SET "token" = NULL WHERE "token" IS NOT NULL',
    "Account": 'UPDATE "Account" SET "access_token" = NULL, "refresh_token" = NULL, "id_token" = NULL,'
    ' "session_state" = NULL',
}
_JOURNAL = ("-wal", "-shm")
_SHARED_BYTES, _SHARED_COUNT = 0x40000002, 510
"""The bytes that every open SQLite connection in WAL mode holds locked: SQLite's file format, "File Locking"."""


def copy(source: Path, target: Path, show: Show, halt: Halt) -> int:
    """Write a copy of the database without its secrets to `target`, as it is at this moment, and check it.

    Others may read and write meanwhile. Gives the number of references that lead nowhere, which a program that does not
    hold SQLite to foreign keys may have left. Raises DatabaseDamaged, DatabaseBusy, DatabaseUnreachable, OSError.
    """
    with closing(_reader(source)) as original, closing(sqlite3.connect(target)) as duplicate:
        with _complaints(DatabaseUnreachable(reason="DatabaseError")):
            _copy_pages(original, duplicate, show, halt)
        with _watched(duplicate, halt), _complaints(DatabaseDamaged()):
            show(Step(key="upkeep-tidying"))
            _scrub(duplicate)
        show(Step(key="upkeep-checking"))
        astray = check(duplicate, halt)
    _sync(target)
    return astray


def check(connection: sqlite3.Connection, halt: Halt) -> int:
    """Read every page, row and index; the number of references that lead nowhere. Raises DatabaseDamaged."""
    with _watched(connection, halt), _complaints(DatabaseDamaged()):
        verdicts = connection.execute("PRAGMA integrity_check(1)").fetchall()
        if verdicts != [("ok",)]:
            raise DatabaseDamaged
        return len(connection.execute("PRAGMA foreign_key_check").fetchall())


def versions(file: Path, halt: Halt) -> list[str]:
    """The migrations a backup has seen, after reading all of it. Raises BackupUnreadable."""
    try:
        with closing(_reader(file)) as connection:
            check(connection, halt)
            return [str(row[0]) for row in connection.execute("SELECT version FROM aerich ORDER BY id")]
    except (sqlite3.Error, DatabaseDamaged, DatabaseUnreachable) as exc:
        raise BackupUnreadable(file=str(file)) from exc


def tighten(file: Path, halt: Halt) -> None:
    """Write the file anew without its gaps, and bring SQLite's statistics up to date. Nobody can write meanwhile.

    Raises DatabaseBusy, DatabaseDamaged, DatabaseUnreachable.
    """
    with closing(_writer(file)) as connection:
        with _watched(connection, halt), _complaints(DatabaseDamaged()):
            connection.execute("VACUUM")
        refresh_statistics(connection, halt)


def refresh(file: Path, halt: Halt) -> None:
    """Bring SQLite's statistics up to date and empty its journal, which disturbs nobody. Raises as `tighten`."""
    with closing(_writer(file)) as connection:
        refresh_statistics(connection, halt)


def refresh_statistics(connection: sqlite3.Connection, halt: Halt) -> None:
    """See `refresh`."""
    with _watched(connection, halt), _complaints(DatabaseDamaged()):
        connection.execute(
            "PRAGMA analysis_limit = 1000"
        )  # else it reads a million rows to learn what 1000 tell
        connection.execute("PRAGMA optimize = 0x10002")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def gaps(file: Path) -> tuple[int, int]:
    """Bytes of the file, and how many of them hold nothing. Raises DatabaseUnreachable, DatabaseDamaged."""
    with closing(_reader(file)) as connection, _complaints(DatabaseDamaged()):
        size, pages, free = (
            int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
            for pragma in ("page_size", "page_count", "freelist_count")
        )
    return size * pages, size * free


def duplicate(source: Path, target: Path, show: Show, halt: Halt) -> None:
    """Copy a backup as it is. Raises BackupUnreadable, OSError."""
    with (
        closing(_reader(source)) as original,
        closing(sqlite3.connect(target)) as copied,
        _complaints(BackupUnreadable(file=str(source))),
    ):
        _copy_pages(original, copied, show, halt)
    _sync(target)


def put_in_place(ready: Path, place: Path, aside: Path | None) -> None:
    """Move a database into the place of another, which is kept as `aside`. There is one at `place` at every moment.

    All in one folder; `aside` is None where nothing is to be replaced. Raises DatabaseInUse, having changed nothing,
    while anybody has the old one open; OSError.
    """
    if aside is not None:
        _set_aside(place, aside)
        _belong_alike(ready, place)
    for ending in _JOURNAL:
        # The journal of the old file would be played into the new one.
        place.with_name(place.name + ending).unlink(missing_ok=True)
    ready.replace(place)
    _sync_folder(place.parent)


def is_sqlite(file: Path) -> bool:
    """Whether a file begins as an SQLite database does."""
    with file.open("rb") as opened:
        return opened.read(16) == b"SQLite format 3\x00"


def _reader(file: Path) -> sqlite3.Connection:
    return _connect(file, "ro")


def _writer(file: Path) -> sqlite3.Connection:
    return _connect(file, "rw")


def _connect(file: Path, mode: str) -> sqlite3.Connection:
    """A connection to a file that exists. Raises DatabaseUnreachable."""
    try:
        return sqlite3.connect(
            f"{file.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
        )
    except sqlite3.Error as exc:
        raise DatabaseUnreachable(reason=type(exc).__name__) from exc


def _copy_pages(original: sqlite3.Connection, duplicate: sqlite3.Connection, show: Show, halt: Halt) -> None:
    def turn(status: int, remaining: int, total: int) -> None:
        halt.check()
        show(Step(key="upkeep-copying", done=total - remaining, total=total))

    # One reading transaction around all: otherwise every write of others starts the copy anew, for ever.
    original.execute("BEGIN")
    original.execute("SELECT count(*) FROM sqlite_master").fetchone()
    original.backup(duplicate, pages=PAGES_AT_ONCE, progress=turn, sleep=0)
    original.execute("COMMIT")


def _scrub(duplicate: sqlite3.Connection) -> None:
    """Take the secrets out, and with VACUUM also those that were deleted long ago and lie in free pages."""
    tables = {row[0] for row in duplicate.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table, statement in _SECRETS.items():
        if table in tables:
            duplicate.execute(statement)
    duplicate.commit()
    duplicate.execute("PRAGMA journal_mode = DELETE")  # a backup is one file
    duplicate.execute("VACUUM")


@contextmanager
def _watched(connection: sqlite3.Connection, halt: Halt) -> Iterator[None]:
    """Lets a halt end a statement in its middle. Raises Halted then."""
    connection.set_progress_handler(lambda: bool(halt), TURNS)
    try:
        yield
    except sqlite3.OperationalError:
        if halt:
            raise Halted from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


@contextmanager
def _complaints(otherwise: KirasealError) -> Iterator[None]:
    """What SQLite says becomes DatabaseBusy where it was only a lock, an OSError where the disk is full."""
    try:
        yield
    except sqlite3.Error as exc:
        code = getattr(exc, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise DatabaseBusy from exc
        if code in (
            sqlite3.SQLITE_FULL,
            sqlite3.SQLITE_IOERR,
            sqlite3.SQLITE_READONLY,
            sqlite3.SQLITE_CANTOPEN,
        ):
            raise OSError(str(exc)) from exc
        raise otherwise from exc


def _set_aside(place: Path, aside: Path) -> None:
    """Keep the old file under another name: folded into one where it is whole, else with its journal as it was."""
    journals = [
        (place.with_name(place.name + ending), aside.with_name(aside.name + ending)) for ending in _JOURNAL
    ]
    for journal, kept in journals:
        if journal.exists():
            # First of all: of a damaged file SQLite drops the journal at its first look, and more may be in it.
            shutil.copy2(journal, kept)
    try:
        is_whole = _close_journal(place)
    except DatabaseInUse:
        is_whole = True
        raise
    finally:
        for _, kept in journals:
            if is_whole:
                kept.unlink(missing_ok=True)
    _link(place, aside)


def _close_journal(place: Path) -> bool:
    """Fold the journal into the file. SQLite does it only for whoever is alone. Raises DatabaseInUse.

    Gives whether it could: of a damaged file it cannot, which is a reason to restore.
    """
    try:
        with closing(sqlite3.connect(place, timeout=0, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
    except sqlite3.DatabaseError as exc:
        if getattr(exc, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise DatabaseInUse from exc
        # What SQLite cannot say, its lock on the file says.
        refuse_if_locked(place)
        return False
    return True


def refuse_if_locked(place: Path) -> None:
    """Raises DatabaseInUse while another process has the file open, whatever is in it. Changes nothing.

    Not for a process that has it open itself: closing the file here gives up the locks it holds elsewhere.
    """
    import fcntl  # POSIX has it; nothing else here needs more than Python

    if not place.exists():
        return
    with place.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_COUNT, _SHARED_BYTES)
        except OSError as exc:
            raise DatabaseInUse from exc


def _belong_alike(ready: Path, place: Path) -> None:
    """Give the new file the old one's owner and mode: who restores may be root, and the bot is not."""
    old = place.stat()
    with suppress(PermissionError):
        os.chown(ready, old.st_uid, old.st_gid)
    ready.chmod(old.st_mode & 0o777)


def _link(place: Path, aside: Path) -> None:
    try:
        aside.hardlink_to(place)
    except OSError:  # a file system without hard links
        shutil.copy2(place, aside)


def _sync(file: Path) -> None:
    with file.open("rb") as opened:
        os.fsync(opened.fileno())


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # some network disks cannot; the files themselves are written
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
