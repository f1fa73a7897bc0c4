"""How far a piece of upkeep is, and how blocking work leaves the event loop and can be stopped. Touches no file."""

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Where a run is. `key` names the step in the catalogue; `total` is 0 where nobody knows how much there is."""

    key: str
    done: int = 0
    total: int = 0


Show = Callable[[Step], None]
"""Takes a step as it is reached. May be called from another thread, and often."""


class Halted(Exception):
    """The work was told to stop. Never leaves `in_thread`."""


class Halt:
    """Tells work in a thread to stop at its next turn."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def set(self) -> None:
        """Stop as soon as you can."""
        self._event.set()

    def __bool__(self) -> bool:
        return self._event.is_set()

    def check(self) -> None:
        """Raises Halted once the work is to stop."""
        if self._event.is_set():
            raise Halted


def unseen(step: Step) -> None:
    """A Show for whom nobody watches."""


async def in_thread(job: Callable[[Halt], T]) -> T:
    """Run blocking work off the event loop. Cancelled, it tells the work to stop and waits until it has.

    Otherwise a bot that stops in the middle of a backup would leave a thread that holds the process open.
    """
    halt = Halt()
    task = asyncio.ensure_future(asyncio.to_thread(job, halt))
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        halt.set()
        await asyncio.wait([task])
        task.exception()  # Halted; unless it is asked for, asyncio complains that nobody did
        raise
