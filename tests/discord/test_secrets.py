"""No token, key or password reaches the log, a message or a table: the real bot over HTTP, at the finest log level."""

import asyncio
import io
import json
import logging
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import discord
import pytest
from aiohttp import web
from discord.gateway import DiscordWebSocket
from discord.http import Route
from tortoise import Model

import models
from bot.courier import Courier
from bot.log import HIDDEN, set_up_logging
from bot.pipeline.pool import ProcessPool
from bot.settings import Settings
from models import Delivery
from tests.discord.house import House, open_house, settings_in
from tests.discordserver.people import Member
from tests.discordserver.routes import BODY
from tests.discordserver.server import TOKEN, DiscordServer, open_discord, point_discord_py_at
from tests.discordserver.troubles import Calls, Fail, Handler, Reset, Trouble
from tests.imageserver.manners import Manner
from tests.imageserver.server import ImageServer, open_image_server

KEY = "sk-kiraseal-0123456789abcdef"
PASSWORD = "corr3ct-horse"
TABLES = [table for name in models.__all__ if isinstance(table := getattr(models, name), type(Model))]


@dataclass(frozen=True, slots=True)
class Scene:
    """The bot connected to a stand-in, drawing by a server of our own, with its log in a string."""

    discord: DiscordServer
    host: ImageServer
    house: House
    log: io.StringIO

    def secrets(self) -> set[str]:
        return {TOKEN, KEY, PASSWORD, *self.discord.world.interactions}

    def messages(self) -> str:
        channels = self.discord.world.channels.values()
        return repr([message.versions for channel in channels for message in channel.messages.values()])


@dataclass(frozen=True, slots=True)
class Overhear:
    """Nothing happens to the calls, but what they say is written down."""

    payloads: list[dict[str, Any]] = field(default_factory=list)

    async def __call__(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        said = request[BODY].payload
        if isinstance(said, dict):
            self.payloads.append(said.get("data") or said)
        return await handler(request)


@pytest.fixture
def everything_logged() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    levels = {name: logging.getLogger(name).level for name in logging.root.manager.loggerDict}
    before = root.handlers[:], root.level
    yield io.StringIO()
    logging.captureWarnings(False)
    root.handlers[:], root.level = before
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.fixture
def nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remember where discord.py speaks to, so that it is put back."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(discord.Asset, "BASE", discord.Asset.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)


def chosen_in(folder: Path, host: ImageServer) -> Settings:
    address = host.base_url.replace("//", f"//kira:{PASSWORD}@")
    return settings_in(
        folder, discord_token=TOKEN, openai_api_key=KEY, openai_base_url=address, log_level="DEBUG"
    )


@pytest.fixture
async def scene(
    tmp_path: Path, pool: ProcessPool, everything_logged: io.StringIO, nowhere_else: None
) -> AsyncIterator[Scene]:
    async with open_discord() as server, open_image_server() as host:
        settings = chosen_in(tmp_path, host)
        set_up_logging(settings.logging(), everything_logged)
        point_discord_py_at(server.root)
        async with open_house(settings, pool) as house, house.bot() as bot:
            bot.fetch = Courier(most_bytes=1024 * 1024, origins=frozenset({server.root})).fetch
            running = asyncio.create_task(bot.start(TOKEN))
            await server.connected()
            yield Scene(server, host, house, everything_logged)
            await bot.close()
            await running


async def dump() -> dict[str, str]:
    """Every table, every row, every column, as text."""
    return {table.__name__: repr([dict(row) for row in await table.all().values()]) for table in TABLES}


async def ordered(scene: Scene, haru: Member, **options: Any) -> None:
    """Send the command, and wait until it has come to its end, whatever that is."""
    message = (await haru.slash("sticker", **options)).message
    await scene.discord.world.until(lambda: message.deleted or message.text or message.custom_ids)
    await scene.house.idle()


async def order_of_every_fate(scene: Scene, haru: Member) -> None:
    """Public, private, refused, failing for good, and with a Discord that fails for a while."""
    await ordered(scene, haru, name="Leo", rarity="normal")
    await ordered(scene, haru, name="Mio", rarity="normal", private=True)
    await ordered(scene, haru, picture=("notes.png", b"no picture"))
    await haru.slash("sticker", name="Leo", background="nosuchcolour")
    scene.host.conduct.manner = Manner.BAD_KEY
    await ordered(scene, haru, name="Kai", rarity="normal", painter="openai")
    for act in (Fail(status=500), Reset()):
        scene.discord.trouble(Trouble(calls=Calls.EDIT, act=act))
        await ordered(scene, haru, name="Rei", rarity="normal", painter="local")
    scene.discord.trouble(Trouble(calls=Calls.ANSWER, act=Fail(status=404, code=10062)))
    await haru.slash("history")


async def test_whatever_becomes_of_orders_nothing_secret_is_told_or_kept(scene: Scene) -> None:
    await order_of_every_fate(scene, scene.discord.member("Haru"))
    secrets, tables = scene.secrets(), await dump()
    assert len(secrets) > 10
    places = {"log": scene.log.getvalue(), "messages": scene.messages(), **tables}
    leaks = {(secret, place) for secret in secrets for place, text in places.items() if secret in text}
    assert leaks == set()
    assert HIDDEN in places["log"], "the log did not even speak of Discord's addresses"
    assert await Delivery.filter(token__isnull=False).count() == 0


async def test_an_open_delivery_alone_holds_its_token(scene: Scene) -> None:
    haru = scene.discord.member("Haru")
    await scene.house.services.dispatcher.stop(grace=0)  # nothing is drawn any more
    answer = await haru.slash("sticker", name="Leo")
    await scene.discord.world.until(lambda: answer.message.custom_ids)  # it waits, and can be cancelled
    tables = await dump()
    token = answer.interaction.token
    assert [table for table, rows in tables.items() if token in rows] == ["Delivery"]
    assert token not in scene.log.getvalue()


async def test_nothing_that_is_sent_may_ping_anybody(scene: Scene) -> None:
    heard = Overhear()
    scene.discord.trouble(Trouble(calls=r"(POST|PATCH) .*", act=heard, times=1_000_000))
    haru = scene.discord.member("@everyone <@1> **Haru**\n# big")
    order = await haru.slash("sticker", name="@everyone <@&7>", title="# @here", rarity="normal")
    await haru.slash("sticker", name="Leo", background="@everyone")
    await haru.slash("sticker", picture=("@everyone.png", b"no picture"))
    await scene.house.idle()
    await haru.slash("history")
    await haru.slash("stats")
    await scene.discord.world.until(lambda: "@\u200beveryone" in order.message.text)
    said = [payload for payload in heard.payloads if payload.get("content") or payload.get("components")]
    assert said
    assert [payload for payload in said if payload.get("allowed_mentions", {}).get("parse") != []] == []


async def test_every_line_of_a_command_names_it(scene: Scene) -> None:
    answer = await scene.discord.member("Haru").slash("sticker", picture=("notes.png", b"no picture"))
    await scene.discord.world.until(
        lambda: answer.message.deleted
    )  # the refusal has gone to the member alone
    records = [json.loads(line) for line in scene.log.getvalue().splitlines()]
    ours = [record["logger"] for record in records if record.get("interaction") == str(answer.interaction.id)]
    assert "discord.webhook.async_" in ours
    assert "cogs.speaking" in ours
