"""Choices in a custom_id: they come back as they went, fit, and forged ones mean nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stickers.design import Attribute, FrameType, NameLayout, Rarity
from bot.stickers.request import PainterChoice, Request
from bot.stickers.shorthand import PATTERN, Shorthand

SWITCH = st.sampled_from([None, False, True])
REQUESTS = st.builds(
    Request,
    language=st.just("en"),
    has_picture=st.booleans(),
    attribute=st.sampled_from([None, *Attribute]),
    rarity=st.sampled_from([None, *Rarity]),
    background=st.sampled_from([None, "rainbow", "#ff8800"]),
    holographic=SWITCH,
    sparkle=SWITCH,
    aura=SWITCH,
    frame=st.sampled_from([None, *FrameType]),
    frame_color=st.sampled_from([None, "copper", "#ff8800"]),
    painter=st.sampled_from(list(PainterChoice)),
    layout=st.sampled_from([None, *NameLayout]),
)


@given(REQUESTS, SWITCH)
def test_what_was_chosen_comes_back_and_fits(asked: Request, private: bool | None) -> None:
    short = Shorthand(asked=asked, private=private)
    assert re.fullmatch(PATTERN, str(short)), f"{len(str(short))} characters: {short}"
    assert Shorthand.read(str(short), language="en") == short


def test_the_longest_leaves_room_for_a_prefix() -> None:
    longest = Request(
        language="ja",
        has_picture=True,
        attribute=Attribute.GUARDIAN,
        rarity=Rarity.SUPER_RARE,
        background="#ff8800",
        holographic=True,
        sparkle=True,
        aura=True,
        frame=FrameType.SPLENDID,
        frame_color="#ff8800",
        painter=PainterChoice.AI,
        layout=NameLayout.VERTICAL,
    )
    assert len(str(Shorthand(asked=longest, private=True))) <= 88


@given(st.text(max_size=88))
def test_forged_choices_were_never_made(text: str) -> None:
    short = Shorthand.read(text, language="en")
    assert Shorthand.read(str(short), language="en") == short


@pytest.mark.parametrize("text", ["", "a=", "a=heart", "r=legendary", "b=bluish", "h=2", "x", "&&==", "p=p"])
def test_nonsense_is_as_good_as_nothing(text: str) -> None:
    assert Shorthand.read(text, language="en") == Shorthand(asked=Request(language="en"))


def test_a_colour_nobody_knows_is_left_out_and_names_become_values() -> None:
    asked = Request(language="ja", background="bluish", frame_color="金")
    assert str(Shorthand(asked=asked)) == "m=gold"
