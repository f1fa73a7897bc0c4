"""The dispatcher inside the bot's own process: a few asyncio slots that claim tasks and see each to its verdict."""

import asyncio
import contextvars
import itertools
import logging
from collections.abc import Coroutine
from contextlib import suppress
from datetime import timedelta
from enum import Enum, auto
from typing import Any

from bot import tracing
from bot.errors import Cancelled, KirasealError, TryLater, UnfinishedTask
from bot.pipeline import work
from bot.pipeline.progress import ProgressBoard
from bot.pipeline.seam import ATTEMPTS, Claim, Clock, Ending, Failed, Labour, Stage

LEASE = timedelta(seconds=10)
BEAT = 0.5
"""Seconds between two looks whether to stop: how soon a cancel from another process is noticed."""
BEATS_A_LEASE = 4
"""Every so many looks the lease is renewed, which writes: well within its length."""
POLL = 2.0
"""Seconds after which an idle slot looks for leases that ran out and retries that are due."""

VERDICT_PAUSES = (0.2, 1.0, 3.0)
"""Seconds before each further try to write a verdict; each try waits for a locked database by itself."""
LONGEST_PAUSE = 120.0
"""Seconds that a failed attempt is put off at most, whatever a service asks for."""

log = logging.getLogger(__name__)


class Fenced(Exception):
    """Another attempt owns the task: stop, and write nothing."""


class _Stop(Enum):
    CANCELLED = auto()
    FENCED = auto()
    HANDED_BACK = auto()


class _Attempt:
    """One running attempt, and why it was told to stop, if it was."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.reason: _Stop | None = None
        self.job: asyncio.Task[Ending] | None = None

    def stop(self, reason: _Stop) -> None:
        if self.reason is None and self.job is not None:
            self.reason = reason
            self.job.cancel()


class EmbeddedDispatcher:
    """Runs `labour` for every task, at most `slots` at once. Implements seam.Dispatcher.

    `name` tells workers apart in the rows. Its tasks run in the context in which `start` was called, never in that
    of the command that woke it: a command's context ends with the command.
    """

    def __init__(self, labour: Labour, board: ProgressBoard, *, slots: int, clock: Clock, name: str) -> None:
        self._labour, self._board, self._clock = labour, board, clock
        self._slots, self._name = slots, name
        self._attempts: dict[str, _Attempt] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._verdicts: set[asyncio.Task[bool]] = set()
        self._stopping = False
        self._woken = asyncio.Event()
        self._news = asyncio.Event()
        self._context = contextvars.copy_context()

    async def start(self) -> None:
        """Open the slots."""
        self._context = contextvars.copy_context()
        self._tasks = [self._spawn(self._slot(), f"slot {n}") for n in range(self._slots)]

    def wake(self) -> None:
        """A task was written: let a slot look."""
        self._woken.set()
        self._board.queue_moved.set()

    async def cancel(self, task_id: str) -> bool:
        """Stop a task wherever it stands. False when it has ended already."""
        if not await work.request_cancel(task_id, self._clock()):
            return False
        if attempt := self._attempts.get(task_id):
            attempt.stop(_Stop.CANCELLED)
        elif claim := await work.claim(self._name, self._clock(), LEASE, task_id):
            await self._verdict(claim, Failed(error=Cancelled()))
        return True

    async def idle(self) -> None:
        """Wait until no task waits or works."""
        while True:
            self._news.clear()
            if not await work.any_open():
                return
            await self._news.wait()

    async def stop(self, grace: float) -> None:
        """Take nothing new; after `grace` seconds hand back what still runs, and wait for every verdict."""
        self._stopping = True
        self._woken.set()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=grace)
            for attempt in list(self._attempts.values()):
                attempt.stop(_Stop.HANDED_BACK)
            if late:
                await asyncio.wait(late)
        await asyncio.gather(*self._verdicts, return_exceptions=True)

    def _spawn(self, job: Coroutine[Any, Any, Any], name: str) -> asyncio.Task[Any]:
        # Called by way of the context, not with it: a loop that looks at its caller's must find ours.
        create = asyncio.get_running_loop().create_task
        return tracing.carried(self._context.copy()).run(create, job, name=name)

    async def _slot(self) -> None:
        while not self._stopping:
            self._woken.clear()
            tracing.turn_to()
            try:
                claim = await work.claim(self._name, self._clock(), LEASE)
                if claim is not None:
                    tracing.turn_to(task=claim.task_id)
                    await self._see_through(claim)
                    continue
            except Exception:  # one task's failure spares its neighbours; the lease brings this one back
                log.exception("a slot stumbled and goes on")
            with suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), POLL)

    async def _see_through(self, claim: Claim) -> None:
        """Bring one claimed task to its verdict, or put it back."""
        self._board.queue_moved.set()
        attempt = _Attempt(claim)
        attempt.job = self._spawn(self._ending_of(claim), f"task {claim.task_id}")
        self._attempts[claim.task_id] = attempt
        if self._stopping:
            # `stop` has gone by: this was claimed in the last moment, and may be what another slot just handed back.
            attempt.stop(_Stop.HANDED_BACK)
        beat = self._spawn(self._beat(attempt), f"heart of {claim.task_id}")
        try:
            ending = await attempt.job
        except asyncio.CancelledError:
            await self._stopped(attempt)
        except Fenced:
            log.warning("task %s: attempt %d was overtaken", claim.task_id, claim.attempt)
        except Exception as exc:
            await self._stumbled(claim, exc)
        else:
            await self._verdict(claim, ending)
        finally:
            beat.cancel()
            self._attempts.pop(claim.task_id, None)

    async def _ending_of(self, claim: Claim) -> Ending:
        if claim.failures >= ATTEMPTS:
            return Failed(error=UnfinishedTask(attempts=ATTEMPTS))

        async def report(stage: Stage, percent: int, draft: bytes | None = None) -> None:
            try:
                await self._renew(claim)
                await work.advance(claim.task_id, percent, self._clock())
            except (Fenced, Cancelled):
                raise
            except (
                Exception
            ):  # a database that is away costs a line of the progress; the work may be paid already
                log.warning("task %s: its progress was not written", claim.task_id, exc_info=True)
            self._board.show(claim.task_id, stage, percent, draft)

        try:
            return await self._labour.perform(claim, report)
        except KirasealError as exc:
            if not exc.is_final:
                raise
            return Failed(error=exc)

    async def _renew(self, claim: Claim) -> None:
        _heed(await work.renew(claim, self._clock() + LEASE))

    async def _beat(self, attempt: _Attempt) -> None:
        for number in itertools.count(1):
            await asyncio.sleep(BEAT)
            try:
                if number % BEATS_A_LEASE:
                    _heed(await work.look(attempt.claim))
                else:
                    await self._renew(attempt.claim)
            except Fenced:
                attempt.stop(_Stop.FENCED)
            except Cancelled:
                attempt.stop(_Stop.CANCELLED)
            except Exception:  # a locked database costs a beat; the lease lasts for several
                log.warning("task %s: a lease was not renewed", attempt.claim.task_id, exc_info=True)

    async def _stopped(self, attempt: _Attempt) -> None:
        match attempt.reason:
            case _Stop.CANCELLED:
                await self._verdict(attempt.claim, Failed(error=Cancelled()))
            case _Stop.FENCED:
                log.warning("task %s: attempt %d was overtaken", attempt.claim.task_id, attempt.claim.attempt)
            case _Stop.HANDED_BACK:
                await work.put_back(attempt.claim, not_before=None, failed=False, now=self._clock())
                log.info("task %s: handed back", attempt.claim.task_id)
            case None:
                raise asyncio.CancelledError

    async def _stumbled(self, claim: Claim, exc: Exception) -> None:
        """An attempt failed in a way that trying again may mend."""
        log.error("task %s: attempt %d failed", claim.task_id, claim.attempt, exc_info=exc)
        if not claim.is_last:
            later = self._clock() + timedelta(seconds=_pause(exc, claim.failures))
            await work.put_back(claim, not_before=later, failed=True, now=self._clock())
            self._board.show(claim.task_id, Stage.WAITING, 0)
            return
        error = exc if isinstance(exc, KirasealError) else UnfinishedTask(attempts=ATTEMPTS)
        await self._verdict(claim, Failed(error=error))

    async def _verdict(self, claim: Claim, ending: Ending) -> None:
        """Write the verdict, shielded: a slot that is torn down must not leave a task "processing"."""
        verdict: asyncio.Task[bool] = self._spawn(self._settled(claim, ending), f"verdict on {claim.task_id}")
        self._verdicts.add(verdict)
        verdict.add_done_callback(self._verdicts.discard)
        if await asyncio.shield(verdict):
            self._board.end(claim.task_id)
        self._news.set()

    async def _settled(self, claim: Claim, ending: Ending) -> bool:
        """Settle, in spite of a database that is away for a moment: the work is done, and paid."""
        for pause in VERDICT_PAUSES:
            try:
                return await work.settle(claim, ending, self._labour.record, self._clock())
            except Exception:  # whatever a driver says; the last try is not caught
                log.warning("task %s: the verdict could not be written yet", claim.task_id, exc_info=True)
            await asyncio.sleep(pause)
        return await work.settle(claim, ending, self._labour.record, self._clock())


def _heed(renewal: work.Renewal) -> None:
    """Raise what a worker has to stop for."""
    if not renewal.held:
        raise Fenced
    if renewal.cancelled:
        raise Cancelled


def _pause(exc: Exception, failures: int) -> float:
    """Seconds until the next attempt: doubling, or as long as a service has asked for."""
    asked = exc.retry_after if isinstance(exc, TryLater) else None
    return min(max(2.0**failures, asked or 0.0), LONGEST_PAUSE)
