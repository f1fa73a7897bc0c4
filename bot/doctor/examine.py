"""Everything worth knowing about a host, in the order in which it matters. Looks at nothing itself."""

import sys
from datetime import UTC, datetime

from bot.doctor import account, host, painter, tables
from bot.doctor.finding import Finding
from bot.pipeline.seam import Clock
from bot.settings import Settings


def utc_now() -> datetime:
    """The clock of the real world."""
    return datetime.now(UTC)


async def examine(
    settings: Settings, *, discord: str = account.DISCORD, clock: Clock = utc_now
) -> list[Finding]:
    """What is well and what is not. `discord` is where Discord's API is; nothing is asked of it without a token."""
    at_discord, theirs = await account.examine(settings, discord, clock)
    database, its = await tables.examine(settings, clock())
    return [
        Finding(key="doctor-python", values={"version": ".".join(map(str, sys.version_info[:3]))}),
        *at_discord,
        *database,
        *await host.storage(settings),
        *host.disks(settings),
        host.clock(theirs if theirs is not None else its),
        host.fonts(settings),
        Finding(key="doctor-workers", values={"count": settings.workers}),
        *await painter.examine(settings),
        *await tables.upkeep(settings, clock()),
    ]
