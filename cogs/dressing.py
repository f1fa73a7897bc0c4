"""Redress: the fitting room of a finished sticker, and what comes out of it."""

import asyncio
from collections.abc import Mapping

import discord
from discord.ext import commands

from bot.client import StickerBot
from bot.errors import StorageFailed, WordBlocked
from bot.stickers.keeping import Sticker
from bot.stickers.wardrobe import Wardrobe
from cogs.answering import privately, show
from cogs.beginning import MINE_WITHIN, NOWHERE, change_origin, mine_at_once, origin_of
from cogs.cards import Card
from cogs.drafts import kept_texts
from cogs.fitting_room import (
    AS_IT_IS,
    DRESS_FORM,
    AsNewButton,
    DressMenu,
    PutOnButton,
    WordsButton,
    fitting_card,
    refused_words_view,
    words_form,
)
from cogs.forms import Filled, filled, open_form
from cogs.places import acknowledge, aside_of, manner_of
from cogs.reading import identity_of
from cogs.seal_buttons import RedressButton
from cogs.showing import show_sticker, stickers_within
from cogs.speaking import answer_privately, sentence_for, words_for

Interaction = discord.Interaction[StickerBot]


class DressingCog(commands.Cog):
    """Fits, and dresses."""

    def __init__(self, bot: StickerBot) -> None:
        self.bot = bot
        bot.presses[RedressButton.prefix] = self.open
        bot.presses[DressMenu.prefix] = self.choose
        bot.presses[WordsButton.prefix] = self.ask_words
        bot.presses[DRESS_FORM.prefix] = self.take_words
        bot.presses[PutOnButton.prefix] = self.put_on
        bot.presses[AsNewButton.prefix] = self.as_new

    async def open(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Show the fitting room to the owner, alone."""
        origin = origin_of(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._fit(interaction, {**arguments, "origin": origin}, Wardrobe(), {})

    async def choose(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Show it with one part changed, in place."""
        await privately(interaction)
        chosen = Wardrobe.parse(arguments["choices"])
        chosen = chosen.choosing(arguments["part"], arguments["picked"].split())
        await self._fit(interaction, arguments, chosen, kept_texts(interaction.message))

    async def ask_words(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Open the form for name, title and colours."""
        typed = kept_texts(interaction.message)
        # Without what was typed: words that were refused would keep the form from opening that mends them.
        change = Wardrobe.parse(arguments["choices"]).change()
        owner = identity_of(interaction.user)
        try:
            worn = await asyncio.wait_for(
                self.bot.collection.worn(arguments["sticker"], owner, change), MINE_WITHIN
            )
        except TimeoutError as exc:
            raise StorageFailed from exc
        await open_form(interaction, words_form(words_for(interaction), worn, arguments, typed))

    async def take_words(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Show it with what was filled in, in place; what is refused comes back, to be edited and sent again."""
        await privately(interaction)
        given = filled(interaction)
        chosen = await self._recoloured(interaction, arguments, given)
        texts = {name: given.texts[name] for name in ("name", "title") if name in given.texts}
        typed = {**kept_texts(interaction.message), **texts}
        try:
            await self._fit(interaction, arguments, chosen, typed)
        except WordBlocked as exc:
            sentence, words = sentence_for(interaction, exc), words_for(interaction)
            state = (arguments["sticker"], arguments["origin"], str(chosen))
            await answer_privately(interaction, refused_words_view(words, sentence, state, typed))

    async def put_on(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Dress the sticker so: here, and in the message where it began."""
        await privately(interaction)
        change = Wardrobe.parse(arguments["choices"]).change(**kept_texts(interaction.message))
        owner = identity_of(interaction.user)
        sticker = await self.bot.collection.dress(arguments["sticker"], owner, change)
        await show_sticker(interaction, sticker)
        if not sticker.private:
            await self._change_origin(interaction, arguments["origin"], sticker)

    async def as_new(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Order it as a new sticker, in a message of its own."""
        sticker = await mine_at_once(interaction, arguments["sticker"])
        change = Wardrobe.parse(arguments["choices"]).change(**kept_texts(interaction.message))
        manner = await manner_of(interaction, sticker.private or arguments["origin"] == NOWHERE)
        place = await acknowledge(interaction, manner)
        owner = identity_of(interaction.user)
        await self.bot.collection.redress(sticker.id, owner, change, place=place, aside=aside_of(manner))

    async def _change_origin(self, interaction: Interaction, origin: str, sticker: Sticker) -> None:
        async def change(card: Card) -> None:
            await change_origin(interaction, origin, sticker.id, card)

        limit, studio = interaction.filesize_limit, self.bot.studio
        await stickers_within(limit, change, studio=studio, words=words_for(interaction), stickers=[sticker])

    async def _recoloured(
        self, interaction: Interaction, arguments: Mapping[str, str], given: Filled
    ) -> Wardrobe:
        """The choices with those of the form, of which only what is otherwise than it looked counts as chosen."""
        chosen, owner = Wardrobe.parse(arguments["choices"]), identity_of(interaction.user)
        worn = await self.bot.collection.worn(arguments["sticker"], owner, chosen.change())
        looked = {
            "background": worn.background,
            "frame_color": worn.style.frame_color,
            "layout": worn.style.layout.value,
        }
        for part, before in looked.items():
            value = given.choices.get(part, before)
            if value not in (before, AS_IT_IS):
                chosen = chosen.choosing(part, [value])
        return chosen

    async def _fit(
        self,
        interaction: Interaction,
        arguments: Mapping[str, str],
        chosen: Wardrobe,
        typed: Mapping[str, str],
    ) -> None:
        owner = identity_of(interaction.user)
        fitting = await self.bot.collection.fitting(arguments["sticker"], owner, chosen.change(**typed))
        old = {"name": fitting.sticker.design.name, "title": fitting.sticker.design.title}
        typed = {name: text for name, text in typed.items() if text != old[name]}
        card = fitting_card(words_for(interaction), fitting, arguments["origin"], chosen, typed)
        await show(interaction, card)


async def setup(bot: StickerBot) -> None:
    """Loaded by name: see bot/client.py."""
    await bot.add_cog(DressingCog(bot))
