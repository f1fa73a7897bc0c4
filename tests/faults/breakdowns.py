"""The machine misbehaves: disks, the database, the processes that draw, the clock, the event loop."""

import asyncio
import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.faults.fault import Arrange, Fault, Kind
from tests.faults.outcomes import Outcome
from tests.faults.points import Act, Point
from tests.faults.process import Bot
from tests.faults.scene import Scene

STICKER = frozenset({Outcome.STICKER})
TOLD = frozenset({Outcome.SENTENCE})
HOUR = 3600


def faults() -> tuple[Fault, ...]:
    """Every way in which the machine may break."""
    return (
        _fault("disk full for a moment", _armed(Point.HALF_A_FILE, Act.DISK_FULL)),
        _fault("disk full as the still is stored", _armed(Point.STORING_STILL, Act.RAISE)),
        _fault("disk full for good", _armed(Point.HALF_A_FILE, Act.DISK_FULL, times=99), ends=TOLD),
        _fault("disk breaks before a file is kept", _armed(Point.WHOLE_FILE, Act.DISK_BROKEN)),
        _fault("a kept file cannot be read for a moment", _armed(Point.READING, Act.RAISE)),
        _fault("database locked for two seconds", _locked(2.0)),
        _fault("database locked for longer than anybody waits", _locked(7.0)),
        _fault("database read-only for a moment", _read_only),
        _fault("the verdict fails once", _armed(Point.RECORDING, Act.RAISE)),
        _fault("the verdict fails after it was written", _armed(Point.JUDGED, Act.RAISE)),
        _fault("the delivery's row cannot be closed", _armed(Point.DELIVERED, Act.RAISE)),
        _fault("a drawing process killed", _armed(Point.COMPOSING, Act.KILL_WORKER)),
        _fault("every drawing process killed", _armed(Point.COMPOSING, Act.KILL_WORKER, times=99), ends=TOLD),
        _fault("a drawing process stands still", _armed(Point.COMPOSING, Act.FREEZE_WORKER)),
        _fault("the fork server killed", _fork_server_killed),
        _fault("painting fails in a way nobody foresaw", _armed(Point.PAINTING, Act.RAISE)),
        _fault("painting fails three times", _armed(Point.PAINTING, Act.RAISE, times=3), ends=TOLD),
        _fault("the event loop stands still past its lease", _armed(Point.PAINTING, Act.STALL)),
        _fault("the process stands still past its lease", _stands_still),
        _fault("clock an hour ahead", _clock(HOUR)),
        _fault("clock an hour back", _clock(-HOUR)),
    )


def _fault(name: str, arrange: Arrange, ends: frozenset[Outcome] = STICKER) -> Fault:
    # What fails for good would fail for everybody.
    return Fault(name=name, kind=Kind.MACHINE, arrange=arrange, ends=ends, for_soak=ends is STICKER)


def _armed(point: Point, act: Act, times: int = 1) -> Arrange:
    async def arrange(scene: Scene) -> None:
        await scene.arm(point, act, times=times)

    return arrange


def _locked(seconds: float) -> Arrange:
    """Another program holds the database as the verdict is about to be written."""

    async def arrange(scene: Scene) -> None:
        await scene.arm(Point.JUDGING, Act.HOLD)

        async def hold(bot: Bot) -> None:
            with closing(_hold(scene.folder / "test.db")):
                await bot.tell("release")
                await asyncio.sleep(seconds)

        scene.when_reached(Point.JUDGING, hold)

    return arrange


def _hold(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=10)
    connection.execute("BEGIN IMMEDIATE")
    return connection


async def _read_only(scene: Scene) -> None:
    await scene.arm(Point.PAINTING, Act.HOLD)

    async def a_moment(bot: Bot) -> None:
        await bot.tell("read-only", 1)
        await bot.tell("release")
        await asyncio.sleep(1.0)
        await bot.tell("read-only", 0)

    scene.when_reached(Point.PAINTING, a_moment)


async def _fork_server_killed(scene: Scene) -> None:
    for pid in _fork_servers(scene.running.pid):
        os.kill(pid, signal.SIGKILL)


async def _stands_still(scene: Scene) -> None:
    await scene.arm(Point.PAINTING, Act.FREEZE)
    scene.when_reached(
        Point.PAINTING,
        lambda bot: asyncio.get_running_loop().call_later(4.0, bot.send, signal.SIGCONT),
    )


def _clock(seconds: int) -> Arrange:
    async def arrange(scene: Scene) -> None:
        await scene.arm(Point.PAINTING, Act.HOLD)

        async def jump(bot: Bot) -> None:
            await bot.tell("clock", seconds)
            await bot.tell("release")

        scene.when_reached(Point.PAINTING, jump)

    return arrange


def _fork_servers(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in children if "forkserver" in Path(f"/proc/{child}/cmdline").read_text()]
