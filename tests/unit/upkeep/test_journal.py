import asyncio
from datetime import timedelta

import pytest

from bot.database import Database
from bot.errors import NoRoom
from bot.upkeep import journal
from bot.upkeep.journal import Outcome, begin, claim, forget, last_run, recorded
from models import Upkeep, UpkeepKind
from tests.unit.upkeep.conftest import NOW

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
CLEANUP = UpkeepKind.CLEANUP


@pytest.fixture(autouse=True)
def open_database(database: Database) -> None:
    """Every test here writes to one."""


async def run(kind: UpkeepKind = CLEANUP, *, at: timedelta = timedelta(0), fails: bool = False) -> None:
    run_id = await claim(kind, HOUR, NOW + at)
    assert run_id is not None
    try:
        async with recorded(run_id, lambda: NOW + at) as detail:
            detail["tasks"] = 3
            if fails:
                raise NoRoom(folder="/", need_mb=2, free_mb=1)
    except NoRoom:
        assert fails


async def test_what_never_ran_is_due(database: object) -> None:
    assert await claim(CLEANUP, HOUR, NOW) is not None


async def test_a_run_that_went_well_is_due_again_when_its_time_has_come() -> None:
    await run()
    assert await claim(CLEANUP, HOUR, NOW + HOUR - timedelta(seconds=1)) is None
    assert await claim(CLEANUP, HOUR, NOW + HOUR) is not None


async def test_one_kind_does_not_wait_for_another() -> None:
    await run(UpkeepKind.BACKUP)
    assert await claim(CLEANUP, HOUR, NOW) is not None


async def test_of_ten_who_see_that_it_is_due_one_gets_it() -> None:
    await run()
    for moment in (NOW + HOUR, NOW + 2 * HOUR):
        claims = await asyncio.gather(*(claim(CLEANUP, HOUR, moment) for _ in range(10)))
        assert sum(run_id is not None for run_id in claims) == 1
        await Upkeep.all().update(is_well=True, ended_at=moment)


async def test_while_somebody_is_at_it_nobody_else_is_however_long_it_takes() -> None:
    run_id = await claim(CLEANUP, HOUR, NOW)
    assert run_id is not None
    moment = NOW + 5 * HOUR
    await Upkeep.filter(id=run_id).update(detail=journal._sign_of_life(moment))
    assert await claim(CLEANUP, HOUR, moment) is None
    entry = await last_run(CLEANUP, moment)
    assert entry is not None
    assert entry.outcome is Outcome.RUNNING


async def test_a_run_without_a_sign_of_life_was_cut_off_and_is_due_at_once() -> None:
    await claim(CLEANUP, DAY, NOW)
    later = NOW + journal.DEAD_AFTER + timedelta(seconds=1)
    entry = await last_run(CLEANUP, later)
    assert entry is not None
    assert entry.outcome is Outcome.CUT_OFF
    assert await claim(CLEANUP, DAY, later) is not None


async def test_a_run_that_is_stopped_is_seen_as_cut_off_without_a_wait() -> None:
    entered = asyncio.Event()

    async def work() -> None:
        async with recorded(await begin(CLEANUP, NOW), lambda: NOW):
            entered.set()
            await asyncio.Event().wait()

    job = asyncio.create_task(work())
    await entered.wait()
    job.cancel()
    with pytest.raises(asyncio.CancelledError):
        await job
    assert await claim(CLEANUP, DAY, NOW + timedelta(seconds=1)) is not None


async def test_what_a_run_did_or_failed_of_is_written_down() -> None:
    await run()
    entry = await last_run(CLEANUP, NOW)
    assert entry is not None
    assert (entry.outcome, entry.detail) == (Outcome.WELL, {"tasks": 3})
    await run(at=HOUR, fails=True)
    entry = await last_run(CLEANUP, NOW + HOUR)
    assert entry is not None
    assert (entry.outcome, entry.detail) == (Outcome.FAILED, {"error": "error-no-room"})
    good = await last_run(CLEANUP, NOW + HOUR, well=True)
    assert good is not None
    assert good.started_at == NOW


async def test_a_failed_backup_is_tried_again_within_the_hour_and_not_tomorrow() -> None:
    await run(fails=True)
    assert await claim(CLEANUP, DAY, NOW + HOUR - timedelta(seconds=1)) is None
    assert await claim(CLEANUP, DAY, NOW + HOUR) is not None


async def test_a_clock_that_was_a_year_ahead_does_not_stop_upkeep_for_a_year() -> None:
    await run(at=365 * DAY)
    await run()
    assert await claim(CLEANUP, HOUR, NOW + HOUR) is not None


async def test_old_lines_go_and_the_last_good_run_of_each_kind_stays() -> None:
    await run(UpkeepKind.BACKUP)
    for hours in range(3):
        await run(at=hours * HOUR)
    later = NOW + journal.REMEMBERED + DAY
    assert await forget(later, drop=False) == 2
    assert await Upkeep.all().count() == 4
    assert await forget(later, drop=True) == 2
    kinds = await Upkeep.all().order_by("kind").values_list("kind", flat=True)
    assert kinds == ["backup", "cleanup"]
