"""The AI painter against an image server of our own: when the first picture comes, what equal orders and a day cost."""

import asyncio
import contextvars
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.table import Table

from bot.fonts import find_typefaces
from bot.services import drawing_pool
from bot.settings import Settings
from bot.stickers.members import Identity
from bot.stickers.request import PainterChoice
from bot.studio import Studio
from models import Charge, StickerDetail, UsageStats
from tests.bench.gauges import loop_wait, quantile
from tests.bench.rush import request
from tests.discord.harness import Stage, open_stage
from tests.discord.house import House, open_house, settings_in
from tests.imageserver.manners import Manner
from tests.imageserver.server import ImageServer, open_image_server

EQUAL, DAY, SLOWNESS = 50, 60, 20.0
"""Equal orders at one time; orders of a mixed day; seconds that the server needs for one drawing."""
TROUBLES = (Manner.WELL, Manner.WELL, Manner.BAD_BASE64, Manner.WELL, Manner.NO_QUOTA, Manner.ENDS_EARLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Times in seconds, money in millionths of a US dollar."""

    first_picture: float
    finished: float
    calls: int
    late: Sequence[float]
    orders: int
    stickers: int
    counted: int
    charged: int
    ledger: int
    cost: int


async def measure() -> Figures:
    """One slow drawing, then fifty equal orders, then a day of mixed use."""
    outside = contextvars.copy_context()
    pool = drawing_pool(Settings(_env_file=None).workers, find_typefaces())
    await pool.start()
    try:
        with tempfile.TemporaryDirectory() as folder:
            async with open_image_server() as host:
                settings = settings_in(
                    Path(folder),
                    openai_api_key="sk-bench",
                    openai_base_url=host.base_url,
                    waiting_limit=100,
                    ai_member_daily=1000,
                    ai_server_daily=1000,
                    ai_monthly_budget=1000,
                )
                async with open_house(settings, pool) as house:
                    return await _measure_in(house, host, outside)
    finally:
        await pool.stop()


async def _measure_in(house: House, host: ImageServer, outside: contextvars.Context) -> Figures:
    async with open_stage(house) as stage:
        first, finished = await _slow_drawing(stage, host)
    studio = house.services.studio
    async with loop_wait(outside) as late:
        before = len(host.ledger.drawings())
        for member in range(EQUAL):
            await _order(studio, member, 0)
        await house.idle()
        calls = len(host.ledger.drawings()) - before
    for number in range(DAY):
        host.conduct.manner = TROUBLES[number % len(TROUBLES)]
        await _order(studio, number % 7, 1 + number // 2)
        await house.idle()
    tokens = await UsageStats.all().values_list("total_tokens", flat=True)
    charges = await Charge.all().values_list("tokens", "cost_micros")
    return Figures(
        first_picture=first,
        finished=finished,
        calls=calls,
        late=late,
        orders=1 + EQUAL + DAY,
        stickers=await StickerDetail.all().count(),
        counted=sum(tokens),
        charged=sum(each for each, _ in charges),
        ledger=host.ledger.tokens,
        cost=sum(cost for _, cost in charges),
    )


async def _order(studio: Studio, member: int, idea: int) -> None:
    identity = Identity(discord_id=1000 + member, name=f"member {member}", avatar_url=None)
    # With AI alone: a failure must not become a sticker by hand, or nothing would be seen of it.
    await studio.order(identity, studio.design(request(idea)), painter=PainterChoice.AI)


async def _slow_drawing(stage: Stage, host: ImageServer) -> tuple[float, float]:
    """Seconds from the command to the first picture in its message, and to the finished sticker."""
    leave = asyncio.Semaphore(0)
    host.conduct.may_go_on = leave
    seen = asyncio.Event()

    def look(event: str, payload: Any) -> None:
        if event == "MESSAGE_UPDATE" and payload.get("attachments"):
            seen.set()

    stage.env.backend.subscribers.append(look)
    began = time.perf_counter()
    await stage.robin.slash("sticker", name="Leo", rarity="super-rare")
    await seen.wait()
    first = time.perf_counter() - began
    for _ in range(host.conduct.partials):
        await asyncio.sleep(SLOWNESS / host.conduct.partials)
        leave.release()
    await stage.settled()
    host.conduct.may_go_on = None
    return first, time.perf_counter() - began


def table_of(figures: Figures) -> Table:
    """The figures for people, with the aims beside them."""
    table = Table(title=f"The AI painter, against a server that needs {SLOWNESS:.0f} s a drawing")
    for heading in ("measured", "value", "aim"):
        table.add_column(heading, justify="left" if heading == "measured" else "right")
    p50, p99, most = (quantile(figures.late, share) * 1000 for share in (0.5, 0.99, 1.0))
    rows = [
        ("/sticker to the first picture", f"{figures.first_picture:.2f} s", "≤ 1.5 s"),
        ("/sticker to the finished sticker", f"{figures.finished:.1f} s", ""),
        (f"API calls for {EQUAL} equal orders at once", str(figures.calls), "1"),
        ("event loop wait, p50 / p99 / max", f"{p50:.1f} / {p99:.1f} / {most:.1f} ms", "p99 ≤ 20 ms"),
        (f"stickers of {figures.orders} orders", str(figures.stickers), ""),
        ("tokens: statistics / charges", f"{figures.counted} / {figures.charged}", "equal"),
        ("  tokens in the server's own ledger", str(figures.ledger), "equal"),
        ("  estimated cost", f"US$ {figures.cost / 1_000_000:.4f}", ""),
    ]
    for row in rows:
        table.add_row(*row)
    return table
