"""Show tasks to people: edit the progress message, and turn it into the sticker. Implements pipeline.seam.Messenger."""

import asyncio
import contextvars
import json
from collections.abc import Coroutine
from typing import Any, TypeVar

import discord
from discord.ext import commands

from bot.client import StickerBot
from bot.errors import OF_THE_AI, Gone, recalled
from bot.pipeline.seam import Address, Ended, Snapshot, Undeliverable
from bot.stickers.rendition import Rendition
from bot.words import Words
from cogs.cards import Card, progress_card, sentence_card, sticker_card, without_ai_card
from cogs.speaking import plain

T = TypeVar("T")
DEAD_TOKEN = {10015, 50027}
"""Discord's codes for an interaction token that is gone: Unknown Webhook, Invalid Webhook Token."""


class Delivery(commands.Cog):
    """The bot's voice towards the pipeline."""

    def __init__(self, bot: StickerBot) -> None:
        self.bot = bot
        self._context = contextvars.copy_context()

    async def cog_load(self) -> None:
        """Begin to speak: from here on the bot can edit messages."""
        self._context = contextvars.copy_context()
        self.bot.announcer.attach(self)

    async def cog_unload(self) -> None:
        """Fall silent: what is still open is taken up by the next start."""
        self.bot.announcer.detach(self)

    async def progress(self, address: Address, snapshot: Snapshot) -> None:
        """See Messenger."""
        words = Words.for_locale(address.locale)
        await self._as_bot(self._edit(address, progress_card(words, snapshot, address.task_id)))

    async def finish(self, address: Address, ended: Ended) -> None:
        """See Messenger."""
        card = await self._ending(Words.for_locale(address.locale), ended)
        await self._as_bot(self._edit(address, card))

    async def _ending(self, words: Words, ended: Ended) -> Card:
        if ended.result is None:
            values = {name: _shown(value) for name, value in ended.error_values.items()}
            sentence = words(ended.error_key or "error-unknown", **values)
            if isinstance(recalled(ended.error_key, ended.error_values), OF_THE_AI):
                return without_ai_card(words, sentence, ended.task_id)
            return sentence_card(sentence)
        result = json.loads(ended.result)
        try:
            sticker = await self.bot.studio.finished(result["stickerId"])
        except Gone as exc:
            return sentence_card(words.sentence(exc))
        form = Rendition.ANIMATION if sticker.design.effects.holographic else Rendition.STILL
        picture = await self.bot.studio.picture(sticker, form, words)
        note = result.get("note")
        return sticker_card(words, sticker, picture, form, note and words(note["key"], **note["values"]))

    async def _edit(self, address: Address, card: Card) -> None:
        """Edit by the interaction's token while it lives, afterwards as the bot itself."""
        if address.token is not None and not self._expired(address):
            try:
                return await self._edit_by_token(address, address.token, card)
            except discord.HTTPException as exc:
                if exc.code not in DEAD_TOKEN and exc.status != 401:
                    raise _translated(exc) from exc
        return await self._edit_as_bot(address, card)

    async def _edit_by_token(self, address: Address, token: str, card: Card) -> None:
        webhook = discord.Webhook.partial(address.application_id, token, client=self.bot)
        await webhook.edit_message(address.message_id, view=card.view, attachments=card.files())

    async def _edit_as_bot(self, address: Address, card: Card) -> None:
        if address.ephemeral:
            raise Undeliverable("an ephemeral message whose token has expired")
        channel = self.bot.get_partial_messageable(address.channel_id, guild_id=address.server_id)
        try:
            message = channel.get_partial_message(address.message_id)
            await message.edit(view=card.view, attachments=card.files())
        except discord.HTTPException as exc:
            raise _translated(exc) from exc

    def _expired(self, address: Address) -> bool:
        return address.token_expires_at is None or self.bot.clock() >= address.token_expires_at

    async def _as_bot(self, job: Coroutine[Any, Any, T]) -> T:
        """Run `job` in the context in which the bot was set up, where its connection is at home."""
        return await asyncio.get_running_loop().create_task(job, context=self._context.copy())


def _translated(exc: discord.HTTPException) -> Exception:
    """What can never work, by our name; everything else is tried again."""
    if isinstance(exc, discord.NotFound | discord.Forbidden):
        return Undeliverable(f"{exc.status} (error code {exc.code})")
    return exc


def _shown(value: str | int) -> str | int:
    return plain(value) if isinstance(value, str) else value


async def setup(bot: StickerBot) -> None:
    """Loaded by name: see bot/client.py."""
    await bot.add_cog(Delivery(bot))
