"""Every way in which a server fails: its own error, its own sentence, one request, and never a foreign exception."""

import asyncio
import socket

import httpx2
import openai
import pytest

from bot import errors
from bot.painters.openai import wire
from bot.painters.openai.failures import Course, translated
from bot.words import Language, Words
from tests.imageserver.manners import HandsOver, Manner
from tests.imageserver.pictures import bomb, cut_short, drawing
from tests.unit.painters.openai.conftest import KEY

STREAMED = {
    Manner.BAD_KEY: errors.PainterKeyRefused,
    Manner.FORBIDDEN: errors.PainterKeyRefused,
    Manner.NO_QUOTA: errors.PainterQuotaSpent,
    Manner.BUSY: errors.PainterBusy,
    Manner.REFUSES: errors.IdeaUnsafe,
    Manner.REFUSES_MIDWAY: errors.DrawingUnsafe,
    Manner.BROKEN: errors.PainterBroken,
    Manner.OVERLOADED: errors.PainterBroken,
    Manner.HANGS: errors.PainterSilent,
    Manner.STALLS: errors.PainterStalled,
    Manner.TRICKLES: errors.PainterStalled,
    Manner.CUT: errors.DrawingMissing,
    Manner.ENDS_EARLY: errors.DrawingMissing,
    Manner.ERROR_EVENT: errors.PainterStumbled,
    Manner.ERROR_OBJECT: errors.PainterStumbled,
    Manner.BAD_JSON: errors.AnswerGarbled,
    Manner.BAD_BASE64: errors.DrawingBroken,
    Manner.NOTHING: errors.DrawingMissing,
    Manner.REDIRECTS: errors.PainterUnable,
    Manner.PACKED: errors.AnswerGarbled,
}
IN_ONE_PIECE = {
    Manner.ERROR_OBJECT: errors.PainterStumbled,
    Manner.BAD_JSON: errors.AnswerGarbled,
    Manner.BAD_BASE64: errors.DrawingBroken,
    Manner.NOTHING: errors.DrawingMissing,
}
HASTY = {"timeout": 0.4, "silence": 0.2, "moderation": False}


async def failure(painter, design) -> errors.KirasealError:
    # Without a bound a painter that waits for ever would hang the run instead of failing it.
    async with asyncio.timeout(15):
        with pytest.raises(errors.KirasealError) as caught:
            await painter.paint(design())
    return caught.value


def said(error: errors.KirasealError) -> set[str]:
    return {Words(language).sentence(error) for language in Language}


@pytest.mark.parametrize("manner", STREAMED)
async def test_each_failure_has_its_own_error_after_one_request(
    manner: Manner, host, open_painter, design
) -> None:
    host.conduct.manner = manner
    hasty = HASTY if manner in (Manner.HANGS, Manner.STALLS, Manner.TRICKLES) else {"moderation": False}
    error = await failure(open_painter(**hasty), design)
    assert type(error) is STREAMED[manner]
    assert len(host.ledger.drawings()) == 1
    assert len(said(error)) == len(Language)
    assert KEY not in f"{error!r} {error.__cause__!r} {said(error)}"


async def test_a_pause_inside_the_stream_is_borne_for_less_time_than_the_whole_may_take(
    host, open_painter, design
) -> None:
    host.conduct.manner = Manner.STALLS
    error = await failure(open_painter(timeout=100.0, silence=0.2, moderation=False), design)
    assert type(error) is errors.PainterStalled


async def test_signs_of_life_do_not_lengthen_the_whole(host, open_painter, design) -> None:
    host.conduct.manner = Manner.TRICKLES
    error = await failure(open_painter(timeout=2.0, silence=100.0, moderation=False), design)
    assert (type(error), error.values) == (errors.PainterStalled, {"seconds": 2})


@pytest.mark.parametrize("manner", IN_ONE_PIECE)
async def test_a_server_that_does_not_stream_fails_alike(manner: Manner, host, open_painter, design) -> None:
    host.conduct.manner, host.conduct.streams = manner, False
    error = await failure(open_painter(moderation=False), design)
    assert type(error) is IN_ONE_PIECE[manner]
    assert len(host.ledger.drawings()) == 1


def test_every_manner_is_tried() -> None:
    tried = {*STREAMED, Manner.WELL, Manner.BAD_PARTIALS, Manner.RAW}
    assert set(Manner) == tried


@pytest.mark.parametrize(
    ("picture", "kind"),
    [
        (cut_short(drawing()), errors.DrawingBroken),
        (b"no picture at all", errors.DrawingBroken),
        (bomb(), errors.DrawingTooLarge),
    ],
)
async def test_what_was_charged_for_a_useless_picture_stands_on_the_error(
    picture: bytes, kind: type[errors.KirasealError], host, open_painter, design
) -> None:
    host.conduct.picture = picture
    error = await failure(open_painter(), design)
    assert type(error) is kind
    assert error.receipt is not None
    assert error.receipt.tokens == host.ledger.tokens == 1456
    assert error.receipt.cost_micros == 400 * 5 + 1056 * 30


@pytest.mark.parametrize("manner", [Manner.BAD_BASE64, Manner.NOTHING])
@pytest.mark.parametrize("streams", [True, False])
async def test_a_finished_event_without_a_picture_was_charged_too(
    manner: Manner, streams: bool, host, open_painter, design
) -> None:
    host.conduct.manner, host.conduct.streams = manner, streams
    error = await failure(open_painter(), design)
    charged = error.receipt.tokens if error.receipt else 0
    assert charged == host.ledger.tokens


@pytest.mark.parametrize(
    "manner", [Manner.BAD_KEY, Manner.BUSY, Manner.REFUSES, Manner.ENDS_EARLY, Manner.CUT]
)
async def test_what_was_not_drawn_has_no_receipt(manner: Manner, host, open_painter, design) -> None:
    host.conduct.manner = manner
    assert (await failure(open_painter(), design)).receipt is None
    assert host.ledger.tokens == 0


@pytest.mark.parametrize(
    ("header", "seconds"),
    [(None, None), ("7", 7.0), ("0.2", 1.0), ("soon", None), ("-3", None), ("nan", None), ("1e9", 86400.0)],
)
@pytest.mark.parametrize("manner", [Manner.BUSY, Manner.OVERLOADED])
async def test_a_wait_that_the_server_asks_for_is_told(
    manner: Manner, header: str | None, seconds: float | None, host, open_painter, design
) -> None:
    host.conduct.manner, host.conduct.retry_after = manner, header
    error = await failure(open_painter(), design)
    assert isinstance(error, errors.TryLater)
    assert error.retry_after == seconds
    assert errors.recalled(error.key, error.values).values == error.values


async def test_a_wait_may_be_a_date(host, open_painter, design) -> None:
    host.conduct.manner, host.conduct.retry_after = Manner.BUSY, "Fri, 31 Dec 2100 23:59:59 GMT"
    error = await failure(open_painter(), design)
    assert isinstance(error, errors.TryLater)
    assert error.retry_after == 86400


async def test_nobody_at_the_door_is_told(open_painter, design) -> None:
    with socket.socket() as taken:
        taken.bind(
            ("127.0.0.1", 0)
        )  # bound and not listening: connections are refused, and nobody else gets it
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        error = await failure(open_painter(base_url=address, moderation=False), design)
    assert type(error) is errors.PainterUnreachable


async def test_a_name_that_leads_nowhere_is_told(open_painter, design) -> None:
    error = await failure(open_painter(base_url="http://no-such-host.invalid/v1", moderation=False), design)
    assert type(error) is errors.PainterUnfound


async def test_a_connection_that_does_not_come_about_in_time_is_told() -> None:
    request = httpx2.Request("POST", "http://x")
    late = openai.APITimeoutError(request=request)
    late.__cause__ = httpx2.ConnectTimeout("late", request=request)
    assert type(translated(late, Course(model="m", patience=1))) is errors.PainterUnreachable


async def test_an_unknown_model_is_told_by_its_name(host, open_painter, design) -> None:
    error = await failure(open_painter(model="no-such-model"), design)
    assert type(error) is errors.PainterModelUnknown
    assert all("no-such-model" in sentence for sentence in said(error))


async def test_the_log_has_the_server_s_own_words(host, open_painter, design, caplog) -> None:
    caplog.set_level("INFO")
    host.conduct.manner, host.conduct.in_plain_words = Manner.FORBIDDEN, True
    await failure(open_painter(), design)
    assert "403: " in caplog.text
    assert "your organisation must be verified" in caplog.text
    assert KEY not in caplog.text


async def test_an_unknown_model_in_plain_words_is_told_too(host, open_painter, design) -> None:
    host.conduct.in_plain_words = True
    assert type(await failure(open_painter(model="no-such-model"), design)) is errors.PainterModelUnknown


@pytest.mark.parametrize("how", [HandsOver.ELSEWHERE, HandsOver.GONE])
async def test_an_address_elsewhere_is_not_followed_and_was_charged(
    how: HandsOver, host, open_painter, design
) -> None:
    host.conduct.streams, host.conduct.hands_over = False, how
    error = await failure(open_painter(), design)
    assert type(error) is errors.DrawingMissing
    assert error.receipt is not None
    assert "/files/seal.png" not in host.ledger.paths()


@pytest.mark.parametrize("status", [404, 405, 410, 501])
async def test_an_address_where_nothing_draws_is_told_after_one_request(
    status: int, host, open_painter, design
) -> None:
    host.conduct.manner, host.conduct.raw_status, host.conduct.raw = Manner.RAW, status, (b"nothing here",)
    error = await failure(open_painter(moderation=False), design)
    assert (type(error), error.values) == (errors.PainterUnable, {"status": status})
    assert len(host.ledger.drawings()) == 1


async def test_an_answer_in_one_piece_that_never_ends_is_given_up(host, open_painter, design) -> None:
    host.conduct.manner, host.conduct.streams = Manner.TRICKLES, False
    error = await failure(open_painter(timeout=1.0, moderation=False), design)
    assert type(error) is errors.PainterStalled


async def test_an_endless_answer_is_cut_off(host, open_painter, design, monkeypatch) -> None:
    monkeypatch.setattr(wire, "MOST_ANSWER", 2_000)
    assert type(await failure(open_painter(moderation=False), design)) is errors.DrawingTooLarge


@pytest.mark.parametrize("words", [{"flags": ("猫",)}])
async def test_a_flagged_idea_is_refused_before_anything_is_drawn(
    words: dict[str, tuple[str, ...]], host, open_painter, design
) -> None:
    host.conduct.flags = words["flags"]
    with pytest.raises(errors.IdeaUnsafe):
        await open_painter().paint(design(prompt="猫"))
    assert host.ledger.drawings() == []


async def test_a_check_that_hangs_is_no_permission(host, open_painter, design) -> None:
    host.conduct.checks_hang = True
    assert type(await failure(open_painter(check_timeout=0.2), design)) is errors.PainterSilent
    assert host.ledger.drawings() == []


@pytest.mark.parametrize(
    "answer",
    [{"results": []}, {"results": [{"flagged": "no"}]}, {"results": [{}]}, {"results": None}, [], "fine"],
)
async def test_a_check_without_a_verdict_is_no_permission(answer: object, host, open_painter, design) -> None:
    host.conduct.check = answer
    assert type(await failure(open_painter(), design)) is errors.AnswerGarbled
    assert host.ledger.drawings() == []


def test_no_two_failures_share_a_sentence() -> None:
    kinds = {*STREAMED.values(), errors.PainterUnreachable, errors.PainterUnfound, errors.DrawingTooLarge}
    kinds |= {errors.PainterModelUnknown, errors.PainterBlind}
    values = {"model": "m", "status": 500, "seconds": 3, "retry_after": 0}
    for language in Language:
        sentences = [Words(language).sentence(kind(**values)) for kind in kinds]
        assert len(set(sentences)) == len(kinds)


def test_a_refusal_is_the_asker_s_and_is_not_tried_again() -> None:
    assert issubclass(errors.IdeaUnsafe, errors.Refused)
    assert issubclass(errors.DrawingUnsafe, errors.Refused)
    assert issubclass(errors.PainterBlind, errors.Refused)
