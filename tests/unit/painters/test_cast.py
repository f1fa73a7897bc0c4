from collections import Counter

import pytest

from bot.drawing.colours import distance
from bot.painters.procedural import words
from bot.painters.procedural.cast import cast
from bot.painters.procedural.traits import Costume, Element, Hat, Species, Stance, Weapon, Wings
from bot.stickers.design import Attribute, Rarity

WISHES = [
    pytest.param(field, kind, word, id=f"{kind}-{word}")
    for field, table in (
        ("species", words.SPECIES),
        ("element", words.ELEMENTS),
        ("weapon", words.WEAPONS),
        ("hat", words.HATS),
        ("wings", words.WINGS),
    )
    for kind, line in table.items()
    for word in line.split()
]


@pytest.mark.parametrize(("field", "kind", "word"), WISHES)
def test_every_word_of_the_tables_shows_in_the_traits(design, field, kind, word):
    assert getattr(cast(design(prompt=word, name="A")), field) is kind


def test_a_whole_sentence_is_granted_in_both_languages(design):
    for prompt in ("氷の竜の王。ギターをもつ", "an ice dragon king with a guitar"):
        look = cast(design(prompt=prompt))
        assert (look.species, look.element, look.weapon, look.hat) == (
            Species.DRAGON,
            Element.ICE,
            Weapon.GUITAR,
            Hat.CROWN,
        )


def test_the_name_is_read_and_the_title_only_for_what_they_leave_open(design):
    assert cast(design(name="ネコ侍")).species is Species.CAT
    look = cast(design(prompt="猫", title="炎の犬"))
    assert (look.species, look.element) == (Species.CAT, Element.FIRE)


def test_the_same_design_is_cast_the_same_and_another_variation_is_not(design):
    assert cast(design(prompt="猫")) == cast(design(prompt="猫"))
    assert len({cast(design(prompt="猫", variation=number)).jitter for number in range(20)}) == 20


def test_attributes_dress_differently(design):
    costumes = {
        attribute: {cast(design(attribute=attribute, variation=number)).costume for number in range(30)}
        for attribute in Attribute
    }
    assert Costume.TOGA in costumes[Attribute.ANGEL]
    assert Costume.SPIKED in costumes[Attribute.DESTROYER]
    assert not costumes[Attribute.ANGEL] & costumes[Attribute.DEVIL] - {Costume.GI}, (
        "but for what goes with a headband"
    )


@pytest.mark.parametrize("attribute", list(Attribute))
def test_the_bright_side_has_haloes_and_the_dark_side_fangs(design, attribute):
    look = cast(design(prompt="少年", attribute=attribute))
    assert look.fangs == attribute.is_dark
    assert look.halo == (attribute in (Attribute.HOLY, Attribute.ANGEL))


def test_the_most_splendid_always_has_wings_and_a_cape(design):
    for attribute in Attribute:
        look = cast(design(attribute=attribute, rarity=Rarity.SUPER_RARE))
        assert look.wings
        assert look.cape
        assert look.splendour == 2


@pytest.mark.parametrize("hat", [Hat.WIZARD, Hat.NINJA, Hat.KNIGHT, Hat.WREATH])
def test_no_horns_grow_through_a_hat(design, hat):
    word = words.HATS[hat].split()[0]
    for number in range(20):
        assert not cast(design(prompt=f"鬼 {word}", attribute=Attribute.DEVIL, variation=number)).horns


def test_a_shield_is_carried_when_asked_for(design):
    assert cast(design(prompt="盾")).stance is Stance.SHIELD


def test_unasked_figures_are_mostly_human_and_of_many_kinds(design):
    cast_of = Counter(cast(design(variation=number)).species for number in range(200))
    assert cast_of[Species.HUMAN] > 100, cast_of
    assert len(cast_of) >= 5, cast_of


def test_feathers_can_be_asked_for_on_the_dark_side(design):
    assert cast(design(prompt="翼", attribute=Attribute.DEVIL)).wings is Wings.FEATHER


def test_skin_stands_off_the_cloth_where_the_species_allows(design):
    for number in range(60):
        colours = cast(design(prompt="bird light", variation=number)).colours
        assert distance(colours.skin, colours.cloth) > 60, colours
