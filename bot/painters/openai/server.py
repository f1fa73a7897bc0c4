"""An image server, by the official client: checks an idea, has it drawn, remembers what the server does not know."""

import asyncio
import logging

import openai

from bot.errors import KirasealError, PainterBlind, PainterModelUnknown, PainterUnable
from bot.painters.openai.access import Access
from bot.painters.openai.asking import OPTIONAL, Parameters, Wish, parameters, to_leave_out
from bot.painters.openai.drawing import Drawing, DrawingRequest, OnPartial
from bot.painters.openai.failures import Course, out_of_time, translated
from bot.painters.openai.safety import check_safety
from bot.painters.openai.wire import open_client
from bot.receipt import Account

EDITING, CHECKING = "editing", "checking"
"""What a server may lack besides the parameters in OPTIONAL: drawing from a picture, and moderation."""
_NOT_THERE = frozenset({404, 405, 501})
_COMPLAINS = frozenset({400, 404, 415, 422, 501})
"""The statuses by which servers refuse a parameter."""

log = logging.getLogger(__name__)


class ImageServer:
    """One server, and what was learned about it. `lacks` grows with each thing it turned out not to know."""

    def __init__(self, access: Access) -> None:
        self.access = access
        self.lacks: set[str] = set()
        self._http = open_client(access)
        self._client = openai.AsyncOpenAI(
            api_key=access.key or "none",  # servers without keys take any; the SDK insists on one
            base_url=access.base_url,
            max_retries=0,  # the task queue retries; a retry of the SDK's may be charged twice, unseen
            timeout=self._http.timeout,
            http_client=self._http,
        )

    async def close(self) -> None:
        """Hang up."""
        await self._client.close()

    async def check(self, text: str, picture: bytes | None = None) -> None:
        """Have words and a PNG looked at, where the server can and the host wishes it. Costs nothing.

        Raises IdeaUnsafe when they may not be drawn from, and whatever else went wrong: unchecked is not allowed.
        """
        if not self.access.moderation or CHECKING in self.lacks:
            return
        course = Course(model=self.access.model, patience=self.access.check_timeout)
        try:
            async with asyncio.timeout(self.access.check_timeout):
                await check_safety(self._client, text, picture)
        except TimeoutError as exc:
            raise out_of_time(course) from exc
        except Exception as exc:
            failure = translated(exc, course)
            if not self._lacks_checking(failure):
                raise failure from exc
            self._learn({CHECKING})

    async def draw(
        self, wish: Wish, on_partial: OnPartial | None = None, account: Account | None = None
    ) -> Drawing:
        """Ask for a drawing and wait for it. Raises KirasealError only, with a receipt if something was charged.

        A fresh `account` tells it to who breaks off, too.
        """
        if wish.picture is not None and EDITING in self.lacks:
            raise PainterBlind
        course = Course(model=self.access.model, patience=self.access.timeout, account=account or Account())
        end = asyncio.get_running_loop().time() + self.access.timeout
        try:
            async with asyncio.timeout_at(end) as deadline:
                request = DrawingRequest(
                    client=self._client,
                    http=self._http,
                    access=self.access,
                    course=course,
                    deadline=deadline,
                    end=end,
                    on_partial=on_partial,
                )
                return await self._send(wish, request)
        except TimeoutError as exc:
            failure = out_of_time(course)
            failure.receipt = course.account.receipt
            raise failure from exc
        except KirasealError:
            raise
        except Exception as exc:
            raise translated(exc, course) from exc

    async def _send(self, wish: Wish, request: DrawingRequest) -> Drawing:
        """Ask again at once without what the server turns out not to know: what it refused cost nothing."""
        lacks = set(self.lacks)
        while True:
            asked = parameters(self.access, wish, lacks)
            try:
                drawing = await request.send(asked)
            except openai.APIStatusError as exc:
                failure = translated(exc, request.course)
                if not isinstance(failure, PainterUnable):
                    raise failure from exc
                if not (missing := self._missing(exc, asked)):
                    raise failure from exc
                lacks |= missing
            else:
                self._learn(lacks)
                return drawing

    def _missing(self, exc: openai.APIStatusError, asked: Parameters) -> set[str]:
        """What to leave out next; nothing when none of it can be the cause. Raises PainterBlind."""
        if exc.status_code in _COMPLAINS and (named := to_leave_out(exc, asked)):
            return named
        if exc.status_code in _NOT_THERE and "image" in asked:
            self._learn({EDITING})
            raise PainterBlind from exc
        # OpenAI always names what it refuses; other servers may only say that they refuse.
        if exc.status_code not in _COMPLAINS - _NOT_THERE or self.access.is_openai:
            return set()
        return {name for name in OPTIONAL if name in asked}

    def _lacks_checking(self, failure: KirasealError) -> bool:
        """Whether a server has no moderation. OpenAI's own has: there a failure must never pass for a permission."""
        return isinstance(failure, PainterUnable | PainterModelUnknown) and not self.access.is_openai

    def _learn(self, lacks: set[str]) -> None:
        for name in sorted(lacks - self.lacks):
            log.info("the image server does not know %s: asked without it from now on", name)
        self.lacks |= lacks
