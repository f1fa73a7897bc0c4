"""Discord misbehaves: errors, limits, resets, slowness, a gateway that comes and goes, moderators, closed doors."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from tests.discordserver.troubles import Act as Conduct
from tests.discordserver.troubles import Calls, Delay, Fail, Garble, Overtaken, Reset, Trouble
from tests.discordserver.world import May
from tests.faults.fault import Arrange, Fault, Kind
from tests.faults.outcomes import Outcome
from tests.faults.points import Act, Point
from tests.faults.process import Bot
from tests.faults.scene import Order, Scene

STICKER = frozenset({Outcome.STICKER})
OR_REFUSED = frozenset({Outcome.STICKER, Outcome.REFUSED})
HISTORY = frozenset({Outcome.HISTORY})
OR_HISTORY = STICKER | HISTORY
TOKEN_DIES = timedelta(minutes=16)
PRIVATE = {"private": True}


def faults() -> tuple[Fault, ...]:
    """Every way in which Discord may behave."""
    return (*_of_the_last_edit(), *_of_the_answer(), *_of_progress(), *_of_the_gateway(), *_of_moderators())


def _of_the_last_edit() -> tuple[Fault, ...]:
    """What may happen to the one edit that matters."""
    conducts: dict[str, Conduct] = {
        "500 at the last edit": Fail(status=500),
        "502 at the last edit": Fail(status=502),
        "503 at the last edit": Fail(status=503),
        "500 though it was edited": Fail(status=500, after=True),
        "429 for a moment": Fail(status=429, retry_after=0.3),
        "429 for long": Fail(status=429, retry_after=4.0),
        "429 for everything": Fail(status=429, retry_after=0.5, is_global=True),
        "429 from a wall before Discord": Fail(status=429),
        "403 from a wall before Discord": Garble(status=403),
        "a page instead of an answer": Garble(after=True),
        "reset before the edit": Reset(),
        "reset after the edit": Reset(after=True),
        "a slow edit": Delay(seconds=3.0),
        "a slow answer to the edit": Delay(seconds=3.0, after=True),
        "an edit that hangs": Delay(),
        "an edit whose answer hangs": Delay(after=True),
        "token unknown": Fail(status=404, code=10015),
        "token invalid": Fail(status=401, code=50027),
        "401 without a reason": Fail(status=401),
        "400 without a reason": Fail(status=400),
    }
    every_time = ("token unknown", "token invalid", "401 without a reason")
    singles = [
        _fault(
            name, _last_edit(conduct, times=99 if name in every_time else 1), for_soak=name not in every_time
        )
        for name, conduct in conducts.items()
    ]
    return (
        *singles,
        _fault("three resets in a row", _last_edit(Reset(), times=3)),
        _fault("two 503 in a row", _last_edit(Fail(status=503), times=2)),
    )


def _of_the_answer() -> tuple[Fault, ...]:
    """What may happen to the acknowledgement: nothing is promised before it."""
    return (
        _fault("500 at the answer", _at(Calls.ANSWER, Fail(status=500)), ends=OR_REFUSED),
        _fault("reset before the answer", _at(Calls.ANSWER, Reset()), ends=OR_REFUSED),
        _fault("reset after the answer", _at(Calls.ANSWER, Reset(after=True)), ends=OR_REFUSED),
        _fault(
            "500 though it was answered", _at(Calls.ANSWER, Fail(status=500, after=True)), ends=OR_REFUSED
        ),
        _fault("an answer that is never heard of", _at(Calls.ANSWER, Delay(after=True)), ends=OR_REFUSED),
        _fault("reset after the answer, and as we say so", _answer_and_apology, ends=OR_REFUSED),
        _fault("an answer that comes late", _at(Calls.ANSWER, Delay(seconds=1.5)), ends=OR_REFUSED),
        _fault("an answer that comes too late", _at(Calls.ANSWER, Delay(seconds=3.5)), ends=OR_REFUSED),
    )


def _of_progress() -> tuple[Fault, ...]:
    """What may happen to the edits on the way, of which none is needed."""
    return (
        _fault("503 at every progress edit", _progress(Fail(status=503))),
        _fault("reset at a progress edit", _progress(Reset(), times=1)),
        _fault("a progress edit that hangs", _progress(Delay(), times=1)),
        Fault(
            name="a progress edit that is done after the last one",
            kind=Kind.DISCORD,
            arrange=_progress(Overtaken(seconds=4.0), times=1),
            meanwhile=_is_covered_and_shown_again,
            for_soak=False,
        ),
    )


def _of_the_gateway() -> tuple[Fault, ...]:
    return (
        _fault("gateway dropped in mid-work", _meanwhile(lambda scene: scene.discord.gateway.drop())),
        _fault("gateway dropped while an order comes", _dropped, ends=OR_REFUSED),
        _fault(
            "gateway asks to reconnect", _meanwhile(lambda scene: scene.discord.gateway.ask_to_reconnect())
        ),
        _fault("gateway session invalid", _meanwhile(lambda scene: scene.discord.gateway.invalidate())),
        _fault("gateway refuses for a while", _meanwhile(_drop_and_refuse)),
    )


def _of_moderators() -> tuple[Fault, ...]:
    """What people do to a message, a channel, a token's time or a door, while the work goes on."""
    of_one_order = (
        _fault("token older than 15 minutes", _meanwhile(_ages)),
        _fault("token older than 15 minutes, and the bot knows", _meanwhile(_ages_for_all)),
        _fault("token old, and the bot may see no more", _meanwhile(_ages_in_the_dark), ends=OR_HISTORY),
        _fault("private, and the token old", _meanwhile(_ages), ends=OR_HISTORY, **PRIVATE),
        _ordered("message deleted in mid-work", _delete_message, OR_HISTORY),
        _fault("channel deleted in mid-work", _meanwhile(_delete_channel), ends=OR_HISTORY),
        _ordered("channel deleted, direct messages allowed", _allow_and_delete, STICKER),
        _ordered("channel deleted, direct messages closed", _allow_and_close, HISTORY),
        _fault(
            "permissions taken in mid-work",
            _meanwhile(lambda scene: scene.discord.allow(scene.channel, May(0))),
        ),
        _fault("files no longer allowed, token old", _meanwhile(_ages_without_files), ends=OR_HISTORY),
        _fault("server's file limit smaller than the sticker", _small_limit, rarity="super-rare"),
        _fault(
            "server's file limit smaller than any picture", _tiny_limit, ends=OR_HISTORY | {Outcome.SENTENCE}
        ),
    )
    # The channel, the clock and the limit belong to everybody.
    return tuple(replace(fault, for_soak=False) for fault in of_one_order)


def _fault(
    name: str,
    arrange: Arrange,
    ends: frozenset[Outcome] = STICKER,
    *,
    for_soak: bool = True,
    **options: object,
) -> Fault:
    return Fault(name=name, kind=Kind.DISCORD, arrange=arrange, ends=ends, options=options, for_soak=for_soak)


def _ordered(name: str, happen: Callable[[Scene, Order], Awaitable[None]], ends: frozenset[Outcome]) -> Fault:
    """Something happens to the order itself, while its work is held."""

    async def arrange(scene: Scene) -> None:
        await scene.arm(Point.PAINTING, Act.HOLD)

    async def meanwhile(scene: Scene, orders: Sequence[Order]) -> None:
        await asyncio.gather(*(happen(scene, order) for order in orders))

    return Fault(name=name, kind=Kind.DISCORD, arrange=arrange, meanwhile=meanwhile, ends=ends)


def _at(calls: Calls, conduct: Conduct) -> Arrange:
    async def arrange(scene: Scene) -> None:
        scene.discord.trouble(Trouble(calls=calls, act=conduct))

    return arrange


def _last_edit(conduct: Conduct, times: int = 1) -> Arrange:
    async def arrange(scene: Scene) -> None:
        calls = Calls.EDIT_BY_TOKEN if times > 50 else Calls.EDIT
        scene.discord.trouble(Trouble(calls=calls, act=conduct, finished=True, times=times))

    return arrange


def _progress(conduct: Conduct, times: int = 5) -> Arrange:
    """The work waits, so that its message is edited; then it goes on."""

    async def arrange(scene: Scene) -> None:
        trouble = scene.discord.trouble(Trouble(calls=Calls.EDIT_BY_TOKEN, act=conduct, times=times))
        await scene.arm(Point.PAINTING, Act.HOLD)

        async def go_on(bot: Bot) -> None:
            await scene.discord.world.until(lambda: trouble.seen)
            trouble.times = min(times, trouble.seen)
            await bot.tell("release")

        scene.when_reached(Point.PAINTING, go_on)

    return arrange


def _meanwhile(happen: Callable[[Scene], object]) -> Arrange:
    """Something happens while the work is being painted, before it goes on."""

    async def arrange(scene: Scene) -> None:
        await scene.arm(Point.PAINTING, Act.HOLD)

        async def go_on(bot: Bot) -> None:
            happening = happen(scene)
            if asyncio.iscoroutine(happening):
                await happening
            await bot.tell("release")

        scene.when_reached(Point.PAINTING, go_on)

    return arrange


async def _is_covered_and_shown_again(scene: Scene, orders: Sequence[Order]) -> None:
    """The sticker, then a step of its progress over it, then the sticker once more."""
    (order,) = orders
    for shown in (True, False, True):
        await scene.discord.world.until(lambda now=shown: order.answer.message.shows("kiraseal-") is now)


async def _answer_and_apology(scene: Scene) -> None:
    scene.discord.trouble(Trouble(calls=Calls.ANSWER, act=Reset(after=True)))
    scene.discord.trouble(Trouble(calls=Calls.EDIT, act=Reset(), times=2))


async def _dropped(scene: Scene) -> None:
    scene.discord.gateway.drop()


def _drop_and_refuse(scene: Scene) -> None:
    scene.discord.gateway.refusing = 2
    scene.discord.gateway.drop()


def _ages(scene: Scene) -> None:
    scene.discord.world.clock.offset = TOKEN_DIES


async def _ages_for_all(scene: Scene) -> None:
    _ages(scene)
    await scene.running.tell("clock", TOKEN_DIES.total_seconds())


async def _ages_in_the_dark(scene: Scene) -> None:
    _ages(scene)
    await scene.discord.allow(scene.channel, May(0))


async def _ages_without_files(scene: Scene) -> None:
    _ages(scene)
    await scene.discord.allow(scene.channel, May.VIEW | May.READ_HISTORY)


async def _delete_channel(scene: Scene) -> None:
    await scene.discord.close_channel(scene.channel)


async def _allow_and_delete(scene: Scene, order: Order) -> None:
    await scene.written(order)
    await scene.running.tell("direct", order.member.person.id)
    await scene.discord.close_channel(scene.channel)
    await scene.running.tell("release")


async def _allow_and_close(scene: Scene, order: Order) -> None:
    order.member.person.takes_messages = False
    await _allow_and_delete(scene, order)


async def _delete_message(scene: Scene, order: Order) -> None:
    await scene.written(order)
    await scene.discord.delete(order.answer.message)
    await scene.running.tell("release")


async def _small_limit(scene: Scene) -> None:
    """The animation of a super-rare sticker is larger, its still is not."""
    scene.discord.world.file_limit = 400 * 1024


async def _tiny_limit(scene: Scene) -> None:
    scene.discord.world.file_limit = 8 * 1024
