"""Clear away rows and files that have had their time, in pieces that disturb nobody. Only rows tell what may go."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from bot.stickers import references, upkeep
from bot.storage.folder import BATCH, SHELVES, Storage
from bot.upkeep import journal
from bot.upkeep.steps import Show, Step, unseen

SAFE_AGE = timedelta(hours=1)
"""How old a file must be before it counts as forgotten: workers store files before they write the row."""
SUSPECTS_AT_ONCE = 20_000
"""Names in memory at one time, a few megabytes. For so many it is worth going through all stickers once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Swept:
    """What went, or would go. `files` had no row; `size` is their bytes; `cached` went for want of room."""

    tasks: int = 0
    caches: int = 0
    sessions: int = 0
    tokens: int = 0
    quotas: int = 0
    runs: int = 0
    files: int = 0
    size: int = 0
    scratch: int = 0
    cached: int = 0

    def counts(self) -> dict[str, int]:
        """Every number by its name."""
        return asdict(self)


class Cleanup:
    """Clears away. `cache_bytes` is the room of what can be drawn again."""

    def __init__(self, storage: Storage, *, cache_bytes: int) -> None:
        self._storage, self._cache_bytes = storage, cache_bytes

    async def sweep(self, now: datetime, show: Show = unseen, *, drop: bool = True) -> Swept:
        """Clear away, or only count what there is to clear away. Raises StorageFailed.

        May be cut off at any moment and run again, beside workers and in several processes at once.
        """
        show(Step(key="upkeep-rows"))
        swept = await (self._drop_rows(now) if drop else _count_rows(now))
        for done, shelf in enumerate(SHELVES):
            show(Step(key="upkeep-files", done=done, total=len(SHELVES)))
            files, size = await self._sweep_shelf(shelf, now, drop=drop)
            swept = replace(swept, files=swept.files + files, size=swept.size + size)
        return replace(
            swept,
            runs=await journal.forget(now, drop=drop),
            scratch=await self._storage.scratch(now - SAFE_AGE, drop=drop),
            cached=await self._storage.trim(self._cache_bytes, drop=drop),
        )

    async def _drop_rows(self, now: datetime) -> Swept:
        swept = Swept()
        while True:
            cleaned = await upkeep.clean_up(now)
            swept = replace(
                swept,
                tasks=swept.tasks + cleaned.tasks,
                caches=swept.caches + cleaned.caches,
                sessions=swept.sessions + cleaned.sessions,
                tokens=swept.tokens + cleaned.tokens,
                quotas=swept.quotas + cleaned.quotas,
                files=swept.files + len(cleaned.image_urls),
            )
            for url in cleaned.image_urls:
                await self._storage.delete(url.removeprefix("/"))
            if cleaned.is_all:
                return swept

    async def _sweep_shelf(self, shelf: str, now: datetime, *, drop: bool) -> tuple[int, int]:
        """How many files of a shelf nobody needs, and their bytes."""
        files = size = 0
        suspects: dict[str, int] = {}
        async for batch in self._storage.older(shelf, now - SAFE_AGE):
            sizes = {file.name: file.size for file in batch}
            stray = await references.suspects(shelf, sizes)
            suspects |= {name: sizes[name] for name in stray}
            if len(suspects) >= SUSPECTS_AT_ONCE:
                files, size = _sum((files, size), await self._settle(shelf, suspects, now, drop=drop))
                suspects = {}
        return _sum((files, size), await self._settle(shelf, suspects, now, drop=drop))

    async def _settle(
        self, shelf: str, suspects: dict[str, int], now: datetime, *, drop: bool
    ) -> tuple[int, int]:
        """Drop, or count, those suspects that are nobody's indeed."""
        if not suspects:
            return 0, 0
        lost = sorted(await references.unreferred(shelf, suspects))
        if not drop:
            return len(lost), sum(suspects[name] for name in lost)
        files = size = 0
        for start in range(0, len(lost), BATCH):
            names = lost[start : start + BATCH]
            files, size = _sum((files, size), await self._storage.drop_older(names, now - SAFE_AGE))
        return files, size


async def _count_rows(now: datetime) -> Swept:
    there = await upkeep.foresee(now)
    return Swept(
        tasks=there.tasks,
        caches=there.caches,
        sessions=there.sessions,
        tokens=there.tokens,
        quotas=there.quotas,
    )


def _sum(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]
