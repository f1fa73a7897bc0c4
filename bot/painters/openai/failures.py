"""Every way an image server fails, told as one of our errors. The only reader of foreign errors and their codes."""

import json
import logging
import math
import socket
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

import httpx2
import openai

from bot.errors import (
    AnswerGarbled,
    DrawingMissing,
    DrawingUnsafe,
    IdeaUnsafe,
    KirasealError,
    PainterBroken,
    PainterBusy,
    PainterKeyRefused,
    PainterModelUnknown,
    PainterQuotaSpent,
    PainterSilent,
    PainterStalled,
    PainterStumbled,
    PainterUnable,
    PainterUnfound,
    PainterUnreachable,
)
from bot.receipt import Account

_UNSAFE = frozenset({"moderation_blocked", "content_policy_violation", "content_filter", "sentinel_block"})
_SIGNS_OF_SAFETY = (*sorted(_UNSAFE), "safety system", "content policy")
_SPENT = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})
_BUSY = frozenset({"rate_limit_exceeded", "rate_limit_error", "tokens", "requests"})
_NO_MODEL = frozenset({"model_not_found", "invalid_model"})
_LONGEST_WAIT = 24 * 3600
_MOST_WORDS = 500

log = logging.getLogger(__name__)


@dataclass(slots=True, kw_only=True)
class Course:
    """How far a request has come: what one and the same foreign error means depends on it. Times in seconds."""

    model: str
    patience: float
    """How long a silence was borne."""
    account: Account = field(default_factory=Account)


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """What a server says about an error: its code, and all its words in small letters. Both may be empty."""

    code: str = ""
    words: str = ""

    @property
    def is_unsafe(self) -> bool:
        """Whether it refuses for safety's sake."""
        return self.code in _UNSAFE or any(sign in self.words for sign in _SIGNS_OF_SAFETY)

    def concerns_model(self, model: str) -> bool:
        """Whether it says that there is no such model."""
        lost = ("not found", "not exist", "unknown", "not available", "no such", "invalid value")
        named = "model" in self.words and model.lower() in self.words
        return self.code in _NO_MODEL or (named and any(word in self.words for word in lost))


def complaint(body: object) -> Complaint:
    """Read whatever a server put into `error` or instead of it: an object, a string, anything."""
    if isinstance(body, Mapping):
        inner = body.get("error")
        if isinstance(inner, Mapping):
            body = inner
    code = body.get("code") or body.get("type") if isinstance(body, Mapping) else None
    words = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False, default=str)
    return Complaint(code=code if isinstance(code, str) else "", words=words.lower())


def translated(exc: Exception, course: Course) -> KirasealError:
    """What a foreign error means here. The caller raises it `from exc`, so that the log has both."""
    match exc:
        case KirasealError():
            return exc
        case openai.APIStatusError():
            return _by_status(exc, course)
        case openai.APITimeoutError() | httpx2.TimeoutException():
            return out_of_time(course) if not _has_cause(exc, httpx2.ConnectTimeout) else PainterUnreachable()
        case openai.APIConnectionError() | httpx2.HTTPError() | OSError():
            return _of_connection(exc, course)
        case openai.APIError():
            return reported(exc.body if exc.body is not None else exc.message)
        case _:
            # Parsers of strangers' bytes raise ValueError, TypeError, AttributeError, RecursionError and more.
            return AnswerGarbled()


def out_of_time(course: Course) -> KirasealError:
    """The server took too long."""
    seconds = max(1, round(course.patience))
    return PainterStalled(seconds=seconds) if course.account.begun else PainterSilent(seconds=seconds)


def reported(body: object) -> KirasealError:
    """An error that a server reported inside an answer that had begun well."""
    said = complaint(body)
    log.info("the image server reported: %s", said.words[:_MOST_WORDS])
    if said.is_unsafe:
        return DrawingUnsafe()
    if said.code in _SPENT:
        return PainterQuotaSpent()
    if said.code in _BUSY:
        return PainterBusy(retry_after=0)
    return PainterStumbled()


def _by_status(exc: openai.APIStatusError, course: Course) -> KirasealError:
    said = complaint(exc.body)
    status = exc.status_code
    # Many servers complain in plain words, which the SDK's error does not show.
    log.info("the image server answered %d: %s", status, said.words[:_MOST_WORDS])
    if said.is_unsafe:
        return IdeaUnsafe()
    if said.code in _SPENT or status == 402:
        return PainterQuotaSpent()
    if status in (400, 404, 422, 500) and said.concerns_model(course.model):
        return PainterModelUnknown(model=course.model)
    match status:
        case 401 | 403:
            return PainterKeyRefused()
        case 429:
            return PainterBusy(retry_after=_wait(exc.response.headers))
        case 408 | 409 | 425:
            return PainterBroken(status=status, retry_after=_wait(exc.response.headers))
        case _ if status >= 500 and status not in (501, 505):
            return PainterBroken(status=status, retry_after=_wait(exc.response.headers))
        case _:
            return PainterUnable(status=status)


def _of_connection(exc: Exception, course: Course) -> KirasealError:
    if course.account.begun:
        return DrawingMissing()
    if _has_cause(exc, socket.gaierror):
        return PainterUnfound()
    return PainterUnreachable()


def _has_cause(exc: BaseException, kind: type[BaseException]) -> bool:
    return any(isinstance(cause, kind) for cause in _causes(exc))


def _causes(exc: BaseException | None) -> Iterator[BaseException]:
    while exc is not None:
        yield exc
        if isinstance(exc, BaseExceptionGroup):
            for inner in exc.exceptions:
                yield from _causes(inner)
        exc = exc.__cause__ or exc.__context__


def _wait(headers: Mapping[str, str]) -> int:
    """Whole seconds that a server asks us to wait, from Retry-After in seconds or as a date; 0 where it does not."""
    if milliseconds := _number(headers.get("retry-after-ms", "")):
        return _bounded(milliseconds / 1000)
    asked = headers.get("retry-after", "")
    if seconds := _number(asked):
        return _bounded(seconds)
    try:
        return _bounded(parsedate_to_datetime(asked).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return 0


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _bounded(seconds: float) -> int:
    return math.ceil(min(seconds, _LONGEST_WAIT)) if seconds > 0 else 0  # also for nan
