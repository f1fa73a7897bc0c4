"""Answer with a card: in the place of the one that was pressed, if nobody else sees that, or to the asker alone."""

import discord

from bot.client import StickerBot
from cogs.cards import Card

Interaction = discord.Interaction[StickerBot]


async def privately(interaction: Interaction) -> None:
    """Acknowledge a press: the answer takes the place of the card if only the presser sees it."""
    message = interaction.message
    in_place = message is not None and message.flags.ephemeral
    # Else what is one member's own would stand where all can read it.
    await interaction.response.defer(ephemeral=True, thinking=not in_place)


async def show(interaction: Interaction, card: Card) -> None:
    """Put a card into the message that a deferred interaction stands for."""
    await interaction.edit_original_response(view=card.view, attachments=card.files())
