import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.stickers.statistics import (
    Counts,
    FinishedRun,
    day_of,
    month_of,
    record,
    record_run,
)
from models import Run, RunOutcome, UsageStats, User, cuid
from models.statements import current, transact

NOW = datetime(2024, 5, 5, 10, 20, 30, tzinfo=UTC)
TODAY = day_of(NOW, UTC)


@pytest.fixture
async def user(database: object) -> User:
    return await User.create(email=f"{cuid()}@users.invalid")


def run_of(user: User, outcome: RunOutcome = RunOutcome.COMPLETED, ended_at: datetime = NOW) -> FinishedRun:
    return FinishedRun(
        task_id=cuid(),
        user_id=user.id,
        server_id=9,
        painter="procedural",
        outcome=outcome,
        tokens=5,
        started_at=ended_at - timedelta(seconds=2),
        ended_at=ended_at,
    )


async def write(*runs: FinishedRun) -> None:
    for finished in runs:
        await transact(lambda connection, finished=finished: record_run(connection, finished))


@pytest.mark.parametrize(
    ("zone", "midnight"),
    [
        ("UTC", "2024-05-05T00:00:00+00:00"),
        ("Asia/Tokyo", "2024-05-04T15:00:00+00:00"),
        ("America/New_York", "2024-05-05T04:00:00+00:00"),
    ],
)
def test_a_day_begins_at_the_zones_midnight(zone: str, midnight: str) -> None:
    assert day_of(NOW, ZoneInfo(zone)).isoformat() == midnight


def test_every_moment_of_a_day_has_one_midnight_where_clocks_change() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    morning = datetime(2024, 3, 31, 0, 30, tzinfo=berlin)
    evening = datetime(2024, 3, 31, 23, 30, tzinfo=berlin)
    assert day_of(morning, berlin) == day_of(evening, berlin) == datetime(2024, 3, 30, 23, tzinfo=UTC)


async def test_forty_additions_at_once_are_all_counted(user: User) -> None:
    async def add() -> None:
        await record(current(), user.id, TODAY, images=1, tokens=3, successes=1)

    await asyncio.gather(*(add() for _ in range(40)))
    row = await UsageStats.get(user_id=user.id)
    assert (row.image_count, row.total_tokens, row.success_count, row.failure_count) == (40, 120, 40, 0)
    assert row.date == TODAY


def test_a_month_begins_at_the_zones_midnight() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    assert month_of(NOW, tokyo) == datetime(2024, 4, 30, 15, tzinfo=UTC)
    assert month_of(datetime(2024, 4, 30, 16, tzinfo=UTC), tokyo) == month_of(NOW, tokyo)


def test_a_time_in_which_nothing_was_made_has_no_success_rate() -> None:
    assert Counts().success_rate is None


def test_a_success_rate_leaves_the_cancelled_out() -> None:
    assert Counts(images=3, successes=3, failures=1).success_rate == 0.75


async def test_a_second_verdict_on_a_task_changes_nothing(user: User) -> None:
    finished = run_of(user)
    await write(finished, replace(finished, outcome=RunOutcome.FAILED))
    assert [run.outcome for run in await Run.all()] == ["completed"]
