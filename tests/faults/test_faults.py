"""Every fault once: what was ordered arrives once, or its member is told why not, whatever breaks."""

import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
import pytest_asyncio

from tests.faults.catalogue import FAULTS
from tests.faults.fault import Fault, Kind, Result, attempt
from tests.faults.scene import Scene, open_scene

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.faults]
TRIED = [fault for fault in FAULTS if not fault.is_long]
LONG_AGO = 7200
"""Seconds: files this old belong to no work that is still under way."""


class Trials:
    """Two scenes side by side, for most of the time is spent waiting: in one bots are killed, in the other not."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        loop = asyncio.get_running_loop()
        self.results: dict[str, asyncio.Future[Result]] = {
            fault.name: loop.create_future() for fault in faults
        }
        kills = [fault for fault in faults if fault.kind is Kind.KILLED]
        rest = [fault for fault in faults if fault.kind is not Kind.KILLED]
        self._jobs = [asyncio.create_task(self._try_all(some)) for some in (kills, rest) if some]
        self.orphans = asyncio.gather(*self._jobs)

    async def close(self) -> None:
        for job in self._jobs:
            job.cancel()
        await asyncio.gather(*self._jobs, return_exceptions=True)

    async def _try_all(self, faults: Sequence[Fault]) -> list[str]:
        """Try them one after the other, then clear away; the files that still belong to nobody."""
        async with open_scene() as scene:
            for fault in faults:
                try:
                    result = await attempt(scene, fault)
                except Exception as exc:
                    self.results[fault.name].set_exception(exc)
                    raise
                self.results[fault.name].set_result(result)
            return await _left_behind(scene)


async def _left_behind(scene: Scene) -> list[str]:
    """What is wrong once the host has cleared away: files without a row, rows without an end."""
    await scene.down()
    for file in (scene.folder / "data").rglob("*"):
        os.utime(file, (time.time() - LONG_AGO,) * 2)
    settings = {
        "DATABASE_URL": f"file:{scene.folder / 'test.db'}",
        "KIRASEAL_DATA": str(scene.folder / "data"),
    }
    cleanup = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "db", "cleanup"),
        stdout=asyncio.subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
        env=os.environ | settings,
    )
    assert await cleanup.wait() == 0
    rows = [f"{count} {name}" for name, count in scene.audit.open_rows().items() if count]
    return [*rows, *scene.audit.orphans(), *scene.audit.missing()]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def trials(request: pytest.FixtureRequest) -> AsyncIterator[Trials]:
    """All that was asked for, begun at once."""
    chosen = {item.callspec.params["fault"].name for item in request.session.items if _is_ours(item)}
    trials = Trials([fault for fault in TRIED if fault.name in chosen])
    yield trials
    await trials.close()


def _is_ours(item: pytest.Item) -> bool:
    return item.path == Path(__file__) and hasattr(item, "callspec")


@pytest.mark.parametrize("fault", [pytest.param(fault, id=fault.name) for fault in TRIED])
async def test_nothing_is_lost_and_nothing_comes_twice(trials: Trials, fault: Fault) -> None:
    result = await trials.results[fault.name]
    assert result.well, str(result)


async def test_after_a_clean_up_every_file_belongs_to_a_sticker_and_every_row_has_ended(
    trials: Trials,
) -> None:
    left = [each for some in await trials.orphans for each in some]
    assert not left, f"{len(left)} left behind: {left[:9]}"


async def test_there_are_more_than_forty_kinds_of_faults_and_no_two_are_called_alike() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) > 40
