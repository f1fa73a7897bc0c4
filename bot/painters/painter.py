"""What every painter promises: a design and perhaps a picture in, art out. Knows no drawing and no service."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from bot.receipt import Receipt
from bot.stickers.design import Design

Result = TypeVar("Result")

Show = Callable[[bytes], Awaitable[None]]
"""Told each picture on the way to the finished one: encoded art (drawing/pictures.py)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Art:
    """The character alone on transparent ground, and what it cost. `data` is encoded art (drawing/pictures.py)."""

    data: bytes
    receipt: Receipt | None = None
    """Of a service; None for art that was free."""

    @property
    def tokens(self) -> int:
        """What the service counted, 0 for free art."""
        return self.receipt.tokens if self.receipt else 0

    @property
    def cost_micros(self) -> int:
        """Millionths of a US dollar, 0 for free art."""
        return self.receipt.cost_micros if self.receipt else 0


class Painter(Protocol):
    """Makes art. `name` is what is stored with the sticker."""

    @property
    def name(self) -> str:
        """`openai`, `portrait` or `procedural`."""
        ...

    async def paint(self, design: Design, picture: bytes | None = None, show: Show | None = None) -> Art:
        """Paint `design`; `picture` is the kept source picture, if the design has one.

        Raises KirasealError only: foreign errors are translated inside.
        """
        ...


class Run(Protocol):
    """Calls a module-level function away from the event loop, in a process pool, and gives its result."""

    async def __call__(self, function: Callable[..., Result], *args: object) -> Result:
        """Call `function(*args)`; all of it must be picklable. Raises what the function raises, or WorkerLost."""
        ...
