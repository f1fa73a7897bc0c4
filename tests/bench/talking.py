"""How soon the bot responds to each command and button, idle and with its pool busy, and how soon a picture is seen."""

import asyncio
import contextvars
import itertools
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import discord
import simcord
from discord import SelectOption
from discord.ui import ActionRow, Item, LayoutView
from rich.table import Table

from bot.fonts import find_typefaces
from bot.painters.procedural.figure import draw_procedural
from bot.pipeline.pool import ProcessPool
from bot.rendering import jobs
from bot.rendering.typefaces import Typefaces
from bot.services import drawing_pool
from bot.settings import Settings
from bot.stickers.design import Design
from bot.stickers.shelf import Shelf
from bot.stickers.wardrobe import Wardrobe
from cogs import buttons, drafts, fitting_room, leaves, rules_card, seal_buttons
from cogs.beginning import NOWHERE
from models import GeneratedImage, Task
from tests.bench.ear import Ear
from tests.bench.gauges import quantile
from tests.bench.rush import designs, request
from tests.discord.harness import Member, Reply, Stage, open_stage
from tests.discord.house import House, open_house, settings_in

SAMPLES = 8
"""How many different stickers are drawn to compare with."""
RARITIES = ("normal", "rare", "super-rare")
FIRST_RESPONSE, FIRST_PICTURE = 0.3, 1.5
"""Seconds, the aims."""
DRESS = (NOWHERE, str(Wardrobe()))
ODDS = {"ai": "auto", "language": "reader", "private": "shared"}
Act = Callable[["Room", int], Awaitable[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was heard idle and busy; `drawing` is the seconds that one sticker takes the idle pool, in the same run."""

    idle: Ear
    busy: Ear
    drawing: float
    workers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A stage with somebody who owns a seal and manages the server."""

    stage: Stage
    owner: Member
    seal: str

    async def press(self, kind: type[buttons.LastingButton], *values: str) -> Reply:
        """Press a button as it would stand under any message."""
        return await self.owner.press(await self._posted(kind.make("x", *values)))

    async def choose(self, menu: Item[Any], *values: str) -> Reply:
        """Choose from a menu."""
        return await self.owner.choose(await self._posted(menu), *values)

    async def _posted(self, item: Item[Any]) -> Reply:
        view = LayoutView(timeout=None).add_item(ActionRow(item))
        channel, env = self.owner.channel, self.stage.env
        sent = await self.stage.bot.get_partial_messageable(channel.id).send(view=view)
        return Reply(env, simcord.ResponseMessage(env, env.backend.get_message(channel.id, sent.id)))


def slash(command: str, **options: object) -> Act:
    async def act(room: Room, number: int) -> object:
        return await room.owner.slash(command, **options)

    return act


def order(rarity: str) -> Act:
    async def act(room: Room, number: int) -> object:
        return await room.owner.slash(
            "sticker", name=f"Leo {number}", prompt=f"a lion {number}", rarity=rarity
        )

    return act


def press(kind: type[buttons.LastingButton], *values: str, seal: bool = True) -> Act:
    """Press a button of the seal, or, without `seal`, one that belongs to none."""

    async def act(room: Room, number: int) -> object:
        return await room.press(kind, *((room.seal, *values) if seal else values))

    return act


async def cancel(room: Room, number: int) -> object:
    """Take an order back that was just placed."""
    await room.owner.slash("sticker", name=f"Gone {number}", rarity="normal")
    task = await Task.all().order_by("-created_at").first()
    return await room.press(buttons.CancelButton, str(task.id)) if task else None


async def turn(room: Room, number: int) -> object:
    return await room.press(leaves.TurnButton, "o", str(Shelf(owner=room.owner.id)))


async def pick(room: Room, number: int) -> object:
    menu = leaves.PickMenu.make("x", [SelectOption(label="x", value=room.seal)])
    return await room.choose(menu, room.seal)


async def take(room: Room, number: int) -> object:
    menu = seal_buttons.TakeMenu.make("x", [SelectOption(label="x", value="png")], room.seal)
    return await room.choose(menu, "png")


async def wear(room: Room, number: int) -> object:
    options = [SelectOption(label="x", value="gem")]
    menu = fitting_room.DressMenu.make("x", options, "frame", room.seal, *DRESS)
    return await room.choose(menu, "gem")


async def rules(room: Room, number: int) -> object:
    for rule, value in ODDS.items():
        await room.choose(rules_card.RuleMenu.make(None, [SelectOption(label="x", value=value)], rule), value)
    return await room.choose(rules_card.ChannelsMenu.make("x", []))


ORDER = "/sticker with an idea, {}"
LOOKS = ("Favourite", "Unfavourite", "Tilt", "Still", "Back", "Open", "More")
ACTS: Mapping[str, Iterable[Act]] = {
    **{ORDER.format(rarity): [order(rarity)] for rarity in RARITIES},
    "/sticker, its form": [slash("sticker")],
    "/history": [slash("history")],
    "/stats": [slash("stats")],
    "/settings": [slash("settings")],
    "/help": [slash("help")],
    "/privacy": [slash("privacy")],
    "a seal: look, favourite, more": [press(getattr(seal_buttons, f"{name}Button")) for name in LOOKS],
    "a seal: as a file": [take],
    "a seal: again, trio, as a new one": [
        press(seal_buttons.AgainButton),
        press(seal_buttons.TrioButton),
        press(fitting_room.AsNewButton, *DRESS),
    ],
    "a seal: share, ask to delete": [
        press(seal_buttons.UnshareButton, NOWHERE),
        press(seal_buttons.ShareButton, NOWHERE),
        press(seal_buttons.DeleteButton, NOWHERE),
        press(seal_buttons.StayButton),
    ],
    "the fitting room": [
        press(seal_buttons.RedressButton),
        wear,
        press(fitting_room.WordsButton, *DRESS),
        press(fitting_room.PutOnButton, *DRESS),
    ],
    "the binder: turn, open one": [turn, pick],
    "cancel": [cancel],
    "make one, edit": [press(drafts.MakeButton, seal=False), press(drafts.EditButton, "", seal=False)],
    "menus of /settings": [rules],
    "buttons of /privacy": [
        press(buttons.DirectButton, "on", seal=False),
        press(buttons.ForgetButton, seal=False),
        press(buttons.KeepButton, seal=False),
        press(buttons.ExportButton, seal=False),
    ],
}


async def measure(rounds: int) -> Figures:
    """Do everything `rounds` times, first with an idle pool, then with one that never rests."""
    outside = contextvars.copy_context()
    faces, workers = find_typefaces(), Settings(_env_file=None).workers
    pool = drawing_pool(workers, faces)
    await pool.start()
    try:
        async with _house(pool) as house:
            drawn = designs(house.services.studio, [request(number) for number in range(SAMPLES)])
            drawing = await _drawing(pool, faces, drawn)
            idle = await _heard(house, rounds)
        async with _house(pool) as house, _busy(pool, faces, drawn, outside):
            busy = await _heard(house, rounds)
    finally:
        await pool.stop()
    return Figures(idle=idle, busy=busy, drawing=drawing, workers=workers)


@asynccontextmanager
async def _house(pool: ProcessPool) -> AsyncIterator[House]:
    limits = {"waiting_limit": 100, "member_daily": 0, "server_daily": 0}
    with tempfile.TemporaryDirectory() as folder:
        async with open_house(settings_in(Path(folder), workers=pool.size, **limits), pool) as house:
            yield house


async def _heard(house: House, rounds: int) -> Ear:
    async with open_stage(house) as stage:
        room, ear = await _furnished(stage), Ear(stage)
        for number in range(rounds):
            for label, acts in ACTS.items():
                for act in acts:
                    with ear.listening(label):
                        await act(room, number)
                    await stage.settled()
        return ear


async def _furnished(stage: Stage) -> Room:
    manages = discord.Permissions(manage_guild=True)
    owner = await stage.newcomer("owner", stage.guild.create_role("keepers", permissions=manages))
    await owner.slash("sticker", name="Leo", rarity="super-rare")
    await stage.settled()
    return Room(stage=stage, owner=owner, seal=str((await GeneratedImage.get()).id))


async def _draw(pool: ProcessPool, faces: Typefaces, design: Design) -> None:
    """One sticker as the bot draws it, without the bot."""
    art = await pool(draw_procedural, design)
    await pool(jobs.render_draft, design, art, faces)
    await pool(jobs.render_sticker, design, art, faces, animate=True)


async def _drawing(pool: ProcessPool, faces: Typefaces, drawn: Sequence[Design]) -> float:
    """Seconds for one sticker, the middle of several."""
    took = []
    for design in drawn:
        began = time.perf_counter()
        await _draw(pool, faces, design)
        took.append(time.perf_counter() - began)
    return median(took)


@asynccontextmanager
async def _busy(
    pool: ProcessPool, faces: Typefaces, drawn: Sequence[Design], outside: contextvars.Context
) -> AsyncIterator[None]:
    """More work than the pool has processes, until the block is left."""

    async def slot() -> None:
        for design in itertools.cycle(drawn):
            await _draw(pool, faces, design)

    spawn = asyncio.get_running_loop().create_task
    # Outside of SimCord's scope: it waits for whatever is at work inside.
    slots = [outside.copy().run(spawn, slot()) for _ in range(pool.size + 1)]
    try:
        yield
    finally:
        for each in slots:
            each.cancel()
        await asyncio.gather(*slots, return_exceptions=True)


def tables_of(figures: Figures) -> Iterator[Table]:
    """The figures for people, with the aims beside them."""
    title = f"From a press to the first response (aim < {FIRST_RESPONSE * 1000:.0f}) and to what it says: p50/p99 in ms"
    table = Table("pressed", "idle", "pool busy", "answer", "pool busy", title=title)
    for label in ACTS:
        responded = [_milliseconds(ear.waits(label)) for ear in (figures.idle, figures.busy)]
        answered = [_milliseconds(ear.waits(label, "answered")) for ear in (figures.idle, figures.busy)]
        table.add_row(label, *responded, *answered)
    yield table
    drawing = f"one seal takes {figures.drawing * 1000:.0f} ms to draw, {figures.workers} workers"
    title = f"From /sticker to the first picture (aim < {FIRST_PICTURE * 1000:.0f}), p50/p99 in ms; {drawing}"
    table = Table("first picture", "ms", "drawings", "drafts", title=title)
    for state, ear in (("idle", figures.idle), ("pool busy", figures.busy)):
        for rarity in RARITIES:
            table.add_row(f"{rarity}, {state}", *_picture(ear, ORDER.format(rarity), figures.drawing))
    yield table


def _picture(ear: Ear, label: str, drawing: float) -> list[str]:
    """How soon a picture is seen, in milliseconds and in drawings of one seal; how many were drafts first."""
    waits = ear.waits(label, "pictured")
    drafted = sum(each.picture == "draft.webp" for each in ear.heard[label])
    ratio = f"{quantile(waits, 0.5) / drawing:.2f}"
    return [_milliseconds(waits), ratio, f"{drafted} of {len(waits)}"]


def _milliseconds(seconds: Sequence[float]) -> str:
    if not seconds:
        return "-"
    return "/".join(f"{quantile(seconds, share) * 1000:.0f}" for share in (0.5, 0.99))
