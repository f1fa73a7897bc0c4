"""The bot as a host runs it, stopped in mid-work: it says so in time, and the next one goes on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest

from bot import running, services
from bot.pipeline.pool import ProcessPool
from bot.words import Words
from tests.discord.house import settings_in
from tests.discord.test_interruptions import PatientPainter
from tests.discordserver.server import TOKEN, DiscordServer


@pytest.fixture
def painter(monkeypatch: pytest.MonkeyPatch, pool: ProcessPool) -> PatientPainter:
    patient = PatientPainter()
    opened = partial(services.open_services, painters={"procedural": patient}, pool=pool, upkeep=False)
    monkeypatch.setattr(running, "open_services", opened)
    monkeypatch.setattr(services, "WORK_GRACE", 0.0)
    return patient


@asynccontextmanager
async def on_discord(server: DiscordServer, folder: Path) -> AsyncIterator[None]:
    """The bot runs until the end of the block, and is stopped then as by SIGTERM."""
    bot = asyncio.create_task(running.run_on_discord(settings_in(folder), TOKEN))
    try:
        await server.connected()
        yield
    finally:
        bot.cancel()
        await asyncio.gather(bot, return_exceptions=True)


@pytest.mark.parametrize("locale", ["ja", "en-US"])
async def test_a_stopped_bot_says_so_in_time_and_the_next_goes_on(
    server: DiscordServer, painter: PatientPainter, tmp_path: Path, locale: str
) -> None:
    words, haru = Words.for_locale(locale), server.member("Haru", locale=locale)
    async with on_discord(server, tmp_path):
        message = (await haru.slash("sticker", name="Leo")).message
        await painter.painting.wait()
        await server.world.until(lambda: words("stage-painting") in message.text)
    assert words("stage-resting") in message.text
    assert "10 %" in message.text
    painter.may_paint.set()
    async with on_discord(server, tmp_path):
        await server.world.until(lambda: message.shows("kiraseal-"))
    assert [each.id for each in server.world.channel.messages.values()] == [message.id]
    shares = [int(text.rsplit("▱", 1)[-1].split("%")[0]) for text in progress_of(message)]
    assert shares == sorted(shares), shares


def progress_of(message: object) -> list[str]:
    """What its bar said, from edit to edit."""
    texts = [
        "\n".join(part["content"] for part in version.components[0]["components"] if part["type"] == 10)
        for version in message.versions
        if version.components
    ]
    return [text for text in texts if "▱" in text]
