import hashlib
import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.database import Database
from bot.errors import StorageFailed
from bot.stickers import references, upkeep
from bot.storage.folder import Folder
from bot.upkeep import cleanup as cleaning
from bot.upkeep.cleanup import Cleanup, Swept
from models import Delivery, ImageCache, Quota, Session, Task, User, cuid
from tests.unit.upkeep.conftest import add_detail, add_sticker

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
OLD, FRESH = NOW - timedelta(hours=2), NOW - timedelta(minutes=59)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
async def user(database: Database) -> User:
    return await User.create(email="a@users.invalid")


class Shelves:
    """A data folder whose files have the age that the test wants."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.storage = Folder(root)

    def put(self, name: str, written: datetime = OLD) -> str:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"12345")
        os.utime(path, (written.timestamp(), written.timestamp()))
        return name

    def names(self) -> set[str]:
        return {str(file.relative_to(self.root)) for file in self.root.rglob("*") if file.is_file()}

    async def sweep(self, *, drop: bool = True, cache_bytes: int = 1_000_000) -> Swept:
        return await Cleanup(self.storage, cache_bytes=cache_bytes).sweep(NOW, drop=drop)


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    return Shelves(tmp_path / "data")


async def test_files_that_no_row_knows_go_and_all_others_stay(user: User, shelves: Shelves) -> None:
    mine, web = cuid(), cuid()
    art, source, cached = digest("art"), digest("source"), digest("cached")
    await add_sticker(user, mine, source_image_url=f"/sources/{source}.webp")
    await add_detail(user, mine, art)
    await add_sticker(user, web)
    await ImageCache.create(
        prompt_hash="p", image_url=f"/art/{cached}.webp", expires_at=NOW + timedelta(days=1)
    )
    kept = {
        shelves.put(f"images/{mine}.webp"),
        shelves.put(f"images/{web}.webp"),
        shelves.put(f"art/{art}.webp"),
        shelves.put(f"art/{cached}.webp"),
        shelves.put(f"sources/{source}.webp"),
        shelves.put(f"cache/{mine}-png.png"),
        shelves.put(f"cache/{digest('page')}-binder.webp"),
        shelves.put("images/README.txt"),
    }
    lost = {
        shelves.put(f"images/{cuid()}.webp"),
        shelves.put(f"art/{digest('lost art')}.webp"),
        shelves.put(f"sources/{digest('lost source')}.webp"),
        shelves.put(f"cache/{cuid()}-animation.gif"),
    }
    foreseen = await shelves.sweep(drop=False)
    assert (foreseen.files, foreseen.size) == (4, 20)
    assert shelves.names() == kept | lost
    assert await shelves.sweep() == foreseen
    assert shelves.names() == kept
    assert await shelves.sweep() == Swept()


async def test_a_picture_under_another_name_than_its_stickers_is_not_lost(
    user: User, shelves: Shelves
) -> None:
    """A web app names the pictures of its own stickers as it likes."""
    from models import GeneratedImage

    sticker = cuid()
    await add_sticker(user, sticker)
    await GeneratedImage.filter(id=sticker).update(image_url="/images/of0my0own.webp")
    shelves.put("images/of0my0own.webp")
    assert (await shelves.sweep()).files == 0


async def test_a_file_younger_than_an_hour_may_belong_to_a_row_yet_to_come(
    user: User, shelves: Shelves
) -> None:
    young = {
        shelves.put(f"images/{cuid()}.webp", FRESH),
        shelves.put(f"art/{digest('x')}.webp", FRESH),
        shelves.put("images/.x.part", FRESH),
    }
    assert await shelves.sweep() == Swept()
    assert shelves.names() == young


async def test_what_a_task_starts_from_stays_as_long_as_it_may_be_ordered_again(
    user: User, shelves: Shelves
) -> None:
    source, art = digest("source"), digest("art")
    data = json.dumps({"design": {"picture": source}, "art": art})
    task = await Task.create(user_id=user.id, status="pending", data=data)
    kept = {shelves.put(f"sources/{source}.webp"), shelves.put(f"art/{art}.webp")}
    assert (await shelves.sweep()).files == 0
    await Task.filter(id=task.id).update(status="failed")
    assert (await shelves.sweep()).files == 0
    await Task.filter(id=task.id).delete()
    assert (await shelves.sweep()).files == 2
    assert shelves.names().isdisjoint(kept)


async def test_half_written_files_of_the_dead_go(user: User, shelves: Shelves) -> None:
    shelves.put("art/.abcdef.part")
    shelves.put("cache/.abcdef.part")
    assert (await shelves.sweep(drop=False)).scratch == 2
    assert (await shelves.sweep()).scratch == 2
    assert shelves.names() == set()


async def test_what_was_written_again_since_it_was_looked_at_stays(user: User, shelves: Shelves) -> None:
    name = shelves.put(f"sources/{digest('again')}.webp")
    suspects = [name]
    shelves.put(name, NOW)
    assert await shelves.storage.drop_older(suspects, NOW - cleaning.SAFE_AGE) == (0, 0)
    assert shelves.names() == {name}


async def test_more_files_than_are_held_in_memory_are_swept_all_the_same(
    user: User, shelves: Shelves, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cleaning, "SUSPECTS_AT_ONCE", 600)
    monkeypatch.setattr(references, "PIECE", 7)
    kept = set()
    for number in range(40):
        source = digest(f"kept {number}")
        await add_sticker(
            user, cuid(), **({"source_image_url": f"/sources/{source}.webp"} if number % 2 else {})
        )
        if number % 2:
            kept.add(shelves.put(f"sources/{source}.webp"))
    for number in range(1500):
        shelves.put(f"sources/{digest(f'lost {number}')}.webp")
    assert (await shelves.sweep(drop=False)).files == 1500
    assert (await shelves.sweep()).files == 1500
    assert shelves.names() == kept


async def test_a_dry_run_counts_what_a_real_one_clears_away_and_touches_nothing(
    user: User, shelves: Shelves, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "AT_ONCE", 2)
    week = timedelta(days=8)
    for number in range(5):
        await Task.create(user_id=user.id, status="completed", data="{}", created_at=NOW - week)
        await Session.create(user_id=user.id, session_token=str(number), expires=NOW - week)
        await Quota.create(subject=str(number), day=NOW - week)
        await ImageCache.create(prompt_hash=str(number), image_url="", expires_at=NOW - week)
    task = await Task.create(user_id=user.id, status="pending", data="{}", created_at=NOW)
    await Delivery.create(
        task_id=task.id, application_id=1, channel_id=2, locale="ja", token="t", token_expires_at=NOW - week
    )
    await Quota.create(subject="today", day=NOW - timedelta(hours=3))
    foreseen = await shelves.sweep(drop=False)
    assert foreseen == Swept(tasks=5, caches=5, sessions=5, tokens=1, quotas=5)
    assert await Task.all().count() == 6
    assert await shelves.sweep() == foreseen
    assert await shelves.sweep() == Swept()
    assert (await Quota.get()).subject == "today"


async def test_the_cache_is_trimmed_to_its_room(user: User, shelves: Shelves) -> None:
    for number in range(4):
        shelves.put(f"cache/{digest(str(number))}-binder.webp", OLD + timedelta(seconds=number))
    assert (await shelves.sweep(drop=False, cache_bytes=10)).cached == 2
    assert len(shelves.names()) == 4
    assert (await shelves.sweep(cache_bytes=10)).cached == 2
    assert len(shelves.names()) == 2


async def test_a_disk_that_cannot_be_read_is_a_failure_of_storage(user: User, tmp_path: Path) -> None:
    (tmp_path / "data" / "images").mkdir(parents=True)
    (tmp_path / "data" / "images" / ".loop.part").symlink_to(tmp_path / "data" / "images" / ".loop.part")
    with pytest.raises(StorageFailed):
        await Cleanup(Folder(tmp_path / "data"), cache_bytes=0).sweep(NOW)


async def test_before_the_first_sticker_there_is_nothing_to_clear_away(user: User, shelves: Shelves) -> None:
    assert await shelves.sweep() == Swept()
    assert not shelves.root.exists()
