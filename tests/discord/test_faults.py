"""The machine misbehaves: full disk, locked or read-only database. A sentence, nothing half done, and on it goes."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot.errors import OrderUnreadable
from bot.pipeline import work
from bot.pipeline.pool import ProcessPool
from bot.playground import avatar
from bot.stickers import members
from bot.stickers.members import Identity
from bot.words import Words
from models import Delivery, GeneratedImage, Run, Task, UsageStats, Work
from models.fields import now
from models.statements import current
from tests.discord.harness import Member, Stage
from tests.discord.house import House, open_house, settings_in
from tests.disk import Disk, small_disk

JAPANESE = Words.for_locale("ja")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with small_disk(tmp_path / "disk", megabytes=12) as disk:
        yield disk


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "test.db"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
async def backstage(database: Path, data: Path, pool: ProcessPool) -> AsyncIterator[House]:
    # An impatient database: a lock shall not cost the tests five seconds each time.
    settings = settings_in(data, data=data, database_url=f"sqlite://{database}?busy_timeout=50")
    async with open_house(settings, pool) as house:
        yield house


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Another program writes into the file, and takes its time."""
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


async def ordered(stage: Stage, member: Member) -> str:
    """What a member reads in the end."""
    reply = await member.slash("sticker", name="Leo", rarity="normal")
    await stage.settled()
    return "\n".join(
        answer.text for answer in (*([reply] if reply.result.response else []), *reply.followups)
    )


async def works_again(stage: Stage) -> bool:
    """Whether an order is drawn by the very bot that just failed, and everything is in order."""
    before = await GeneratedImage.all().count()
    text = await ordered(stage, stage.haru)
    whole = await GeneratedImage.all().count() == before + 1 and not await Work.all().exists()
    return "Leo" in text and whole and not await Delivery.filter(state="open").exists()


class TestFullDisk:
    """Pictures, or the database, on a disk without room."""

    @pytest.fixture
    def data(self, disk: Disk) -> Path:
        return disk.root / "data"

    async def test_a_seal_that_finds_no_room_is_told_after_three_attempts(
        self, stage: Stage, disk: Disk
    ) -> None:
        before = disk.files()
        disk.fill(leaving=4096)
        assert await ordered(stage, stage.haru) == JAPANESE("error-storage-failed")
        assert disk.files() == before
        assert (await Task.get()).error == "error-storage-failed"
        assert (await UsageStats.get()).failure_count == 1
        assert not await GeneratedImage.all().exists()
        disk.make_room()
        assert await works_again(stage)

    async def test_an_upload_that_finds_no_room_is_told_at_once(self, stage: Stage, disk: Disk) -> None:
        disk.fill()
        reply = await stage.haru.slash("sticker", picture=("face.png", avatar("#ffffff", "#e02a3a")))
        assert [answer.text for answer in reply.followups] == [JAPANESE("error-storage-failed")]
        assert not await Task.all().exists()


class TestFullDatabase:
    """The same for the rows."""

    @pytest.fixture
    def database(self, disk: Disk) -> Path:
        return disk.root / "test.db"

    async def test_rows_that_find_no_room_are_told_and_the_file_stays_whole(
        self, stage: Stage, disk: Disk, database: Path
    ) -> None:
        disk.fill()
        assert await ordered(stage, stage.haru) == JAPANESE("error-database-failed")
        disk.make_room()
        assert await works_again(stage)
        assert (await current().execute_query_dict("PRAGMA integrity_check"))[0]["integrity_check"] == "ok"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{}",
        "no JSON",
        '{"design": {"name": "from a web app"}, "sticker_id": "../../x"}',
        '{"sticker_id": "c1", "server_id": 99999999999999999999}',
    ],
)
async def test_a_task_that_nobody_can_read_fails_once_and_alone(backstage: House, written: str) -> None:
    haru = await members.meet(Identity(discord_id=1, name="Haru", avatar_url=None))
    await work.accept(work.NewTask(id="odd", user_id=haru.id, data=written), None, now())
    backstage.services.dispatcher.wake()
    await backstage.idle()
    assert (await Task.get(id="odd")).error == OrderUnreadable.key
    assert (await Run.get()).painter == "unknown"
    assert (await UsageStats.get()).failure_count == 1


async def test_a_locked_database_is_told_and_forgotten(stage: Stage, database: Path) -> None:
    with locked(database):
        text = await ordered(stage, stage.haru)
    assert text == JAPANESE("error-database-failed")
    assert not await Task.all().exists()
    assert await works_again(stage)


async def test_a_read_only_database_still_shows_what_there_is(stage: Stage) -> None:
    assert await works_again(stage)
    await current().execute_query("PRAGMA query_only = ON")
    assert await ordered(stage, stage.haru) == JAPANESE("error-database-failed")
    history = await stage.haru.slash("history")
    assert history.pictures == ["binder.webp"]
    await current().execute_query("PRAGMA query_only = OFF")
    assert await works_again(stage)
