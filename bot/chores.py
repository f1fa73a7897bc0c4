"""One piece of upkeep from the command line, from open to close, with its progress on the terminal."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from bot.database import Database, status
from bot.errors import DatabaseBehind
from bot.settings import Settings
from bot.storage.folder import Folder
from bot.upkeep import backup as backups
from bot.upkeep import journal
from bot.upkeep import restore as restoring
from bot.upkeep import vacuum as tightening
from bot.upkeep.backup import MEGABYTE, BackupPlan
from bot.upkeep.caretaker import described
from bot.upkeep.cleanup import Cleanup, Swept
from bot.upkeep.steps import Show, Step
from bot.words import Words
from models import DateTimeForm, UpkeepKind


async def back_up(settings: Settings, words: Words, *, dry_run: bool) -> None:
    """`kiraseal db backup`. Raises KirasealError."""
    plan, now = BackupPlan.of(settings), _now()
    if dry_run:
        foreseen = await backups.foresee(plan, now)
        _say(words("db-backup-foreseen", file=str(foreseen.path), mb=_mb(foreseen.size)))
        for path in foreseen.dropped:
            _say(words("db-backup-drop-foreseen", file=str(path)))
        return
    with _bar(words) as show:
        async with _written_down(settings, UpkeepKind.BACKUP) as detail:
            done = await backups.back_up(plan, now, show)
            detail.update(described(done))
    _say(words("db-backed-up", file=str(done.path), mb=_mb(done.size)))
    if plan.pictures is not None:
        _say(words("db-backup-pictures", count=done.added))
    if done.astray:
        _say(words("db-backup-astray", count=done.astray))
    for path in done.dropped:
        _say(words("db-backup-dropped", file=str(path)))


async def restore(settings: Settings, words: Words, wanted: str, *, dry_run: bool) -> None:
    """`kiraseal db restore`. Raises KirasealError."""
    plan, now = BackupPlan.of(settings), _now()
    with _bar(words) as show:
        work = restoring.foresee if dry_run else restoring.restore
        done = await work(plan, wanted, now, show)
    _say(words("db-restore-foreseen" if dry_run else "db-restored", file=str(done.file)))
    if done.aside is not None:
        _say(words("db-restore-aside-foreseen" if dry_run else "db-restore-aside", file=str(done.aside)))
    if done.upgrades:
        _say(words("db-restore-upgrades", count=done.upgrades))
    if plan.pictures is not None:
        _say(words("db-restore-pictures", count=done.pictures))


async def vacuum(settings: Settings, words: Words, *, dry_run: bool) -> None:
    """`kiraseal db vacuum`. Raises KirasealError."""
    async with _current(settings):
        if dry_run:
            foreseen = await tightening.foresee(settings.database_url)
            _say(words("db-vacuum-foreseen", before=_mb(foreseen.before), after=_mb(foreseen.after)))
            return
        with _bar(words) as show:
            async with _recorded(UpkeepKind.VACUUM) as detail:
                done = await tightening.vacuum(settings.database_url, show)
                detail.update({"before": done.before, "after": done.after, "whole": int(done.whole)})
    _say(words("db-vacuumed", before=_mb(done.before), after=_mb(done.after)))


async def clean_up(settings: Settings, words: Words, *, dry_run: bool) -> None:
    """`kiraseal db cleanup`. Raises KirasealError."""
    cleanup = Cleanup(Folder(settings.data), cache_bytes=settings.cache_mb * MEGABYTE)
    async with _current(settings):
        with _bar(words) as show:
            if dry_run:
                swept = await cleanup.sweep(_now(), show, drop=False)
            else:
                async with _recorded(UpkeepKind.CLEANUP) as detail:
                    swept = await cleanup.sweep(_now(), show)
                    detail.update(swept.counts())
    lines = list(_told(swept, words))
    if lines:
        _say(words("db-clean-foreseen" if dry_run else "db-cleaned"))
    for line in lines or [words("db-clean-nothing")]:
        _say(line if line not in lines else f"  {line}")


def _told(swept: Swept, words: Words) -> Iterator[str]:
    """A line for everything of which there was any."""
    counts = swept.counts()
    size = counts.pop("size")
    for name, count in counts.items():
        if count:
            more = {"mb": _mb(size)} if name == "files" else {}
            yield words(f"db-clean-{name}", count=count, **more)


@asynccontextmanager
async def _current(settings: Settings) -> AsyncIterator[None]:
    """The database, open. Raises DatabaseBehind where it lacks migrations: only `db upgrade` and a start bring them."""
    state = await status(settings.database_url)
    if state.pending or state.unknown:
        raise DatabaseBehind
    async with Database.open(settings.database_url, form=DateTimeForm(settings.timestamps)):
        yield


@asynccontextmanager
async def _recorded(kind: UpkeepKind) -> AsyncIterator[journal.Detail]:
    async with journal.recorded(await journal.begin(kind, _now()), _now) as detail:
        yield detail


@asynccontextmanager
async def _written_down(settings: Settings, kind: UpkeepKind) -> AsyncIterator[journal.Detail]:
    """Written down where the database has room for it: a backup is also made of one that lacks migrations."""
    state = await status(settings.database_url)
    if state.pending or state.unknown:
        yield {}
        return
    async with _current(settings), _recorded(kind) as detail:
        yield detail


@contextmanager
def _bar(words: Words) -> Iterator[Show]:
    """A bar on the terminal that goes when the work is done. Where there is no terminal, nothing."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        line = progress.add_task("", total=None)

        def show(step: Step) -> None:
            progress.update(line, description=words(step.key), completed=step.done, total=step.total or None)

        yield show


def _say(line: str) -> None:
    Console(soft_wrap=True).print(line, highlight=False, markup=False)


def _mb(size: int) -> int:
    return -(-size // MEGABYTE)


def _now() -> datetime:
    return datetime.now(UTC)
