"""Keeps messages true: edits each from its task's progress, ends each once, and takes open ones up again."""

import asyncio
import contextvars
import logging
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, assert_never

from bot import tracing
from bot.errors import Cancelled
from bot.pipeline import deliveries, work
from bot.pipeline.progress import ProgressBoard, Watch
from bot.pipeline.seam import (
    Address,
    Busy,
    Clock,
    Ended,
    Messenger,
    OutOfReach,
    Snapshot,
    Stage,
    Undeliverable,
    Way,
)
from models import DeliveryState

FIRST_NEWS = 0.2
"""Seconds the first edit waits for the work to begin; until then Discord shows "is thinking"."""
FIRST_DRAFT = 0.6
"""Seconds that it then waits for a first picture, which comes soon; without it the next edit would bring it."""
DRAFT_AGAIN = 3.0
"""Seconds it waits for one where another run may have shown a picture already: an edit would take that away."""
EDIT_EVERY = 1.2
"""Seconds between two edits of one message; Discord allows about five in five seconds."""
PICTURE_AFTER = 0.3
"""Seconds between an edit without a picture and the one that brings the first: the only one in a hurry."""
PLACE_EVERY = 5.0
"""Seconds between two edits that only tell a new place in the queue."""
SWEEP_EVERY = 5.0
"""Seconds between two looks for messages that nobody follows."""
STUMBLE = 5.0
"""Seconds without an edit after one that failed: who is in trouble is not helped by more of them."""
RETRY_FIRST, RETRY_MOST = 2.0, 60.0
"""Seconds before an outcome is shown again, doubling: a private message can be reached for fourteen minutes only."""
LATE = 20.0
"""Seconds in which Discord has done what we no longer waited for, or never will."""
BUSY_MOST = 900.0
"""Seconds that Discord may ask us to wait, and be believed."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Followed:
    """One message that is kept true."""

    address: Address
    watch: Watch
    job: asyncio.Task[None] | None = None
    given_up: bool = False
    """Whether Discord may still carry out a step that we no longer wait for."""

    @property
    def resting(self) -> Snapshot:
        """What it shows while the bot is being restarted: what it showed, under another heading."""
        return replace(self.watch.snapshot, stage=Stage.RESTING, place=None)


class Announcer:
    """Follows every open message until its task ended and the message says so.

    Its tasks run in the context in which `start` was called (see EmbeddedDispatcher). Messages wait until a
    messenger is attached: the work may begin before Discord is reached.
    """

    def __init__(self, board: ProgressBoard, *, clock: Clock) -> None:
        self._board, self._clock = board, clock
        self._followed: dict[str, _Followed] = {}
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
            followed = _Followed(address, self._board.watch(address.task_id))
            self._followed[address.task_id] = followed
            followed.job = self._spawn(self._follow(followed), f"message of {address.task_id}")
            followed.job.add_done_callback(lambda _: self._forget(followed))

    async def idle(self) -> None:
        """Wait until no message is followed."""
        while jobs := [followed.job for followed in self._followed.values() if followed.job]:
            await asyncio.wait(jobs)

    async def stop(self, grace: float) -> None:
        """Within `grace` seconds let messages of ended tasks be finished, and the others say that it goes on later.

        What is left stays open in its row: the next start takes it up.
        """
        for loop in self._loops:
            loop.cancel()
        followed = list(self._followed.values())
        jobs = [each.job for each in followed if each.job]
        if jobs and self._attached.is_set():
            last_words = [self._spawn(self._last_words(each), "last words") for each in followed]
            await asyncio.wait(last_words, timeout=grace)
            jobs += last_words
        for job in jobs:
            job.cancel()
        await asyncio.gather(*jobs, *self._loops, return_exceptions=True)

    async def _last_words(self, followed: _Followed) -> None:
        address, job = followed.address, followed.job
        if job is not None and not await work.ended(address.task_id):
            # First, so that no step of its progress comes after: the message would promise what nobody does.
            job.cancel()
            await asyncio.wait([job])
            await self._edit(followed, followed.resting)
            # Another process may have ended it meanwhile: these words must not stand over its sticker.
            await self._finish(address)
        elif job is not None:
            await asyncio.wait([job])

    def _spawn(self, job: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        # Called by way of the context, not with it: a loop that looks at its caller's must find ours.
        create = asyncio.get_running_loop().create_task
        return self._context.copy().run(create, job, name=name)

    async def _sweep(self) -> None:
        """Take up every open message that nobody follows, and notice tasks that ended in another process."""
        while True:
            try:
                await deliveries.forget_tokens(self._clock())
                for address in await deliveries.open_addresses():
                    self.follow(address)
                # All that are followed: what another process has ended and delivered, or whose member was forgotten
                # meanwhile, is open no more.
                for task_id in list(self._followed):
                    await self._heard_the_end(task_id)
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

    async def _follow(self, followed: _Followed) -> None:
        address, watch = followed.address, followed.watch
        tracing.turn_to(task=address.task_id)
        try:
            percent = await work.progress(address.task_id)
            if percent is not None:
                # What another run had reached: a bar that fell back would look like work that was lost.
                self._board.show(address.task_id, watch.snapshot.stage, percent)
                await self._show_progress(followed)
            await self._finish(address)
            if followed.given_up:
                await self._say_again(address)
        except Exception:  # a database that is away: the row is open still, and the next sweep takes it up
            log.exception("task %s: its message was let go", address.task_id)

    def _forget(self, followed: _Followed) -> None:
        self._board.unwatch(followed.address.task_id, followed.watch)
        self._followed.pop(followed.address.task_id, None)

    async def _show_progress(self, followed: _Followed) -> None:
        watch, loop = followed.watch, asyncio.get_running_loop()
        resumed = watch.snapshot.percent > 0
        shown: Snapshot | None = None
        free_at = float("-inf")
        with suppress(TimeoutError):  # a task that begins at once need not be announced as waiting first
            await asyncio.wait_for(_begun(watch), FIRST_NEWS)
            await asyncio.wait_for(_drafted(watch), DRAFT_AGAIN if resumed else FIRST_DRAFT)
        while not watch.ended:
            if watch.snapshot == shown:
                await watch.news()
                continue
            wait = free_at + pause(shown, watch.snapshot) - loop.time()
            if wait > 0:
                # If it ends meanwhile, nobody needs the last step.
                with suppress(TimeoutError):
                    await asyncio.wait_for(_ended_or_first_drafted(watch, shown), wait)
                continue
            coming, began = watch.snapshot, loop.time()
            trouble = await self._edit(followed, coming)
            if trouble is None:
                return await watch.end()  # nothing but the outcome may go another way
            shown, free_at = (coming, began) if not trouble else (None, loop.time() + trouble - EDIT_EVERY)
        return None

    async def _edit(self, followed: _Followed, snapshot: Snapshot) -> float | None:
        """Show a step. Gives the seconds to leave Discord alone, 0 when all is well; None when it is out of reach."""
        address = followed.address
        try:
            # Before and after: a process that stood still may be late, and would show progress over the sticker.
            if not await self._heard_the_end(address.task_id):
                await (await self._speaker()).progress(address, snapshot)
                await self._heard_the_end(address.task_id)
        except OutOfReach as exc:
            log.warning("task %s: its progress is out of reach: %s", address.task_id, exc)
            return None
        except Busy as exc:
            return max(exc.seconds, STUMBLE)
        except Exception:  # a lost frame is nothing; the next one or the end will be seen
            log.warning("task %s: a progress edit failed", address.task_id, exc_info=True)
            followed.given_up = True
            return STUMBLE
        return 0.0

    async def _heard_the_end(self, task_id: str) -> bool:
        """Whether the task has ended, maybe in another process; whoever follows it is told."""
        if not await work.ended(task_id):
            return False
        self._board.end(task_id)
        return True

    async def _finish(self, address: Address) -> None:
        """Deliver the end, again and again and by one way after the other, until it is delivered or can never be."""
        going: Address | None = address
        pause_for = RETRY_FIRST
        while going is not None and (ended := await work.ended(going.task_id)):
            try:
                stands = await (await self._speaker()).finish(going, ended)
            except (OutOfReach, Undeliverable) as exc:
                going, pause_for = await self._turn(going, ended, exc), RETRY_FIRST
            except Busy as exc:
                log.warning("task %s: Discord is busy for %.0f s", going.task_id, exc.seconds)
                await asyncio.sleep(min(max(exc.seconds, pause_for), BUSY_MOST))
            except Exception:  # whatever it was, the member must still get the sticker
                log.exception("task %s: delivery failed; again in %.0f s", going.task_id, pause_for)
                await asyncio.sleep(pause_for)
                # It may have been done and only the answer lost.
                going, pause_for = replace(going, tried=True), min(pause_for * 2, RETRY_MOST)
            else:
                return await deliveries.close(going.task_id, DeliveryState.DELIVERED, self._clock(), stands)
        return None

    async def _say_again(self, address: Address) -> None:
        """Show an outcome once more where a step that was given up may have come after it, and stand over it."""
        await asyncio.sleep(LATE)
        ended, stands = await work.ended(address.task_id), await deliveries.find(address.task_id)
        if ended is not None and stands is not None and stands.message_id == address.message_id:
            try:
                await (await self._speaker()).finish(address, ended)
            except Exception as exc:  # it was shown before, and nothing more is owed
                log.warning("task %s: its outcome was not shown once more: %s", address.task_id, exc)

    async def _turn(self, address: Address, ended: Ended, why: OutOfReach | Undeliverable) -> Address | None:
        """The next way, written down; None when there is none, and the message is abandoned."""
        way = next_way(address, ended, why)
        log.warning("task %s: by %s it is out of reach: %s", address.task_id, address.way, why)
        if way is None:
            await deliveries.close(address.task_id, DeliveryState.ABANDONED, self._clock())
            return None
        return await deliveries.turn(address, way)

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


async def _ended_or_first_drafted(watch: Watch, shown: Snapshot | None) -> None:
    """Wait until the task has ended, or the first picture has come, which is shown sooner than other steps."""
    hurries = _brings_first_picture(shown, watch.snapshot)
    while not watch.ended and _brings_first_picture(shown, watch.snapshot) is hurries:
        await watch.news()


def _brings_first_picture(shown: Snapshot | None, coming: Snapshot) -> bool:
    return shown is not None and shown.draft is None and coming.draft is not None


def pause(shown: Snapshot | None, coming: Snapshot) -> float:
    """Seconds to leave between an edit and the next: longer for a mere place in the queue, shorter for a picture."""
    if _brings_first_picture(shown, coming):
        return PICTURE_AFTER
    if shown is not None and shown.stage is coming.stage is Stage.WAITING and shown.place is not None:
        return PLACE_EVERY
    return EDIT_EVERY


def next_way(address: Address, ended: Ended, why: OutOfReach | Undeliverable) -> Way | None:
    """Where an outcome goes that cannot go by `address.way`; None for nowhere.

    Who took their task back knows: that goes nowhere else. What was private never enters a channel.
    """
    if isinstance(why, Undeliverable) or ended.error_key == Cancelled.key:
        return None
    match address.way:
        case Way.EDIT:
            return Way.CHANNEL if why.in_channel and not address.ephemeral else Way.DIRECT
        case Way.CHANNEL:
            return Way.DIRECT
        case Way.DIRECT:
            return None
        case _:
            assert_never(address.way)
