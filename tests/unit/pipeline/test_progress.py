"""What watchers are told of a task: whatever comes in whatever order, nothing that was shown is taken back."""

import asyncio
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pipeline.progress import ProgressBoard, Watch
from bot.pipeline.seam import Snapshot, Stage

PICTURES = st.none() | st.binary(min_size=1, max_size=2)
SHOWN = st.tuples(st.just("show"), st.sampled_from(Stage), st.integers(0, 100), PICTURES)
QUEUE = st.tuples(st.just("line up"), st.lists(st.sampled_from(["ours", "other", "third"]), unique=True))
END = st.tuples(st.just("end"))
HAPPENINGS = st.lists(SHOWN | QUEUE | END, max_size=30)


def happen(board: ProgressBoard, what: tuple[object, ...]) -> None:
    match what:
        case ("show", Stage() as stage, int() as percent, draft):
            assert draft is None or isinstance(draft, bytes)
            board.show("ours", stage, percent, draft)
        case ("line up", list() as waiting):
            board.line_up(waiting)
        case _:
            board.end("ours")


@settings(deadline=None)  # no measure of speed: the machine may be busy
@given(happenings=HAPPENINGS)
def test_progress_never_jumps_back(happenings: list[tuple[object, ...]]) -> None:
    board = ProgressBoard()
    watch = board.watch("ours")
    seen: list[Snapshot] = [watch.snapshot]
    ended = [watch.ended]
    for what in happenings:
        happen(board, what)
        seen.append(watch.snapshot)
        ended.append(watch.ended)
    for before, after in pairwise(seen):
        assert after.percent >= before.percent, f"{before.percent} fell to {after.percent}"
        assert after.draft is not None or before.draft is None, "a picture vanished"
    assert ended == sorted(ended), "an ended task came back to life"
    assert all(snapshot.place is None or snapshot.stage is Stage.WAITING for snapshot in seen)


@settings(deadline=None)  # as above
@given(happenings=HAPPENINGS, other=HAPPENINGS)
def test_all_watchers_of_a_task_are_told_the_same_and_nothing_of_others(
    happenings: list[tuple[object, ...]], other: list[tuple[object, ...]]
) -> None:
    board = ProgressBoard()
    first, second, stranger = board.watch("ours"), board.watch("ours"), board.watch("nobody's")
    for what in (*happenings, *other):
        happen(board, what)
        assert (first.snapshot, first.ended) == (second.snapshot, second.ended)
    assert (stranger.snapshot, stranger.ended) == (Snapshot(), False)


async def test_a_watcher_that_reads_slowly_sees_the_newest_and_no_older_one_after_it() -> None:
    board = ProgressBoard()
    watch = board.watch("ours")
    seen: list[int] = []

    async def read(watch: Watch) -> None:
        while not watch.ended:
            await watch.news()
            seen.append(watch.snapshot.percent)

    reading = asyncio.create_task(read(watch))
    for percent in (10, 40, 20, 30, 70, 60):
        board.show("ours", Stage.PAINTING, percent)
        if percent % 20 == 0:
            await asyncio.sleep(0)
    board.end("ours")
    await reading
    assert seen == sorted(seen)
    assert seen[-1] == 70


@pytest.mark.parametrize("stage", Stage)
async def test_an_unwatched_task_leaves_nothing_behind(stage: Stage) -> None:
    board = ProgressBoard()
    watch = board.watch("ours")
    board.show("ours", stage, 50)
    board.unwatch("ours", watch)
    assert board.watch("ours").snapshot == Snapshot()
