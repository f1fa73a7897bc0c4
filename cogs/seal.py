"""The buttons of a finished sticker that make or hand out something: new art, the trio, its forms, favourites."""

from collections.abc import Mapping
from typing import Any

import discord
from discord.ext import commands
from discord.ui import ActionRow, Container, TextDisplay

from bot.client import StickerBot
from bot.stickers.keeping import Sticker
from bot.stickers.rendition import Rendition
from bot.words import Words
from cogs import goods
from cogs.answering import privately, show
from cogs.beginning import is_hidden, mine_at_once
from cogs.buttons import PngButton
from cogs.cards import QUIET, Card
from cogs.more import EMOJI, FILES, SERVER_STICKER
from cogs.places import acknowledge, aside_of, manner_of
from cogs.reading import identity_of
from cogs.seal_buttons import (
    AgainButton,
    BackButton,
    FavouriteButton,
    OpenButton,
    StillButton,
    TakeMenu,
    TiltButton,
    TrioButton,
    UnfavouriteButton,
)
from cogs.showing import hand_out, show_picture, show_sticker
from cogs.speaking import plain, words_for

Interaction = discord.Interaction[StickerBot]


class SealCog(commands.Cog):
    """Orders more of the same, shows, hands out."""

    def __init__(self, bot: StickerBot) -> None:
        self.bot = bot
        self.pantry: goods.Pantry = goods.ServerPantry()
        self._adding: set[tuple[int, str, str]] = set()
        bot.presses[AgainButton.prefix] = self.again
        bot.presses[TrioButton.prefix] = self.trio
        bot.presses[FavouriteButton.prefix] = self.favour
        bot.presses[UnfavouriteButton.prefix] = self.disfavour
        bot.presses[OpenButton.prefix] = self.open
        bot.presses[TiltButton.prefix] = self.tilt
        bot.presses[StillButton.prefix] = self.still
        bot.presses[BackButton.prefix] = self.back
        bot.presses[TakeMenu.prefix] = self.take
        bot.presses[PngButton.prefix] = self.hand_out_png

    async def again(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Order the same with new art, in a message of its own."""
        sticker = await mine_at_once(interaction, arguments["sticker"])
        manner = await manner_of(interaction, sticker.private or is_hidden(interaction))
        place = await acknowledge(interaction, manner)
        owner = identity_of(interaction.user)
        await self.bot.collection.again(sticker.id, owner, place=place, aside=aside_of(manner))

    async def trio(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Order the matching angel, guardian and devil, in one message."""
        sticker = await mine_at_once(interaction, arguments["sticker"])
        manner = await manner_of(interaction, sticker.private or is_hidden(interaction))
        place = await acknowledge(interaction, manner)
        owner = identity_of(interaction.user)
        await self.bot.collection.trio(sticker.id, owner, place=place, aside=aside_of(manner))

    async def favour(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Put it among the favourites of whoever pressed."""
        await interaction.response.defer(ephemeral=True, thinking=not _is_answer(interaction))
        owner = identity_of(interaction.user)
        sticker = await self.bot.collection.favour(arguments["sticker"], owner)
        await show(interaction, favourite_card(words_for(interaction), sticker, is_one=True))

    async def disfavour(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Take it out again, in place."""
        await privately(interaction)
        owner = identity_of(interaction.user)
        sticker = await self.bot.collection.disfavour(arguments["sticker"], owner)
        await show(interaction, favourite_card(words_for(interaction), sticker, is_one=False))

    async def open(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Open one sticker with all its buttons, for whoever pressed, alone."""
        await show_sticker(interaction, await self._seen(interaction, arguments))

    async def tilt(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Show it moving, to whoever pressed."""
        await self._look(interaction, arguments, Rendition.ANIMATION)

    async def still(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Show it large, to whoever pressed."""
        await self._look(interaction, arguments, Rendition.STILL)

    async def back(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Show its back, to whoever pressed, in their language."""
        await self._look(interaction, arguments, Rendition.BACK)

    async def take(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Hand out the form that was picked, or add it to the server."""
        sticker = await self._seen(interaction, arguments)
        picked = arguments["picked"]
        if picked in (SERVER_STICKER, EMOJI):
            await self._add(interaction, sticker, picked)
        else:
            await hand_out(interaction, sticker, FILES.get(picked, FILES["png"])[0])

    async def hand_out_png(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """The still as PNG, to whoever pressed, alone: a button of older messages."""
        sticker = await self._seen(interaction, arguments)
        await hand_out(interaction, sticker, Rendition.PNG)

    async def _seen(self, interaction: Interaction, arguments: Mapping[str, str]) -> Sticker:
        """Acknowledge, then a sticker that the presser may see."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        return await self.bot.studio.open(arguments["sticker"], identity_of(interaction.user))

    async def _look(self, interaction: Interaction, arguments: Mapping[str, str], form: Rendition) -> None:
        await show_picture(interaction, await self._seen(interaction, arguments), form)

    async def _add(self, interaction: Interaction, sticker: Sticker, kind: str) -> None:
        """Add it to the server, once however often it is pressed meanwhile."""
        guild, words = goods.checked(interaction), words_for(interaction)
        with goods.one_at_a_time(self._adding, (guild.id, sticker.id, kind)):
            if kind == EMOJI:
                moves = sticker.design.effects.holographic
                form = Rendition.MOVING_EMOJI if moves else Rendition.EMOJI
                data = await self.bot.studio.picture(sticker, form, words)
                name = await self.pantry.add_emoji(guild, goods.emoji_name(sticker), data, moves=moves)
            else:
                data = await self.bot.studio.picture(sticker, Rendition.SERVER_STICKER, words)
                title = sticker.design.title
                name = await self.pantry.add_sticker(guild, goods.sticker_name(sticker), title, data)
        key = "added-emoji" if kind == EMOJI else "added-sticker"
        await interaction.edit_original_response(content=words(key, name=plain(name)))


def favourite_card(words: Words, sticker: Sticker, *, is_one: bool) -> Card:
    """That it is a favourite, or is none any more, and the way back."""
    key = "favourite-added" if is_one else "favourite-removed"
    text = words(key, name=plain(sticker.design.name))
    back = UnfavouriteButton.make(words("button-unfavourite"), sticker.id)
    row: ActionRow[Any] = ActionRow(back if is_one else FavouriteButton.make(None, sticker.id))
    return Card(Container(TextDisplay(text), row, accent_color=QUIET))


def _is_answer(interaction: Interaction) -> bool:
    """Whether the press came from our own private answer, which is then changed in place."""
    message = interaction.message
    return message is not None and message.flags.ephemeral and not message.attachments


async def setup(bot: StickerBot) -> None:
    """Loaded by name: see bot/client.py."""
    await bot.add_cog(SealCog(bot))
