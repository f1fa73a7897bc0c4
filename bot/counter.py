"""The counter where orders are taken: who may, one transaction, a message that follows, workers that wake."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from tortoise.backends.base.client import BaseDBAsyncClient

from bot.errors import OrderUnreadable, UnderWay
from bot.pipeline import work
from bot.pipeline.announcer import Announcer
from bot.pipeline.seam import Address, Clock, Dispatcher
from bot.stickers.admission import Admission, Visit, admit
from bot.stickers.members import Identity
from bot.stickers.quotas import Quotas
from bot.workshop import Order
from models import cuid


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an order was made. `message_id` is the message that will become the sticker.

    `role_ids` are the asker's in the server; `manages` says that they may manage it.
    """

    application_id: int
    token: str
    token_expires_at: datetime
    server_id: int | None
    channel_id: int
    message_id: int
    ephemeral: bool
    locale: str
    role_ids: frozenset[int] = frozenset()
    manages: bool = False


class Counter:
    """Takes orders. `quotas` are what the host allows."""

    def __init__(
        self, *, dispatcher: Dispatcher, announcer: Announcer, clock: Clock, zone: ZoneInfo, quotas: Quotas
    ) -> None:
        self._dispatcher, self._announcer = dispatcher, announcer
        self._clock, self._zone = clock, zone
        self.quotas = quotas

    async def let_in(self, identity: Identity, place: Place | None, *, seals: int = 1) -> Admission:
        """Who may order so many here and now. Raises what admission.admit raises."""
        visit = None
        if place is not None:
            visit = Visit(server_id=place.server_id, role_ids=place.role_ids, manages=place.manages)
        return await admit(identity, visit, self.quotas, now=self._clock(), zone=self._zone, seals=seals)

    async def accept(self, admission: Admission, order: Order, place: Place | None) -> str:
        """Write the task, let its message follow it, and wake the workers. Gives the task's id.

        Raises what quotas.take raises, or UnderWay; then nothing was written.
        """
        user_id = admission.asker.user_id

        async def guard(connection: BaseDBAsyncClient) -> None:
            # It writes first (see work.Guard), and from then on no other order of this member comes between.
            await admission.count(connection)
            for data in await work.open_orders(user_id, connection):
                with suppress(OrderUnreadable):  # of another version: no twin of ours
                    if order.is_twin(Order.from_json(data)):
                        raise UnderWay

        task = work.NewTask(id=cuid(), user_id=user_id, data=order.to_json())
        address = None if place is None else _address(task.id, place)
        await work.accept(task, address, self._clock(), guard)
        if address is not None:
            self._announcer.follow(address)
        self._dispatcher.wake()
        return task.id


def _address(task_id: str, place: Place) -> Address:
    return Address(
        task_id=task_id,
        application_id=place.application_id,
        token=place.token,
        token_expires_at=place.token_expires_at,
        server_id=place.server_id,
        channel_id=place.channel_id,
        message_id=place.message_id,
        ephemeral=place.ephemeral,
        locale=place.locale,
    )
