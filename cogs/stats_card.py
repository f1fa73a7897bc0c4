"""/stats as messages: sums in words, the chart, and the buttons that lead to the others. Asks nothing."""

from typing import Any

from discord.ui import ActionRow, Container, LayoutView, TextDisplay

from bot.stickers.spans import Span
from bot.stickers.standings import Leaderboard, MemberTally, ServerTally
from bot.stickers.statistics import Counts
from bot.tally import Budget
from bot.words import Words
from cogs.cards import QUIET, Card, gallery
from cogs.charts import SPAN_KEYS
from cogs.speaking import plain
from cogs.sums import ListedButton, Look, LookButton, SpanButton, sleeping, view_of

CHART = "chart.png"
LOOK_KEYS = {Look.MINE: "look-mine", Look.SERVER: "look-server", Look.BOARD: "look-board"}


def stats_card(
    words: Words,
    lines: list[str],
    chart: tuple[bytes, str] | None,
    look: Look,
    span: Span,
    *,
    in_server: bool,
    listed: bool | None = None,
) -> Card:
    """Lines of text, the chart with its alt text, and the buttons. `listed` is None but on a leaderboard."""
    container: Container[LayoutView] = Container(TextDisplay("\n".join(lines)), accent_color=QUIET)
    if chart is not None:
        container.add_item(gallery(CHART, chart[1]))
    container.add_item(_spans(words, look, span))
    if in_server:
        container.add_item(_looks(words, look, span))
    if listed is not None:
        key, wish = ("button-hide-me", "no") if listed else ("button-list-me", "yes")
        container.add_item(ActionRow(ListedButton.make(words(key), wish, str(span.value))))
    return Card(container, {} if chart is None else {CHART: chart})


def member_lines(words: Words, tally: MemberTally, span: Span, budget: Budget | None) -> list[str]:
    """A member's numbers; `budget` is for the host alone."""
    lines = [f"## {words('stats-mine')}", _sums(words, tally.counts, span)]
    if tally.streak > 1:
        lines.append(words("stats-streak", days=tally.streak))
    lines += _spending(words, tally.counts)
    if tally.always:
        lines.append(f"-# {words('stats-always', count=tally.always)}")
    else:
        lines.append(words("stats-empty"))
    if budget is not None:
        spent, limit = _dollars(budget.spent_micros), _dollars(budget.limit_micros)
        lines.append(f"-# {words('stats-budget', spent=spent, limit=limit)}")
    return lines


def server_lines(words: Words, tally: ServerTally, span: Span, server_name: str) -> list[str]:
    """A server's numbers."""
    lines = [
        f"## {plain(server_name) or words('look-server')}",
        _sums(words, tally.counts, span),
        words("stats-members", count=tally.makers),
    ]
    return lines + _spending(words, tally.counts)


def board_lines(words: Words, board: Leaderboard, span: Span) -> list[str]:
    """The places as text, for every script can be shown there, and the reader's own."""
    lines = [f"## {words('board-heading')}", f"-# {words(SPAN_KEYS[span])}"]
    lines += [
        # Not "1.": Discord would make a list of it and count by itself, past places that are shared.
        f"**{place.rank}**  {plain(place.name) or '·'}  {words('stats-stickers', count=place.images)}"
        for place in board.places
    ]
    if not board.places:
        lines.append(words("board-empty"))
    if not board.is_listed:
        lines.append(words("board-hidden"))
    elif board.mine is not None and board.mine not in board.places:
        lines.append(words("board-mine", rank=board.mine.rank, count=board.mine.images))
    return lines


def _sums(words: Words, counts: Counts, span: Span) -> str:
    parts = [words("stats-stickers", count=counts.images)]
    if counts.success_rate is not None:
        parts.append(words("stats-success", percent=round(100 * counts.success_rate)))
    return f"**{words(SPAN_KEYS[span])}**  {' · '.join(parts)}"


def _spending(words: Words, counts: Counts) -> list[str]:
    """Only where an AI painter was paid."""
    parts = []
    if counts.tokens:
        parts.append(words("stats-tokens", count=counts.tokens))
    if counts.cost_micros:
        parts.append(words("stats-cost", dollars=_dollars(counts.cost_micros)))
    return [" · ".join(parts)] if parts else []


def _dollars(micros: int) -> str:
    return f"{micros / 1_000_000:.2f}"


def _spans(words: Words, look: Look, span: Span) -> ActionRow[Any]:
    return ActionRow(
        *(
            sleeping(SpanButton.make(words(key), *view_of(look, other)), is_current=other is span)
            for other, key in SPAN_KEYS.items()
        )
    )


def _looks(words: Words, look: Look, span: Span) -> ActionRow[Any]:
    return ActionRow(
        *(
            sleeping(LookButton.make(words(key), *view_of(other, span)), is_current=other is look)
            for other, key in LOOK_KEYS.items()
        )
    )
