import random

import pytest

from bot.painters.procedural.attire import Cape, Hat
from bot.painters.procedural.reading import wishes
from bot.painters.procedural.tints import Area, Hue
from bot.painters.procedural.traits import Companion, Element, Species
from bot.stickers.choosing import choose_name
from bot.stickers.design import Attribute


def read(design, prompt, **more):
    return wishes(design(prompt=prompt, name="A", **more))


@pytest.mark.parametrize(
    ("prompt", "species", "companion"),
    [
        ("猫をつれた少年", Species.HUMAN, Companion.CAT),
        ("ひよこを連れた犬", Species.DOG, Companion.CHICK),
        ("小さなドラゴンと旅する狐", Species.FOX, Companion.DRAGON),
        ("猫と犬", Species.CAT, Companion.DOG),
        ("兎の武者と小鳥", Species.RABBIT, Companion.CHICK),
        ("相棒の星", None, Companion.STAR),
        ("スライムをつれた勇者", Species.HUMAN, Companion.SLIME),
        ("a boy with a cat", Species.HUMAN, Companion.CAT),
        ("a fox and a dragon", Species.FOX, Companion.DRAGON),
        ("a bear with his little dog", Species.BEAR, Companion.DOG),
        ("a knight with a tiny ghost", None, Companion.GHOST),
        ("a cat", Species.CAT, None),
        ("猫の王", Species.CAT, None),
        ("竜の騎士", Species.DRAGON, None),
        ("a girl with cat ears", Species.HUMAN, None),
    ],
)
def test_who_comes_along_is_told_from_who_it_is(design, prompt, species, companion):
    wish = read(design, prompt)
    assert (wish.species, wish.companion) == (species, companion)


@pytest.mark.parametrize(
    ("prompt", "area", "hue"),
    [
        ("赤い髪の剣士", Area.HAIR, Hue.RED),
        ("blue hair idol", Area.HAIR, Hue.BLUE),
        ("blue-haired idol", Area.HAIR, Hue.BLUE),
        ("金髪の王子", Area.HAIR, Hue.GOLD),
        ("銀髪のツインテール", Area.HAIR, Hue.SILVER),
        ("髪が緑の少年", Area.HAIR, Hue.GREEN),
        ("黒いマントの怪人", Area.CAPE, Hue.BLACK),
        ("a red cape", Area.CAPE, Hue.RED),
        ("青い肌の鬼", Area.SKIN, Hue.BLUE),
        ("黒猫", Area.SKIN, Hue.BLACK),
        ("黄金のライオン", Area.SKIN, Hue.GOLD),
        ("white dog", Area.SKIN, Hue.WHITE),
        ("緑色の服の狩人", Area.CLOTHES, Hue.GREEN),
        ("a pink dress", Area.CLOTHES, Hue.PINK),
        ("赤い目", Area.EYES, Hue.RED),
        ("a wizard with a blue hat", Area.HAT, Hue.BLUE),
    ],
)
def test_a_colour_belongs_to_what_it_is_said_of(design, prompt, area, hue):
    wish = read(design, prompt)
    assert wish.areas == {area: hue}
    assert wish.main is None


@pytest.mark.parametrize(
    ("prompt", "hue"), [("赤い騎士", Hue.RED), ("紫の戦士", Hue.PURPLE), ("green", Hue.GREEN)]
)
def test_any_other_colour_is_the_main_one(design, prompt, hue):
    wish = read(design, prompt)
    assert (wish.main, wish.areas) == (hue, {})


@pytest.mark.parametrize(
    ("prompt", "species"),
    [
        ("bee hero", Species.BEE),
        ("猫の女の子", Species.CAT),
        ("犬の先生", Species.DOG),
        ("吸血鬼", Species.HUMAN),
        ("a brave warrior", Species.HUMAN),
    ],
)
def test_people_are_meant_only_where_no_other_kind_is_named(design, prompt, species):
    assert read(design, prompt).species is species


def test_two_colours_may_be_said_of_two_parts(design):
    assert read(design, "red hair and a blue cape").areas == {Area.HAIR: Hue.RED, Area.CAPE: Hue.BLUE}


def test_the_name_fills_only_what_the_prompt_leaves_open(design):
    wish = wishes(design(prompt="a knight of fire, blue hair", name="Thunder Cat", title=""))
    assert (wish.element, wish.species, wish.areas) == (Element.FIRE, Species.CAT, {Area.HAIR: Hue.BLUE})
    assert wishes(design(prompt="", name="炎のねこ")).element is Element.FIRE


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("attribute", list(Attribute))
def test_no_invented_name_calls_up_a_creature_or_a_mood(design, language, attribute):
    for seed in range(100):
        name = choose_name("", attribute, language, random.Random(seed))
        wish = wishes(design(prompt="", name=name, title=""))
        assert (wish.species, wish.companion, wish.feeling) == (None, None, None), name


def test_the_title_fills_only_what_is_left_open(design):
    wish = read(design, "猫 マント", title="犬の忍者 マフラー")
    assert (wish.species, wish.hat, wish.cape) == (Species.CAT, Hat.NINJA, Cape.PLAIN)
