"""The HTTP client behind the SDK, with the bounds that the SDK lacks: on bytes, on time, on where it goes."""

from collections.abc import AsyncIterator

import httpx2

from bot.errors import AnswerGarbled, DrawingTooLarge
from bot.painters.openai.access import Access

MOST_ANSWER = 64 * 1024 * 1024
"""Most bytes of one answer: four pictures of 10 MB in base64, and some."""


def open_client(access: Access) -> httpx2.AsyncClient:
    """A client for `access`. It follows no redirect: one could lead the key, or us, anywhere."""
    return httpx2.AsyncClient(
        # The whole is bounded outside; a server that does not stream says nothing until it has drawn.
        timeout=httpx2.Timeout(access.timeout, connect=min(access.connect, access.timeout)),
        headers={"Accept-Encoding": "identity"},
        follow_redirects=False,
        event_hooks={"response": [_bound]},
    )


async def _bound(response: httpx2.Response) -> None:
    """Count what comes, before anybody reads it. Refuse what is packed: a few bytes could unpack to gigabytes."""
    if response.headers.get("content-encoding", "identity") != "identity":
        raise AnswerGarbled
    if isinstance(response.stream, httpx2.AsyncByteStream):
        response.stream = _Counted(response.stream)


class _Counted(httpx2.AsyncByteStream):
    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        seen = 0
        async for chunk in self._stream:
            seen += len(chunk)
            if seen > MOST_ANSWER:
                raise DrawingTooLarge
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()
