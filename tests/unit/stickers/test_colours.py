import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UnknownColour
from bot.stickers.colours import COLOURS, METALS, parse_colour, parse_metal, suggest_colours
from bot.stickers.design import FRAME_COLOURS, RAINBOW
from bot.words import Language, Words

WORDS = [(word, colour.value) for colour in COLOURS for word in colour.words]
hexadecimal = st.text("0123456789abcdef", min_size=6, max_size=6)


@pytest.mark.parametrize(("word", "value"), WORDS)
def test_every_word_for_a_colour_is_understood(word: str, value: str) -> None:
    assert parse_colour(word) == parse_colour(f"  {word.upper()} ") == value


def test_no_word_means_two_colours() -> None:
    words = [word for word, _ in WORDS]
    assert sorted(words) == sorted(set(words))


@given(hexadecimal)
def test_six_digits_are_a_colour_with_and_without_their_hash(digits: str) -> None:
    assert parse_colour(f"#{digits}") == parse_colour(digits.upper()) == f"#{digits}"


@given(hexadecimal)
def test_three_digits_are_doubled(digits: str) -> None:
    red, green, blue = digits[:3]
    assert parse_colour(f"#{red}{green}{blue}") == f"#{red * 2}{green * 2}{blue * 2}"


def test_full_width_digits_are_digits() -> None:
    assert parse_colour("＃ＦＦ８８００") == "#ff8800"


@given(st.text())
def test_any_text_is_a_colour_or_refused_in_a_few_words(text: str) -> None:
    try:
        value = parse_colour(text)
    except UnknownColour as refusal:
        said = str(refusal.values["colour"])
    else:
        said = ""
        assert value == RAINBOW or (len(value) == 7 and int(value[1:], 16) >= 0)
    assert text.startswith(said)
    assert len(said) <= 40


@pytest.mark.parametrize("text", ["", "#", "#12345", "#gggggg", "red blue", "##ff8800", "#ff8800ff"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(UnknownColour):
        parse_colour(text)


@pytest.mark.parametrize("metal", FRAME_COLOURS)
def test_every_metal_is_understood_by_its_name(metal: str) -> None:
    assert parse_metal(metal) == metal


def test_a_frame_takes_metals_colours_and_turns_rainbow_into_silver() -> None:
    assert parse_metal("銅") == "copper"
    assert parse_metal("#abc") == "#aabbcc"
    assert parse_metal("pink") == parse_colour("pink")
    assert parse_metal("虹") == "silver"


def test_colours_that_begin_as_typed_come_before_those_that_contain_it() -> None:
    labels = [colour.label for colour in suggest_colours("g")]
    assert labels[:2] == ["colour-gold", "colour-green"]
    assert labels.index("colour-silver") < labels.index("colour-orange")
    assert len(labels) == len(set(labels))


def test_nothing_typed_suggests_every_colour() -> None:
    assert suggest_colours("") == list(COLOURS)


def test_what_nobody_knows_suggests_nothing() -> None:
    assert suggest_colours("zzz") == []


@pytest.mark.parametrize("language", Language)
def test_every_colour_and_metal_has_a_name_that_is_understood(language: Language) -> None:
    words = Words(language)
    for colour in COLOURS:
        emoji, _, name = words(colour.label).partition(" ")
        assert not emoji.isalpha()
        assert parse_colour(name) == colour.value
    for metal, label in METALS.items():
        assert parse_metal(words(label)) == metal
