import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.painters.procedural import words
from bot.painters.procedural.traits import Element, Hat, Species, Weapon, Wings
from bot.painters.procedural.words import fold, mentions, read

TABLES = {
    "species": (words.SPECIES, Species),
    "elements": (words.ELEMENTS, Element),
    "weapons": (words.WEAPONS, Weapon),
    "hats": (words.HATS, Hat),
    "wings": (words.WINGS, Wings),
}
ENTRIES = [
    pytest.param(table, kind, word, id=f"{name}-{kind}-{word}")
    for name, (table, _) in TABLES.items()
    for kind, line in table.items()
    for word in line.split()
]


@pytest.mark.parametrize(("table", "kind", "word"), ENTRIES)
def test_every_word_is_read_as_its_own_kind(table, kind, word):
    assert read(word, table) is kind
    assert read(f"すごい{word}!", table) is kind or word.isascii()
    assert read(f"the {word} of it", table) is kind


@pytest.mark.parametrize("name", TABLES)
def test_every_kind_has_japanese_and_english_words(name):
    table, kinds = TABLES[name]
    assert set(table) == set(kinds)
    for kind, line in table.items():
        ascii_words = [word.isascii() for word in line.split()]
        assert any(ascii_words), kind
        assert not all(ascii_words), kind


@pytest.mark.parametrize("name", TABLES)
def test_no_word_stands_for_two_kinds(name):
    seen = [word for line in TABLES[name][0].values() for word in fold(line).split()]
    assert len(seen) == len(set(seen)), [word for word in seen if seen.count(word) > 1]


@pytest.mark.parametrize("text", ["ネコ", "ﾈｺ", "ねこ", "CAT", "Ｃａｔ", "Cats", "黒猫"])
def test_width_case_kana_and_plural_do_not_matter(text):
    assert read(text, words.SPECIES) is Species.CAT


@pytest.mark.parametrize("text", ["catapult", "education", "scatter"])
def test_latin_words_match_whole(text):
    assert read(text, words.SPECIES) is None


def test_the_longest_word_wins_and_of_equals_the_first():
    assert read("a fox and a dragon", words.SPECIES) is Species.DRAGON
    assert read("猫と犬", words.SPECIES) is Species.CAT
    assert read("犬と猫", words.SPECIES) is Species.DOG
    assert read("ロックギター", words.WEAPONS) is Weapon.GUITAR


@given(st.text(max_size=80))
def test_any_text_can_be_read(text):
    for table, _ in TABLES.values():
        read(text, table)
    mentions(text, words.SHIELDS)


def test_shields_and_capes_are_mentioned():
    assert mentions("光の盾", words.SHIELDS)
    assert mentions("my Shields", words.SHIELDS)
    assert not mentions("windshields", words.SHIELDS)
    assert mentions("マントの男", words.CAPES)
