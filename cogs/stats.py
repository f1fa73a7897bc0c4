"""/stats: how many, how well, today and in thirty days, for me and for the server."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import StickerBot
from cogs.cards import statistics_card
from cogs.reading import identity_of
from cogs.speaking import say, words_for


class StatsCog(commands.Cog):
    """Tells numbers."""

    def __init__(self, bot: StickerBot) -> None:
        self.bot = bot

    @app_commands.command(name="stats", description=say("command-stats"))
    async def stats(self, interaction: discord.Interaction[StickerBot]) -> None:
        """Show the totals, to the reader alone."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        totals = await self.bot.studio.totals(identity_of(interaction.user), interaction.guild_id)
        server_name = interaction.guild.name if interaction.guild else None
        card = statistics_card(words_for(interaction), totals, server_name)
        await interaction.edit_original_response(view=card.view, attachments=card.files())


async def setup(bot: StickerBot) -> None:
    """Loaded by name: see bot/client.py."""
    await bot.add_cog(StatsCog(bot))
