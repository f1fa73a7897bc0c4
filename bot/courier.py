"""Fetch pictures that Discord handed us the address of: from its own servers, within bounds. Knows no command."""

import aiohttp
from yarl import URL

from bot.errors import PictureTooHeavy, PictureUnreachable

DISCORDS_OWN = frozenset({"https://cdn.discordapp.com", "https://media.discordapp.net"})
"""Where Discord keeps uploads and avatars. Any other address could be anything in the host's own network."""
LONGEST_FETCH = 20.0
"""Seconds for a whole fetch, however slowly it drips."""
_MEGABYTE = 1024 * 1024


class Courier:
    """Fetches from `origins` (scheme, host and port) alone, at most `most_bytes`, and never follows a redirect."""

    def __init__(
        self,
        *,
        most_bytes: int,
        origins: frozenset[str] = DISCORDS_OWN,
        longest: float = LONGEST_FETCH,
    ) -> None:
        self._most_bytes, self._origins = most_bytes, origins
        self._timeout = aiohttp.ClientTimeout(total=longest)

    async def fetch(self, address: str) -> bytes:
        """The bytes behind `address`. Raises PictureUnreachable or PictureTooHeavy."""
        url = _parsed(address)
        if str(url.origin()) not in self._origins:
            raise PictureUnreachable
        try:
            return await self._fetched(url)
        except (aiohttp.ClientError, TimeoutError, OSError) as exc:
            raise PictureUnreachable from exc

    async def _fetched(self, url: URL) -> bytes:
        # Not unpacked: of packed bytes, which Discord never sends, a few would become many.
        async with (
            aiohttp.ClientSession(timeout=self._timeout, auto_decompress=False) as session,
            session.get(url, allow_redirects=False, headers={"Accept-Encoding": "identity"}) as response,
        ):
            if response.status != 200:
                raise PictureUnreachable
            body = bytearray()
            async for chunk in response.content.iter_any():
                body += chunk
                if len(body) > self._most_bytes:
                    raise PictureTooHeavy(limit_mb=self._most_bytes // _MEGABYTE)
            return bytes(body)


def _parsed(address: str) -> URL:
    """An address with a scheme and a host. Raises PictureUnreachable."""
    try:
        url = URL(address, encoded=True)
        # Who stands before an @ is no part of the origin, and would be sent along. (Parsed late, so asked in here.)
        if str(url.origin()) and (url.user or url.password):
            raise PictureUnreachable
    except ValueError as exc:
        raise PictureUnreachable from exc
    return url
