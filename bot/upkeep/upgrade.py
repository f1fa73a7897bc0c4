"""Bring the database up to date, after a copy of it was put away: an update of Kiraseal must have a way back."""

import logging
from dataclasses import replace
from datetime import UTC, datetime

from bot.database import migrate, status
from bot.errors import ToolMissing
from bot.settings import Settings
from bot.upkeep.backup import BackupPlan, back_up

log = logging.getLogger(__name__)


async def bring_up_to_date(settings: Settings) -> list[str]:
    """The names of the migrations that were run, none if there was nothing to do.

    A database that holds something already is backed up first, without its pictures, which no migration touches.
    Raises what migrate and back_up raise, and then nothing was changed; but for a missing tool of PostgreSQL, which
    not every host has where the bot runs.
    """
    state = await status(settings.database_url)
    if state.applied and state.pending and not state.unknown:
        await _put_away(settings)
    return await migrate(settings.database_url)


async def _put_away(settings: Settings) -> None:
    try:
        done = await back_up(replace(BackupPlan.of(settings), pictures=None), datetime.now(UTC))
    except ToolMissing as exc:
        log.warning("no backup before the update, for PostgreSQL's %s is missing", exc.values["tool"])
    else:
        log.info("before the update the database was backed up as %s", done.path)
