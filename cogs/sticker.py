"""/sticker, its form, and the buttons of a sticker and of its progress message."""

from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.client import StickerBot
from bot.stickers.colours import COLOURS, METALS, hexadecimal, suggest_colours
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
from bot.stickers.recent import Recalled
from bot.stickers.request import PainterChoice, Request
from bot.workshop import Order
from cogs.buttons import ByHandButton, CancelButton, RewriteButton
from cogs.cards import ATTRIBUTE_KEYS, RARITY_KEYS
from cogs.drafts import (
    ORDER_FORM,
    REWRITE_FORM,
    SURPRISE,
    EditButton,
    MakeButton,
    draft_of,
    order_form,
    rewrite_form,
    sent_in,
)
from cogs.forms import open_form
from cogs.ordering import order_or_edit
from cogs.places import acknowledge, manner_of
from cogs.reading import identity_of, moderated_channel, option
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
        bot.presses[MakeButton.prefix] = self.open_empty
        bot.presses[EditButton.prefix] = self.edit
        bot.presses[ORDER_FORM.prefix] = self.send
        bot.presses[RewriteButton.prefix] = self.rewrite
        bot.presses[REWRITE_FORM.prefix] = self.send_rewritten

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
        private: bool | None = None,
    ) -> None:
        """Order a sticker; the options are read by `request_of`. Without an idea the form asks for one."""
        asked = request_of(interaction)
        if asked.has_idea:
            await order_or_edit(interaction, asked, picture=picture, private=private)
        else:
            await open_form(interaction, order_form(words_for(interaction), asked, private))

    async def open_empty(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Show the form to whoever pressed."""
        words = words_for(interaction)
        await open_form(interaction, order_form(words, Request(language=words.language.value)))

    async def edit(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Show the form with what was refused."""
        words = words_for(interaction)
        draft = draft_of(interaction, arguments, language=words.language.value)
        await open_form(interaction, order_form(words, draft.asked, draft.private))

    async def send(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Order what was filled in."""
        draft = draft_of(interaction, arguments, language=words_for(interaction).language.value)
        asked, picture = sent_in(interaction, draft.asked)
        await order_or_edit(interaction, asked, picture=picture, private=draft.private)

    async def rewrite(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Show the form with what a failed task was asked for, to whoever asked."""
        order, words = await self._ordered(interaction, arguments), words_for(interaction)
        asked = Request.of(order.design, language=words.language.value)
        await open_form(interaction, rewrite_form(words, asked, arguments["task"]))

    async def send_rewritten(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Order what was rewritten; it stays as private as it was."""
        order = await self._ordered(interaction, arguments)
        known = Request.of(order.design, language=words_for(interaction).language.value)
        asked, picture = sent_in(interaction, known)
        await order_or_edit(interaction, asked, picture=picture, private=order.private)

    async def _ordered(self, interaction: Interaction, arguments: Mapping[str, str]) -> Order:
        return await self.bot.studio.ordered(arguments["task"], identity_of(interaction.user))

    @sticker.autocomplete("name")
    async def suggest_name(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        """The asker's recent names."""
        return await self._recent(interaction, Recalled.NAME, typed)

    @sticker.autocomplete("title")
    async def suggest_title(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        """The asker's recent titles."""
        return await self._recent(interaction, Recalled.TITLE, typed)

    async def _recent(self, interaction: Interaction, field: Recalled, typed: str) -> list[Choice[str]]:
        found = await self.bot.reception.recent(interaction.user.id, field, typed, most=MOST_SUGGESTIONS)
        return [Choice(name=text, value=text) for text in found]

    @sticker.autocomplete("background")
    async def suggest_background(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        """Colours by name, in the reader's language; anything typed is offered too, so #rrggbb can be chosen."""
        words = words_for(interaction)
        named = [Choice(name=words(colour.label), value=colour.value) for colour in suggest_colours(typed)]
        own = hexadecimal(typed)
        mixed = [Choice(name=words("colour-own", colour=own), value=own)] if own else []
        return [*named, *mixed][:MOST_SUGGESTIONS]

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
        manner = await manner_of(interaction, private)
        place = await acknowledge(interaction, manner)
        await self.bot.studio.order_by_hand(arguments["task"], identity_of(interaction.user), place=place)


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
