"""The one place where CPU work leaves the event loop: a pool of forkserver processes that outlives its workers."""

import asyncio
import logging
import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial
from typing import Any, ParamSpec, TypeVar

from bot import tracing
from bot.errors import WorkerLost

P = ParamSpec("P")
T = TypeVar("T")
LONGEST_CALL = 120.0
"""Seconds that one work may take: the largest print sheet needs some twenty."""
LAST_MOMENT = 0.5
"""Seconds that a work may go on after its caller was cancelled. To end a process costs a second of warming another."""
STUBBORN = 2.0
"""Seconds that a process which is being killed may take to be gone."""

log = logging.getLogger(__name__)


class ProcessPool:
    """`await pool(function, *args)` runs a picklable function in one of `size` processes.

    `prepare` with `arguments` runs once in every new process, before its first work; `preload` names modules that
    the fork server imports once for all of them. A process that dies, or works at one call for longer than `longest`
    seconds, costs that call alone (WorkerLost), and another takes its place. So does one whose caller was cancelled
    and that is not done half a second later: a task that was taken back must not keep its process.
    """

    def __init__(
        self,
        size: int,
        *,
        prepare: Callable[..., object] | None = None,
        arguments: tuple[Any, ...] = (),
        preload: tuple[str, ...] = (),
        longest: float = LONGEST_CALL,
    ) -> None:
        self.size, self._longest = size, longest
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(preload))
        new_executor = partial(
            ProcessPoolExecutor, 1, mp_context=context, initializer=_begin, initargs=(prepare, arguments)
        )
        self._presses = [_Press(new_executor) for _ in range(size)]
        # Under a lock, and not asyncio's: a call that was given up ends in a thread, maybe after its event loop.
        self._lock = threading.Lock()
        self._idle = deque(self._presses)
        self._waiters: deque[asyncio.Future[_Press]] = deque()

    async def start(self) -> None:
        """Start every process and wait until each can work."""
        await asyncio.gather(*(self(os.getpid) for _ in range(self.size)))

    @property
    def pids(self) -> list[int]:
        """The process ids of those that have begun to work."""
        return [pid for press in self._presses if (pid := press.pid) is not None]

    async def __call__(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `function(*args)` in a process. Raises what it raises, or WorkerLost when its process died."""
        press = await self._take()
        back = _Return(press, self._put_back)
        try:
            call = press.submit(_about, tracing.subject(), function, *args, **kwargs)
        except BaseException:
            back.now()
            raise
        call.add_done_callback(lambda call: back.now(is_lost=_is_lost(call)))
        try:
            async with asyncio.timeout(self._longest):
                return await asyncio.wrap_future(call)
        except BrokenProcessPool as exc:
            raise WorkerLost from exc
        except TimeoutError as exc:
            if _has_ended(call):  # the function's own
                raise
            log.warning("a call took longer than %.0f s; its process is ended", self._longest)
            press.kill(call)
            back.later(STUBBORN)
            raise WorkerLost from exc
        except asyncio.CancelledError:
            _hurry(press, call, back)
            raise

    async def stop(self) -> None:
        """Let what runs end, and wait until the processes are gone."""
        await asyncio.gather(*(asyncio.to_thread(press.close) for press in self._presses))

    async def _take(self) -> "_Press":
        """An idle press; whoever asked first gets the next."""
        with self._lock:
            if self._idle:
                return self._idle.popleft()
            waiter: asyncio.Future[_Press] = asyncio.get_running_loop().create_future()
            self._waiters.append(waiter)
        try:
            return await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled():  # handed over in the very moment of the cancel
                self._put_back(waiter.result())
            raise

    def _put_back(self, press: "_Press", *, is_lost: bool = False) -> None:
        """Hand a press to the next who waits. Called from any thread."""
        if is_lost:
            log.warning("a pool process died; starting another")
            try:
                press.begin()
            except (
                Exception
            ):  # the fork server may be gone as well: a press that is not put back is lost for ever
                log.exception("it could not be started yet; the next call tries again")
        with self._lock:
            while self._waiters:
                waiter = self._waiters.popleft()
                with suppress(RuntimeError):  # its event loop is closed, and so nobody waits
                    waiter.get_loop().call_soon_threadsafe(self._hand_over, waiter, press)
                    return
            self._idle.append(press)

    def _hand_over(self, waiter: "asyncio.Future[_Press]", press: "_Press") -> None:
        if waiter.done():
            self._put_back(press)
        else:
            waiter.set_result(press)


class _Press:
    """One process, started with its first work, and again after it died."""

    def __init__(self, new_executor: Callable[[], ProcessPoolExecutor]) -> None:
        self._new_executor = new_executor
        self._executor: ProcessPoolExecutor | None = None
        self._pid: Future[int] | None = None

    @property
    def pid(self) -> int | None:
        """Its process id; None before it is there."""
        return self._pid.result() if self._pid is not None and _has_ended(self._pid) else None

    def submit(self, function: Callable[..., T], *args: Any, **kwargs: Any) -> "Future[T]":
        """Begin a work. Raises WorkerLost when no process can be kept alive."""
        for _ in range(2):
            try:
                return (self._executor or self.begin()).submit(function, *args, **kwargs)
            except (
                BrokenProcessPool,
                OSError,
                EOFError,
            ):  # it died while it was idle, or the fork server did
                log.warning("a pool process was gone before its work", exc_info=True)
                self._executor = None
        raise WorkerLost

    def begin(self) -> ProcessPoolExecutor:
        """Start a process, in the place of one that died."""
        # The old executor has closed itself; to close it from its own thread would wait for ever.
        self._executor = self._pid = None
        executor = self._new_executor()
        self._pid = executor.submit(os.getpid)
        self._executor = executor
        return executor

    def kill(self, call: "Future[Any]") -> None:
        """End the process, if it is still at `call`."""
        if self._pid is not None and not call.done():
            self._pid.add_done_callback(_kill)  # now, or as soon as it is known

    def close(self) -> None:
        """Wait until the process is gone."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)


def _about(subject: Mapping[str, str], function: Callable[..., T], *args: Any, **kwargs: Any) -> T:
    """Run the function in its process so that its log tells what it is about, as here."""
    tracing.turn_to(**subject)
    return function(*args, **kwargs)


def _kill(pid: "Future[int]") -> None:
    if _has_ended(pid) and pid.exception() is None:
        with suppress(ProcessLookupError):
            os.kill(pid.result(), signal.SIGKILL)


def _has_ended(call: "Future[Any]") -> bool:
    return call.done() and not call.cancelled()


def _is_lost(call: "Future[Any]") -> bool:
    return _has_ended(call) and isinstance(call.exception(), BrokenProcessPool)


class _Return:
    """The way back of a press that is lent out: it is taken once, whoever comes first."""

    def __init__(self, press: _Press, put_back: Callable[..., None]) -> None:
        self._press, self._put_back = press, put_back
        self._lock, self._is_done = threading.Lock(), False

    def now(self, *, is_lost: bool = False) -> None:
        """Put it back; a second time does nothing."""
        with self._lock:
            if self._is_done:
                return
            self._is_done = True
        self._put_back(self._press, is_lost=is_lost)

    def later(self, seconds: float) -> None:
        """Put it back as lost, unless its call has ended by then: a process that never came up cannot be killed."""
        _after(seconds, lambda: self.now(is_lost=True))


def _hurry(press: _Press, call: "Future[Any]", back: _Return) -> None:
    """Give a work whose caller went away a moment to end by itself, then end its process."""
    if not call.done():
        _after(LAST_MOMENT, lambda: press.kill(call))
        back.later(LAST_MOMENT + STUBBORN)


def _after(seconds: float, job: Callable[[], None]) -> None:
    # A thread's timer: the event loop of the caller may be closed by then.
    timer = threading.Timer(seconds, job)
    timer.daemon = True
    timer.start()


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
