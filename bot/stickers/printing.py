"""How seals are laid on paper to be printed and cut, and the words in the margin. Draws nothing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.words import Words


class Paper(StrEnum):
    """A sheet that printers take."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        return {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintFormat:
    """A sheet, the edge of a cut seal, and how far its print goes on beyond the cut; millimetres."""

    paper: Paper = Paper.A4
    edge: float = 48.0
    bleed: float = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWords:
    """What stands in the lower margin, already worded, and the day of printing for the file's own card."""

    title: str
    note: str
    ruler: str
    day: date


def word_sheet(say: Words, *, count: int, day: date) -> SheetWords:
    """The margin of sheets with `count` seals."""
    return SheetWords(
        title=say("print-title", count=count),
        note=say("print-note", day=f"{day:%Y.%m.%d}"),
        ruler=say("print-ruler"),
        day=day,
    )
