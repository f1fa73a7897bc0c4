"""The rows of waiting and working, on both databases."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tortoise import BaseDBAsyncClient

from bot.database import Database
from bot.errors import Cancelled, TooManyWaiting
from bot.pipeline import work
from bot.pipeline.seam import Claim, Completed, Ending, Failed
from models import Task, User, Work, cuid
from tests.unit.pipeline.conftest import LEASE, HandClock

Order = Callable[..., Awaitable[str]]
DONE = Completed(result="{}", product=None)


async def nothing(connection: BaseDBAsyncClient, claim: Claim, ending: Ending) -> None:
    """Records nothing."""


async def claimed(clock: HandClock, task_id: str | None = None) -> Claim:
    claim = await work.claim("worker", clock(), LEASE, task_id)
    assert claim is not None
    return claim


async def test_only_one_of_many_workers_gets_a_task(order: Order, clock: HandClock) -> None:
    await order()
    claims = await asyncio.gather(*(work.claim(f"worker {n}", clock(), LEASE) for n in range(8)))
    assert sum(claim is not None for claim in claims) == 1


async def test_tasks_are_taken_in_the_order_they_came_unless_one_is_urgent(
    order: Order, clock: HandClock
) -> None:
    first, second, urgent = await order(), await order(), await order(priority=1)
    assert await work.waiting() == [urgent, first, second]
    assert [(await claimed(clock)).task_id for _ in range(3)] == [urgent, first, second]
    assert await work.waiting() == []


async def test_a_claimed_task_is_processing_and_nobody_elses(order: Order, clock: HandClock) -> None:
    task_id = await order()
    await claimed(clock)
    assert (await Task.get(id=task_id)).status == "processing"
    assert await work.claim("other", clock(), LEASE) is None


async def test_a_task_whose_worker_died_is_taken_again_and_the_death_is_counted(
    order: Order, clock: HandClock
) -> None:
    await order()
    first = await claimed(clock)
    clock.move(seconds=11)
    second = await claimed(clock)
    assert (first.attempt, first.failures) == (1, 0)
    assert (second.attempt, second.failures) == (2, 1)


async def test_a_renewed_lease_holds(order: Order, clock: HandClock) -> None:
    await order()
    claim = await claimed(clock)
    clock.move(seconds=9)
    assert (await work.renew(claim, clock() + LEASE)).held
    clock.move(seconds=9)
    assert await work.claim("other", clock(), LEASE) is None


async def test_a_worker_that_was_overtaken_changes_nothing(order: Order, clock: HandClock) -> None:
    task_id = await order()
    stale = await claimed(clock)
    clock.move(seconds=11)
    fresh = await claimed(clock)
    assert not (await work.renew(stale, clock() + LEASE)).held
    assert not await work.put_back(stale, not_before=None, failed=True, now=clock())
    assert not await work.settle(stale, DONE, nothing, clock())
    assert (await Task.get(id=task_id)).status == "processing"
    assert await work.settle(fresh, DONE, nothing, clock())
    assert (await Task.get(id=task_id)).status == "completed"


async def test_progress_never_falls_and_ends_with_the_task(order: Order, clock: HandClock) -> None:
    task_id = await order()
    claim = await claimed(clock)
    for percent in (10, 60, 40):
        await work.advance(task_id, percent, clock())
    assert (await Task.get(id=task_id)).progress == 60
    await work.settle(claim, Failed(error=TooManyWaiting(limit=5)), nothing, clock())
    await work.advance(task_id, 90, clock())
    assert (await Task.get(id=task_id)).progress == 60


async def test_a_verdict_that_cannot_be_recorded_is_no_verdict(order: Order, clock: HandClock) -> None:
    async def fail(connection: BaseDBAsyncClient, claim: Claim, ending: Ending) -> None:
        raise OSError("disk full")

    task_id = await order()
    claim = await claimed(clock)
    with pytest.raises(OSError, match="disk full"):
        await work.settle(claim, DONE, fail, clock())
    assert (await Task.get(id=task_id)).status == "processing"
    assert (await work.renew(claim, clock() + LEASE)).held


async def test_a_task_put_back_waits_again_and_not_before_its_time(order: Order, clock: HandClock) -> None:
    task_id = await order()
    claim = await claimed(clock)
    assert await work.put_back(claim, not_before=clock() + LEASE, failed=True, now=clock())
    assert (await Task.get(id=task_id)).status == "pending"
    assert await work.claim("other", clock(), LEASE) is None
    clock.move(seconds=11)
    again = await claimed(clock)
    assert (again.attempt, again.failures) == (2, 1)


async def test_a_clean_hand_back_is_no_failure(order: Order, clock: HandClock) -> None:
    await order()
    await work.put_back(await claimed(clock), not_before=None, failed=False, now=clock())
    assert (await claimed(clock)).failures == 0


async def test_a_cancelled_task_ends_as_failed_with_the_word_the_design_has_for_it(
    order: Order, clock: HandClock
) -> None:
    task_id = await order()
    assert await work.request_cancel(task_id, clock())
    claim = await claimed(clock, task_id)
    assert (await work.renew(claim, clock() + LEASE)).cancelled
    await work.settle(claim, Failed(error=Cancelled()), nothing, clock())
    task = await Task.get(id=task_id)
    assert (task.status, task.error) == ("failed", "cancelled")
    assert not await work.request_cancel(task_id, clock())
    assert not await Work.exists(task_id=task_id)


async def test_how_a_task_ended_can_be_read_with_the_values_of_its_error(
    order: Order, clock: HandClock
) -> None:
    task_id = await order()
    assert await work.ended(task_id) is None
    await work.settle(await claimed(clock), Failed(error=TooManyWaiting(limit=5)), nothing, clock())
    ended = await work.ended(task_id)
    assert ended is not None
    assert (ended.result, ended.error_key, ended.error_values) == (
        None,
        "error-too-many-waiting",
        {"limit": 5},
    )


async def test_a_refused_order_leaves_no_row(user: User, clock: HandClock) -> None:
    async def refuse(connection: BaseDBAsyncClient) -> None:
        await User.create(using_db=connection, email="written@example.invalid")
        raise TooManyWaiting(limit=1)

    with pytest.raises(TooManyWaiting):
        await work.accept(work.NewTask(id="a", user_id=user.id, data="{}"), None, clock(), refuse)
    assert (await Task.all().count(), await Work.all().count(), await User.all().count()) == (0, 0, 1)


async def test_one_with_sixty_in_the_queue_delays_a_newcomer_by_one_task(
    order: Order, clock: HandClock
) -> None:
    sixty = [await order() for _ in range(60)]
    for _ in range(3):
        await work.settle(await claimed(clock), DONE, nothing, clock())
    clock.move(seconds=1)
    newcomer = await User.create(email="robin@example.invalid")
    await work.accept(work.NewTask(id="newcomer", user_id=newcomer.id, data="{}"), None, clock())
    assert [(await claimed(clock)).task_id for _ in range(3)] == [sixty[3], "newcomer", sixty[4]]


@given(
    events=st.lists(
        st.one_of(st.tuples(st.just("order"), st.integers(0, 4)), st.tuples(st.just("serve"), st.just(0))),
        max_size=40,
    )
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_nobody_who_waits_sees_anybody_served_twice(
    database: Database, clock: HandClock, events: list[tuple[str, int]]
) -> None:
    await User.all().delete()
    users = [(await User.create(email=f"{cuid()}@example.invalid")).id for _ in range(5)]
    # Of each waiting member: how often each other one was served since their first task began to wait.
    served: dict[str, Counter[str]] = {}
    for number, (event, member) in enumerate(events):
        if event == "order":
            task = work.NewTask(id=cuid(), user_id=users[member], data="{}")
            await work.accept(task, None, clock() + timedelta(milliseconds=number))
            served.setdefault(users[member], Counter())
        elif claim := await work.claim("worker", clock() + timedelta(seconds=1), LEASE):
            await work.settle(claim, DONE, nothing, clock())
            served.pop(claim.user_id)
            for others in served.values():
                others[claim.user_id] += 1
                assert others[claim.user_id] <= 2, "one task of another may be under way, and one go first"
            if await Work.filter(user_id=claim.user_id).exists():
                served[claim.user_id] = Counter()


@pytest.mark.parametrize("hours", [1, 24 * 365])
async def test_a_clock_that_is_put_back_holds_no_task_up(order: Order, clock: HandClock, hours: int) -> None:
    await order()
    dead = await claimed(clock)
    clock.move(hours=-hours)
    taken_over = await claimed(clock)
    assert taken_over.attempt == dead.attempt + 1
    await work.put_back(taken_over, not_before=clock() + LEASE, failed=True, now=clock())
    clock.move(hours=-hours)
    assert (await claimed(clock)).failures == 2


async def test_a_clock_that_is_put_forward_costs_an_attempt_and_doubles_nothing(
    order: Order, clock: HandClock
) -> None:
    task_id = await order()
    first = await claimed(clock)
    clock.move(hours=1)
    second = await claimed(clock)
    assert not await work.settle(first, DONE, nothing, clock())
    assert await work.settle(second, DONE, nothing, clock())
    assert (await Task.get(id=task_id)).status == "completed"


async def test_to_look_whether_to_stop_writes_nothing(order: Order, clock: HandClock) -> None:
    task_id = await order()
    claim = await claimed(clock)
    assert await work.look(claim) == work.Renewal(held=True, cancelled=False)
    lease = (await Work.get(task_id=task_id)).lease_until
    await work.request_cancel(task_id, clock())
    assert await work.look(claim) == work.Renewal(held=True, cancelled=True)
    assert (await Work.get(task_id=task_id)).lease_until == lease
    clock.move(seconds=11)
    await claimed(clock)
    assert await work.look(claim) == work.Renewal(held=False, cancelled=False)


@pytest.mark.parametrize("note", ["a web app's own words", "error-of-the-future", "cancelled"])
def test_any_note_in_the_error_column_can_be_read(note: str) -> None:
    key, values = work.read_note(note)
    assert key is not None
    assert key.startswith("error-")
    assert values == {}
