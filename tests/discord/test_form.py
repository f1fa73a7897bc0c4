"""The order form, and Edit: nothing that was typed is lost, whatever is refused and whoever restarts."""

import io
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from bot.pipeline.pool import ProcessPool
from bot.words import Words
from cogs.drafts import EditButton, MakeButton
from cogs.forms import ABOUT_ROOM, LABEL_ROOM, TITLE_ROOM
from models import GeneratedImage, StickerDetail, Task
from tests.discord.harness import Reply, Stage
from tests.discord.house import House, open_house, settings_in

JAPANESE, ENGLISH = Words.for_locale("ja"), Words.for_locale("en-US")
ODD = "**bold** `code` ```x``` @everyone"


@pytest.fixture
async def backstage(tmp_path: Path, pool: ProcessPool) -> AsyncIterator[House]:
    async with open_house(settings_in(tmp_path, blocked_words="durian"), pool) as house:
        yield house


def form(reply: Reply) -> dict[str, dict[str, object]]:
    """The fields of the form that a reply opened, by custom_id."""
    shown = reply.result.modal
    assert shown is not None, f"no form: {reply.result!r}"
    return {label["component"]["custom_id"]: label["component"] for label in shown["components"]}


def chosen(field: dict[str, object]) -> list[object]:
    options = field["options"]
    assert isinstance(options, list)
    return [option["value"] for option in options if option.get("default")]


def photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (80, 60), "teal").save(out, "PNG")
    return out.getvalue()


async def test_the_bare_command_opens_a_form_of_five_in_the_readers_language(stage: Stage) -> None:
    for member, words in ((stage.haru, JAPANESE), (stage.robin, ENGLISH)):
        reply = await member.slash("sticker")
        shown = reply.result.modal
        assert shown is not None
        assert shown["title"] == words("form-title")
        labels = [label["label"] for label in shown["components"]]
        names = ("name", "prompt", "attribute", "rarity", "picture")
        assert labels == [words(f"form-{name}") for name in names]


async def test_a_form_becomes_a_seal(stage: Stage) -> None:
    reply = await stage.haru.slash("sticker")
    answer = await stage.haru.fill(
        reply, {"name": "レオン", "prompt": "炎の王", "attribute": ["聖"], "rarity": "rare"}
    )
    await stage.settled()
    assert answer.pictures
    image = await GeneratedImage.get()
    assert (image.character_name, image.prompt, image.attribute, image.rarity) == (
        "レオン",
        "炎の王",
        "聖",
        "rare",
    )


async def test_a_picture_in_the_form_becomes_the_character(stage: Stage) -> None:
    reply = await stage.robin.slash("sticker")
    answer = await stage.robin.fill(reply, {"picture": [("me.png", photo())]})
    await stage.settled()
    assert answer.pictures
    assert (await GeneratedImage.get()).source_image_url


async def test_a_form_works_in_direct_messages(stage: Stage) -> None:
    reply = await stage.robin.dm.slash("sticker")
    answer = await stage.robin.dm.fill(reply, {"name": "Leo"})
    await stage.settled()
    assert answer.pictures


async def test_a_form_that_was_opened_before_a_restart_is_not_lost(stage: Stage) -> None:
    reply = await stage.haru.slash("sticker")
    await stage.restart()
    answer = await stage.haru.fill(reply, {"name": "レオン"})
    await stage.settled()
    assert answer.pictures


async def test_what_was_chosen_with_no_idea_stands_in_the_form_and_is_carried_along(stage: Stage) -> None:
    reply = await stage.robin.slash(
        "sticker", attribute="悪魔", rarity="super-rare", background="red", frame="gem", private=True
    )
    fields = form(reply)
    assert chosen(fields["attribute"]) == ["悪魔"]
    assert chosen(fields["rarity"]) == ["super-rare"]
    answer = await stage.robin.fill(reply, {"name": "Imp"})
    await stage.settled()
    assert answer.ephemeral
    image = await GeneratedImage.get()
    assert (image.attribute, image.rarity, image.background_color) == ("悪魔", "super-rare", "#e02a3a")
    assert json.loads(image.style)["frameType"] == "gem"
    assert (await StickerDetail.get()).private


async def test_a_refusal_shows_what_was_typed_and_edit_opens_the_form_with_it(stage: Stage) -> None:
    refused = await stage.haru.slash(
        "sticker", name="durian 王", title=ODD, prompt=ODD, rarity="normal", holographic=False
    )
    assert refused.ephemeral
    assert refused.sentence == JAPANESE("error-word-blocked")
    assert refused.labels == [JAPANESE("button-edit")]
    await stage.restart()
    opened = await stage.haru.press(refused, JAPANESE("button-edit"))
    fields = form(opened)
    assert (fields["name"]["value"], fields["prompt"]["value"]) == ("durian 王", ODD)
    assert chosen(fields["rarity"]) == ["normal"]
    answer = await stage.haru.fill(opened, {"name": "果物の王", "prompt": ODD})
    await stage.settled()
    assert answer.pictures
    image = await GeneratedImage.get()
    assert (image.character_name, image.title, image.prompt) == ("果物の王", ODD, ODD)


async def test_a_form_refused_is_edited_again_and_says_that_the_picture_is_gone(stage: Stage) -> None:
    opened = await stage.robin.slash("sticker")
    refused = await stage.robin.fill(
        opened,
        {
            "name": "Leo",
            "picture": [
                ("a.png", b"no picture"),
            ][:1],
        },
    )
    await stage.settled()
    (answer,) = refused.followups
    assert answer.sentence == ENGLISH("error-picture-unreadable")
    again = await stage.robin.press(answer, ENGLISH("button-edit"))
    assert form(again)["name"]["value"] == "Leo"
    shown = again.result.modal
    assert shown is not None
    assert shown["components"][4]["description"] == ENGLISH("form-picture-again")


async def test_an_empty_form_is_refused_and_can_be_edited(stage: Stage) -> None:
    refused = await stage.robin.fill(await stage.robin.slash("sticker"), {"name": " "})
    assert refused.sentence == ENGLISH("error-nothing-asked")
    assert form(await stage.robin.press(refused, ENGLISH("button-edit")))["name"].get("value") is None


async def test_surprise_takes_a_choice_back(stage: Stage) -> None:
    refused = await stage.robin.slash("sticker", name="durian", attribute="悪魔", rarity="super-rare")
    opened = await stage.robin.press(refused, ENGLISH("button-edit"))
    await stage.robin.fill(opened, {"name": "神 king", "attribute": ["surprise"], "rarity": "surprise"})
    await stage.settled()
    assert (await GeneratedImage.get()).attribute == "聖"


async def test_edit_pressed_twice_and_sent_twice_makes_what_was_asked_for(stage: Stage) -> None:
    refused = await stage.robin.slash("sticker", name="durian")
    first = await stage.robin.press(refused, ENGLISH("button-edit"))
    second = await stage.robin.press(refused, ENGLISH("button-edit"))
    await stage.robin.fill(first, {"name": "Apple"})
    await stage.robin.fill(second, {"name": "Pear"})
    await stage.settled()
    assert await Task.all().count() == 2


@pytest.mark.parametrize("choices", ["", "a=heart&r=legendary", "b=<@1>&h=7", "x=1" * 20])
async def test_forged_choices_of_an_edit_button_are_as_good_as_none(stage: Stage, choices: str) -> None:
    refused = await stage.robin.slash("sticker", name="durian")
    stored = stage.env.backend.get_message(stage.channel.id, refused.message.id)
    text = json.dumps(stored.components).replace(refused.custom_ids[0], EditButton.custom_id_of(choices))
    stored.components = json.loads(text)
    opened = await stage.robin.press(refused, custom_id=EditButton.custom_id_of(choices))
    assert form(opened)["name"]["value"] == "durian"
    assert chosen(form(opened)["rarity"]) == ["surprise"]


@pytest.mark.parametrize("words", [JAPANESE, ENGLISH], ids=["ja", "en"])
def test_every_text_of_the_form_fits(words: Words) -> None:
    assert len(words("form-title")) <= TITLE_ROOM
    for name in ("name", "prompt", "attribute", "rarity", "picture"):
        assert len(words(f"form-{name}")) <= LABEL_ROOM
    for key in ("form-name-hint", "form-prompt-hint", "form-picture-about", "form-picture-again"):
        assert len(words(key)) <= ABOUT_ROOM
    assert len(words("menu-make")) <= 32


def test_every_custom_id_fits() -> None:
    assert len(EditButton.custom_id_of("x" * 88)) <= 100
    assert len(MakeButton.custom_id_of()) <= 100
