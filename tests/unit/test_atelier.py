"""Who paints in the end, what it cost, and what the member is told: the AI painter against a server of our own."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from bot import errors
from bot.atelier import AI, Atelier, Commission, Note, Painting
from bot.drawing.pictures import encode_art
from bot.painters.openai.painter import OpenAIPainter
from bot.painters.openai.receiving import receive
from bot.painters.painter import Art, Run, Show
from bot.stickers.design import Attribute, Design, Foil, FrameType, Rarity, Style
from bot.stickers.spending import Limits
from bot.storage.folder import Folder, Storage
from models import Charge, ImageCache, User, cuid
from tests.imageserver.manners import HandsOver, Manner
from tests.imageserver.pictures import cut_short, drawing
from tests.unit.painters.openai.conftest import access, host, open_server, run_here

__all__ = ["access", "host", "open_server"]

NOW = datetime(2024, 5, 5, 10, 20, 30, tzinfo=UTC)
LEON = Design(
    name="Leon",
    title="",
    prompt="a king",
    attribute=Attribute.HOLY,
    rarity=Rarity.RARE,
    style=Style(frame_type=FrameType.CLOUD, frame_color="gold", foil=Foil.KAKU),
)
BY_HAND = encode_art(np.full((8, 8, 4), 200, np.uint8))
FALLS_BACK = {
    Manner.BAD_KEY: errors.PainterKeyRefused,
    Manner.FORBIDDEN: errors.PainterKeyRefused,
    Manner.NO_QUOTA: errors.PainterQuotaSpent,
    Manner.BUSY: errors.PainterBusy,
    Manner.BROKEN: errors.PainterBroken,
    Manner.OVERLOADED: errors.PainterBroken,
    Manner.CUT: errors.DrawingMissing,
    Manner.ENDS_EARLY: errors.DrawingMissing,
    Manner.ERROR_EVENT: errors.PainterStumbled,
    Manner.BAD_JSON: errors.AnswerGarbled,
    Manner.BAD_BASE64: errors.DrawingBroken,
    Manner.REDIRECTS: errors.PainterUnable,
}
AT_ONCE = (Manner.BAD_KEY, Manner.FORBIDDEN, Manner.NO_QUOTA, Manner.REDIRECTS, Manner.BAD_BASE64)
"""What no second attempt can mend, or only for more money: a picture that was charged and is broken."""


class Hand:
    """A local painter."""

    name = "procedural"

    async def paint(self, design: Design, picture: bytes | None = None, show: Show | None = None) -> Art:
        return Art(data=BY_HAND)


@dataclass
class Clock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Bench:
    """An atelier, and what it showed on the way."""

    atelier: Atelier
    clock: Clock
    shown: list[bytes] = field(default_factory=list)

    async def paint(self, commission: Commission) -> Painting:
        async def show(art: bytes) -> None:
            self.shown.append(art)

        return await self.atelier.paint(commission, show)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def commission(database: object) -> Commission:
    user = await User.create(email=f"{cuid()}@users.invalid")
    return Commission(
        task_id="task",
        user_id=user.id,
        member=7,
        server_id=9,
        design=LEON,
        picture=None,
        painter=AI,
        fallback="procedural",
        is_last=True,
    )


@pytest.fixture
def open_bench(open_server, tmp_path: Path, clock: Clock) -> Callable[..., Bench]:
    def build(
        limits: Limits = Limits(),  # noqa: B008
        *,
        with_ai: bool = True,
        run: Run = run_here,
        storage: Storage | None = None,
        **access: object,
    ) -> Bench:
        atelier = Atelier(
            {"procedural": Hand()},
            OpenAIPainter(run, open_server(**access)) if with_ai else None,
            storage=storage or Folder(tmp_path),
            clock=clock,
            zone=ZoneInfo("UTC"),
            limits=limits,
            keep_for=timedelta(days=30),
        )
        return Bench(atelier, clock)

    return build


async def test_the_ai_painter_paints_and_its_charge_is_written_down(open_bench, commission, host) -> None:
    painting = await open_bench().paint(commission)
    assert (painting.painter, painting.note) == (AI, None)
    charge = await Charge.get()
    assert (charge.task_id, charge.user_id, charge.server_id) == ("task", commission.user_id, 9)
    assert charge.tokens == host.ledger.tokens > 0
    assert charge.cost_micros == (painting.art.receipt and painting.art.receipt.cost_micros)


async def test_the_first_picture_is_our_own_and_the_ai_painters_follow(open_bench, commission) -> None:
    bench = open_bench(partials=2)
    await bench.paint(commission)
    assert bench.shown[0] == BY_HAND
    assert len(bench.shown) >= 2


async def test_who_wants_no_ai_asks_nobody(open_bench, commission, host) -> None:
    painting = await open_bench().paint(replace(commission, painter="procedural", fallback=None))
    assert (painting.painter, painting.art.data, painting.note) == ("procedural", BY_HAND, None)
    assert host.ledger.asked == []


@pytest.mark.parametrize("manner", FALLS_BACK)
async def test_after_the_last_failure_the_local_painter_steps_in_and_says_so(
    manner: Manner, open_bench, commission, host
) -> None:
    host.conduct.manner = manner
    painting = await open_bench(moderation=False).paint(commission)
    assert (painting.painter, painting.art.data) == ("procedural", BY_HAND)
    assert painting.note == Note(key="note-by-hand")


@pytest.mark.parametrize("manner", FALLS_BACK)
async def test_what_another_attempt_may_mend_is_tried_again_first(
    manner: Manner, open_bench, commission, host
) -> None:
    host.conduct.manner = manner
    first = replace(commission, is_last=False)
    if manner in AT_ONCE:
        assert (await open_bench(moderation=False).paint(first)).painter == "procedural"
        return
    with pytest.raises(FALLS_BACK[manner]):
        await open_bench(moderation=False).paint(first)


@pytest.mark.parametrize("manner", FALLS_BACK)
async def test_who_wants_ai_alone_is_told_why_there_is_none(
    manner: Manner, open_bench, commission, host
) -> None:
    host.conduct.manner = manner
    with pytest.raises(FALLS_BACK[manner]) as caught:
        await open_bench(moderation=False).paint(replace(commission, fallback=None))
    assert isinstance(caught.value, errors.OF_THE_AI)


@pytest.mark.parametrize("manner", [Manner.REFUSES, Manner.REFUSES_MIDWAY])
async def test_what_is_refused_for_safety_is_not_drawn_by_another_hand_unasked(
    manner: Manner, open_bench, commission, host
) -> None:
    host.conduct.manner = manner
    with pytest.raises((errors.IdeaUnsafe, errors.DrawingUnsafe)):
        await open_bench(moderation=False).paint(commission)


async def test_words_are_checked_before_anything_is_spent(open_bench, commission, host) -> None:
    host.conduct.flags = ("king",)
    with pytest.raises(errors.IdeaUnsafe):
        await open_bench().paint(commission)
    assert host.ledger.drawings() == []
    assert await Charge.all().count() == 0


async def test_what_failed_before_it_was_charged_costs_nothing(open_bench, commission, host) -> None:
    host.conduct.manner = Manner.BROKEN
    await open_bench(moderation=False).paint(commission)
    assert host.ledger.charges == []
    assert await Charge.all().count() == 0


async def test_what_was_charged_and_spoilt_is_paid_all_the_same(open_bench, commission, host) -> None:
    host.conduct.picture = cut_short(drawing())
    painting = await open_bench().paint(commission)
    assert painting.painter == "procedural"
    assert sum(await Charge.all().values_list("tokens", flat=True)) == host.ledger.tokens > 0


async def test_equal_orders_at_one_time_are_painted_once(open_bench, commission, host) -> None:
    bench = open_bench()
    orders = [replace(commission, task_id=f"task{number}") for number in range(50)]
    paintings = await asyncio.gather(*(bench.paint(order) for order in orders))
    assert len(host.ledger.drawings()) == 1
    assert len({painting.art.data for painting in paintings}) == 1
    notes = [painting.note for painting in paintings]
    assert notes.count(None) == 1
    assert notes.count(Note(key="note-cached")) == 49
    assert sum(await Charge.all().values_list("tokens", flat=True)) == host.ledger.tokens


async def test_a_cached_picture_is_painted_anew_when_it_has_expired(
    open_bench, commission, host, clock
) -> None:
    bench = open_bench()
    await bench.paint(commission)
    clock.now += timedelta(days=29)
    assert (await bench.paint(replace(commission, task_id="next"))).note == Note(key="note-cached")
    clock.now += timedelta(days=2)
    assert (await bench.paint(commission)).note is None
    assert len(host.ledger.drawings()) == 2


async def test_a_cached_picture_whose_file_is_gone_is_painted_anew(
    open_bench, commission, host, tmp_path
) -> None:
    bench = open_bench()
    await bench.paint(commission)
    row = await ImageCache.get()
    (tmp_path / row.image_url.removeprefix("/")).unlink()
    assert (await bench.paint(commission)).note is None
    assert len(host.ledger.drawings()) == 2


@pytest.mark.parametrize(
    "change",
    [{"name": "Leona"}, {"prompt": "a queen"}, {"attribute": Attribute.DEVIL}, {"variation": 1}],
)
async def test_another_idea_is_another_picture(change, open_bench, commission, host) -> None:
    bench = open_bench()
    await bench.paint(commission)
    await bench.paint(replace(commission, design=replace(LEON, **change)))
    assert len(host.ledger.drawings()) == 2


@pytest.mark.parametrize(
    ("limits", "note"),
    [
        (Limits(member_daily=1), Note(key="note-member-limit", values={"limit": 1})),
        (Limits(server_daily=1), Note(key="note-server-limit", values={"limit": 1})),
        (Limits(monthly_micros=1), Note(key="note-budget-spent")),
    ],
)
async def test_beyond_the_limits_the_local_painter_steps_in_and_says_why(
    limits: Limits, note: Note, open_bench, commission, host
) -> None:
    bench = open_bench(limits)
    assert (await bench.paint(commission)).painter == AI
    second = replace(commission, design=replace(LEON, name="Leona"))
    painting = await bench.paint(second)
    assert (painting.painter, painting.note) == ("procedural", note)
    with pytest.raises(errors.AiRests):
        await bench.paint(replace(second, fallback=None))
    assert len(host.ledger.drawings()) == 1
    third = await bench.paint(replace(commission, task_id="third"))
    assert third.note == Note(key="note-cached"), "the cache has no limit"


async def test_without_an_ai_painter_an_order_for_one_is_drawn_by_hand(open_bench, commission) -> None:
    bench = open_bench(with_ai=False)
    assert (await bench.paint(commission)).note == Note(key="note-by-hand")
    with pytest.raises(errors.NoAiPainter):
        await bench.paint(replace(commission, fallback=None))


async def test_a_maker_that_is_cancelled_leaves_the_picture_to_the_next(open_bench, commission, host) -> None:
    host.conduct.manner = Manner.HANGS
    bench = open_bench(moderation=False)
    first = asyncio.create_task(bench.paint(commission))
    while not host.ledger.drawings():  # noqa: ASYNC110
        await asyncio.sleep(0)  # a ledger tells nobody
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    host.conduct.manner = Manner.WELL
    assert (await bench.paint(replace(commission, task_id="next"))).painter == AI
    assert await Charge.all().count() == 1


async def test_who_breaks_off_after_the_charge_still_pays_it(open_bench, commission, host) -> None:
    opening = asyncio.Event()

    async def run(function, *args):
        if function is receive:
            opening.set()
            await asyncio.Event().wait()
        return await run_here(function, *args)

    painting = asyncio.create_task(open_bench(run=run, partials=0).paint(commission))
    await opening.wait()
    painting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await painting
    assert (await Charge.get()).tokens == host.ledger.tokens > 0


async def test_who_breaks_off_while_it_is_drawn_has_had_a_picture_of_the_day(
    open_bench, commission, host
) -> None:
    host.conduct.manner = Manner.STALLS
    bench = open_bench(Limits(member_daily=1), partials=1)
    painting = asyncio.create_task(bench.paint(commission))
    while len(bench.shown) < 2:  # noqa: ASYNC110
        await asyncio.sleep(0)  # the first is our own
    painting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await painting
    host.conduct.manner = Manner.WELL
    again = await bench.paint(replace(commission, task_id="next"))
    assert again.note == Note(key="note-member-limit", values={"limit": 1})


async def test_a_charged_drawing_whose_address_never_answers_is_paid(open_bench, commission, host) -> None:
    host.conduct.streams, host.conduct.hands_over = False, HandsOver.NEVER
    painting = await open_bench(timeout=1.0).paint(replace(commission, is_last=False))
    assert painting.painter == "procedural", "another attempt would be charged, too"
    assert (await Charge.get()).tokens == host.ledger.tokens > 0


async def test_what_was_paid_is_handed_over_even_if_it_cannot_be_kept(
    open_bench, commission, host, tmp_path
) -> None:
    (tmp_path / "full").write_bytes(b"")
    painting = await open_bench(storage=Folder(tmp_path / "full")).paint(replace(commission, is_last=False))
    assert (painting.painter, painting.note) == (AI, None)
    assert await ImageCache.all().count() == 0


async def test_a_second_attempt_finds_what_the_first_paid_and_does_not_call_it_free(
    open_bench, commission, host
) -> None:
    bench = open_bench()
    await bench.paint(commission)
    assert (await bench.paint(commission)).note is None
    assert (await bench.paint(replace(commission, task_id="other"))).note == Note(key="note-cached")
    assert len(host.ledger.drawings()) == 1


async def test_an_attempt_that_was_overtaken_does_not_paint_beside_the_next(
    open_bench, commission, host
) -> None:
    bench = open_bench()
    await asyncio.gather(bench.paint(commission), bench.paint(commission))
    assert len(host.ledger.drawings()) == 1
