import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.stickers.statistics import (
    Counts,
    FinishedRun,
    Totals,
    day_of,
    member_totals,
    record,
    record_run,
    server_totals,
)
from models import Run, RunOutcome, UsageStats, User, cuid
from models.statements import current, transact

NOW = datetime(2024, 5, 5, 10, 20, 30, tzinfo=UTC)
TODAY = day_of(NOW, UTC)
DAY = timedelta(days=1)


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


async def test_a_members_totals_are_of_today_thirty_days_and_always(user: User) -> None:
    await record(current(), user.id, TODAY, images=1, successes=1)
    await record(current(), user.id, TODAY - 29 * DAY, images=2, successes=2, failures=1)
    await record(current(), user.id, TODAY - 30 * DAY, images=4, tokens=8, successes=4)
    assert await member_totals(user.id, TODAY) == Totals(
        today=Counts(images=1, successes=1),
        last_30_days=Counts(images=3, successes=3, failures=1),
        all_time=Counts(images=7, tokens=8, successes=7, failures=1),
    )


async def test_thirty_days_are_thirty_also_when_the_clocks_change_among_them(user: User) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    for number in range(1, 32):
        await record(
            current(), user.id, day_of(datetime(2024, 4, 20, 12, tzinfo=UTC) - number * DAY, berlin), images=1
        )
    today = day_of(datetime(2024, 4, 20, 12, tzinfo=UTC), berlin)
    assert (await member_totals(user.id, today)).last_30_days.images == 29


async def test_a_member_who_made_nothing_has_no_success_rate(user: User) -> None:
    totals = await member_totals(user.id, TODAY)
    assert totals.all_time == Counts()
    assert totals.all_time.success_rate is None


def test_a_success_rate_leaves_the_cancelled_out() -> None:
    assert Counts(images=3, successes=3, failures=1).success_rate == 0.75


async def test_a_servers_totals_come_from_its_runs(user: User) -> None:
    other = await User.create(email="other@users.invalid")
    await write(
        run_of(user),
        run_of(other, RunOutcome.FAILED),
        run_of(other, RunOutcome.CANCELLED),
        run_of(user, ended_at=NOW - 29 * DAY),
        run_of(user, ended_at=NOW - 40 * DAY),
        replace(run_of(user), server_id=10),
        replace(run_of(user), server_id=None),
    )
    totals = await server_totals(9, NOW, UTC)
    assert totals.members == 2
    assert totals.today == Counts(images=1, tokens=15, successes=1, failures=1)
    assert totals.last_30_days == Counts(images=2, tokens=20, successes=2, failures=1)
    assert totals.all_time == Counts(images=3, tokens=25, successes=3, failures=1)


async def test_a_server_without_runs_has_empty_totals(user: User) -> None:
    totals = await server_totals(404, NOW, UTC)
    assert (totals.members, totals.all_time) == (0, Counts())


async def test_a_second_verdict_on_a_task_changes_nothing(user: User) -> None:
    finished = run_of(user)
    await write(finished, replace(finished, outcome=RunOutcome.FAILED))
    assert [run.outcome for run in await Run.all()] == ["completed"]
