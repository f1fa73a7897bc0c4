"""Give every command the same way to fail, every label its languages, every button its life. Loaded first."""

from typing import Any

import discord
from discord import app_commands

from bot.client import StickerBot
from cogs.buttons import LASTING
from cogs.speaking import CommandWords, apologise


async def setup(bot: StickerBot) -> None:
    """Loaded by name: see bot/client.py."""
    await bot.tree.set_translator(CommandWords())
    bot.add_dynamic_items(*LASTING)

    @bot.tree.error
    async def on_error(interaction: discord.Interaction[Any], error: app_commands.AppCommandError) -> None:
        await apologise(interaction, error)
