"""What the gallery is made of: exhibits in sections. Draws nothing itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Draw = Callable[[], bytes]
"""Makes a picture that Pillow can open, of any size. Can be sent to another process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One picture: the option as one types or picks it, what is heard instead of seen, and how it is drawn."""

    label: str
    alt: str
    draw: Draw


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A table of the page, `columns` wide. `name` begins the names of its files; `edge` is in pixels."""

    name: str
    title: str
    text: str
    columns: int
    exhibits: Sequence[Exhibit]
    edge: int = 176
    moving: bool = False

    def file(self, number: int) -> str:
        """The name of the picture of an exhibit, which counts from 0."""
        return f"{self.name}-{number + 1:02}.webp"
