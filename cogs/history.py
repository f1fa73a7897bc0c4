"""/history: the binder, nine stickers to a page, newest first."""

import re
from collections.abc import Mapping

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import StickerBot
from bot.errors import Gone
from bot.stickers.history import Key
from cogs.answering import privately, show
from cogs.buttons import PageButton, PickMenu
from cogs.cards import Card, history_card
from cogs.reading import identity_of
from cogs.showing import show_sticker
from cogs.speaking import say, words_for

Interaction = discord.Interaction[StickerBot]
STICKER_ID = re.compile(r"[a-z0-9]{1,32}")


class HistoryCog(commands.Cog):
    """Browses, and opens one."""

    def __init__(self, bot: StickerBot) -> None:
        self.bot = bot
        bot.presses[PageButton.prefix] = self.turn
        bot.presses[PickMenu.prefix] = self.pick

    @app_commands.command(name="history", description=say("command-history"))
    @app_commands.rename(member=say("option-member"))
    @app_commands.describe(member=say("about-member"))
    async def history(self, interaction: Interaction, member: discord.User | None = None) -> None:
        """Open a binder at its newest page, for the reader alone."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        owner = (member or interaction.user).id
        await show(interaction, await self._page(interaction, owner))

    async def turn(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Show the page before or after, in place."""
        await privately(interaction)
        key = _key_of(arguments["key"])
        newer = arguments["way"] == "newer"
        card = await self._page(
            interaction,
            int(arguments["owner"]),
            before=None if newer else key,
            after=key if newer else None,
        )
        await show(interaction, card)

    async def pick(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Open one sticker, for the reader alone."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        # Anybody can send any value, and PostgreSQL stumbles over some of them.
        if not STICKER_ID.fullmatch(arguments["picked"]):
            raise Gone
        sticker = await self.bot.studio.open(arguments["picked"], identity_of(interaction.user))
        await show_sticker(interaction, sticker)

    async def _page(
        self, interaction: Interaction, owner_id: int, *, before: Key | None = None, after: Key | None = None
    ) -> Card:
        viewer = identity_of(interaction.user)
        binder = await self.bot.studio.binder(viewer, owner_id=owner_id, before=before, after=after)
        return history_card(words_for(interaction), binder, mine=owner_id == viewer.discord_id)


def _key_of(text: str) -> Key | None:
    """Where a button points; None, and so the newest page, for what no button of ours carries."""
    try:
        return Key.parse(text)
    except ValueError:
        return None


async def setup(bot: StickerBot) -> None:
    """Loaded by name: see bot/client.py."""
    await bot.add_cog(HistoryCog(bot))
