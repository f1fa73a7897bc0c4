"""An image server on a free port of this machine that speaks as OpenAI's does, and misbehaves when it is told to."""

import asyncio
import gzip
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import BodyPartReader, web

from tests.imageserver.ledger import Asked, File, Ledger
from tests.imageserver.manners import EDITING, GENERATING, QUALITIES, SIZES, Conduct, HandsOver, Manner
from tests.imageserver.pictures import as_text, drawing

TEXT_TOKENS, PICTURE_TOKENS, DRAWN_TOKENS = 400, 1500, 1056
MIDWAY = (Manner.REFUSES_MIDWAY, Manner.STALLS, Manner.CUT, Manner.ERROR_EVENT, Manner.ERROR_OBJECT)


class ImageServer:
    """One server. `conduct` says how it behaves, `ledger` what it was asked and what it charged."""

    def __init__(self) -> None:
        self.conduct = Conduct()
        self.ledger = Ledger()
        self.root = ""
        self.stopping = asyncio.Event()

    @property
    def base_url(self) -> str:
        return f"{self.root}/v1"

    def application(self) -> web.Application:
        app = web.Application(client_max_size=64 * 1024**2)
        app.router.add_post("/v1/images/generations", self._images)
        app.router.add_post("/v1/images/edits", self._images)
        app.router.add_post("/v1/moderations", self._moderations)
        app.router.add_get("/v1/models", self._models)
        app.router.add_get("/files/seal.png", self._file)
        app.router.add_get("/files/never.png", self._never)
        return app

    async def _images(self, request: web.Request) -> web.StreamResponse:
        asked = await _read(request)
        self.ledger.asked.append(asked)
        if refusal := self._refusal(asked) or await self._misconduct(request):
            return refusal
        if asked.parameters.get("stream") in (True, "true") and self.conduct.streams:
            return await self._stream(request, asked)
        if self.conduct.manner is Manner.TRICKLES:
            return await self._drip(request)
        return self._whole(asked)

    def _refusal(self, asked: Asked) -> web.Response | None:
        """What the real server would say to this request."""
        is_edit = asked.path.endswith("/edits")
        if is_edit and not self.conduct.edits:
            return self._error(404, "Invalid URL (POST /v1/images/edits)")
        known = (EDITING if is_edit else GENERATING) - self.conduct.refuses
        given = {**asked.parameters, **asked.files}
        for name in sorted(given.keys() - known):
            return self._error(400, f"Unknown parameter: '{name}'.", code="unknown_parameter", param=name)
        if self.conduct.models is not None and given.get("model") not in self.conduct.models:
            words = f"The model '{given.get('model')}' does not exist."
            return self._error(404, words, code="model_not_found", param="model")
        for name, allowed in (("size", SIZES), ("quality", QUALITIES)):
            if given.get(name, "auto") not in allowed:
                return self._error(400, f"Invalid value for '{name}'.", code="invalid_value", param=name)
        if is_edit and not _is_named_png(asked.files.get("image")):
            return self._error(400, "Unsupported file.", code="unsupported_file", param="image")
        return None

    async def _misconduct(self, request: web.Request) -> web.StreamResponse | None:
        wait = {"Retry-After": self.conduct.retry_after} if self.conduct.retry_after is not None else {}
        match self.conduct.manner:
            case Manner.BAD_KEY:
                return self._error(401, "Incorrect API key provided.", code="invalid_api_key")
            case Manner.FORBIDDEN:
                return self._error(403, "Your organisation must be verified to use this.")
            case Manner.NO_QUOTA:
                return self._error(429, "You exceeded your current quota.", code="insufficient_quota")
            case Manner.BUSY:
                return self._error(429, "Rate limit reached.", code="rate_limit_exceeded", headers=wait)
            case Manner.REFUSES:
                return self._error(400, "Rejected by our safety system.", code="moderation_blocked")
            case Manner.BROKEN:
                return self._error(500, "The server had an error.")
            case Manner.OVERLOADED:
                return self._error(503, "Overloaded.", headers=wait)
            case Manner.REDIRECTS:
                raise web.HTTPTemporaryRedirect(f"{self.base_url}/images/generations?again")
            case Manner.PACKED:
                packed = gzip.compress(json.dumps({"data": [self._picture()]}).encode())
                kind = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
                return web.Response(body=packed, headers=kind)
            case Manner.HANGS:
                await self.stopping.wait()
                return None
            case Manner.RAW:
                return await self._raw(request)
            case _:
                return None

    async def _stream(self, request: web.Request, asked: Asked) -> web.StreamResponse:
        """Answer event by event. What it has drawn is charged, whatever its picture is worth."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream; charset=utf-8"})
        await response.prepare(request)
        verb = "image_edit" if asked.path.endswith("/edits") else "image_generation"
        wanted = int(str(asked.parameters.get("partial_images", 0)))
        for index in range(min(wanted, self.conduct.partials)):
            picture = "***" if self.conduct.manner is Manner.BAD_PARTIALS else as_text(drawing((128, 128)))
            if index == 0 and self.conduct.first_partial is not None:
                picture = as_text(self.conduct.first_partial)
            partial = {"type": f"{verb}.partial_image", "partial_image_index": index, "b64_json": picture}
            await _send(response, partial)
            if self.conduct.may_go_on is not None:
                await self.conduct.may_go_on.acquire()
            if self.conduct.manner in MIDWAY:
                return await self._break_off(request, response)
        if self.conduct.manner is Manner.TRICKLES:
            return await self._trickle(response)
        if self.conduct.manner is Manner.BAD_JSON:
            await response.write(b'event: x\ndata: {"type": \n\n')
        elif self.conduct.manner is not Manner.ENDS_EARLY:
            await _send(response, {"type": f"{verb}.completed", **self._drawn(asked), **self._picture()})
        await response.write_eof()
        return response

    async def _break_off(self, request: web.Request, response: web.StreamResponse) -> web.StreamResponse:
        match self.conduct.manner:
            case Manner.STALLS:
                await self.stopping.wait()
            case Manner.CUT if request.transport is not None:
                request.transport.abort()
            case Manner.REFUSES_MIDWAY:
                await _send(response, {"error": {"code": "moderation_blocked", "message": "Rejected."}})
            case Manner.ERROR_EVENT:
                await _send(response, {"type": "error", "code": "server_error", "message": "Sorry."})
            case _:
                await _send(response, {"error": {"code": "server_error", "message": "Sorry."}})
        return response

    async def _trickle(self, response: web.StreamResponse) -> web.StreamResponse:
        """Show signs of life for ever, and nothing else."""
        while not self.stopping.is_set():
            await _send(response, {"type": "image_generation.in_progress"})
            await asyncio.sleep(0.02)  # the pace of a server, not a test that waits
        return response

    async def _drip(self, request: web.Request) -> web.StreamResponse:
        """JSON that goes on and on."""
        response = web.StreamResponse(headers={"Content-Type": "application/json"})
        await response.prepare(request)
        while not self.stopping.is_set():
            await response.write(b" ")
            await asyncio.sleep(0.02)
        return response

    async def _raw(self, request: web.Request) -> web.StreamResponse:
        headers = {"Content-Type": self.conduct.raw_kind}
        response = web.StreamResponse(status=self.conduct.raw_status, headers=headers)
        await response.prepare(request)
        for piece in self.conduct.raw:
            await response.write(piece)
        await response.write_eof()
        return response

    def _whole(self, asked: Asked) -> web.Response:
        match self.conduct.manner:
            case Manner.BAD_JSON:
                return web.Response(text='{"data": [', content_type="application/json")
            case Manner.ERROR_OBJECT:
                return web.json_response({"error": "out of memory"})
            case Manner.NOTHING:
                return web.json_response({"created": 1, "data": []})
            case _:
                return web.json_response({"created": 1, "data": [self._picture()], **self._drawn(asked)})

    def _drawn(self, asked: Asked) -> dict[str, object]:
        picture = PICTURE_TOKENS if asked.files else 0
        total = TEXT_TOKENS + picture + DRAWN_TOKENS
        self.ledger.charges.append(total)
        if not self.conduct.counts:
            return {}
        usage = {
            "input_tokens": TEXT_TOKENS + picture,
            "input_tokens_details": {"text_tokens": TEXT_TOKENS, "image_tokens": picture},
            "output_tokens": DRAWN_TOKENS,
            "total_tokens": total,
        }
        return {"usage": usage, "size": "1024x1024", "quality": asked.parameters.get("quality", "auto")}

    def _picture(self) -> dict[str, str]:
        if self.conduct.manner is Manner.BAD_BASE64:
            return {"b64_json": "@@@ this is not base64 @@@"}
        if self.conduct.manner is Manner.NOTHING:
            return {}
        match self.conduct.hands_over:
            case HandsOver.BASE64:
                return {"b64_json": as_text(self.conduct.picture)}
            case HandsOver.DATA:
                return {"url": "data:image/png;base64," + as_text(self.conduct.picture)}
            case HandsOver.ABSOLUTE:
                return {"url": f"{self.root}/files/seal.png?signed=1"}
            case HandsOver.OTHER_PORT:
                return {"url": "https://127.0.0.1:1/files/seal.png"}
            case HandsOver.RELATIVE:
                return {"url": "/files/seal.png"}
            case HandsOver.ELSEWHERE:
                return {"url": self.root.replace("127.0.0.1", "localhost") + "/files/seal.png"}
            case HandsOver.GONE:
                return {"url": "/files/no-such.png"}
            case HandsOver.NEVER:
                return {"url": "/files/never.png"}

    async def _never(self, request: web.Request) -> web.Response:
        await self.stopping.wait()
        return web.Response(status=503)

    async def _moderations(self, request: web.Request) -> web.Response:
        asked = await _read(request)
        self.ledger.asked.append(asked)
        if not self.conduct.moderates:
            return self._error(404, "Not found.")
        if self.conduct.checks_hang:
            await self.stopping.wait()
        if self.conduct.check is not None:
            return web.json_response(self.conduct.check)
        flagged = any(word in json.dumps(asked.parameters, ensure_ascii=False) for word in self.conduct.flags)
        return web.json_response({"id": "m", "model": "omni", "results": [{"flagged": flagged}]})

    async def _models(self, request: web.Request) -> web.Response:
        self.ledger.asked.append(await _read(request))
        if self.conduct.manner is Manner.BAD_KEY:
            return self._error(401, "Incorrect API key provided.", code="invalid_api_key")
        if self.conduct.models is None:
            return self._error(404, "Not found.")
        return web.json_response({"object": "list", "data": [{"id": name} for name in self.conduct.models]})

    async def _file(self, request: web.Request) -> web.Response:
        self.ledger.asked.append(await _read(request))
        return web.Response(body=self.conduct.picture, content_type="image/png")

    def _error(
        self,
        status: int,
        words: str,
        *,
        code: str | None = None,
        param: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> web.Response:
        if self.conduct.names_nothing and status == 400:
            return web.Response(status=status, text="bad request", headers=headers)
        if self.conduct.in_plain_words:
            return web.json_response({"error": words}, status=status, headers=headers)
        error = {"message": words, "type": "invalid_request_error", "code": code, "param": param}
        return web.json_response({"error": error}, status=status, headers=headers)


@asynccontextmanager
async def open_image_server() -> AsyncIterator[ImageServer]:
    """A server that runs until the end of the block; what it let hang is let go."""
    server = ImageServer()
    runner = web.AppRunner(server.application(), shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.root = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        server.stopping.set()
        await runner.cleanup()


async def _send(response: web.StreamResponse, event: dict[str, object]) -> None:
    name = event.get("type", "error")
    await response.write(f"event: {name}\ndata: {json.dumps(event)}\n\n".encode())


async def _read(request: web.Request) -> Asked:
    headers = {name.lower(): value for name, value in request.headers.items()}
    if request.method == "GET":
        return Asked(path=request.path, parameters=dict(request.query), headers=headers)
    if not request.content_type.startswith("multipart/"):
        return Asked(path=request.path, parameters=await request.json(), headers=headers)
    parameters: dict[str, object] = {}
    files: dict[str, File] = {}
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        name, data = str(part.name), bytes(await part.read())
        if part.filename is None:
            parameters[name] = data.decode()
        else:
            files[name] = File(name=part.filename, kind=part.headers.get("Content-Type"), data=data)
    return Asked(path=request.path, parameters=parameters, files=files, headers=headers)


def _is_named_png(file: File | None) -> bool:
    return (
        file is not None
        and file.name is not None
        and file.name.endswith(".png")
        and file.kind == "image/png"
        and file.data.startswith(b"\x89PNG")
    )
