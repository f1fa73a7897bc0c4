"""How a host reaches an image server, and what it asks there for. Values only; opens nothing."""

from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from bot.painters.openai.prices import Prices

OPENAI = "https://api.openai.com/v1"
Quality = Literal["low", "medium", "high", "auto"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """One server and the manner of asking. Times in seconds."""

    key: str | None = field(default=None, repr=False)  # a secret: it must not reach a log by way of repr
    base_url: str = field(default=OPENAI, repr=False)  # it may hold a password
    model: str
    quality: Quality = "medium"
    partials: int = 2
    """Pictures on the way to the finished one, 0 to 3."""
    moderation: bool = True
    """Whether words and picture are checked before anything is spent, where the server can."""
    prices: Prices = field(default_factory=dict)
    timeout: float = 120.0
    """Longest a drawing may take in all."""
    silence: float = 60.0
    """Longest pause inside a stream."""
    connect: float = 10.0
    """Longest wait for a connection."""
    check_timeout: float = 20.0
    """Longest a check of words and picture may take."""

    @property
    def is_openai(self) -> bool:
        """Whether the server is OpenAI's own."""
        parts = urlsplit(self.base_url)
        host = f".{parts.hostname}"
        return parts.scheme == "https" and host.endswith(".api.openai.com")
