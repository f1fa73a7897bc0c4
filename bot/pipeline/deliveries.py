"""The rows of delivery: which messages still wait for the end of their task."""

from datetime import datetime

from bot.pipeline.seam import Address
from models import Delivery, DeliveryState


async def open_addresses() -> list[Address]:
    """Every message that has not been finished, oldest first."""
    return [_address(row) for row in await Delivery.filter(state=DeliveryState.OPEN).order_by("created_at")]


async def find(task_id: str) -> Address | None:
    """The message of a task, finished or not."""
    row = await Delivery.get_or_none(task_id=task_id)
    return None if row is None else _address(row)


async def close(task_id: str, state: DeliveryState, now: datetime) -> None:
    """Mark a message delivered or abandoned, and forget its token."""
    await Delivery.filter(task_id=task_id, state=DeliveryState.OPEN).update(
        state=state, token=None, ended_at=now
    )


def _address(row: Delivery) -> Address:
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
    )
