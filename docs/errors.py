"""`make errors`: docs/errors.md, every error with its sentences, from the error tree and the catalogue."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

from bot.errors import Cancelled, HostMustAct, KirasealError, Refused, TryLater
from bot.words import Language, Words

PAGE = Path(__file__).with_suffix(".md")
PARTS: dict[type[KirasealError], str] = {
    Refused: "The asker can put it right",
    TryLater: "Trying later may work",
    Cancelled: "The asker took it back",
    HostMustAct: "The host must act",
}
SAMPLES: dict[str, str | int] = {
    "at": "1764000000",
    "attempts": 3,
    "colour": "bluish",
    "expected": "setting-port",
    "field": "field-name",
    "file": "kiraseal-2026-11-24.db",
    "folder": "./backups",
    "free_mb": 120,
    "height": 9000,
    "kind": "TIFF",
    "last": 12,
    "left": 2,
    "length": 120,
    "limit": 10,
    "limit_mb": 10,
    "model": "gpt-image-9",
    "name": "Leo",
    "need_mb": 900,
    "needed": 3,
    "permission": "permission-attach-files",
    "rare": 80,
    "reason": "OSError",
    "retry_after": 20,
    "seconds": 60,
    "status": "503",
    "super_rare": 40,
    "tool": "pg_dump",
    "url_scheme": "mysql",
    "variable": "KIRASEAL_PORT",
    "version": "2_20270101000000_next",
    "width": 12000,
}
"""What stands for the values of an error in the table."""
OTHER_SAMPLES: dict[str, dict[str, str | int]] = {
    "error-picture-too-large": {"limit": 8000},
    "error-tool-failed": {"status": 1},
}
"""The same, for errors of which a value means something else."""
MOMENT = re.compile(r"<t:\d+:R>")
SOON = {Language.ENGLISH: "in 2 hours", Language.JAPANESE: "2時間後"}
"""What Discord shows for MOMENT, in the reader's own time."""
_HEAD = """# What it says when something goes wrong

Written by `make errors` from the error tree and the catalogue; do not edit by hand. Each error reaches a person as a
sentence or two: what went wrong, and what to do next. Names, numbers and times in these are examples.
"""


def page() -> str:
    """The whole page, Markdown."""
    lines = [_HEAD, *_part("Anything else", [KirasealError])]
    for root, title in PARTS.items():
        lines += _part(title, [kind for kind in _family(root) if "key" in vars(kind)])
    return "\n".join(lines)


def _part(title: str, kinds: list[type[KirasealError]]) -> Iterator[str]:
    yield f"## {title}\n"
    yield "| key | when | English | 日本語 |"
    yield "| --- | --- | --- | --- |"
    for kind in kinds:
        sentences = [_sentence(language, kind) for language in Language]
        yield f"| {' | '.join(_cell(text) for text in (f'`{kind.key}`', _when(kind), *sentences))} |"
    yield ""


def _family(root: type[KirasealError]) -> Iterator[type[KirasealError]]:
    """The error and all below it, in the order of the tree."""
    yield root
    for kind in root.__subclasses__():
        yield from _family(kind)


def _when(kind: type[KirasealError]) -> str:
    """The first sentence of what the class says of itself."""
    if kind is KirasealError:
        return "A mistake of ours; the log has its cause."
    said = " ".join((inspect.getdoc(kind) or "").split())
    return re.split(r"(?<=\.) ", said, maxsplit=1)[0]


def _sentence(language: Language, kind: type[KirasealError]) -> str:
    said = Words(language).sentence(kind(**SAMPLES | OTHER_SAMPLES.get(kind.key, {})))
    return MOMENT.sub(SOON[language], said)


def _cell(text: str) -> str:
    # A bar or a line break would end the cell.
    return text.replace("|", "\\|").replace("\n", "<br>")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
