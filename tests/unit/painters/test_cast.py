from collections import Counter

import pytest

from bot.drawing.colours import distance
from bot.painters.procedural import manners, wardrobe
from bot.painters.procedural import vocabulary as known
from bot.painters.procedural.attire import Costume, Hat, Wings, Worn
from bot.painters.procedural.cast import cast
from bot.painters.procedural.customs import MOODS
from bot.painters.procedural.tints import HUES, SHADES
from bot.painters.procedural.traits import Element, Feeling, Hold, Species, Stance, Traits, Weapon
from bot.painters.procedural.words import spellings
from bot.stickers.design import Attribute, Rarity

FIELDS = {
    "species": known.SPECIES,
    "element": known.ELEMENTS,
    "weapon": known.WEAPONS,
    "hat": wardrobe.HATS,
    "wings": wardrobe.WINGS,
    "cape": wardrobe.CAPES,
    "hair": wardrobe.HAIR,
    "worn": wardrobe.WORN,
    "costume": wardrobe.COSTUMES,
    "feeling": manners.FEELINGS,
    "eyes": manners.EYES,
    "pose": manners.POSES,
    "stance": manners.STANCES,
}
WISHES = [
    pytest.param(field, kind, spellings(line), id=f"{field}-{kind}")
    for field, table in FIELDS.items()
    for kind, line in table.lines.items()
]


@pytest.mark.parametrize(("field", "kind", "words"), WISHES)
def test_every_word_of_the_tables_shows_in_the_traits(design, field, kind, words):
    for number, word in enumerate(words):
        attribute = list(Attribute)[number % 6]
        assert getattr(cast(design(prompt=word, name="A", attribute=attribute)), field) is kind, word


@pytest.mark.parametrize("kind", list(known.COMPANIONS.lines))
def test_every_word_for_a_companion_brings_it_along(design, kind):
    for word in spellings(known.COMPANIONS.lines[kind]):
        prompt = f"a boy with a {word}" if word.isascii() else f"{word}をつれた少年"
        look = cast(design(prompt=prompt, name="A"))
        assert (look.species, look.companion) == (Species.HUMAN, kind), word


@pytest.mark.parametrize("hue", list(HUES.lines))
def test_every_word_of_colour_colours_something(design, hue):
    for word in spellings(HUES.lines[hue]):
        look = cast(design(prompt=f"{word} 戦士", name="A", attribute=Attribute.HOLY)).colours
        other = cast(design(prompt="戦士", name="A", attribute=Attribute.HOLY)).colours
        assert SHADES[hue] == look.hair or look.deep != other.deep, word


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
    assert Costume.TOGA not in costumes[Attribute.DEVIL]
    assert Costume.SPIKED not in costumes[Attribute.ANGEL]


@pytest.mark.parametrize("attribute", list(Attribute))
def test_the_bright_side_has_haloes_and_the_dark_side_fangs(design, attribute):
    look = cast(design(prompt="少年", attribute=attribute))
    assert look.fangs == attribute.is_dark
    assert look.halo == (attribute in (Attribute.HOLY, Attribute.ANGEL))


def splendour(look: Traits) -> int:
    """How many ornaments a figure has."""
    return sum(map(bool, (look.wings, look.cape, look.backdrop, look.companion, look.hat is Hat.CROWN)))


def test_the_rarer_the_more_ornaments(design):
    counts = [
        sum(
            splendour(cast(design(attribute=attribute, rarity=rarity, variation=number)))
            for attribute in Attribute
            for number in range(20)
        )
        for rarity in Rarity
    ]
    assert counts[1] > 1.3 * counts[0], counts
    assert counts[2] > 1.3 * counts[1], counts


def test_the_most_splendid_always_have_wings_a_cape_and_a_backdrop(design):
    for attribute in Attribute:
        look = cast(design(attribute=attribute, rarity=Rarity.SUPER_RARE))
        assert look.wings
        assert look.cape
        assert look.backdrop
        assert look.splendour == 2


@pytest.mark.parametrize("hat", [hat for hat in Hat if not hat.leaves_horns])
def test_no_horns_grow_through_a_hat(design, hat):
    word = spellings(wardrobe.HATS.lines[hat])[0]
    for number in range(10):
        assert not cast(design(prompt=f"鬼 {word}", attribute=Attribute.DEVIL, variation=number)).horns


def test_a_shield_is_carried_when_asked_for(design):
    assert cast(design(prompt="盾")).stance is Stance.SHIELD


def test_folded_arms_hold_nothing_unless_both_are_asked_for(design):
    for number in range(40):
        assert cast(design(prompt="腕組み", variation=number)).weapon is None
        look = cast(design(variation=number))
        assert look.weapon is None or look.stance is not Stance.CROSSED
    assert cast(design(prompt="腕組み 剣")).weapon is Weapon.SWORD


def test_bulky_things_are_held_away_from_the_head(design):
    for number in range(20):
        assert cast(design(prompt="風船", variation=number)).hold is Hold.OUT


def test_unasked_figures_are_mostly_human_and_of_many_kinds(design):
    cast_of = Counter(cast(design(variation=number)).species for number in range(200))
    assert cast_of[Species.HUMAN] > 100, cast_of
    assert len(cast_of) >= 8, cast_of


def test_feathers_can_be_asked_for_on_the_dark_side(design):
    assert cast(design(prompt="翼", attribute=Attribute.DEVIL)).wings is Wings.FEATHER


@pytest.mark.parametrize("feeling", list(Feeling))
def test_a_feeling_chooses_eyes_and_mouth_and_nothing_hides_them(design, feeling):
    word = spellings(manners.FEELINGS.lines[feeling])[0]
    for number in range(20):
        look = cast(design(prompt=word, attribute=Attribute.DEVIL, variation=number))
        assert look.eyes in MOODS[feeling][0]
        assert look.mouth in MOODS[feeling][1]
        assert look.worn is None or look.worn in (Worn.BEARD, Worn.MASK)
        assert look.fierce == (feeling is Feeling.ANGER)


def test_beasts_have_hair_only_when_it_is_asked_for(design):
    assert cast(design(prompt="猫")).hair is None
    assert cast(design(prompt="アフロの猫")).hair == "afro"
    assert cast(design(prompt="赤い髪の猫")).hair


def test_hair_that_was_asked_for_is_not_hidden_by_a_hat_that_was_not(design):
    for number in range(40):
        assert cast(design(prompt="モヒカン", rarity=Rarity.SUPER_RARE, variation=number)).hat is None


@pytest.mark.parametrize("species", list(Species))
def test_skin_stands_off_the_cloth_where_the_species_allows(design, species):
    word = spellings(known.SPECIES.lines[species])[0]
    apart = [
        distance(colours.skin, colours.cloth)
        for number in range(12)
        for colours in [
            cast(design(prompt=f"{word} earth", attribute=Attribute.GUARDIAN, variation=number)).colours
        ]
    ]
    assert min(apart) > 80, min(apart)


def test_who_has_no_colour_of_its_own_takes_that_of_the_element(design):
    for number in range(12):
        skin = cast(design(prompt="氷の竜", variation=number)).colours.skin
        assert int(skin[5:], 16) > int(skin[1:3], 16), f"{skin} is no colour of ice"
