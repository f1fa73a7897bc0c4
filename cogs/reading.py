"""Discord's values to ours: who asks, where, with which file."""

from datetime import timedelta
from typing import Any

import discord

from bot.client import StickerBot
from bot.counter import Place
from bot.stickers.design import NAME_LIMIT
from bot.stickers.members import Identity
from bot.stickers.wording import visible

TOKEN_LIFE = timedelta(minutes=14)
"""How long a token is used: Discord's 15 minutes, less one for clocks and slow answers."""


def identity_of(user: discord.abc.User) -> Identity:
    """Who somebody is, beyond any one server."""
    # What cannot be written into a column must not keep its owner from every command.
    name = visible(user.global_name or user.name)[:NAME_LIMIT]
    return Identity(discord_id=user.id, name=name, avatar_url=user.display_avatar.url)


def place_of(
    interaction: discord.Interaction[StickerBot],
    response: discord.InteractionCallbackResponse[StickerBot] | None,
    *,
    private: bool,
    language: str | None = None,
) -> Place:
    """Where the message stands that was deferred by `response`. `language` is that of messages for all to read."""
    message = response.resource if response else None
    shown_privately = isinstance(message, discord.Message) and message.flags.ephemeral
    ephemeral = private or shown_privately
    return Place(
        application_id=interaction.application_id,
        token=interaction.token,
        # Our own clock at receipt: interaction.created_at is Discord's, and the two differ.
        token_expires_at=interaction.client.clock() + TOKEN_LIFE,
        server_id=interaction.guild_id,
        channel_id=interaction.channel_id or 0,
        message_id=(response.message_id if response else None) or 0,
        ephemeral=ephemeral,
        locale=interaction.locale.value if ephemeral or language is None else language,
        role_ids=frozenset(role.id for role in getattr(interaction.user, "roles", ())),
        manages=interaction.guild_id is not None and interaction.permissions.manage_guild,
    )


def moderated_channel(interaction: discord.Interaction[Any]) -> int | None:
    """The channel that the asker may moderate, if it is the one they are in."""
    may = interaction.guild_id is not None and interaction.permissions.manage_messages
    return interaction.channel_id if may else None


async def fetch(
    interaction: discord.Interaction[StickerBot], picture: discord.Attachment | discord.Asset | None
) -> bytes | None:
    """The bytes of an upload or an avatar, from Discord's own servers. Raises PictureUnreachable or PictureTooHeavy."""
    return None if picture is None else await interaction.client.fetch(picture.url)


def option(interaction: discord.Interaction[Any], name: str) -> Any:
    """What a member chose for an option of a command; None when it was left out."""
    return getattr(interaction.namespace, name, None)
