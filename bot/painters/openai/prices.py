"""What tokens cost: a host's price table, and the sum of one drawing. An estimate; the bill is the server's."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

_LINE = re.compile(r"(?P<model>[^\s=,]+)=(?P<text>[\d.]+)/(?P<image>[\d.]+)/(?P<output>[\d.]+)")
_DEAREST = 10_000
"""US dollars per million tokens; above it somebody wrote cents or tokens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """The tokens of one drawing, as the server counted them."""

    text: int = 0
    image: int = 0
    output: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """US dollars per million tokens, which is the same as millionths of a dollar per token."""

    text: Fraction
    image: Fraction
    output: Fraction

    def of(self, usage: Usage) -> int:
        """Millionths of a US dollar, rounded up: a budget should rest too early rather than too late."""
        return math.ceil(self.text * usage.text + self.image * usage.image + self.output * usage.output)


Prices = Mapping[str, Price]
"""By model."""


def parse_prices(text: str) -> Prices:
    """Read `model=text/image/output` separated by commas or blanks, in dollars per million tokens.

    Raises ValueError on anything else, a price under 0, a model that stands twice, and a price that cannot be meant.
    """
    prices: dict[str, Price] = {}
    for part in re.split(r"[\s,]+", text.strip()):
        found = _LINE.fullmatch(part)
        if not part:
            continue
        if found is None or found["model"] in prices:
            raise ValueError("not a price table")
        prices[found["model"]] = Price(
            text=_dollars(found["text"]), image=_dollars(found["image"]), output=_dollars(found["output"])
        )
    return prices


def _dollars(text: str) -> Fraction:
    amount = Fraction(text)  # ValueError for 1.2.3
    if amount > _DEAREST:
        raise ValueError("not a price")
    return amount
