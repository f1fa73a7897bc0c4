"""What can be done with a finished sticker, one method each: the cogs' second door. No Discord, no SQL, no pixels."""

from dataclasses import dataclass, replace

from bot.atelier import AI, Note, local_painter
from bot.counter import Counter, Place
from bot.errors import Gone, NotYours
from bot.renditions import Renditions
from bot.stickers import blocking, keeping, members, tending
from bot.stickers.design import Attribute, Design
from bot.stickers.keeping import Sticker
from bot.stickers.members import Identity
from bot.stickers.redress import Change, redressed
from bot.stickers.trio import TRIO, companions
from bot.workshop import Order
from models import cuid


@dataclass(frozen=True, slots=True, kw_only=True)
class Overseer:
    """What somebody moderates: a server as a whole, or one channel; each by its id, None for neither."""

    server_id: int | None = None
    channel_id: int | None = None

    def minds(self, sticker: Sticker) -> bool:
        """Whether a sticker was made where they moderate, for all to see."""
        places = ((self.server_id, sticker.server_id), (self.channel_id, sticker.channel_id))
        return not sticker.private and any(mine is not None and mine == its for mine, its in places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """A sticker, how it would look in another dress, and a small picture of that (WebP)."""

    sticker: Sticker
    design: Design
    picture: bytes


class Collection:
    """Finished stickers. Every method raises KirasealError, and nothing else on purpose."""

    def __init__(
        self,
        *,
        counter: Counter,
        renditions: Renditions,
        has_ai: bool = False,
        blocked: tuple[str, ...] = (),
    ) -> None:
        self._counter, self._renditions = counter, renditions
        self._has_ai, self._blocked = has_ai, blocked

    async def mine(self, sticker_id: str, identity: Identity) -> Sticker:
        """A sticker for its owner. Raises Gone, or NotYours where others may only look."""
        sticker = await keeping.seen_by(identity.discord_id, sticker_id)
        if sticker.owner_discord_id != identity.discord_id:
            raise NotYours
        return sticker

    async def again(
        self, sticker_id: str, identity: Identity, *, place: Place | None = None, aside: Note | None = None
    ) -> str:
        """Order the same once more with new art. Gives the task's id; the message at `place` follows it.

        `aside` is told with the finished sticker.
        Raises Gone, NotYours, WordBlocked, what admission.admit raises, or UnderWay; then nothing was written.
        """
        sticker = await self.mine(sticker_id, identity)
        variation = await tending.next_variation(sticker.owner_id, sticker.design)
        design = replace(sticker.design, variation=variation)
        return await self._order(identity, self._painted(sticker, design, place), place, aside)

    async def trio(
        self, sticker_id: str, identity: Identity, *, place: Place | None = None, aside: Note | None = None
    ) -> str:
        """Order the matching angel, guardian and devil, all in one task and one message.

        A sticker that is one of them itself takes its own place. Raises what `again` raises, or TooFewLeft.
        """
        sticker = await self.mine(sticker_id, identity)
        orders: dict[Attribute, Order] = {}
        for attribute, design in companions(sticker.design).items():
            variation = await tending.next_variation(sticker.owner_id, design)
            orders[attribute] = self._painted(sticker, replace(design, variation=variation), place)
        shown = tuple(orders[each].sticker_id if each in orders else sticker.id for each in TRIO)
        first, *others = orders.values()
        return await self._order(identity, replace(first, others=tuple(others), shown=shown), place, aside)

    async def redress(
        self,
        sticker_id: str,
        identity: Identity,
        change: Change,
        *,
        place: Place | None = None,
        aside: Note | None = None,
    ) -> str:
        """Order a sticker once more in another dress, as a new one: its art is kept, not painted again.

        Raises what `again` raises, or what a change may be refused for; then nothing was written.
        """
        sticker = await self.mine(sticker_id, identity)
        design = self._dressed(sticker, change)
        order = replace(self._painted(sticker, design, place), art=sticker.art, painter=sticker.painter)
        return await self._order(identity, replace(order, fallback=None), place, aside)

    async def dress(self, sticker_id: str, identity: Identity, change: Change) -> Sticker:
        """Dress a sticker anew in its place, which counts for nothing.

        Raises Gone, NotYours, StorageFailed, WorkerLost, or what a change may be refused for.
        """
        sticker = await self.mine(sticker_id, identity)
        design = self._dressed(sticker, change)
        if design == sticker.design:
            return sticker
        # Drawn once before it is written down: lost art must not leave a sticker that nobody can draw.
        await self._renditions.draft(sticker, design)
        if not await tending.dress(sticker.id, design):
            raise Gone
        dressed = replace(sticker, design=design, renderer_version=tending.UNDRAWN)
        await self._renditions.redraw(dressed)
        await self._renditions.forget_dresses(dressed)
        return await keeping.seen_by(identity.discord_id, sticker_id)

    async def fitting(self, sticker_id: str, identity: Identity, change: Change) -> Fitting:
        """How a sticker would look. Writes nothing. Raises what `dress` raises."""
        sticker = await self.mine(sticker_id, identity)
        design = self._dressed(sticker, change)
        picture = await self._renditions.draft(sticker, design)
        return Fitting(sticker=sticker, design=design, picture=picture)

    async def worn(self, sticker_id: str, identity: Identity, change: Change) -> Design:
        """How a sticker would look, on paper. Reads one sticker and draws nothing. Raises what `dress` raises."""
        return self._dressed(await self.mine(sticker_id, identity), change)

    async def favour(self, sticker_id: str, identity: Identity) -> Sticker:
        """Put a sticker that they may see among somebody's favourites, if it is not there yet. Raises Gone."""
        sticker = await keeping.seen_by(identity.discord_id, sticker_id)
        await tending.favour((await members.meet(identity)).id, sticker.id)
        return sticker

    async def disfavour(self, sticker_id: str, identity: Identity) -> Sticker:
        """Take a sticker from somebody's favourites. Raises Gone."""
        sticker = await keeping.seen_by(identity.discord_id, sticker_id)
        await tending.disfavour((await members.meet(identity)).id, sticker.id)
        return sticker

    async def set_private(
        self, sticker_id: str, identity: Identity, *, private: bool
    ) -> tuple[Sticker, bool]:
        """Hide a sticker, or show it to all; whether that changed anything. Raises Gone or NotYours."""
        sticker = await self.mine(sticker_id, identity)
        changed = await tending.set_private(sticker.id, private=private)
        return replace(sticker, private=private), changed

    async def deletable(self, sticker_id: str, identity: Identity, overseer: Overseer) -> Sticker:
        """A sticker for who may delete it: its owner, or who minds the place. Raises Gone or NotYours."""
        sticker = await keeping.seen_by(identity.discord_id, sticker_id)
        if sticker.owner_discord_id != identity.discord_id and not overseer.minds(sticker):
            raise NotYours
        return sticker

    async def delete(self, sticker_id: str, identity: Identity, overseer: Overseer) -> Sticker:
        """Delete a sticker with its files, for ever. Raises Gone or NotYours.

        A crash in between leaves files that upkeep clears away, never a row without its picture.
        """
        sticker = await self.deletable(sticker_id, identity, overseer)
        if not await tending.remove(sticker):
            raise Gone
        await self._renditions.drop(sticker)
        return sticker

    def _dressed(self, sticker: Sticker, change: Change) -> Design:
        if sticker.art is None:
            raise Gone
        design = redressed(sticker.design, change)
        blocking.check(design, self._blocked)
        return design

    def _painted(self, sticker: Sticker, design: Design, place: Place | None) -> Order:
        """An order of this design by the painter that painted the sticker: AI costs money where it did before only."""
        local, by_ai = local_painter(design), self._has_ai and sticker.painter == AI
        return Order(
            sticker_id=cuid(),
            design=design,
            painter=AI if by_ai else local,
            fallback=local if by_ai else None,
            member=sticker.owner_discord_id,
            server_id=place.server_id if place else None,
            channel_id=place.channel_id if place else None,
            private=sticker.private,
            parent_id=sticker.id,
        )

    async def _order(self, identity: Identity, order: Order, place: Place | None, aside: Note | None) -> str:
        for seal in order.seals:
            blocking.check(seal.design, self._blocked)
        admission = await self._counter.let_in(identity, place, seals=len(order.seals))
        if not admission.rules.ai:
            order = order.by_hand()
        return await self._counter.accept(admission, replace(order, aside=aside), place)
