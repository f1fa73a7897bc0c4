"""Call Discord where nobody holds the line: in the bot's own context, with an end to waiting, in the pipeline's terms.

The one place that reaches into discord.py: see `_let_go`.
"""

import asyncio
import contextvars
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import aiohttp
import discord

from bot import tracing
from bot.client import StickerBot
from bot.pipeline.seam import Busy, OutOfReach

T = TypeVar("T")

DEAD_TOKEN = frozenset({10015, 50027})
"""Discord's codes for an interaction token that is gone: Unknown Webhook, Invalid Webhook Token."""
TAKEN_AWAY = frozenset({10003, 10008})
"""Unknown Channel, Unknown Message: somebody took it away, and nothing new is to stand in its place."""
TOO_HEAVY = 40005
"""Request entity too large. The status 413 says the same."""
USUAL_PAUSE = 5.0
"""Seconds to leave Discord alone when it says "too many" and not for how long."""


PATIENCE = (1.0, 3.0, 10.0, 30.0)
"""Seconds before each further try to tell somebody something that can be told twice."""
CALL_SECONDS = 10.0
"""Seconds that Discord gets for one such try."""

log = logging.getLogger(__name__)


class Line:
    """A line to Discord, from the moment in which the bot's cogs are loaded."""

    def __init__(self, bot: StickerBot) -> None:
        self._bot = bot
        self._context = contextvars.copy_context()

    async def call(self, job: Coroutine[Any, Any, T], *, seconds: float) -> T:
        """Run `job` in the context in which the bot was set up, where its connection is at home.

        Raises what `job` raises, or TimeoutError: then Discord may or may not have done it.
        """
        task = asyncio.get_running_loop().create_task(job, context=tracing.carried(self._context.copy()))
        try:
            # Around the task, not in it: under SimCord the bot's own clock stands still.
            async with asyncio.timeout(seconds):
                return await task
        except (TimeoutError, asyncio.CancelledError):
            self._let_go()
            raise

    def _let_go(self) -> None:
        # discord.py opens its gate only at the end of the pause that a global limit asks for. A call that is given
        # up in that pause would leave it shut, and every later call would wait before it for ever.
        gate = getattr(self._bot.http, "_global_over", None)
        if isinstance(gate, asyncio.Event):
            gate.set()


async def patiently(call: Callable[[], Awaitable[T]]) -> T:
    """What `call` gives, which may be made again: what passes by itself is waited for. Raises what it raised last."""
    for pause in PATIENCE:
        try:
            async with asyncio.timeout(CALL_SECONDS):
                return await call()
        except Exception as exc:
            if not may_pass(exc):
                raise
            log.warning("Discord could not be told, again in %.0f s: %s", pause, exc or type(exc).__name__)
        await asyncio.sleep(pause)
    async with asyncio.timeout(CALL_SECONDS):
        return await call()


def may_pass(exc: Exception) -> bool:
    """Whether the same call may come through a little later."""
    if isinstance(exc, discord.HTTPException):
        return not is_dead_token(exc) and not isinstance(_translated(exc), OutOfReach)
    return isinstance(exc, discord.RateLimited | aiohttp.ClientError | OSError | TimeoutError)


def is_dead_token(exc: discord.HTTPException) -> bool:
    """Whether an interaction's token will never work again."""
    return exc.status == 401 or exc.code in DEAD_TOKEN


def is_too_heavy(exc: discord.HTTPException) -> bool:
    """Whether the files were more than this server takes. Nothing was sent then."""
    return exc.status == 413 or exc.code == TOO_HEAVY


@contextmanager
def in_our_terms() -> Iterator[None]:
    """Raise what Discord refuses in the pipeline's terms; what may pass by itself is raised as it is."""
    try:
        yield
    except discord.DiscordException as exc:
        known = _translated(exc)
        if known is None:
            raise
        raise known from exc


def _translated(exc: discord.DiscordException) -> Exception | None:
    match exc:
        case discord.RateLimited():
            return Busy(exc.retry_after)
        case discord.HTTPException(status=429):
            return Busy(_asked_pause(exc))
        case discord.HTTPException(status=status, code=code) if (
            400 <= status < 500 and status != 401 and code
        ):
            # Without a code it was not Discord that refused, but something between us.
            return OutOfReach(f"{status}: {code}", in_channel=code not in TAKEN_AWAY)
        case _:
            return None


def _asked_pause(exc: discord.HTTPException) -> float:
    try:
        return float(exc.response.headers.get("Retry-After", USUAL_PAUSE))
    except ValueError:
        return USUAL_PAUSE
