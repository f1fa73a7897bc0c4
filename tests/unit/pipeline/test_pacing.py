"""How often a progress message is edited: seldom, but for its first picture."""

import pytest

from bot.pipeline import announcer as announcing
from bot.pipeline.announcer import EDIT_EVERY, PICTURE_AFTER, PLACE_EVERY, Announcer, pause
from bot.pipeline.progress import ProgressBoard
from bot.pipeline.seam import Address, Snapshot, Stage
from tests.unit.pipeline.conftest import HandClock, Listener
from tests.unit.pipeline.test_announcer import Order, announcer, board, complete, follow

__all__ = ["announcer", "board"]


def test_a_place_in_the_queue_is_edited_less_often_than_a_new_stage() -> None:
    third, second = Snapshot(place=3), Snapshot(place=2)
    assert pause(third, second) == PLACE_EVERY
    assert pause(Snapshot(), third) == EDIT_EVERY
    assert pause(second, Snapshot(stage=Stage.PAINTING)) == EDIT_EVERY


def test_the_first_picture_is_in_a_hurry_and_no_later_one() -> None:
    bare, first, second = (Snapshot(stage=Stage.PAINTING, draft=draft) for draft in (None, b"1", b"2"))
    assert pause(bare, first) == PICTURE_AFTER < EDIT_EVERY
    assert pause(first, second) == pause(None, first) == EDIT_EVERY


async def test_the_first_picture_does_not_wait_for_the_next_edits_turn(
    announcer: Announcer,
    order: Order,
    address: Address,
    clock: HandClock,
    board: ProgressBoard,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(announcing, "FIRST_DRAFT", 0.0)
    monkeypatch.setattr(announcing, "EDIT_EVERY", 3600.0)
    task_id, listener = await order(address), Listener()
    announcer.attach(listener)
    await follow(announcer, task_id)
    board.show(task_id, Stage.PAINTING, 10)
    await listener.spoke.wait()
    listener.spoke.clear()
    board.show(task_id, Stage.PAINTING, 20)
    board.show(task_id, Stage.COMPOSING, 50, b"first")
    await listener.spoke.wait()
    board.show(task_id, Stage.STORING, 90, b"second")
    assert [(snapshot.percent, snapshot.draft) for snapshot in listener.shown] == [(10, None), (50, b"first")]
    await complete(task_id, clock)
    board.end(task_id)
    await announcer.idle()
    assert len(listener.shown) == 2
