import resource
import signal
import sys
import threading
import time
from contextlib import suppress

import pytest

from bot.drawing.bounds import bounded

MEGABYTE = 1024 * 1024


def for_ever() -> None:
    while True:
        time.monotonic()


def test_work_that_takes_too_long_is_broken_off() -> None:
    with pytest.raises(TimeoutError), bounded(seconds=0.05, more_bytes=1024 * MEGABYTE):
        for_ever()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process to its address space")
def test_work_that_takes_too_much_memory_is_broken_off() -> None:
    with pytest.raises(MemoryError), bounded(seconds=60, more_bytes=64 * MEGABYTE):
        bytearray(512 * MEGABYTE)


def test_afterwards_the_process_is_as_free_as_before() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGALRM)
    with pytest.raises(KeyError), bounded(seconds=60, more_bytes=64 * MEGABYTE):
        raise KeyError
    assert (resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGALRM)) == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_in_another_thread_work_goes_on_without_a_bound_in_time() -> None:
    done = []

    def work() -> None:
        with bounded(seconds=60, more_bytes=1024 * MEGABYTE):
            done.append(signal.getitimer(signal.ITIMER_REAL))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [(0.0, 0.0)]


def test_work_that_swallows_the_first_call_to_stop_hears_another() -> None:
    def deaf_once() -> None:
        with suppress(TimeoutError):
            for_ever()
        for_ever()

    with pytest.raises(TimeoutError), bounded(seconds=0.05, more_bytes=1024 * MEGABYTE):
        deaf_once()
