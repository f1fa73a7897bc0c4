"""/settings: a server's own rules, for those who may manage it."""

from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.client import StickerBot
from bot.errors import ManagersOnly
from bot.stickers.house_rules import MOST_CHANNELS, MOST_ROLES
from cogs.buttons import RolesMenu
from cogs.reading import option
from cogs.rules_card import AI_KEYS, LANGUAGE_KEYS, READER, ChannelsMenu, RuleMenu, rules_card
from cogs.speaking import say, words_for

Interaction = discord.Interaction[StickerBot]
Daily = app_commands.Range[int, 0, 100_000]
Pause = app_commands.Range[int, 0, 86_400]
Percent = app_commands.Range[int, 0, 100]

OPTIONS = {
    "per_member": "member_daily",
    "per_server": "server_daily",
    "pause": "cooldown_seconds",
    "rare": "rare",
    "super_rare": "super_rare",
    "painter": "ai",
    "language": "language",
    "private": "private",
}
"""The command's options, and the rule that each of them sets."""
OWN_WORDS = frozenset({"painter", "private"})
"""Options that /sticker has by the same name, and that mean something else there."""


def _said(name: str, before: str) -> app_commands.locale_str:
    own = f"{name}-here" if name in OWN_WORDS and before == "about" else name
    return say(f"{before}-{own.replace('_', '-')}")


class SettingsCog(commands.Cog):
    """Shows and changes the rules of the server in which it is asked."""

    def __init__(self, bot: StickerBot) -> None:
        self.bot = bot
        bot.presses[RolesMenu.prefix] = self.choose_roles
        bot.presses[ChannelsMenu.prefix] = self.choose_channels
        bot.presses[RuleMenu.prefix] = self.choose

    @app_commands.command(name="settings", description=say("command-settings"))
    @app_commands.rename(**{name: _said(name, "option") for name in OPTIONS})
    @app_commands.describe(**{name: _said(name, "about") for name in OPTIONS})
    @app_commands.choices(
        painter=[Choice(name=say(key), value=value) for value, key in AI_KEYS.items()],
        language=[Choice(name=say(key), value=value) for value, key in LANGUAGE_KEYS.items()],
    )
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.guild_only()
    async def settings(
        self,
        interaction: Interaction,
        per_member: Daily | None = None,
        per_server: Daily | None = None,
        pause: Pause | None = None,
        rare: Percent | None = None,
        super_rare: Percent | None = None,
        painter: str | None = None,
        language: str | None = None,
        private: bool | None = None,
    ) -> None:
        """Change what was given, and show what holds."""
        given = {rule: option(interaction, name) for name, rule in OPTIONS.items()}
        changes = {rule: _value(rule, value) for rule, value in given.items() if value is not None}
        await self._change(interaction, changes)

    async def choose_roles(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Let only these roles in; none lets everybody in."""
        picked = tuple(int(role) for role in arguments["picked"].split())
        await self._change(interaction, {"roles": picked[:MOST_ROLES]})

    async def choose_channels(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Speak up in these channels only; none is all of them."""
        picked = tuple(int(channel) for channel in arguments["picked"].split())
        await self._change(interaction, {"channels": picked[:MOST_CHANNELS]})

    async def choose(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Set one rule to what was picked."""
        rule = arguments["rule"]
        await self._change(interaction, {rule: _value(rule, arguments["picked"])})

    async def _change(self, interaction: Interaction, changes: dict[str, Any]) -> None:
        # Asked at every use: Discord hides the command from others, but a server may show it to them, and anybody
        # can send a menu's custom_id.
        if interaction.guild_id is None or not interaction.permissions.manage_guild:
            raise ManagersOnly
        in_place = interaction.type is discord.InteractionType.component
        await interaction.response.defer(ephemeral=True, thinking=not in_place)
        studio = self.bot.studio
        rules = await studio.change_house_rules(interaction.guild_id, **changes)
        card = rules_card(words_for(interaction), rules, studio.quotas)
        await interaction.edit_original_response(view=card.view, attachments=[])


def _value(rule: str, given: Any) -> Any:
    """What a rule is set to by the value of an option or a menu; one that nobody offered sets it back."""
    match rule:
        case "ai":
            return given != "local"
        case "language":
            return given if given in LANGUAGE_KEYS and given != READER else None
        case "private":
            return given in (True, "private")
        case _:
            return given


async def setup(bot: StickerBot) -> None:
    """Loaded by name: see bot/client.py."""
    await bot.add_cog(SettingsCog(bot))
