"""/sticker, and the buttons of a sticker and of its progress message."""

from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.client import StickerBot
from bot.stickers.colours import COLOURS, METALS, suggest_colours
from bot.stickers.design import (
    FRAME_COLOURS,
    NAME_LIMIT,
    PROMPT_LIMIT,
    TITLE_LIMIT,
    Attribute,
    FrameType,
    NameLayout,
    Rarity,
)
from bot.stickers.rendition import Rendition
from bot.stickers.request import PainterChoice, Request
from cogs.buttons import ByHandButton, CancelButton, PngButton
from cogs.cards import ATTRIBUTE_KEYS, RARITY_KEYS, seal_file
from cogs.fitting import shown_within
from cogs.ordering import place_order
from cogs.reading import identity_of, moderated_channel, option, place_of
from cogs.speaking import say, words_for

Interaction = discord.Interaction[StickerBot]
Named = app_commands.Range[str, 1, NAME_LIMIT]
Titled = app_commands.Range[str, 1, TITLE_LIMIT]
Worded = app_commands.Range[str, 1, PROMPT_LIMIT]

FRAME_KEYS = {
    FrameType.PLAIN: "frame-plain",
    FrameType.CLOUD: "frame-cloud",
    FrameType.SPIKE: "frame-spike",
    FrameType.NOTCH: "frame-notch",
    FrameType.BEADED: "frame-beaded",
    FrameType.GEM: "frame-gem",
    FrameType.SPLENDID: "frame-splendid",
}
PAINTER_KEYS = {
    PainterChoice.AUTO: "painter-auto",
    PainterChoice.AI: "painter-ai",
    PainterChoice.LOCAL: "painter-local",
}
LAYOUT_KEYS = {NameLayout.ARCHED: "layout-arched", NameLayout.VERTICAL: "layout-vertical"}
SURPRISE = "surprise"
OPTIONS = (
    "name",
    "title",
    "prompt",
    "picture",
    "attribute",
    "rarity",
    "background",
    "holographic",
    "sparkle",
    "aura",
    "frame",
    "frame_color",
    "layout",
    "painter",
    "private",
)
MOST_SUGGESTIONS = 25


class StickerCog(commands.Cog):
    """Orders, cancels, hands out."""

    def __init__(self, bot: StickerBot) -> None:
        self.bot = bot
        bot.presses[CancelButton.prefix] = self.cancel
        bot.presses[ByHandButton.prefix] = self.order_by_hand
        bot.presses[PngButton.prefix] = self.hand_out_png

    @app_commands.command(name="sticker", description=say("command-sticker"))
    @app_commands.rename(**{name: say(f"option-{name.replace('_', '-')}") for name in OPTIONS})
    @app_commands.describe(**{name: say(f"about-{name.replace('_', '-')}") for name in OPTIONS})
    @app_commands.choices(
        attribute=[Choice(name=say(key), value=attribute.value) for attribute, key in ATTRIBUTE_KEYS.items()],
        rarity=[
            Choice(name=say("rarity-surprise"), value=SURPRISE),
            *(Choice(name=say(key), value=rarity.value) for rarity, key in RARITY_KEYS.items()),
        ],
        frame=[Choice(name=say(key), value=frame.value) for frame, key in FRAME_KEYS.items()],
        layout=[Choice(name=say(key), value=layout.value) for layout, key in LAYOUT_KEYS.items()],
        painter=[Choice(name=say(key), value=painter.value) for painter, key in PAINTER_KEYS.items()],
    )
    async def sticker(
        self,
        interaction: Interaction,
        name: Named | None = None,
        prompt: Worded | None = None,
        picture: discord.Attachment | None = None,
        title: Titled | None = None,
        attribute: str | None = None,
        rarity: str | None = None,
        background: str | None = None,
        holographic: bool | None = None,
        sparkle: bool | None = None,
        aura: bool | None = None,
        frame: str | None = None,
        frame_color: str | None = None,
        layout: str | None = None,
        painter: str | None = None,
        private: bool = False,
    ) -> None:
        """Order a sticker; the options are read by `request_of`."""
        await place_order(interaction, request_of(interaction), picture=picture, private=private)

    @sticker.autocomplete("background")
    async def suggest_background(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        """Colours by name, in the reader's language; anything typed is offered too, so #rrggbb can be chosen."""
        words = words_for(interaction)
        return [
            Choice(name=words(colour.label), value=colour.value)
            for colour in suggest_colours(typed)[:MOST_SUGGESTIONS]
        ]

    @sticker.autocomplete("frame_color")
    async def suggest_metal(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        """Metals, then colours."""
        words = words_for(interaction)
        metals = [Choice(name=words(METALS[metal]), value=metal) for metal in FRAME_COLOURS]
        colours = [Choice(name=words(colour.label), value=colour.value) for colour in COLOURS[1:]]
        lowered = typed.strip().lower()
        found = [choice for choice in (*metals, *colours) if lowered in choice.name.lower()]
        return found[:MOST_SUGGESTIONS]

    async def cancel(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Take a task back, one's own or as a moderator; its message says so by itself."""
        await interaction.response.defer()
        await self.bot.studio.cancel(
            arguments["task"], identity_of(interaction.user), moderates=moderated_channel(interaction)
        )

    async def order_by_hand(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """The same once more, without AI, in a message of its own."""
        private = interaction.message is not None and interaction.message.flags.ephemeral
        response = await interaction.response.defer(ephemeral=private, thinking=True)
        await self.bot.studio.order_by_hand(
            arguments["task"],
            identity_of(interaction.user),
            place=place_of(interaction, response, private=private),
        )

    async def hand_out_png(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """The still as PNG, to whoever pressed, alone."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        sticker = await self.bot.studio.open(arguments["sticker"], identity_of(interaction.user))
        words = words_for(interaction)

        async def send(form: Rendition, picture: bytes) -> None:
            await interaction.followup.send(file=seal_file(words, sticker, picture, form), ephemeral=True)

        await shown_within(
            interaction.filesize_limit,
            send,
            studio=self.bot.studio,
            sticker=sticker,
            form=Rendition.PNG,
            words=words,
        )


def request_of(interaction: discord.Interaction[Any]) -> Request:
    """The options of /sticker as they were typed."""
    attribute, rarity, frame, layout, painter = (
        option(interaction, name) for name in ("attribute", "rarity", "frame", "layout", "painter")
    )
    return Request(
        language=words_for(interaction).language.value,
        name=option(interaction, "name"),
        title=option(interaction, "title"),
        prompt=option(interaction, "prompt"),
        has_picture=option(interaction, "picture") is not None,
        attribute=Attribute(attribute) if attribute else None,
        rarity=Rarity(rarity) if rarity and rarity != SURPRISE else None,
        background=option(interaction, "background"),
        holographic=option(interaction, "holographic"),
        sparkle=option(interaction, "sparkle"),
        aura=option(interaction, "aura"),
        frame=FrameType(frame) if frame else None,
        frame_color=option(interaction, "frame_color"),
        layout=NameLayout(layout) if layout else None,
        painter=PainterChoice(painter or PainterChoice.AUTO),
    )


async def setup(bot: StickerBot) -> None:
    """Loaded by name: see bot/client.py."""
    await bot.add_cog(StickerCog(bot))
