"""The stage for tests that speak with the bot through a simulated Discord."""

from collections.abc import AsyncIterator

import discord
import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.discord.harness import Backstage, Stage, open_stage
from tests.discord.house import pool
from tests.discordserver.server import DiscordServer, open_discord, point_discord_py_at

__all__ = ["pool", "server", "stage"]


@pytest.fixture
async def stage(backstage: Backstage) -> AsyncIterator[Stage]:
    """The bot of `backstage`, with Haru and Robin. What `backstage` is, the tests' own files say."""
    async with open_stage(backstage) as opened:
        yield opened


@pytest.fixture
async def server(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordServer]:
    """A stand-in for Discord on loopback, at which discord.py is pointed until the end of the test."""
    for owner, name in ((Route, "BASE"), (discord.Asset, "BASE"), (DiscordWebSocket, "DEFAULT_GATEWAY")):
        monkeypatch.setattr(
            owner, name, getattr(owner, name)
        )  # put back afterwards what the stand-in changes
    async with open_discord() as opened:
        point_discord_py_at(opened.root)
        yield opened
