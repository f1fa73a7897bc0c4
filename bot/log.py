"""Set up logging: one line a record, in colour on a terminal, and never a secret. Nothing else."""

import logging
import re
import sys
import time
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.logging import RichHandler

HIDDEN = "[hidden]"

SECRETS_BY_LOOK = (
    # Webhook and interaction addresses carry the token that lets anybody answer in our name.
    re.compile(r"(/(?:webhooks|interactions)/\d+/)[\w.=-]+"),
    # An interaction's token is base64 of "interaction:..." and so always begins alike.
    re.compile(r"()\baW50ZXJhY3Rpb246[\w=-]+"),
    # A bot's token: its id in base64, a time and a signature.
    re.compile(r"()\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}"),
    # A key of OpenAI.
    re.compile(r"()\bsk-[\w-]{16,}"),
    # The password of a database address.
    re.compile(r"(://[^\s:/@]*:)[^\s/@]+(?=@)"),
)
"""What is a secret wherever it comes from. The first group stays: it says whose secret it was."""


def hide_secrets(text: str, known: Iterable[str] = ()) -> str:
    """The text without `known` secrets and without anything that looks like a token."""
    for secret in known:
        text = text.replace(secret, HIDDEN)
    for pattern in SECRETS_BY_LOOK:
        text = pattern.sub(rf"\1{HIDDEN}", text)
    return text


class OneLine(logging.Formatter):
    """A record as one line, its traceback indented below, without secrets."""

    def __init__(self, template: str, secrets: Iterable[str], *, dates: str = "%Y-%m-%dT%H:%M:%SZ") -> None:
        super().__init__(template, datefmt=dates)
        # Records of different hosts can be put in order only when all are in one zone.
        self.converter = time.gmtime
        self._secrets = tuple(secrets)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  logging named it
        """The record without its traceback, on one line."""
        # A name with a line break in it could otherwise forge a record of its own.
        return super().formatMessage(record).replace("\r", "\\r").replace("\n", "\\n")

    def format(self, record: logging.LogRecord) -> str:
        """The whole record."""
        first, *below = hide_secrets(super().format(record), self._secrets).splitlines() or [""]
        return "\n".join([first, *(f"    {line}" for line in below)])


def set_up_logging(level: str, secrets: Iterable[str] = (), stream: TextIO | None = None) -> None:
    """Send every record of `level` and above to `stream` (default: standard error).

    `secrets` are texts to hide besides all that looks like a token. A second call replaces the first.
    """
    stream = stream or sys.stderr
    handler = _terminal_handler(stream, secrets) if stream.isatty() else _plain_handler(stream, secrets)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # Mistakes of ours that only warn, such as a missing sentence, belong into the log.
    logging.captureWarnings(capture=True)
    for chatty in ("asyncio", "PIL", "fontTools", "aiosqlite", "tortoise.db_client", "discord.gateway"):
        logging.getLogger(chatty).setLevel(max(logging.getLevelName(level), logging.INFO))
    for room in ("discord.client", "discord.state"):
        logging.getLogger(room).addFilter(_concerns_us)


def _concerns_us(record: logging.LogRecord) -> bool:
    """False for warnings about what Kiraseal never does: speak, or start without intents (SimCord's probe does)."""
    return not any(text in str(record.msg) for text in ("voice will NOT be supported", "Guilds intent seems"))


def _plain_handler(stream: TextIO, secrets: Iterable[str]) -> logging.Handler:
    handler = logging.StreamHandler(stream)
    handler.setFormatter(OneLine("%(asctime)s %(levelname)-8s %(name)s: %(message)s", secrets))
    return handler


def _terminal_handler(stream: TextIO, secrets: Iterable[str]) -> logging.Handler:
    handler = RichHandler(console=Console(file=stream), show_path=False)
    handler.setFormatter(OneLine("%(name)s: %(message)s", secrets, dates="%H:%M:%S"))
    return handler
