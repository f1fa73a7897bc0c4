import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.database import Database, sqlite_path
from models import DateTimeForm, Delivery, ImageCache, Task, TaskStatus, User

MOMENT = datetime(2024, 5, 5, 10, 20, 30, 123_456, UTC)
CUT = MOMENT.replace(microsecond=123_000)


@pytest.fixture
def dialect() -> str:
    """These are facts about files; on PostgreSQL a moment is a TIMESTAMPTZ."""
    return "sqlite"


@pytest.fixture
def raw(database_url: str, database: Database) -> Iterator[sqlite3.Connection]:
    path = sqlite_path(database_url)
    assert path is not None
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


async def test_a_moment_is_written_as_prisma_writes_it(raw: sqlite3.Connection) -> None:
    await ImageCache.create(prompt_hash="p", image_url="u", expires_at=MOMENT)
    assert raw.execute('SELECT "expiresAt" FROM "ImageCache"').fetchone() == (
        "2024-05-05T10:20:30.123+00:00",
    )


async def test_a_moment_of_another_zone_is_written_in_utc(raw: sqlite3.Connection) -> None:
    tokyo = CUT.astimezone(timezone(timedelta(hours=9)))
    await ImageCache.create(prompt_hash="p", image_url="u", expires_at=tokyo)
    assert raw.execute('SELECT "expiresAt" FROM "ImageCache"').fetchone() == (
        "2024-05-05T10:20:30.123+00:00",
    )


async def test_defaults_updates_and_saves_are_written_in_one_form(raw: sqlite3.Connection) -> None:
    user = await User.create(email="a@users.invalid")
    await user.save()
    await User.filter(id=user.id).update(updated_at=MOMENT)
    created, updated = raw.execute('SELECT "createdAt", "updatedAt" FROM "User"').fetchone()
    assert updated == "2024-05-05T10:20:30.123+00:00"
    assert len(created) == len(updated)
    assert created.endswith("+00:00")


@pytest.mark.parametrize(
    "stored",
    [
        "2024-05-05T10:20:30.123+00:00",
        "2024-05-05T10:20:30.123Z",
        "2024-05-05 10:20:30.123",
        "2024-05-05T19:20:30.123+09:00",
        1714904430123,
    ],
)
async def test_every_form_is_read(stored: str | int, raw: sqlite3.Connection) -> None:
    raw.execute('INSERT INTO "User" ("id", "email", "updatedAt") VALUES (?, ?, ?)', ("c1", "a@b", stored))
    assert (await User.get(id="c1")).updated_at == CUT


async def test_a_row_that_sql_defaults_filled_is_read_as_utc(raw: sqlite3.Connection) -> None:
    raw.execute('INSERT INTO "User" ("id", "email", "updatedAt") VALUES (?, ?, 0)', ("c1", "a@b"))
    created = (await User.get(id="c1")).created_at
    assert abs(datetime.now(UTC) - created) < timedelta(minutes=5)
    assert created.tzinfo is UTC


async def test_a_database_of_milliseconds_is_written_and_filtered_as_such(database_url: str) -> None:
    path = sqlite_path(database_url)
    assert path is not None
    async with Database.open(database_url, form=DateTimeForm.UNIXEPOCH_MS):
        await ImageCache.create(prompt_hash="p", image_url="u", expires_at=MOMENT)
        assert await ImageCache.filter(expires_at__lt=MOMENT + timedelta(seconds=1)).count() == 1
        assert await ImageCache.filter(expires_at__lt=CUT).count() == 0
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute('SELECT "expiresAt" FROM "ImageCache"').fetchone() == (1714904430123,)


async def test_opening_again_goes_back_to_text(database_url: str) -> None:
    async with Database.open(database_url, form=DateTimeForm.UNIXEPOCH_MS):
        pass
    async with Database.open(database_url):
        await ImageCache.create(prompt_hash="p", image_url="u", expires_at=MOMENT)
        path = sqlite_path(database_url)
        assert path is not None
        with closing(sqlite3.connect(path)) as raw:
            assert raw.execute('SELECT typeof("expiresAt") FROM "ImageCache"').fetchone() == ("text",)


async def test_a_discord_id_is_text_in_the_table_and_a_number_in_python(raw: sqlite3.Connection) -> None:
    user = await User.create(email="a@users.invalid")
    task = await Task.create(user_id=user.id, status=TaskStatus.PENDING.value, data="{}")
    await Delivery.create(task_id=task.id, application_id=2**63 - 1, channel_id="77", locale="ja")
    stored = raw.execute(
        'SELECT "applicationId", "channelId", "ephemeral", "state" FROM "Delivery"'
    ).fetchone()
    assert stored == (str(2**63 - 1), "77", 0, "open")
    delivery = await Delivery.get(task_id=task.id)
    assert (delivery.application_id, delivery.channel_id) == (2**63 - 1, 77)
    assert delivery.ephemeral is False
