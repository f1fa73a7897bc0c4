"""The stand-in holds to Discord's rules: what a test of the bot proves is worth no more than these."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from tests.discordserver.people import Answer, Member
from tests.discordserver.routes import API
from tests.discordserver.server import TOKEN, DiscordServer, open_discord
from tests.discordserver.troubles import Calls, Fail, Meanwhile, Reset, Trouble
from tests.discordserver.world import COMPONENTS_V2, EPHEMERAL, May

DEFER = {"type": 5}
GALLERY = {"type": 12, "items": [{"media": {"url": "attachment://a.webp"}}]}
CARD = {"flags": COMPONENTS_V2, "components": [GALLERY], "attachments": [{"id": 0, "filename": "a.webp"}]}


@dataclass(frozen=True, slots=True)
class Line:
    """A bot that only knows HTTP and the gateway's frames."""

    session: aiohttp.ClientSession
    discord: DiscordServer

    async def call(
        self, method: str, path: str, payload: Any = None, data: bytes | None = None
    ) -> tuple[int, Any]:
        """Status and body, or for a refusal its code."""
        body: Any = {"json": payload}
        if data is not None:
            form = aiohttp.FormData(quote_fields=False)
            form.add_field("payload_json", json.dumps(payload))
            form.add_field("files[0]", data, filename="a.webp", content_type="application/octet-stream")
            body = {"data": form}
        headers = {"Authorization": f"Bot {TOKEN}"}
        url = self.discord.root + API + path
        async with self.session.request(method, url, headers=headers, **body) as answer:
            read = await answer.json(content_type=None) if answer.status != 204 else None
            return answer.status, read if answer.ok else read["code"]

    async def answer(self, asked: dict[str, Any], payload: Any) -> tuple[int, Any]:
        path = f"/interactions/{asked['id']}/{asked['token']}/callback?with_response=true"
        return await self.call("POST", path, payload)

    def path(self, asked: dict[str, Any], message: object = "@original") -> str:
        return f"/webhooks/{self.discord.world.bot.id}/{asked['token']}/messages/{message}"


@pytest.fixture
async def discord() -> AsyncIterator[DiscordServer]:
    async with open_discord() as server:
        server.world.commands = [{"id": "1", "name": "sticker", "options": [{"name": "name", "type": 3}]}]
        yield server


@pytest.fixture
async def line(discord: DiscordServer) -> AsyncIterator[Line]:
    async with aiohttp.ClientSession() as session:
        yield Line(session, discord)


@pytest.fixture
async def socket(line: Line) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    """A client that has identified and read its READY and its server."""
    async with line.session.ws_connect(line.discord.root + "/gateway") as socket:
        assert (await socket.receive_json())["op"] == 10
        await socket.send_json({"op": 2, "d": {"token": TOKEN}})
        assert [(await socket.receive_json())["t"] for _ in range(2)] == ["READY", "GUILD_CREATE"]
        yield socket


@pytest.fixture
def haru(discord: DiscordServer) -> Member:
    return discord.member("Haru")


async def asked_by(
    socket: aiohttp.ClientWebSocketResponse, haru: Member
) -> tuple[dict[str, Any], "asyncio.Task[Answer]"]:
    """A command that was sent, as the bot reads it, and what the member waits for."""
    sent = asyncio.create_task(haru.slash("sticker", name="Leo"))
    event = await socket.receive_json()
    assert event["t"] == "INTERACTION_CREATE"
    return event["d"], sent


async def test_a_deferred_answer_becomes_the_picture_that_is_edited_in(
    line: Line, socket: aiohttp.ClientWebSocketResponse, haru: Member
) -> None:
    asked, sent = await asked_by(socket, haru)
    status, answered = await line.answer(asked, DEFER)
    message = (await sent).message
    assert (status, message.thinking) == (200, True)
    assert answered["interaction"]["response_message_id"] == str(message.id)
    status, shown = await line.call("PATCH", line.path(asked, message.id), CARD, b"picture")
    assert (status, message.thinking, message.now.files) == (200, False, {"a.webp": 7})
    url = shown["components"][0]["items"][0]["media"]["url"]
    async with line.session.get(url) as file:
        assert await file.read() == b"picture"


async def test_an_interaction_is_answered_once_and_in_time(
    line: Line, socket: aiohttp.ClientWebSocketResponse, haru: Member
) -> None:
    asked, sent = await asked_by(socket, haru)
    await line.answer(asked, DEFER)
    assert await line.answer(asked, DEFER) == (400, 40060)
    await sent
    late, sent = await asked_by(socket, haru)
    line.discord.world.clock.offset = timedelta(seconds=4)
    assert await line.answer(late, DEFER) == (404, 10062)
    sent.cancel()


async def test_a_token_lives_fifteen_minutes_and_the_bot_edits_as_itself_afterwards(
    line: Line, socket: aiohttp.ClientWebSocketResponse, haru: Member
) -> None:
    asked, sent = await asked_by(socket, haru)
    await line.answer(asked, DEFER)
    message = (await sent).message
    line.discord.world.clock.offset = timedelta(minutes=15)
    assert await line.call("PATCH", line.path(asked), CARD, b"x") == (401, 50027)
    path = f"/channels/{message.channel_id}/messages/{message.id}"
    status, _ = await line.call("PATCH", path, CARD, b"x")
    assert (status, message.now.by) == (200, "bot")


async def test_the_bot_cannot_edit_an_ephemeral_message_as_itself(
    line: Line, socket: aiohttp.ClientWebSocketResponse, haru: Member
) -> None:
    asked, sent = await asked_by(socket, haru)
    await line.answer(asked, {"type": 5, "data": {"flags": EPHEMERAL}})
    message = (await sent).message
    path = f"/channels/{message.channel_id}/messages/{message.id}"
    assert await line.call("PATCH", path, CARD, b"x") == (404, 10008)
    assert (await line.call("PATCH", line.path(asked), CARD, b"x"))[0] == 200


@pytest.mark.parametrize(
    ("may", "refused"),
    [(May.VIEW, (403, 50013)), (May.VIEW | May.SEND, (403, 50013)), (May(0), (403, 50001))],
)
async def test_what_the_bot_may_not_do_is_refused(line: Line, may: May, refused: tuple[int, int]) -> None:
    channel = line.discord.world.channel
    await line.discord.allow(channel, may)
    assert await line.call("POST", f"/channels/{channel.id}/messages", CARD, b"x") == refused


async def test_what_is_gone_is_unknown(line: Line) -> None:
    channel = line.discord.world.channel
    status, posted = await line.call("POST", f"/channels/{channel.id}/messages", CARD, b"x")
    path = f"/channels/{channel.id}/messages/{posted['id']}"
    await line.discord.delete(channel.messages[int(posted["id"])])
    assert (status, await line.call("PATCH", path, CARD, b"x")) == (200, (404, 10008))
    await line.discord.close_channel(channel)
    assert await line.call("PATCH", path, CARD, b"x") == (404, 10003)


async def test_an_enforced_nonce_posts_once(line: Line) -> None:
    path = f"/channels/{line.discord.world.channel.id}/messages"
    both = [await line.call("POST", path, {**CARD, "nonce": "n", "enforce_nonce": True}, b"x") for _ in "12"]
    assert both[0][1]["id"] == both[1][1]["id"]
    assert len(line.discord.world.messages()) == 1


async def test_what_is_too_large_is_refused_whole(line: Line) -> None:
    line.discord.world.file_limit = 10
    path = f"/channels/{line.discord.world.channel.id}/messages"
    assert await line.call("POST", path, CARD, b"eleven bytes") == (413, 40005)
    assert not line.discord.world.messages()


async def test_whoever_takes_no_messages_gets_none(line: Line, haru: Member) -> None:
    haru.person.takes_messages = False
    _, opened = await line.call("POST", "/users/@me/channels", {"recipient_id": str(haru.person.id)})
    assert await line.call("POST", f"/channels/{opened['id']}/messages", {"content": "Hi"}) == (403, 50007)


async def test_a_picture_that_is_not_attached_cannot_be_shown(line: Line) -> None:
    path = f"/channels/{line.discord.world.channel.id}/messages"
    assert await line.call("POST", path, {**CARD, "attachments": []}) == (400, 50035)


async def test_a_trouble_hits_the_calls_it_is_meant_for(line: Line) -> None:
    path = f"/channels/{line.discord.world.channel.id}/messages"
    line.discord.trouble(Trouble(calls=Calls.POST, act=Fail(status=503), nth=2))
    statuses = [(await line.call("POST", path, {"content": str(n)}))[0] for n in range(3)]
    assert statuses == [200, 503, 200]
    assert [call.status for call in line.discord.troubles.calls] == statuses


async def test_a_reset_after_the_write_leaves_it_written(line: Line) -> None:
    path = f"/channels/{line.discord.world.channel.id}/messages"
    line.discord.trouble(Trouble(calls=Calls.POST, act=Reset(after=True)))
    with pytest.raises(aiohttp.ClientError):
        await line.call("POST", path, {"content": "Hi"})
    assert [message.text for message in line.discord.world.messages()] == ["Hi"]


async def test_something_can_happen_between_the_write_and_its_answer(line: Line) -> None:
    path, seen = f"/channels/{line.discord.world.channel.id}/messages", []
    act = Meanwhile(happen=lambda: seen.append(len(line.discord.world.messages())), after=True)
    line.discord.trouble(Trouble(calls=Calls.POST, act=act))
    await line.call("POST", path, {"content": "Hi"})
    assert seen == [1]


async def test_a_dropped_session_is_resumed_with_what_it_missed(
    line: Line, socket: aiohttp.ClientWebSocketResponse, haru: Member
) -> None:
    (session,) = line.discord.gateway.connected
    line.discord.gateway.drop()
    sent = asyncio.create_task(haru.slash("sticker", name="Leo"))
    async with line.session.ws_connect(line.discord.root + "/gateway") as again:
        assert (await again.receive_json())["op"] == 10
        await again.send_json({"op": 6, "d": {"token": TOKEN, "session_id": session.id, "seq": 2}})
        assert (await again.receive_json())["t"] == "INTERACTION_CREATE"
        assert (await again.receive_json())["t"] == "RESUMED"
    sent.cancel()


async def test_an_invalid_session_cannot_be_resumed(
    line: Line, socket: aiohttp.ClientWebSocketResponse
) -> None:
    (session,) = line.discord.gateway.connected
    await line.discord.gateway.invalidate()
    assert await socket.receive_json() == {"op": 9, "d": False}
    async with line.session.ws_connect(line.discord.root + "/gateway") as again:
        assert (await again.receive_json())["op"] == 10
        await again.send_json({"op": 6, "d": {"token": TOKEN, "session_id": session.id, "seq": 2}})
        assert await again.receive_json() == {"op": 9, "d": False}
