import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.database import Database, sqlite_path
from bot.errors import DatabaseBusy, DatabaseUnreachable
from bot.upkeep import sqlite, vacuum
from bot.upkeep.steps import Halt, Step
from models import User


@pytest.fixture
async def full_of_gaps(own_database_url: str) -> AsyncIterator[str]:
    """An open database out of which most rows were deleted."""
    async with Database.open(own_database_url):
        await User.bulk_create([User(email=f"{number}@x", name="x" * 2000) for number in range(1000)])
        await User.filter(email__not="7@x").delete()
        yield own_database_url


async def test_a_vacuum_gives_back_the_room_and_keeps_the_rows(full_of_gaps: str) -> None:
    foreseen = await vacuum.foresee(full_of_gaps)
    steps: list[Step] = []
    done = await vacuum.vacuum(full_of_gaps, steps.append)
    assert await User.all().values_list("email", flat=True) == ["7@x"]
    assert {step.key for step in steps} == {"upkeep-vacuuming"}
    if sqlite_path(full_of_gaps):
        assert done.after < done.before / 2
        assert abs(foreseen.after - done.after) <= done.after
        assert foreseen.before == done.before
    else:
        assert done.after <= done.before


async def test_on_schedule_a_small_file_full_of_gaps_is_written_anew(full_of_gaps: str) -> None:
    assert (await vacuum.refresh(full_of_gaps)).whole
    if sqlite_path(full_of_gaps):
        assert not (await vacuum.refresh(full_of_gaps)).whole, "the second time it is not worth it"


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_on_schedule_nobody_waits_for_a_big_file(
    full_of_gaps: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vacuum, "SHORT_MB", 0)
    done = await vacuum.refresh(full_of_gaps)
    assert (done.whole, done.before) == (False, done.after)


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_database_that_others_write_to_without_a_pause_is_busy(
    own_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0)
    path = sqlite_path(own_database_url)
    assert path is not None
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusy):
            sqlite.tighten(path, Halt())


async def test_a_file_that_is_not_there_is_not_made_by_tightening_it(tmp_path: Path) -> None:
    for work in (vacuum.vacuum, vacuum.foresee, vacuum.refresh):
        with pytest.raises(DatabaseUnreachable):
            await work(f"file:{tmp_path / 'none.db'}")
    assert not (tmp_path / "none.db").exists()
