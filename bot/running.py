"""Run the bot, the playground or one drawing, from open to close. Opens in order, drains before it hangs up."""

import asyncio
import logging
import re
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from random import SystemRandom

import aiohttp
import discord
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from bot.client import StickerBot
from bot.errors import DiscordUnreachable, PictureUnreachable, TokenRefused
from bot.pipeline import work
from bot.pipeline.progress import Watch
from bot.pipeline.seam import Stage
from bot.services import Services, open_services
from bot.settings import Settings
from bot.stickers import blocking
from bot.stickers.keeping import Sticker
from bot.stickers.members import Identity
from bot.stickers.rendition import Rendition
from bot.stickers.request import Request
from bot.studio import design_of
from bot.upkeep.upgrade import bring_up_to_date
from bot.words import Words

HOST = Identity(discord_id=0, name="Kiraseal", avatar_url=None)
"""Whose the stickers are that were drawn from the command line."""
STAGE_KEYS = {
    Stage.WAITING: "stage-waiting",
    Stage.PAINTING: "stage-painting",
    Stage.COMPOSING: "stage-composing",
    Stage.STORING: "stage-storing",
    Stage.RESTING: "stage-resting",
}

log = logging.getLogger(__name__)


async def run_on_discord(settings: Settings, token: str) -> None:
    """Connect and serve until cancelled. Raises TokenRefused or DiscordUnreachable."""
    await bring_up_to_date(settings)
    async with open_services(settings) as services, _bot(services) as bot:
        try:
            await bot.start(token)
        except discord.LoginFailure as exc:
            raise TokenRefused from exc
        except (aiohttp.ClientConnectionError, discord.GatewayNotFound) as exc:
            raise DiscordUnreachable from exc
        finally:
            # While the connection still stands, so that finished work reaches its messages.
            await services.drain(bot.callers.see_off())


async def playground(settings: Settings, announce: Callable[[str], None]) -> None:
    """Serve the playground until cancelled, or until its page ends the session."""
    from bot.playground import play  # SimCord is only loaded where it is used

    await bring_up_to_date(settings)
    async with open_services(settings) as services:
        stop = asyncio.Event()
        served = asyncio.create_task(
            play(_bot(services), port=_free_port(settings.port), stop=stop, announce=announce),
            name="playground",
        )
        try:
            await asyncio.shield(served)
        except asyncio.CancelledError:
            await services.dispatcher.stop(grace=2.0)
            stop.set()
            await served


async def draw(
    settings: Settings,
    asked: Request,
    picture: Path | None,
    out: Path,
    forms: Sequence[Rendition],
    words: Words,
) -> None:
    """One sticker, from request to files in `out`, with a progress bar. Raises KirasealError."""
    # Refused before a database is made for it.
    data = _read(picture) if picture else None
    has_ai, blocked = settings.image_server() is not None, blocking.parse(settings.blocked_words)
    design = design_of(asked, SystemRandom(), has_ai=has_ai, blocked=blocked)
    await bring_up_to_date(settings)
    async with open_services(settings.model_copy(update={"workers": 1}), upkeep=False) as services:
        task_id = await services.studio.order(HOST, design, picture=data, painter=asked.painter)
        await _show_bar(services, task_id, words)
        sticker = await services.studio.outcome(task_id)
        for form in forms:
            path = out / _file_name(sticker, form)
            await asyncio.to_thread(_write, path, await services.studio.picture(sticker, form, words))
            Console(soft_wrap=True).print(str(path), highlight=False)


def _bot(services: Services) -> StickerBot:
    return StickerBot(
        studio=services.studio,
        privacy=services.privacy,
        reception=services.reception,
        collection=services.collection,
        album=services.album,
        tally=services.tally,
        announcer=services.announcer,
        data=services.settings.data,
    )


def _file_name(sticker: Sticker, form: Rendition) -> str:
    """A file name that tells the sticker and its form, on every file system."""
    name = re.sub(r"[^\w-]+", "-", sticker.design.name).strip("-")[:60]
    which = "" if form in (Rendition.STILL, Rendition.ANIMATION) else f"-{form}"
    return f"{name or 'seal'}-{sticker.id[-6:]}{which}.{form.ending}"


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as exc:
        raise PictureUnreachable from exc


async def _show_bar(services: Services, task_id: str, words: Words) -> None:
    """A bar on the terminal until the task has ended."""
    watch = services.board.watch(task_id)
    bar = Progress(BarColumn(), TextColumn("{task.percentage:>3.0f} %"), TextColumn("{task.description}"))
    with bar:
        line = bar.add_task(words(STAGE_KEYS[Stage.WAITING]), total=100)
        while not watch.ended and not await work.ended(task_id):
            await _news(watch)
            bar.update(
                line, completed=watch.snapshot.percent, description=words(STAGE_KEYS[watch.snapshot.stage])
            )
        bar.update(line, completed=100)
    services.board.unwatch(task_id, watch)


async def _news(watch: Watch) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(watch.news(), 0.5)


def _free_port(wanted: int) -> int:
    """`wanted` if it is free, otherwise 0 for any: a second playground beside the first should simply work."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            log.warning("port %d is taken; taking another", wanted)
            return 0
    return wanted
