import json
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stickers.design import (
    NAME_LIMIT,
    PROMPT_LIMIT,
    TITLE_LIMIT,
    Attribute,
    Design,
    Effects,
    Foil,
    FrameType,
    NameLayout,
    Rarity,
    Style,
)

designs = st.builds(
    Design,
    name=st.text(min_size=1, max_size=NAME_LIMIT),
    title=st.text(max_size=TITLE_LIMIT),
    prompt=st.text(max_size=PROMPT_LIMIT),
    picture=st.none() | st.text("0123456789abcdef", min_size=64, max_size=64),
    variation=st.integers(0, 1000),
)
LEON = Design(
    name="Leon",
    title="Hero of Dawn",
    prompt="a sword of flame",
    attribute=Attribute.HOLY,
    rarity=Rarity.RARE,
    style=Style(frame_type=FrameType.CLOUD, frame_color="gold", foil=Foil.DIAMOND),
)
SHAPES_THE_ART: dict[str, Any] = {
    "name": "Leo",
    "title": "Hero of Dusk",
    "prompt": "a sword of ice",
    "attribute": Attribute.DEVIL,
    "rarity": Rarity.NORMAL,
    "picture": "0" * 64,
    "variation": 1,
}
LIES_OVER_THE_ART: dict[str, Any] = {
    "style": Style(frame_type=FrameType.SPIKE, frame_color="#123456", foil=Foil.SHARD),
    "effects": Effects(holographic=False, sparkle=False, aura=False),
    "background": "#ff0000",
}


@given(designs)
def test_a_design_survives_its_json(design: Design) -> None:
    assert Design.from_json(design.to_json()) == design


@given(designs)
def test_the_json_is_an_object_with_every_field(design: Design) -> None:
    assert list(json.loads(design.to_json())) == [field.name for field in fields(Design)]


def test_designs_from_before_names_could_stand_upright_are_arched() -> None:
    old = json.loads(LEON.to_json())
    del old["style"]["layout"]
    assert Design.from_json(json.dumps(old)).style.layout is NameLayout.ARCHED


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "null",
        "[]",
        "1",
        LEON.to_json().replace("rare", "rarest"),
        LEON.to_json().replace('"variation"', '"variations"'),
    ],
)
def test_json_that_is_no_design_raises_what_it_says(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        Design.from_json(text)


@given(designs)
def test_a_seed_has_64_bits_and_stays(design: Design) -> None:
    assert 0 <= design.seed() < 2**64
    assert design.seed() == Design.from_json(design.to_json()).seed()


@pytest.mark.parametrize("field", SHAPES_THE_ART)
def test_the_seed_depends_on_what_shapes_the_art(field: str) -> None:
    assert replace(LEON, **{field: SHAPES_THE_ART[field]}).seed() != LEON.seed()


@pytest.mark.parametrize("field", LIES_OVER_THE_ART)
def test_the_seed_does_not_depend_on_what_lies_over_the_art(field: str) -> None:
    assert replace(LEON, **{field: LIES_OVER_THE_ART[field]}).seed() == LEON.seed()


def test_every_field_shapes_the_art_or_lies_over_it() -> None:
    assert {*SHAPES_THE_ART, *LIES_OVER_THE_ART} == {field.name for field in fields(Design)}


def test_words_count_by_the_place_they_stand_in() -> None:
    assert replace(LEON, name="a", title="b").seed() != replace(LEON, name="b", title="a").seed()


def test_half_of_the_attributes_are_dark() -> None:
    assert {attribute for attribute in Attribute if attribute.is_dark} == {
        Attribute.MAGIC,
        Attribute.DEVIL,
        Attribute.DESTROYER,
    }


def test_the_rarer_the_more_stars() -> None:
    assert [rarity.stars for rarity in Rarity] == [1, 3, 5]
