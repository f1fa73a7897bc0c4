"""Put a backup in the place of the database. The replaced one is kept aside; nothing is touched while it is in use."""

import asyncio
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.database import alone, known_migrations, migrate, sqlite_path
from bot.errors import (
    BackupFolderClosed,
    BackupMissing,
    BackupOfAnotherKind,
    DatabaseTooNew,
    StorageFailed,
)
from bot.storage import mirror
from bot.upkeep import archive, postgres, sqlite
from bot.upkeep.backup import MEGABYTE, PICTURES, SPARE_MB, BackupPlan, back_up, check_room
from bot.upkeep.steps import Halt, Show, Step, in_thread, unseen


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was restored. `aside` is the replaced database, None where there was none; `pictures` how many came back."""

    file: Path
    aside: Path | None
    upgrades: int
    pictures: int


async def restore(plan: BackupPlan, wanted: str, now: datetime, show: Show = unseen) -> Restored:
    """Restore `wanted` (see archive.chosen), bring it up to date, and put back pictures that are missing.

    Raises BackupMissing, BackupUnreadable, BackupOfAnotherKind, DatabaseTooNew, DatabaseInUse, NoRoom, ToolMissing and
    ToolFailed, all of them with the old database in its place; DatabaseUnreachable, StorageFailed.
    """
    foreseen = await foresee(plan, wanted, now, show)
    # What the old database knows and the backup does not would be cleared away as nobody's, were it kept once only.
    await in_thread(lambda halt: _keep_pictures(plan, now, show, halt))
    place = sqlite_path(plan.database_url)
    if place is None:
        aside: Path | None = await _restore_postgres(plan, foreseen.file, now, show)
    else:
        aside = foreseen.aside
        async with alone(plan.database_url):
            await in_thread(lambda halt: _swap(foreseen.file, place, aside, show, halt))
    done = await migrate(plan.database_url)
    pictures = await in_thread(lambda halt: _put_back(plan, show, halt))
    return replace(foreseen, aside=aside, upgrades=len(done), pictures=pictures)


async def foresee(plan: BackupPlan, wanted: str, now: datetime, show: Show = unseen) -> Restored:
    """What `restore` would do, after reading the backup to its end. Changes nothing. Raises as it does."""
    file = await asyncio.to_thread(archive.chosen, plan.folder, wanted)
    place = sqlite_path(plan.database_url)
    await _refuse_company(plan.database_url, place)
    show(Step(key="upkeep-checking"))
    seen = await in_thread(lambda halt: _versions(file, of_sqlite=place is not None, halt=halt))
    ours = known_migrations()
    unknown = [version for version in seen if version not in ours]
    if unknown:
        raise DatabaseTooNew(version=unknown[-1])
    return Restored(
        file=file,
        aside=None if place is None or not place.exists() else _aside(place, now),
        upgrades=len(ours) - len(seen),
        pictures=await in_thread(lambda halt: sum(1 for _ in _missing(plan, unseen, halt))),
    )


async def _refuse_company(url: str, place: Path | None) -> None:
    """Raises DatabaseInUse where somebody has the database open, before anything long begins; ToolMissing."""
    if place is None:
        await postgres.find_tools()
        async with alone(url):
            return
    await asyncio.to_thread(sqlite.refuse_if_locked, place)


def _aside(place: Path, now: datetime) -> Path:
    return place.with_name(f"{place.name}.replaced-{archive.stamp(now)}")


def _versions(file: Path, *, of_sqlite: bool, halt: Halt) -> list[str]:
    """The backup's migrations. Raises BackupOfAnotherKind, BackupUnreadable, BackupMissing."""
    try:
        foreign = postgres.is_script(file) if of_sqlite else sqlite.is_sqlite(file)
    except OSError as exc:
        raise BackupMissing(folder=str(file)) from exc
    if foreign:
        raise BackupOfAnotherKind(file=str(file))
    return sqlite.versions(file, halt) if of_sqlite else postgres.versions(file, halt)


def _swap(file: Path, place: Path, aside: Path | None, show: Show, halt: Halt) -> None:
    """The copy is made first, for at the swap itself nobody should have to wait."""
    ready = archive.scratch_path(place)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        check_room(place.parent, file.stat().st_size + SPARE_MB * MEGABYTE)
        ready.unlink(missing_ok=True)
        sqlite.duplicate(file, ready, show, halt)
        sqlite.put_in_place(ready, place, aside)
    except OSError as exc:
        raise BackupFolderClosed(folder=str(place.parent)) from exc
    finally:
        ready.unlink(missing_ok=True)


async def _restore_postgres(plan: BackupPlan, file: Path, now: datetime, show: Show) -> Path:
    """The replaced tables become a backup of their own; for it no other has to go, which might be the chosen one."""
    aside = (await back_up(replace(plan, pictures=None, keep=sys.maxsize), now, show)).path
    # A bot that starts now waits until all tables are there.
    async with alone(plan.database_url):
        await in_thread(lambda halt: postgres.load(plan.database_url, file, show, halt))
    return aside


def _keep_pictures(plan: BackupPlan, now: datetime, show: Show, halt: Halt) -> None:
    if plan.pictures is None or not plan.pictures.exists():
        return
    try:
        mirror.mirror(plan.pictures, plan.folder / PICTURES, now.date(), _turn(show, halt))
    except OSError as exc:
        raise BackupFolderClosed(folder=str(plan.folder)) from exc


def _missing(plan: BackupPlan, show: Show, halt: Halt) -> Iterator[tuple[Path, Path]]:
    if plan.pictures is not None:
        yield from mirror.missing(plan.pictures, plan.folder / PICTURES, _turn(show, halt))


def _put_back(plan: BackupPlan, show: Show, halt: Halt) -> int:
    """How many pictures came back. Raises StorageFailed."""
    count = 0
    try:
        for file, place in _missing(plan, show, halt):
            mirror.put_back(file, place)
            count += 1
    except OSError as exc:
        raise StorageFailed from exc
    return count


def _turn(show: Show, halt: Halt) -> mirror.Turn:
    def turn(seen: int) -> None:
        halt.check()
        show(Step(key="upkeep-pictures", done=seen))

    return turn
