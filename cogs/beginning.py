"""Begin with a finished sticker: whose it is, in which message it stands, and change that message."""

import asyncio
import logging
from collections.abc import Iterable, Iterator
from typing import Any

import discord

from bot.client import StickerBot
from bot.errors import StorageFailed
from bot.stickers.keeping import Sticker
from cogs.cards import Card
from cogs.reading import identity_of

Interaction = discord.Interaction[StickerBot]

MINE_WITHIN = 1.0
"""Seconds in which a sticker's row must be read where nothing was said yet: an answer must come within three."""
NOWHERE = "0"
"""The origin of what began in a message that only its reader sees."""

log = logging.getLogger(__name__)


async def mine_at_once(interaction: Interaction, sticker_id: str) -> Sticker:
    """The presser's own sticker, before anything is said: a refusal is private, and so is what is made of a secret.

    Raises Gone, NotYours, or StorageFailed if the database takes too long.
    """
    collection = interaction.client.collection
    try:
        return await asyncio.wait_for(collection.mine(sticker_id, identity_of(interaction.user)), MINE_WITHIN)
    except TimeoutError as exc:
        raise StorageFailed from exc


def is_hidden(interaction: Interaction) -> bool:
    """Whether only the presser sees the message on which they pressed."""
    return interaction.message is None or interaction.message.flags.ephemeral


def origin_of(interaction: Interaction) -> str:
    """The message on which somebody pressed, if others see it, too; else NOWHERE."""
    return NOWHERE if interaction.message is None or is_hidden(interaction) else str(interaction.message.id)


async def change_origin(interaction: Interaction, origin: str, sticker_id: str, card: Card) -> bool:
    """Change the public message in which it began; False where that is out of the bot's reach, or another's.

    Anybody can send any origin: a message that has no button of this sticker is left alone.
    """
    if origin == NOWHERE or interaction.channel_id is None:
        return False
    channel = interaction.client.get_partial_messageable(
        interaction.channel_id, guild_id=interaction.guild_id
    )
    try:
        message = await channel.fetch_message(int(origin))
        if not any(sticker_id in custom_id.split(":") for custom_id in _custom_ids(message.components)):
            return False
        await message.edit(view=card.view, attachments=card.files())
    except discord.HTTPException:
        log.info("message %s could not be changed with its sticker", origin, exc_info=True)
        return False
    return True


def _custom_ids(components: Iterable[Any]) -> Iterator[str]:
    for component in components:
        yield getattr(component, "custom_id", None) or ""
        yield from _custom_ids(getattr(component, "children", ()))
