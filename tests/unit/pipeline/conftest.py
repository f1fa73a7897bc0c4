"""A pipeline over a real database, with work and a messenger of the tests' own."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from tortoise import BaseDBAsyncClient

from bot.database import Database
from bot.pipeline import work
from bot.pipeline.embedded import EmbeddedDispatcher
from bot.pipeline.progress import ProgressBoard
from bot.pipeline.seam import Address, Claim, Completed, Ended, Ending, Report, Snapshot, Stage
from models import User

START = datetime(2026, 4, 1, 12, 0, tzinfo=UTC)
LEASE = timedelta(seconds=10)


@dataclass(slots=True)
class HandClock:
    """Stands still until it is moved."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass(slots=True)
class Labourer:
    """Does what the test says, and remembers what was recorded."""

    job: Callable[[Claim, Report], Awaitable[None]]
    began: asyncio.Event = field(default_factory=asyncio.Event)
    performed: list[int] = field(default_factory=list)
    recorded: list[tuple[str, Ending]] = field(default_factory=list)

    async def perform(self, claim: Claim, report: Report) -> Completed:
        self.performed.append(claim.attempt)
        self.began.set()
        await self.job(claim, report)
        return Completed(result='{"stickerId":"x"}', product=None)

    async def record(self, connection: BaseDBAsyncClient, claim: Claim, ending: Ending) -> None:
        self.recorded.append((claim.task_id, ending))


@dataclass(slots=True)
class Listener:
    """A messenger that remembers what it was told, and fails as often as it is asked to: at the end, or at a step."""

    shown: list[Snapshot] = field(default_factory=list)
    finished: list[Ended] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    stumbles: list[Exception] = field(default_factory=list)
    spoke: asyncio.Event = field(default_factory=asyncio.Event)
    stumbled: asyncio.Event = field(default_factory=asyncio.Event)

    async def progress(self, address: Address, snapshot: Snapshot) -> None:
        if self.stumbles:
            self.stumbled.set()
            raise self.stumbles.pop(0)
        self.shown.append(snapshot)
        self.spoke.set()

    async def finish(self, address: Address, ended: Ended) -> Address:
        if self.failures:
            raise self.failures.pop(0)
        self.finished.append(ended)
        self.spoke.set()
        return address


async def at_once(claim: Claim, report: Report) -> None:
    await report(Stage.PAINTING, 50)


async def for_ever(claim: Claim, report: Report) -> None:
    await asyncio.Event().wait()


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
async def user(database: Database) -> User:
    return await User.create(email="haru@example.invalid")


@pytest.fixture
def order(user: User, clock: HandClock) -> Callable[..., Awaitable[str]]:
    """Write a task; gives its id. Tasks are ordered a millisecond apart."""
    numbers = itertools.count()

    async def accept(address: Address | None = None, **chosen: int) -> str:
        number = next(numbers)
        task = work.NewTask(id=f"task{number}", user_id=user.id, data="{}", **chosen)
        if address is not None:
            address = Address(
                **{**{name: getattr(address, name) for name in address.__slots__}, "task_id": task.id}
            )
        await work.accept(task, address, clock() + timedelta(milliseconds=number))
        return task.id

    return accept


@pytest.fixture
def address() -> Address:
    return Address(
        task_id="",
        application_id=1,
        token="secret",
        token_expires_at=START + timedelta(minutes=14),
        server_id=2,
        channel_id=3,
        message_id=4,
        ephemeral=False,
        locale="ja",
    )


@asynccontextmanager
async def at_work(
    labourer: Labourer, clock: HandClock, *, slots: int = 2
) -> AsyncIterator[EmbeddedDispatcher]:
    dispatcher = EmbeddedDispatcher(labourer, ProgressBoard(), slots=slots, clock=clock, name="test")
    await dispatcher.start()
    try:
        yield dispatcher
    finally:
        await dispatcher.stop(grace=0)
