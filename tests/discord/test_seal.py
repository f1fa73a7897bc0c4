"""The buttons of a finished seal that make or hand out something, in both languages and across restarts."""

import io
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from bot.pipeline.pool import ProcessPool
from bot.words import Words
from models import Favourite, GeneratedImage, Quota, Run, StickerDetail, Task, UsageStats
from tests.discord.harness import Stage
from tests.discord.house import House, open_house, settings_in
from tests.discord.seals import picture, pressed, said, seal

JAPANESE, ENGLISH = Words.for_locale("ja"), Words.for_locale("en-US")


@pytest.fixture
async def backstage(tmp_path: Path, pool: ProcessPool) -> AsyncIterator[House]:
    async with open_house(settings_in(tmp_path, member_daily=4), pool) as house:
        yield house


async def test_again_makes_new_art_of_the_same_idea_and_knows_its_parent(stage: Stage) -> None:
    first = await seal(stage)
    await stage.restart()
    second = await pressed(stage, stage.haru, first, "again")
    assert not second.ephemeral
    assert second.message.id != first.message.id
    parent, child = await StickerDetail.all().order_by("created_at")
    assert child.parent_id == parent.sticker_id
    assert (parent.variation, child.variation) == (0, 1)
    assert child.art != parent.art
    await pressed(stage, stage.haru, first, "again")
    assert [row.variation for row in await StickerDetail.all().order_by("created_at")] == [0, 1, 2]


async def test_a_double_click_on_again_makes_one(stage: Stage) -> None:
    first = await seal(stage)
    house = stage.backstage
    assert isinstance(house, House)
    await house.services.dispatcher.stop(grace=0)  # nothing ends any more
    custom_id = next(one for one in first.custom_ids if one.startswith("again:"))
    await stage.haru.press(first, custom_id=custom_id)
    second = await stage.haru.press(first, custom_id=custom_id)
    assert said(second) == JAPANESE("error-under-way")
    assert await Task.all().count() == 2
    assert (await Quota.get(subject__startswith="member:")).orders == 2


@pytest.mark.parametrize("key", ["again", "trio", "dress"])
async def test_what_is_the_owners_is_refused_to_others_in_one_private_sentence(
    stage: Stage, key: str
) -> None:
    first = await seal(stage)
    answer = await pressed(stage, stage.robin, first, key)
    assert said(answer) == ENGLISH("error-not-yours")
    assert await Task.all().count() == 1
    assert [reply.message.id for reply in stage.replies() if not reply.ephemeral] == [first.message.id]


async def test_a_trio_stands_in_one_message_and_counts_as_three(stage: Stage) -> None:
    first = await seal(stage)
    trio = await pressed(stage, stage.haru, first, "trio")
    assert len(trio.pictures) == len(set(trio.pictures)) == 3
    assert trio.labels == ["天使", "守護", "悪魔"]
    assert set(trio.pictures) == set(trio.files)
    made = await GeneratedImage.exclude(attribute="聖").order_by("created_at")
    assert {image.attribute for image in made} == {"天使", "守護", "悪魔"}
    assert {image.character_name for image in made} == {"Leo"}
    day = await UsageStats.get()
    assert (day.image_count, day.success_count) == (4, 4)
    assert await Run.all().count() == 4
    assert await Task.all().count() == 2
    assert (await Quota.get(subject__startswith="member:")).orders == 4
    assert json.loads((await Task.all().order_by("-created_at"))[0].result or "")["stickerIds"]


async def test_one_of_a_trio_opens_with_all_its_buttons_after_a_restart(stage: Stage) -> None:
    trio = await pressed(stage, stage.haru, await seal(stage), "trio")
    await stage.restart()
    opened = await stage.robin.press(trio, "悪魔")
    await stage.settled()
    assert opened.ephemeral
    assert ENGLISH("attribute-devil") in opened.text
    assert len(opened.labels) == 7


async def test_a_seal_that_is_an_angel_takes_its_own_place_in_the_trio(stage: Stage) -> None:
    first = await seal(stage, attribute="天使")
    trio = await pressed(stage, stage.haru, first, "trio")
    assert trio.labels == ["天使", "守護", "悪魔"]
    assert await GeneratedImage.all().count() == 3
    assert first.pictures[0] == trio.pictures[0]


async def test_a_trio_that_no_longer_fits_the_day_is_refused_before_it_begins(stage: Stage) -> None:
    first = await seal(stage)
    await seal(stage)
    answer = await pressed(stage, stage.haru, first, "trio")
    assert "あと2枚" in said(answer)
    assert await Task.all().count() == 2
    assert (await Quota.get(subject__startswith="member:")).orders == 2


async def test_what_is_made_of_a_private_seal_is_private(stage: Stage) -> None:
    first = await seal(stage, private=True)
    for key in ("again", "trio"):
        assert (await pressed(stage, stage.haru, first, key)).ephemeral
    assert {row.private for row in await StickerDetail.all()} == {True}
    assert [reply for reply in stage.replies() if not reply.ephemeral] == []


async def test_anybody_may_tilt_turn_and_look_closer_alone(stage: Stage) -> None:
    still, moving = await seal(stage), await seal(stage, rarity="rare")
    tilted = await pressed(stage, stage.robin, still, "tilt")
    assert tilted.ephemeral
    assert picture(tilted).format == "GIF"
    closer = await pressed(stage, stage.robin, moving, "still")
    assert picture(closer).size == (1024, 1024)
    back = await pressed(stage, stage.robin, still, "back")
    assert back.ephemeral
    assert picture(back).format == "PNG"
    for reply in (tilted, closer, back):
        assert reply.message.attachments[0].description


@pytest.mark.parametrize(("picked", "kind"), [("png", "PNG"), ("gif", "GIF")])
async def test_get_hands_out_pictures(stage: Stage, picked: str, kind: str) -> None:
    first = await seal(stage)
    menu = await pressed(stage, stage.robin, first, "more")
    await stage.restart()
    handed = await stage.robin.choose(menu, picked)
    await stage.settled()
    ((name, data),) = handed.files.items()
    assert handed.ephemeral
    assert name.endswith(f".{picked}")
    assert Image.open(io.BytesIO(data)).format == kind


async def test_get_hands_out_a_sheet_to_print(stage: Stage) -> None:
    menu = await pressed(stage, stage.robin, await seal(stage), "more")
    handed = await stage.robin.choose(menu, "pdf")
    await stage.settled()
    ((_, data),) = handed.files.items()
    assert len(pypdfium2.PdfDocument(data)) == 2


async def test_a_favourite_is_one_however_often_it_is_pressed_and_can_be_taken_out(stage: Stage) -> None:
    first = await seal(stage)
    added = await pressed(stage, stage.robin, first, "fav")
    await pressed(stage, stage.robin, first, "fav")
    assert added.ephemeral
    assert "Leo" in added.text
    assert await Favourite.all().count() == 1
    await stage.restart()
    await pressed(stage, stage.robin, added, "unfav")
    assert not await Favourite.all().exists()
    assert added.text == ENGLISH("favourite-removed", name="Leo")
    await pressed(stage, stage.robin, added, "fav")
    assert added.text == ENGLISH("favourite-added", name="Leo")


async def test_a_file_over_the_limit_of_the_place_comes_in_a_smaller_form(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await seal(stage)
    monkeypatch.setattr("bot.playground.UPLOAD_LIMIT", 400_000)
    menu = await pressed(stage, stage.robin, first, "more")
    handed = await stage.robin.choose(menu, "png")
    await stage.settled()
    ((name, data),) = handed.files.items()
    assert name.endswith(".webp")
    assert len(data) <= 400_000
    refused = await stage.robin.choose(menu, "pdf")
    await stage.settled()
    assert said(refused) == ENGLISH("error-file-too-heavy", limit_mb=0)
