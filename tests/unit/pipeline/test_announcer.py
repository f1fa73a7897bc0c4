"""Messages follow their tasks and end exactly once."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from bot.pipeline import announcer as announcing
from bot.pipeline import deliveries, work
from bot.pipeline.announcer import EDIT_EVERY, PLACE_EVERY, Announcer, pause
from bot.pipeline.progress import ProgressBoard
from bot.pipeline.seam import Address, Completed, Snapshot, Stage, Undeliverable
from models import Delivery
from tests.unit.pipeline.conftest import LEASE, HandClock, Listener
from tests.unit.pipeline.test_work import nothing

Order = Callable[..., Awaitable[str]]


@pytest.fixture
def board() -> ProgressBoard:
    return ProgressBoard()


@pytest.fixture
async def announcer(board: ProgressBoard, clock: HandClock) -> AsyncIterator[Announcer]:
    announcer = Announcer(board, clock=clock)
    yield announcer
    await announcer.stop(grace=0)


async def complete(task_id: str, clock: HandClock) -> None:
    claim = await work.claim("worker", clock(), LEASE, task_id)
    assert claim is not None
    await work.settle(claim, Completed(result="{}", product=None), nothing, clock())


async def follow(announcer: Announcer, task_id: str) -> None:
    address = await deliveries.find(task_id)
    assert address is not None
    announcer.follow(address)


async def test_a_message_is_finished_once_and_forgets_its_token(
    announcer: Announcer, order: Order, address: Address, clock: HandClock, board: ProgressBoard
) -> None:
    task_id, listener = await order(address), Listener()
    announcer.attach(listener)
    await follow(announcer, task_id)
    await follow(announcer, task_id)
    await complete(task_id, clock)
    board.end(task_id)
    await announcer.idle()
    assert [ended.task_id for ended in listener.finished] == [task_id]
    row = await Delivery.get(task_id=task_id)
    assert (row.state, row.token) == ("delivered", None)


async def test_messages_left_open_by_another_run_are_finished_at_the_start(
    announcer: Announcer, order: Order, address: Address, clock: HandClock
) -> None:
    task_id, listener = await order(address), Listener()
    await complete(task_id, clock)
    announcer.attach(listener)
    await announcer.start()
    await listener.spoke.wait()
    await announcer.idle()
    assert [ended.task_id for ended in listener.finished] == [task_id]


async def test_messages_wait_until_somebody_can_speak(
    announcer: Announcer, order: Order, address: Address, clock: HandClock
) -> None:
    task_id, listener = await order(address), Listener()
    await complete(task_id, clock)
    await follow(announcer, task_id)
    announcer.attach(listener)
    announcer.detach(Listener())  # somebody who does not speak any more takes nothing away
    await announcer.idle()
    assert len(listener.finished) == 1


async def test_a_delivery_that_fails_is_tried_again(
    announcer: Announcer,
    order: Order,
    address: Address,
    clock: HandClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(announcing, "RETRY_FIRST", 0.0)
    task_id, listener = await order(address), Listener(failures=[OSError("reset"), OSError("reset")])
    await complete(task_id, clock)
    announcer.attach(listener)
    await follow(announcer, task_id)
    await announcer.idle()
    assert len(listener.finished) == 1
    assert (await Delivery.get(task_id=task_id)).state == "delivered"


async def test_a_message_that_is_out_of_reach_is_given_up(
    announcer: Announcer, order: Order, address: Address, clock: HandClock
) -> None:
    task_id, listener = await order(address), Listener(failures=[Undeliverable("deleted")])
    await complete(task_id, clock)
    announcer.attach(listener)
    await follow(announcer, task_id)
    await announcer.idle()
    assert listener.finished == []
    assert (await Delivery.get(task_id=task_id)).state == "abandoned"


async def test_an_end_is_shown_at_once_and_skips_the_steps_before_it(
    announcer: Announcer, order: Order, address: Address, clock: HandClock, board: ProgressBoard
) -> None:
    task_id, listener = await order(address), Listener()
    announcer.attach(listener)
    await follow(announcer, task_id)
    await listener.spoke.wait()
    board.show(task_id, Stage.PAINTING, 10)
    board.show(task_id, Stage.COMPOSING, 50)
    await complete(task_id, clock)
    board.end(task_id)
    await announcer.idle()
    assert [shown.stage for shown in listener.shown] == [Stage.WAITING]
    assert len(listener.finished) == 1


def test_a_place_in_the_queue_is_edited_less_often_than_a_new_stage() -> None:
    third, second = Snapshot(place=3), Snapshot(place=2)
    assert pause(third, second) == PLACE_EVERY
    assert pause(Snapshot(), third) == EDIT_EVERY
    assert pause(second, Snapshot(stage=Stage.PAINTING)) == EDIT_EVERY


def test_percent_never_falls_and_a_draft_stays(board: ProgressBoard) -> None:
    watch = board.watch("task")
    board.show("task", Stage.COMPOSING, 50, b"draft")
    board.show("task", Stage.WAITING, 0)
    assert (watch.snapshot.percent, watch.snapshot.draft) == (50, b"draft")


def test_only_waiting_tasks_have_a_place(board: ProgressBoard) -> None:
    waiting, painting = board.watch("a"), board.watch("b")
    board.show("b", Stage.PAINTING, 10)
    board.line_up(["x", "a", "b"])
    assert (waiting.snapshot.place, painting.snapshot.place) == (2, None)
