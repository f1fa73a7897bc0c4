"""The matching angel, guardian and devil of one idea."""

from dataclasses import replace

import pytest

from bot.stickers import choosing
from bot.stickers.design import Attribute, Design, Effects, Rarity
from bot.stickers.request import Request, freeze
from bot.stickers.trio import TRIO, companions


def design(attribute: Attribute, title: str) -> Design:
    dice = choosing.dice_for("Leo")
    return freeze(
        Request(language="en", name="Leo", title=title, attribute=attribute, rarity=Rarity.RARE), dice
    )


def test_a_holy_seal_has_three_companions_of_the_same_name_and_rarity() -> None:
    found = companions(design(Attribute.HOLY, "Mine"))
    assert tuple(found) == TRIO
    assert {(each.name, each.title, each.rarity, each.prompt) for each in found.values()} == {
        ("Leo", "Mine", Rarity.RARE, "")
    }
    assert len({each.seed() for each in found.values()}) == 3


@pytest.mark.parametrize("attribute", TRIO)
def test_one_of_the_trio_has_the_other_two(attribute: Attribute) -> None:
    assert set(companions(design(attribute, ""))) == set(TRIO) - {attribute}


@pytest.mark.parametrize(("title", "language"), [("聖なる光の使者", "ja"), ("Herald of Light", "en")])
def test_a_title_that_was_chosen_gives_way_in_its_own_language(title: str, language: str) -> None:
    for attribute, each in companions(design(Attribute.HOLY, title)).items():
        assert choosing.language_of_title(each.title, attribute) == language


def test_frames_and_effects_that_somebody_chose_stay() -> None:
    holy = replace(design(Attribute.HOLY, ""), effects=Effects(holographic=False, sparkle=True, aura=True))
    assert {each.effects for each in companions(holy).values()} == {holy.effects}
