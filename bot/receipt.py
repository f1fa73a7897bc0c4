"""What a service charged for one drawing. Knows nobody, so that art and errors can both carry one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One charge. There is one as soon as a server says that it has drawn, even if the picture is of no use."""

    model: str
    size: str
    """As the server calls it, such as 1024x1024."""
    quality: str
    tokens: int = 0
    """What the server counted; 0 where it does not count."""
    cost_micros: int = 0
    """Millionths of a US dollar, by the host's price table; 0 for a model without a price."""


@dataclass(slots=True, kw_only=True)
class Account:
    """What one drawing has come to so far. True at every moment: who stops waiting for it can still look here."""

    begun: bool = False
    """Whether an answer has begun. Who breaks off then may be charged, and never learns how much."""
    receipt: Receipt | None = None
