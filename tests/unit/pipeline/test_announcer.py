"""Messages follow their tasks and end exactly once."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from bot.errors import Cancelled, KirasealError, WorkerLost
from bot.pipeline import announcer as announcing
from bot.pipeline import deliveries, work
from bot.pipeline.announcer import Announcer
from bot.pipeline.progress import ProgressBoard
from bot.pipeline.seam import (
    Address,
    Busy,
    Completed,
    Ended,
    Ending,
    Failed,
    OutOfReach,
    Snapshot,
    Stage,
    Undeliverable,
    Way,
)
from models import Delivery, DeliveryState, Task
from tests.unit.pipeline.conftest import LEASE, START, HandClock, Listener
from tests.unit.pipeline.test_work import nothing

LIFE = timedelta(minutes=14)
"""Of a token."""
Order = Callable[..., Awaitable[str]]


@pytest.fixture
def board() -> ProgressBoard:
    return ProgressBoard()


@pytest.fixture
async def announcer(board: ProgressBoard, clock: HandClock) -> AsyncIterator[Announcer]:
    announcer = Announcer(board, clock=clock)
    yield announcer
    await announcer.stop(grace=0)


COMPLETED = Completed(result="{}", product=None)


async def complete(task_id: str, clock: HandClock, ending: Ending = COMPLETED) -> None:
    claim = await work.claim("worker", clock(), LEASE, task_id)
    assert claim is not None
    await work.settle(claim, ending, nothing, clock())


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


async def test_a_process_that_stood_still_shows_no_progress_over_a_sticker(
    announcer: Announcer, order: Order, address: Address, clock: HandClock, board: ProgressBoard
) -> None:
    task_id, listener = await order(address), Listener()
    announcer.attach(listener)
    await follow(announcer, task_id)
    await listener.spoke.wait()  # it follows, and shows the task waiting
    await complete(task_id, clock)  # by another process, whose end this one does not hear of
    await deliveries.close(task_id, DeliveryState.DELIVERED, clock())
    shown = len(listener.shown)
    board.show(task_id, Stage.PAINTING, 10)
    await announcer.idle()
    assert len(listener.shown) == shown
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


@dataclass(slots=True)
class Walker(Listener):
    """A messenger that remembers by which ways it was sent, and what the row said at that moment."""

    went: list[tuple[Way, bool, str]] = field(default_factory=list)

    async def finish(self, address: Address, ended: Ended) -> Address:
        self.went.append((address.way, address.tried, (await Delivery.get(task_id=address.task_id)).way))
        stands = await Listener.finish(self, address, ended)
        return replace(stands, message_id=77)


SHUT, TAKEN = OutOfReach("shut", in_channel=True), OutOfReach("taken away")


@pytest.mark.parametrize(
    ("failures", "ephemeral", "went", "state"),
    [
        ([SHUT], False, ["edit", "channel"], "delivered"),
        ([SHUT, SHUT], False, ["edit", "channel", "direct"], "delivered"),
        ([SHUT, SHUT, TAKEN], False, ["edit", "channel", "direct"], "abandoned"),
        ([TAKEN], False, ["edit", "direct"], "delivered"),
        ([SHUT], True, ["edit", "direct"], "delivered"),
        ([SHUT, Undeliverable("no")], False, ["edit", "channel"], "abandoned"),
    ],
)
async def test_an_outcome_takes_the_next_way_and_each_is_written_down_before_it_is_taken(
    announcer: Announcer,
    order: Order,
    address: Address,
    clock: HandClock,
    failures: list[Exception],
    ephemeral: bool,
    went: list[str],
    state: str,
) -> None:
    task_id = await order(replace(address, ephemeral=ephemeral))
    walker = Walker(failures=list(failures))
    await complete(task_id, clock)
    announcer.attach(walker)
    await follow(announcer, task_id)
    await announcer.idle()
    assert walker.went == [(way, False, way) for way in went]
    row = await Delivery.get(task_id=task_id)
    assert (row.state, row.way, row.token) == (state, went[-1], None)
    assert (row.message_id == 77) == (state == "delivered")


async def test_who_failed_without_an_answer_is_told_to_look_first(
    announcer: Announcer, order: Order, address: Address, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(announcing, "RETRY_FIRST", 0.0)
    task_id = await order(address)
    walker = Walker(failures=[SHUT, Busy(0.0), OSError("reset")])
    await complete(task_id, clock)
    announcer.attach(walker)
    await follow(announcer, task_id)
    await announcer.idle()
    tried = [(way.value, tried) for way, tried, _ in walker.went]
    assert tried == [("edit", False), ("channel", False), ("channel", False), ("channel", True)]


async def test_who_takes_up_what_a_crash_left_half_done_is_told_to_look_first(
    announcer: Announcer, order: Order, address: Address, clock: HandClock
) -> None:
    task_id, walker = await order(address), Walker()
    await complete(task_id, clock)
    left = await deliveries.find(task_id)
    assert left is not None
    await deliveries.turn(left, Way.CHANNEL)
    announcer.attach(walker)
    await follow(announcer, task_id)
    await announcer.idle()
    assert walker.went == [(Way.CHANNEL, True, "channel")]


@pytest.mark.parametrize(("error", "state"), [(WorkerLost(), "delivered"), (Cancelled(), "abandoned")])
async def test_a_failure_takes_the_next_way_and_a_cancel_does_not(
    announcer: Announcer, order: Order, address: Address, clock: HandClock, error: KirasealError, state: str
) -> None:
    task_id = await order(address)
    await complete(task_id, clock, Failed(error=error))
    announcer.attach(Walker(failures=[TAKEN]))
    await follow(announcer, task_id)
    await announcer.idle()
    assert (await Delivery.get(task_id=task_id)).state == state


async def test_what_another_process_finished_is_not_posted_again(
    announcer: Announcer, order: Order, address: Address, clock: HandClock
) -> None:
    task_id, walker = await order(address), Walker(failures=[SHUT])
    await complete(task_id, clock)
    open_still = await deliveries.find(task_id)
    assert open_still is not None
    await deliveries.close(task_id, DeliveryState.DELIVERED, clock())
    announcer.attach(walker)
    announcer.follow(open_still)
    await announcer.idle()
    assert [way for way, _, _ in walker.went] == [Way.EDIT]


async def test_one_message_in_trouble_holds_up_no_other(
    announcer: Announcer, order: Order, address: Address, clock: HandClock
) -> None:
    listener = Listener(failures=[Busy(600)])
    announcer.attach(listener)
    for task_id in (await order(address), await order(address)):
        await complete(task_id, clock)
        await follow(announcer, task_id)
    await listener.spoke.wait()
    assert len(listener.finished) == 1
    assert await Delivery.filter(state="open").count() >= 1


async def test_a_token_is_erased_when_it_expires_though_its_message_waits(
    announcer: Announcer, order: Order, address: Address, clock: HandClock
) -> None:
    expired, alive = await order(address), await order(replace(address, token_expires_at=START + 2 * LIFE))
    clock.move(seconds=LIFE.total_seconds() + 1)
    await deliveries.forget_tokens(clock())
    assert (await Delivery.get(task_id=expired)).token is None
    assert (await Delivery.get(task_id=alive)).token == "secret"


async def test_progress_goes_on_where_another_run_left_it(
    announcer: Announcer, order: Order, address: Address, clock: HandClock
) -> None:
    task_id, listener = await order(address), Listener()
    await work.claim("worker that dies", clock(), LEASE, task_id)
    await work.advance(task_id, 45, clock())
    announcer.attach(listener)
    await follow(announcer, task_id)
    await listener.spoke.wait()
    assert listener.shown[0].percent == 45


async def test_a_step_that_failed_is_shown_again_after_a_rest(
    announcer: Announcer, order: Order, address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(announcing, "STUMBLE", 0.01)
    task_id = await order(address)
    listener = Listener(stumbles=[OSError("reset"), Busy(0.01)])
    announcer.attach(listener)
    await follow(announcer, task_id)
    await listener.spoke.wait()
    assert listener.stumbles == []
    assert [shown.stage for shown in listener.shown] == [Stage.WAITING]


async def test_progress_that_is_out_of_reach_is_left_alone_until_the_end(
    announcer: Announcer, order: Order, address: Address, clock: HandClock, board: ProgressBoard
) -> None:
    task_id, listener = await order(address), Listener(stumbles=[OutOfReach("deleted")])
    announcer.attach(listener)
    await follow(announcer, task_id)
    await listener.stumbled.wait()
    board.show(task_id, Stage.PAINTING, 10)
    await complete(task_id, clock)
    board.end(task_id)
    await announcer.idle()
    assert listener.shown == []
    assert len(listener.finished) == 1


async def test_a_stop_says_that_it_goes_on_and_finishes_what_has_ended(
    announcer: Announcer, order: Order, address: Address, clock: HandClock, board: ProgressBoard
) -> None:
    under_way, ended = await order(address), await order(address)
    listener = Listener()
    announcer.attach(listener)
    await follow(announcer, under_way)
    await listener.spoke.wait()
    board.show(under_way, Stage.PAINTING, 30, b"draft")
    await complete(ended, clock)
    await follow(announcer, ended)
    await announcer.stop(grace=5)
    assert listener.shown[-1] == Snapshot(stage=Stage.RESTING, percent=30, draft=b"draft")
    assert [each.task_id for each in listener.finished] == [ended]
    assert (await Delivery.get(task_id=under_way)).state == "open"


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


async def test_the_message_of_a_task_that_is_not_there_any_more_says_cancelled(
    announcer: Announcer, order: Order, address: Address
) -> None:
    task_id, listener = await order(address), Listener()
    announcer.attach(listener)
    await follow(announcer, task_id)
    await Task.filter(id=task_id).delete()
    await announcer.start()  # the sweep notices: nobody was there to tell the board
    await announcer.idle()
    assert [(ended.task_id, ended.error_key) for ended in listener.finished] == [(task_id, "error-cancelled")]


async def test_a_delivery_that_fails_is_not_tried_for_ever_once_its_task_is_gone(
    announcer: Announcer, order: Order, address: Address, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(announcing, "RETRY_FIRST", 0.0)
    task_id, listener = await order(address), Listener(failures=[RuntimeError("once")])
    await complete(task_id, clock)
    await follow(announcer, task_id)
    await Task.filter(id=task_id).delete()
    announcer.attach(listener)
    await announcer.idle()
    assert [ended.error_key for ended in listener.finished] == ["error-cancelled"]
