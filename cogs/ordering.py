"""Place an order: the one path from any command, form or menu to the studio."""

from dataclasses import replace

import discord

from bot.client import StickerBot
from bot.errors import Refused, RolesOnly, TryLater
from bot.stickers.request import Request
from cogs.drafts import refusal_view
from cogs.places import acknowledge, aside_of, language_of, manner_of
from cogs.reading import fetch, identity_of
from cogs.speaking import answer_privately, sentence_for, words_for


async def order_or_edit(
    interaction: discord.Interaction[StickerBot],
    asked: Request,
    *,
    picture: discord.Attachment | None = None,
    private: bool | None = None,
) -> None:
    """Order; what is refused comes back with everything that was typed, to be edited and sent again.

    Raises what no edit puts right.
    """
    try:
        await place_order(interaction, asked, picture=picture, private=private)
    except RolesOnly:
        raise
    except (Refused, TryLater) as exc:
        sentence = sentence_for(interaction, exc)
        await answer_privately(interaction, refusal_view(words_for(interaction), sentence, asked, private))


async def place_order(
    interaction: discord.Interaction[StickerBot],
    asked: Request,
    *,
    picture: discord.Attachment | discord.Asset | None = None,
    private: bool | None = None,
) -> None:
    """Check, acknowledge, order. The answer's message follows the task by itself. `private` None is for the server.

    Raises what manner_of, Studio.design and Studio.order raise; whoever calls lets it reach `apologise`.
    """
    studio = interaction.client.studio
    manner = await manner_of(interaction, private)
    asked = manner.rules.shape(replace(asked, language=language_of(interaction, manner)))
    size = picture.size if isinstance(picture, discord.Attachment) else 0
    design = studio.design(asked, picture_bytes=size, odds=manner.rules.odds)
    place = await acknowledge(interaction, manner)
    await studio.order(
        identity_of(interaction.user),
        design,
        picture=await fetch(interaction, picture),
        painter=asked.painter,
        place=place,
        private=manner.private,
        aside=aside_of(manner),
    )
