from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.stickers.preferences import Preferences, prefer
from bot.stickers.spans import Span
from bot.stickers.standings import PLACES, leaderboard, member_tally, server_tally
from bot.stickers.statistics import Counts, FinishedRun, day_of, record, record_run
from models import RunOutcome, User, cuid
from models.statements import current, transact

NOW = datetime(2026, 5, 5, 10, 20, 30, tzinfo=UTC)
TODAY = day_of(NOW, UTC)
DAY = timedelta(days=1)
SERVER = 9


@pytest.fixture
async def user(database: object) -> User:
    return await somebody("Haru")


async def somebody(name: str) -> User:
    return await User.create(email=f"{cuid()}@users.invalid", name=name)


def run_of(user: User, outcome: RunOutcome = RunOutcome.COMPLETED, ended_at: datetime = NOW) -> FinishedRun:
    return FinishedRun(
        task_id=cuid(),
        user_id=user.id,
        server_id=SERVER,
        painter="procedural",
        outcome=outcome,
        tokens=5,
        cost_micros=100,
        started_at=ended_at - timedelta(seconds=2),
        ended_at=ended_at,
    )


async def write(*runs: FinishedRun) -> None:
    for finished in runs:
        await transact(lambda connection, finished=finished: record_run(connection, finished))


async def test_a_members_tally_counts_what_lies_in_the_span(user: User) -> None:
    await record(current(), user.id, TODAY, images=1, tokens=2, successes=1)
    await record(current(), user.id, TODAY - DAY, images=2, successes=2, failures=1)
    await record(current(), user.id, TODAY - 7 * DAY, images=4, tokens=8, successes=4)
    await record(current(), user.id, TODAY - 400 * DAY, images=8, successes=8)
    await write(run_of(user), run_of(user, ended_at=NOW - 10 * DAY))
    week = await member_tally(user.id, NOW, Span.WEEK, UTC)
    assert week.counts == Counts(images=3, tokens=2, successes=3, failures=1, cost_micros=100)
    assert [part.counts.images for part in week.parts] == [0, 0, 0, 0, 0, 2, 1]
    assert (week.always, week.streak) == (15, 2)
    month = await member_tally(user.id, NOW, Span.MONTH, UTC)
    assert (month.counts.images, month.counts.cost_micros) == (7, 200)
    year = await member_tally(user.id, NOW, Span.YEAR, UTC)
    assert year.counts.images == 7
    assert [part.counts.images for part in year.parts[-2:]] == [4, 3]


async def test_days_are_those_of_the_hosts_zone_also_when_its_clocks_change(user: User) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    now = datetime(2026, 4, 20, 12, tzinfo=UTC)
    for number in range(40):
        await record(current(), user.id, day_of(now - number * DAY, berlin), images=1, successes=1)
    month = await member_tally(user.id, now, Span.MONTH, berlin)
    assert [part.counts.images for part in month.parts] == [1] * 30
    assert month.streak == 40


async def test_a_member_who_made_nothing_has_a_tally_of_nothing(user: User) -> None:
    tally = await member_tally(user.id, NOW, Span.MONTH, UTC)
    assert (tally.counts, tally.always, tally.streak) == (Counts(), 0, 0)


async def test_a_servers_tally_comes_from_its_runs(user: User) -> None:
    other = await somebody("Robin")
    await write(
        run_of(user),
        run_of(other, RunOutcome.FAILED),
        run_of(other, RunOutcome.CANCELLED),
        run_of(other, ended_at=NOW - 6 * DAY),
        run_of(user, ended_at=TODAY - 7 * DAY),
        replace(run_of(user), server_id=SERVER + 1),
        replace(run_of(user), server_id=None),
    )
    tally = await server_tally(SERVER, NOW, Span.WEEK, UTC)
    assert tally.counts == Counts(images=2, tokens=20, successes=2, failures=1, cost_micros=400)
    assert [part.counts.images for part in tally.parts] == [1, 0, 0, 0, 0, 0, 1]
    assert tally.makers == 2


async def test_a_server_without_runs_has_a_tally_of_nothing(user: User) -> None:
    tally = await server_tally(404, NOW, Span.YEAR, UTC)
    assert (tally.makers, tally.counts) == (0, Counts())


async def test_the_leaderboard_ranks_and_who_came_there_first_stands_first(user: User) -> None:
    first, second, third = [await somebody(name) for name in ("first", "second", "third")]
    await write(
        *(run_of(first) for _ in range(3)),
        *(run_of(second, ended_at=NOW - timedelta(hours=1)) for _ in range(2)),
        *(run_of(third) for _ in range(2)),
        run_of(user),
        run_of(user, RunOutcome.FAILED),
        run_of(user, ended_at=NOW - 30 * DAY),
        replace(run_of(user), server_id=SERVER + 1),
    )
    board = await leaderboard(SERVER, user.id, NOW - 7 * DAY)
    assert [(place.rank, place.name, place.images) for place in board.places] == [
        (1, "first", 3),
        (2, "second", 2),
        (2, "third", 2),
        (4, "Haru", 1),
    ]
    assert board.mine == board.places[-1]


async def test_who_does_not_want_to_be_named_is_not_and_takes_nobodys_place(user: User) -> None:
    await prefer(user.id, Preferences(listed=False, direct=True))
    other = await somebody("Robin")
    await prefer(other.id, Preferences(listed=True))
    await write(run_of(user), run_of(user), run_of(other))
    board = await leaderboard(SERVER, user.id, NOW - DAY)
    assert [(place.rank, place.name) for place in board.places] == [(1, "Robin")]
    assert (board.mine, board.is_listed) == (None, False)
    await prefer(user.id, Preferences(listed=True, direct=True))
    assert (await leaderboard(SERVER, other.id, NOW - DAY)).mine.rank == 2


async def test_who_is_not_among_the_first_ten_learns_their_own_place(user: User) -> None:
    for number in range(PLACES + 2):
        other = await somebody(f"{number}")
        await write(run_of(other), run_of(other))
    await write(run_of(user))
    board = await leaderboard(SERVER, user.id, NOW - DAY)
    assert len(board.places) == PLACES
    assert (board.mine.rank, board.mine.images) == (PLACES + 3, 1)
    assert (await leaderboard(SERVER, (await somebody("new")).id, NOW - DAY)).mine is None
