import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import TextTooLong, UnknownColour
from bot.stickers import choosing
from bot.stickers.colours import parse_metal
from bot.stickers.design import Attribute, Design, Effects, Foil, FrameType, NameLayout, Rarity, Style
from bot.stickers.redress import Change, redressed
from bot.stickers.request import Request, freeze


def leon(attribute: Attribute = Attribute.HOLY, rarity: Rarity = Rarity.NORMAL, **asked: object) -> Design:
    request = Request(
        language="en", name="Leon", prompt="a king", attribute=attribute, rarity=rarity, **asked
    )
    return freeze(request, random.Random(1))


def test_no_change_changes_nothing() -> None:
    assert redressed(leon(), Change()) == leon()


def test_every_part_that_is_told_is_changed_and_no_other() -> None:
    change = Change(
        name=" Leona ",
        title="Queen of Dawn",
        attribute=Attribute.DEVIL,
        rarity=Rarity.RARE,
        background="青",
        holographic=False,
        sparkle=False,
        aura=True,
        frame=FrameType.PLAIN,
        frame_color="copper",
        foil=Foil.GLITTER,
    )
    new = redressed(leon(), change)
    assert (new.name, new.title, new.attribute, new.rarity) == (
        "Leona",
        "Queen of Dawn",
        Attribute.DEVIL,
        Rarity.RARE,
    )
    assert new.background == "#2a62e0"
    assert new.effects == Effects(holographic=False, sparkle=False, aura=True)
    assert new.style == Style(frame_type=FrameType.PLAIN, frame_color="copper", foil=Foil.GLITTER)
    assert (new.prompt, new.picture, new.variation) == ("a king", None, 0)


def test_a_title_can_be_taken_off_but_a_name_cannot() -> None:
    bare = redressed(leon(), Change(name="  ", title=""))
    assert (bare.name, bare.title) == ("Leon", "")


def test_a_name_keeps_its_layout_as_long_as_it_can_bear_it() -> None:
    upright = redressed(leon(), Change(name="サンダー武者", layout=NameLayout.VERTICAL))
    assert upright.style.layout is NameLayout.VERTICAL
    assert redressed(upright, Change(name="雷王")).style.layout is NameLayout.VERTICAL
    assert redressed(upright, Change(name="Leon")).style.layout is NameLayout.ARCHED
    assert redressed(upright, Change(layout=NameLayout.ARCHED)).style.layout is NameLayout.ARCHED


@pytest.mark.parametrize("old", Rarity)
@pytest.mark.parametrize("new", Rarity)
def test_a_new_rarity_shines_as_it_usually_does(old: Rarity, new: Rarity) -> None:
    dressed = redressed(leon(rarity=old), Change(rarity=new))
    assert dressed.effects == choosing.usual_effects(new)


def test_an_effect_that_was_asked_for_stays_with_a_new_rarity() -> None:
    calm = leon(rarity=Rarity.RARE, sparkle=False)
    assert redressed(calm, Change(rarity=Rarity.SUPER_RARE)).effects == Effects(
        holographic=True, sparkle=False, aura=True
    )


@pytest.mark.parametrize("rarity", Rarity)
@pytest.mark.parametrize("old", Attribute)
@pytest.mark.parametrize("new", Attribute)
def test_frame_and_foil_follow_a_new_attribute(old: Attribute, new: Attribute, rarity: Rarity) -> None:
    style = redressed(leon(old, rarity), Change(attribute=new)).style
    usual = choosing.COSTUMES[new]
    assert style.frame_type in usual.frames(rarity)
    assert style.frame_color == usual.metal
    assert style.foil in usual.foils(rarity)


def test_a_frame_that_was_asked_for_stays_with_a_new_attribute() -> None:
    asked = leon(frame=FrameType.NOTCH, frame_color="#123456")
    style = redressed(asked, Change(attribute=Attribute.DEVIL)).style
    assert (style.frame_type, style.frame_color) == (FrameType.NOTCH, parse_metal("#123456"))


def test_words_that_are_too_long_and_colours_nobody_knows_are_refused() -> None:
    with pytest.raises(TextTooLong):
        redressed(leon(), Change(name="x" * 101))
    with pytest.raises(UnknownColour):
        redressed(leon(), Change(background="octarine"))
    with pytest.raises(UnknownColour):
        redressed(leon(), Change(frame_color="octarine"))


changes = st.builds(
    Change,
    name=st.none() | st.text(max_size=20),
    title=st.none() | st.text(max_size=20),
    attribute=st.none() | st.sampled_from(Attribute),
    rarity=st.none() | st.sampled_from(Rarity),
    holographic=st.none() | st.booleans(),
    frame=st.none() | st.sampled_from(FrameType),
    foil=st.none() | st.sampled_from(Foil),
)


@given(changes)
def test_a_change_made_twice_is_a_change_made_once(change: Change) -> None:
    once = redressed(leon(), change)
    assert redressed(once, change) == once
    assert Design.from_json(once.to_json()) == once
