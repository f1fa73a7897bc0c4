"""What the owner of a finished sticker decides: who may see it, and whether it stays. A moderator may delete it."""

from collections.abc import Mapping
from typing import Any

import discord
from discord.ext import commands
from discord.ui import ActionRow, Container, TextDisplay

from bot.client import StickerBot
from bot.collection import Overseer
from bot.stickers.keeping import Sticker
from bot.words import Words
from cogs import goods
from cogs.answering import privately, show
from cogs.beginning import change_origin, origin_of
from cogs.cards import QUIET, Card, sentence_card
from cogs.more import more_card
from cogs.places import manner_of
from cogs.reading import identity_of, moderated_channel
from cogs.seal_buttons import (
    DeleteButton,
    MoreButton,
    ReallyDeleteButton,
    ShareButton,
    StayButton,
    UnshareButton,
)
from cogs.showing import stickers_within
from cogs.speaking import plain, words_for

Interaction = discord.Interaction[StickerBot]


class OwningCog(commands.Cog):
    """Shares, hides, deletes."""

    def __init__(self, bot: StickerBot) -> None:
        self.bot = bot
        bot.presses[MoreButton.prefix] = self.offer
        bot.presses[ShareButton.prefix] = self.share
        bot.presses[UnshareButton.prefix] = self.unshare
        bot.presses[DeleteButton.prefix] = self.ask
        bot.presses[ReallyDeleteButton.prefix] = self.delete
        bot.presses[StayButton.prefix] = self.keep

    async def offer(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Show what is wanted less often: to everybody the forms, to who may the rest."""
        origin = origin_of(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        viewer = identity_of(interaction.user)
        sticker = await self.bot.studio.open(arguments["sticker"], viewer)
        is_owner = sticker.owner_discord_id == viewer.discord_id
        card = more_card(
            words_for(interaction),
            sticker,
            origin,
            may_add=goods.may_add(interaction),
            may_share=is_owner,
            may_delete=is_owner or overseer_of(interaction).minds(sticker),
        )
        await show(interaction, card)

    async def share(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Let everybody see it, and show it where it was pressed; a second press shows it no second time."""
        await privately(interaction)
        owner, words = identity_of(interaction.user), words_for(interaction)
        sticker, changed = await self.bot.collection.set_private(arguments["sticker"], owner, private=False)
        await show(interaction, _told(words, "told-shared", sticker))
        if changed:
            await self._post(interaction, words, sticker)

    async def unshare(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Keep it to its owner; the message in which it was pressed shows it no longer."""
        await privately(interaction)
        owner, words = identity_of(interaction.user), words_for(interaction)
        sticker, _ = await self.bot.collection.set_private(arguments["sticker"], owner, private=True)
        sentence = sentence_card(words("origin-put-away"))
        away = await change_origin(interaction, arguments["origin"], sticker.id, sentence)
        await show(interaction, _told(words, "told-unshared" if away else "told-unshared-elsewhere", sticker))

    async def ask(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Ask whether it shall really go, in place."""
        await privately(interaction)
        sticker = await self._deletable(interaction, arguments)
        await show(interaction, delete_card(words_for(interaction), sticker, arguments["origin"]))

    async def delete(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Delete it; the message in which it was pressed says so."""
        await privately(interaction)
        owner, words = identity_of(interaction.user), words_for(interaction)
        overseer = overseer_of(interaction)
        sticker = await self.bot.collection.delete(arguments["sticker"], owner, overseer)
        by_owner = sticker.owner_discord_id == interaction.user.id
        sentence = words("origin-deleted" if by_owner else "origin-deleted-by-moderator")
        await change_origin(interaction, arguments["origin"], sticker.id, sentence_card(sentence))
        await show(interaction, _told(words, "told-deleted", sticker))

    async def keep(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Let it stay."""
        await privately(interaction)
        sticker = await self._deletable(interaction, arguments)
        await show(interaction, _told(words_for(interaction), "told-kept", sticker))

    async def _deletable(self, interaction: Interaction, arguments: Mapping[str, str]) -> Sticker:
        owner, overseer = identity_of(interaction.user), overseer_of(interaction)
        return await self.bot.collection.deletable(arguments["sticker"], owner, overseer)

    async def _post(self, interaction: Interaction, words: Words, sticker: Sticker) -> None:
        """Show it to everybody here, where the bot may."""
        manner = await manner_of(interaction, private=False)
        if interaction.guild_id is None or manner.quiet:
            return

        async def post(card: Card) -> None:
            await interaction.followup.send(view=card.view, files=card.files(), ephemeral=False)

        limit, studio = interaction.filesize_limit, self.bot.studio
        await stickers_within(limit, post, studio=studio, words=words, stickers=[sticker])


def overseer_of(interaction: Interaction) -> Overseer:
    """What the presser moderates: the whole server, or the channel they are in."""
    user = interaction.user
    whole = isinstance(user, discord.Member) and user.guild_permissions.manage_messages
    return Overseer(
        server_id=interaction.guild_id if whole and interaction.guild is not None else None,
        channel_id=moderated_channel(interaction),
    )


def delete_card(words: Words, sticker: Sticker, origin: str) -> Card:
    """Whether it shall really go."""
    row: ActionRow[Any] = ActionRow(
        ReallyDeleteButton.make(words("button-really-delete"), sticker.id, origin),
        StayButton.make(words("button-stay"), sticker.id),
    )
    text = words("delete-question", name=plain(sticker.design.name))
    return Card(Container(TextDisplay(text), row, accent_color=QUIET))


def _told(words: Words, key: str, sticker: Sticker) -> Card:
    return sentence_card(words(key, name=plain(sticker.design.name)))


async def setup(bot: StickerBot) -> None:
    """Loaded by name: see bot/client.py."""
    await bot.add_cog(OwningCog(bot))
