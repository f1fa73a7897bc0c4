import shutil
from pathlib import Path

import pytest

import bot.database
from bot.database import MIGRATIONS, known_migrations, migrate, status
from bot.errors import BackupFolderClosed
from bot.settings import Settings
from bot.upkeep import archive
from bot.upkeep.upgrade import bring_up_to_date

FIRST, *LATER = known_migrations()


def settings_for(url: str, folder: Path) -> Settings:
    return Settings(DATABASE_URL=url, KIRASEAL_BACKUPS=folder / "backups", KIRASEAL_DATA=folder / "data")


@pytest.fixture
async def old_settings(empty_database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A host whose database the first release left behind."""
    folder = tmp_path / "migrations" / "models"
    folder.mkdir(parents=True)
    shutil.copy(MIGRATIONS / "models" / FIRST, folder / FIRST)
    with monkeypatch.context() as patch:
        patch.setattr(bot.database, "MIGRATIONS", folder.parent)
        await migrate(empty_database_url)
    return settings_for(empty_database_url, tmp_path)


async def test_an_update_leaves_a_backup_of_what_was_before(old_settings: Settings) -> None:
    assert await bring_up_to_date(old_settings) == LATER
    (backup,) = archive.backups(old_settings.backups)
    if backup.path.suffix == ".db":
        assert (await status(f"file:{backup.path}")).pending == tuple(LATER)
    assert (await status(old_settings.database_url)).pending == ()


async def test_a_database_that_is_up_to_date_or_empty_is_not_backed_up(
    empty_database_url: str, tmp_path: Path
) -> None:
    settings = settings_for(empty_database_url, tmp_path)
    assert await bring_up_to_date(settings) == [FIRST, *LATER]
    assert await bring_up_to_date(settings) == []
    assert archive.backups(settings.backups) == []


async def test_without_room_for_a_backup_nothing_is_changed(old_settings: Settings) -> None:
    old_settings.backups.parent.mkdir(parents=True, exist_ok=True)
    old_settings.backups.write_text("a file where the folder should be")
    with pytest.raises(BackupFolderClosed):
        await bring_up_to_date(old_settings)
    assert (await status(old_settings.database_url)).applied == (FIRST,)


@pytest.mark.parametrize("dialect", ["postgres"])
async def test_a_host_without_the_programs_of_postgresql_can_update_all_the_same(
    old_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert await bring_up_to_date(old_settings) == LATER
    assert archive.backups(old_settings.backups) == []
