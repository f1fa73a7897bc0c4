from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.painters.procedural import vocabulary as known
from bot.painters.procedural import wardrobe
from bot.painters.procedural.attire import Hat, Wings
from bot.painters.procedural.reading import TABLES, _vocabulary
from bot.painters.procedural.tints import AREAS, HUES
from bot.painters.procedural.traits import Companion, Element, Species, Weapon
from bot.painters.procedural.words import Vocabulary, fold, pick, spellings

ENTRIES = [
    pytest.param(table, kind, id=f"{type(kind).__name__}-{kind}") for table in TABLES for kind in table.lines
]


def read(text, table):
    return pick(_vocabulary().find(text), table)


@pytest.mark.parametrize(("table", "kind"), ENTRIES)
def test_every_word_is_read_as_its_own_kind(table, kind):
    for word in spellings(table.lines[kind]):
        assert read(word, table) is kind, word
        assert read(f"a {word} here", table) is kind, word
        if not word.isascii():
            assert read(f"すごい{word}!", table) is kind, word


@pytest.mark.parametrize("table", TABLES)
def test_every_kind_has_japanese_and_english_words(table):
    kinds = type(next(iter(table.lines)))
    # Nobody asks for a beast's mouth or for a sheet by a word; all else has words.
    assert set(table.lines) == set(kinds) or kinds.__name__ in ("Eyes", "Costume")
    for kind, line in table.lines.items():
        ascii_words = [word.isascii() for word in line.split()]
        assert any(ascii_words), kind
        assert not all(ascii_words), kind


@pytest.mark.parametrize("table", TABLES)
def test_no_word_stands_for_two_kinds(table):
    seen = [fold(word) for line in table.lines.values() for word in set(map(fold, spellings(line)))]
    assert len(seen) == len(set(seen)), [word for word in seen if seen.count(word) > 1]


def test_latin_words_are_at_most_three_long():
    for table in TABLES:
        for line in table.lines.values():
            for word in spellings(line):
                assert len(word.split()) <= 3 or not word.isascii(), word


@pytest.mark.parametrize(
    "text", ["ネコ", "ﾈｺ", "ねこ", "CAT", "Ｃａｔ", "Cats", "黒猫", "黒ネコ", "cat's", "the-cat"]
)
def test_width_case_kana_and_plural_do_not_matter(text):
    assert read(text, known.SPECIES) is Species.CAT


@pytest.mark.parametrize(
    ("text", "kind"),
    [("bunnies", Species.RABBIT), ("wolves", Species.WOLF), ("Foxes", Species.FOX), ("mice", Species.MOUSE)],
)
def test_english_plurals_are_read(text, kind):
    assert read(text, known.SPECIES) is kind


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("catapult", known.SPECIES),
        ("education", known.SPECIES),
        ("scatter", known.SPECIES),
        ("見たことがある", known.SPECIES),
        ("カメラマン", known.SPECIES),
        ("ユニバーサル", known.SPECIES),
        ("トラブル", known.SPECIES),
        ("たくましい", known.SPECIES),
        ("馬鹿", known.SPECIES),
        ("竜巻", known.SPECIES),
        ("ひとり", known.SPECIES),
        ("日本の神社", wardrobe.HATS),
        ("精神", wardrobe.HATS),
        ("水曜日の社員", known.ELEMENTS),
        ("木曜と金曜", known.ELEMENTS),
        ("言葉", known.ELEMENTS),
        ("和風", known.ELEMENTS),
        ("star fruit", known.ELEMENTS),
        ("starfish", known.ELEMENTS),
        ("ブロック", known.WEAPONS),
        ("日本", known.WEAPONS),
        ("電話", known.ELEMENTS),
        ("海賊", known.ELEMENTS),
        ("面白い", HUES),
        ("赤ちゃん", HUES),
        ("矛盾", known.WEAPONS),
        ("first time", known.ELEMENTS),
        ("book club", known.WEAPONS),
        ("hot dog", known.SPECIES),
        ("お金", HUES),
    ],
)
def test_false_friends_are_not_read(text, table):
    assert read(text, table) is None


def test_the_longest_word_wins_and_of_equals_the_first():
    assert read("a fox and a dragon", known.SPECIES) is Species.DRAGON
    assert read("猫と犬", known.SPECIES) is Species.CAT
    assert read("犬と猫", known.SPECIES) is Species.DOG
    assert read("ロックギター", known.WEAPONS) is Weapon.GUITAR
    assert read("雪だるま", known.SPECIES) is Species.SNOWMAN
    assert read("雪だるま", known.ELEMENTS) is Element.ICE


def test_a_word_may_say_several_things():
    assert read("海賊の船長", wardrobe.HATS) is Hat.PIRATE
    assert read("海賊の船長", known.WEAPONS) is Weapon.ANCHOR
    assert read("vampire", wardrobe.WINGS) is Wings.BAT
    assert read("vampire", known.SPECIES) is Species.HUMAN
    assert read("死神", known.WEAPONS) is Weapon.SCYTHE
    assert read("猫", known.COMPANIONS) is Companion.CAT
    assert read("赤い帽子", AREAS) is not None


@given(st.text(max_size=80))
def test_any_text_can_be_read(text):
    for table in TABLES:
        read(text, table)


@given(
    st.lists(
        st.sampled_from(["猫", "ネコ", "cat", "の", "と", " ", "ー", "剣", "cats", "王", "ク", "!"]),
        max_size=12,
    )
)
def test_what_is_found_stands_there_in_order_and_apart(parts):
    text = "".join(parts)
    found = _vocabulary().find(text)
    for one in found:
        assert fold(text)[one.start : one.end].startswith(one.word)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_every_decoy_hides_something_and_stands_for_nothing():
    bare = Vocabulary(TABLES, "")
    for word in spellings(known.DECOYS):
        assert bare.find(word), word
        assert not any(fold(word) in table for table in TABLES), word
