"""Who paints: the AI painter while it may and can, the cache where it has painted the same before, else a local one."""

import asyncio
import hashlib
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.errors import (
    AiRests,
    BudgetSpent,
    HostMustAct,
    KirasealError,
    MemberLimitReached,
    NoAiPainter,
    PainterBlind,
    ServerLimitReached,
    TryLater,
)
from bot.painters.painter import Art, Painter, Show
from bot.pipeline.seam import Clock
from bot.receipt import Account
from bot.renditions import art_name
from bot.stickers import caching, spending, statistics
from bot.stickers.caching import KeptArt
from bot.stickers.design import Design
from bot.stickers.recipe import Recipe
from bot.stickers.spending import Limits, Purchase
from bot.storage.folder import Storage
from models import cuid

if TYPE_CHECKING:  # its library takes a second to import, and many hosts have no AI painter
    from bot.painters.openai.painter import OpenAIPainter

AI = "openai"
"""The AI painter's name."""
PROMISE = timedelta(seconds=30)
"""How long a picture that is being made is nobody else's business, unless its maker says so again."""
RENEW_EVERY = 10.0
LOOK_EVERY = 0.5
"""Seconds between two looks for a picture that somebody else is making."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commission:
    """What is to be painted, for whom, and by whom.

    `fallback` is the local painter that may step in for the AI painter; None if the member wants no other. `is_last`
    says that there will be no further attempt. `member` is a Discord id.
    """

    task_id: str
    user_id: str
    member: int | None
    server_id: int | None
    design: Design
    picture: bytes | None
    painter: str
    fallback: str | None
    is_last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something to tell the member with the picture: the catalogue key and its values."""

    key: str
    values: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Painting:
    """Art, who painted it in the end, and what there is to tell about it."""

    art: Art
    painter: str
    note: Note | None = None


class Atelier:
    """Hands out painters. `ai` is None where the host has no AI painter."""

    def __init__(
        self,
        local: Mapping[str, Painter],
        ai: "OpenAIPainter | None",
        *,
        storage: Storage,
        clock: Clock,
        zone: ZoneInfo,
        limits: Limits,
        keep_for: timedelta,
    ) -> None:
        self._local, self._ai = local, ai
        self._storage, self._clock, self._zone = storage, clock, zone
        self._limits, self._keep_for = limits, keep_for

    async def paint(self, commission: Commission, show: Show) -> Painting:
        """Have it painted. Raises KirasealError; every charge is written down before anything else can go wrong."""
        if commission.painter != AI:
            return await self._by_hand(commission, commission.painter)
        if self._ai is None:  # the host took the key away after the order
            return await self._instead(commission, NoAiPainter())
        try:
            return await self._by_ai(self._ai, commission, show)
        except (AiRests, HostMustAct, PainterBlind) as exc:
            return await self._instead(commission, exc)
        except TryLater as exc:
            # What was charged and spoilt would be charged again.
            if not commission.is_last and exc.receipt is None:
                raise
            return await self._instead(commission, exc)

    async def _instead(self, commission: Commission, cause: KirasealError) -> Painting:
        """The local painter steps in, if it may, and the member is told."""
        log.warning("task %s: the AI painter did not paint", commission.task_id, exc_info=cause)
        if commission.fallback is None:
            raise cause
        painting = await self._by_hand(commission, commission.fallback)
        return Painting(art=painting.art, painter=painting.painter, note=_reason(cause))

    async def _by_hand(self, commission: Commission, name: str) -> Painting:
        art = await self._local[name].paint(commission.design, commission.picture)
        return Painting(art=art, painter=name)

    async def _by_ai(self, ai: "OpenAIPainter", commission: Commission, show: Show) -> Painting:
        recipe = ai.recipe(commission.design)
        await show((await self._by_hand(commission, local_painter(commission.design))).art.data)
        # By attempt: one that was overtaken may still be at it, and is somebody else.
        async with self._own(recipe, f"{commission.task_id} {cuid()}") as kept:
            if kept is not None:
                is_free = not await spending.has_bought(commission.task_id)
                return Painting(art=kept, painter=AI, note=Note(key="note-cached") if is_free else None)
            art = await self._bought(ai, commission, show)
            try:
                await self._keep(recipe, art)
            except Exception:  # it is paid: tried again, it would be paid again
                log.exception("task %s: its art was not kept for others", commission.task_id)
        return Painting(art=art, painter=AI)

    @asynccontextmanager
    async def _own(self, recipe: Recipe, maker: str) -> AsyncIterator[Art | None]:
        """The kept art of a recipe; or None, and the picture is ours alone to make until the block ends.

        While somebody else is at it, here or in another process, this waits.
        """
        while not await caching.promise(recipe, maker, now=self._clock(), until=self._clock() + PROMISE):
            if kept := await self._kept(recipe):
                yield kept
                return
            await asyncio.sleep(LOOK_EVERY)
        renewing = asyncio.create_task(self._renew(recipe, maker), name=f"promise of {maker}")
        try:
            yield None
        finally:
            renewing.cancel()
            await asyncio.gather(renewing, return_exceptions=True)
            await caching.give_up(recipe, maker)

    async def _renew(self, recipe: Recipe, maker: str) -> None:
        while True:
            await asyncio.sleep(RENEW_EVERY)
            try:
                await caching.promise(recipe, maker, now=self._clock(), until=self._clock() + PROMISE)
            except Exception:  # a locked database costs one renewal of three
                log.warning("task %s: a promise was not renewed", maker, exc_info=True)

    async def _kept(self, recipe: Recipe) -> Art | None:
        """Art that is made already. A row whose file is gone is given up."""
        found = await caching.look_up(recipe, self._clock())
        if found is None:
            return None
        data = await self._storage.read(art_name(found.art))
        if data is None:
            await caching.forget(recipe)
            return None
        return Art(data=data)

    async def _keep(self, recipe: Recipe, art: Art) -> None:
        digest = hashlib.sha256(art.data).hexdigest()
        await self._storage.write(art_name(digest), art.data)
        model, tokens = (art.receipt.model, art.receipt.tokens) if art.receipt else (recipe.model, 0)
        now = self._clock()
        kept = KeptArt(art=digest, model=model, tokens=tokens)
        await caching.keep(recipe, kept, now=now, until=now + self._keep_for)

    async def _bought(self, ai: "OpenAIPainter", commission: Commission, show: Show) -> Art:
        """Art from the AI painter, with every charge written down, of failures as well."""
        charge = await spending.reserve(self._purchase(ai, commission), self._limits, self._clock())
        account, is_broken_off = Account(), False
        try:
            return await ai.paint(
                commission.design, commission.picture, show, member=commission.member, account=account
            )
        except asyncio.CancelledError:
            is_broken_off = True
            raise
        finally:
            if account.receipt is not None:
                await spending.settle(charge, account.receipt)
            elif not (is_broken_off and account.begun):  # else it stays a picture of the day, of unknown cost
                await spending.release(charge)

    def _purchase(self, ai: "OpenAIPainter", commission: Commission) -> Purchase:
        now = self._clock()
        return Purchase(
            task_id=commission.task_id,
            user_id=commission.user_id,
            server_id=commission.server_id,
            painter=AI,
            model=ai.model,
            day=statistics.day_of(now, self._zone),
            month=statistics.month_of(now, self._zone),
            member=commission.member,
        )


def local_painter(design: Design) -> str:
    """The painter that draws this design without any service."""
    return "procedural" if design.picture is None else "portrait"


def _reason(cause: KirasealError) -> Note:
    key = _REASONS.get(type(cause))
    return Note(key="note-by-hand") if key is None else Note(key=key, values=cause.values)


_REASONS: Mapping[type[KirasealError], str] = {
    MemberLimitReached: "note-member-limit",
    ServerLimitReached: "note-server-limit",
    BudgetSpent: "note-budget-spent",
}
