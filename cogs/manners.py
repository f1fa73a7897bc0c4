"""Give every command the same way to fail, every label its languages, every button its life. Loaded first."""

from functools import partial
from typing import Any

import discord
from discord import app_commands

from bot.client import StickerBot
from bot.errors import Leaving
from cogs import buttons, drafts, fitting_room, forms, leaves, rules_card, seal_buttons, sums
from cogs.speaking import CommandWords, apologise

LASTING = (
    *(*buttons.LASTING, *drafts.LASTING, *rules_card.LASTING),
    *(*seal_buttons.LASTING, *fitting_room.LASTING),
    *(*leaves.LASTING, *sums.LASTING),
)
"""Every lasting button and menu; a test holds that each has a cog that answers for it."""
FORMS = (*drafts.FORMS, *fitting_room.FORMS, *leaves.FORMS)
"""Every form, for which the same holds."""


async def setup(bot: StickerBot) -> None:
    """Loaded by name: see bot/client.py."""
    await bot.tree.set_translator(CommandWords())
    bot.add_dynamic_items(*LASTING)

    async def on_interaction(interaction: discord.Interaction[Any]) -> None:
        await forms.receive(interaction, FORMS)

    bot.add_listener(on_interaction)
    bot.callers.excuse = partial(apologise, error=Leaving())

    @bot.tree.error
    async def on_error(interaction: discord.Interaction[Any], error: app_commands.AppCommandError) -> None:
        await apologise(interaction, error)
