import asyncio
import json
import multiprocessing.forkserver
import os
import signal
import subprocess
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.errors import WorkerLost
from bot.pipeline.pool import ProcessPool

ROOT = Path(__file__).parents[3]
PATIENCE = 60
"""Seconds after which a test that waits for processes to end gives up."""
OWNER = """
import asyncio, os, sys
from bot.pipeline.pool import ProcessPool

async def main():
    pool = ProcessPool(2)
    await pool.start()
    print(await pool(os.getpid), flush=True)
    await asyncio.Event().wait()

if __name__ == "__main__":
    asyncio.run(main())
"""
LOGGING_OWNER = """
import asyncio, logging, warnings
from bot import tracing
from bot.log import Logging, set_up_logging
from bot.pipeline.pool import ProcessPool

def complain(words):
    logging.getLogger("some.library").warning(words)
    warnings.warn("old ways", UserWarning, stacklevel=1)

async def main():
    pool = ProcessPool(1, prepare=set_up_logging, arguments=(Logging(level="INFO", secrets=("hush",)),))
    tracing.turn_to(task="c1")
    await pool(complain, "hush, it is late")
    tracing.turn_to()
    await pool(complain, "nobody's")
    await pool.stop()

if __name__ == "__main__":
    asyncio.run(main())
"""


def add(a: int, *, b: int) -> int:
    return a + b


def complain(sentence: str) -> None:
    raise LookupError(sentence)


def die(sign: signal.Signals | None) -> None:
    if sign is None:
        os._exit(0)
    os.kill(os.getpid(), sign)


def survive(sign: signal.Signals) -> int:
    os.kill(os.getpid(), sign)
    return os.getpid()


def wait_for(file: str) -> str:
    while not Path(file).exists():
        os.sched_yield()
    return "done"


def hang(begun: str) -> None:
    Path(begun).touch()
    threading.Event().wait()


def touch(file: str) -> None:
    Path(file).touch()


def time_out() -> None:
    raise TimeoutError("mine")


def remember(word: str) -> None:
    os.environ["POOL_TEST"] = word


def recall() -> str | None:
    return os.environ.get("POOL_TEST")


@pytest.fixture
async def pool() -> AsyncIterator[ProcessPool]:
    opened = ProcessPool(1)
    yield opened
    await opened.stop()


async def test_a_function_runs_in_another_process(pool: ProcessPool) -> None:
    assert await pool(add, 2, b=3) == 5
    assert await pool(os.getpid) != os.getpid()


async def test_what_a_function_raises_comes_back(pool: ProcessPool) -> None:
    with pytest.raises(LookupError, match="no such seal"):
        await pool(complain, "no such seal")
    assert await pool(add, 1, b=1) == 2


@pytest.mark.parametrize("sign", [None, signal.SIGKILL])
async def test_a_worker_that_dies_costs_its_call_and_no_other(
    pool: ProcessPool, sign: signal.Signals | None
) -> None:
    await pool.start()
    with pytest.raises(WorkerLost):
        await pool(die, sign)
    assert await pool(add, 1, b=1) == 2


async def test_calls_that_are_lost_together_leave_a_pool_that_works() -> None:
    pool = ProcessPool(2)
    try:
        await pool.start()
        lost = await asyncio.gather(*(pool(die, signal.SIGKILL) for _ in range(4)), return_exceptions=True)
        assert [type(error) for error in lost] == [WorkerLost] * 4
        assert await pool(add, 1, b=1) == 2
    finally:
        await pool.stop()


async def test_a_worker_that_dies_spares_the_works_of_the_others(tmp_path: Path) -> None:
    pool, go = ProcessPool(2), tmp_path / "go"
    try:
        await pool.start()
        neighbour = asyncio.create_task(pool(wait_for, str(go)))
        with pytest.raises(WorkerLost):
            await pool(die, signal.SIGKILL)
        go.touch()
        assert await neighbour == "done"
    finally:
        await pool.stop()


async def test_a_cancelled_call_frees_its_process_though_the_work_would_never_end(tmp_path: Path) -> None:
    pool, begun = ProcessPool(1), tmp_path / "begun"
    try:
        endless = asyncio.create_task(pool(hang, str(begun)))
        await asyncio.to_thread(wait_for, str(begun))
        endless.cancel()
        assert await pool(add, 1, b=1) == 2
        assert endless.cancelled()
    finally:
        await pool.stop()


async def test_a_call_that_is_cancelled_while_it_waits_is_never_begun(tmp_path: Path) -> None:
    pool, begun, go = ProcessPool(1), tmp_path / "begun", tmp_path / "go"
    try:
        first = asyncio.create_task(pool(wait_for, str(go)))
        second = asyncio.create_task(pool(touch, str(begun)))
        third = asyncio.create_task(pool(add, 1, b=1))
        await asyncio.sleep(0)
        second.cancel()
        go.touch()
        assert (await first, await third) == ("done", 2)
        assert not begun.exists()
    finally:
        await pool.stop()


async def test_a_work_that_takes_too_long_is_ended_and_told_as_lost() -> None:
    pool = ProcessPool(1, longest=2.0)
    try:
        await pool.start()
        with pytest.raises(WorkerLost):
            await pool(hang, os.devnull)
        assert await pool(add, 1, b=1) == 2
    finally:
        await pool.stop()


async def test_a_pool_outlives_its_fork_server(pool: ProcessPool) -> None:
    worker = await pool(os.getpid)
    server = multiprocessing.forkserver._forkserver._forkserver_pid
    os.kill(server, signal.SIGKILL)
    os.kill(worker, signal.SIGKILL)
    for _ in range(3):  # the next call or two may be lost, and no more than that
        with suppress(WorkerLost):
            assert await pool(add, 1, b=1) == 2
    assert await pool(add, 1, b=1) == 2


async def test_a_process_that_cannot_be_started_is_tried_again_with_the_next_call(
    pool: ProcessPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    await pool(os.getpid)
    new_executor = pool._presses[0]._new_executor

    def refuse() -> None:
        raise ConnectionResetError("the fork server is gone")

    monkeypatch.setattr(pool._presses[0], "_new_executor", refuse)
    with pytest.raises(WorkerLost):
        await pool(die, signal.SIGKILL)
    with pytest.raises(WorkerLost):
        await pool(add, 1, b=1)
    monkeypatch.setattr(pool._presses[0], "_new_executor", new_executor)
    assert await pool(add, 1, b=1) == 2


async def test_a_function_may_raise_a_timeout_of_its_own(pool: ProcessPool) -> None:
    with pytest.raises(TimeoutError, match="mine"):
        await pool(time_out)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
async def test_a_worker_is_deaf_to_what_ends_the_bot(pool: ProcessPool, sign: signal.Signals) -> None:
    assert await pool(survive, sign) == await pool(os.getpid)


async def test_every_process_is_prepared_also_after_a_loss() -> None:
    pool = ProcessPool(1, prepare=remember, arguments=("warm",))
    try:
        assert await pool(recall) == "warm"
        with pytest.raises(WorkerLost):
            await pool(die, None)
        assert await pool(recall) == "warm"
    finally:
        await pool.stop()


async def test_processes_are_gone_when_the_pool_has_stopped() -> None:
    pool = ProcessPool(1)
    worker = await pool(os.getpid)
    assert pool.pids == [worker]
    await pool.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


def test_workers_leave_when_their_owner_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "owner.py"
    script.write_text(OWNER)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-W", "error", str(script)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        assert int(owner.stdout.readline()) != owner.pid
        owner.kill()
        # The workers hold our pipe open as well: it ends when the last of them is gone.
        rest, _ = owner.communicate(timeout=PATIENCE)
    assert (rest, owner.returncode) == ("", -signal.SIGKILL)


def test_what_a_process_logs_looks_like_our_own_and_names_its_task(tmp_path: Path) -> None:
    script = tmp_path / "logging_owner.py"
    script.write_text(LOGGING_OWNER)
    # A process of its own: the fork server of this one writes to where standard error was when it began.
    done = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    records = [json.loads(line) for line in done.stderr.splitlines()]
    told = [(record["logger"], record["message"].split("\n")[0], record.get("task")) for record in records]
    assert told[0] == ("some.library", "[hidden], it is late", "c1")
    assert told[2] == ("some.library", "nobody's", None)
    assert told[1][0] == "py.warnings"
    assert told[1][1].endswith("UserWarning: old ways")
    assert told[1][2] == "c1"
