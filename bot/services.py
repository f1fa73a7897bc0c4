"""Open everything the bot stands on, in order, and close it in reverse. Decides nothing."""

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.album import Album
from bot.atelier import Atelier
from bot.collection import Collection
from bot.counter import Counter
from bot.database import Database
from bot.fonts import find_typefaces
from bot.log import Logging, set_up_logging
from bot.painters.local import PortraitPainter, ProceduralPainter
from bot.painters.openai.access import Access
from bot.painters.painter import Painter
from bot.pipeline.announcer import Announcer
from bot.pipeline.embedded import EmbeddedDispatcher
from bot.pipeline.pool import ProcessPool
from bot.pipeline.progress import ProgressBoard
from bot.pipeline.seam import Clock
from bot.privacy import PrivacyDesk
from bot.reception import Reception
from bot.rendering import jobs
from bot.rendering.typefaces import Typefaces
from bot.renditions import Renditions
from bot.settings import Settings
from bot.showcase import Showcase
from bot.stickers import blocking
from bot.stickers.quotas import Quotas
from bot.stickers.spending import Limits
from bot.storage.folder import Folder
from bot.studio import Studio
from bot.tally import Tally
from bot.upkeep.backup import MEGABYTE, BackupPlan
from bot.upkeep.caretaker import Caretaker, usual_chores
from bot.upkeep.cleanup import Cleanup
from bot.workshop import Workshop
from models import DateTimeForm

if TYPE_CHECKING:
    from bot.painters.openai.painter import OpenAIPainter

WORK_GRACE = 5.0
"""Seconds that running work gets to finish when the bot stops; a sticker takes about half a second."""
DELIVERY_GRACE = 2.0
WAITING_SLOTS = 12
"""Tasks that may wait for the AI painter at one time, besides those that draw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """What the client, the command line and the tests are handed."""

    settings: Settings
    studio: Studio
    privacy: PrivacyDesk
    reception: Reception
    collection: Collection
    album: Album
    tally: Tally
    announcer: Announcer
    dispatcher: EmbeddedDispatcher
    board: ProgressBoard
    pool: ProcessPool
    caretaker: Caretaker

    async def drain(self, *alongside: Coroutine[Any, Any, None]) -> None:
        """Finish what can be finished in a few seconds, hand back the rest. The bot should still be connected.

        `alongside`: what else ends meanwhile, and may still write orders; their messages say that it goes on later.
        """
        await asyncio.gather(self.dispatcher.stop(WORK_GRACE), *alongside)
        await self.announcer.stop(DELIVERY_GRACE)

    async def idle(self) -> None:
        """Wait until no task waits or works and every message says so."""
        await self.dispatcher.idle()
        await self.announcer.idle()


def utc_now() -> datetime:
    """The clock of the real world."""
    return datetime.now(UTC)


@asynccontextmanager
async def open_services(
    settings: Settings,
    *,
    clock: Clock = utc_now,
    painters: dict[str, Painter] | None = None,
    pool: ProcessPool | None = None,
    upkeep: bool = True,
) -> AsyncIterator[Services]:
    """Everything, open and at work. The database must have been migrated.

    Enter it before a bot connects: what starts here belongs to the house and not to the bot. `painters` by name
    replace the local ones; a `pool` that is handed in is neither started nor stopped.
    """
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(
            Database.open(settings.database_url, form=DateTimeForm(settings.timestamps))
        )
        faces = find_typefaces(settings.fonts)
        storage = Folder(settings.data)
        if pool is None:
            pool = drawing_pool(settings.workers, faces, settings.logging())
            stack.push_async_callback(pool.stop)
            await pool.start()
        board = ProgressBoard()
        ai = await stack.enter_async_context(_ai_painter(settings.image_server(), pool))
        workshop = Workshop(
            atelier=Atelier(
                painters or local_painters(pool),
                ai,
                storage=storage,
                clock=clock,
                zone=settings.timezone,
                limits=Limits(
                    member_daily=settings.ai_member_daily,
                    server_daily=settings.ai_server_daily,
                    monthly_micros=round(settings.ai_monthly_budget * 1_000_000),
                ),
                keep_for=timedelta(days=settings.ai_cache_days),
            ),
            pool=pool,
            storage=storage,
            faces=faces,
            clock=clock,
            zone=settings.timezone,
        )
        announcer = Announcer(board, clock=clock)
        # One slot more than processes: while one task writes its rows, the processes still have work. Tasks that wait
        # for the AI painter need no process.
        dispatcher = EmbeddedDispatcher(
            workshop,
            board,
            slots=settings.workers + 1 + (WAITING_SLOTS if ai else 0),
            clock=clock,
            name=f"{socket.gethostname()}:{os.getpid()}",
        )
        renditions = Renditions(storage=storage, pool=pool, faces=faces, clock=clock, zone=settings.timezone)
        counter = Counter(
            dispatcher=dispatcher,
            announcer=announcer,
            clock=clock,
            zone=settings.timezone,
            quotas=Quotas(
                at_once=settings.waiting_limit,
                member_daily=settings.member_daily,
                server_daily=settings.server_daily,
                cooldown=timedelta(seconds=settings.cooldown),
            ),
        )
        blocked = blocking.parse(settings.blocked_words)
        studio = Studio(
            storage=storage,
            pool=pool,
            dispatcher=dispatcher,
            counter=counter,
            renditions=renditions,
            clock=clock,
            zone=settings.timezone,
            has_ai=ai is not None,
            blocked=blocked,
        )
        collection = Collection(
            counter=counter, renditions=renditions, has_ai=ai is not None, blocked=blocked
        )
        services = Services(
            settings=settings,
            studio=studio,
            privacy=PrivacyDesk(
                storage=storage,
                dispatcher=dispatcher,
                clock=clock,
                zone=settings.timezone,
                has_ai=ai is not None,
            ),
            reception=Reception(Showcase(storage=storage, pool=pool, faces=faces)),
            collection=collection,
            album=Album(renditions=renditions),
            tally=Tally(
                pool=pool,
                faces=faces,
                clock=clock,
                zone=settings.timezone,
                monthly_micros=round(settings.ai_monthly_budget * 1_000_000) if ai else None,
            ),
            announcer=announcer,
            dispatcher=dispatcher,
            board=board,
            pool=pool,
            caretaker=Caretaker(
                usual_chores(
                    Cleanup(storage, cache_bytes=settings.cache_mb * MEGABYTE),
                    BackupPlan.of(settings),
                    backup_every=timedelta(hours=settings.backup_hours),
                ),
                clock=clock,
            ),
        )
        await announcer.start()
        await dispatcher.start()
        stack.push_async_callback(services.drain)
        if upkeep:
            await stack.enter_async_context(services.caretaker.at_work())
        yield services


def drawing_pool(size: int, faces: Typefaces, log_as: Logging | None = None) -> ProcessPool:
    """Processes that know how to draw, warmed with the typefaces, and that log like this one. Not started yet."""
    modules = ("bot.rendering.jobs", "bot.painters.local", "bot.painters.openai.receiving")
    return ProcessPool(size, prepare=_warm_up, arguments=(faces, log_as), preload=modules)


def _warm_up(faces: Typefaces, log_as: Logging | None) -> None:
    """Runs in a fresh process: nothing of our set-up has come along but the standard error."""
    if log_as is not None:
        set_up_logging(log_as)
    jobs.warm_up(faces)


def local_painters(pool: ProcessPool) -> dict[str, Painter]:
    """The painters that need no network, by name."""
    painters: tuple[Painter, ...] = (ProceduralPainter(pool), PortraitPainter(pool))
    return {painter.name: painter for painter in painters}


@asynccontextmanager
async def _ai_painter(access: Access | None, pool: ProcessPool) -> AsyncIterator["OpenAIPainter | None"]:
    """The AI painter, if the host has one; its library is loaded only then."""
    if access is None:
        yield None
        return
    from bot.painters.openai.painter import OpenAIPainter
    from bot.painters.openai.server import ImageServer

    server = ImageServer(access)
    try:
        yield OpenAIPainter(pool, server)
    finally:
        await server.close()
