import asyncio

import pytest

from bot import callers
from bot.callers import Callers


@pytest.fixture
def told(waiting: Callers) -> list[object]:
    found: list[object] = []

    async def excuse(caller: object) -> None:
        found.append(caller)

    waiting.excuse = excuse
    return found


@pytest.fixture
def waiting() -> Callers:
    return Callers()


async def _answer(waiting: Callers, caller: str, until: asyncio.Event, done: list[str]) -> None:
    waiting.attend(caller)
    waiting.attend(caller)
    await until.wait()
    done.append(caller)


async def test_what_is_being_answered_is_finished_and_nobody_is_told(
    waiting: Callers, told: list[object]
) -> None:
    until, done = asyncio.Event(), list[str]()
    job = asyncio.create_task(_answer(waiting, "Mei", until, done))
    await asyncio.sleep(0)
    leaving = asyncio.create_task(waiting.see_off(grace=60))
    await asyncio.sleep(0)
    until.set()
    await leaving
    assert (done, told, job.cancelled()) == (["Mei"], [], False)


async def test_who_waits_too_long_is_told_once_and_gets_nothing_afterwards(
    waiting: Callers, told: list[object]
) -> None:
    until, done = asyncio.Event(), list[str]()
    job = asyncio.create_task(_answer(waiting, "Mei", until, done))
    await asyncio.sleep(0)
    await waiting.see_off(grace=0)
    until.set()
    assert (done, told, job.cancelled()) == ([], ["Mei"], True)


async def test_who_was_answered_before_is_not_remembered(waiting: Callers, told: list[object]) -> None:
    until, done = asyncio.Event(), list[str]()
    until.set()
    await asyncio.create_task(_answer(waiting, "Mei", until, done))
    await waiting.see_off(grace=0)
    assert (done, told) == (["Mei"], [])


async def test_an_excuse_that_cannot_be_brought_home_keeps_nobody(
    waiting: Callers, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def excuse(caller: object) -> None:
        await asyncio.Event().wait()

    waiting.excuse = excuse
    monkeypatch.setattr(callers, "EXCUSE_GRACE", 0.01)
    job = asyncio.create_task(_answer(waiting, "Mei", asyncio.Event(), []))
    await asyncio.sleep(0)
    await waiting.see_off(grace=0)
    assert job.cancelled()
