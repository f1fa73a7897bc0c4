"""What a member may ask about their own data: what is kept, all of it in a parcel, and to be forgotten. No Discord."""

import asyncio
import logging
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.errors import Gone, StillPacking, StorageFailed
from bot.parcels import Mark, Parcel, digest_of, orders, pack
from bot.pipeline import work
from bot.pipeline.seam import Clock, Dispatcher
from bot.renditions import art_name, binder_mark, discard_shared, source_name, still_name
from bot.stickers import forgetting, inventory, members, preferences, statistics
from bot.stickers.exporting import Whose
from bot.stickers.forgetting import Traces
from bot.stickers.inventory import Kept
from bot.stickers.members import Identity
from bot.stickers.preferences import Preferences
from bot.storage.folder import Storage, is_a_name
from bot.words import Words

PACKED_AT_ONCE = 2
"""Parcels packed at one time, of all members: each takes memory of about its own size."""
CANCEL_GRACE = 5.0
"""Seconds that a forgotten member's tasks get to end by themselves; what is still at work then may write nothing."""
LOOK_EVERY = 0.05

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What /privacy tells: what is kept of the member, their choices, and whether an AI painter may see their ideas."""

    kept: Kept
    choices: Preferences
    has_ai: bool


class PrivacyDesk:
    """Everything here is about whoever asks, and nobody else. Every method raises KirasealError, nothing else."""

    def __init__(
        self, *, storage: Storage, dispatcher: Dispatcher, clock: Clock, zone: ZoneInfo, has_ai: bool
    ) -> None:
        self._storage, self._dispatcher = storage, dispatcher
        self._clock, self._zone, self._has_ai = clock, zone, has_ai
        self._packing: set[int] = set()
        self._turns = asyncio.Semaphore(PACKED_AT_ONCE)

    async def notice(self, identity: Identity) -> Notice:
        """What is kept of the member. To ask leaves no trace."""
        member = await members.find(identity.discord_id)
        if member is None:
            return Notice(kept=Kept(), choices=Preferences(), has_ai=self._has_ai)
        return Notice(
            kept=await inventory.of(member.id),
            choices=await preferences.preferences(member.id),
            has_ai=self._has_ai,
        )

    async def prefer(self, identity: Identity, chosen: Preferences) -> None:
        """Keep the member's choices."""
        member = await members.meet(identity)
        await preferences.prefer(member.id, chosen)

    async def export(self, identity: Identity, mark: Mark, *, limit: int, say: Words) -> Parcel:
        """The parcel that begins at `mark`, of at most `limit` bytes.

        Raises Gone where nothing is kept of the member, StillPacking while another parcel of theirs is packed, or
        StorageFailed.
        """
        member = await members.find(identity.discord_id)
        if member is None:
            raise Gone
        if identity.discord_id in self._packing:
            raise StillPacking
        self._packing.add(identity.discord_id)
        try:
            async with self._turns:
                whose = Whose(user_id=member.id, discord_id=member.discord_id)
                return await pack(whose, self._storage, mark, limit=limit, say=say)
        finally:
            self._packing.discard(identity.discord_id)

    async def forget(self, identity: Identity) -> int:
        """Delete everything that is kept of the member; how many seals that were. Twice, it does nothing more.

        Rows go in one transaction, files after it: what a crash leaves of them belongs to nobody, and upkeep takes it.
        """
        member = await members.find(identity.discord_id)
        if member is None:
            return 0
        await self._cancel_all(member.id)
        whose = Whose(user_id=member.id, discord_id=member.discord_id)
        traces = await forgetting.forget(whose, statistics.day_of(self._clock(), self._zone))
        if traces is None:
            return 0
        try:
            await self._sweep(member.id, traces)
        except StorageFailed:  # the rows are gone: nobody can see these files any more
            log.exception("some files of a forgotten member were left to upkeep")
        return len(traces.sticker_ids)

    async def _cancel_all(self, user_id: str) -> None:
        """Cancel what is under way, and wait a little, so that messages end as those of any cancelled order."""
        for task_id in await work.open_of(user_id):
            await self._dispatcher.cancel(task_id)
        with suppress(TimeoutError):
            async with asyncio.timeout(CANCEL_GRACE):
                while await work.open_of(user_id):  # noqa: ASYNC110 - they may end in another process
                    await asyncio.sleep(LOOK_EVERY)

    async def _sweep(self, user_id: str, traces: Traces) -> None:
        """Drop the member's files: their own, and of what others might share what nobody needs any more."""
        ordered = orders(traces.orders)
        # What an order that came to nothing had stored already has no row, but it has the seal's name.
        seals = {*traces.sticker_ids, *(order.sticker_id for order in ordered)}
        await self._storage.discard(_ours({still_name(seal) for seal in seals}))
        await self._discard_shared("images", {url.removeprefix("/") for url in traces.still_urls})
        mark = binder_mark(user_id)
        await self._storage.drop_cached(lambda name: name.startswith(mark) or name.partition("-")[0] in seals)
        sources = {digest_of(url) for url in traces.source_urls}
        sources |= {order.design.picture for order in ordered if order.design.picture}
        await self._discard_shared("art", {art_name(digest) for digest in traces.art})
        await self._discard_shared("sources", {source_name(digest) for digest in sources})

    async def _discard_shared(self, shelf: str, names: Collection[str]) -> None:
        wanted = [name for name in _ours(names) if name.startswith(f"{shelf}/")]
        await discard_shared(self._storage, shelf, wanted)


def _ours(names: Collection[str]) -> list[str]:
    """Those that storage can hold: a web app that shares the database may name its files otherwise."""
    return [name for name in names if is_a_name(name)]
