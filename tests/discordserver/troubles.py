"""How the stand-in misbehaves: which calls are hit, and what happens to them."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from aiohttp import web

from tests.discordserver.rules import Written
from tests.discordserver.world import Refusal

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
FINISHED = "kiraseal-"
"""How the file of a finished sticker is named, to begin with."""


def in_json(body: object, *, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """An answer as Discord gives it: discord.py takes a Content-Type with a charset for text."""
    plain = {"Content-Type": "application/json", **(headers or {})}
    return web.Response(body=json.dumps(body).encode(), status=status, headers=plain)


class Calls(StrEnum):
    """The calls that a trouble may hit: method and path, without the root, as a pattern."""

    ANSWER = r"POST /interactions/\d+/[^/]+/callback"
    EDIT_BY_TOKEN = r"PATCH /webhooks/\d+/[^/]+/messages/[^/]+"
    EDIT_AS_BOT = r"PATCH /channels/\d+/messages/\d+"
    EDIT = r"PATCH /(webhooks/\d+/[^/]+|channels/\d+)/messages/[^/]+"
    POST = r"POST /channels/\d+/messages"
    OPEN_DIRECT = r"POST /users/@me/channels"
    DOWNLOAD = r"GET /cdn/.*"
    ANY_MESSAGE = r"(POST|PATCH) /(webhooks|channels)/.*"


class Act(Protocol):
    """What happens to a call that is hit."""

    async def __call__(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer `request`; `handler` does what it asks for."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Fail:
    """It is refused, with or without having been done. `retry_after` seconds make a 429 that discord.py believes."""

    status: int
    code: int = 0
    after: bool = False
    retry_after: float | None = None
    is_global: bool = False

    async def __call__(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if self.after:
            await handler(request)
        if self.retry_after is None:
            return in_json({"code": self.code, "message": "trouble"}, status=self.status)
        body = {"message": "trouble", "retry_after": self.retry_after, "global": self.is_global}
        headers = {"Via": "1.1 google", "Retry-After": str(self.retry_after)}
        return in_json(body, status=self.status, headers=headers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Garble:
    """The answer is not JSON, as from something between us and Discord."""

    status: int = 200
    after: bool = False

    async def __call__(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if self.after:
            await handler(request)
        return web.Response(status=self.status, text="<html>bad gateway</html>", content_type="text/html")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reset:
    """The connection breaks, before or after it was done."""

    after: bool = False

    async def __call__(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if self.after:
            await handler(request)
        if request.transport is not None:
            request.transport.abort()
        return web.Response()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """It takes long; for ever, if `seconds` is None, until the caller goes away or the server closes."""

    seconds: float | None = None
    after: bool = False

    async def __call__(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        answer = await handler(request) if self.after else None
        await (asyncio.Event().wait() if self.seconds is None else asyncio.sleep(self.seconds))
        return answer or await handler(request)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overtaken:
    """It is done `seconds` later, whether or not the caller still waits."""

    seconds: float

    async def __call__(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        async def do() -> web.StreamResponse:
            await asyncio.sleep(self.seconds)
            return await handler(request)

        return await asyncio.shield(asyncio.create_task(do(), name="overtaken"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanwhile:
    """Something else happens just before it is done, or just after: before the caller hears of it.

    `instead`: it is never done, and the connection breaks.
    """

    happen: Callable[[], object]
    after: bool = False
    instead: bool = False

    async def __call__(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        answer = await handler(request) if self.after else None
        self.happen()
        if self.instead:
            return await Reset()(request, handler)
        return answer or await handler(request)


@dataclass(slots=True, kw_only=True)
class Trouble:
    """Which calls are hit: from the `nth` on, so many `times`. `finished` takes only those that show a sticker."""

    calls: str
    act: Act
    nth: int = 1
    times: int = 1
    finished: bool = False
    seen: int = 0

    @property
    def over(self) -> bool:
        return self.seen >= self.nth + self.times - 1

    def hits(self, call: str, written: Written) -> bool:
        """Whether this call is hit. Counts it, if it is one of ours."""
        if not re.fullmatch(self.calls, call) or (self.finished and not written.holds(FINISHED)):
            return False
        self.seen += 1
        return self.nth <= self.seen < self.nth + self.times


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call of the bot, and what came of it: an HTTP status, 0 when it was never answered."""

    line: str
    status: int


@dataclass(slots=True)
class Troubles:
    """The troubles of a server, and the calls that it had."""

    waiting: list[Trouble] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)

    def add(self, trouble: Trouble) -> Trouble:
        self.waiting.append(trouble)
        return trouble

    def clear(self) -> None:
        """From here on all is well."""
        self.waiting.clear()

    async def pass_through(
        self, request: web.Request, written: Written, handler: Handler
    ) -> web.StreamResponse:
        """Handle a request, as well as the troubles allow."""
        line = f"{request.method} {request.path.removeprefix('/api/v10')}"
        # All count, also behind the one that acts: "the third edit" means the same for every trouble.
        hit = [trouble for trouble in self.waiting if trouble.hits(line, written)]
        status = 0
        try:
            answer = await (hit[0].act(request, handler) if hit else handler(request))
            status = answer.status
        except Refusal as refusal:
            status = refusal.status
            raise
        finally:
            self.calls.append(Call(line=line, status=status))
        return answer
