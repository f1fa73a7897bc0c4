"""One drawing on its way through a server: sent, followed event by event, priced. Learns nothing, retries nothing."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import httpx2
import openai

from bot.errors import DrawingBroken, DrawingMissing
from bot.painters.openai import answers
from bot.painters.openai.access import Access
from bot.painters.openai.answers import Answer
from bot.painters.openai.asking import Parameters
from bot.painters.openai.failures import Course, reported, translated
from bot.painters.openai.fetching import fetch
from bot.painters.openai.prices import Usage
from bot.receipt import Receipt

OnPartial = Callable[[bytes], None]
"""Told the bytes of each picture on the way. Must not wait."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A finished drawing: the bytes as they came, not yet opened, and what they cost."""

    picture: bytes
    receipt: Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingRequest:
    """What a request needs on its way. `deadline` is moved with every sign of life, never beyond `end`."""

    client: openai.AsyncOpenAI
    http: httpx2.AsyncClient
    access: Access
    course: Course
    deadline: asyncio.Timeout
    end: float
    """By the event loop's clock."""
    on_partial: OnPartial | None = None

    async def send(self, asked: Parameters) -> Drawing:
        """Send it and read the answer to its end.

        Raises what the SDK and httpx2 raise for an answer that never came, KirasealError for one that is of no use.
        """
        images: Any = (
            self.client.images.with_streaming_response
        )  # an answer can be looked at before it is read
        call = images.edit if "image" in asked else images.generate
        async with call(**asked) as response:
            self.course.account.begun = True
            if response.headers.get("content-type", "").startswith("text/event-stream"):
                answer = await self._read_events(await response.parse())
            else:
                answer = answers.answer_of_json(await response.read())
        return await self._accept(answer, asked)

    async def _read_events(self, stream: openai.AsyncStream[Any]) -> Answer:
        async with stream:
            self._listen()
            async for event in stream:
                self._listen()
                fields = _fields(event)
                match fields.get("type"):
                    case "error":
                        raise reported(fields)
                    case str(kind) if kind in answers.PARTIAL:
                        self._show(fields)
                    case str(kind) if kind in answers.COMPLETED:
                        return answers.answer_of_event(fields)
        # A stream may end as if all were well; without its last event there is no drawing.
        raise DrawingMissing

    def _listen(self) -> None:
        """Bear `silence` seconds from now, but never beyond the end."""
        until = asyncio.get_running_loop().time() + self.access.silence
        self.course.patience = self.access.silence if until < self.end else self.access.timeout
        self.deadline.reschedule(min(until, self.end))

    def _show(self, fields: Mapping[str, object]) -> None:
        if self.on_partial is None:
            return
        try:
            self.on_partial(answers.decoded(fields.get("b64_json")))
        except ValueError:
            log.info("a picture on the way was no base64: left out")

    async def _accept(self, answer: Answer, asked: Parameters) -> Drawing:
        """From here on it is charged, whatever the picture is worth."""
        receipt = self.course.account.receipt = self._receipt(answer, asked)
        try:
            return Drawing(picture=await self._picture(answer), receipt=receipt)
        except Exception as exc:
            failure = translated(exc, self.course)
            failure.receipt = receipt
            raise failure from exc

    async def _picture(self, answer: Answer) -> bytes:
        if answer.encoded is None and answer.url is None:
            raise DrawingMissing
        if answer.url is not None and not answer.url.startswith("data:") and answer.encoded is None:
            return await fetch(self.http, answer.url, self.access)
        try:
            return answers.decoded(answer.encoded or answer.url)
        except ValueError as exc:
            raise DrawingBroken from exc

    def _receipt(self, answer: Answer, asked: Parameters) -> Receipt:
        usage = answer.usage or Usage()
        price = self.access.prices.get(self.access.model)
        if price is None and usage.total:
            log.info(
                "KIRASEAL_OPENAI_PRICES has no price for %s: its cost counts as nothing", self.access.model
            )
        return Receipt(
            model=self.access.model,
            size=answer.size or str(asked.get("size", "")),
            quality=answer.quality or str(asked.get("quality", "")),
            tokens=usage.total,
            cost_micros=0 if price is None else price.of(usage),
        )


def _fields(event: object) -> Mapping[str, object]:
    """The fields of an event, whatever the SDK made of it."""
    if isinstance(event, openai.BaseModel):
        # Not by attribute: the SDK builds events unchecked, and one that lacks a field would raise.
        return event.model_dump(warnings=False)
    return event if isinstance(event, Mapping) else {}
