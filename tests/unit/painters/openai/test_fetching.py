"""Where a picture may be fetched from. The rest of it is tried against a real server in test_requests.py."""

import httpx2
import pytest

from bot.errors import DrawingMissing, DrawingTooLarge
from bot.painters.openai import fetching
from bot.painters.openai.access import OPENAI, Access
from bot.painters.openai.wire import open_client

OWN = Access(base_url="http://box:8080/v1", key="hush", model="m")
THEIRS = Access(base_url=OPENAI, key="hush", model="m")


@pytest.mark.parametrize(
    ("access", "address", "place"),
    [
        (OWN, "/files/a.png?x=1", "http://box:8080/files/a.png?x=1"),
        (OWN, "http://box:8080/files/a.png", "http://box:8080/files/a.png"),
        (OWN, "https://box/files/a.png", "http://box:8080/files/a.png"),
        (THEIRS, "https://api.openai.com/v1/files/a", "https://api.openai.com/v1/files/a"),
    ],
)
def test_the_server_itself_is_asked_with_the_key(access: Access, address: str, place: str) -> None:
    assert fetching._place(address, access) == (httpx2.URL(place), True)


def test_openai_s_other_hosts_are_asked_without_the_key() -> None:
    address = "https://files.oaiusercontent.com/a.png"
    assert fetching._place(address, THEIRS) == (httpx2.URL(address), False)


@pytest.mark.parametrize(
    ("access", "address"),
    [
        (OWN, "http://169.254.169.254/latest/meta-data"),
        (OWN, "http://localhost/a.png"),
        (OWN, "//elsewhere/a.png"),
        (OWN, "file:///etc/passwd"),
        (OWN, "https://files.oaiusercontent.com/a.png"),
        (THEIRS, "http://files.oaiusercontent.com/a.png"),
        (THEIRS, "https://oaiusercontent.com.example/a.png"),
        (OWN, "http://[broken/a.png"),
    ],
)
def test_every_other_place_is_refused(access: Access, address: str) -> None:
    with pytest.raises(DrawingMissing):
        fetching._place(address, access)


@pytest.mark.parametrize(
    ("address", "key"),
    [("https://files.oaiusercontent.com/a.png", None), ("https://api.openai.com/v1/a.png", "Bearer hush")],
)
async def test_only_the_server_itself_sees_the_key(address: str, key: str | None) -> None:
    seen: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, content=b"picture")

    async with httpx2.AsyncClient(transport=httpx2.MockTransport(answer)) as http:
        assert await fetching.fetch(http, address, THEIRS) == b"picture"
    assert [request.headers.get("authorization") for request in seen] == [key]


async def test_a_file_of_more_bytes_than_we_open_is_not_read_to_its_end(host, access, monkeypatch) -> None:
    monkeypatch.setattr(fetching, "MOST_BYTES", 100)
    async with open_client(access()) as http:
        with pytest.raises(DrawingTooLarge):
            await fetching.fetch(http, "/files/seal.png", access())
