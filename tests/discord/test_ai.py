"""/sticker by the AI painter, against an image server of our own: what members see and what is written down."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.pipeline.pool import ProcessPool
from bot.stickers.members import Identity
from bot.stickers.redress import Change
from bot.words import Words
from models import Charge, GeneratedImage, Run, StickerDetail, Task, UsageStats
from tests.discord.harness import Stage
from tests.discord.house import House, open_house, settings_in
from tests.imageserver.manners import Manner
from tests.imageserver.pictures import drawing
from tests.imageserver.server import ImageServer, open_image_server

JAPANESE, ENGLISH = Words.for_locale("ja"), Words.for_locale("en-US")


@pytest.fixture
async def host() -> AsyncIterator[ImageServer]:
    async with open_image_server() as opened:
        yield opened


@pytest.fixture
async def backstage(tmp_path: Path, pool: ProcessPool, host: ImageServer) -> AsyncIterator[House]:
    settings = settings_in(
        tmp_path, openai_api_key="sk-test", openai_base_url=host.base_url, blocked_words="dragon, ナス"
    )
    async with open_house(settings, pool) as house:
        yield house


async def test_the_ai_painter_paints_and_everything_is_counted(stage: Stage, host: ImageServer) -> None:
    reply = await stage.haru.slash("sticker", name="レオン", rarity="normal")
    await stage.settled()
    assert "レオン" in reply.text
    assert JAPANESE("note-by-hand") not in reply.text
    assert (await StickerDetail.get()).painter == "openai"
    day, run, charge = await UsageStats.get(), await Run.get(), await Charge.get()
    assert day.total_tokens == run.tokens == charge.tokens == host.ledger.tokens > 0
    assert run.cost_micros == charge.cost_micros > 0
    statistics = await stage.haru.slash("stats")
    dollars = f"{charge.cost_micros / 1_000_000:.2f}"
    assert JAPANESE("stats-cost", dollars=dollars) in statistics.text


async def test_the_months_money_is_shown_to_the_host_alone(stage: Stage) -> None:
    stage.bot.owner_id = stage.robin.id
    theirs = await stage.robin.slash("stats")
    assert ENGLISH("stats-budget", spent="0.00", limit="20.00") in theirs.text
    mine = await stage.haru.slash("stats")
    assert "AI" not in mine.text


async def test_the_second_of_equal_orders_is_free_and_says_so(stage: Stage, host: ImageServer) -> None:
    asked = {"name": "Leo", "title": "King", "attribute": "聖", "rarity": "normal"}
    await stage.robin.slash("sticker", **asked)
    await stage.settled()
    again = await stage.haru.slash("sticker", **asked)
    await stage.settled()
    assert len(host.ledger.drawings()) == 1
    assert JAPANESE("note-cached") in again.text
    assert (await UsageStats.all().order_by("-total_tokens").first()).total_tokens == host.ledger.tokens


async def test_a_refusal_offers_to_draw_without_ai_and_the_button_does(
    stage: Stage, host: ImageServer
) -> None:
    host.conduct.flags = ("forbidden",)
    reply = await stage.robin.slash("sticker", name="Leo", prompt="something forbidden", rarity="normal")
    await stage.settled()
    assert reply.text == ENGLISH("error-idea-unsafe")
    assert host.ledger.drawings() == []
    other = await stage.haru.press(reply, ENGLISH("button-by-hand"))
    await stage.settled()
    (sentence,) = other.followups
    assert sentence.text == JAPANESE("error-not-yours")
    drawn = await stage.robin.press(reply, ENGLISH("button-by-hand"))
    await stage.settled()
    assert "Leo" in drawn.text
    assert (await StickerDetail.get()).painter == "procedural"
    assert host.ledger.drawings() == []


async def test_a_refused_idea_is_put_in_other_words_by_its_asker_alone_also_after_restarts(
    stage: Stage, host: ImageServer
) -> None:
    host.conduct.flags = ("forbidden",)
    reply = await stage.robin.slash(
        "sticker", name="Leo", title="Sir", prompt="something forbidden", rarity="rare", background="red"
    )
    await stage.settled()
    await stage.restart()
    other = await stage.haru.press(reply, ENGLISH("button-edit"))
    assert (other.text, other.ephemeral) == (JAPANESE("error-not-yours"), True)
    opened = await stage.robin.press(reply, ENGLISH("button-edit"))
    await stage.restart()
    made = await stage.robin.fill(opened, {"name": "Leo", "prompt": "something lovely"})
    await stage.settled()
    assert made.pictures
    image = await GeneratedImage.get()
    assert (image.title, image.prompt, image.rarity) == ("Sir", "something lovely", "rare")
    assert image.background_color == "#e02a3a"


async def test_what_the_host_has_blocked_since_is_not_drawn_by_the_button(
    stage: Stage, backstage: House, host: ImageServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    host.conduct.flags = ("forbidden",)
    reply = await stage.robin.slash("sticker", name="Leo", prompt="something forbidden", rarity="normal")
    await stage.settled()
    monkeypatch.setattr(backstage.services.studio, "_blocked", ("forbidden",))
    pressed = await stage.robin.press(reply, ENGLISH("button-by-hand"))
    await stage.settled()
    (sentence,) = pressed.followups
    assert sentence.text == ENGLISH("error-word-blocked")
    assert await GeneratedImage.all().count() == 0


async def test_who_wants_no_ai_gets_none(stage: Stage, host: ImageServer) -> None:
    await stage.robin.slash("sticker", name="Leo", painter="local", rarity="normal")
    await stage.settled()
    assert host.ledger.asked == []
    assert (await StickerDetail.get()).painter == "procedural"


async def test_a_bad_key_costs_the_member_nothing_but_the_ai(
    stage: Stage, host: ImageServer, caplog: pytest.LogCaptureFixture
) -> None:
    host.conduct.manner = Manner.BAD_KEY
    reply = await stage.robin.slash("sticker", name="Leo", rarity="normal")
    await stage.settled()
    assert ENGLISH("note-by-hand") in reply.text
    assert f"task {(await Task.get()).id}" in caplog.text
    assert "sk-test" not in caplog.text
    assert (await UsageStats.get()).success_count == 1


async def test_an_order_for_ai_alone_ends_with_the_cause_and_the_offer(
    stage: Stage, host: ImageServer
) -> None:
    host.conduct.manner = Manner.NO_QUOTA
    reply = await stage.robin.slash("sticker", name="Leo", painter="openai", rarity="normal")
    await stage.settled()
    assert reply.text == ENGLISH("error-painter-quota-spent")
    assert reply.labels == [ENGLISH("button-by-hand"), ENGLISH("button-edit")]
    assert (await UsageStats.get()).failure_count == 1
    assert len(host.ledger.drawings()) == 1, "no second attempt can mend it"


async def test_a_server_that_has_trouble_is_asked_again_and_charged_once(
    stage: Stage, backstage: House, host: ImageServer
) -> None:
    host.conduct.manner = Manner.BUSY
    await stage.robin.slash("sticker", name="Leo", rarity="normal")
    async with asyncio.timeout(20):
        while not host.ledger.drawings():  # noqa: ASYNC110 - a ledger tells nobody
            await asyncio.sleep(0.01)
    host.conduct.manner = Manner.WELL
    await stage.settled()
    assert len(host.ledger.drawings()) == 2
    assert (await StickerDetail.get()).painter == "openai"
    assert (await UsageStats.get()).total_tokens == host.ledger.tokens
    assert len(host.ledger.charges) == await Charge.all().count() == 1


async def test_a_redress_of_ai_art_is_free(stage: Stage, backstage: House, host: ImageServer) -> None:
    await stage.robin.slash("sticker", name="Leo", rarity="normal")
    await stage.settled()
    studio = backstage.services.studio
    robin = Identity(discord_id=stage.robin.id, name="Robin", avatar_url=None)
    task_id = await backstage.services.collection.redress(
        (await GeneratedImage.get()).id, robin, Change(title="Again")
    )
    await backstage.idle()
    assert (await studio.outcome(task_id)).painter == "openai"
    assert len(host.ledger.drawings()) == 1
    assert (await UsageStats.get()).total_tokens == host.ledger.tokens


async def test_expired_art_goes_with_upkeep_unless_a_sticker_has_it(
    stage: Stage, backstage: House, host: ImageServer, tmp_path: Path
) -> None:
    for name, colour in (("Leo", (200, 40, 40)), ("Mia", (40, 40, 200))):
        host.conduct.picture = drawing(figure=colour)
        await stage.robin.slash("sticker", name=name, rarity="normal")
        await stage.settled()
    folder = tmp_path / "data" / "art"
    assert len(list(folder.iterdir())) == 2
    sticker = await StickerDetail.all().order_by("created_at").first()
    assert sticker is not None
    await GeneratedImage.exclude(id=sticker.sticker_id).delete()
    backstage.clock.offset = timedelta(days=31)
    await backstage.services.caretaker.run_due()
    assert [file.stem for file in folder.iterdir()] == [sticker.art]


@pytest.mark.parametrize("words", [{"name": "Dragon"}, {"name": "Leo", "prompt": "茄子 なす"}])
async def test_words_that_the_host_blocks_are_refused_before_anything_happens(
    words: dict[str, str], stage: Stage, host: ImageServer
) -> None:
    reply = await stage.robin.slash("sticker", **words)
    await stage.settled()
    assert reply.sentence == ENGLISH("error-word-blocked")
    assert host.ledger.asked == []
    assert not await Task.all().exists()
