"""/stats: mine, this server's, and its leaderboard, over a week, a month or a year."""

from collections.abc import Callable, Mapping

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.client import StickerBot
from bot.stickers.chart import Chart
from bot.stickers.spans import Span
from bot.words import Words
from cogs.answering import privately, show
from cogs.cards import Card
from cogs.charts import SPAN_KEYS, ranking, ranking_alt, timeline, timeline_alt
from cogs.reading import identity_of
from cogs.speaking import say, words_for
from cogs.stats_card import LOOK_KEYS, board_lines, member_lines, server_lines, stats_card
from cogs.sums import ListedButton, Look, LookButton, SpanButton

Interaction = discord.Interaction[StickerBot]


class StatsCog(commands.Cog):
    """Tells numbers, to the reader alone."""

    def __init__(self, bot: StickerBot) -> None:
        self.bot = bot
        bot.presses[SpanButton.prefix] = self.change
        bot.presses[LookButton.prefix] = self.change
        bot.presses[ListedButton.prefix] = self.list_me

    @app_commands.command(name="stats", description=say("command-stats"))
    @app_commands.rename(whose=say("option-whose"), span=say("option-span"))
    @app_commands.describe(whose=say("about-whose-counted"), span=say("about-span"))
    @app_commands.choices(
        whose=[Choice(name=say(key), value=look.value) for look, key in LOOK_KEYS.items()],
        span=[Choice(name=say(key), value=str(span.value)) for span, key in SPAN_KEYS.items()],
    )
    async def stats(
        self, interaction: Interaction, whose: str | None = None, span: str | None = None
    ) -> None:
        """Show sums and a chart."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._show(interaction, Look(whose or Look.MINE), Span(int(span or Span.MONTH)))

    async def change(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Show other numbers, in place."""
        await privately(interaction)
        await self._show(interaction, Look(arguments["look"]), Span(int(arguments["span"])))

    async def list_me(self, interaction: Interaction, arguments: Mapping[str, str]) -> None:
        """Let leaderboards name whoever presses, or not; whoever's message it is."""
        await privately(interaction)
        listed = arguments["wish"] == "yes"
        await self.bot.tally.list_on_boards(identity_of(interaction.user), listed=listed)
        await self._show(interaction, Look.BOARD, Span(int(arguments["span"])))

    async def _show(self, interaction: Interaction, look: Look, span: Span) -> None:
        match look:
            case Look.MINE:
                card = await self._mine(interaction, span)
            case Look.SERVER:
                card = await self._server(interaction, span)
            case Look.BOARD:
                card = await self._board(interaction, span)
        await show(interaction, card)

    async def _mine(self, interaction: Interaction, span: Span) -> Card:
        words, tally = words_for(interaction), self.bot.tally
        mine = await tally.of_member(identity_of(interaction.user), span)
        budget = await tally.budget()
        if budget is not None and not await self.bot.is_owner(interaction.user):
            budget = None
        chart = timeline(words, mine.parts, span)
        drawn = await self._drawn(words, timeline_alt, chart)
        lines = member_lines(words, mine, span, budget)
        return stats_card(words, lines, drawn, Look.MINE, span, in_server=_in_server(interaction))

    async def _server(self, interaction: Interaction, span: Span) -> Card:
        words, tally = words_for(interaction), self.bot.tally
        server = await tally.of_server(interaction.guild_id, span)
        chart = timeline(words, server.parts, span)
        drawn = await self._drawn(words, timeline_alt, chart)
        name = interaction.guild.name if interaction.guild else None
        lines = server_lines(words, server, span, name or "")
        return stats_card(words, lines, drawn, Look.SERVER, span, in_server=True)

    async def _board(self, interaction: Interaction, span: Span) -> Card:
        words, tally = words_for(interaction), self.bot.tally
        board = await tally.board(identity_of(interaction.user), interaction.guild_id, span)
        chart = ranking(words, board, span)
        drawn = await self._drawn(words, ranking_alt, chart)
        lines = board_lines(words, board.leaderboard, span)
        listed = board.leaderboard.is_listed
        return stats_card(words, lines, drawn, Look.BOARD, span, in_server=True, listed=listed)

    async def _drawn(
        self, words: Words, alt: Callable[[Words, Chart], str], chart: Chart | None
    ) -> tuple[bytes, str] | None:
        """The picture and its alt text; nothing where there is nothing to draw."""
        return None if chart is None else (await self.bot.tally.picture(chart), alt(words, chart))


def _in_server(interaction: Interaction) -> bool:
    return interaction.guild_id is not None


async def setup(bot: StickerBot) -> None:
    """Loaded by name: see bot/client.py."""
    await bot.add_cog(StatsCog(bot))
