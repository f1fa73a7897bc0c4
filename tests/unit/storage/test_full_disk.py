"""A disk that is full, at the first byte, in the middle and at the end of a file."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import StorageFailed
from bot.storage.folder import Folder
from tests.disk import Disk, small_disk

KEPT, NEW = "images/kept.webp", "images/new.webp"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with small_disk(tmp_path / "disk", megabytes=1) as disk:
        yield disk


@pytest.mark.parametrize("leaving", [0, 4096, 65536])
async def test_a_full_disk_leaves_neither_a_half_file_nor_a_scratch(disk: Disk, leaving: int) -> None:
    folder = Folder(disk.root)
    await folder.write(KEPT, b"kept")
    disk.fill(leaving=leaving)
    with pytest.raises(StorageFailed) as failure:
        await folder.write(NEW, bytes(200_000))
    assert isinstance(failure.value.__cause__, OSError)
    assert failure.value.__cause__.errno == errno.ENOSPC
    assert disk.files() == {KEPT}
    assert await folder.read(NEW) is None


async def test_a_file_that_could_not_be_replaced_is_still_the_old_one(disk: Disk) -> None:
    folder = Folder(disk.root)
    await folder.write(KEPT, b"old")
    disk.fill()
    with pytest.raises(StorageFailed):
        await folder.write(KEPT, bytes(200_000))
    assert await folder.read(KEPT) == b"old"


async def test_with_room_again_the_same_folder_writes_again(disk: Disk) -> None:
    folder = Folder(disk.root)
    disk.fill()
    with pytest.raises(StorageFailed):
        await folder.write(NEW, b"new")
    disk.make_room()
    await folder.write(NEW, b"new")
    assert disk.files() == {NEW}


async def test_what_is_cached_can_be_trimmed_on_a_full_disk(disk: Disk) -> None:
    folder = Folder(disk.root)
    await folder.write("cache/a.gif", bytes(200_000))
    disk.fill()
    assert await folder.trim(0) == 1
    await folder.write(NEW, bytes(100_000))
