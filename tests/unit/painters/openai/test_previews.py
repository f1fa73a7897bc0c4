import asyncio

import pytest

from bot.painters.openai.previews import Previews


async def settle() -> None:
    """Let everything that can go on go on."""
    for _ in range(5):
        await asyncio.sleep(0)


async def test_of_several_that_wait_only_the_newest_is_shown() -> None:
    shown, may_show = [], asyncio.Event()

    async def show(picture: bytes) -> None:
        shown.append(picture)
        await may_show.wait()

    async with Previews(show) as previews:
        previews.offer(b"1")
        await settle()
        previews.offer(b"2")
        previews.offer(b"3")
        may_show.set()
        await settle()
        previews.offer(b"4")
        await settle()
    assert shown == [b"1", b"3", b"4"]


async def test_nothing_is_shown_after_the_end() -> None:
    shown, may_show = [], asyncio.Event()

    async def show(picture: bytes) -> None:
        await may_show.wait()
        shown.append(picture)

    async with Previews(show) as previews:
        previews.offer(b"1")
        await settle()
        previews.offer(b"2")
        may_show.set()
    assert shown == [b"1"]


async def test_a_failure_is_the_last_picture_and_stays_inside() -> None:
    tried = []

    async def show(picture: bytes) -> None:
        tried.append(picture)
        raise RuntimeError

    async with Previews(show) as previews:
        previews.offer(b"1")
        await settle()
        previews.offer(b"2")
        await settle()
    assert tried == [b"1"]


async def test_what_failed_outside_waits_for_the_picture_being_shown() -> None:
    shown, may_show = [], asyncio.Event()

    async def show(picture: bytes) -> None:
        await may_show.wait()
        shown.append(picture)

    async def draw() -> None:
        async with Previews(show) as previews:
            previews.offer(b"1")
            await settle()
            may_show.set()
            raise LookupError

    with pytest.raises(LookupError):
        await draw()
    assert shown == [b"1"]
