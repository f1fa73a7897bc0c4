"""What a fault is: how it is arranged, what may come of it, and how it is tried once."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from tests.faults.outcomes import Found, Outcome, look_at
from tests.faults.scene import PATIENCE, Order, Scene

Arrange = Callable[[Scene], Awaitable[None]]
Meanwhile = Callable[[Scene, Sequence[Order]], Awaitable[None]]


class Kind(StrEnum):
    """What breaks."""

    KILLED = "killed"
    DISCORD = "discord"
    MACHINE = "machine"


async def nothing(*_: object) -> None:
    """Nothing is arranged, or nothing happens meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is arranged before the orders, what happens after they were answered, and which outcomes are well."""

    name: str
    kind: Kind
    arrange: Arrange = nothing
    meanwhile: Meanwhile = nothing
    orders: int = 1
    options: dict[str, Any] = field(default_factory=dict)
    ends: frozenset[Outcome] = frozenset({Outcome.STICKER})
    patience: float = PATIENCE
    is_long: bool = False
    """Whether `make test` leaves it to `make faults`."""
    for_soak: bool = True
    """Whether it can happen among others: it strikes by itself, and harms only its own orders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one trial came to. `seconds` from the first order until all was settled."""

    tried: int = 0
    lost: int = 0
    doubled: int = 0
    hanging: int = 0
    untouched: int = 0
    """What was arranged and never happened: such a trial proves nothing."""
    seconds: float = 0.0
    words: tuple[str, ...] = ()

    @property
    def well(self) -> bool:
        return self.tried > 0 and not (self.lost or self.doubled or self.hanging or self.untouched)


async def attempt(scene: Scene, fault: Fault) -> Result:
    """Try a fault once: arrange, order, wait until all has recovered, and look at what came of it."""
    await scene.up()
    await scene.new_channel()
    began = time.perf_counter()
    try:
        await fault.arrange(scene)
        orders = await asyncio.gather(*(scene.order(**fault.options) for _ in range(fault.orders)))
        await fault.meanwhile(scene, orders)
        await scene.settled(orders, fault.patience)
        seconds = time.perf_counter() - began
        # What strikes after the end must change nothing either: wait for it, and for what it brings.
        await scene.struck()
        await scene.up()
        await scene.settled(orders, fault.patience)
        return judge(scene, fault, orders, seconds)
    finally:
        await scene.calm()


def judge(scene: Scene, fault: Fault, orders: Sequence[Order], seconds: float) -> Result:
    """Compare what came of the orders with what may."""
    found = [look_at(scene, order) for order in orders]
    miscounted, missing = scene.audit.miscounted(), scene.audit.missing()
    words = [each.words for each in found if each.doubled or each.outcome not in fault.ends]
    untouched = scene.untouched()
    return Result(
        tried=len(orders),
        lost=sum(_is_lost(each, fault) for each in found) + len(missing),
        doubled=sum(each.doubled for each in found) + len(miscounted),
        hanging=sum(each.outcome is Outcome.HANGING for each in found),
        untouched=len(untouched),
        seconds=seconds,
        words=(*words, *(f"never happened: {each}" for each in untouched), *miscounted, *missing),
    )


def _is_lost(found: Found, fault: Fault) -> bool:
    return found.outcome not in {*fault.ends, Outcome.HANGING}
