"""The database goes away under the pipeline, and comes back: nothing is lost, and nobody starts anything anew."""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import closing

import asyncpg
import pytest
from tortoise.exceptions import OperationalError

from bot.database import Database, in_our_words, sqlite_path
from bot.errors import DatabaseFailed
from bot.pipeline import deliveries
from bot.pipeline.announcer import Announcer
from bot.pipeline.progress import ProgressBoard
from bot.pipeline.seam import Address, Claim, Report, Stage
from models import Task, User
from models.statements import TRIES, transact
from tests.unit.pipeline.conftest import HandClock, Labourer, Listener, at_once, at_work

Order = Callable[..., Awaitable[str]]


class Nuisance:
    """Takes the database away: locks the SQLite file, or ends every connection to PostgreSQL."""

    def __init__(self, url: str) -> None:
        self._url, self._path = url, sqlite_path(url)
        self._other: sqlite3.Connection | None = None
        self.lasts = self._path is not None
        """Whether it is felt until its end. A new connection to PostgreSQL may be there before anybody asks."""

    async def begin(self) -> None:
        if self._path is not None:
            self._other = sqlite3.connect(self._path, isolation_level=None)
            self._other.execute("BEGIN EXCLUSIVE")
            return
        connection = await asyncpg.connect(self._url)
        others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        while await connection.fetchval(f"SELECT count(pg_terminate_backend(pid)) {others}"):
            pass
        await connection.close()

    def end(self) -> None:
        if self._other is not None:
            with closing(self._other):
                self._other.execute("ROLLBACK")
            self._other = None


class Heard(logging.Handler):
    """Tells when something was logged that begins so."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words, self.event = words, asyncio.Event()

    def emit(self, record: logging.LogRecord) -> None:
        if self.words in record.getMessage():
            self.event.set()


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """Open, and impatient: to wait five seconds for each lock would be the tests' time."""
    path = sqlite_path(database_url)
    url = database_url if path is None else f"sqlite://{path}?busy_timeout=30"
    async with Database.open(url) as opened:
        yield opened


@pytest.fixture
def nuisance(database: Database, database_url: str) -> Iterator[Nuisance]:
    nuisance = Nuisance(database_url)
    yield nuisance
    nuisance.end()


@pytest.fixture
def heard() -> Iterator[Callable[[str], Heard]]:
    handlers: list[Heard] = []

    def listen(words: str) -> Heard:
        handlers.append(Heard(words))
        logging.getLogger("bot").addHandler(handlers[-1])
        return handlers[-1]

    yield listen
    for handler in handlers:
        logging.getLogger("bot").removeHandler(handler)


async def test_a_slot_that_cannot_claim_goes_on(
    order: Order, clock: HandClock, nuisance: Nuisance, heard: Callable[[str], Heard]
) -> None:
    task_id, stumbled = await order(), heard("a slot stumbled")
    await nuisance.begin()
    async with at_work(Labourer(at_once), clock, slots=1) as dispatcher:
        if nuisance.lasts:
            await stumbled.event.wait()
        nuisance.end()
        dispatcher.wake()
        await dispatcher.idle()
    assert (await Task.get(id=task_id)).status == "completed"


async def test_work_goes_on_while_its_progress_cannot_be_written(
    order: Order, clock: HandClock, nuisance: Nuisance
) -> None:
    async def interrupted(claim: Claim, report: Report) -> None:
        await nuisance.begin()
        await report(Stage.PAINTING, 50)
        nuisance.end()

    labourer, task_id = Labourer(interrupted), await order()
    async with at_work(labourer, clock) as dispatcher:
        dispatcher.wake()
        await dispatcher.idle()
    assert labourer.performed == [1], "it was done again"
    assert (await Task.get(id=task_id)).status == "completed"


async def test_a_verdict_waits_until_it_can_be_written(
    order: Order, clock: HandClock, nuisance: Nuisance, heard: Callable[[str], Heard]
) -> None:
    failed = heard("the verdict could not be written yet")

    async def then_it_goes_away(claim: Claim, report: Report) -> None:
        await report(Stage.STORING, 90)
        await nuisance.begin()

    labourer, task_id = Labourer(then_it_goes_away), await order()
    async with at_work(labourer, clock) as dispatcher:
        dispatcher.wake()
        if nuisance.lasts:
            await failed.event.wait()
        nuisance.end()
        await dispatcher.idle()
    assert labourer.performed == [1]
    assert [task for task, _ in labourer.recorded] == [task_id]


async def test_a_message_whose_row_cannot_be_closed_is_taken_up_again(
    order: Order, clock: HandClock, address: Address, nuisance: Nuisance, heard: Callable[[str], Heard]
) -> None:
    let_go, listener = heard("its message was let go"), Listener()
    async with at_work(Labourer(at_once), clock) as dispatcher:
        await order(address)
        dispatcher.wake()
        await dispatcher.idle()
    (followed,) = await deliveries.open_addresses()
    announcer = Announcer(ProgressBoard(), clock=clock)
    announcer.attach(listener)
    await nuisance.begin()
    announcer.follow(followed)
    await announcer.idle()
    nuisance.end()
    assert let_go.event.is_set() or not nuisance.lasts
    for left in await deliveries.open_addresses():
        announcer.follow(left)
    await announcer.idle()
    assert await deliveries.open_addresses() == []
    assert len(listener.finished) >= 1


async def test_a_transaction_begins_anew_while_another_program_writes(
    database: Database, nuisance: Nuisance
) -> None:
    tries = 0

    async def write(connection: object) -> None:
        nonlocal tries
        tries += 1
        if tries == (TRIES if nuisance.lasts else 1):
            nuisance.end()
        await User.create(email="haru@example.invalid", using_db=connection)

    await nuisance.begin()
    await transact(write)
    assert tries == (TRIES if nuisance.lasts else 1)
    assert await User.all().count() == 1


@pytest.mark.parametrize(
    "said",
    [
        OperationalError("database is locked"),
        OperationalError("attempt to write a readonly database"),
        OperationalError("database or disk is full"),
        asyncpg.ConnectionDoesNotExistError("connection was closed"),
        asyncpg.AdminShutdownError("terminating connection"),
        asyncpg.CannotConnectNowError("the database system is starting up"),
        asyncpg.TooManyConnectionsError("sorry, too many clients already"),
        asyncpg.DiskFullError("could not extend file"),
        asyncpg.InterfaceError("cannot perform operation: connection is closed"),
        ConnectionRefusedError(111, "Connect call failed"),
    ],
    ids=str,
)
def test_what_a_driver_says_of_its_database_becomes_one_sentence_with_its_cause(said: Exception) -> None:
    ours = in_our_words(said)
    assert isinstance(ours, DatabaseFailed)
    assert ours.__cause__ is said


async def test_what_was_asked_wrongly_is_not_the_databases_fault(database: Database) -> None:
    await User.create(email="haru@example.invalid")
    for wrong in (User.create(email="haru@example.invalid"), User.get(id="nobody")):
        with pytest.raises(Exception) as caught:  # noqa: PT011  any of Tortoise's
            await wrong
        assert in_our_words(caught.value) is caught.value
