"""Keep a second set of the pictures beside the first, without taking the room twice where the disk allows it.

What has gone from the first set is kept in the second for as long as a backup may need it: `gone/<day>/...`.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

KEPT_SHELVES = ("images", "art", "sources")
"""What cannot be drawn again. The cache can."""
_GONE = "gone"
BETWEEN_TURNS = 500
"""Files between two calls of `turn`."""

Turn = Callable[[int], None]
"""Called with the number of files seen so far; whatever it raises ends the work, which can be done again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirrored:
    """How many files were added to the second set, were found gone from the first, and were dropped for good."""

    added: int = 0
    gone: int = 0
    dropped: int = 0


def mirror(data: Path, second: Path, today: date, turn: Turn) -> Mirrored:
    """Bring the second set up to date: a hard link a file, a copy where the disk is another one. Raises OSError."""
    added = gone = seen = 0
    for shelf in KEPT_SHELVES:
        for file in _files(data / shelf):
            seen = _count(seen, turn)
            added += _add(file, second / shelf / file.name)
        for file in _files(second / shelf):
            seen = _count(seen, turn)
            if not (data / shelf / file.name).exists():
                place = second / _GONE / today.isoformat() / shelf / file.name
                place.parent.mkdir(parents=True, exist_ok=True)
                file.replace(place)
                gone += 1
    return Mirrored(added=added, gone=gone)


def drop_gone(second: Path, before: date) -> int:
    """Drop for good what went before that day; how many files that were. Raises OSError."""
    dropped = 0
    for day, folder in _days(second):
        if day < before:
            dropped += sum(1 for file in folder.rglob("*") if file.is_file())
            shutil.rmtree(folder)
    return dropped


def missing(data: Path, second: Path, turn: Turn) -> Iterator[tuple[Path, Path]]:
    """What the second set has and the first has not: where it is kept, and where it belongs."""
    seen = 0
    for source in (second, *(folder for _, folder in reversed(_days(second)))):
        for shelf in KEPT_SHELVES:
            for file in _files(source / shelf):
                seen = _count(seen, turn)
                place = data / shelf / file.name
                if not place.exists():
                    yield file, place


def put_back(file: Path, place: Path) -> None:
    """Give a file of the second set back to the first, which may then do with it what it likes. Raises OSError."""
    # A copy, not a link: who puts back may do so because the disk below the links is failing.
    place.parent.mkdir(parents=True, exist_ok=True)
    scratch = place.with_name(f".{place.name}.part")
    shutil.copy2(file, scratch)
    scratch.replace(place)


def _count(seen: int, turn: Turn) -> int:
    if (seen + 1) % BETWEEN_TURNS == 0:
        turn(seen + 1)
    return seen + 1


def _files(folder: Path) -> Iterator[Path]:
    """The files of a shelf, in no order, without its scratch files."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.startswith(".") and entry.is_file(follow_symlinks=False):
                yield Path(entry.path)


def _add(file: Path, place: Path) -> bool:
    """Whether there was anything to do. A file that was written anew under its name replaces the old one."""
    try:
        ours, theirs = file.stat(), _stat(place)
        if theirs is not None and (
            os.path.samestat(ours, theirs)
            or (ours.st_size, int(ours.st_mtime)) == (theirs.st_size, int(theirs.st_mtime))
        ):
            return False
        place.parent.mkdir(parents=True, exist_ok=True)
        _link_or_copy(file, place)
    except FileNotFoundError:
        if not file.exists():  # deleted since we listed it
            return False
        raise
    return True


def _stat(place: Path) -> os.stat_result | None:
    try:
        return place.stat()
    except FileNotFoundError:
        return None


def _link_or_copy(file: Path, place: Path) -> None:
    scratch = place.with_name(f".{place.name}.part")
    scratch.unlink(missing_ok=True)
    try:
        scratch.hardlink_to(file)
    except FileNotFoundError:
        raise
    except OSError:  # another disk, or one without hard links
        shutil.copy2(file, scratch)
    scratch.replace(place)


def _days(second: Path) -> list[tuple[date, Path]]:
    """The folders of what has gone, oldest day first."""
    found = []
    folder = second / _GONE
    for place in folder.iterdir() if folder.is_dir() else ():
        with suppress(ValueError):
            found.append((date.fromisoformat(place.name), place))
    return sorted(found)
