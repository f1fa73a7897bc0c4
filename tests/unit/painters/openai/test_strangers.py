"""Whatever bytes a server sends: a drawing, or one of our errors. Nothing foreign, and nothing that hangs."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import AsyncExitStack, suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import KirasealError
from bot.painters.openai.access import Access
from bot.painters.openai.answers import answer_of_json, decoded
from bot.painters.openai.asking import Wish
from bot.painters.openai.drawing import Drawing
from bot.painters.openai.failures import complaint, reported
from bot.painters.openai.prices import Usage
from bot.painters.openai.server import ImageServer
from tests.imageserver.manners import Manner
from tests.imageserver.pictures import as_text, drawing
from tests.imageserver.server import ImageServer as Host
from tests.imageserver.server import open_image_server

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELDS = ("type", "b64_json", "usage", "error", "code", "message", "data", "url", "size", "quality", "param")
TYPES = ("image_generation.completed", "image_generation.partial_image", "error", "image_edit.completed")
answers = st.dictionaries(
    st.sampled_from(FIELDS),
    json_values | st.sampled_from(TYPES) | st.just(as_text(drawing((64, 64)))),
    max_size=5,
)
lines = st.one_of(
    st.binary(max_size=40),
    st.sampled_from(
        [b"\n\n", b"\r", b"data:", b"event: error\n", b"data: [DONE]\n\n", b": hm\n", b"data: \xff\n\n"]
    ),
    (answers | json_values).map(lambda value: b"data: " + json.dumps(value).encode() + b"\n\n"),
)
bodies = st.lists(
    st.one_of(lines, (answers | json_values).map(lambda value: json.dumps(value).encode())), max_size=5
)
KINDS = ["text/event-stream", "application/json", "text/html", "image/png"]


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture(scope="module")
def pair(loop: asyncio.Runner) -> Iterator[tuple[Host, ImageServer]]:
    stack = AsyncExitStack()

    async def start() -> tuple[Host, ImageServer]:
        host = await stack.enter_async_context(open_image_server())
        server = ImageServer(Access(base_url=host.base_url, model="m", timeout=10.0))
        stack.push_async_callback(server.close)
        return host, server

    yield loop.run(start())
    loop.run(stack.aclose())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=bodies,
    kind=st.sampled_from(KINDS),
    status=st.sampled_from([200, 200, 200, 400, 404, 422, 429, 500]),
)
def test_any_answer_is_a_drawing_or_one_of_our_errors(
    pieces: list[bytes], kind: str, status: int, loop: asyncio.Runner, pair: tuple[Host, ImageServer]
) -> None:
    host, server = pair
    host.conduct.manner = Manner.RAW
    host.conduct.raw, host.conduct.raw_kind, host.conduct.raw_status = tuple(pieces), kind, status
    host.conduct.models, server.lacks = ("m",), set()
    seen: list[bytes] = []

    async def ask() -> Drawing:
        return await server.draw(Wish(instruction="a seal"), seen.append)

    with suppress(KirasealError):
        assert loop.run(ask()).receipt.tokens >= 0
        assert status == 200


@given(st.binary(max_size=60) | answers.map(lambda value: json.dumps(value).encode()))
def test_any_body_is_an_answer_or_one_of_our_errors(body: bytes) -> None:
    try:
        answer = answer_of_json(body)
    except KirasealError:
        return
    usage = answer.usage
    assert usage is None or min(usage.text, usage.image, usage.output, usage.total) >= 0


def test_json_nested_a_hundred_thousand_deep_is_one_of_our_errors() -> None:
    with pytest.raises(KirasealError):
        answer_of_json(b"[" * 100_000)


@pytest.mark.parametrize("count", [-5, True, 1.5, "7", None, 10**30])
def test_what_cannot_be_a_count_of_tokens_counts_as_none(count: object) -> None:
    body = {
        "data": [{"b64_json": "AA=="}],
        "usage": {"output_tokens": count, "total_tokens": count, "input_tokens": 3},
    }
    usage = answer_of_json(json.dumps(body).encode()).usage
    assert usage == Usage(text=3, output=0, total=3)


@pytest.mark.parametrize("text", ["ab@@cd==", "ab cd", "====", "a", "é"])
def test_what_is_nearly_base64_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        decoded(text)


@given(json_values | answers)
def test_any_complaint_can_be_read(body: object) -> None:
    assert complaint(body).words == complaint(body).words.lower()
    assert isinstance(reported(body), KirasealError)


@given(st.text(max_size=40))
def test_any_text_is_base64_or_a_value_error(text: str) -> None:
    try:
        assert isinstance(decoded(text), bytes)
    except ValueError:
        return
