"""Fetch a drawing that a server only gave the address of: from that server, and from nowhere else."""

import httpx2

from bot.errors import DrawingMissing, DrawingTooLarge
from bot.painters.openai.access import Access
from bot.painters.openai.receiving import MOST_BYTES

_OPENAI_FILES = (".openai.com", ".oaiusercontent.com")


async def fetch(http: httpx2.AsyncClient, address: str, access: Access) -> bytes:
    """The bytes behind `address`, absolute or relative to the server. At most MOST_BYTES.

    Raises DrawingMissing for a place that is not the server's own and for an answer without a picture,
    DrawingTooLarge, and httpx2.HTTPError.
    """
    url, is_own = _place(address, access)
    headers = {"Authorization": f"Bearer {access.key}"} if is_own and access.key else {}
    async with http.stream("GET", url, headers=headers) as response:
        if response.status_code != 200:
            raise DrawingMissing
        body = bytearray()
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > MOST_BYTES:
                raise DrawingTooLarge
        return bytes(body)


def _place(address: str, access: Access) -> tuple[httpx2.URL, bool]:
    """Where to fetch from, and whether that is the server itself, which may see the key.

    Behind a proxy a server often believes in another scheme or port than we reach it by: of an address on its own
    host only the path counts. Any other host could be anything in the host's own network.
    """
    base = httpx2.URL(access.base_url)
    try:
        url = base.join(address)
    except (httpx2.InvalidURL, ValueError) as exc:
        raise DrawingMissing from exc
    if url.host == base.host:
        return base.copy_with(raw_path=url.raw_path), True
    if access.is_openai and url.scheme == "https" and url.host.endswith(_OPENAI_FILES):
        return url, False
    raise DrawingMissing
