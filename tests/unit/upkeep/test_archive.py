from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BackupMissing
from bot.upkeep.archive import Backup, backup_path, backups, chosen, outlived

START = datetime(2026, 1, 1, tzinfo=UTC)
HOURS = st.lists(st.integers(0, 24 * 60), min_size=1, max_size=60, unique=True)


def made_at(hours: list[int]) -> list[Backup]:
    moments = [START + timedelta(hours=hour) for hour in hours]
    return [Backup(moment, backup_path(Path(), moment, ".db")) for moment in moments]


@given(hours=HOURS, keep=st.integers(0, 20))
def test_the_newest_backup_never_goes(hours: list[int], keep: int) -> None:
    there = made_at(hours)
    assert max(there) not in outlived(there, keep)


@given(hours=HOURS, keep=st.integers(1, 20))
def test_the_newest_stay_and_so_does_the_last_of_each_of_the_latest_days(hours: list[int], keep: int) -> None:
    there = made_at(hours)
    kept = sorted(set(there) - set(outlived(there, keep)))
    assert kept[-keep:] == sorted(there)[-keep:]
    days = sorted({backup.moment.date() for backup in there})[-keep:]
    last_of_day = {max(backup for backup in there if backup.moment.date() == day) for day in days}
    assert last_of_day <= set(kept)
    assert len(kept) <= 2 * keep


@given(hours=HOURS, keep=st.integers(1, 20))
def test_letting_go_twice_lets_no_more_go(hours: list[int], keep: int) -> None:
    there = made_at(hours)
    kept = set(there) - set(outlived(there, keep))
    assert outlived(kept, keep) == []


@given(days=st.integers(1, 60), keep=st.integers(1, 20))
def test_one_backup_a_day_keeps_as_many_as_were_asked_for(days: int, keep: int) -> None:
    kept: set[Backup] = set()
    for day in range(days):
        kept |= set(made_at([24 * day]))
        kept -= set(outlived(kept, keep))
        assert len(kept) == min(day + 1, keep)


def test_ten_backups_of_one_afternoon_push_no_earlier_day_out() -> None:
    days = made_at([0, 24, 48])
    afternoon = made_at([72 + hour for hour in range(10)])
    assert set(outlived([*days, *afternoon], 7)).isdisjoint(days)


def test_only_what_bears_our_name_is_a_backup(tmp_path: Path) -> None:
    for name in (
        "kiraseal-20260101T000000Z.db",
        "kiraseal-20260102T000000Z.sql.gz",
        ".kiraseal-20260103T000000Z.db.part",
        "kiraseal-20261301T000000Z.db",
        "kiraseal-20260101T000000Z.db-wal",
        "notes.txt",
    ):
        (tmp_path / name).touch()
    (tmp_path / "pictures").mkdir()
    found = backups(tmp_path)
    assert [backup.path.name for backup in found] == [
        "kiraseal-20260101T000000Z.db",
        "kiraseal-20260102T000000Z.sql.gz",
    ]
    assert found[0].moment == START
    assert chosen(tmp_path, "latest") == found[1].path
    assert chosen(tmp_path, found[0].path.name) == found[0].path
    assert chosen(tmp_path / "elsewhere", str(found[0].path)) == found[0].path


@pytest.mark.parametrize("wanted", ["latest", "nothing.db", ""])
def test_a_backup_that_is_not_there_is_said_to_be_missing(tmp_path: Path, wanted: str) -> None:
    with pytest.raises(BackupMissing):
        chosen(tmp_path / "nowhere", wanted)
