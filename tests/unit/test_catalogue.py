"""The catalogue against itself and the code: nothing missing, nothing unused, every value there."""

import ast
import functools
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot import errors
from bot.stickers.design import Attribute, FrameType, NameLayout, Rarity
from bot.words import NAMES_OF_KEYS, Language, Words, catalogue_text
from cogs.cards import ATTRIBUTE_KEYS, RARITY_KEYS
from cogs.sticker import FRAME_KEYS, LAYOUT_KEYS

PROJECT = Path(__file__).parents[2]
SPEAKERS = frozenset({"words", "say"})
"""What is called with a key: an instance of Words, and the cogs' function for labels of commands."""
KEY = re.compile(r"[a-z]+(-[a-z0-9]+)+")


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802  fluent names it
        self.names.add(node.id.name)


@functools.cache
def messages(language: Language) -> dict[str, ftl.Message]:
    body = FluentParser().parse(catalogue_text(language)).body
    return {entry.id.name: entry for entry in body if isinstance(entry, ftl.Message)}


def variables(message: ftl.Message) -> set[str]:
    visitor = Variables()
    visitor.visit(message)
    return visitor.names


@functools.cache
def code() -> tuple[tuple[str, ast.Module], ...]:
    files = sorted(file for room in ("bot", "cogs") for file in (PROJECT / room).rglob("*.py"))
    return tuple(
        (str(file.relative_to(PROJECT)), ast.parse(file.read_text(encoding="utf-8"))) for file in files
    )


def nodes() -> Iterator[tuple[str, ast.AST]]:
    for file, module in code():
        for node in ast.walk(module):
            yield f"{file}:{getattr(node, 'lineno', 0)}", node


def name_of(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.lower()
        case _:
            return ""


def spoken() -> Iterator[tuple[str, str, ast.Call]]:
    """Place, key and call of everything said by a literal key."""
    for place, node in nodes():
        match node:
            case ast.Call(func=function, args=[ast.Constant(value=str(key)), *_]) if (
                name_of(function) in SPEAKERS
            ):
                yield place, key, node


def prefixes() -> set[str]:
    """Beginnings of keys that are put together, such as f"stage-{stage}"."""
    found = set()
    for _, node in nodes():
        match node:
            case ast.JoinedStr(values=[ast.Constant(value=str(start)), _]) if start.endswith("-"):
                found.add(start)
    return found


def error_classes() -> dict[str, type[errors.KirasealError]]:
    return {
        name: thing
        for name, thing in vars(errors).items()
        if isinstance(thing, type) and issubclass(thing, errors.KirasealError)
    }


@pytest.mark.parametrize("language", Language)
def test_a_language_is_written_without_mistakes(language: Language) -> None:
    body = FluentParser().parse(catalogue_text(language)).body
    assert [entry.content for entry in body if isinstance(entry, ftl.Junk)] == []
    counts = Counter(entry.id.name for entry in body if isinstance(entry, ftl.Message))
    assert [key for key, count in counts.items() if count > 1] == [], "written twice"


def test_both_languages_have_the_same_keys() -> None:
    assert messages(Language.ENGLISH).keys() ^ messages(Language.JAPANESE).keys() == set()


def test_both_languages_use_the_same_values() -> None:
    japanese = messages(Language.JAPANESE)
    different = {
        key: (variables(message), variables(japanese[key]))
        for key, message in messages(Language.ENGLISH).items()
        if key in japanese and variables(message) != variables(japanese[key])
    }
    assert different == {}


def test_every_key_is_used_somewhere() -> None:
    literals = {node.value for _, node in nodes() if isinstance(node, ast.Constant)}
    beginnings = tuple(prefixes())
    unused = [
        key for key in messages(Language.ENGLISH) if key not in literals and not key.startswith(beginnings)
    ]
    assert unused == []


def test_every_key_that_is_said_is_written() -> None:
    missing = [f"{place}: {key}" for place, key, _ in spoken() if key not in messages(Language.ENGLISH)]
    assert missing == []


def test_every_literal_that_looks_like_one_of_our_keys_is_one() -> None:
    families = {key.split("-")[0] for key in messages(Language.ENGLISH)}
    strangers = [
        f"{place}: {node.value}"
        for place, node in nodes()
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and KEY.fullmatch(node.value)
        and node.value.split("-")[0] in families
        and node.value not in messages(Language.ENGLISH)
    ]
    assert strangers == []


def test_every_sentence_is_said_with_the_values_it_holds() -> None:
    wrong = []
    for place, key, call in spoken():
        given = {keyword.arg for keyword in call.keywords}
        if None not in given and key in messages(Language.ENGLISH):
            held = variables(messages(Language.ENGLISH)[key])
            wrong += [f"{place}: {key} holds {sorted(held)}"] if held != given else []
    assert wrong == []


def test_every_error_has_a_sentence() -> None:
    missing = [kind.key for kind in error_classes().values() if kind.key not in messages(Language.ENGLISH)]
    assert missing == []


def test_every_error_is_raised_with_the_values_its_sentence_holds() -> None:
    wrong = []
    kinds = error_classes()
    for place, node in nodes():
        match node:
            case ast.Call(func=ast.Name(id=name), keywords=keywords) if name in kinds:
                given = {keyword.arg for keyword in keywords}
                held = variables(messages(Language.ENGLISH)[kinds[name].key])
                wrong += (
                    [f"{place}: {name} needs {sorted(held)}"] if None not in given and held - given else []
                )
    assert wrong == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("number", [0, 1, 2, 12000])
def test_every_sentence_can_be_said(language: Language, number: int) -> None:
    words = Words(language)
    for key, message in messages(language).items():
        sentence = words(key, **dict.fromkeys(variables(message), number))
        assert sentence == sentence.strip(), key
        assert sentence, key
        assert "{" not in sentence, key


@pytest.mark.parametrize("language", Language)
def test_markup_is_opened_and_closed(language: Language) -> None:
    words = Words(language)
    for key, message in messages(language).items():
        sentence = words(key, **dict.fromkeys(variables(message), "x"))
        for mark in ("**", "__", "~~", "||", "`"):
            assert sentence.count(mark) % 2 == 0, f"{key}: {mark}"
        for opening, closing in ("()", "“”", "「」", "（）", "[]"):
            assert sentence.count(opening) == sentence.count(closing), f"{key}: {opening}{closing}"
        assert "@everyone" not in sentence, key
        assert "@here" not in sentence, key


def test_values_that_name_keys_are_known_to_the_errors() -> None:
    held = {name for message in messages(Language.ENGLISH).values() for name in variables(message)}
    assert held >= NAMES_OF_KEYS


def test_every_attribute_rarity_frame_and_layout_can_be_chosen_by_a_name_of_its_own() -> None:
    for keys, choices in (
        (ATTRIBUTE_KEYS, Attribute),
        (RARITY_KEYS, Rarity),
        (FRAME_KEYS, FrameType),
        (LAYOUT_KEYS, NameLayout),
    ):
        assert list(keys) == list(choices)
        for language in Language:
            labels = {Words(language)(key) for key in keys.values()}
            assert len(labels) == len(choices), labels
