"""Give back the room that deleted rows left, and keep the database's statistics fresh. Drops no row."""

import asyncio
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from bot.database import sqlite_path
from bot.errors import DatabaseUnreachable
from bot.upkeep import sqlite
from bot.upkeep.backup import MEGABYTE, SPARE_MB, check_room
from bot.upkeep.postgres import LEDGER, TABLES
from bot.upkeep.steps import Show, Step, in_thread, unseen
from models.statements import current, rows, run

WORTH_IT = 0.2
"""Share of the file that holds nothing, from which on it is written anew on schedule."""
SHORT_MB = 256
"""The largest file that is written anew on schedule: it takes about a second, in which every order waits."""

_TEMPORARY = ("SQLITE_TMPDIR", "TMPDIR")
_USUAL = (Path("/var/tmp"), Path("/tmp"))  # noqa: S108  where SQLite looks for room; we write nothing there


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacuumed:
    """Bytes before and after. `whole` is false where only statistics and journal were seen to."""

    before: int
    after: int
    whole: bool = True


async def vacuum(url: str, show: Show = unseen) -> Vacuumed:
    """Write an SQLite file anew without its gaps; have the tables of the open PostgreSQL vacuumed one by one.

    Of SQLite nobody can write meanwhile. Raises NoRoom, DatabaseBusy, DatabaseDamaged, DatabaseUnreachable.
    """
    file = sqlite_path(url)
    if file is None:
        return await _vacuum_tables(show)
    before, _ = await _gaps(file)
    await asyncio.to_thread(_check_rooms, file, before)
    show(Step(key="upkeep-vacuuming"))
    await in_thread(lambda halt: sqlite.tighten(file, halt))
    after, _ = await _gaps(file)
    return Vacuumed(before=before, after=after)


async def foresee(url: str) -> Vacuumed:
    """What `vacuum` would come to, about. Changes nothing. Raises NoRoom, DatabaseUnreachable, DatabaseDamaged."""
    file = sqlite_path(url)
    if file is None:
        size = await _tables_size()
        return Vacuumed(before=size, after=size)
    before, empty = await _gaps(file)
    await asyncio.to_thread(_check_rooms, file, before)
    return Vacuumed(before=before, after=before - empty)


async def refresh(url: str, show: Show = unseen) -> Vacuumed:
    """What can be done while members order: a vacuum where it is worth it and over in a moment, else statistics alone.

    Raises as `vacuum`.
    """
    file = sqlite_path(url)
    if file is None:
        return await _vacuum_tables(show)  # PostgreSQL's disturbs nobody
    size, empty = await _gaps(file)
    if size <= SHORT_MB * MEGABYTE and empty >= size * WORTH_IT:
        return await vacuum(url, show)
    await in_thread(lambda halt: sqlite.refresh(file, halt))
    return Vacuumed(before=size, after=size, whole=False)


async def _gaps(file: Path) -> tuple[int, int]:
    if not await asyncio.to_thread(file.exists):
        raise DatabaseUnreachable(reason="FileNotFoundError")
    return await asyncio.to_thread(sqlite.gaps, file)


def _check_rooms(file: Path, size: int) -> None:
    """The new file stands in the temporary folder first, and then in the journal beside the old one."""
    check_room(file.parent, size + SPARE_MB * MEGABYTE)
    named = [Path(os.environ[variable]) for variable in _TEMPORARY if os.environ.get(variable)]
    temporary = next((place for place in (*named, *_USUAL) if place.is_dir()), file.parent)
    if shutil.disk_usage(temporary).free < size:
        check_room(temporary, size + SPARE_MB * MEGABYTE)


async def _vacuum_tables(show: Show) -> Vacuumed:
    before = await _tables_size()
    tables = (*TABLES, LEDGER)
    for done, table in enumerate(tables):
        show(Step(key="upkeep-vacuuming", done=done, total=len(tables)))
        await run(current(), f'VACUUM (ANALYZE) "{table}"')
    return Vacuumed(before=before, after=await _tables_size())


async def _tables_size() -> int:
    sizes = " + ".join(f"pg_total_relation_size('\"{table}\"'::regclass)" for table in (*TABLES, LEDGER))
    (row,) = await rows(current(), f"SELECT {sizes} AS size")
    return int(row["size"])
