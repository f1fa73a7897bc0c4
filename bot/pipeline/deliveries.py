"""The rows of delivery: which messages still wait for the end of their task, and by which way it shall reach them."""

from dataclasses import replace
from datetime import datetime

from tortoise.queryset import QuerySet

from bot.pipeline.seam import Address, Way
from models import Delivery, DeliveryState


async def open_addresses() -> list[Address]:
    """Every message that has not been finished, oldest first."""
    return [_address(row) for row in await Delivery.filter(state=DeliveryState.OPEN).order_by("created_at")]


async def find(task_id: str) -> Address | None:
    """The message of a task, finished or not."""
    row = await Delivery.get_or_none(task_id=task_id)
    return None if row is None else _address(row)


async def turn(address: Address, way: Way) -> Address | None:
    """Take another way from here on. Written before anything is posted by it; the token is of no more use.

    None when the message is not open any more: another process has finished it.
    """
    if not await _open(address.task_id).update(way=way, token=None):
        return None
    return replace(address, way=way, token=None)


async def close(task_id: str, state: DeliveryState, now: datetime, stands: Address | None = None) -> None:
    """Mark a message delivered or abandoned, and forget its token. `stands` is where the outcome can be seen."""
    where = {"channel_id": stands.channel_id, "message_id": stands.message_id} if stands else {}
    await _open(task_id).update(state=state, token=None, ended_at=now, **where)


async def forget_tokens(now: datetime) -> None:
    """Erase the tokens that have expired, of messages that still wait."""
    await Delivery.filter(state=DeliveryState.OPEN, token__isnull=False, token_expires_at__lt=now).update(
        token=None
    )


def _open(task_id: str) -> QuerySet[Delivery]:
    return Delivery.filter(task_id=task_id, state=DeliveryState.OPEN)


def _address(row: Delivery) -> Address:
    way = Way(row.way)
    return Address(
        task_id=row.task_id,
        application_id=row.application_id,
        token=row.token,
        token_expires_at=row.token_expires_at,
        server_id=row.server_id,
        channel_id=row.channel_id,
        message_id=row.message_id or 0,
        ephemeral=row.ephemeral,
        locale=row.locale,
        way=way,
        # Whoever took that way was cut off: a message of it may stand already.
        tried=way is not Way.EDIT,
    )
