"""Inside the bot's process: what is armed, and what happens when a point is reached. Orders come by stdin."""

import asyncio
import errno
import json
import os
import signal
import threading
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from tests.faults.points import Act, Arm, Point

STALL_SECONDS = 4.0
"""Longer than a lease is in these tests."""


@dataclass(slots=True)
class Armed:
    """An arm, and how often its point was reached since."""

    arm: Arm
    reached: int = 0

    def strikes(self) -> bool:
        self.reached += 1
        return self.arm.nth <= self.reached < self.arm.nth + self.arm.times


@dataclass(slots=True)
class Arms:
    """Everything that is armed. `told` are further orders by name; `offset` moves the clock."""

    told: dict[str, Callable[[str], Awaitable[None]]] = field(default_factory=dict)
    offset: timedelta = field(default_factory=timedelta)
    _armed: list[Armed] = field(default_factory=list)
    _released: asyncio.Event = field(default_factory=asyncio.Event)
    _jobs: set[asyncio.Task[None]] = field(default_factory=set)

    def clock(self) -> datetime:
        """The injected clock of the bot."""
        return datetime.now(UTC) + self.offset

    def add(self, arm: Arm) -> None:
        """From now on this is armed."""
        self._armed.append(Armed(arm))

    def wait_to_go(self) -> None:
        """Take arms until `go`: a process may stand ready long before it is needed."""
        while (line := _line()) != "go":
            self.add(Arm.from_json(line.removeprefix("arm ")))

    def listen(self) -> None:
        """Heed orders, a line each, until stdin ends."""
        loop = asyncio.get_running_loop()
        threading.Thread(target=self._read, args=(loop,), name="orders", daemon=True).start()

    async def passing(self, point: Point, pids: tuple[int, ...] = ()) -> None:
        """Reach a point in the event loop, where one can wait."""
        for act in self._struck(point):
            if act is Act.HOLD:
                await self._released.wait()
            else:
                _act(act, pids)

    def reach(self, point: Point) -> None:
        """Reach a point in a thread, where nobody can wait."""
        for act in self._struck(point):
            _act(act, ())

    def _struck(self, point: Point) -> list[Act]:
        struck = [
            armed.arm.act for armed in list(self._armed) if armed.arm.point is point and armed.strikes()
        ]
        if struck:
            say("reached", point)
        return struck

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        # Not by sys.stdin: its lock, held by a thread that waits, would break the end of the interpreter.
        text = b""
        while data := os.read(0, 4096):
            *lines, text = (text + data).split(b"\n")
            for line in lines:
                loop.call_soon_threadsafe(self._order, line.decode())

    def _order(self, line: str) -> None:
        order, _, value = line.partition(" ")
        job = asyncio.get_running_loop().create_task(self._heed(order, value), name=f"order to {order}")
        self._jobs.add(job)
        job.add_done_callback(self._jobs.discard)

    async def _heed(self, order: str, value: str) -> None:
        match order:
            case "arm":
                self.add(Arm.from_json(value))
            case "disarm":
                self._armed.clear()
            case "release":
                self._released.set()
                self._released = asyncio.Event()
            case "clock":
                self.offset = timedelta(seconds=float(value))
            case _:
                await self.told[order](value)
        say("heeded", order)


def _line() -> str:
    """The next line of stdin, and nothing beyond it. Raises EOFError when nobody holds its other end any more."""
    text = b""
    while not text.endswith(b"\n"):
        if not (letter := os.read(0, 1)):
            raise EOFError
        text += letter
    return text[:-1].decode()


def say(what: str, value: object) -> None:
    """Tell the test something, by one write: several threads may."""
    os.write(1, f"{json.dumps([what, value])}\n".encode())


def _act(act: Act, pids: tuple[int, ...]) -> None:
    match act:
        case Act.KILL:
            os.kill(os.getpid(), signal.SIGKILL)
        case Act.FREEZE:
            os.kill(os.getpid(), signal.SIGSTOP)
        case Act.STALL:
            time.sleep(STALL_SECONDS)
        case Act.DISK_FULL:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        case Act.DISK_BROKEN:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        case Act.KILL_WORKER:
            for pid in pids:
                os.kill(pid, signal.SIGKILL)
        case Act.FREEZE_WORKER:
            for pid in pids:
                os.kill(pid, signal.SIGSTOP)
        case Act.RAISE:
            raise RuntimeError("nobody foresaw this")
        case Act.HOLD | Act.GO_ON:
            pass
