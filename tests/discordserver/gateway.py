"""The stand-in's gateway: sessions that identify, beat, drop and resume, and the events they are sent."""

import contextlib
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.discordserver import wording
from tests.discordserver.world import World

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID_SESSION, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
BEAT_EVERY = 41.25
BAD_TOKEN, GOING_AWAY = 4004, (1000, 1001)
MOST_REMEMBERED = 1000
"""Events that a session keeps for a client that comes back."""


@dataclass(slots=True, kw_only=True)
class Session:
    """What a client is owed; `socket` is None while it is away."""

    id: str
    socket: web.WebSocketResponse | None = None
    number: int = 0
    events: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=MOST_REMEMBERED))
    resumed: int = 0


class Gateway:
    """All sessions. Every one of them is sent every event, as Discord does with clients that share a shard."""

    def __init__(self, world: World, token: str, root: Callable[[], str]) -> None:
        self._world, self._token, self._root = world, token, root
        self.sessions: dict[str, Session] = {}
        self.refusing = 0
        """So many connections are turned away with 503."""
        self.opened = 0
        """How many connections there have been."""

    @property
    def connected(self) -> list[Session]:
        """Sessions whose client is there now."""
        return [session for session in self.sessions.values() if session.socket is not None]

    async def dispatch(self, event: str, data: Any) -> None:
        """Send an event to every session; those whose client is away keep it."""
        for session in list(self.sessions.values()):
            await self._send_event(session, event, data)

    def drop(self) -> None:
        """Cut every connection, without a word. Sessions can be resumed."""
        for session in self.connected:
            if session.socket is not None and session.socket._req is not None:
                transport = session.socket._req.transport
                if transport is not None:
                    transport.abort()
            session.socket = None

    async def ask_to_reconnect(self) -> None:
        """Tell every client to come back."""
        for session in self.connected:
            await self._send(session, {"op": RECONNECT, "d": None})

    async def invalidate(self) -> None:
        """End every session: clients have to identify anew, and what they missed is gone."""
        for session in self.connected:
            await self._send(session, {"op": INVALID_SESSION, "d": False})
        self.sessions.clear()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One connection, from hello to its end."""
        if self.refusing > 0:
            self.refusing -= 1
            return web.Response(status=503)
        socket = web.WebSocketResponse(timeout=1.0)
        await socket.prepare(request)
        self.opened += 1
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": int(BEAT_EVERY * 1000)}})
        session = None
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    session = await self._heed(socket, session, frame.json())
        finally:
            self._leave(socket, session)
        return socket

    async def close(self) -> None:
        """Say goodbye to every client."""
        for session in self.connected:
            if session.socket is not None:
                with contextlib.suppress(ConnectionError, TimeoutError):
                    await session.socket.close(code=4000)
        self.sessions.clear()

    async def _heed(
        self, socket: web.WebSocketResponse, session: Session | None, frame: dict[str, Any]
    ) -> Session | None:
        match frame["op"]:
            case op if op == HEARTBEAT:
                await socket.send_json({"op": ACK, "d": None})
            case op if op in (IDENTIFY, RESUME) and frame["d"]["token"] != self._token:
                await socket.close(code=BAD_TOKEN)
            case op if op == IDENTIFY:
                return await self._identify(socket)
            case op if op == RESUME:
                return await self._resume(socket, frame["d"]["session_id"], frame["d"]["seq"])
            case _:
                pass
        return session

    async def _identify(self, socket: web.WebSocketResponse) -> Session:
        session = Session(id=secrets.token_hex(8), socket=socket)
        self.sessions[session.id] = session
        ready = {
            "v": 10,
            "user": {**wording.user(self._world.bot), "verified": True, "mfa_enabled": True, "flags": 0},
            "guilds": [{"id": str(self._world.guild_id), "unavailable": True}],
            "session_id": session.id,
            "resume_gateway_url": self._root().replace("http", "ws", 1) + "/gateway",
            "application": {"id": str(self._world.bot.id), "flags": 0},
        }
        await self._send_event(session, "READY", ready)
        await self._send_event(session, "GUILD_CREATE", wording.guild(self._world))
        self._world.tell()
        return session

    async def _resume(
        self, socket: web.WebSocketResponse, session_id: str | None, number: int | None
    ) -> Session | None:
        session = self.sessions.get(session_id or "")
        if session is None:
            await socket.send_json({"op": INVALID_SESSION, "d": False})
            return None
        session.socket = socket
        for event in [event for event in session.events if event["s"] > (number or 0)]:
            await self._send(session, event)
        await self._send_event(session, "RESUMED", {})
        session.resumed += 1
        self._world.tell()
        return session

    async def _send_event(self, session: Session, event: str, data: Any) -> None:
        session.number += 1
        frame = {"op": DISPATCH, "t": event, "s": session.number, "d": data}
        session.events.append(frame)
        await self._send(session, frame)

    async def _send(self, session: Session, frame: dict[str, Any]) -> None:
        if session.socket is not None and not session.socket.closed:
            with contextlib.suppress(ConnectionError):  # gone meanwhile: it comes back
                await session.socket.send_json(frame)

    def _leave(self, socket: web.WebSocketResponse, session: Session | None) -> None:
        """A client that says goodbye ends its session; one that vanishes may come back."""
        if session is not None and session.socket is socket:
            session.socket = None
        if session is not None and socket.close_code in GOING_AWAY:
            self.sessions.pop(session.id, None)
        self._world.tell()
