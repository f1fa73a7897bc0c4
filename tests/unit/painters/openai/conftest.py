"""The real client against a server of our own: fixtures `host` (that server), `painter`, `server`, `paint`."""

import pickle
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from functools import partial

import pytest

from bot.painters.openai.access import Access
from bot.painters.openai.painter import OpenAIPainter
from bot.painters.openai.prices import parse_prices
from bot.painters.openai.server import ImageServer
from tests.imageserver.server import ImageServer as Host
from tests.imageserver.server import open_image_server

KEY = "sk-of-a-test-0123456789"
MODEL = "gpt-image-2.6-flare"


async def run_here(function, *args):
    """Stands in for the pool: what it is given must survive the way to another process."""
    again, values = pickle.loads(pickle.dumps((function, args)))
    try:
        return again(*values)
    except Exception as exc:
        raise pickle.loads(pickle.dumps(exc)) from exc


@pytest.fixture
async def host() -> AsyncIterator[Host]:
    async with open_image_server() as opened:
        yield opened


@pytest.fixture
def access(host: Host) -> Callable[..., Access]:
    """Builds an access to the host; only what matters to the test is named."""
    return partial(
        Access,
        key=KEY,
        base_url=host.base_url,
        model=MODEL,
        prices=parse_prices(f"{MODEL}=5/8/30"),
        timeout=20.0,
        silence=20.0,
    )


@pytest.fixture
async def open_server(access) -> AsyncIterator[Callable[..., ImageServer]]:
    """Builds what is tested, by the same names as `access`."""
    async with AsyncExitStack() as stack:

        def build(**values: object) -> ImageServer:
            server = ImageServer(access(**values))
            stack.push_async_callback(server.close)
            return server

        yield build


@pytest.fixture
def open_painter(open_server) -> Callable[..., OpenAIPainter]:
    return lambda **values: OpenAIPainter(run_here, open_server(**values))
