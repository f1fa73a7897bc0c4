import asyncio

import numpy as np
import pytest

from bot.drawing.pictures import decode_art, encode_art
from bot.painters.openai.instruction import instruction
from bot.painters.openai.painter import OpenAIPainter, hashed
from bot.painters.painter import Painter
from tests.imageserver.manners import HandsOver, Manner
from tests.imageserver.pictures import RED, bomb, cut_short, drawing
from tests.unit.painters.openai.conftest import KEY, MODEL, run_here

PICTURE = encode_art(np.full((300, 200, 4), 120, np.uint8))


async def test_the_finished_art_is_what_the_server_drew(host, open_painter, design) -> None:
    painter: Painter = open_painter()
    pixels = decode_art((await painter.paint(design(prompt="猫"))).data)
    assert pixels.shape == (1024, 1024, 4)
    assert tuple(pixels[512, 512]) == RED
    assert painter.name == "openai"


async def test_a_drawing_from_words_has_these_parameters(host, open_painter, design) -> None:
    asked_for = design(prompt="猫", title="月")
    await open_painter(partials=2, quality="high").paint(asked_for, member=4711)
    assert host.ledger.paths() == ["/moderations", "/images/generations"]
    assert host.ledger.drawings()[0].parameters == {
        "model": MODEL,
        "prompt": instruction(asked_for),
        "size": "1024x1024",
        "quality": "high",
        "background": "transparent",
        "output_format": "png",
        "moderation": "auto",
        "stream": True,
        "partial_images": 2,
        "safety_identifier": hashed(4711),
    }


async def test_a_drawing_from_a_picture_is_an_edit_with_a_named_png(host, open_painter, design) -> None:
    await open_painter().paint(design(picture="0" * 64), PICTURE)
    (request,) = host.ledger.drawings()
    assert request.path == "/v1/images/edits"
    assert list(request.files) == ["image"]
    image = request.files["image"]
    assert (image.name, image.kind, image.data[:4]) == ("picture.png", "image/png", b"\x89PNG")
    assert set(request.parameters) == {
        "model",
        "prompt",
        "size",
        "quality",
        "background",
        "output_format",
        "stream",
        "partial_images",
    }


async def test_the_key_is_sent_and_no_id_of_discord(host, open_painter, design) -> None:
    await open_painter().paint(design(), member=1234567890123)
    for request in host.ledger.asked:
        assert request.headers["authorization"] == f"Bearer {KEY}"
        assert "1234567890123" not in f"{request.parameters}{request.headers}"


async def test_a_server_without_keys_is_asked_without_one(host, open_painter, design) -> None:
    await open_painter(key=None).paint(design())
    assert host.ledger.drawings()[0].headers["authorization"] == "Bearer none"


async def test_words_and_picture_are_checked_before_anything_is_spent(host, open_painter, design) -> None:
    await open_painter().paint(design(name="Mira", title="Moon", prompt="a cat", picture="0" * 64), PICTURE)
    check = host.ledger.asked[0]
    text, picture = check.parameters["input"]
    assert check.parameters["model"] == "omni-moderation-latest"
    assert text == {"type": "text", "text": "Mira\nMoon\na cat"}
    assert picture["image_url"]["url"].startswith("data:image/png;base64,iVBOR")


async def test_a_host_may_leave_the_check_out(host, open_painter, design) -> None:
    await open_painter(moderation=False).paint(design())
    assert host.ledger.paths() == ["/images/generations"]


@pytest.mark.parametrize("wanted", [0, 1, 3])
async def test_the_pictures_on_the_way_are_shown_as_art(wanted: int, host, open_painter, design) -> None:
    shown: list[bytes] = []

    async def show(data: bytes) -> None:
        shown.append(data)

    await open_painter(partials=wanted).paint(design(), show=show)
    assert all(decode_art(data).shape == (1024, 1024, 4) for data in shown)
    assert len(shown) <= wanted
    assert (wanted == 0) == (shown == [])


async def test_a_broken_picture_on_the_way_costs_nothing_but_itself(host, open_painter, design) -> None:
    host.conduct.manner = Manner.BAD_PARTIALS
    shown: list[bytes] = []

    async def show(data: bytes) -> None:
        shown.append(data)

    assert (await open_painter().paint(design(), show=show)).receipt is not None
    assert shown == []


@pytest.mark.parametrize("first", [b"junk", cut_short(drawing()), bomb()])
async def test_after_a_picture_that_cannot_be_opened_the_next_one_is_shown(
    first: bytes, host, open_server, design, caplog
) -> None:
    caplog.set_level("INFO")
    host.conduct.first_partial, host.conduct.may_go_on = first, asyncio.Semaphore(0)
    shown: list[bytes] = []

    async def run(function, *args):
        try:
            return await run_here(function, *args)
        finally:
            host.conduct.may_go_on.release()

    async def show(data: bytes) -> None:
        shown.append(data)

    async with asyncio.timeout(15):
        await OpenAIPainter(run, open_server(moderation=False)).paint(design(), show=show)
    assert len(shown) == 1
    assert "could not be opened" in caplog.text


async def test_a_reader_who_fails_does_not_cost_the_drawing(host, open_painter, design) -> None:
    async def show(data: bytes) -> None:
        raise RuntimeError("the reader left")

    assert (await open_painter().paint(design(), show=show)).tokens == host.ledger.tokens


async def test_a_painter_that_is_stopped_stops_showing(host, open_painter, design) -> None:
    host.conduct.manner = Manner.STALLS
    seen = asyncio.Event()

    async def show(data: bytes) -> None:
        seen.set()
        await asyncio.Event().wait()

    painting = asyncio.create_task(open_painter().paint(design(), show=show))
    await seen.wait()
    painting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await painting
    assert [task.get_name() for task in asyncio.all_tasks() if task.get_name() == "previews"] == []


@pytest.mark.parametrize(
    "how", [HandsOver.ABSOLUTE, HandsOver.RELATIVE, HandsOver.OTHER_PORT, HandsOver.DATA, HandsOver.BASE64]
)
async def test_a_server_may_hand_over_an_address_of_its_own(
    how: HandsOver, host, open_painter, design
) -> None:
    host.conduct.streams = False
    host.conduct.hands_over = how
    art = await open_painter(moderation=False).paint(design())
    assert tuple(decode_art(art.data)[512, 512]) == RED
    files = [request for request in host.ledger.asked if request.path.startswith("/files")]
    assert len(files) == (how not in (HandsOver.DATA, HandsOver.BASE64))
    assert all(request.headers["authorization"] == f"Bearer {KEY}" for request in files)


async def test_the_receipt_says_what_the_ledger_says(host, open_painter: object, design) -> None:
    painter: OpenAIPainter = open_painter(quality="low")  # type: ignore[operator]  # a fixture that builds
    arts = [await painter.paint(design()), await painter.paint(design(picture="0" * 64), PICTURE)]
    assert sum(art.tokens for art in arts) == host.ledger.tokens == 1456 + 2956
    assert [art.cost_micros for art in arts] == [400 * 5 + 1056 * 30, 400 * 5 + 1500 * 8 + 1056 * 30]
    assert arts[0].receipt is not None
    assert (arts[0].receipt.model, arts[0].receipt.size, arts[0].receipt.quality) == (
        MODEL,
        "1024x1024",
        "low",
    )


async def test_a_model_without_a_price_costs_nothing_and_says_so_in_the_log(
    host, open_painter, design, caplog
) -> None:
    caplog.set_level("INFO")
    art = await open_painter(prices={}).paint(design())
    assert (art.tokens, art.cost_micros) == (1456, 0)
    assert "KIRASEAL_OPENAI_PRICES" in caplog.text
