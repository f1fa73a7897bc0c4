"""The real house behind the stage: real studio, pipeline, database and pool. Only the clock can be set."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.client import StickerBot
from bot.database import migrate
from bot.fonts import find_typefaces
from bot.painters.painter import Painter
from bot.pipeline.pool import ProcessPool
from bot.services import Services, drawing_pool, open_services
from bot.settings import Settings


@dataclass(slots=True)
class SetClock:
    """The time, moved on by hand."""

    offset: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.offset


@dataclass(frozen=True, slots=True)
class House:
    """A Backstage (see harness.py) of the real services."""

    services: Services
    clock: SetClock

    def bot(self) -> StickerBot:
        return StickerBot(
            studio=self.services.studio,
            privacy=self.services.privacy,
            reception=self.services.reception,
            collection=self.services.collection,
            album=self.services.album,
            tally=self.services.tally,
            announcer=self.services.announcer,
            data=self.services.settings.data,
        )

    async def idle(self) -> None:
        await self.services.idle()


def settings_in(folder: Path, **chosen: object) -> Settings:
    return Settings(
        _env_file=None,
        **{
            "database_url": f"file:{folder / 'test.db'}",
            "data": folder / "data",
            "backups": folder / "backups",
            "workers": 2,
            **chosen,
        },
    )


@asynccontextmanager
async def open_house(
    settings: Settings, pool: ProcessPool, painters: dict[str, Painter] | None = None
) -> AsyncIterator[House]:
    await migrate(settings.database_url)
    clock = SetClock()
    async with open_services(settings, clock=clock, painters=painters, pool=pool, upkeep=False) as services:
        yield House(services, clock)


@pytest.fixture(scope="session")
def pool() -> Iterator[ProcessPool]:
    """One pool for all tests: a fresh worker takes a second to warm up."""
    pool = drawing_pool(2, find_typefaces())
    # Before any stage: to start a second process looks at the first by a clock that stands still under SimCord.
    asyncio.run(pool.start())
    yield pool
    asyncio.run(pool.stop())
