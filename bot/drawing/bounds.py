"""Bound what one piece of work may cost the process that does it, in time and memory. Knows no picture."""

import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

_STATM = Path("/proc/self/statm")
"""Linux tells here how much memory a process has; its first number counts pages of address space."""


@contextmanager
def bounded(*, seconds: float, more_bytes: int) -> Iterator[None]:
    """Raise TimeoutError in the block after `seconds`, MemoryError when it takes `more_bytes` beyond what is held.

    The time counts in a main thread, the memory on Linux; elsewhere there is no such bound. A single call into
    foreign code is not interrupted: the pool's own bound is for that.
    """
    with _memory(more_bytes), _time(seconds):
        yield


@contextmanager
def _time(seconds: float) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():  # Python hands signals to no other
        yield
        return
    before = signal.signal(signal.SIGALRM, _too_late)
    # Again and again: somewhere in a decoder the first one may be swallowed, like any error.
    signal.setitimer(signal.ITIMER_REAL, seconds, seconds / 10)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _too_late(number: int, frame: FrameType | None) -> None:
    raise TimeoutError("the work takes too long")


@contextmanager
def _memory(more_bytes: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if not _STATM.exists():
        yield
        return
    held = int(_STATM.read_text().split()[0]) * resource.getpagesize()
    limits = [held + more_bytes, *(limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY)]
    resource.setrlimit(resource.RLIMIT_AS, (min(limits), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
