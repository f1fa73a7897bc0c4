"""Where an answer may be seen: the server's channels, the bot's own permissions, threads that are closed.

Asked before any work. An answer always reaches its asker, for Discord lets every answer through; where the bot has no
voice of its own, or shall not raise it, it is shown to the asker alone.
"""

import asyncio
from dataclasses import dataclass
from typing import Any

import discord

from bot.atelier import Note
from bot.client import StickerBot
from bot.counter import Place
from bot.errors import PermissionLacking
from bot.stickers.house_rules import HouseRules
from cogs.reading import place_of
from cogs.speaking import words_for

Interaction = discord.Interaction[StickerBot]

RULES_WITHIN = 1.0
"""Seconds in which a server's rules must be read: an answer must come within three."""
ANSWER_WITHIN = 10.0
"""Seconds after which an acknowledgement is given up: it was done, or it is too late."""
MOST_NAMED = 5
"""Channels that are named where a seal is kept quiet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How to answer here. `private` is what the sticker becomes, `hush` the key of why else the answer is quiet."""

    rules: HouseRules
    private: bool
    hush: str | None = None

    @property
    def quiet(self) -> bool:
        """Whether only the asker sees the answer."""
        return self.private or self.hush is not None


async def manner_of(interaction: Interaction, private: bool | None = None) -> Manner:
    """How to answer here, where the asker chose `private` or left it to the server. Raises PermissionLacking."""
    rules = await _rules(interaction)
    if _has_no_hands(interaction):
        raise PermissionLacking(permission="permission-attach-files")
    hidden = rules.private if private is None else private
    return Manner(rules=rules, private=hidden, hush=None if hidden else _hush(interaction, rules))


async def acknowledge(interaction: Interaction, manner: Manner) -> Place:
    """Show that work begins, in a new message, and say where that stands."""
    # Not patiently: a second try of one that was done would be refused, and we could not say where it stands.
    async with asyncio.timeout(ANSWER_WITHIN):
        response = await interaction.response.defer(ephemeral=manner.quiet, thinking=True)
    return place_of(interaction, response, private=manner.quiet, language=manner.rules.language)


def aside_of(manner: Manner) -> Note | None:
    """Why a seal that is not private is shown to its asker alone, to be told with it."""
    if manner.hush is None:
        return None
    named = " ".join(f"<#{channel}>" for channel in manner.rules.channels[:MOST_NAMED])
    return Note(key=manner.hush, values={"channels": named} if manner.hush == "hush-channel" else {})


def language_of(interaction: Interaction, manner: Manner) -> str:
    """The language of what is invented for an answer: "en" or "ja"."""
    own = words_for(interaction).language.value
    return own if manner.quiet or manner.rules.language is None else manner.rules.language


async def _rules(interaction: Interaction) -> HouseRules:
    """The server's rules. A database that does not answer in time must not make public what should be private."""
    if interaction.guild_id is None:
        return HouseRules()
    try:
        return await asyncio.wait_for(
            interaction.client.studio.house_rules(interaction.guild_id), RULES_WITHIN
        )
    except TimeoutError:
        return HouseRules(private=True)


def _hush(interaction: Interaction, rules: HouseRules) -> str | None:
    """The key of why to be quiet here, or None."""
    channel = interaction.channel
    if not rules.speaks_up_in(interaction.channel_id, getattr(channel, "parent_id", None)):
        return "hush-channel"
    if not interaction.is_guild_integration():
        return None  # brought along by a member: there the bot never has a voice of its own, and needs none
    if isinstance(channel, discord.Thread) and (channel.locked or channel.archived):
        return "hush-thread"
    return None if _may_speak(interaction) else "hush-permission"


def _may_speak(interaction: Interaction) -> bool:
    """Whether the bot could post here by itself, as it must when an answer takes longer than its token lives."""
    may = interaction.app_permissions
    writes = may.send_messages_in_threads if _is_thread(interaction) else may.send_messages
    return may.view_channel and writes


def _has_no_hands(interaction: Interaction) -> bool:
    """Whether pictures cannot even be part of an answer. Discord grants that to every answer; until it does not."""
    return interaction.is_guild_integration() and not interaction.app_permissions.attach_files


def _is_thread(interaction: discord.Interaction[Any]) -> bool:
    return isinstance(interaction.channel, discord.Thread)
