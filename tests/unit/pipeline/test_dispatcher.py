"""The embedded dispatcher: every task gets its verdict, whatever its work does."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

import pytest

from bot import tracing
from bot.errors import Cancelled, PictureUnreadable, StorageFailed, UnfinishedTask
from bot.pipeline import work
from bot.pipeline.embedded import ATTEMPTS, EmbeddedDispatcher
from bot.pipeline.seam import Claim, Completed, Failed, Report, Stage
from models import Task, Work
from tests.unit.pipeline.conftest import LEASE, HandClock, Labourer, at_once, at_work, for_ever


def note_subject(record: logging.LogRecord) -> bool:
    record.subject = tracing.subject()
    return True


Order = Callable[..., Awaitable[str]]


async def until_all_ended(dispatcher: EmbeddedDispatcher, clock: HandClock) -> None:
    """Let time pass whenever a task waits for its next attempt."""
    while await work.any_open():
        if await work.waiting():
            clock.move(seconds=60)
        dispatcher.wake()
        await asyncio.sleep(0)


async def test_every_task_is_done_once(order: Order, clock: HandClock) -> None:
    labourer = Labourer(at_once)
    tasks = {await order() for _ in range(20)}
    async with at_work(labourer, clock, slots=4) as dispatcher:
        dispatcher.wake()
        await dispatcher.idle()
    assert sorted(task for task, _ in labourer.recorded) == sorted(tasks)
    assert all(isinstance(ending, Completed) for _, ending in labourer.recorded)
    assert await Task.filter(status="completed", progress=100).count() == 20


async def test_never_more_at_once_than_there_are_slots(order: Order, clock: HandClock) -> None:
    at_the_moment, most = 0, 0

    async def busy(claim: Claim, report: Report) -> None:
        nonlocal at_the_moment, most
        at_the_moment += 1
        most = max(most, at_the_moment)
        await report(Stage.PAINTING, 10)
        await report(Stage.COMPOSING, 20)
        at_the_moment -= 1

    for _ in range(12):
        await order()
    async with at_work(Labourer(busy), clock, slots=3) as dispatcher:
        dispatcher.wake()
        await dispatcher.idle()
    assert 1 < most <= 3, f"{most} at once"


async def test_a_refusal_is_final(order: Order, clock: HandClock) -> None:
    async def refuse(claim: Claim, report: Report) -> None:
        raise PictureUnreadable

    labourer, task_id = Labourer(refuse), await order()
    async with at_work(labourer, clock) as dispatcher:
        dispatcher.wake()
        await dispatcher.idle()
    assert labourer.performed == [1]
    assert (await Task.get(id=task_id)).error == "error-picture-unreadable"


async def test_what_may_work_later_is_tried_three_times_and_then_told(order: Order, clock: HandClock) -> None:
    async def fail(claim: Claim, report: Report) -> None:
        raise StorageFailed

    labourer, task_id = Labourer(fail), await order()
    async with at_work(labourer, clock, slots=1) as dispatcher:
        await until_all_ended(dispatcher, clock)
    assert labourer.performed == [1, 2, 3]
    assert (await Task.get(id=task_id)).error == "error-storage-failed"


async def test_an_unforeseen_failure_spares_the_neighbours(order: Order, clock: HandClock) -> None:
    async def sometimes(claim: Claim, report: Report) -> None:
        if claim.task_id == "task0":
            raise ZeroDivisionError

    labourer = Labourer(sometimes)
    poison, good = await order(), await order()
    async with at_work(labourer, clock, slots=1) as dispatcher:
        await until_all_ended(dispatcher, clock)
    assert (await Task.get(id=good)).status == "completed"
    assert (await Task.get(id=poison)).error == 'error-unfinished-task {"attempts": 3}'


async def test_a_task_that_killed_its_workers_is_not_tried_for_ever(order: Order, clock: HandClock) -> None:
    task_id = await order()
    for _ in range(ATTEMPTS):
        await work.claim("a worker that dies", clock(), LEASE)
        clock.move(seconds=11)
    labourer = Labourer(at_once)
    async with at_work(labourer, clock) as dispatcher:
        dispatcher.wake()
        await dispatcher.idle()
    assert labourer.performed == []
    ((_, ending),) = labourer.recorded
    assert isinstance(ending, Failed)
    assert isinstance(ending.error, UnfinishedTask)
    assert (await Task.get(id=task_id)).status == "failed"


async def test_cancelling_a_waiting_task_ends_it_without_work(order: Order, clock: HandClock) -> None:
    labourer = Labourer(for_ever)
    await order()
    async with at_work(labourer, clock, slots=1) as dispatcher:
        dispatcher.wake()
        await labourer.began.wait()
        waiting = await order()
        assert await dispatcher.cancel(waiting)
        assert (await Task.get(id=waiting)).error == "cancelled"
        assert labourer.performed == [1]


async def test_cancelling_a_running_task_frees_its_slot(order: Order, clock: HandClock) -> None:
    labourer = Labourer(for_ever)
    task_id = await order()
    async with at_work(labourer, clock, slots=1) as dispatcher:
        dispatcher.wake()
        await labourer.began.wait()
        assert await dispatcher.cancel(task_id)
        await dispatcher.idle()
        assert not await dispatcher.cancel(task_id)
    ((_, ending),) = labourer.recorded
    assert isinstance(ending, Failed)
    assert isinstance(ending.error, Cancelled)


async def test_stopping_in_mid_work_puts_the_task_back_for_the_next_start(
    order: Order, clock: HandClock
) -> None:
    task_id = await order()
    interrupted = Labourer(for_ever)
    async with at_work(interrupted, clock) as dispatcher:
        dispatcher.wake()
        await interrupted.began.wait()
    assert interrupted.recorded == []
    assert (await Task.get(id=task_id)).status == "pending"
    assert (await Work.get(task_id=task_id)).lease_until is None
    labourer = Labourer(at_once)
    async with at_work(labourer, clock) as dispatcher:
        dispatcher.wake()
        await dispatcher.idle()
    assert len(labourer.performed) == 1
    assert labourer.performed[0] > interrupted.performed[-1]
    assert (await Task.get(id=task_id)).status == "completed"


async def test_work_that_is_nearly_done_may_finish_before_the_stop(order: Order, clock: HandClock) -> None:
    finish = asyncio.Event()

    async def slowly(claim: Claim, report: Report) -> None:
        await finish.wait()

    task_id, labourer = await order(), Labourer(slowly)
    async with at_work(labourer, clock) as dispatcher:
        dispatcher.wake()
        await labourer.began.wait()
        stopping = asyncio.create_task(dispatcher.stop(grace=30))
        finish.set()
        await stopping
    assert (await Task.get(id=task_id)).status == "completed"


async def test_every_line_that_is_logged_for_a_task_names_it(
    order: Order, clock: HandClock, caplog: pytest.LogCaptureFixture
) -> None:
    async def grumble(claim: Claim, report: Report) -> None:
        logging.getLogger("some.library").warning("of %s", claim.task_id)
        raise StorageFailed

    caplog.handler.addFilter(note_subject)
    tasks = [await order() for _ in range(3)]
    async with at_work(Labourer(grumble), clock) as dispatcher:
        await until_all_ended(dispatcher, clock)
    of_tasks = [
        record for record in caplog.records if record.name in ("some.library", "bot.pipeline.embedded")
    ]
    assert len(of_tasks) == 2 * ATTEMPTS * len(tasks)
    for record in of_tasks:
        assert record.subject["task"] in record.getMessage()
