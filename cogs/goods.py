"""Stickers and emoji of a server: who may add them, what they are called, and adding them."""

import re
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, Protocol, TypeVar

import discord

from bot.errors import (
    EmojiFull,
    HandsTied,
    KeepersOnly,
    KirasealError,
    NameTaken,
    NotTaken,
    ServerOnly,
    StickersFull,
    UnderWay,
)
from bot.stickers.keeping import Sticker

KeyT = TypeVar("KeyT", bound=Hashable)

SHORTEST_NAME, STICKER_NAME, EMOJI_NAME, DESCRIPTION = 2, 30, 32, 100
"""Letters of a name at least and at most, and of a sticker's description, as Discord has it."""
TAG = "\N{SPARKLES}"
"""The emoji under which a server's sticker is found."""
FULL = {30008, 30018, 30039}
"""Discord's codes for: no room for another emoji, animated emoji, sticker."""


class Pantry(Protocol):
    """Adds to a server. Raises KirasealError."""

    async def add_sticker(self, guild: discord.Guild, name: str, title: str, data: bytes) -> str:
        """Add a sticker; gives its name."""

    async def add_emoji(self, guild: discord.Guild, name: str, data: bytes, *, moves: bool) -> str:
        """Add an emoji, `moves` if it is animated; gives its name."""


class ServerPantry:
    """The real one. See Pantry."""

    async def add_sticker(self, guild: discord.Guild, name: str, title: str, data: bytes) -> str:
        """See Pantry."""
        with _translated(StickersFull()):
            there = await guild.fetch_stickers()
            if any(sticker.name == name for sticker in there):
                raise NameTaken(name=name)
            if len(there) >= guild.sticker_limit:
                raise StickersFull
            description = title[:DESCRIPTION] if len(title) >= SHORTEST_NAME else ""
            file = discord.File(BytesIO(data), filename="seal.png")
            made = await guild.create_sticker(name=name, description=description, emoji=TAG, file=file)
            return made.name

    async def add_emoji(self, guild: discord.Guild, name: str, data: bytes, *, moves: bool) -> str:
        """See Pantry."""
        with _translated(EmojiFull()):
            there = await guild.fetch_emojis()
            if any(emoji.name == name for emoji in there):
                raise NameTaken(name=name)
            if sum(emoji.animated == moves for emoji in there) >= guild.emoji_limit:
                raise EmojiFull
            return (await guild.create_custom_emoji(name=name, image=data)).name


def may_add(interaction: discord.Interaction[Any]) -> bool:
    """Whether the presser may add emoji and stickers here, in a server that has the bot."""
    here = interaction.guild is not None and interaction.is_guild_integration()
    return here and _may(interaction.permissions)


def checked(interaction: discord.Interaction[Any]) -> discord.Guild:
    """The server to add to. Raises ServerOnly, KeepersOnly, or HandsTied where the bot itself may not."""
    if interaction.guild is None or not interaction.is_guild_integration():
        raise ServerOnly
    if not _may(interaction.permissions):
        raise KeepersOnly
    if not _may(interaction.app_permissions):
        raise HandsTied
    return interaction.guild


def emoji_name(sticker: Sticker) -> str:
    """The name as Discord allows it for emoji: Latin letters, digits and _. Of other names only a number remains."""
    kept = re.sub(r"_+", "_", re.sub(r"[^A-Za-z0-9]+", "_", sticker.design.name)).strip("_")
    if len(kept) >= SHORTEST_NAME:
        return kept[:EMOJI_NAME].rstrip("_")
    return f"seal_{sticker.number or sticker.id[-6:]}"


def sticker_name(sticker: Sticker) -> str:
    """The name as Discord allows it for stickers."""
    name = sticker.design.name[:STICKER_NAME].strip()
    return name if len(name) >= SHORTEST_NAME else f"{name} {sticker.number or sticker.id[-6:]}"


@contextmanager
def one_at_a_time(busy: set[KeyT], key: KeyT) -> Iterator[None]:
    """Do one thing only once at a time. Raises UnderWay for the second press."""
    if key in busy:
        raise UnderWay
    busy.add(key)
    try:
        yield
    finally:
        busy.discard(key)


@contextmanager
def _translated(full: KirasealError) -> Iterator[None]:
    """What Discord refuses, by our names."""
    try:
        yield
    except discord.Forbidden as exc:
        raise HandsTied from exc
    except discord.HTTPException as exc:
        if exc.code in FULL:
            raise full from exc
        raise NotTaken from exc


def _may(permissions: discord.Permissions) -> bool:
    return permissions.manage_expressions or permissions.create_expressions
