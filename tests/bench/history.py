"""The binder at depth: what a page costs, the first and the last ones, on shelves of many stickers. Draws nothing."""

import random
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from rich.table import Table

from bot.database import Database, migrate
from bot.stickers.design import Attribute, Design, Foil, FrameType, Rarity, Style
from bot.stickers.history import Scope, page, page_at
from bot.stickers.shelf import PAGE_SIZE, Shelf, Turn, Way, Whose
from models import Favourite, GeneratedImage, StickerDetail, User, cuid
from models.statements import current, run

SERVER = 7
ROUNDS = 15
SHELVES: Mapping[str, Shelf] = {
    "mine": Shelf(),
    "a member's": Shelf(owner=1),
    "this server's": Shelf(whose=Whose.SERVER),
    "favourites (a tenth)": Shelf(whose=Whose.FAVOURITES),
    "mine, devils": Shelf(attribute=Attribute.DEVIL),
    "mine, super rare angels": Shelf(attribute=Attribute.ANGEL, rarity=Rarity.SUPER_RARE),
    "mine, searched": Shelf(search="王7"),
}


async def measure(count: int) -> Mapping[str, Mapping[str, float]]:
    """Median milliseconds by shelf and step, over `count` stickers of one member, on SQLite."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"file:{Path(folder) / 'bench.db'}"
        await migrate(url)
        async with Database.open(url):
            owner, guest = [await User.create(email=f"{cuid()}@users.invalid") for _ in range(2)]
            await fill(owner.id, count, SERVER)
            await fill(guest.id, count, SERVER + 1)
            await run(current(), "ANALYZE")
            return {name: await _steps(shelf, owner.id, guest.id) for name, shelf in SHELVES.items()}


async def fill(owner_id: str, count: int, server_id: int) -> None:
    """Give the owner that many stickers, a tenth of them private, another tenth liked by themselves."""
    dice, begun = random.Random(7), datetime(2026, 1, 1, tzinfo=UTC)
    images, details, likes = [], [], []
    for number in range(count):
        design, made_at, sticker_id = _design(dice, number), begun + timedelta(minutes=number), cuid()
        images.append(_image(sticker_id, owner_id, design, made_at))
        private = number % 10 == 3
        details.append(_detail(images[-1], design, server_id, private=private))
        if number % 10 == 5:
            likes.append(Favourite(user_id=owner_id, sticker_id=sticker_id, created_at=made_at))
    for model, made in ((GeneratedImage, images), (StickerDetail, details), (Favourite, likes)):
        await model.bulk_create(made, batch_size=500)


def table_of(count: int, measured: Mapping[str, Mapping[str, float]]) -> Table:
    """The times, for people."""
    steps = list(next(iter(measured.values())))
    table = Table(title=f"Reading a binder page of {count:,} stickers, ms (medians, SQLite)")
    for heading in ("shelf", *steps, "last / first"):
        table.add_column(heading, justify="left" if heading == "shelf" else "right")
    for name, times in measured.items():
        ratio = times["last page, by key"] / times["first page, by key"]
        table.add_row(name, *(f"{times[step]:.2f}" for step in steps), f"{ratio:.2f}")
    return table


async def _steps(shelf: Shelf, owner_id: str, guest_id: str) -> Mapping[str, float]:
    viewer = guest_id if shelf.owner else owner_id
    scope = Scope(shelf=shelf, viewer_id=viewer, owner_id=owner_id, server_id=SERVER)
    first = await page(scope)
    last = await page_at(scope, first.pages)
    middle = await page_at(scope, first.pages // 2)
    steps: Mapping[str, Callable[[], Awaitable[object]]] = {
        "opened": lambda: page(scope),
        "first page, by key": lambda: page(scope, first.here),
        "last page, by key": lambda: page(scope, last.here),
        "and counted anew": lambda: page(scope, _stale(last.here)),
        "jump to the middle": lambda: page_at(scope, first.pages // 2),
        "jump to the end": lambda: page_at(scope, first.pages),
    }
    assert middle.entries
    return {name: await _timed(step) for name, step in steps.items()}


def _stale(turn: Turn | None) -> Turn:
    assert turn is not None
    return replace(turn, way=Way.HERE, seen="0.0")


async def _timed(step: Callable[[], Awaitable[object]]) -> float:
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        await step()
        taken.append(time.perf_counter() - began)
    return 1000 * median(taken)


def _design(dice: random.Random, number: int) -> Design:
    return Design(
        name=f"{dice.choice('炎氷雷光闇')}王{number}",
        title=f"第{number // PAGE_SIZE}弾",
        prompt="a king of the hills with a lantern and a very long cloak",
        attribute=dice.choice(list(Attribute)),
        rarity=dice.choices(list(Rarity), (60, 30, 10))[0],
        style=Style(frame_type=FrameType.CLOUD, frame_color="gold", foil=Foil.KAKU),
    )


def _image(sticker_id: str, owner_id: str, design: Design, made_at: datetime) -> GeneratedImage:
    return GeneratedImage(
        id=sticker_id,
        user_id=owner_id,
        image_url=f"/images/{sticker_id}.webp",
        prompt=design.prompt,
        title=design.title,
        character_name=design.name,
        attribute=design.attribute.value,
        rarity=design.rarity.value,
        background_color=design.background,
        effects="{}",
        style="{}",
        created_at=made_at,
    )


def _detail(image: GeneratedImage, design: Design, server_id: int, *, private: bool) -> StickerDetail:
    return StickerDetail(
        sticker_id=image.id,
        owner_id=image.user_id,
        server_id=server_id,
        channel_id=1,
        private=private,
        painter="procedural",
        renderer_version=1,
        design=design.to_json(),
        created_at=image.created_at,
    )
