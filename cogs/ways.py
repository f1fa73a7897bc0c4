"""The ways by which a message reaches people: edit it, post it anew, find the one that stands. Knows no sticker."""

import zlib
from dataclasses import replace

import discord
from discord.abc import Messageable

from bot.client import StickerBot
from bot.pipeline.seam import Address, OutOfReach, Undeliverable
from cogs.calling import Line, is_dead_token
from cogs.cards import Card

PROGRESS_SECONDS = 10.0
"""Seconds that Discord gets for a step of the progress: the outcome may be waiting behind it."""
OUTCOME_SECONDS = 45.0
"""Seconds that it gets for an outcome, whose file may have a slow line to travel."""
LOOK_BACK = 500
"""Messages after the order's own that are looked through for an outcome."""


def mark_of(task_id: str) -> int:
    """The number by which the outcome of a task is known: Discord takes positive 32-bit numbers as a component's id."""
    # High, for Discord numbers the components that have no id from 1 upwards.
    return zlib.crc32(task_id.encode()) & 0x3FFF_FFFF | 0x4000_0000


class Ways:
    """Every way, for one bot. Raises what discord.py raises, TimeoutError, OutOfReach or Undeliverable."""

    def __init__(self, bot: StickerBot) -> None:
        self._bot, self._line = bot, Line(bot)

    async def edit(self, address: Address, card: Card, *, seconds: float = OUTCOME_SECONDS) -> Address:
        """Edit the message of the order: by its token while that lives, afterwards as the bot itself."""
        if address.token is not None and not self._expired(address):
            try:
                await self._line.call(self._edit_by_token(address, address.token, card), seconds=seconds)
                return address
            except discord.HTTPException as exc:
                if not is_dead_token(exc):
                    raise
        if address.ephemeral:
            raise OutOfReach("a private message whose token has expired")
        message = self.place(address).get_partial_message(address.message_id)
        await self._line.call(message.edit(view=card.view, attachments=card.files()), seconds=seconds)
        return address

    def place(self, address: Address) -> discord.PartialMessageable:
        """The channel of the order."""
        return self._bot.get_partial_messageable(address.channel_id, guild_id=address.server_id)

    async def direct(self, member_id: int) -> discord.DMChannel:
        """The direct messages with somebody; opening them says nothing yet."""
        opening = self._bot.create_dm(discord.Object(member_id))
        return await self._line.call(opening, seconds=OUTCOME_SECONDS)

    async def post(self, address: Address, channel: Messageable, card: Card) -> Address:
        """Post a new message in `channel`. For minutes Discord lets a nonce post but once."""
        posting = channel.send(view=card.view, files=card.files(), nonce=address.task_id)
        return _at(address, await self._line.call(posting, seconds=OUTCOME_SECONDS))

    async def standing(self, address: Address, channel: Messageable) -> Address | None:
        """Where the outcome stands already, after a try of which nothing was heard.

        Raises Undeliverable when nobody can say: once too often is worse than in /history alone.
        """
        return await self._line.call(self._standing(address, channel), seconds=OUTCOME_SECONDS)

    async def _standing(self, address: Address, channel: Messageable) -> Address | None:
        mark, seen, order_seen = mark_of(address.task_id), 0, isinstance(channel, discord.DMChannel)
        # From the order's own message on, that one included: a last edit of it may have come through.
        since = discord.Object(max(address.message_id - 1, 0))
        try:
            async for message in channel.history(limit=LOOK_BACK, after=since, oldest_first=True):
                seen, order_seen = seen + 1, order_seen or message.id == address.message_id
                if (
                    any(getattr(part, "id", None) == mark for part in message.components)
                    and message.author == self._bot.user
                ):
                    return _at(address, message)
        except discord.Forbidden as exc:
            raise Undeliverable("nobody can look whether it was delivered") from exc
        # Who may not read the history is shown an empty one.
        if not order_seen or seen >= LOOK_BACK:
            raise Undeliverable("nobody can say whether it was delivered")
        return None

    async def _edit_by_token(self, address: Address, token: str, card: Card) -> None:
        webhook = discord.Webhook.partial(address.application_id, token, client=self._bot)
        await webhook.edit_message(address.message_id, view=card.view, attachments=card.files())

    def _expired(self, address: Address) -> bool:
        return address.token_expires_at is None or self._bot.clock() >= address.token_expires_at


def _at(address: Address, message: discord.Message) -> Address:
    return replace(address, channel_id=message.channel.id, message_id=message.id)
