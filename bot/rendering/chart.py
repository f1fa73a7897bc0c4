"""Draw a chart in the bot's colours. The one importer of matplotlib; loaded in the pool's processes alone."""

import io
from collections.abc import Sequence

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font
from matplotlib.ticker import MaxNLocator

from bot.rendering.typefaces import Typefaces
from bot.stickers.chart import Bar, Chart

WIDTH, HEIGHT = 1000, 560
"""Pixels: wide enough for a desktop, and still legible on a phone, where it is shown at a third."""
_ROW, _HEAD, _FOOT = 48, 108, 20
"""Pixels of a ranking, which is as high as it needs: each row, and what is over and under them."""
_DPI = 100
_GROUND, _GRID, _TEXT, _QUIET = "#23263a", "#3c425e", "#ffffff", "#b9c0dc"
_BAR, _MARKED, _FAILED = "#9b6bff", "#ffd54a", "#e0586a"
_MOST_TICKS = 7
_NAME_SIZE, _NAME_ROOM = 19, 250
"""Points, and pixels to the left of a ranking's bars."""


def draw_chart(chart: Chart, faces: Typefaces) -> bytes:
    """The chart as PNG, 1000 pixels wide and up to 608 high. Letters that the fallback face lacks are left out."""
    with rc_context({"text.parse_math": False}):  # a member may be called $x$
        height = _HEAD + _ROW * len(chart.bars) + _FOOT if chart.is_ranking else HEIGHT
        figure = Figure(figsize=(WIDTH / _DPI, height / _DPI), dpi=_DPI, facecolor=_GROUND)
        FigureCanvasAgg(figure)
        under, rows = _FOOT / height, max(_ROW * len(chart.bars), 1) / height
        axes = figure.add_axes((0.285, under, 0.6, rows) if chart.is_ranking else (0.085, 0.15, 0.865, 0.66))
        pen = _Pen(faces)
        axes.set_facecolor(_GROUND)
        for side in axes.spines.values():
            side.set_visible(False)
        draw = _draw_ranking if chart.is_ranking else _draw_columns
        draw(axes, chart, pen)
        title = pen.letters(chart.title)
        figure.text(0.035, 1 - 54 / height, title, color=_TEXT, fontproperties=pen.font(30), va="center")
        out = io.BytesIO()
        figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()


class _Pen:
    """One face in every size, and the letters that it has."""

    def __init__(self, faces: Typefaces) -> None:
        self._file = str(faces.fallback)
        self._face = FT2Font(self._file)
        self._known = self._face.get_charmap()

    def font(self, size: float) -> FontProperties:
        """The face at a size in points."""
        return FontProperties(fname=self._file, size=size)

    def letters(self, text: str) -> str:
        """The text without what would come out as boxes."""
        return "".join(letter for letter in text if ord(letter) in self._known).strip()

    def name(self, text: str) -> str:
        """A name cut to the room beside a bar."""
        kept = self.letters(text)
        if self._width(kept) <= _NAME_ROOM:
            return kept
        while kept and self._width(f"{kept}…") > _NAME_ROOM:
            kept = kept[:-1].rstrip()
        return f"{kept}…"

    def _width(self, text: str) -> float:
        """In pixels, at the size of names."""
        self._face.set_size(_NAME_SIZE, _DPI)
        self._face.set_text(text)
        return self._face.get_width_height()[0] / 64


def _draw_columns(axes: Axes, chart: Chart, pen: _Pen) -> None:
    places = range(len(chart.bars))
    values = [bar.value for bar in chart.bars]
    failed = [bar.failed for bar in chart.bars]
    axes.bar(places, values, width=0.78, color=_colours(chart.bars), zorder=2)
    if any(failed):
        axes.bar(places, failed, width=0.78, bottom=values, color=_FAILED, zorder=2)
        _explain(axes, chart, pen)
    axes.set_xlim(-0.6, len(chart.bars) - 0.4)
    axes.set_ylim(0, max(4, max(map(sum, zip(values, failed, strict=True)), default=0) * 1.12))
    axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True))
    axes.grid(axis="y", color=_GRID, linewidth=1, zorder=0)
    axes.tick_params(length=0, colors=_QUIET, pad=7)
    shown = _ticks(len(chart.bars))
    axes.set_xticks(shown, [pen.letters(chart.bars[place].label) for place in shown])
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(pen.font(19))


def _draw_ranking(axes: Axes, chart: Chart, pen: _Pen) -> None:
    longest = max((bar.value for bar in chart.bars), default=0) or 1
    lengths = [max(bar.value / longest, 0.02) for bar in chart.bars]
    axes.barh(range(len(chart.bars)), lengths, height=0.68, color=_colours(chart.bars))
    for place, (bar, length) in enumerate(zip(chart.bars, lengths, strict=True)):
        text = f"{bar.value:,}"
        axes.text(length + 0.015, place, text, color=_TEXT, fontproperties=pen.font(20), va="center")
    axes.set_xlim(0, 1)
    axes.set_ylim(max(len(chart.bars), 1) - 0.5, -0.5)
    axes.set_xticks([])
    axes.set_yticks(range(len(chart.bars)), [pen.name(bar.label) for bar in chart.bars])
    axes.tick_params(length=0, colors=_TEXT, pad=9)
    for label in axes.get_yticklabels():
        label.set_fontproperties(pen.font(_NAME_SIZE))


def _explain(axes: Axes, chart: Chart, pen: _Pen) -> None:
    """Which colour is what, at the upper right."""
    entries = [(chart.failed_label, _FAILED), (chart.value_label, _BAR)]
    right = 1.0
    for text, colour in entries:
        drawn = axes.text(
            right, 1.05, f"■ {pen.letters(text)}", color=colour, fontproperties=pen.font(19),
            transform=axes.transAxes, ha="right",
        )  # fmt: skip
        right -= drawn.get_window_extent().width / axes.get_window_extent().width + 0.025


def _colours(bars: Sequence[Bar]) -> list[str]:
    return [_MARKED if bar.is_marked else _BAR for bar in bars]


def _ticks(count: int) -> list[int]:
    """Which bars have their label written: evenly spaced, and the last, which is now, among them."""
    step = -(-count // _MOST_TICKS)
    return sorted(range(count - 1, -1, -step))
