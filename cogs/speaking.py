"""Say things in the reader's language: labels of commands, escaped texts, and the one way in which a command fails."""

import asyncio
import logging
import re
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.utils import escape_mentions

from bot.database import in_our_words
from bot.errors import HostMustAct, KirasealError
from bot.stickers.wording import visible
from bot.words import NAMES_OF_KEYS, Language, Words
from cogs.calling import patiently

log = logging.getLogger(__name__)
_MARKS = re.compile(r"[\\*_~`|<>#\[\]-]")
"""What begins Markdown, a mention, a time or a link. Discord hides a backslash before any of them."""
ANOTHERS_WORD = 3.0
"""Seconds after which another process, if it answers the same interaction, has shown some progress."""
ENGLISH = Words(Language.ENGLISH)
TOO_LATE, ANSWERED = 10062, 40060
"""Discord's codes for an interaction that waits no longer, and for one that has its answer."""


def say(key: str) -> app_commands.locale_str:
    """The words of `key` as a command's label or description: English by default, other languages by CommandWords."""
    return app_commands.locale_str(ENGLISH(key), key=key)


class CommandWords(app_commands.Translator):
    """Translates what `say` made when commands are sent to Discord."""

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, context: Any
    ) -> str | None:
        """The words in `locale`, or None where English serves."""
        key = string.extras.get("key")
        words = Words.for_locale(locale.value)
        return None if key is None or words.language is Language.ENGLISH else words(key)


def words_for(interaction: discord.Interaction[Any]) -> Words:
    """The catalogue in the reader's own language."""
    return Words.for_locale(interaction.locale.value)


def plain(text: str) -> str:
    """Text that somebody typed, so that Discord shows it as it is: one line, no Markdown, no mention, no link."""
    # Each mark once and by our own hand: escape_markdown escapes some headings, and to escape that again shows it.
    escaped = _MARKS.sub(r"\\\g<0>", escape_mentions(visible(text)))
    return escaped.replace("://", ":\u2060//")


def as_plain(values: Mapping[str, str | int]) -> dict[str, str | int]:
    """The values of an error, fit to be put into a sentence. Keys of the catalogue among them stay keys."""
    return {
        name: plain(value) if isinstance(value, str) and name not in NAMES_OF_KEYS else value
        for name, value in values.items()
    }


async def apologise(interaction: discord.Interaction[Any], error: Exception) -> None:
    """Tell the member in one sentence what went wrong and what to do; the cause goes to the log with the id."""
    cause = in_our_words(error.original if isinstance(error, app_commands.CommandInvokeError) else error)
    if isinstance(cause, discord.HTTPException) and await _is_anothers(interaction, cause):
        return log.warning("interaction %s is not ours to answer: %s", interaction.id, cause)
    await answer_privately(interaction, sentence_for(interaction, cause))
    return None


async def _is_anothers(interaction: discord.Interaction[Any], exc: discord.HTTPException) -> bool:
    """Whether nobody is left to be told; or another process over the same token answers."""
    if exc.code == ANSWERED:
        # Or it was ourselves: an acknowledgement that was done is refused when it is sent again because it seemed to
        # have failed. Who else answers will have said something by then.
        await asyncio.sleep(ANOTHERS_WORD)
        return not await _thinks(interaction)
    return exc.code == TOO_LATE


async def _thinks(interaction: discord.Interaction[Any]) -> bool:
    """Whether a member who was promised an answer still sees nothing but "is thinking"."""
    try:
        return (await patiently(interaction.original_response)).flags.loading
    except Exception:  # then silence is better than a word over somebody else's answer
        log.exception("interaction %s: nobody can say whether it was answered", interaction.id)
        return False


def sentence_for(interaction: discord.Interaction[Any], cause: Exception) -> str:
    """What to tell the reader about a failure; what the host must know goes to the log."""
    if not isinstance(cause, KirasealError):
        log.error("interaction %s failed", interaction.id, exc_info=cause)
        cause = KirasealError()
    elif isinstance(cause, HostMustAct) or cause.__cause__ is not None:
        log.warning("interaction %s: %s", interaction.id, cause, exc_info=cause)
    cause.values = as_plain(cause.values)
    return words_for(interaction).sentence(cause)


async def answer_privately(
    interaction: discord.Interaction[Any], message: str | discord.ui.LayoutView
) -> None:
    """A sentence or a layout for the member alone, whatever the interaction has become. Never raises."""
    parts = {"content": message} if isinstance(message, str) else {"view": message}
    try:
        await _answer_privately(interaction, parts)
    except Exception:  # a lost connection as much as a refusal: nobody is left to be told
        log.exception("interaction %s: the apology was not delivered", interaction.id)


async def _answer_privately(interaction: discord.Interaction[Any], parts: dict[str, Any]) -> None:
    if not interaction.response.is_done():
        try:
            await patiently(lambda: interaction.response.send_message(**parts, ephemeral=True))
        except discord.HTTPException as exc:
            if exc.code != ANSWERED:
                raise
            await _answer_what_stands(interaction, parts)
        return
    if interaction.response.type is discord.InteractionResponseType.deferred_channel_message:
        await _end_thinking(interaction, parts)
        return
    await patiently(lambda: interaction.followup.send(**parts, ephemeral=True))


async def _answer_what_stands(interaction: discord.Interaction[Any], parts: dict[str, Any]) -> None:
    # Our acknowledgement, or the sentence itself, had come through, and only the news of it was lost.
    stands = await patiently(interaction.original_response)
    if stands.flags.loading:
        await _end_thinking(interaction, parts)
    elif interaction.message is not None and stands.id == interaction.message.id:
        await patiently(lambda: interaction.followup.send(**parts, ephemeral=True))


async def _end_thinking(interaction: discord.Interaction[Any], parts: dict[str, Any]) -> None:
    # While "is thinking" stands, a followup would only fill it in, for all to read. So it is ended first, then the
    # sentence goes to the member alone, and the public one is taken away.
    thinking = await patiently(lambda: interaction.edit_original_response(**parts))
    if not thinking.flags.ephemeral:
        await patiently(lambda: interaction.followup.send(**parts, ephemeral=True))
        await patiently(thinking.delete)
