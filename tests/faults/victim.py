"""The real bot, started as a host starts it, but against a stand-in for Discord and with points to be stopped at.

`python -m tests.faults.victim <address of the stand-in>`, with the bot's settings in the environment. It says a JSON
pair a line on stdout (arms.say) and takes orders on stdin: some `arm`, then `go`, and from when its services are open
`arm`, `disarm`, `release`, `clock`, `direct`, `read-only`.
"""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tortoise import connections

import bot.running
from bot.__main__ import app
from bot.services import Services
from bot.stickers import members
from bot.stickers.preferences import Preferences, prefer
from tests.discordserver.server import point_discord_py_at
from tests.faults import seams
from tests.faults.arms import Arms


def main() -> None:
    """Start the bot on the stand-in; ends as the bot ends."""
    point_discord_py_at(sys.argv[1])
    arms = Arms()
    seams.hasten()
    seams.fetch_from(sys.argv[1])
    seams.wrap(arms)
    arms.wait_to_go()
    bot.running.open_services = _listening(bot.running.open_services, arms)
    app(["run"])


def _listening(open_services: Any, arms: Arms) -> Any:
    """Take orders from when the services are open."""

    @asynccontextmanager
    async def opened(*args: Any, **kwargs: Any) -> AsyncIterator[Services]:
        async with open_services(*args, **kwargs) as services:
            arms.told |= {"direct": _allow_direct, "read-only": _read_only}
            arms.listen()
            yield services

    return opened


async def _allow_direct(discord_id: str) -> None:
    """A member allows direct messages."""
    member = await members.find(int(discord_id))
    assert member is not None
    await prefer(member.id, Preferences(direct=True))


async def _read_only(value: str) -> None:
    """What a database on a read-only disk says to every write."""
    await connections.all()[0].execute_query(f"PRAGMA query_only = {value}")


if __name__ == "__main__":
    main()
