"""Clear away what has had its time, as the design says, and name the files that may go with it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePosixPath

from models import Delivery, GeneratedImage, ImageCache, Session, StickerDetail, Task, TaskStatus
from models.statements import current, rows, stored

TASK_AGE = timedelta(days=7)
"""How long a task that ended is kept."""
CACHES_AT_ONCE = 1000
"""Caches removed in one go; the next takes the rest. A statement takes no more than 32,766 values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """How many rows went. `image_urls` are pictures of expired caches that nothing refers to any more."""

    tasks: int
    caches: int
    sessions: int
    tokens: int
    image_urls: tuple[str, ...]


async def clean_up(now: datetime) -> Cleaned:
    """Remove ended tasks older than seven days, expired caches and sessions; erase expired delivery tokens.

    Each is one statement: it may run at any time, beside workers and other processes.
    """
    expired = await _expired_caches(now)
    return Cleaned(
        tasks=await _ended_tasks(now - TASK_AGE),
        caches=len(expired),
        sessions=await _expired_sessions(now),
        tokens=await Delivery.filter(token__isnull=False, token_expires_at__lt=now).update(token=None),
        # A promise to make a picture has none yet.
        image_urls=tuple(sorted(await _unreferred({url for url in expired if url}))),
    )


async def _ended_tasks(older_than: datetime) -> int:
    # Counted by RETURNING: SQLite's own count would include the deliveries that go with them.
    deleted = await rows(
        current(),
        'DELETE FROM "Task" WHERE "createdAt" < ? AND "status" IN (?, ?) RETURNING "id"',
        stored(Task, "created_at", older_than),
        TaskStatus.COMPLETED.value,
        TaskStatus.FAILED.value,
    )
    return len(deleted)


async def _expired_caches(now: datetime) -> list[str]:
    deleted = await rows(
        current(),
        'DELETE FROM "ImageCache" WHERE "id" IN'
        ' (SELECT "id" FROM "ImageCache" WHERE "expiresAt" < ? ORDER BY "expiresAt" LIMIT ?)'
        ' RETURNING "imageUrl"',
        stored(ImageCache, "expires_at", now),
        CACHES_AT_ONCE,
    )
    return [row["imageUrl"] for row in deleted]


async def _expired_sessions(now: datetime) -> int:
    return await Session.filter(expires__lt=now).delete()


async def _unreferred(urls: set[str]) -> set[str]:
    """The pictures nobody needs: no sticker's still, no sticker's art (named by SHA-256), not cached anew."""
    art = {PurePosixPath(url).stem: url for url in urls}
    stills = await GeneratedImage.filter(image_url__in=list(urls)).values_list("image_url", flat=True)
    cached = await ImageCache.filter(image_url__in=list(urls)).values_list("image_url", flat=True)
    kept = await StickerDetail.filter(art__in=list(art)).values_list("art", flat=True)
    return urls - {str(url) for url in (*stills, *cached)} - {art[str(name)] for name in kept}
