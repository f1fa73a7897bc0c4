import random
from dataclasses import replace

import pytest

from bot.errors import NothingAsked, TextTooLong, UnknownColour
from bot.stickers import choosing
from bot.stickers.design import (
    NAME_LIMIT,
    PROMPT_LIMIT,
    RAINBOW,
    TITLE_LIMIT,
    Attribute,
    Design,
    Effects,
    FrameType,
    NameLayout,
    Rarity,
)
from bot.stickers.request import Request, freeze

LEON = Request(language="en", name="Leon")


def frozen(request: Request, seed: int = 1) -> Design:
    return freeze(request, random.Random(seed))


@pytest.mark.parametrize(
    "request_",
    [
        Request(language="en"),
        Request(language="ja", name="  ", prompt="\u200b\u3000"),
        Request(language="en", title="Hero of Dawn", rarity=Rarity.RARE, background="red"),
    ],
)
def test_a_request_for_nothing_is_refused(request_: Request) -> None:
    with pytest.raises(NothingAsked):
        frozen(request_)


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    "given", [{"name": "Leon"}, {"prompt": "a young king with a sword of flame"}, {"has_picture": True}]
)
def test_a_name_or_words_or_a_picture_alone_give_a_complete_design(
    language: str, given: dict[str, str | bool]
) -> None:
    for seed in range(20):
        design = frozen(Request(language=language, **given), seed)
        assert design.name
        assert design.title
        assert (design.background, design.picture, design.variation) == (RAINBOW, None, 0)
        assert Design.from_json(design.to_json()) == design


def test_what_was_asked_for_is_what_is_drawn() -> None:
    design = frozen(
        Request(
            language="ja",
            name=" Leon\n the  First ",
            title="Hero",
            prompt="a sword",
            attribute=Attribute.DEVIL,
            rarity=Rarity.NORMAL,
            background="Red",
            holographic=True,
            sparkle=True,
            aura=True,
            frame=FrameType.PLAIN,
            frame_color="銅",
        )
    )
    assert (design.name, design.title, design.prompt) == ("Leon the First", "Hero", "a sword")
    assert (design.attribute, design.rarity) == (Attribute.DEVIL, Rarity.NORMAL)
    assert design.background == "#e02a3a"
    assert design.effects == Effects(holographic=True, sparkle=True, aura=True)
    assert (design.style.frame_type, design.style.frame_color) == (FrameType.PLAIN, "copper")


@pytest.mark.parametrize(
    ("rarity", "effects"),
    [
        (Rarity.NORMAL, Effects(holographic=False, sparkle=False, aura=False)),
        (Rarity.RARE, Effects(holographic=True, sparkle=True, aura=False)),
        (Rarity.SUPER_RARE, Effects(holographic=True, sparkle=True, aura=True)),
    ],
)
def test_the_rarer_the_more_it_shines(rarity: Rarity, effects: Effects) -> None:
    assert frozen(replace(LEON, rarity=rarity)).effects == effects


def test_an_effect_that_was_switched_off_stays_off() -> None:
    asked = replace(LEON, rarity=Rarity.SUPER_RARE, holographic=False, sparkle=False, aura=False)
    assert frozen(asked).effects == Effects(holographic=False, sparkle=False, aura=False)


def test_the_dice_decide_the_rarity_and_nothing_else() -> None:
    designs = [frozen(replace(LEON, prompt="a friend of tea"), seed) for seed in range(60)]
    assert {design.rarity for design in designs} == set(Rarity)
    assert len({(design.name, design.title, design.attribute) for design in designs}) == 1


@pytest.mark.parametrize("rarity", Rarity)
def test_the_same_words_have_the_same_taste(rarity: Rarity) -> None:
    asked = Request(language="en", prompt="a very old friend of green tea", rarity=rarity)
    assert len({frozen(asked, seed) for seed in range(20)}) == 1


def test_a_picture_alone_surprises_every_time() -> None:
    asked = Request(language="en", has_picture=True, rarity=Rarity.RARE)
    assert len({frozen(asked, seed).name for seed in range(20)}) > 5


@pytest.mark.parametrize("attribute", Attribute)
def test_an_open_frame_suits_the_attribute_and_the_rarity(attribute: Attribute) -> None:
    costume = choosing.COSTUMES[attribute]
    suitable = {
        Rarity.NORMAL: {costume.frame},
        Rarity.RARE: {costume.frame, FrameType.BEADED},
        Rarity.SUPER_RARE: {costume.frame, FrameType.GEM, FrameType.SPLENDID},
    }
    for rarity, frames in suitable.items():
        asked = replace(LEON, attribute=attribute, rarity=rarity)
        styles = [frozen(replace(asked, prompt=f"idea {number}")).style for number in range(40)]
        assert {style.frame_type for style in styles} == frames
        assert {style.frame_color for style in styles} == {costume.metal}


def test_a_name_stands_upright_if_asked_and_if_it_can() -> None:
    asked = Request(language="ja", name="サンダー武者", layout=NameLayout.VERTICAL)
    assert frozen(asked).style.layout is NameLayout.VERTICAL
    assert frozen(replace(asked, name="Thunder")).style.layout is NameLayout.ARCHED
    assert frozen(replace(asked, layout=NameLayout.ARCHED)).style.layout is NameLayout.ARCHED


@pytest.mark.parametrize(
    ("field", "limit"), [("name", NAME_LIMIT), ("title", TITLE_LIMIT), ("prompt", PROMPT_LIMIT)]
)
def test_a_text_may_be_as_long_as_its_limit_and_no_longer(field: str, limit: int) -> None:
    design = frozen(replace(LEON, **{field: "あ" * limit}))
    assert getattr(design, field) == "あ" * limit
    with pytest.raises(TextTooLong) as refusal:
        frozen(replace(LEON, **{field: "あ" * (limit + 1)}))
    assert refusal.value.values == {"field": f"field-{field}", "limit": limit, "length": limit + 1}


@pytest.mark.parametrize("field", ["background", "frame_color"])
def test_a_colour_that_nobody_knows_is_refused_and_a_blank_one_left_open(field: str) -> None:
    with pytest.raises(UnknownColour):
        frozen(replace(LEON, **{field: "smell"}))
    assert frozen(replace(LEON, **{field: "  "})) == frozen(LEON)
