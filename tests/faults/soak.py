"""Members order and take back for minutes while anything breaks; then their own ledger is held against the tables."""

import asyncio
import random
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum

from rich.console import Console
from rich.table import Table

from bot.words import Words
from tests.bench.gauges import resident
from tests.discordserver.people import Member
from tests.faults.catalogue import FAULTS
from tests.faults.fault import Fault, Kind, nothing
from tests.faults.outcomes import Found, Outcome, look_at
from tests.faults.scene import Order, Scene, open_scene
from tests.imageserver.pictures import drawing

ENGLISH = Words.for_locale("en-US")
MEMBERS = 20
THINKS = (4.0, 30.0)
"""Seconds that a member lets pass between two orders: one or two stickers a second in all."""
TAKES_BACK, BRINGS_A_PICTURE = 0.15, 0.2
STRIKES = (2.0, 8.0)
"""Seconds between two faults."""
LAST_PART = 0.4
"""The share of the time, at its end, in which nothing is killed: memory can only be watched in a process that lives."""
LOOK_EVERY = 10.0
MEGABYTE = 1024 * 1024
RARITIES = ("normal", "normal", "normal", "rare", "super-rare")


class Seen(StrEnum):
    """What a member knows of an order, from Discord alone."""

    STICKER = "completed"
    CANCELLED = "cancelled"
    FAILED = "failed"
    NOTHING = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The memory of the bot and of its processes, in bytes, and how old the bot was, in seconds."""

    at: float
    pid: int
    age: float
    bot: int
    workers: int
    orders: int


@dataclass(slots=True)
class Soak:
    """What happened: the ledger of the members, the faults, the memory."""

    scene: Scene
    dice: random.Random
    orders: list[Order] = field(default_factory=list)
    struck: Counter[str] = field(default_factory=Counter)
    looks: list[Look] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)

    async def run(self, seconds: float) -> None:
        """Let it happen for so long, then let it come to rest."""
        await self.scene.up()
        async with asyncio.TaskGroup() as group:
            jobs = [group.create_task(self._live(self.scene.member())) for _ in range(MEMBERS)]
            jobs += [group.create_task(self._strike(seconds)), group.create_task(self._watch())]
            await asyncio.sleep(seconds)
            for job in jobs:
                job.cancel()
        await self.scene.calm()
        await self.scene.settled()

    async def _live(self, member: Member) -> None:
        while True:
            await asyncio.sleep(self.dice.uniform(*THINKS))
            options = {"picture": ("me.png", drawing())} if self.dice.random() < BRINGS_A_PICTURE else {}
            order = await self.scene.order(member, rarity=self.dice.choice(RARITIES), **options)
            self.orders.append(order)
            if order.answer.acknowledged and self.dice.random() < TAKES_BACK:
                await self._take_back(order)

    async def _take_back(self, order: Order) -> None:
        message = order.answer.message

        def button() -> str | None:
            return next((each for each in message.custom_ids if each.startswith("cancel:")), None)

        with suppress(TimeoutError):  # it was done sooner
            await order.member.press(message, await self.scene.discord.world.until(button, patience=3.0))

    async def _strike(self, seconds: float) -> None:
        """One fault after the other, of those that can happen among others."""
        fit = [fault for fault in FAULTS if fault.for_soak and fault.meanwhile is nothing]
        while True:
            await asyncio.sleep(self.dice.uniform(*STRIKES))
            gentle = time.monotonic() - self.began > seconds * (1 - LAST_PART)
            fault = self.dice.choice([each for each in fit if not (gentle and each.kind is Kind.KILLED)])
            await self._happen(fault)

    async def _happen(self, fault: Fault) -> None:
        await self.scene.up()
        with suppress(EOFError, AssertionError):  # it died of another fault just now
            await fault.arrange(self.scene)
            self.struck[fault.name] += 1

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(LOOK_EVERY)
            bot = await self.scene.up()
            with suppress(OSError, ValueError, IndexError):  # it, or one of its processes, has just died
                (own,) = resident(bot.pid)
                workers = sum(resident(*bot.descendants()))
                now = time.monotonic()
                look = Look(
                    at=now - self.began,
                    pid=bot.pid,
                    age=now - bot.began,
                    bot=own,
                    workers=workers,
                    orders=len(self.orders),
                )
                self.looks.append(look)


def seen_by_member(order: Order, scene: Scene) -> Seen:
    """What a member would say became of their order."""
    if not order.answer.acknowledged:
        return Seen.NOTHING
    message = order.answer.message
    if message.shows("kiraseal-"):
        return Seen.STICKER
    if message.text == ENGLISH("error-cancelled"):
        return Seen.CANCELLED
    written = scene.audit.ordered(order.name) is not None
    return Seen.FAILED if written else Seen.NOTHING


async def soak(minutes: float, seed: int) -> bool:
    """Run it and print what came of it. True when the ledger and the tables agree, and nothing is left open."""
    async with open_scene(KIRASEAL_MEMBER_DAILY=0, KIRASEAL_SERVER_DAILY=0) as scene:
        run = Soak(scene, random.Random(seed))
        await run.run(minutes * 60)
        return _report(run)


def _report(run: Soak) -> bool:
    console, scene = Console(soft_wrap=True), run.scene
    ledger = Counter(seen_by_member(order, scene).value for order in run.orders)
    totals = scene.audit.totals()
    wrong = [
        *(found.words for found in (look_at(scene, order) for order in run.orders) if _is_wrong(found)),
        *scene.audit.miscounted(),
        *scene.audit.missing(),
        *(f"{name}: {count}" for name, count in scene.audit.open_rows().items() if count),
        *(
            f"{kind.value}: {ledger[kind.value]} in the ledger, {totals[kind.value]} in the tables"
            for kind in (Seen.STICKER, Seen.CANCELLED, Seen.FAILED)
            if ledger[kind.value] != totals[kind.value]
        ),
    ]
    console.print(_ledger_table(run, ledger, totals), _memory_table(run))
    console.print(f"{sum(run.struck.values())} faults of {len(run.struck)} kinds, {scene.deaths} deaths")
    for each in wrong:
        console.print("✗", each, highlight=False)
    return not wrong


def _is_wrong(found: Found) -> bool:
    return found.doubled or found.outcome in (Outcome.LOST, Outcome.HANGING)


def _ledger_table(run: Soak, ledger: Counter[str], totals: dict[str, int]) -> Table:
    table = Table(title=f"{len(run.orders)} orders of {MEMBERS} members")
    for heading in ("", "members saw", "tables say"):
        table.add_column(heading, justify="right" if heading else "left")
    for kind in (Seen.STICKER, Seen.CANCELLED, Seen.FAILED):
        table.add_row(kind.value, str(ledger[kind.value]), str(totals[kind.value]))
    table.add_row("refused, nothing written", str(ledger[Seen.NOTHING.value]), "")
    table.add_row("stickers kept", "", str(totals["images"]))
    table.add_row("counted in the statistics", "", str(totals["counted"]))
    return table


def _memory_table(run: Soak) -> Table:
    """Every sixth look, and the last."""
    table = Table(title="memory")
    for heading in ("minute", "process", "its age", "bot", "its processes", "orders"):
        table.add_column(heading, justify="right")
    for look in [*run.looks[::6], *run.looks[-1:]]:
        table.add_row(
            f"{look.at / 60:.1f}",
            str(look.pid),
            f"{look.age:.0f} s",
            f"{look.bot / MEGABYTE:.0f} MB",
            f"{look.workers / MEGABYTE:.0f} MB",
            str(look.orders),
        )
    return table
