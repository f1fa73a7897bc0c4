"""Show pictures on their way beside the stream that brings them, so that a slow reader never holds the stream up."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Self

log = logging.getLogger(__name__)


class Previews:
    """Shows what is offered, one after the other; of several that wait only the newest.

    Inside `async with`. Leaving waits for the one being shown and drops the one waiting: nothing is shown after the
    end. When showing fails nothing more is shown, and the drawing goes on: it is paid for already.
    """

    def __init__(self, show: Callable[[bytes], Awaitable[None]]) -> None:
        self._show = show
        self._newest: bytes | None = None
        self._failed = False
        self._job: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        return self

    def offer(self, picture: bytes) -> None:
        """Show this one as soon as the one before it is shown."""
        if self._failed:
            return
        self._newest = picture
        if self._job is None or self._job.done():
            self._job = asyncio.create_task(self._show_all(), name="previews")

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._newest = None
        if self._job is not None:
            if isinstance(exc, asyncio.CancelledError):
                self._job.cancel()
            await asyncio.gather(self._job, return_exceptions=True)

    async def _show_all(self) -> None:
        while (picture := self._newest) is not None:
            self._newest = None
            try:
                await self._show(picture)
            except Exception:
                log.info("a picture on the way could not be shown: no more of them", exc_info=True)
                self._failed = True
                return
