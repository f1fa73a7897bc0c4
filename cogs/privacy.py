"""/privacy: what is kept of whoever asks, all of it to take along, and to be forgotten. Always the presser's own."""

from collections.abc import Mapping

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import StickerBot
from bot.errors import Gone
from bot.parcels import Mark
from bot.stickers.preferences import Preferences
from cogs.answering import privately, show
from cogs.buttons import DirectButton, ExportButton, ForgetButton, ForgetNowButton, KeepButton
from cogs.cards import Card, sentence_card
from cogs.privacy_cards import forget_card, notice_card, parcel_card
from cogs.reading import identity_of
from cogs.speaking import say, words_for

Interaction = discord.Interaction[StickerBot]
Arguments = Mapping[str, str]
REQUEST_ROOM = 64 * 1024
"""Bytes of a request besides the file: the limit is for both."""


class PrivacyCog(commands.Cog):
    """Tells, hands out, forgets."""

    def __init__(self, bot: StickerBot) -> None:
        self.bot = bot
        bot.presses[ExportButton.prefix] = self.hand_out
        bot.presses[DirectButton.prefix] = self.choose_direct
        bot.presses[ForgetButton.prefix] = self.ask
        bot.presses[ForgetNowButton.prefix] = self.forget
        bot.presses[KeepButton.prefix] = self.keep

    @app_commands.command(name="privacy", description=say("command-privacy"))
    async def privacy(self, interaction: Interaction) -> None:
        """Show what is kept, to the asker alone."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        await show(interaction, await self._notice(interaction))

    async def hand_out(self, interaction: Interaction, arguments: Arguments) -> None:
        """One parcel, in a message of its own, for the presser alone."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        words = words_for(interaction)
        parcel = await self.bot.privacy.export(
            identity_of(interaction.user),
            mark_of(arguments.get("mark")),
            limit=interaction.filesize_limit - REQUEST_ROOM,
            say=words,
        )
        await show(interaction, parcel_card(words, parcel))

    async def choose_direct(self, interaction: Interaction, arguments: Arguments) -> None:
        """Keep the choice, and show what holds."""
        await privately(interaction)
        chosen = Preferences(direct=arguments["choice"] == "on")
        await self.bot.privacy.prefer(identity_of(interaction.user), chosen)
        await show(interaction, await self._notice(interaction))

    async def ask(self, interaction: Interaction, arguments: Arguments) -> None:
        """Ask once more, with the number of seals that would go."""
        await privately(interaction)
        notice = await self.bot.privacy.notice(identity_of(interaction.user))
        await show(interaction, forget_card(words_for(interaction), notice))

    async def forget(self, interaction: Interaction, arguments: Arguments) -> None:
        """Delete everything of the presser."""
        await privately(interaction)
        seals = await self.bot.privacy.forget(identity_of(interaction.user))
        words = words_for(interaction)
        await show(interaction, sentence_card(words("privacy-forgotten", seals=seals)))

    async def keep(self, interaction: Interaction, arguments: Arguments) -> None:
        """Back to what is kept."""
        await privately(interaction)
        await show(interaction, await self._notice(interaction))

    async def _notice(self, interaction: Interaction) -> Card:
        notice = await self.bot.privacy.notice(identity_of(interaction.user))
        return notice_card(words_for(interaction), notice)


def mark_of(text: str | None) -> Mark:
    """Where a parcel begins. Raises Gone for what no button of ours carries."""
    try:
        return Mark() if text is None else Mark.parse(text)
    except ValueError as exc:
        raise Gone from exc


async def setup(bot: StickerBot) -> None:
    """Loaded by name: see bot/client.py."""
    await bot.add_cog(PrivacyCog(bot))
