"""Read an image server's answer, as JSON or as events: a picture, or where it lies, and the tokens. Trusts nothing."""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass

from bot.errors import AnswerGarbled, DrawingMissing
from bot.painters.openai.failures import reported
from bot.painters.openai.prices import Usage

PARTIAL = frozenset({"image_generation.partial_image", "image_edit.partial_image"})
COMPLETED = frozenset({"image_generation.completed", "image_edit.completed"})
_MOST_TOKENS = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A finished drawing as the server handed it over: as base64 text or as an address, with what it says of it."""

    encoded: str | None
    url: str | None
    usage: Usage | None
    size: str | None
    quality: str | None


def answer_of_json(body: bytes) -> Answer:
    """The answer of a server that does not stream.

    Raises AnswerGarbled for what is not the JSON of an answer, DrawingMissing without a drawing, or what the server
    reports instead of one.
    """
    try:
        whole = json.loads(body)
    except (ValueError, RecursionError) as exc:
        raise AnswerGarbled from exc
    if not isinstance(whole, dict):
        raise AnswerGarbled
    if whole.get("error"):
        raise reported(whole["error"])
    data = whole.get("data")
    if not isinstance(data, list):
        raise AnswerGarbled
    if not data or not isinstance(data[0], dict):
        raise DrawingMissing
    return _answer(data[0], whole)


def answer_of_event(event: Mapping[str, object]) -> Answer:
    """The answer that a completed event holds."""
    return _answer(event, event)


def decoded(encoded: object) -> bytes:
    """The bytes of base64 text, with or without `data:` before it. Raises ValueError."""
    if not isinstance(encoded, str):
        raise ValueError("base64 is text")
    text = encoded.partition(",")[2] if encoded.startswith("data:") else encoded
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as exc:
        raise ValueError("not base64") from exc


def _answer(drawing: Mapping[str, object], about: Mapping[str, object]) -> Answer:
    return Answer(
        encoded=_text(drawing.get("b64_json")),
        url=_text(drawing.get("url")),
        usage=_usage(about.get("usage")),
        size=_text(about.get("size")),
        quality=_text(about.get("quality")),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _usage(value: object) -> Usage | None:
    if not isinstance(value, Mapping):
        return None
    output, whole = _count(value, "output_tokens"), _count(value, "input_tokens")
    details = value.get("input_tokens_details")
    image = _count(details, "image_tokens") if isinstance(details, Mapping) else 0
    total = _count(value, "total_tokens") or whole + output
    return Usage(text=max(0, whole - image), image=image, output=output, total=total)


def _count(values: Mapping[str, object], name: str) -> int:
    """A count of tokens; 0 for anything that cannot be one. Sums of it must fit a column of the database."""
    value = values.get(name)
    is_count = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST_TOKENS
    return value if is_count and isinstance(value, int) else 0
