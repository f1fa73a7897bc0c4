"""Wraps the bot's own seams, so that points of a task's life can be reached. Everything else is the real thing."""

import os
from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import numpy as np

import bot.running
from bot import services
from bot.client import StickerBot
from bot.courier import Courier
from bot.drawing.pictures import encode_art
from bot.painters.painter import Art, Painter, Show
from bot.pipeline import announcer, deliveries, embedded, pool, work
from bot.rendering import jobs
from bot.services import Services, open_services
from bot.stickers.design import Design
from bot.storage import folder
from bot.studio import Studio
from bot.workshop import Workshop
from cogs import ways
from tests.faults.arms import Arms, say
from tests.faults.points import Point

LEASE = timedelta(seconds=3)
"""Short, so that what died is soon taken up; a busy machine must still renew it in time."""
LONGEST_CALL, LONGEST_EDIT = 30.0, 5.0
"""Seconds that a drawing process gets, which on a busy machine has to start in them, and that Discord gets."""


class RedPainter:
    """Paints red: what these tests are about is not how it looks."""

    def __init__(self, name: str, arms: Arms) -> None:
        self.name, self._arms = name, arms

    async def paint(self, design: Design, picture: bytes | None = None, show: Show | None = None) -> Art:
        await self._arms.passing(Point.PAINTING)
        red = np.zeros((64, 64, 4), np.uint8)
        red[8:56, 8:56] = (255, sum(design.name.encode()) % 256, 0, 255)
        return Art(data=encode_art(red))


def hasten() -> None:
    """The bot's own pauses, but shorter."""
    services.WORK_GRACE = 1.5
    embedded.LEASE, embedded.BEAT, embedded.POLL = LEASE, 0.2, 0.2
    announcer.SWEEP_EVERY, announcer.RETRY_FIRST, announcer.RETRY_MOST = 0.5, 0.5, 2.0
    announcer.LATE = 4.0
    announcer.STUMBLE, ways.PROGRESS_SECONDS, ways.OUTCOME_SECONDS = 1.0, 2.0, LONGEST_EDIT
    for function, name, seconds in (
        (pool.ProcessPool.__init__, "longest", LONGEST_CALL),
        (ways.Ways.edit, "seconds", LONGEST_EDIT),
    ):
        assert function.__kwdefaults__[name]
        function.__kwdefaults__[name] = seconds


def fetch_from(root: str) -> None:
    """Discord's own servers are the stand-in's."""
    assert Courier.__init__.__kwdefaults__["origins"]
    Courier.__init__.__kwdefaults__["origins"] = frozenset({root})


def wrap(arms: Arms) -> None:
    """Put a point before or after each step of a task's life."""
    painters: dict[str, Painter] = {name: RedPainter(name, arms) for name in ("procedural", "portrait")}
    bot.running.open_services = _with(open_services, clock=arms.clock, painters=painters)
    StickerBot.setup_hook = _before(StickerBot.setup_hook, arms, Point.STARTING)
    StickerBot.before_identify_hook = _at_once
    StickerBot.on_ready = _ready
    Studio.order = _before(Studio.order, arms, Point.ACKNOWLEDGED)
    work.accept = _after(work.accept, arms, Point.WRITTEN)
    work.claim = _claiming(work.claim, arms)
    pool.ProcessPool.__call__ = _composing(pool.ProcessPool.__call__, arms)
    folder.Folder.write = _storing(folder.Folder.write, arms)
    folder.Folder.read = _before(folder.Folder.read, arms, Point.READING)
    folder.os = _files(arms)
    work.settle = _after(_before(work.settle, arms, Point.JUDGING), arms, Point.JUDGED)
    Workshop.record = _after(Workshop.record, arms, Point.RECORDING)
    announcer.Announcer.attach = _attaching(announcer.Announcer.attach, arms)
    deliveries.close = _after(_before(deliveries.close, arms, Point.DELIVERED), arms, Point.CLOSED)
    Services.drain = _before(Services.drain, arms, Point.DRAINING)


async def _at_once(*_: object, **__: object) -> None:
    """Discord wants five seconds between two sessions; the stand-in does not."""


async def _ready(*_: object) -> None:
    say("ready", "")


def _with(function: Callable[..., Any], **given: Any) -> Any:
    return lambda *args, **kwargs: function(*args, **(given | kwargs))


def _before(function: Callable[..., Any], arms: Arms, point: Point) -> Any:
    async def wrapped(*args: Any, **kwargs: Any) -> Any:
        await arms.passing(point)
        return await function(*args, **kwargs)

    return wrapped


def _after(function: Callable[..., Any], arms: Arms, point: Point) -> Any:
    async def wrapped(*args: Any, **kwargs: Any) -> Any:
        result = await function(*args, **kwargs)
        await arms.passing(point)
        return result

    return wrapped


def _attaching(function: Callable[..., Any], arms: Arms) -> Any:
    def wrapped(self: announcer.Announcer, messenger: Any) -> None:
        messenger.finish = _before(messenger.finish, arms, Point.DELIVERING)
        function(self, messenger)

    return wrapped


def _claiming(function: Callable[..., Any], arms: Arms) -> Any:
    async def wrapped(*args: Any, **kwargs: Any) -> Any:
        if await work.any_open():
            await arms.passing(Point.WAITING)
        if claim := await function(*args, **kwargs):
            await arms.passing(Point.CLAIMED)
        return claim

    return wrapped


def _composing(function: Callable[..., Any], arms: Arms) -> Any:
    async def wrapped(self: pool.ProcessPool, job: Any, *args: Any, **kwargs: Any) -> Any:
        if job is jobs.render_sticker:
            await arms.passing(Point.COMPOSING, tuple(self.pids))
        return await function(self, job, *args, **kwargs)

    return wrapped


def _storing(function: Callable[..., Any], arms: Arms) -> Any:
    async def wrapped(self: folder.Folder, name: str, data: bytes) -> None:
        if name.startswith("art/"):
            await arms.passing(Point.STORING_ART)
        if name.startswith("images/"):
            await arms.passing(Point.STORING_STILL)
        await function(self, name, data)

    return wrapped


def _files(arms: Arms) -> Any:
    """What bot/storage/folder.py has of the module os, with a disk that can be full at half a file."""

    class Halved:
        def __init__(self, file: Any) -> None:
            self._file = file

        def __enter__(self) -> "Halved":
            self._file.__enter__()
            return self

        def __exit__(self, *exc: object) -> None:
            self._file.__exit__(*exc)

        def __getattr__(self, name: str) -> Any:
            return getattr(self._file, name)

        def write(self, data: bytes) -> None:
            half = len(data) // 2
            self._file.write(data[:half])
            self._file.flush()
            arms.reach(Point.HALF_A_FILE)
            self._file.write(data[half:])

    def fsync(handle: int) -> None:
        os.fsync(handle)
        arms.reach(Point.WHOLE_FILE)

    return SimpleNamespace(**(vars(os) | {"fdopen": lambda *args: Halved(os.fdopen(*args)), "fsync": fsync}))
