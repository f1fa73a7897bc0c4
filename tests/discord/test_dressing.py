"""Redress: choosing in the fitting room, putting it on in place or as a new seal; all of it across restarts."""

import io
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from bot.pipeline.pool import ProcessPool
from bot.renditions import file_name
from bot.stickers import keeping, tending
from bot.stickers.design import FrameType
from bot.stickers.rendition import Rendition
from bot.words import Words
from models import GeneratedImage, Quota, StickerDetail, Task
from tests.discord.harness import Reply, Stage
from tests.discord.house import House, open_house, settings_in
from tests.discord.seals import picture, pressed, seal

JAPANESE, ENGLISH = Words.for_locale("ja"), Words.for_locale("en-US")
ODD = "**b** `c` ```x``` @everyone"


@pytest.fixture
async def backstage(tmp_path: Path, pool: ProcessPool) -> AsyncIterator[House]:
    async with open_house(settings_in(tmp_path, blocked_words="durian"), pool) as house:
        yield house


async def choose(stage: Stage, room: Reply, part: str, *values: str) -> None:
    custom_id = next(one for one in room.custom_ids if one.startswith(f"wear:{part}:"))
    await stage.haru.choose(room, *values, custom_id=custom_id)
    await stage.settled()


def chosen(room: Reply) -> list[str]:
    return [option["label"] for menu in room.parts(3) for option in menu["options"] if option.get("default")]


async def reword(stage: Stage, room: Reply, **values: object) -> Reply:
    form = await pressed(stage, stage.haru, room, "reword")
    await stage.restart()
    answer = await stage.haru.fill(form, values)
    await stage.settled()
    return answer


async def test_the_fitting_room_shows_the_seal_as_it_is(stage: Stage) -> None:
    room = await pressed(stage, stage.haru, await seal(stage), "dress")
    assert room.ephemeral
    assert picture(room).size == (320, 320)
    assert chosen(room)[:3] == ["属性：聖", "レア度：ノーマル", "枠：雲"]
    assert room.labels == [JAPANESE(f"button-{name}") for name in ("reword", "put-on", "as-new")]


async def test_each_choice_is_shown_at_once_and_outlives_a_restart(stage: Stage) -> None:
    room = await pressed(stage, stage.haru, await seal(stage), "dress")
    before = picture(room).convert("RGB")
    await choose(stage, room, "rarity", "super-rare")
    await stage.restart()
    await choose(stage, room, "frame", "gem")
    await choose(stage, room, "effects", "aura", "sparkle")
    assert {"レア度：スーパーレア", "枠：宝石", "効果：オーラ", "効果：きらめき"} <= set(chosen(room))
    assert ImageChops.difference(before, picture(room).convert("RGB")).getbbox()
    assert (await GeneratedImage.get()).rarity == "normal"


async def test_what_is_put_on_changes_seal_and_message_and_counts_for_nothing(
    stage: Stage, tmp_path: Path
) -> None:
    reply = await seal(stage)
    await pressed(stage, stage.haru, reply, "tilt")
    still = tmp_path / "data" / "images" / f"{(await GeneratedImage.get()).id}.webp"
    before = still.read_bytes()
    room = await pressed(stage, stage.haru, reply, "dress")
    await choose(stage, room, "attribute", "悪魔")
    await choose(stage, room, "rarity", "super-rare")
    await reword(stage, room, name="レオナ", title="")
    await pressed(stage, stage.haru, room, "puton")
    image, detail = await GeneratedImage.get(), await StickerDetail.get()
    assert (image.character_name, image.title, image.attribute, image.rarity) == (
        "レオナ",
        "",
        "悪魔",
        "super-rare",
    )
    assert '"悪魔"' in detail.design
    assert detail.renderer_version > 0
    assert still.read_bytes() != before
    for shown in (reply, room):
        assert "レオナ" in shown.text
        assert picture(shown).format == "GIF"
    assert await Task.all().count() == 1
    assert (await Quota.get(subject__startswith="member:")).orders == 1


async def test_as_a_new_one_keeps_the_old_and_counts(stage: Stage) -> None:
    reply = await seal(stage)
    room = await pressed(stage, stage.haru, reply, "dress")
    await choose(stage, room, "frame", "spike")
    made = await pressed(stage, stage.haru, room, "asnew")
    assert not made.ephemeral
    old, new = await StickerDetail.all().order_by("created_at")
    assert (new.parent_id, new.art) == (old.sticker_id, old.art)
    assert '"spike"' in new.design
    assert (await Quota.get(subject__startswith="member:")).orders == 2


async def test_texts_are_shown_letter_by_letter_and_come_back_into_the_form(stage: Stage) -> None:
    room = await pressed(stage, stage.haru, await seal(stage), "dress")
    await reword(stage, room, name=ODD)
    form = await pressed(stage, stage.haru, room, "reword")
    assert form.result.modal is not None
    fields = {
        label["component"]["custom_id"]: label["component"] for label in form.result.modal["components"]
    }
    assert fields["name"]["value"] == ODD
    await pressed(stage, stage.haru, room, "puton")
    assert (await GeneratedImage.get()).character_name == ODD


async def test_colours_and_lettering_are_chosen_in_the_form(stage: Stage) -> None:
    room = await pressed(stage, stage.haru, await seal(stage, name="雷神"), "dress")
    await reword(stage, room, name="雷神", background=["#2a62e0"], frame_color=["copper"], layout="vertical")
    await pressed(stage, stage.haru, room, "puton")
    image = await GeneratedImage.get()
    assert image.background_color == "#2a62e0"
    assert '"frameColor":"copper"' in image.style
    assert '"layout":"vertical"' in image.style


async def test_a_blocked_name_is_refused_and_the_fitting_room_stays_as_it_was(stage: Stage) -> None:
    room = await pressed(stage, stage.haru, await seal(stage), "dress")
    await choose(stage, room, "frame", "gem")
    (told,) = (await reword(stage, room, name="durian")).followups
    assert told.ephemeral
    assert told.sentence == JAPANESE("error-word-blocked")
    assert "枠：宝石" in chosen(room)
    assert (await GeneratedImage.get()).character_name == "Leo"


async def test_a_refused_name_comes_back_to_be_mended_and_put_on(stage: Stage) -> None:
    reply = await seal(stage)
    room = await pressed(stage, stage.haru, reply, "dress")
    await choose(stage, room, "frame", "gem")
    (told,) = (
        await reword(stage, room, name="durian king", title="of fruit", frame_color=["copper"])
    ).followups
    await stage.restart()
    again = await pressed(stage, stage.haru, told, "reword")
    assert again.result.modal is not None
    fields = {
        label["component"]["custom_id"]: label["component"] for label in again.result.modal["components"]
    }
    assert (fields["name"]["value"], fields["title"]["value"]) == ("durian king", "of fruit")
    await stage.haru.fill(again, {"name": "mango king", "title": "of fruit"})
    await stage.settled()
    await pressed(stage, stage.haru, told, "puton")
    image = await GeneratedImage.get()
    assert (image.character_name, image.title) == ("mango king", "of fruit")
    assert '"frameType":"gem"' in image.style
    assert '"frameColor":"copper"' in image.style
    assert "mango king" in reply.text


async def test_a_private_seal_is_dressed_in_private(stage: Stage) -> None:
    room = await pressed(stage, stage.haru, await seal(stage, private=True), "dress")
    await choose(stage, room, "frame", "gem")
    await pressed(stage, stage.haru, room, "puton")
    made = await pressed(stage, stage.haru, await pressed(stage, stage.haru, room, "dress"), "asnew")
    assert made.ephemeral
    assert [one for one in stage.replies() if not one.ephemeral] == []


async def test_a_still_that_a_crash_left_behind_is_drawn_when_it_is_looked_at(
    stage: Stage, tmp_path: Path
) -> None:
    reply = await seal(stage, rarity="rare")
    sticker = await keeping.sticker((await GeneratedImage.get()).id)
    assert sticker is not None
    still = tmp_path / "data" / file_name(sticker.id, Rendition.STILL, sticker.design)
    before = still.read_bytes()
    design = replace(sticker.design, style=replace(sticker.design.style, frame_type=FrameType.GEM))
    assert await tending.dress(sticker.id, design)  # and then the power went
    closer = await pressed(stage, stage.robin, reply, "still")
    assert picture(closer).size == (1024, 1024)
    assert still.read_bytes() != before
    assert (await StickerDetail.get()).renderer_version > 0
    assert Image.open(io.BytesIO(still.read_bytes())).size == (1024, 1024)
