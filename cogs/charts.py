"""Numbers to worded charts and their alt texts. Asks nothing, draws nothing."""

from datetime import date

from bot.stickers.chart import Bar, Chart
from bot.stickers.spans import Span
from bot.stickers.standings import Part
from bot.tally import Board
from bot.words import Words

SPAN_KEYS = {Span.WEEK: "span-week", Span.MONTH: "span-month", Span.YEAR: "span-year"}


def timeline(words: Words, parts: tuple[Part, ...], span: Span) -> Chart | None:
    """Bars by day or week, the last one marked; None where nothing was made or tried."""
    if not any(part.counts.images or part.counts.failures for part in parts):
        return None
    last = len(parts) - 1
    return Chart(
        title=words("chart-by-week" if span is Span.YEAR else "chart-by-day"),
        bars=tuple(
            Bar(
                label=_day(words, part.slice.first),
                value=part.counts.images,
                failed=part.counts.failures,
                is_marked=place == last,
            )
            for place, part in enumerate(parts)
        ),
        value_label=words("chart-made"),
        failed_label=words("chart-failed"),
    )


def timeline_alt(words: Words, chart: Chart) -> str:
    """What the bars say, for who does not see them."""
    best = max(chart.bars, key=lambda bar: bar.value)
    made = sum(bar.value for bar in chart.bars)
    return words("alt-timeline", title=chart.title, total=made, most=best.value, day=best.label)


def ranking(words: Words, board: Board, span: Span) -> Chart | None:
    """The first ten, the reader's own marked; None where nobody made anything."""
    places = board.leaderboard.places
    if not places:
        return None
    return Chart(
        title=words("chart-ranking", span=words(SPAN_KEYS[span])),
        bars=tuple(
            Bar(
                label=f"{place.rank}  {place.name}",
                value=place.images,
                is_marked=place.user_id == board.reader_id,
            )
            for place in places
        ),
        is_ranking=True,
    )


def ranking_alt(words: Words, chart: Chart) -> str:
    """The same as one sentence: places, names and numbers."""
    listed = ", ".join(f"{' '.join(bar.label.split())}: {bar.value}" for bar in chart.bars)
    return words("alt-ranking", title=chart.title, places=listed)


def _day(words: Words, day: date) -> str:
    return words("chart-day", month=day.month, day=str(day.day))
