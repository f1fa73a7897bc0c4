"""/help, and a hello to every server that the bot joins: once, and only where it may speak."""

import logging

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import StickerBot
from bot.errors import KirasealError
from bot.stickers.house_rules import HouseRules
from bot.words import Words
from cogs.guides import help_card, welcome_card
from cogs.speaking import say, words_for

Interaction = discord.Interaction[StickerBot]
log = logging.getLogger(__name__)


class WelcomeCog(commands.Cog):
    """Explains, and says hello."""

    def __init__(self, bot: StickerBot) -> None:
        self.bot = bot

    @app_commands.command(name="help", description=say("command-help"))
    async def help(self, interaction: Interaction) -> None:
        """Show the guide to the reader alone, with the odds and limits of where they are."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        studio, words = self.bot.studio, words_for(interaction)
        server = interaction.guild_id
        rules = HouseRules() if server is None else await studio.house_rules(server)
        card = help_card(words, await self.bot.reception.stills(words.language), rules, studio.quotas)
        await interaction.edit_original_response(view=card.view, attachments=card.files())

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Say hello where the bot may, in the server's language. Failing to is no reason to leave."""
        try:
            await self._greet(guild)
        except (KirasealError, discord.HTTPException):
            log.warning("server %d was not greeted", guild.id, exc_info=True)

    async def _greet(self, guild: discord.Guild) -> None:
        channel = place_to_speak(guild)
        # Written down before anything is sent: Discord may tell of one joining twice.
        if channel is None or not await self.bot.reception.greets(guild.id, _joining(guild)):
            return
        words = Words.for_locale(guild.preferred_locale.value)
        card = welcome_card(words, await self.bot.reception.animation(words.language))
        await channel.send(view=card.view, files=card.files())


def place_to_speak(guild: discord.Guild) -> discord.TextChannel | None:
    """The channel for system messages, or else the first text channel, where the bot may post pictures."""
    system = [guild.system_channel] if guild.system_channel else []
    return next((channel for channel in (*system, *guild.text_channels) if _may_post(channel)), None)


def _may_post(channel: discord.TextChannel) -> bool:
    may = channel.permissions_for(channel.guild.me)
    return may.view_channel and may.send_messages and may.attach_files


def _joining(guild: discord.Guild) -> str:
    """What tells one joining of a server from the next."""
    joined = guild.me.joined_at
    return joined.isoformat() if joined else "unknown"


async def setup(bot: StickerBot) -> None:
    """Loaded by name: see bot/client.py."""
    await bot.add_cog(WelcomeCog(bot))
