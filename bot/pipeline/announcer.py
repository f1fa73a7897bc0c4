"""Keeps messages true: edits each from its task's progress, ends each once, and takes open ones up again."""

import asyncio
import contextvars
import logging
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from bot.pipeline import deliveries, work
from bot.pipeline.progress import ProgressBoard, Watch
from bot.pipeline.seam import Address, Clock, Messenger, Snapshot, Stage, Undeliverable
from models import DeliveryState

FIRST_NEWS = 0.2
"""Seconds the first edit waits for the work to begin; until then Discord shows "is thinking"."""
FIRST_DRAFT = 0.6
"""Seconds that it then waits for a first picture, which comes soon; without it the next edit would bring it."""
EDIT_EVERY = 1.2
"""Seconds between two edits of one message; Discord allows about five in five seconds."""
PLACE_EVERY = 5.0
"""Seconds between two edits that only tell a new place in the queue."""
SWEEP_EVERY = 5.0
"""Seconds between two looks for messages that nobody follows."""
RETRY_FIRST, RETRY_MOST = 2.0, 300.0

log = logging.getLogger(__name__)


class Announcer:
    """Follows every open message until its task ended and the message says so.

    Its tasks run in the context in which `start` was called (see EmbeddedDispatcher). Messages wait until a
    messenger is attached: the work may begin before Discord is reached.
    """

    def __init__(self, board: ProgressBoard, *, clock: Clock) -> None:
        self._board, self._clock = board, clock
        self._followed: dict[str, asyncio.Task[None]] = {}
        self._loops: list[asyncio.Task[None]] = []
        self._messenger: Messenger | None = None
        self._attached = asyncio.Event()
        self._context = contextvars.copy_context()

    async def start(self) -> None:
        """Begin to sweep, and to tell places in the queue."""
        self._context = contextvars.copy_context()
        self._loops = [self._spawn(self._sweep(), "sweep"), self._spawn(self._line_up(), "line up")]

    def attach(self, messenger: Messenger) -> None:
        """Hand over who speaks to people; the last one attached counts."""
        self._messenger = messenger
        self._attached.set()

    def detach(self, messenger: Messenger) -> None:
        """`messenger` is going away: hold every message until the next `attach`. Does nothing if another took over."""
        if self._messenger is messenger:
            self._messenger = None
            self._attached.clear()

    def follow(self, address: Address) -> None:
        """Keep this message true from now on. Following it twice does nothing."""
        if address.task_id not in self._followed:
            job = self._spawn(self._follow(address), f"message of {address.task_id}")
            self._followed[address.task_id] = job
            job.add_done_callback(lambda _: self._followed.pop(address.task_id, None))

    async def idle(self) -> None:
        """Wait until no message is followed."""
        while self._followed:
            await asyncio.wait(list(self._followed.values()))

    async def stop(self, grace: float) -> None:
        """Let messages of ended tasks be finished within `grace` seconds; the rest stay open in their rows."""
        ending = [job for task_id, job in self._followed.items() if await work.ended(task_id)]
        if ending and self._attached.is_set():
            await asyncio.wait(ending, timeout=grace)
        jobs = [*self._followed.values(), *self._loops]
        for job in jobs:
            job.cancel()
        await asyncio.gather(*jobs, return_exceptions=True)

    def _spawn(self, job: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        # Called by way of the context, not with it: a loop that looks at its caller's must find ours.
        create = asyncio.get_running_loop().create_task
        return self._context.copy().run(create, job, name=name)

    async def _sweep(self) -> None:
        """Take up every open message that nobody follows, and notice tasks that ended in another process."""
        while True:
            try:
                for address in await deliveries.open_addresses():
                    self.follow(address)
                    if await work.ended(address.task_id):
                        self._board.end(address.task_id)
            except Exception:  # a locked database costs one sweep
                log.exception("a sweep for open messages failed")
            await asyncio.sleep(SWEEP_EVERY)

    async def _line_up(self) -> None:
        while True:
            await self._board.queue_moved.wait()
            self._board.queue_moved.clear()
            try:
                self._board.line_up(await work.waiting())
            except Exception:  # the places are a courtesy
                log.exception("the places in the queue could not be read")
            await asyncio.sleep(1.0)

    async def _follow(self, address: Address) -> None:
        watch = self._board.watch(address.task_id)
        try:
            if not await work.ended(address.task_id):
                await self._show_progress(address, watch)
            await self._finish(address)
        finally:
            self._board.unwatch(address.task_id, watch)

    async def _show_progress(self, address: Address, watch: Watch) -> None:
        loop = asyncio.get_running_loop()
        shown: Snapshot | None = None
        edited_at = float("-inf")
        with suppress(TimeoutError):  # a task that begins at once need not be announced as waiting first
            await asyncio.wait_for(_begun(watch), FIRST_NEWS)
            await asyncio.wait_for(_drafted(watch), FIRST_DRAFT)
        while not watch.ended:
            if watch.snapshot == shown:
                await watch.news()
                continue
            wait = edited_at + pause(shown, watch.snapshot) - loop.time()
            if wait > 0:
                with suppress(TimeoutError):
                    await asyncio.wait_for(watch.end(), wait)
                    return  # it ended meanwhile: nobody needs the last step
            shown, edited_at = watch.snapshot, loop.time()
            await self._edit(address, shown)

    async def _edit(self, address: Address, snapshot: Snapshot) -> None:
        try:
            await (await self._speaker()).progress(address, snapshot)
        except Exception:  # a lost frame is nothing; the next one or the end will be seen
            log.warning("task %s: a progress edit failed", address.task_id, exc_info=True)

    async def _finish(self, address: Address) -> None:
        """Deliver the end, again and again until it is delivered or can never be."""
        pause_for = RETRY_FIRST
        while ended := await work.ended(address.task_id):
            try:
                await (await self._speaker()).finish(address, ended)
            except Undeliverable as exc:
                log.warning("task %s: its message is out of reach", address.task_id, exc_info=exc)
                return await deliveries.close(address.task_id, DeliveryState.ABANDONED, self._clock())
            except Exception:  # whatever it was, the member must still get the sticker
                log.exception("task %s: delivery failed; again in %.0f s", address.task_id, pause_for)
                await asyncio.sleep(pause_for)
                pause_for = min(pause_for * 2, RETRY_MOST)
            else:
                return await deliveries.close(address.task_id, DeliveryState.DELIVERED, self._clock())
        return None

    async def _speaker(self) -> Messenger:
        while self._messenger is None:
            await self._attached.wait()
        return self._messenger


async def _begun(watch: Watch) -> None:
    while watch.snapshot.stage is Stage.WAITING and not watch.ended:
        await watch.news()


async def _drafted(watch: Watch) -> None:
    while watch.snapshot.draft is None and not watch.ended:
        await watch.news()


def pause(shown: Snapshot | None, coming: Snapshot) -> float:
    """Seconds to leave between an edit and the next: longer when only the place in the queue changes."""
    if shown is not None and shown.stage is coming.stage is Stage.WAITING and shown.place is not None:
        return PLACE_EVERY
    return EDIT_EVERY
