"""The one place where CPU work leaves the event loop: a pool of forkserver processes that outlives its workers."""

import asyncio
import logging
import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, ParamSpec, TypeVar

from bot.errors import WorkerLost

P = ParamSpec("P")
T = TypeVar("T")
log = logging.getLogger(__name__)


class ProcessPool:
    """`await pool(function, *args)` runs a picklable function in one of `size` processes.

    `prepare` with `arguments` runs once in every new process, before its first work; `preload` names modules that
    the fork server imports once for all of them. A process that dies costs the calls under way (WorkerLost);
    the next call finds a new pool.
    """

    def __init__(
        self,
        size: int,
        *,
        prepare: Callable[..., object] | None = None,
        arguments: tuple[Any, ...] = (),
        preload: tuple[str, ...] = (),
    ) -> None:
        self.size = size
        self._prepare, self._arguments = prepare, arguments
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(list(preload))
        self._executor = self._new_executor()

    async def start(self) -> None:
        """Start every process and wait until each can work."""
        await asyncio.gather(*(self(os.getpid) for _ in range(self.size)))

    async def __call__(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `function(*args)` in a process. Raises what it raises, or WorkerLost when its process died."""
        executor = self._executor
        try:
            future = executor.submit(function, *args, **kwargs)
            return await asyncio.wrap_future(future)
        except BrokenProcessPool as exc:
            self._replace(executor)
            raise WorkerLost from exc

    async def stop(self) -> None:
        """Drop what waits, let what runs end, and wait until the processes are gone."""
        await asyncio.to_thread(self._executor.shutdown, wait=True, cancel_futures=True)

    def _new_executor(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self.size,
            mp_context=self._context,
            initializer=_begin,
            initargs=(self._prepare, self._arguments),
        )

    def _replace(self, broken: ProcessPoolExecutor) -> None:
        if self._executor is broken:  # several calls fail together; only the first of them builds anew
            log.warning("a pool process died; starting a new pool")
            self._executor = self._new_executor()
            broken.shutdown(wait=False, cancel_futures=True)


def _begin(prepare: Callable[..., object] | None, arguments: tuple[Any, ...]) -> None:
    """Make a fresh process ours: deaf to Ctrl-C, gone when the bot is gone, and warm."""
    for sign in (
        signal.SIGINT,
        signal.SIGTERM,
    ):  # terminals and service managers signal all; the bot alone decides
        signal.signal(sign, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, name="leave-with-parent", daemon=True).start()
    if prepare is not None:
        prepare(*arguments)


def _leave_with_parent() -> None:
    # Without this a SIGKILLed bot leaves its workers waiting for ever: each holds the other end of the queue open.
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)
