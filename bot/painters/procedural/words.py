"""Find the words of a vocabulary in a text, in Japanese and English. Decides nothing about figures."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

Kind = TypeVar("Kind", bound=StrEnum)

_LATIN = re.compile(r"[a-z]+")
_KANA = re.compile(r"[ぁ-ゖァ-ヺー]+")
_KATAKANA = re.compile(r"[ァ-ヺー]+")
_PLURALS = ("es", "s")


def fold(text: str) -> str:
    """Width, case and kana made one: a table needs each word in one spelling only."""
    # Katakana to hiragana: the two blocks lie 0x60 apart.
    return "".join(chr(ord(letter) - 0x60) if "ァ" <= letter <= "ヶ" else letter for letter in _plain(text))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def spellings(line: str) -> list[str]:
    """The words of a table's line: separated by spaces, while `_` stands for a space within one."""
    return [word.replace("_", " ") for word in line.split()]


class Table(Generic[Kind]):
    """Which words stand for which kind of one trait."""

    def __init__(self, lines: Mapping[Kind, str]) -> None:
        self.lines = lines
        self._kinds = {fold(word): kind for kind, line in lines.items() for word in spellings(line)}

    def __contains__(self, word: str) -> bool:
        return word in self._kinds

    def kind(self, word: str) -> Kind:
        """What a folded word stands for. Raises KeyError if it is not in the table."""
        return self._kinds[word]

    def words(self) -> Iterable[str]:
        """All words as they are written in the table."""
        return (word for line in self.lines.values() for word in spellings(line))


@dataclass(frozen=True, slots=True)
class Found:
    """A known word, folded, and where in the folded text it begins and ends."""

    word: str
    start: int
    end: int


class Vocabulary:
    """All words of several tables, and such as stand for nothing but hide shorter ones: 日本 is no 日.

    Latin words match whole, a plural apart, so that "cat" is not found in "catapult". Kana of one or two letters
    match only as they are written in the tables, and katakana of up to three not in the middle of other katakana:
    タコ is not found in 見たこと, nor ロック in ブロックス.
    """

    def __init__(self, tables: Iterable[Table[Any]], decoys: str) -> None:
        written = set(spellings(decoys)).union(*(table.words() for table in tables))
        self._written = {_plain(word) for word in written}
        self._words = {fold(word) for word in written}
        self._longest = max(len(word) for word in self._words)

    def find(self, text: str) -> tuple[Found, ...]:
        """The known words of a text in order; of words within one another only the longest."""
        plain = _plain(text)
        found = sorted(
            {*self._find_latin(plain), *self._find_kana_and_kanji(plain)}, key=lambda it: (it.start, -it.end)
        )
        outermost: list[Found] = []
        for one in found:
            if not any(other.start <= one.start and one.end <= other.end for other in outermost):
                outermost.append(one)
        return tuple(outermost)

    def _find_latin(self, plain: str) -> Iterator[Found]:
        tokens = list(_LATIN.finditer(plain))
        for first, start in enumerate(tokens):
            for last in tokens[first : first + 3]:
                phrase = re.sub(r"[^a-z]+", " ", plain[start.start() : last.end()])
                word = next((word for word in _singulars(phrase) if word in self._words), None)
                if word:
                    yield Found(word, start.start(), last.end())

    def _find_kana_and_kanji(self, plain: str) -> Iterator[Found]:
        folded = fold(plain)
        for start, letter in enumerate(plain):
            if letter.isascii():
                continue
            for end in range(start + 1, min(start + self._longest, len(plain)) + 1):
                if folded[start:end] in self._words and self._is_whole(plain, start, end):
                    yield Found(folded[start:end], start, end)

    def _is_whole(self, plain: str, start: int, end: int) -> bool:
        word = plain[start:end]
        if len(word) > 3 or not _KANA.fullmatch(word):
            return True
        joined = _KATAKANA.fullmatch(word) and (
            _KATAKANA.match(plain[start - 1 : start]) is not None,
            _KATAKANA.match(plain[end : end + 1]) is not None,
        )
        if len(word) == 3:
            return not (joined and all(joined))
        return word in self._written and not (joined and any(joined))


def _singulars(phrase: str) -> Iterator[str]:
    """The phrase, and what it may be the plural of."""
    yield phrase
    if phrase.endswith("ies"):
        yield phrase[:-3] + "y"
    for ending in _PLURALS:
        if phrase.endswith(ending):
            yield phrase.removesuffix(ending)


def pick(found: Iterable[Found], table: Table[Kind]) -> Kind | None:
    """The kind whose word is the longest; of equals, the one that stands first."""
    known = [one for one in found if one.word in table]
    best = min(known, key=lambda one: (-len(one.word), one.start), default=None)
    return table.kind(best.word) if best else None
