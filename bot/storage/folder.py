"""Files in a folder of the host's: whole or not at all, named by what they are."""

import asyncio
import itertools
import os
import re
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Collection, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol, TypeVar

from bot.errors import StorageFailed

T = TypeVar("T")
_NAME = re.compile(r"(images|art|sources|cache)/[a-z0-9]{1,64}(-[a-z0-9]{1,24})?\.(webp|gif|png|pdf)")

SHELVES = ("images", "art", "sources", "cache")
BATCH = 500
"""Files looked at in one go: few enough for one statement of the database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file on a shelf: its name, its bytes, and when it was last written, in UTC."""

    name: str
    size: int
    written_at: datetime


def is_a_name(name: str) -> bool:
    """Whether a file can have this name here. A web app that shares the database may name its own otherwise."""
    return _NAME.fullmatch(name) is not None


class Storage(Protocol):
    """Where files live. A name is `<shelf>/<id or SHA-256>[-<what>].<ending>`; shelves: images, art, sources, cache.

    Everything on the cache shelf may vanish and is drawn again; the rest is kept until it is deleted.
    """

    async def write(self, name: str, data: bytes) -> None:
        """Keep a file, whole or not at all; the same name again replaces it. Raises StorageFailed."""

    async def read(self, name: str) -> bytes | None:
        """The bytes of a file; None when it is not there. Raises StorageFailed."""

    async def delete(self, name: str) -> None:
        """Drop a file, if it is there. Raises StorageFailed."""

    async def discard(self, names: Collection[str], *, at_rest: float = 0) -> None:
        """Drop many files, those that are there and were not written in the last `at_rest` seconds.

        Raises StorageFailed, after it has tried them all.
        """

    async def drop_cached(self, is_gone: Callable[[str], bool]) -> None:
        """Drop the cached files whose names, without shelf, `is_gone` says. Raises StorageFailed."""

    async def weigh(self, names: Collection[str]) -> int:
        """Bytes of all these files together; one that is not there weighs nothing. Raises StorageFailed."""

    async def trim(self, most_bytes: int, *, drop: bool = True) -> int:
        """Drop cached files, longest unused first, until they fit. Gives how many went, or would go without `drop`."""

    def older(self, shelf: str, than: datetime) -> AsyncIterator[list[StoredFile]]:
        """The files of a shelf that were last written before a moment, some hundreds at a time, in no order.

        Files may come and go meanwhile. Raises StorageFailed.
        """

    async def drop_older(self, names: Collection[str], than: datetime) -> tuple[int, int]:
        """Drop those not written again since a moment; how many went, and their bytes. Raises StorageFailed."""

    async def scratch(self, than: datetime, *, drop: bool) -> int:
        """Count, and drop if asked to, what writes left half-done that began before a moment. Raises StorageFailed."""


class Folder:
    """Storage in a local folder."""

    def __init__(self, root: Path) -> None:
        self._root = root

    async def write(self, name: str, data: bytes) -> None:
        """See Storage."""
        path = self._path(name)
        await _in_thread(lambda: _write_whole(path, data))

    async def read(self, name: str) -> bytes | None:
        """See Storage. Reading a cached file marks it as used."""
        path = self._path(name)
        return await _in_thread(lambda: _read(path))

    async def delete(self, name: str) -> None:
        """See Storage."""
        path = self._path(name)
        await _in_thread(lambda: path.unlink(missing_ok=True))

    async def discard(self, names: Collection[str], *, at_rest: float = 0) -> None:
        """See Storage."""
        # The paths as well are made in the thread: there may be a hundred thousand.
        before = time.time() - at_rest if at_rest else None
        await _in_thread(lambda: _discard(map(self._path, names), before))

    async def drop_cached(self, is_gone: Callable[[str], bool]) -> None:
        """See Storage."""
        await _in_thread(lambda: _drop(self._root / "cache", is_gone))

    async def weigh(self, names: Collection[str]) -> int:
        """See Storage."""
        return await _in_thread(lambda: sum(_bytes_of(self._path(name)) for name in names))

    async def trim(self, most_bytes: int, *, drop: bool = True) -> int:
        """See Storage."""
        return await _in_thread(lambda: _trim(self._root / "cache", most_bytes, drop=drop))

    async def older(self, shelf: str, than: datetime) -> AsyncIterator[list[StoredFile]]:
        """See Storage. Reads the folder as it goes: a million names are never in memory at once."""
        files = _aged(self._root, shelf, than.timestamp())
        try:
            while batch := await _in_thread(lambda: list(itertools.islice(files, BATCH))):
                yield batch
        finally:
            files.close()

    async def drop_older(self, names: Collection[str], than: datetime) -> tuple[int, int]:
        """See Storage."""
        paths = [self._path(name) for name in names]
        return await _in_thread(lambda: _drop_aged(paths, than))

    async def scratch(self, than: datetime, *, drop: bool) -> int:
        """See Storage."""
        return await _in_thread(lambda: _scratch(self._root, than, drop=drop))

    def _path(self, name: str) -> Path:
        # Names come from ids and digests only; anything else could climb out of the folder.
        if not is_a_name(name):
            raise ValueError(f"not a name of ours: {name!r}")
        return self._root / name


async def _in_thread(job: Callable[[], T]) -> T:
    """Run blocking file work off the event loop; a disk's complaint becomes ours."""
    try:
        return await asyncio.to_thread(job)
    except OSError as exc:
        raise StorageFailed from exc


def _write_whole(path: Path, data: bytes) -> None:
    """Write beside the place and move in: a reader never sees half a file, a full disk leaves none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # a row must never outlive its picture in a power cut
        Path(scratch).replace(path)
    except BaseException:
        Path(scratch).unlink(missing_ok=True)
        raise


def _read(path: Path) -> bytes | None:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    if path.parent.name == "cache":
        with suppress(OSError):  # on a read-only disk the picture still comes
            os.utime(path)
    return data


def _discard(paths: Iterable[Path], written_before: float | None) -> None:
    """One that cannot be dropped must not keep the others; the last complaint is raised in the end."""
    complaint: OSError | None = None
    for path in paths:
        try:
            if written_before is None or path.stat().st_mtime < written_before:
                path.unlink()
        except FileNotFoundError:
            continue
        except OSError as exc:
            complaint = exc
    if complaint is not None:
        raise complaint


def _drop(folder: Path, is_gone: Callable[[str], bool]) -> None:
    if folder.is_dir():
        _discard([file for file in folder.iterdir() if is_gone(file.name)], None)


def _bytes_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _trim(folder: Path, most_bytes: int, *, drop: bool) -> int:
    if not folder.is_dir():
        return 0
    files = sorted(_uses(folder))
    over = sum(size for _, size, _ in files) - most_bytes
    gone = 0
    for _, size, file in files:
        if over <= 0:
            break
        if drop:
            file.unlink(missing_ok=True)
        over, gone = over - size, gone + 1
    return gone


def _uses(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """When each file was last used, and its bytes."""
    for file in folder.iterdir():
        with suppress(FileNotFoundError):  # another thread has just moved its scratch file into place
            stat = file.stat()
            yield stat.st_mtime, stat.st_size, file


def _aged(root: Path, shelf: str, than: float) -> Generator[StoredFile, None, None]:
    """What bears a name of ours and was last written before that many seconds since 1970."""
    if not (root / shelf).is_dir():
        return
    with os.scandir(root / shelf) as entries:
        for entry in entries:
            name = f"{shelf}/{entry.name}"
            if _NAME.fullmatch(name):
                with suppress(FileNotFoundError):  # deleted since it was listed
                    stat = entry.stat(follow_symlinks=False)
                    if stat.st_mtime < than:
                        written_at = datetime.fromtimestamp(stat.st_mtime, UTC)
                        yield StoredFile(name=name, size=stat.st_size, written_at=written_at)


def _drop_aged(paths: Collection[Path], than: datetime) -> tuple[int, int]:
    count = size = 0
    for path in paths:
        with suppress(FileNotFoundError):
            # Looked at once more, at the last moment: somebody may have ordered the same picture anew.
            stat = path.stat()
            if stat.st_mtime < than.timestamp():
                path.unlink()
                count, size = count + 1, size + stat.st_size
    return count, size


def _scratch(root: Path, than: datetime, *, drop: bool) -> int:
    count = 0
    for path in (path for shelf in SHELVES for path in (root / shelf).glob(".*.part")):
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < than.timestamp():
                count += 1
                if drop:
                    path.unlink()
    return count
