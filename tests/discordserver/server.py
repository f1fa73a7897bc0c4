"""A small Discord on a free port of this machine. It outlives the bots that are killed, and misbehaves on demand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import discord
import yarl
from aiohttp import web
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.discordserver import wording
from tests.discordserver.gateway import Gateway
from tests.discordserver.people import Member
from tests.discordserver.routes import API, Routes
from tests.discordserver.troubles import Trouble, Troubles
from tests.discordserver.world import Channel, May, Message, World

TOKEN = "MTIz.stand-in.token"


class DiscordServer:
    """The server's front: what a test arranges, does and looks at."""

    def __init__(self) -> None:
        self.root = ""
        self.world = World()
        self.troubles = Troubles()
        self.gateway = Gateway(self.world, TOKEN, lambda: self.root)
        self.routes = Routes(self.world, self.gateway, self.troubles, TOKEN, lambda: self.root)

    def member(self, name: str, **traits: Any) -> Member:
        """Somebody new in the server."""
        return Member(self.world, self.gateway, self.world.add_person(name, **traits), lambda: self.root)

    def trouble(self, trouble: Trouble) -> Trouble:
        """From now on this happens."""
        return self.troubles.add(trouble)

    async def connected(self, bots: int = 1, *, patience: float = 60.0) -> None:
        """Return when so many bots are connected, and have told of their commands."""
        await self.world.until(
            lambda: len(self.gateway.connected) >= bots and self.world.commands, patience=patience
        )

    async def delete(self, message: Message) -> None:
        """A moderator takes a message away."""
        message.deleted = True
        where = {"id": str(message.id), "channel_id": str(message.channel_id)}
        await self.gateway.dispatch("MESSAGE_DELETE", {**where, "guild_id": str(self.world.guild_id)})

    async def close_channel(self, channel: Channel) -> None:
        """A moderator takes a whole channel away."""
        channel.gone = True
        await self.gateway.dispatch("CHANNEL_DELETE", wording.channel(self.world, channel))

    async def allow(self, channel: Channel, may: May) -> None:
        """A moderator says what the bot may do here."""
        channel.may = may
        await self.gateway.dispatch("CHANNEL_UPDATE", wording.channel(self.world, channel))


def point_discord_py_at(root: str) -> None:
    """From here on discord.py speaks with the server at `root`, in this whole process."""
    Route.BASE = root + API
    discord.Asset.BASE = f"{root}/cdn"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(root.replace("http", "ws", 1) + "/gateway")


@asynccontextmanager
async def open_discord() -> AsyncIterator[DiscordServer]:
    """A server that runs until the end of the block; what it let hang is let go."""
    server = DiscordServer()
    runner = web.AppRunner(
        server.routes.application(), shutdown_timeout=0.1, handler_cancellation=True, access_log=None
    )
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.root = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        await server.gateway.close()
        await runner.cleanup()
