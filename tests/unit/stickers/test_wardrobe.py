"""What was chosen in the fitting room comes back whole from a few letters, and nonsense changes nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stickers.design import (
    FRAME_COLOURS,
    RAINBOW,
    Attribute,
    Effects,
    Foil,
    FrameType,
    NameLayout,
    Rarity,
)
from bot.stickers.redress import Change
from bot.stickers.wardrobe import PATTERN, Wardrobe

MAYBE = st.none()
WARDROBES = st.builds(
    Wardrobe,
    attribute=MAYBE | st.sampled_from(Attribute),
    rarity=MAYBE | st.sampled_from(Rarity),
    frame=MAYBE | st.sampled_from(FrameType),
    foil=MAYBE | st.sampled_from(Foil),
    layout=MAYBE | st.sampled_from(NameLayout),
    frame_color=MAYBE | st.sampled_from(FRAME_COLOURS),
    effects=MAYBE | st.builds(Effects, holographic=st.booleans(), sparkle=st.booleans(), aura=st.booleans()),
    background=MAYBE | st.just(RAINBOW) | st.from_regex(r"#[0-9a-f]{6}", fullmatch=True),
)


@given(WARDROBES)
def test_every_choice_comes_back(wardrobe: Wardrobe) -> None:
    text = str(wardrobe)
    assert re.fullmatch(PATTERN, text), text
    assert Wardrobe.parse(text) == wardrobe


@given(st.text(max_size=20) | st.from_regex(PATTERN, fullmatch=True))
def test_whatever_is_sent_is_read(text: str) -> None:
    Wardrobe.parse(text).change()


def test_nothing_chosen_changes_nothing() -> None:
    assert Wardrobe().change() == Change()


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("rarity", ["golden"]),
        ("rarity", []),
        ("wings", ["two"]),
        ("background", ["#zzz"]),
        ("frame_color", ["#fff"]),
    ],
)
def test_what_cannot_be_chosen_changes_nothing(part: str, values: list[str]) -> None:
    assert Wardrobe().choosing(part, values) == Wardrobe()


def test_effects_that_are_not_chosen_are_off() -> None:
    change = Wardrobe().choosing("effects", ["aura"]).change()
    assert (change.holographic, change.sparkle, change.aura) == (False, False, True)
