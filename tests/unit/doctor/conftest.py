"""A Discord that answers the doctor's three questions as the test wants, on loopback."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.doctor.account import NEEDED
from bot.settings import Settings

TOKEN = "marker-of-a-token"
NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


def clock() -> datetime:
    return NOW


@dataclass(slots=True)
class SmallDiscord:
    """What it answers. `skew` is how far its clock is ahead of the test's."""

    token: str = TOKEN
    application: dict[str, Any] = field(default_factory=lambda: dict(GOOD_APPLICATION))
    servers: list[dict[str, Any]] = field(
        default_factory=lambda: [{"name": "Seals", "permissions": str(NEEDED)}]
    )
    skew: timedelta = timedelta(0)
    garbled: bool = False
    silent: bool = False
    asked: list[str] = field(default_factory=list)
    address: str = ""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(f"{request.method} {request.path}")
        if self.silent:
            await asyncio.Event().wait()
        if request.headers.get("Authorization") != f"Bot {self.token}":
            return web.json_response({"message": "401: Unauthorized"}, status=401)
        if self.garbled:
            return web.Response(text="<html>", content_type="text/html")
        body: Any = {
            "/users/@me": {"username": "Kira[red]seal"},
            "/applications/@me": self.application,
            "/users/@me/guilds": self.servers,
        }[request.path]
        return web.json_response(body, headers={"Date": format_datetime(NOW + self.skew, usegmt=True)})


GOOD_APPLICATION: dict[str, Any] = {
    "flags": 0,
    "bot_require_code_grant": False,
    "interactions_endpoint_url": None,
    "integration_types_config": {
        "0": {
            "oauth2_install_params": {
                "scopes": ["applications.commands", "bot"],
                "permissions": str(NEEDED),
            }
        },
        "1": {},
    },
}


@pytest.fixture
async def discord() -> AsyncIterator[SmallDiscord]:
    small = SmallDiscord()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", small.answer)
    async with TestServer(app, host="127.0.0.1") as server:
        small.address = str(server.make_url("")).rstrip("/")
        yield small


@pytest.fixture
def settings_with(tmp_path: Path) -> Callable[..., Settings]:
    """Settings in the test's folder, with what the test changes."""

    def make(**chosen: object) -> Settings:
        return Settings(
            _env_file=None,
            **{
                "database_url": f"file:{tmp_path / 'test.db'}",
                "data": tmp_path / "data",
                "backups": tmp_path / "backups",
                "painter": "local",
                **chosen,
            },
        )

    return make
