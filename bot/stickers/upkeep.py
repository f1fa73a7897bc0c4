"""Clear away what has had its time, as the design says, and name the files that may go with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import PurePosixPath

from models import Delivery, GeneratedImage, ImageCache, Quota, Session, StickerDetail, Task, TaskStatus
from models.statements import current, rows, stored

TASK_AGE = timedelta(days=7)
"""How long a task that ended is kept."""
QUOTA_AGE = timedelta(days=2)
"""How long a day's counted orders are kept: a pause between orders may reach over midnight."""
AT_ONCE = 1000
"""Rows removed by one statement, so that nobody's order waits for it. A statement takes no more than 32,766 values."""

_ENDED = (TaskStatus.COMPLETED.value, TaskStatus.FAILED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """How many rows went. `image_urls` are pictures of expired caches that nothing refers to any more."""

    tasks: int = 0
    caches: int = 0
    sessions: int = 0
    tokens: int = 0
    quotas: int = 0
    image_urls: tuple[str, ...] = field(default=())

    @property
    def is_all(self) -> bool:
        """False where there may be more of the same."""
        return max(self.tasks, self.caches, self.sessions, self.tokens, self.quotas) < AT_ONCE


async def clean_up(now: datetime) -> Cleaned:
    """Remove ended tasks older than seven days, expired caches and sessions, quotas of past days; erase expired tokens.

    Of each kind at most AT_ONCE rows, by one statement: it may run at any time, beside workers and other processes.
    """
    expired = [row["imageUrl"] for row in await _delete("ImageCache", "imageUrl", *_expired_caches(now))]
    return Cleaned(
        tasks=len(await _delete("Task", "id", *_ended_tasks(now))),
        caches=len(expired),
        sessions=len(await _delete("Session", "id", *_expired_sessions(now))),
        tokens=await _erase_tokens(now),
        quotas=len(await _delete("Quota", "id", *_past_quotas(now))),
        # A promise to make a picture has none yet.
        image_urls=tuple(sorted(await _unreferred({url for url in expired if url}))),
    )


async def foresee(now: datetime) -> Cleaned:
    """How many rows there are to remove in all. Changes nothing, and names no pictures."""
    return Cleaned(
        tasks=await _count("Task", *_ended_tasks(now)),
        caches=await _count("ImageCache", *_expired_caches(now)),
        sessions=await _count("Session", *_expired_sessions(now)),
        tokens=await Delivery.filter(token__isnull=False, token_expires_at__lt=now).count(),
        quotas=await _count("Quota", *_past_quotas(now)),
    )


Which = tuple[str, tuple[object, ...]]
"""A condition on rows, and its values."""


def _ended_tasks(now: datetime) -> Which:
    return '"createdAt" < ? AND "status" IN (?, ?)', (stored(Task, "created_at", now - TASK_AGE), *_ENDED)


def _expired_caches(now: datetime) -> Which:
    return '"expiresAt" < ?', (stored(ImageCache, "expires_at", now),)


def _expired_sessions(now: datetime) -> Which:
    return '"expires" < ?', (stored(Session, "expires", now),)


def _past_quotas(now: datetime) -> Which:
    return '"day" < ?', (stored(Quota, "day", now - QUOTA_AGE),)


async def _delete(
    table: str, column: str, condition: str, values: tuple[object, ...]
) -> Sequence[Mapping[str, str]]:
    # Counted by RETURNING: SQLite's own count would include the deliveries that go with their tasks.
    return await rows(
        current(),
        f'DELETE FROM "{table}" WHERE "id" IN (SELECT "id" FROM "{table}" WHERE {condition} LIMIT {AT_ONCE})'  # noqa: S608  our own words
        f' RETURNING "{column}"',
        *values,
    )


async def _count(table: str, condition: str, values: tuple[object, ...]) -> int:
    (row,) = await rows(current(), f'SELECT count(*) AS n FROM "{table}" WHERE {condition}', *values)  # noqa: S608  our own words
    return int(row["n"])


async def _erase_tokens(now: datetime) -> int:
    return await Delivery.filter(token__isnull=False, token_expires_at__lt=now).update(token=None)


async def _unreferred(urls: set[str]) -> set[str]:
    """The pictures nobody needs: no sticker's still, no sticker's art (named by SHA-256), not cached anew."""
    art = {PurePosixPath(url).stem: url for url in urls}
    stills = await GeneratedImage.filter(image_url__in=list(urls)).values_list("image_url", flat=True)
    cached = await ImageCache.filter(image_url__in=list(urls)).values_list("image_url", flat=True)
    kept = await StickerDetail.filter(art__in=list(art)).values_list("art", flat=True)
    return urls - {str(url) for url in (*stills, *cached)} - {art[str(name)] for name in kept}
