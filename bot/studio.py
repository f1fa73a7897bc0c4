"""The use cases, one method each: the first door the cogs knock on. No Discord, no SQL, no pixels."""

import hashlib
import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from bot.atelier import AI, Note, local_painter
from bot.counter import Counter, Place
from bot.drawing import pictures
from bot.errors import (
    Gone,
    NoAiPainter,
    NothingToCancel,
    NotYours,
    PictureTooHeavy,
    recalled,
)
from bot.pipeline import deliveries, work
from bot.pipeline.pool import ProcessPool
from bot.pipeline.seam import Address, Clock, Dispatcher
from bot.renditions import Renditions, source_name
from bot.stickers import blocking, keeping, members, request
from bot.stickers.choosing import ODDS, Odds
from bot.stickers.design import Design
from bot.stickers.house_rules import HouseRules, change_house_rules, house_rules
from bot.stickers.members import Identity
from bot.stickers.preferences import preferences
from bot.stickers.quotas import Quotas
from bot.stickers.rendition import Rendition
from bot.stickers.request import PainterChoice, Request
from bot.storage.folder import Storage
from bot.words import Words
from bot.workshop import Order, Result
from models import cuid

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom an outcome is for. `direct` when it may come by direct message where its place is gone."""

    discord_id: int
    direct: bool


def design_of(
    asked: Request, dice: random.Random, *, has_ai: bool, blocked: tuple[str, ...], odds: Odds = ODDS
) -> Design:
    """Check what was asked by the rules of the house, and choose the rest. Needs nothing that must be opened."""
    design = request.freeze(asked, dice, odds)
    blocking.check(design, blocked)
    if asked.painter is PainterChoice.AI and not has_ai:
        raise NoAiPainter
    return design


class Studio:
    """Everything a member can ask for. Every method raises KirasealError, and nothing else on purpose."""

    def __init__(
        self,
        *,
        storage: Storage,
        pool: ProcessPool,
        dispatcher: Dispatcher,
        counter: Counter,
        renditions: Renditions,
        clock: Clock,
        zone: ZoneInfo,
        has_ai: bool = False,
        blocked: tuple[str, ...] = (),
    ) -> None:
        self.clock = clock
        self._storage, self._pool, self._renditions, self._zone = storage, pool, renditions, zone
        self._dispatcher, self._counter = dispatcher, counter
        self._has_ai, self._blocked = has_ai, blocked
        self._dice = random.SystemRandom()

    def design(self, asked: Request, *, picture_bytes: int = 0, odds: Odds = ODDS) -> Design:
        """Check what was asked and choose the rest. Costs nothing and waits for nothing: ask it first."""
        if picture_bytes > pictures.MAX_BYTES:
            raise PictureTooHeavy(limit_mb=pictures.MAX_BYTES // MEGABYTE)
        return design_of(asked, self._dice, has_ai=self._has_ai, blocked=self._blocked, odds=odds)

    async def order(
        self,
        identity: Identity,
        design: Design,
        *,
        picture: bytes | None = None,
        painter: PainterChoice = PainterChoice.AUTO,
        place: Place | None = None,
        private: bool = False,
        aside: Note | None = None,
    ) -> str:
        """Write the task and let the work begin. Gives its id; the message at `place` follows it by itself.

        `aside` is told with the finished sticker.
        Raises what admission.admit raises, or what opening the picture raises; then nothing was written.
        """
        admission = await self._counter.let_in(identity, place)
        if picture is not None:
            design = replace(design, picture=await self._keep_source(picture))
        local = local_painter(design)
        by_ai = self._has_ai and admission.rules.ai and painter is not PainterChoice.LOCAL
        order = Order(
            sticker_id=cuid(),
            design=design,
            painter=AI if by_ai else local,
            fallback=local if by_ai and painter is PainterChoice.AUTO else None,
            member=identity.discord_id,
            server_id=place.server_id if place else None,
            channel_id=place.channel_id if place else None,
            private=private,
            aside=aside,
        )
        return await self._counter.accept(admission, order, place)

    async def order_by_hand(self, task_id: str, identity: Identity, *, place: Place | None = None) -> str:
        """Order once more, without AI, what the AI painter did not paint.

        Raises Gone, NotYours, WordBlocked, or what admission.admit raises; then nothing was written.
        """
        data = await work.data_of(task_id)
        if data is None:
            raise Gone
        order = Order.from_json(data)
        admission = await self._counter.let_in(identity, place, seals=len(order.seals))
        if await work.owner(task_id) != admission.asker.user_id:
            raise NotYours
        for seal in order.seals:
            blocking.check(seal.design, self._blocked)
        return await self._counter.accept(admission, order.by_hand().anew(), place)

    async def ordered(self, task_id: str, identity: Identity) -> Order:
        """What somebody ordered, to be edited. Reads one row, for a form must open at once. Raises Gone or NotYours."""
        data = await work.data_of(task_id)
        if data is None:
            raise Gone
        order = Order.from_json(data)
        if order.member != identity.discord_id:
            raise NotYours
        return order

    async def cancel(self, task_id: str, identity: Identity, *, moderates: int | None = None) -> None:
        """Take a task back: one's own, or a public one in the channel that the asker `moderates`.

        Raises NotYours or NothingToCancel.
        """
        member = await members.meet(identity)
        owner = await work.owner(task_id)
        if owner is not None and owner != member.id and not await self._is_public_in(task_id, moderates):
            raise NotYours
        if owner is None or not await self._dispatcher.cancel(task_id):
            raise NothingToCancel

    async def finished(self, sticker_id: str) -> keeping.Sticker:
        """A sticker for its own message. Raises Gone."""
        sticker = await keeping.sticker(sticker_id)
        if sticker is None:
            raise Gone
        return sticker

    async def all_finished(self, sticker_ids: Iterable[str]) -> list[keeping.Sticker]:
        """Those of the stickers that are there, in their order."""
        found = [await keeping.sticker(sticker_id) for sticker_id in sticker_ids]
        return [sticker for sticker in found if sticker is not None]

    async def outcome(self, task_id: str) -> keeping.Sticker:
        """The sticker of a task that ended. Raises what the task failed of, or Gone."""
        ended = await work.ended(task_id)
        if ended is None or await work.owner(task_id) is None:
            raise Gone
        if ended.result is None:
            raise recalled(ended.error_key, ended.error_values)
        result = Result.read(task_id, ended.result)
        if result is None:
            raise Gone
        return await self.finished(result.sticker_id)

    async def open(self, sticker_id: str, viewer: Identity) -> keeping.Sticker:
        """A sticker for somebody who asks to see it. A private one is Gone for everybody but its owner."""
        return await keeping.seen_by(viewer.discord_id, sticker_id)

    async def picture(self, sticker: keeping.Sticker, form: Rendition, say: Words) -> bytes:
        """The file of a sticker; what is not kept is drawn again. Raises StorageFailed or WorkerLost."""
        return await self._renditions.of(sticker, form, say)

    async def house_rules(self, server_id: int) -> HouseRules:
        """What a server chose for itself."""
        return await house_rules(server_id)

    async def change_house_rules(self, server_id: int, **changes: Any) -> HouseRules:
        """Change some of a server's rules, and give them all. The cog knows that the asker may."""
        _, rules = await change_house_rules(server_id, lambda rules: replace(rules, **changes))
        return rules

    @property
    def quotas(self) -> Quotas:
        """What the host allows."""
        return self._counter.quotas

    async def message_of(self, task_id: str) -> Address | None:
        """Where a task's message stands."""
        return await deliveries.find(task_id)

    async def contact(self, user_id: str) -> Contact | None:
        """How the owner of a task is reached; None for somebody who is not there any more."""
        found = await members.discord_id(user_id)
        if found is None:
            return None
        return Contact(discord_id=found, direct=(await preferences(user_id)).direct)

    async def _is_public_in(self, task_id: str, channel_id: int | None) -> bool:
        """Whether a task's message stands in this channel for all to see."""
        address = None if channel_id is None else await deliveries.find(task_id)
        return address is not None and address.channel_id == channel_id and not address.ephemeral

    async def _keep_source(self, data: bytes) -> str:
        if len(data) > pictures.MAX_BYTES:
            raise PictureTooHeavy(limit_mb=pictures.MAX_BYTES // MEGABYTE)
        kept = await self._pool(pictures.keep_picture, data)
        digest = hashlib.sha256(kept).hexdigest()
        await self._storage.write(source_name(digest), kept)
        return digest
