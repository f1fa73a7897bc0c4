from datetime import date
from pathlib import Path

import pytest

from bot.storage.mirror import Mirrored, drop_gone, mirror, missing, put_back

TODAY, TOMORROW = date(2026, 11, 24), date(2026, 11, 25)


class Stop(Exception):
    pass


def ignore(seen: int) -> None:
    pass


def write(folder: Path, name: str, data: bytes = b"x") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_suffix(".new")
    scratch.write_bytes(data)
    scratch.replace(path)  # as storage writes: a new file each time
    return path


def files(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name in ("images/a.webp", "art/b.webp", "sources/c.webp", "cache/d-png.png"):
        write(tmp_path / "data", name, name.encode())
    return tmp_path / "data"


@pytest.fixture
def second(tmp_path: Path) -> Path:
    return tmp_path / "second"


def test_the_second_set_holds_what_cannot_be_drawn_again_and_takes_no_room(data: Path, second: Path) -> None:
    assert mirror(data, second, TODAY, ignore) == Mirrored(added=3)
    assert files(second) == ["art/b.webp", "images/a.webp", "sources/c.webp"]
    assert (second / "art" / "b.webp").samefile(data / "art" / "b.webp")
    assert mirror(data, second, TODAY, ignore) == Mirrored()


def test_a_file_that_was_written_anew_replaces_the_old_one(data: Path, second: Path) -> None:
    mirror(data, second, TODAY, ignore)
    write(data, "images/a.webp", b"another picture")
    assert mirror(data, second, TODAY, ignore) == Mirrored(added=1)
    assert (second / "images" / "a.webp").read_bytes() == b"another picture"


def test_a_second_set_of_copies_is_as_good(data: Path, second: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def another_disk(self: Path, target: Path) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(Path, "hardlink_to", another_disk)
    assert mirror(data, second, TODAY, ignore) == Mirrored(added=3)
    assert not (second / "art" / "b.webp").samefile(data / "art" / "b.webp")
    assert mirror(data, second, TODAY, ignore) == Mirrored()
    assert [name for name in files(second) if name.endswith(".part")] == []


def test_what_was_deleted_is_kept_by_day_until_no_backup_can_need_it(data: Path, second: Path) -> None:
    mirror(data, second, TODAY, ignore)
    (data / "images" / "a.webp").unlink()
    assert mirror(data, second, TODAY, ignore) == Mirrored(gone=1)
    (data / "art" / "b.webp").unlink()
    mirror(data, second, TOMORROW, ignore)
    assert files(second) == ["gone/2026-11-24/images/a.webp", "gone/2026-11-25/art/b.webp", "sources/c.webp"]
    assert drop_gone(second, TODAY) == 0
    assert drop_gone(second, TOMORROW) == 1
    assert files(second) == ["gone/2026-11-25/art/b.webp", "sources/c.webp"]


def test_what_is_missing_comes_back_and_what_is_there_is_left_alone(data: Path, second: Path) -> None:
    mirror(data, second, TODAY, ignore)
    (data / "images" / "a.webp").unlink()
    mirror(data, second, TODAY, ignore)
    (data / "art" / "b.webp").unlink()
    write(data, "sources/c.webp", b"newer")
    for file, place in list(missing(data, second, ignore)):
        put_back(file, place)
    assert (data / "images" / "a.webp").read_bytes() == b"images/a.webp"
    assert (data / "art" / "b.webp").read_bytes() == b"art/b.webp"
    assert (data / "sources" / "c.webp").read_bytes() == b"newer"
    assert list(missing(data, second, ignore)) == []


def test_a_mirror_that_is_stopped_half_way_is_finished_the_next_time(data: Path, second: Path) -> None:
    for number in range(600):
        write(data, f"images/n{number}.webp")

    def stop(seen: int) -> None:
        raise Stop

    with pytest.raises(Stop):
        mirror(data, second, TODAY, stop)
    assert 0 < len(files(second)) < 603
    mirror(data, second, TODAY, ignore)
    assert len(files(second)) == 603


def test_scratch_files_and_links_to_elsewhere_are_not_taken_along(
    data: Path, second: Path, tmp_path: Path
) -> None:
    write(data, "images/.x.part")
    secret = write(tmp_path, "secret")
    (data / "images" / "link.webp").symlink_to(secret)
    assert mirror(data, second, TODAY, ignore) == Mirrored(added=3)
    assert "images/link.webp" not in files(second)


def test_before_the_first_picture_there_is_nothing_to_do(tmp_path: Path) -> None:
    assert mirror(tmp_path / "none", tmp_path / "second", TODAY, ignore) == Mirrored()
    assert drop_gone(tmp_path / "second", TODAY) == 0
