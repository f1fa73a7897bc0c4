"""/history: the binder, nine stickers to a page, newest first."""

import io
import re
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.album import Visitor
from bot.client import StickerBot
from bot.errors import Gone, NotANumber
from bot.stickers.design import Attribute, Rarity
from bot.stickers.shelf import Shelf, Turn, Whose, tidy
from cogs.answering import privately, show
from cogs.binder_card import binder_card
from cogs.cards import ATTRIBUTE_KEYS, RARITY_KEYS
from cogs.forms import filled, open_form
from cogs.leaves import (
    JUMP_FORM,
    SEEK_FORM,
    TYPED,
    JumpButton,
    PickMenu,
    PrintButton,
    SeekButton,
    SiftMenu,
    TurnButton,
    jump_form,
    seek_form,
)
from cogs.reading import identity_of, option
from cogs.showing import show_sticker
from cogs.sifting import sifted
from cogs.speaking import say, words_for

Interaction = discord.Interaction[StickerBot]
PageNumber = app_commands.Range[int, 1, 100_000]

WHOSE_KEYS = {
    Whose.MEMBER: "sift-mine",
    Whose.FAVOURITES: "sift-favourites",
    Whose.SERVER: "sift-server",
}
OPTIONS = ("member", "whose", "search", "attribute", "rarity", "page")
STICKER_ID = re.compile(r"[a-z0-9]{1,32}")
MOST_SUGGESTIONS = 25


class HistoryCog(commands.Cog):
    """Browses, sifts, opens one, prints a page."""

    def __init__(self, bot: StickerBot) -> None:
        self.bot = bot
        bot.presses[TurnButton.prefix] = self.turn
        bot.presses[SiftMenu.prefix] = self.sift
        bot.presses[JumpButton.prefix] = self.ask_for_page
        bot.presses[JUMP_FORM.prefix] = self.jump
        bot.presses[SeekButton.prefix] = self.ask_for_search
        bot.presses[SEEK_FORM.prefix] = self.search
        bot.presses[PrintButton.prefix] = self.print_page
        bot.presses[PickMenu.prefix] = self.pick

    @app_commands.command(name="history", description=say("command-history"))
    @app_commands.rename(**{name: say(f"option-{name}") for name in OPTIONS})
    @app_commands.describe(**{name: say(f"about-{name}-seen") for name in OPTIONS})
    @app_commands.choices(
        whose=[Choice(name=say(key), value=whose.value) for whose, key in WHOSE_KEYS.items()],
        attribute=[Choice(name=say(key), value=attribute.value) for attribute, key in ATTRIBUTE_KEYS.items()],
        rarity=[Choice(name=say(key), value=rarity.value) for rarity, key in RARITY_KEYS.items()],
    )
    async def history(
        self,
        interaction: Interaction,
        member: discord.User | None = None,
        whose: str | None = None,
        search: str | None = None,
        attribute: str | None = None,
        rarity: str | None = None,
        page: PageNumber | None = None,
    ) -> None:
        """Open a binder, for the reader alone; the options are read by `shelf_of`."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._show(interaction, shelf_of(interaction), number=page)

    @history.autocomplete("search")
    async def suggest(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        """Names and titles that stand in the binder."""
        found = await self.bot.album.wordings(_visitor(interaction), shelf_of(interaction, search=typed))
        offered = dict.fromkeys(cut for text in found if (cut := tidy(text)))
        return [Choice(name=text, value=text) for text in list(offered)[:MOST_SUGGESTIONS]]

    async def turn(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Show the page before or after, in place."""
        await privately(interaction)
        code = arguments["turn"]
        turn = Turn.parse(code) if len(code) > 1 else None
        await self._show(interaction, Shelf.parse(arguments["shelf"]), turn=turn)

    async def sift(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Show other stickers, in place."""
        await privately(interaction)
        await self._show(interaction, sifted(Shelf.parse(arguments["shelf"]), arguments["picked"]))

    async def ask_for_page(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Open the form for a page's number."""
        form = jump_form(words_for(interaction), arguments["pages"], arguments["shelf"])
        await open_form(interaction, form)

    async def jump(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Show the page of this number, in place."""
        typed = _typed(interaction).strip()
        if not typed.isdecimal():  # full-width digits are decimal, too
            raise NotANumber(last=int(arguments["pages"]))
        await privately(interaction)
        await self._show(interaction, Shelf.parse(arguments["shelf"]), number=int(typed))

    async def ask_for_search(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Open the form for a search, with the present one in it."""
        await open_form(interaction, seek_form(words_for(interaction), Shelf.parse(arguments["shelf"])))

    async def search(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Show what holds the text, in place; everything again for none."""
        await privately(interaction)
        await self._show(interaction, Shelf.parse(arguments["shelf"]).searched(_typed(interaction)))

    async def print_page(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Hand out the page as a PDF, to whoever pressed, alone."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        words = words_for(interaction)
        shelf, turn = Shelf.parse(arguments["shelf"]), Turn.parse(arguments["turn"])
        sheets = await self.bot.album.sheets(_visitor(interaction), shelf, turn, words)
        file = discord.File(
            io.BytesIO(sheets.pdf), filename="kiraseal-page.pdf", description=words("alt-sheets")
        )
        told = [words("history-printed")]
        if sheets.left_out:
            told.append(words("history-left-out", count=sheets.left_out))
        await interaction.followup.send("\n".join(told), file=file, ephemeral=True)

    async def pick(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Open one sticker, for the reader alone."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        # Anybody can send any value, and PostgreSQL stumbles over some of them.
        if not STICKER_ID.fullmatch(arguments["picked"]):
            raise Gone
        sticker = await self.bot.studio.open(arguments["picked"], identity_of(interaction.user))
        await show_sticker(interaction, sticker)

    async def _show(
        self, interaction: Interaction, shelf: Shelf, *, turn: Turn | None = None, number: int | None = None
    ) -> None:
        binder = await self.bot.album.binder(_visitor(interaction), shelf, turn=turn, number=number)
        card = binder_card(words_for(interaction), binder, server_name=_server_name(interaction))
        await show(interaction, card)


def shelf_of(interaction: discord.Interaction[Any], *, search: str | None = None) -> Shelf:
    """What the options of /history ask for. A member goes before `whose`."""
    member, whose, attribute, rarity = (
        option(interaction, name) for name in ("member", "whose", "attribute", "rarity")
    )
    typed = option(interaction, "search") if search is None else search
    return Shelf(
        whose=Whose(whose) if whose and member is None else Whose.MEMBER,
        owner=member.id if member is not None and member.id != interaction.user.id else None,
        attribute=Attribute(attribute) if attribute else None,
        rarity=Rarity(rarity) if rarity else None,
        search=tidy(typed or ""),
    )


def _typed(interaction: discord.Interaction[Any]) -> str:
    return filled(interaction).texts.get(TYPED, "")


def _visitor(interaction: discord.Interaction[Any]) -> Visitor:
    return Visitor(identity=identity_of(interaction.user), server_id=interaction.guild_id)


def _server_name(interaction: discord.Interaction[Any]) -> str | None:
    """The server's name; empty where a user-installed app is in a server that the bot is not in."""
    if interaction.guild_id is None:
        return None
    return (interaction.guild.name if interaction.guild else None) or ""


async def setup(bot: StickerBot) -> None:
    """Loaded by name: see bot/client.py."""
    await bot.add_cog(HistoryCog(bot))
