"""The stand-in's HTTP side: the calls of Discord's API v10 that the bot makes, and its files. Rules decide."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import BodyPartReader, web

from tests.discordserver import wording
from tests.discordserver.gateway import Gateway
from tests.discordserver.rules import REPLIES, Rules, Written
from tests.discordserver.troubles import Troubles, in_json
from tests.discordserver.world import May, Message, Refusal, World

API = "/api/v10"
BODY = web.RequestKey("written", Written)


class Routes:
    """Reads requests, asks the rules, words the answers."""

    def __init__(
        self, world: World, gateway: Gateway, troubles: Troubles, token: str, root: Callable[[], str]
    ) -> None:
        self._world, self._rules = world, Rules(world)
        self._gateway, self._troubles, self._token, self._root = gateway, troubles, token, root

    def application(self) -> web.Application:
        app = web.Application(middlewares=[self._middleware], client_max_size=64 * 1024**2)
        app.router.add_get("/gateway", self._gateway.handle)
        app.router.add_get("/cdn/attachments/{file}/{name}", self._file)
        app.router.add_get("/cdn/{rest:.*}", self._nothing)
        for method, path, handler in self._table():
            app.router.add_route(method, API + path, handler)
        return app

    def _table(self) -> list[tuple[str, str, Callable[[web.Request], Awaitable[web.StreamResponse]]]]:
        by_token = r"/webhooks/{app:\d+}/{token}"
        message = "/channels/{channel}/messages/{message}"
        return [
            ("GET", "/gateway/bot", self._gateway_bot),
            ("GET", "/users/@me", self._me),
            ("POST", "/users/@me/channels", self._open_direct),
            ("GET", "/oauth2/applications/@me", self._about),
            ("GET", "/applications/@me", self._about),
            ("GET", "/applications/{app}/commands", self._commands),
            ("PUT", "/applications/{app}/commands", self._keep_commands),
            ("POST", "/interactions/{id}/{token}/callback", self._answer),
            ("POST", by_token, self._follow_up),
            ("GET", by_token + "/messages/{message}", self._show_by_token),
            ("PATCH", by_token + "/messages/{message}", self._edit_by_token),
            ("DELETE", by_token + "/messages/{message}", self._delete_by_token),
            ("GET", "/channels/{channel}", self._channel),
            ("GET", "/channels/{channel}/messages", self._list),
            ("POST", "/channels/{channel}/messages", self._post),
            ("GET", message, self._show),
            ("PATCH", message, self._edit),
            ("DELETE", message, self._delete),
        ]

    @web.middleware
    async def _middleware(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Read the body, let troubles have their way, and word refusals."""
        if request.path == "/gateway":
            return await handler(request)
        request[BODY] = await _read(request)
        try:
            self._check_token(request)
            return await self._troubles.pass_through(request, request[BODY], handler)
        except Refusal as refusal:
            body = {"code": refusal.code, "message": refusal.words}
            return in_json(body, status=refusal.status)

    def _check_token(self, request: web.Request) -> None:
        """Webhooks and interactions carry their own token; everything else needs the bot's."""
        open_paths = (f"{API}/webhooks/", f"{API}/interactions/", "/cdn/")
        given = request.headers.get("Authorization")
        if not request.path.startswith(open_paths) and given != f"Bot {self._token}":
            raise Refusal(401, 0, "401: Unauthorized")

    async def _gateway_bot(self, request: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        url = self._root().replace("http", "ws", 1) + "/gateway"
        return in_json({"url": url, "shards": 1, "session_start_limit": limit})

    async def _me(self, request: web.Request) -> web.Response:
        return in_json({**wording.user(self._world.bot), "verified": True, "mfa_enabled": True})

    async def _about(self, request: web.Request) -> web.Response:
        return in_json(wording.application(self._world))

    async def _commands(self, request: web.Request) -> web.Response:
        return in_json(self._world.commands)

    async def _keep_commands(self, request: web.Request) -> web.Response:
        listed = json.loads(await request.text())
        # An entry of a context menu comes without a description, and goes back with an empty one.
        own = {"application_id": str(self._world.bot.id), "version": "1", "description": ""}
        self._world.commands = [{"id": str(self._world.new_id()), **own, **command} for command in listed]
        self._world.tell()
        return in_json(self._world.commands)

    async def _answer(self, request: web.Request) -> web.Response:
        asked = self._rules.unanswered(int(request.match_info["id"]), request.match_info["token"])
        written = request[BODY]
        kind = int(written.payload.get("type", REPLIES))
        data = written.payload.get("data") or {}
        self._rules.answer(asked, kind, Written(payload=data, files=written.files))
        if request.query.get("with_response", "").lower() in ("1", "true"):
            return in_json(wording.callback(self._world, self._root(), asked))
        return web.Response(status=204)

    async def _follow_up(self, request: web.Request) -> web.Response:
        asked = self._rules.by_token(request.match_info["token"])
        return self._shown(self._rules.follow_up(asked, request[BODY]))

    async def _show_by_token(self, request: web.Request) -> web.Response:
        return self._shown(self._by_token(request))

    async def _edit_by_token(self, request: web.Request) -> web.Response:
        message = self._by_token(request)
        self._rules.write(message, request[BODY], by="token")
        return self._shown(message)

    async def _delete_by_token(self, request: web.Request) -> web.Response:
        self._by_token(request).deleted = True
        self._world.tell()
        return web.Response(status=204)

    async def _open_direct(self, request: web.Request) -> web.Response:
        person = self._world.people.get(int(request[BODY].payload["recipient_id"]))
        if person is None:
            raise Refusal(400, 50033, "Invalid Recipient(s)")
        return in_json(wording.channel(self._world, self._world.direct(person)))

    async def _channel(self, request: web.Request) -> web.Response:
        channel = self._rules.channel(int(request.match_info["channel"]))
        return in_json(wording.channel(self._world, channel))

    async def _list(self, request: web.Request) -> web.Response:
        channel = self._rules.channel(int(request.match_info["channel"]), May.VIEW | May.READ_HISTORY)
        most, after = int(request.query.get("limit", 50)), int(request.query.get("after", 0))
        before = int(request.query.get("before", 1 << 63))
        seen = [each for each in channel.messages.values() if not each.deleted and each.shown_to is None]
        found = [each for each in seen if after < each.id < before]
        ordered = sorted(found, key=lambda each: each.id)
        chosen = ordered[:most] if "after" in request.query else ordered[-most:]
        return in_json([wording.message(self._world, self._root(), each) for each in chosen[::-1]])

    async def _post(self, request: web.Request) -> web.Response:
        needed = May.VIEW | May.SEND | (May.ATTACH if request[BODY].files else May(0))
        channel = self._rules.channel(int(request.match_info["channel"]), needed)
        return self._shown(self._rules.post(channel, request[BODY]))

    async def _show(self, request: web.Request) -> web.Response:
        return self._shown(self._own(request))

    async def _edit(self, request: web.Request) -> web.Response:
        message = self._own(request)
        self._rules.write(message, request[BODY], by="bot")
        return self._shown(message)

    async def _delete(self, request: web.Request) -> web.Response:
        self._own(request).deleted = True
        self._world.tell()
        return web.Response(status=204)

    async def _file(self, request: web.Request) -> web.Response:
        upload = self._world.files.get(int(request.match_info["file"]))
        if upload is None:
            return web.Response(status=404)
        return web.Response(body=upload.data, content_type="application/octet-stream")

    async def _nothing(self, request: web.Request) -> web.Response:
        return web.Response(status=404)

    def _by_token(self, request: web.Request) -> Message:
        asked = self._rules.by_token(request.match_info["token"])
        return self._rules.answered_message(asked, request.match_info["message"])

    def _own(self, request: web.Request) -> Message:
        channel = self._rules.channel(int(request.match_info["channel"]))
        return self._rules.own_message(channel, int(request.match_info["message"]))

    def _shown(self, message: Message) -> web.Response:
        return in_json(wording.message(self._world, self._root(), message))


async def _read(request: web.Request) -> Written:
    """The body of a write."""
    if request.content_type.startswith("multipart/"):
        return await _read_parts(request)
    if request.method in ("POST", "PATCH") and request.can_read_body:
        read: Any = await request.json()
        return Written(payload=read)
    return Written()


async def _read_parts(request: web.Request) -> Written:
    fields: dict[str, str] = {}
    files: dict[int, tuple[str, bytes]] = {}
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        name, data = str(part.name), bytes(await part.read())
        if part.filename is None:
            fields[name] = data.decode()
        else:
            files[int(name.removeprefix("files[").removesuffix("]"))] = (part.filename, data)
    return Written.of(fields, files)
