"""Which parameters a request has, and which of them to leave out for a server that does not know them."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import openai

from bot.painters.openai.access import Access
from bot.painters.openai.failures import complaint

Parameters = dict[str, object]

OPTIONAL = (
    "stream",
    "partial_images",
    "background",
    "moderation",
    "output_format",
    "quality",
    "safety_identifier",
    "size",
)
"""What a server may not know. Without any of them it still draws."""
_TOGETHER = {"stream": {"stream", "partial_images"}}
SIZE = "1024x1024"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One drawing to ask for. `picture` is PNG to start from; `asker` a hash that tells members apart."""

    instruction: str
    picture: bytes | None = None
    asker: str | None = None


def parameters(access: Access, wish: Wish, lacks: Collection[str]) -> Parameters:
    """What to send for `wish` to a server that `lacks` some of OPTIONAL."""
    asked: Parameters = {
        "model": access.model,
        "prompt": wish.instruction,
        "size": SIZE,
        "quality": access.quality,
        "background": "transparent",
        "output_format": "png",
        "stream": True,
        "partial_images": access.partials,
    }
    if wish.asker is not None:
        asked["safety_identifier"] = wish.asker
    if wish.picture is None:
        asked["moderation"] = "auto"
    else:
        # With a name and a type: unnamed bytes are refused.
        asked["image"] = ("picture.png", wish.picture, "image/png")
    return {name: value for name, value in asked.items() if name not in lacks}


def to_leave_out(exc: openai.APIStatusError, sent: Mapping[str, object]) -> set[str]:
    """The optional parameters of `sent` that the server complains of; empty when it names none."""
    sendable = {name for name in OPTIONAL if name in sent}
    named = {exc.param} & sendable if exc.param else set[str]()
    words = complaint(exc.body).words
    for name in sorted(named) or [name for name in OPTIONAL if _stands_in(name, words)]:
        return _TOGETHER.get(name, {name}) & sendable
    return set()


def _stands_in(name: str, words: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", words) is not None
