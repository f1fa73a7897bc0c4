"""Set up logging: one line a record, for people or as JSON, with what it is about, and never a secret. Nothing else."""

import json
import logging
import re
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, TextIO

from rich.console import Console
from rich.logging import RichHandler

from bot import tracing

HIDDEN = "[hidden]"
Form = Literal["auto", "human", "json"]
"""How lines look. `auto`: for people on a terminal, as JSON elsewhere."""

SECRETS_BY_LOOK = (
    # Webhook and interaction addresses carry the token that lets anybody answer in our name.
    re.compile(r"(/(?:webhooks|interactions)/\d+/)[\w.=%-]+"),
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

_UNSEEN = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What moves a cursor, turns the direction, ends a line or cannot be written at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logging:
    """How the host wants it. `secrets` are texts to hide besides all that looks like a token."""

    level: str
    form: Form = "auto"
    secrets: tuple[str, ...] = ()


def hide_secrets(text: str, known: Iterable[str] = ()) -> str:
    """The text without `known` secrets and without anything that looks like a token."""
    for secret in known:
        text = text.replace(secret, HIDDEN)
    for pattern in SECRETS_BY_LOOK:
        text = pattern.sub(rf"\1{HIDDEN}", text)
    return text


def visible(text: str) -> str:
    """One line that does what it looks like: a name with a line break could forge a record, one with ESC a screen."""
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


class OneLine(logging.Formatter):
    """A record as one line, its traceback indented below, without secrets."""

    def __init__(self, template: str, secrets: Iterable[str], *, dates: str = "%Y-%m-%dT%H:%M:%SZ") -> None:
        super().__init__(template, datefmt=dates)
        # Records of different hosts can be put in order only when all are in one zone.
        self.converter = time.gmtime
        self._secrets = tuple(secrets)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  logging named it
        """The record without its traceback, on one line."""
        line = visible(super().formatMessage(record))
        told = [f"{name} {value}" for name, value in _subject_of(record).items() if value not in line]
        return f"{line} [{', '.join(told)}]" if told else line

    def format(self, record: logging.LogRecord) -> str:
        """The whole record."""
        first, *below = hide_secrets(super().format(record), self._secrets).split("\n")
        return "\n".join([first, *(f"    {visible(line)}" for line in below)])


class JsonLine(logging.Formatter):
    """A record as one JSON object: time, level, logger, message, task or interaction, exception. Without secrets."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self._secrets = tuple(secrets)

    def format(self, record: logging.LogRecord) -> str:
        """The whole record."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        fields = {
            "time": moment.replace("+00:00", "Z"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **_subject_of(record),
        }
        if record.exc_info:
            fields["exception"] = self.formatException(record.exc_info)
        # Hidden before they are quoted: a backslash before a letter would end a secret early.
        hidden = {name: hide_secrets(text, self._secrets) for name, text in fields.items()}
        return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(hidden, ensure_ascii=False))


def set_up_logging(how: Logging, stream: TextIO | None = None) -> None:
    """Send every record of `how.level` and above to `stream` (default: standard error).

    A second call replaces the first.
    """
    handler = _handler(how, stream or sys.stderr)
    handler.addFilter(_tell_subject)
    logging.basicConfig(level=how.level, handlers=[handler], force=True)
    # Mistakes of ours that only warn, such as a missing sentence, belong into the log.
    logging.captureWarnings(capture=True)
    for chatty in ("asyncio", "PIL", "fontTools", "aiosqlite", "tortoise.db_client", "discord.gateway"):
        logging.getLogger(chatty).setLevel(max(logging.getLevelName(how.level), logging.INFO))
    for room in ("discord.client", "discord.state"):
        logging.getLogger(room).addFilter(_concerns_us)


def _tell_subject(record: logging.LogRecord) -> bool:
    """Note what the record is about while its own code still runs: a handler's filter sees every library's too."""
    record.subject = tracing.subject()
    return True


def _subject_of(record: logging.LogRecord) -> dict[str, str]:
    return dict(getattr(record, "subject", {}))


def _concerns_us(record: logging.LogRecord) -> bool:
    """False for warnings about what Kiraseal never does: speak, or start without intents (SimCord's probe does)."""
    return not any(text in str(record.msg) for text in ("voice will NOT be supported", "Guilds intent seems"))


def _handler(how: Logging, stream: TextIO) -> logging.Handler:
    if stream.isatty() and how.form != "json":
        handler: logging.Handler = RichHandler(console=Console(file=stream), show_path=False)
        handler.setFormatter(OneLine("%(name)s: %(message)s", how.secrets, dates="%H:%M:%S"))
        return handler
    handler = logging.StreamHandler(stream)
    plain = OneLine("%(asctime)s %(levelname)-8s %(name)s: %(message)s", how.secrets)
    handler.setFormatter(plain if how.form == "human" else JsonLine(how.secrets))
    return handler
