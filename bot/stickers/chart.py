"""A chart as it is to be drawn: bars and words, in one language. Draws nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: its label, its length, and what failed on top of it. `is_marked` is today's, or the reader's own."""

    label: str
    value: int
    failed: int = 0
    is_marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars that stand side by side in time, or `is_ranking`: that lie one below the other, the first on top.

    `failed_label` explains the upper parts of bars, `value_label` the lower ones; shown only where something failed.
    """

    title: str
    bars: tuple[Bar, ...]
    value_label: str = ""
    failed_label: str = ""
    is_ranking: bool = False
