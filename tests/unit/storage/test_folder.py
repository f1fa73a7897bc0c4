import os
from pathlib import Path

import pytest

from bot.errors import StorageFailed
from bot.storage.folder import Folder

NAMES = [
    "images/abc.webp",
    "images/abc-still.webp",
    "art/0f.webp",
    "sources/0f.png",
    "cache/0f-animation.gif",
]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "data")


def files_in(path: Path) -> set[str]:
    return {str(file.relative_to(path)) for file in path.rglob("*") if file.is_file()}


async def write_aged(root: Path, ages: dict[str, int], size: int = 100) -> Folder:
    """A folder of cached files of `size` bytes, last used so many seconds after 1970."""
    folder = Folder(root)
    for name, moment in ages.items():
        await folder.write(f"cache/{name}.gif", bytes(size))
        os.utime(root / "cache" / f"{name}.gif", (moment, moment))
    return folder


@pytest.mark.parametrize("name", NAMES)
async def test_what_is_written_can_be_read(folder: Folder, name: str) -> None:
    await folder.write(name, b"first")
    assert await folder.read(name) == b"first"
    await folder.write(name, b"second")
    assert await folder.read(name) == b"second"


async def test_what_is_not_there_is_none_and_may_be_deleted(folder: Folder) -> None:
    assert await folder.read(NAMES[0]) is None
    await folder.delete(NAMES[0])


async def test_what_is_deleted_is_gone_and_the_rest_stays(folder: Folder) -> None:
    for name in NAMES:
        await folder.write(name, b"x")
    await folder.delete(NAMES[0])
    assert [await folder.read(name) for name in NAMES] == [None, *[b"x"] * (len(NAMES) - 1)]


@pytest.mark.parametrize(
    "name",
    [
        "",
        "abc.webp",
        "/images/abc.webp",
        "../images/abc.webp",
        "images/../abc.webp",
        "images/../../abc.webp",
        "images/a/b.webp",
        "images/..webp",
        "images\\abc.webp",
        "images/abc.webp\n",
        "images/abc.webp/",
        "images/abc.exe",
        "images/ABC.webp",
        "images/abc\x00.webp",
        "images/.abc.webp",
        "other/abc.webp",
        "images/" + "a" * 65 + ".webp",
    ],
)
async def test_names_that_are_not_ours_are_refused(folder: Folder, tmp_path: Path, name: str) -> None:
    for action in (folder.read(name), folder.delete(name), folder.write(name, b"x")):
        with pytest.raises(ValueError, match="not a name of ours"):
            await action
    assert files_in(tmp_path) == set()


async def test_a_root_that_is_a_file_fails_as_storage(tmp_path: Path) -> None:
    root = tmp_path / "data"
    root.write_bytes(b"in the way")
    folder = Folder(root)
    for action in (folder.write(NAMES[0], b"x"), folder.read(NAMES[0]), folder.delete(NAMES[0])):
        with pytest.raises(StorageFailed):
            await action
    assert await folder.trim(0) == 0
    assert root.read_bytes() == b"in the way"


async def test_a_failed_write_leaves_nothing_behind(folder: Folder, tmp_path: Path) -> None:
    await folder.write(NAMES[0], b"kept")
    place = tmp_path / "data" / NAMES[1]
    place.mkdir()  # a folder stands where the file is to go: moving it in fails at the very end
    with pytest.raises(StorageFailed) as failure:
        await folder.write(NAMES[1], b"x")
    assert isinstance(failure.value.__cause__, OSError)
    assert files_in(tmp_path) == {f"data/{NAMES[0]}"}


async def test_trimming_drops_the_longest_unused_first(tmp_path: Path) -> None:
    folder = await write_aged(tmp_path, {"b": 20, "a": 30, "c": 10, "d": 40})
    assert await folder.trim(250) == 2
    assert files_in(tmp_path) == {"cache/a.gif", "cache/d.gif"}


async def test_trimming_what_fits_drops_nothing(tmp_path: Path) -> None:
    folder = await write_aged(tmp_path, {"a": 10, "b": 20})
    assert await folder.trim(200) == 0
    assert files_in(tmp_path) == {"cache/a.gif", "cache/b.gif"}


async def test_trimming_touches_the_cache_alone(tmp_path: Path) -> None:
    folder = await write_aged(tmp_path, {"a": 10})
    await folder.write("images/a.webp", bytes(1000))
    await folder.write("art/a.webp", bytes(1000))
    assert await folder.trim(0) == 1
    assert files_in(tmp_path) == {"images/a.webp", "art/a.webp"}


async def test_trimming_before_anything_was_cached_does_nothing(folder: Folder) -> None:
    assert await folder.trim(0) == 0


async def test_a_file_that_vanishes_meanwhile_does_not_stop_the_trimming(tmp_path: Path) -> None:
    folder = await write_aged(tmp_path, {"a": 10})
    (tmp_path / "cache" / "b.gif").symlink_to(tmp_path / "nowhere")  # listed, and yet not there
    assert await folder.trim(0) == 1


async def test_what_was_read_counts_as_used(tmp_path: Path) -> None:
    folder = await write_aged(tmp_path, {"a": 10, "b": 20, "c": 30})
    await folder.read("cache/a.gif")
    assert (tmp_path / "cache" / "a.gif").stat().st_mtime > 30
    assert await folder.trim(200) == 1
    assert files_in(tmp_path) == {"cache/a.gif", "cache/c.gif"}


async def test_reading_what_is_kept_for_good_leaves_its_time(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    await folder.write("images/a.webp", b"x")
    os.utime(tmp_path / "images" / "a.webp", (10, 10))
    await folder.read("images/a.webp")
    assert (tmp_path / "images" / "a.webp").stat().st_mtime == 10


async def test_many_files_are_discarded_in_one_go_and_missing_ones_are_no_matter(
    folder: Folder, tmp_path: Path
) -> None:
    for name in NAMES:
        await folder.write(name, b"x")
    await folder.discard([*NAMES[1:], "images/nowhere.webp"])
    assert files_in(tmp_path / "data") == {NAMES[0]}


async def test_what_was_written_a_moment_ago_may_be_spared(folder: Folder, tmp_path: Path) -> None:
    for name in ("art/a.webp", "art/b.webp"):
        await folder.write(name, b"x")
    os.utime(tmp_path / "data" / "art" / "a.webp", (10, 10))
    await folder.discard(["art/a.webp", "art/b.webp"], at_rest=60)
    assert files_in(tmp_path / "data") == {"art/b.webp"}


async def test_a_file_that_cannot_be_discarded_does_not_keep_the_others(
    folder: Folder, tmp_path: Path
) -> None:
    (tmp_path / "data" / "images" / "a.webp").mkdir(parents=True)  # no file: unlink complains
    await folder.write("images/b.webp", b"x")
    with pytest.raises(StorageFailed):
        await folder.discard(["images/a.webp", "images/b.webp"])
    assert files_in(tmp_path / "data") == set()


async def test_cached_files_are_dropped_by_what_their_names_say(tmp_path: Path) -> None:
    folder = await write_aged(tmp_path, {"a-x": 10, "b-x": 20})
    await folder.write("images/a.webp", b"x")
    await folder.drop_cached(lambda name: name.startswith("a"))
    assert files_in(tmp_path) == {"cache/b-x.gif", "images/a.webp"}
    await Folder(tmp_path / "empty").drop_cached(lambda _: True)


async def test_files_are_weighed_without_being_read(folder: Folder) -> None:
    await folder.write("images/a.webp", bytes(1000))
    await folder.write("art/a.webp", bytes(200))
    assert await folder.weigh(["images/a.webp", "art/a.webp", "art/b.webp"]) == 1200
