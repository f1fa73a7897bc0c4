"""The seams of the pipeline: what it asks of the work, of the messenger, and what a dispatcher offers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from tortoise.backends.base.client import BaseDBAsyncClient

from bot.errors import KirasealError
from models import DeliveryWay

ATTEMPTS = 3
"""A task that failed or died this often is given up."""
Clock = Callable[[], datetime]
"""Tells the time, aware and in UTC. One is injected everywhere, so that tests can set it."""
Way = DeliveryWay
"""How an outcome reaches its member, from the first choice to the last."""


class Stage(StrEnum):
    """Where a task stands; the catalogue has the words."""

    WAITING = "waiting"
    PAINTING = "painting"
    COMPOSING = "composing"
    STORING = "storing"
    RESTING = "resting"
    """The bot is being restarted; the task goes on after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What a progress message shows. `percent` 0-100, `place` 1 = next in line, `draft` a small WebP."""

    stage: Stage = Stage.WAITING
    percent: int = 0
    place: int | None = None
    draft: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed:
    """The task ended well. `result` is the JSON kept in Task.result, `product` what `Labour.record` writes."""

    result: str
    product: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """The task ended without a sticker; a Cancelled error is neither success nor failure in statistics."""

    error: KirasealError


Ending = Completed | Failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One attempt at one task. `attempt` fences: a worker whose attempt is not the row's may write nothing.

    `failures` counts the attempts before this one that died or failed; a clean hand-back is none.
    """

    task_id: str
    user_id: str
    data: str
    attempt: int
    failures: int
    claimed_at: datetime

    @property
    def is_last(self) -> bool:
        """Whether there will be no other attempt if this one fails."""
        return self.failures + 1 >= ATTEMPTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a task's message stands. `token` edits it until `token_expires_at`; afterwards the bot does, as itself.

    `way` says whether that message shows the outcome, or another. `tried` warns that an earlier attempt may have
    shown it without our hearing so: look before anything new is posted.
    """

    task_id: str
    application_id: int
    token: str | None
    token_expires_at: datetime | None
    server_id: int | None
    channel_id: int
    message_id: int
    ephemeral: bool
    locale: str
    way: Way = Way.EDIT
    tried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a task ended, as its row tells it: `result` for completed, otherwise the error's key and values."""

    task_id: str
    user_id: str
    result: str | None
    error_key: str | None
    error_values: dict[str, str | int]


class OutOfReach(Exception):
    """This way is closed for good. `in_channel` says whether a new message in the same channel would be welcome."""

    def __init__(self, reason: str, *, in_channel: bool = False) -> None:
        super().__init__(reason)
        self.in_channel = in_channel


class Undeliverable(Exception):
    """No way is left: nothing is tried any more, the sticker stands in /history."""


class Busy(Exception):
    """Nothing was done; it may be asked for again in `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"busy for {seconds:.1f} s")
        self.seconds = seconds


class Report(Protocol):
    """Tell how far the work is. Raises Cancelled or Fenced when it should stop."""

    async def __call__(self, stage: Stage, percent: int, draft: bytes | None = None) -> None:
        """Show `stage` at `percent`; a draft replaces the picture of the progress message."""


class Labour(Protocol):
    """The work itself, made by the studio's side of the house."""

    async def perform(self, claim: Claim, report: Report) -> Completed:
        """Do it. May be done again after a crash; raises KirasealError."""

    async def record(self, connection: BaseDBAsyncClient, claim: Claim, ending: Ending) -> None:
        """Write what the ending means, inside the transaction of the verdict."""


class Messenger(Protocol):
    """Shows tasks to people. cogs/delivery.py implements it."""

    async def progress(self, address: Address, snapshot: Snapshot) -> None:
        """Edit the message to show `snapshot`. Raises OutOfReach, Busy or whatever else; it costs a frame, no more."""

    async def finish(self, address: Address, ended: Ended) -> Address:
        """Show the outcome, or one sentence, by `address.way`. Gives the address at which it stands.

        Raises OutOfReach, Undeliverable or Busy. After anything else it may or may not have been shown.
        """


class Dispatcher(Protocol):
    """Brings tasks to workers. Embedded: embedded.py. The Task row is the truth on every side."""

    def wake(self) -> None:
        """A task was written."""

    async def cancel(self, task_id: str) -> bool:
        """Ask for a task to end. False when it has ended already."""

    async def idle(self) -> None:
        """Wait until nothing waits, works or is being delivered."""

    async def stop(self, grace: float) -> None:
        """Take nothing new, let running work finish within `grace` seconds, hand the rest back."""
