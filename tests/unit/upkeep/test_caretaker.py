import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.database import Database
from bot.errors import NoRoom
from bot.storage.folder import Folder
from bot.upkeep import archive
from bot.upkeep.backup import BackupPlan
from bot.upkeep.caretaker import Caretaker, Chore, usual_chores
from bot.upkeep.cleanup import Cleanup
from bot.upkeep.journal import Detail, Outcome, last_run
from models import UpkeepKind
from tests.unit.upkeep.conftest import NOW

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(slots=True)
class HandClock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass(slots=True)
class Worker:
    """Does what the test says, and counts."""

    failure: Exception | None = None
    runs: list[datetime] = field(default_factory=list)
    started: asyncio.Event = field(default_factory=asyncio.Event)
    may_end: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, now: datetime) -> Detail:
        self.runs.append(now)
        self.started.set()
        await self.may_end.wait()
        if self.failure is not None:
            raise self.failure
        return {"done": len(self.runs)}


@pytest.fixture
def worker() -> Worker:
    worker = Worker()
    worker.may_end.set()
    return worker


def caretaker(worker: Worker, clock: HandClock) -> Caretaker:
    return Caretaker([Chore(kind=UpkeepKind.CLEANUP, every=HOUR, work=worker)], clock=clock)


async def test_a_chore_is_done_when_it_is_due_and_not_before(database: Database, worker: Worker) -> None:
    clock = HandClock()
    keeper = caretaker(worker, clock)
    for minutes, expected in ((0, 1), (30, 1), (60, 2), (61, 2), (120, 3)):
        clock.now = NOW + timedelta(minutes=minutes)
        await keeper.run_due()
        assert len(worker.runs) == expected, f"after {minutes} minutes"


async def test_a_restart_does_nothing_twice(database: Database, worker: Worker) -> None:
    clock = HandClock()
    assert await caretaker(worker, clock).run_due() == [UpkeepKind.CLEANUP]
    assert await caretaker(worker, clock).run_due() == []


async def test_of_two_processes_one_does_it(database: Database, worker: Worker) -> None:
    clock = HandClock()
    await asyncio.gather(*(caretaker(worker, clock).run_due() for _ in range(2)))
    assert len(worker.runs) == 1


@pytest.mark.parametrize(
    ("failure", "error"),
    [(NoRoom(folder="/", need_mb=2, free_mb=1), "error-no-room"), (RuntimeError("odd"), "RuntimeError")],
)
async def test_a_chore_that_fails_is_logged_tried_again_and_keeps_no_other_from_running(
    database: Database,
    worker: Worker,
    failure: Exception,
    error: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    clock, other = HandClock(), Worker()
    other.may_end.set()
    worker.failure = failure
    keeper = Caretaker(
        [
            Chore(kind=UpkeepKind.BACKUP, every=DAY, work=worker),
            Chore(kind=UpkeepKind.CLEANUP, every=HOUR, work=other),
        ],
        clock=clock,
    )
    await keeper.run_due()
    assert "backup failed" in caplog.text
    assert len(other.runs) == 1
    entry = await last_run(UpkeepKind.BACKUP, clock.now)
    assert entry is not None
    assert (entry.outcome, entry.detail) == (Outcome.FAILED, {"error": error})
    worker.failure, clock.now = None, NOW + HOUR
    await keeper.run_due()
    entry = await last_run(UpkeepKind.BACKUP, clock.now)
    assert entry is not None
    assert entry.outcome is Outcome.WELL


async def test_a_database_that_is_away_ends_no_caretaker(
    worker: Worker, own_database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with Database.open(own_database_url) as database:
        await database._context.db().execute_script('DROP TABLE "Upkeep"')
        assert await caretaker(worker, HandClock()).run_due() == []
    assert "cleanup failed" in caplog.text


async def test_stopping_in_mid_run_leaves_it_to_the_next(database: Database) -> None:
    clock, worker = HandClock(), Worker()
    async with caretaker(worker, clock).at_work():
        await worker.started.wait()
    entry = await last_run(UpkeepKind.CLEANUP, clock.now)
    assert entry is not None
    assert entry.outcome is Outcome.CUT_OFF
    worker.may_end.set()
    assert await caretaker(worker, clock).run_due() == [UpkeepKind.CLEANUP]


async def test_the_house_clears_away_backs_up_and_tightens_by_itself(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    clock = HandClock()
    plan = BackupPlan(
        database_url=database_url, folder=tmp_path / "backups", keep=3, pictures=tmp_path / "data"
    )
    cleanup = Cleanup(Folder(tmp_path / "data"), cache_bytes=0)
    keeper = Caretaker(usual_chores(cleanup, plan, backup_every=DAY), clock=clock)
    ran = []
    for hour in range(24 * 8):
        clock.now = NOW + hour * HOUR
        ran += await keeper.run_due()
    counts = {kind: ran.count(kind) for kind in UpkeepKind}
    assert counts == {UpkeepKind.CLEANUP: 192, UpkeepKind.BACKUP: 8, UpkeepKind.VACUUM: 2}
    assert len(archive.backups(plan.folder)) == 3
    for kind in UpkeepKind:
        entry = await last_run(kind, clock.now)
        assert entry is not None
        assert entry.outcome is Outcome.WELL, entry


async def test_a_host_who_wants_no_backups_gets_none(tmp_path: Path) -> None:
    plan = BackupPlan(database_url="file:x.db", folder=tmp_path, keep=1, pictures=None)
    chores = usual_chores(Cleanup(Folder(tmp_path), cache_bytes=0), plan, backup_every=timedelta(0))
    assert UpkeepKind.BACKUP not in [chore.kind for chore in chores]
