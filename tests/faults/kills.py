"""The bot is killed: at each point of a task's life, while it speaks with Discord, as it starts and as it ends."""

import signal
from collections.abc import Sequence

from bot.pipeline.seam import ATTEMPTS
from tests.discordserver.troubles import Calls, Delay, Meanwhile, Trouble
from tests.faults.fault import Arrange, Fault, Kind
from tests.faults.outcomes import Outcome
from tests.faults.points import Act, Arm, Point
from tests.faults.scene import PATIENCE, Order, Scene
from tests.imageserver.pictures import drawing

CUT_OFF = frozenset({Outcome.REFUSED, Outcome.CUT_OFF})
NOT_PROMISED = CUT_OFF | {Outcome.STICKER}
TOLD = frozenset({Outcome.SENTENCE})
POINTS = (
    Point.WRITTEN,
    Point.WAITING,
    Point.CLAIMED,
    Point.PAINTING,
    Point.COMPOSING,
    Point.STORING_ART,
    Point.STORING_STILL,
    Point.HALF_A_FILE,
    Point.WHOLE_FILE,
    Point.JUDGING,
    Point.RECORDING,
    Point.JUDGED,
    Point.DELIVERING,
    Point.DELIVERED,
    Point.CLOSED,
)
"""Where a row stands already: whatever happens, the sticker comes."""


def faults() -> tuple[Fault, ...]:
    """Every way to be killed."""
    return (
        *(_killed(f"killed when {point}", _armed(point, Act.KILL)) for point in POINTS),
        _killed("killed when acknowledged", _armed(Point.ACKNOWLEDGED, Act.KILL), CUT_OFF),
        _killed("killed while answering", _killed_in(Calls.ANSWER), CUT_OFF),
        _killed("killed while showing progress", _killed_in(Calls.EDIT)),
        _killed("killed while posting, before Discord has it", _killed_in(Calls.EDIT, finished=True)),
        _killed(
            "killed while posting, after Discord has it", _killed_in(Calls.EDIT, finished=True, after=True)
        ),
        _killed("killed with three orders open", _armed(Point.COMPOSING, Act.KILL), NOT_PROMISED, orders=3),
        _killed("killed twice at one task", _killed_twice),
        _killed("killed as it starts", _killed_as_it_starts),
        _killed("killed as it ends", _killed_as_it_ends),
        Fault(
            name="a task that kills whoever works at it",
            kind=Kind.KILLED,
            arrange=_poisoned,
            ends=TOLD,
            for_soak=False,
        ),
        Fault(name="asked to end in mid-work", kind=Kind.KILLED, meanwhile=_asked_to_end, orders=3),
        Fault(
            name="asked to end before an order is written",
            kind=Kind.KILLED,
            arrange=_uploads_hang,
            meanwhile=_asked_and_ended,
            options={"picture": ("me.png", drawing())},
            ends=frozenset({Outcome.REFUSED}),
            for_soak=False,
        ),
        Fault(name="asked to end while it paints for long", kind=Kind.KILLED, arrange=_asked_in_mid_paint),
        Fault(
            name="frozen past its lease beside another",
            kind=Kind.KILLED,
            arrange=_freezes,
            meanwhile=_thawed,
            for_soak=False,
        ),
        Fault(
            name="two at once on one database",
            kind=Kind.KILLED,
            arrange=_beside_another,
            orders=6,
            for_soak=False,
        ),
        Fault(
            name="one of two killed",
            kind=Kind.KILLED,
            arrange=_one_of_two_killed,
            orders=3,
            ends=NOT_PROMISED,
            for_soak=False,
        ),
    )


def _killed(name: str, arrange: Arrange, ends: frozenset[Outcome] | None = None, orders: int = 1) -> Fault:
    usual = frozenset({Outcome.STICKER})
    return Fault(name=name, kind=Kind.KILLED, arrange=arrange, orders=orders, ends=ends or usual)


def _armed(point: Point, act: Act) -> Arrange:
    async def arrange(scene: Scene) -> None:
        await scene.arm(point, act)

    return arrange


def _killed_in(calls: Calls, *, finished: bool = False, after: bool = False) -> Arrange:
    async def arrange(scene: Scene) -> None:
        bot = scene.running
        kill = Meanwhile(happen=lambda: bot.send(signal.SIGKILL), after=after, instead=not after)
        scene.discord.trouble(Trouble(calls=calls, act=kill, finished=finished))

    return arrange


async def _killed_twice(scene: Scene) -> None:
    scene.armed_starts.append((Arm(point=Point.COMPOSING, act=Act.KILL),))
    await scene.arm(Point.PAINTING, Act.KILL)


async def _killed_as_it_starts(scene: Scene) -> None:
    scene.armed_starts.append((Arm(point=Point.STARTING, act=Act.KILL),))
    await scene.arm(Point.PAINTING, Act.KILL)


async def _killed_as_it_ends(scene: Scene) -> None:
    await scene.arm(Point.DRAINING, Act.KILL)
    await _asked_in_mid_paint(scene)


async def _poisoned(scene: Scene) -> None:
    kill = Arm(point=Point.PAINTING, act=Act.KILL)
    scene.armed_starts += [(kill,)] * (ATTEMPTS - 1)
    await scene.arm(Point.PAINTING, Act.KILL)


async def _asked_to_end(scene: Scene, orders: Sequence[Order]) -> None:
    scene.running.send(signal.SIGTERM)


async def _uploads_hang(scene: Scene) -> None:
    scene.discord.trouble(Trouble(calls=Calls.DOWNLOAD, act=Delay()))


async def _asked_and_ended(scene: Scene, orders: Sequence[Order]) -> None:
    bot = scene.running
    bot.send(signal.SIGTERM)
    await bot.ended(patience=PATIENCE)


async def _asked_in_mid_paint(scene: Scene) -> None:
    await scene.arm(Point.PAINTING, Act.HOLD)
    scene.when_reached(Point.PAINTING, lambda bot: bot.send(signal.SIGTERM))


async def _freezes(scene: Scene) -> None:
    await scene.arm(Point.PAINTING, Act.FREEZE)


async def _thawed(scene: Scene, orders: Sequence[Order]) -> None:
    """Another one takes over; then the frozen one wakes up, and is given time to write what it likes."""
    frozen = scene.running
    await scene.another()
    await scene.settled(orders)
    frozen.send(signal.SIGCONT)
    await frozen.stop()


async def _beside_another(scene: Scene) -> None:
    await scene.another()


async def _one_of_two_killed(scene: Scene) -> None:
    await scene.another()
    await scene.arm(Point.COMPOSING, Act.KILL)
