"""What members typed, as it goes out: shown as it is, and dead."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.stickers.wording import visible
from bot.words import Language, Words
from cogs.speaking import as_plain, plain

HOSTILE = (
    "@everyone @here",
    "<@1> <@&2> <#3> <t:1:R> </sticker:4> <:e:5> <a:e:6>",
    "**a** __b__ ~~c~~ ||d|| `e` ```f```",
    "# h",
    "-# small",
    "> quote",
    "- list",
    "[link](https://example.invalid)",
    "https://example.invalid/a_b*c",
    "\\*already\\* escaped\\",
    "\u202edesrever\u202c \u2066x\u2069",
    "zero\u200bwidth\ufeff",
    "a\nb\r\nc\u2028d",
    "\ud83d half an emoji \udc36",
    "Z̸̧̢̛̪̰͚̭a̷l̵g̶o̸",
    "👨‍👩‍👧‍👦" * 25,
    "\x00\x1b[2J\x7f",
)


def as_shown(text: str) -> str:
    """What Discord's app makes of it: a backslash before punctuation vanishes, and some letters have no width."""
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", text.replace("\u2060", "").replace("@\u200b", "@"))


def alive(text: str) -> set[str]:
    """What in it would be more than letters."""
    without_escaped = re.sub(r"\\[^0-9A-Za-z\s]", "", text)
    marks = set(re.findall(r"[*_~`|<>#\[\]]|^\s*-", without_escaped))
    unseen = set(re.findall("[\n\r\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text))
    return marks | unseen | set(re.findall("://|@everyone|@here", text))


@pytest.mark.parametrize("text", HOSTILE)
def test_it_is_shown_as_it_was_typed_and_nothing_of_it_lives(text: str) -> None:
    assert as_shown(plain(text)) == visible(text)
    assert alive(plain(text)) == set()


@given(
    st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from("\\*_~`|<>#[]()-:/@ \n&1everyonhr")), max_size=60
    )
)
@example("\\")
@example("@\\everyone")
def test_any_text_is_shown_as_it_was_typed_and_nothing_of_it_lives(text: str) -> None:
    assert as_shown(plain(text)) == visible(text).replace("@\u200b", "@")
    assert alive(plain(text)) == set()


@given(st.text(max_size=60))
def test_what_is_visible_is_one_line_that_can_be_written_anywhere(text: str) -> None:
    once = visible(text)
    assert visible(once) == once
    assert len(once.splitlines()) <= 1
    assert once.encode().decode() == once
    assert "\0" not in once


@given(st.text(max_size=40), st.sampled_from(list(Language)))
@example("{ $name }", Language.ENGLISH)
@example("{ error-unknown }", Language.JAPANESE)
@example('{ "x" } { DATETIME($d) }', Language.ENGLISH)
def test_the_catalogue_puts_in_what_was_typed_and_reads_nothing_into_it(
    text: str, language: Language
) -> None:
    said = Words(language)("history-theirs", name=text)
    around = Words(language)("history-theirs", name="\x1f").split("\x1f")
    assert said == text.join(around)


def test_keys_among_the_values_of_an_error_stay_keys() -> None:
    values = {"field": "field-name", "limit": 100, "colour": "*red*"}
    assert as_plain(values) == {"field": "field-name", "limit": 100, "colour": r"\*red\*"}
