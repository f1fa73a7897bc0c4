import random
import re
from collections import Counter
from pathlib import Path

import pytest

from bot.stickers.choosing import (
    COSTUMES,
    ODDS,
    SHORT_IDEA,
    choose_attribute,
    choose_foil,
    choose_name,
    choose_title,
    dice_for,
    draw_rarity,
)
from bot.stickers.colours import parse_metal
from bot.stickers.design import NAME_LIMIT, TITLE_LIMIT, Attribute, Foil, Rarity
from bot.stickers.wording import clean_text
from bot.words import Language, Words

README = Path(__file__).parents[3] / "README.md"
PERCENTAGE = re.compile(r"(\d+) %")
DRAWS = 20_000


def test_the_odds_cover_every_rarity_and_sum_to_a_hundred() -> None:
    assert set(ODDS) == set(Rarity)
    assert sum(ODDS.values()) == 100


@pytest.mark.parametrize("seed", range(3))
def test_rarities_come_out_as_often_as_published(seed: int) -> None:
    dice = random.Random(seed)
    drawn = Counter(draw_rarity(dice) for _ in range(DRAWS))
    for rarity, odds in ODDS.items():
        share = 100 * drawn[rarity] / DRAWS
        assert abs(share - odds) < 1.5, f"{rarity}: {share:.1f} % rather than {odds} %"


@pytest.mark.parametrize("language", Language)
def test_the_odds_that_are_called_usual_are_the_odds(language: Language) -> None:
    for key, rarity in (("about-rare", Rarity.RARE), ("about-super-rare", Rarity.SUPER_RARE)):
        assert int(re.findall(r"\d+", Words(language)(key))[-1]) == ODDS[rarity]


def test_the_odds_in_the_readme_are_the_odds() -> None:
    (line,) = (line for line in README.read_text(encoding="utf-8").splitlines() if "`surprise`" in line)
    assert [int(number) for number in PERCENTAGE.findall(line)] == list(ODDS.values())


@pytest.mark.parametrize(
    ("idea", "attribute"),
    [
        ("a little ANGEL", Attribute.ANGEL),
        ("いたずら悪魔", Attribute.DEVIL),
        ("a wizard of the dark", Attribute.MAGIC),
        ("盾の騎士", Attribute.GUARDIAN),
        ("破壊の怪獣", Attribute.DESTROYER),
        ("a holy king", Attribute.HOLY),
        ("two KNIGHTS drinking and singing", Attribute.GUARDIAN),
    ],
)
def test_words_hint_at_an_attribute(idea: str, attribute: Attribute) -> None:
    assert {choose_attribute(idea, random.Random(seed)) for seed in range(8)} == {attribute}


@pytest.mark.parametrize("idea", ["tea", "a drinking simpleton who eats macaroni"])
def test_words_that_hint_at_nothing_can_become_anything(idea: str) -> None:
    dice = random.Random(1)
    assert {choose_attribute(idea, dice) for _ in range(200)} == set(Attribute)


def test_every_attribute_has_a_costume_of_known_metal_and_foils() -> None:
    assert set(COSTUMES) == set(Attribute)
    for attribute, costume in COSTUMES.items():
        assert parse_metal(costume.metal) == costume.metal
        assert choose_foil(attribute, Rarity.NORMAL, random.Random(1)) is Foil.WAVE
        assert choose_foil(attribute, Rarity.RARE, random.Random(1)) in costume.rare
        assert choose_foil(attribute, Rarity.SUPER_RARE, random.Random(1)) in costume.super_rare


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("attribute", Attribute)
def test_invented_names_and_titles_are_clean_and_fit(language: Language, attribute: Attribute) -> None:
    dice = random.Random(2)
    for _ in range(50):
        name = choose_name("", attribute, language.value, dice)
        title = choose_title(attribute, language.value, dice)
        assert name == clean_text(name, field="field-name", limit=NAME_LIMIT) != ""
        assert title == clean_text(title, field="field-title", limit=TITLE_LIMIT) != ""


def test_short_words_are_the_name_and_long_ones_are_not() -> None:
    dice = random.Random(3)
    short, long = "x" * SHORT_IDEA, "x" * (SHORT_IDEA + 1)
    assert choose_name(short, Attribute.HOLY, "en", dice) == short
    assert choose_name(long, Attribute.HOLY, "en", dice) != long


def test_dice_of_one_idea_fall_alike_and_of_another_differently() -> None:
    assert dice_for("Leon", "", None).random() == dice_for("Leon", None, "").random()
    assert dice_for("Leon", "").random() != dice_for("", "Leon").random()


def test_dice_fall_as_they_always_fell() -> None:
    # Were this to change, the same words would suddenly look different.
    assert dice_for("Leon", "a sword of flame").randrange(10**9) == FELL


FELL = 909444404
