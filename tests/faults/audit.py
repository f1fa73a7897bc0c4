"""Reads the database of a bot from outside, as a host would who asks what became of an order. Writes nothing."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

SHELVES = ("images", "art", "sources")
"""Folders whose files must each belong to a row; the cache may hold what it likes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """A task as its rows tell it. `works` is how many rows say that it is not over."""

    task_id: str
    status: str
    error: str | None
    sticker_id: str
    works: int
    delivery: str
    token_kept: bool
    way: str
    images: int
    runs: int

    @property
    def over(self) -> bool:
        """Whether it has ended, and its message with it."""
        return self.works == 0 and self.status in ("completed", "failed") and self.delivery != "open"


class Audit:
    """The rows and files of one bot's folder."""

    def __init__(self, folder: Path) -> None:
        self._database, self._data = folder / "test.db", folder / "data"

    def ordered(self, name: str) -> Ordered | None:
        """The task of the order with this character name; None when nothing was written for it."""
        found = self._ask(
            'SELECT t."id", t."status", t."error", t."data", d."state", d."token", d."way",'
            ' (SELECT COUNT(*) FROM "Work" w WHERE w."taskId" = t."id"),'
            ' (SELECT COUNT(*) FROM "Run" r WHERE r."taskId" = t."id")'
            ' FROM "Task" t JOIN "Delivery" d ON d."taskId" = t."id"'
            " WHERE json_extract(t.\"data\", '$.design.name') = ?",
            name,
        )
        if not found:
            return None
        task_id, status, error, data, delivery, token, way, works, runs = found[0]
        sticker_id = json.loads(data)["sticker_id"]
        ((images,),) = self._ask('SELECT COUNT(*) FROM "GeneratedImage" WHERE "id" = ?', sticker_id)
        return Ordered(
            task_id=task_id,
            status=status,
            error=error,
            sticker_id=sticker_id,
            works=works,
            delivery=delivery,
            token_kept=token is not None,
            way=way,
            images=images,
            runs=runs,
        )

    def settled(self) -> bool:
        """Whether no task waits or works, and no message is open."""
        ((works, open_ones),) = self._ask(
            'SELECT (SELECT COUNT(*) FROM "Work"), (SELECT COUNT(*) FROM "Delivery" WHERE "state" = \'open\')'
        )
        return works == open_ones == 0

    def miscounted(self) -> list[str]:
        """Whose statistics say something else than the runs of their tasks, and in what."""
        counted = self._ask(
            'SELECT u."id", u."email",'
            ' (SELECT COUNT(*) FROM "GeneratedImage" g WHERE g."userId" = u."id"),'
            ' (SELECT COUNT(*) FROM "Run" r WHERE r."userId" = u."id" AND r."outcome" = \'completed\'),'
            ' (SELECT COUNT(*) FROM "Run" r WHERE r."userId" = u."id" AND r."outcome" = \'failed\'),'
            ' (SELECT COALESCE(SUM("imageCount"), 0) FROM "UsageStats" s WHERE s."userId" = u."id"),'
            ' (SELECT COALESCE(SUM("successCount"), 0) FROM "UsageStats" s WHERE s."userId" = u."id"),'
            ' (SELECT COALESCE(SUM("failureCount"), 0) FROM "UsageStats" s WHERE s."userId" = u."id")'
            ' FROM "User" u'
        )
        return [
            f"{email}: {images} stickers, {completed} runs and {failed} failed; counted {counts}"
            for _, email, images, completed, failed, *counts in counted
            if counts != [images, completed, failed] or images != completed
        ]

    def totals(self) -> dict[str, int]:
        """How many of each: tasks by status, stickers, and what the statistics sum up to."""
        ((completed, failed, cancelled, images, counted),) = self._ask(
            'SELECT (SELECT COUNT(*) FROM "Run" WHERE "outcome" = \'completed\'),'
            ' (SELECT COUNT(*) FROM "Run" WHERE "outcome" = \'failed\'),'
            ' (SELECT COUNT(*) FROM "Run" WHERE "outcome" = \'cancelled\'),'
            ' (SELECT COUNT(*) FROM "GeneratedImage"),'
            ' (SELECT COALESCE(SUM("successCount"), 0) FROM "UsageStats")'
        )
        return {
            "completed": completed,
            "failed": failed,
            "cancelled": cancelled,
            "images": images,
            "counted": counted,
        }

    def open_rows(self) -> dict[str, int]:
        """What should be nothing when all is quiet: rows of work, open messages, tasks that have not ended."""
        ((works, open_ones, unended),) = self._ask(
            'SELECT (SELECT COUNT(*) FROM "Work"), (SELECT COUNT(*) FROM "Delivery" WHERE "state" = \'open\'),'
            " (SELECT COUNT(*) FROM \"Task\" WHERE \"status\" IN ('pending', 'processing'))"
        )
        return {"works": works, "open": open_ones, "unended": unended}

    def orphans(self) -> list[str]:
        """Files that no row speaks of, and scratch files."""
        files = [path for shelf in SHELVES for path in (self._data / shelf).glob("*")]
        known = self._known()
        return sorted(f"{path.parent.name}/{path.name}" for path in files if path.stem not in known)

    def missing(self) -> list[str]:
        """Stickers whose still or art is not there, or not whole."""
        details = self._ask('SELECT "stickerId", "art" FROM "StickerDetail"')
        wanted = [(f"images/{sticker}.webp", f"art/{art}.webp") for sticker, art in details]
        return [name for pair in wanted for name in pair if not self._is_whole(self._data / name)]

    def _known(self) -> set[str]:
        details = self._ask('SELECT "stickerId", "art", "design" FROM "StickerDetail"')
        sources = {json.loads(design).get("picture") for _, _, design in details}
        return {name for sticker, art, _ in details for name in (sticker, art)} | {*filter(None, sources)}

    def _is_whole(self, path: Path) -> bool:
        if not path.exists():
            return False
        data = path.read_bytes()
        return data[:4] == b"RIFF" and int.from_bytes(data[4:8], "little") + 8 == len(data)

    def _ask(self, statement: str, *values: object) -> list[tuple]:
        with self._reading() as connection:
            return connection.execute(statement, values).fetchall()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(f"file:{self._database}?mode=ro", uri=True, timeout=10)) as connection:
            yield connection
