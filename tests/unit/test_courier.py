"""Fetching from a real server on the loopback that plays Discord's, well or badly behaved."""

import asyncio
import gzip
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.courier import Courier
from bot.errors import PictureTooHeavy, PictureUnreachable

MEGABYTE = 1024 * 1024
PICTURE = b"\x89PNG and more"


async def whole(request: web.Request) -> web.StreamResponse:
    return web.Response(body=PICTURE)


async def elsewhere(request: web.Request) -> web.StreamResponse:
    raise web.HTTPFound("/picture")


async def for_ever(request: web.Request) -> web.StreamResponse:
    """More bytes than are allowed, and no word of how many."""
    response = web.StreamResponse()
    await response.prepare(request)
    try:
        while True:
            await response.write(bytes(MEGABYTE))
    except ConnectionError:
        return response


async def drip(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "100"})
    await response.prepare(request)
    await response.write(b"a")
    await asyncio.Event().wait()
    return response


async def cut(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "100"})
    await response.prepare(request)
    await response.write(b"a")
    assert request.transport is not None
    request.transport.abort()
    return response


async def packed(request: web.Request) -> web.StreamResponse:
    return web.Response(body=gzip.compress(bytes(100 * MEGABYTE)), headers={"Content-Encoding": "gzip"})


@pytest.fixture
async def origin() -> AsyncIterator[str]:
    app = web.Application()
    app.add_routes(
        [
            web.get("/picture", whole),
            web.get("/elsewhere", elsewhere),
            web.get("/for-ever", for_ever),
            web.get("/drip", drip),
            web.get("/cut", cut),
            web.get("/packed", packed),
        ]
    )
    runner = web.AppRunner(app, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    assert site._server is not None
    yield f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}"
    await runner.cleanup()


def courier(origin: str, *, longest: float = 20.0) -> Courier:
    return Courier(most_bytes=2 * MEGABYTE, origins=frozenset({origin}), longest=longest)


async def test_a_picture_is_fetched_whole(origin: str) -> None:
    assert await courier(origin).fetch(f"{origin}/picture?ex=1&is=2") == PICTURE


@pytest.mark.parametrize("path", ["elsewhere", "missing", "cut"])
async def test_a_redirect_a_lack_or_a_lost_connection_is_unreachable(origin: str, path: str) -> None:
    with pytest.raises(PictureUnreachable):
        await courier(origin).fetch(f"{origin}/{path}")


async def test_a_stream_without_end_is_cut_off_at_the_limit(origin: str) -> None:
    with pytest.raises(PictureTooHeavy) as caught:
        await courier(origin).fetch(f"{origin}/for-ever")
    assert caught.value.values == {"limit_mb": 2}


async def test_a_server_that_drips_is_given_up(origin: str) -> None:
    with pytest.raises(PictureUnreachable) as caught:
        await courier(origin, longest=0.2).fetch(f"{origin}/drip")
    assert isinstance(caught.value.__cause__, TimeoutError)


async def test_packed_bytes_stay_packed(origin: str) -> None:
    assert len(await courier(origin).fetch(f"{origin}/packed")) < MEGABYTE


async def test_nobody_at_the_address_is_unreachable() -> None:
    with pytest.raises(PictureUnreachable):
        await courier("http://127.0.0.1:1").fetch("http://127.0.0.1:1/picture")


@pytest.mark.parametrize(
    "address",
    [
        "http://169.254.169.254/latest/meta-data",
        "http://127.0.0.1/attachments/1/2/a.png",
        "http://cdn.discordapp.com/attachments/1/2/a.png",
        "https://cdn.discordapp.com:8443/attachments/1/2/a.png",
        "https://cdn.discordapp.com.evil.example/a.png",
        "https://evil.example/cdn.discordapp.com/a.png",
        "https://evil.example#@cdn.discordapp.com/a.png",
        "https://cdn.discordapp.com@evil.example/a.png",
        "https://me:secret@cdn.discordapp.com/a.png",
        "https://cdn.discordapp.com\\@evil.example/a.png",
        "file:///etc/passwd",
        "data:image/png;base64,AAAA",
        "//cdn.discordapp.com/a.png",
        "https://[::1]/a.png",
        "https://[bad/a.png",
        "https://cdn.discordapp.com:notaport/a.png",
        "a.png",
        "",
    ],
)
async def test_nowhere_but_at_discords_own_servers_is_anything_fetched(address: str) -> None:
    with pytest.raises(PictureUnreachable):
        await Courier(most_bytes=MEGABYTE).fetch(address)
