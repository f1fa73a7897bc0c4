"""/settings: a server's own rules, for those who may manage it."""

from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import StickerBot
from bot.errors import ManagersOnly
from bot.stickers.house_rules import MOST_ROLES
from cogs.buttons import RolesMenu
from cogs.cards import settings_card
from cogs.reading import option
from cogs.speaking import say, words_for

Interaction = discord.Interaction[StickerBot]
Daily = app_commands.Range[int, 0, 100_000]
Pause = app_commands.Range[int, 0, 86_400]

OPTIONS = {"per_member": "member_daily", "per_server": "server_daily", "pause": "cooldown_seconds"}
"""The command's options, and the rule that each of them sets."""


class SettingsCog(commands.Cog):
    """Shows and changes the rules of the server in which it is asked."""

    def __init__(self, bot: StickerBot) -> None:
        self.bot = bot
        bot.presses[RolesMenu.prefix] = self.choose_roles

    @app_commands.command(name="settings", description=say("command-settings"))
    @app_commands.rename(**{name: say(f"option-{name.replace('_', '-')}") for name in OPTIONS})
    @app_commands.describe(**{name: say(f"about-{name.replace('_', '-')}") for name in OPTIONS})
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.guild_only()
    async def settings(
        self,
        interaction: Interaction,
        per_member: Daily | None = None,
        per_server: Daily | None = None,
        pause: Pause | None = None,
    ) -> None:
        """Change what was given, and show what holds."""
        given = {rule: option(interaction, name) for name, rule in OPTIONS.items()}
        await self._change(interaction, {rule: value for rule, value in given.items() if value is not None})

    async def choose_roles(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Let only these roles in; none lets everybody in."""
        picked = tuple(int(role) for role in arguments["picked"].split())
        await self._change(interaction, {"roles": picked[:MOST_ROLES]})

    async def _change(self, interaction: Interaction, changes: dict[str, Any]) -> None:
        # Asked at every use: Discord hides the command from others, but a server may show it to them, and anybody
        # can send a menu's custom_id.
        if interaction.guild_id is None or not interaction.permissions.manage_guild:
            raise ManagersOnly
        in_place = interaction.type is discord.InteractionType.component
        await interaction.response.defer(ephemeral=True, thinking=not in_place)
        studio = self.bot.studio
        rules = await studio.change_house_rules(interaction.guild_id, **changes)
        card = settings_card(words_for(interaction), rules, studio.quotas)
        await interaction.edit_original_response(view=card.view, attachments=[])


async def setup(bot: StickerBot) -> None:
    """Loaded by name: see bot/client.py."""
    await bot.add_cog(SettingsCog(bot))
