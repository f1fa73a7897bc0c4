"""A bot process as a test holds it: starts it, tells it where to stop, hears where it is, kills it."""

import asyncio
import json
import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.discordserver.server import TOKEN
from tests.faults.points import Act, Arm, Point

ROOT = Path(__file__).resolve().parents[2]


class Bot:
    """One process. What it logs goes to `log`."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self._process, self.log = process, log
        self.began = time.monotonic()
        self._ears: list[tuple[str, object, asyncio.Future[Any]]] = []
        """What is waited for, and by whom."""
        self.armed: set[Point] = set()
        self.reached: set[Point] = set()
        self._ready: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._reader = asyncio.create_task(self._listen(), name=f"what bot {process.pid} says")

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process.returncode is None

    async def go(self, *arms: Arm) -> None:
        """Let it start, armed already."""
        assert self._process.stdin is not None
        self.began = time.monotonic()
        self.armed |= {arm.point for arm in arms}
        for line in (*(f"arm {arm.to_json()}" for arm in arms), "go"):
            self._process.stdin.write(f"{line}\n".encode())
        await self._process.stdin.drain()

    async def ready(self) -> bool:
        """Wait until it is connected; False when it has ended instead."""
        return await asyncio.shield(self._ready) and self.alive

    async def arm(self, point: Point, act: Act, *, nth: int = 1, times: int = 1) -> None:
        """From now on: `act` at the `nth` time that it reaches `point`."""
        self.armed.add(point)
        await self.tell("arm", Arm(point=point, act=act, nth=nth, times=times).to_json())

    async def tell(self, order: str, value: object = "") -> None:
        """Give an order and wait until it is heeded. Raises EOFError when it ends instead."""
        assert self._process.stdin is not None
        heeded = self.hear("heeded", order)
        with suppress(ConnectionError):  # its end is heard of
            self._process.stdin.write(f"{order} {value}\n".encode())
            await self._process.stdin.drain()
        await asyncio.wait_for(heeded, 60.0)

    def hear(self, what: str, value: object = None) -> "asyncio.Future[Any]":
        """The next time that it says this, from now on. EOFError when it ends instead."""
        ear: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        if self._reader.done():
            ear.set_exception(EOFError(f"the bot has ended; see {self.log}"))
        else:
            self._ears.append((what, value, ear))
        return ear

    def descendants(self) -> list[int]:
        """The processes that it started, and those that they did."""
        found, ahead = [], [self.pid]
        while ahead:
            path = Path(f"/proc/{(pid := ahead.pop())}/task/{pid}/children")
            ahead += (children := [int(child) for child in path.read_text().split()])
            found += children
        return found

    def send(self, sign: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            self._process.send_signal(sign)

    async def ended(self, patience: float = 60.0) -> int:
        """Wait for its end; its exit code, negative for a signal."""
        async with asyncio.timeout(patience):
            return await self._process.wait()

    async def kill(self) -> None:
        """SIGKILL, and wait until it is gone."""
        self.send(signal.SIGCONT)
        self.send(signal.SIGKILL)
        await self.ended()
        await self._reader

    async def stop(self) -> int:
        """SIGTERM, as a service manager does; its exit code."""
        self.send(signal.SIGTERM)
        code = await self.ended()
        await self._reader
        return code

    async def _listen(self) -> None:
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            said, value = json.loads(line)
            if said == "ready":
                self._decide(is_ready=True)
            if said == "reached":
                self.reached.add(Point(value))
            for what, wanted, ear in list(self._ears):
                if said == what and wanted in (None, value) and not ear.done():
                    ear.set_result(value)
            self._ears = [each for each in self._ears if not each[2].done()]
        self._decide(is_ready=False)
        for _, _, ear in self._ears:
            if not ear.done():
                ear.set_exception(EOFError(f"the bot ended; see {self.log}"))

    def _decide(self, *, is_ready: bool) -> None:
        if not self._ready.done():
            self._ready.set_result(is_ready)


async def warm_bot(discord: str, folder: Path, **settings: object) -> Bot:
    """A bot over the database and the files of `folder`, that has loaded its modules and waits to be let go."""
    log = folder / "bot.log"
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("KIRASEAL", "OPENAI"))
    }
    chosen = {
        "DISCORD_TOKEN": TOKEN,
        "DATABASE_URL": f"file:{folder / 'test.db'}",
        "KIRASEAL_DATA": folder / "data",
        "KIRASEAL_ENV_FILE": "",
        "KIRASEAL_WORKERS": 1,
        "KIRASEAL_WAITING_LIMIT": 20,
        **settings,
    }
    with log.open("ab") as file:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.faults.victim", discord),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=file,
            cwd=ROOT,
            env=environment | {name: str(value) for name, value in chosen.items()},
        )
    return Bot(process, log)
