"""Show tasks to people: edit the progress message, and bring the outcome home. Implements pipeline.seam.Messenger."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import assert_never

from discord.abc import Messageable
from discord.ext import commands

from bot.client import StickerBot
from bot.errors import OF_THE_AI, Gone, recalled
from bot.pipeline.seam import Address, Ended, OutOfReach, Snapshot, Undeliverable, Way
from bot.words import Words
from bot.workshop import Result
from cogs.calling import in_our_terms
from cogs.cards import Card, progress_card, sentence_card, without_ai_card
from cogs.fitting import USUAL_LIMIT
from cogs.showing import stickers_within
from cogs.speaking import as_plain
from cogs.ways import PROGRESS_SECONDS, Ways, mark_of

Show = Callable[[Card], Awaitable[Address]]
"""Brings a card to where it shall stand."""


class Delivery(commands.Cog):
    """The bot's voice towards the pipeline."""

    def __init__(self, bot: StickerBot) -> None:
        self.bot = bot
        self._ways = Ways(bot)

    async def cog_load(self) -> None:
        """Begin to speak: from here on the bot can edit messages."""
        self._ways = Ways(self.bot)
        self.bot.announcer.attach(self)

    async def cog_unload(self) -> None:
        """Fall silent: what is still open is taken up by the next start."""
        self.bot.announcer.detach(self)

    async def progress(self, address: Address, snapshot: Snapshot) -> None:
        """See Messenger."""
        card = progress_card(Words.for_locale(address.locale), snapshot, address.task_id)
        with in_our_terms():
            await self._ways.edit(address, card, seconds=PROGRESS_SECONDS)

    async def finish(self, address: Address, ended: Ended) -> Address:
        """See Messenger."""
        with in_our_terms():
            if address.way is Way.EDIT:
                return await self._show(address, ended, partial(self._ways.edit, address))
            channel = await self._channel(address, ended)
            if address.tried and (stands := await self._ways.standing(address, channel)):
                return stands
            return await self._show(address, ended, partial(self._ways.post, address, channel))

    async def _channel(self, address: Address, ended: Ended) -> Messageable:
        """Where a new message may be posted. Raises OutOfReach for direct messages that nobody asked for."""
        if address.way is Way.CHANNEL:
            return self._ways.place(address)
        contact = await self.bot.studio.contact(ended.user_id)
        if contact is None or not contact.direct:
            raise OutOfReach("direct messages were not asked for")
        return await self._ways.direct(contact.discord_id)

    async def _show(self, address: Address, ended: Ended, show: Show) -> Address:
        words = Words.for_locale(address.locale)
        if ended.result is None:
            return await show(_marked(await self._failure(words, address, ended), address))
        result = Result.read(address.task_id, ended.result)
        stickers = await self.bot.studio.all_finished(result.shown if result else ())
        if address.way is Way.EDIT and not address.ephemeral:
            # One that belongs to several may have been made private meanwhile.
            stickers = [sticker for sticker in stickers if not sticker.private]
        if not stickers and address.way is not Way.EDIT:
            raise Undeliverable("the sticker was deleted")
        if not stickers:
            return await show(_marked(sentence_card(words.sentence(Gone())), address))
        if address.way is Way.CHANNEL and any(sticker.private for sticker in stickers):
            raise OutOfReach("a private sticker is shown to its owner alone")
        return await stickers_within(
            self._limit(address),
            lambda card: show(_marked(card, address)),
            studio=self.bot.studio,
            words=words,
            stickers=stickers,
            note="\n-# ".join(_notes(words, address, result)),
        )

    async def _failure(self, words: Words, address: Address, ended: Ended) -> Card:
        sentence = words(ended.error_key or "error-unknown", **as_plain(ended.error_values))
        notes = _notes(words, address, None)
        if address.way is Way.CHANNEL and (contact := await self.bot.studio.contact(ended.user_id)):
            notes.append(words("ordered-by", member=f"<@{contact.discord_id}>"))
        sentence = "\n-# ".join([sentence, *notes])
        if isinstance(recalled(ended.error_key, ended.error_values), OF_THE_AI):
            return without_ai_card(words, sentence, ended.task_id)
        return sentence_card(sentence)

    def _limit(self, address: Address) -> int:
        """Bytes that may be sent in one request there."""
        guild = self.bot.get_guild(address.server_id) if address.server_id else None
        return guild.filesize_limit if guild and address.way is not Way.DIRECT else USUAL_LIMIT


def _marked(card: Card, address: Address) -> Card:
    return card.marked(mark_of(address.task_id))


def _notes(words: Words, address: Address, result: Result | None) -> list[str]:
    """What is told in small letters: about the picture, and about the way it came."""
    told = (result.note, result.aside) if result else ()
    notes = [words(note.key, **note.values) for note in told if note is not None]
    match address.way:
        case Way.EDIT:
            return notes
        case Way.CHANNEL:
            return [*notes, words("note-anew")]
        case Way.DIRECT:
            return [*notes, words("note-direct")]
        case _:
            assert_never(address.way)


async def setup(bot: StickerBot) -> None:
    """Loaded by name: see bot/client.py."""
    await bot.add_cog(Delivery(bot))
