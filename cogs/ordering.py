"""Place an order: the one path from any command, form or menu to the studio."""

import discord

from bot.client import StickerBot
from bot.stickers.request import Request
from cogs.reading import fetch, identity_of, place_of


async def place_order(
    interaction: discord.Interaction[StickerBot],
    asked: Request,
    *,
    picture: discord.Attachment | None,
    private: bool,
) -> None:
    """Check, acknowledge, order. The answer's message follows the task by itself.

    Raises what Studio.design and Studio.order raise; whoever calls lets it reach `apologise`.
    """
    studio = interaction.client.studio
    design = studio.design(asked, picture_bytes=picture.size if picture else 0)
    response = await interaction.response.defer(ephemeral=private, thinking=True)
    await studio.order(
        identity_of(interaction.user),
        design,
        picture=await fetch(interaction, picture),
        painter=asked.painter,
        place=place_of(interaction, response, private=private),
        private=private,
    )
