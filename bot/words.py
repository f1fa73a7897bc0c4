"""Turn keys and values into sentences in the reader's language. The sentences stand in bot/locales/."""

import functools
import warnings
from enum import StrEnum
from importlib import resources
from typing import Self

from fluent.runtime import FluentBundle, FluentResource

from bot.errors import KirasealError

NAMES_OF_KEYS = frozenset({"field", "expected", "permission"})
"""Values of an error that are keys themselves. The others may hold what a member typed: never looked up."""


class Language(StrEnum):
    """A language the catalogue is written in."""

    ENGLISH = "en"
    JAPANESE = "ja"

    @classmethod
    def of_locale(cls, locale: str | None) -> Self:
        """The language for a locale such as `ja`, `en-GB` or `fr`: Japanese, or else English."""
        spoken = (locale or "").replace("_", "-").split("-")[0].lower()
        return cls("ja" if spoken == "ja" else "en")


class MissingWords(UserWarning):
    """The catalogue lacks a key, or a sentence lacks one of its values: a mistake of ours, never of a member.

    A warning rather than an error: the test run turns warnings into errors, so there it stops the test,
    while a running bot logs one line and goes on.
    """


class Words:
    """The catalogue in one language. Call it with a key and values to get a sentence."""

    def __init__(self, language: Language) -> None:
        self.language = language

    @classmethod
    def for_locale(cls, locale: str | None) -> Self:
        """Words for a reader whose locale is `locale`, as Discord spells it (`ja`, `en-US`, ...)."""
        return cls(Language.of_locale(locale))

    def __call__(self, key: str, **values: str | int | float) -> str:
        """The sentence of `key`, filled with `values`.

        Numbers are written the language's way (12,000) and choose the plural; give as text what must stay as
        it is, such as a port. A key that the language lacks is said in English, one that English lacks too is
        returned as it is; both warn with MissingWords.
        """
        for language in dict.fromkeys((self.language, Language.ENGLISH)):
            sentence = _sentence(language, key, values)
            if sentence is not None:
                return sentence
            warnings.warn(f"{language} has no words for {key!r}", MissingWords, stacklevel=2)
        return key

    def __contains__(self, key: object) -> bool:
        """Whether this very language has words for `key`."""
        return isinstance(key, str) and _bundle(self.language).has_message(key)

    def sentence(self, error: KirasealError) -> str:
        """What to tell the reader about an error: what went wrong and what to do."""
        values = {
            name: self(value) if name in NAMES_OF_KEYS and isinstance(value, str) else value
            for name, value in error.values.items()
        }
        return self(error.key, **values)


def catalogue_text(language: Language) -> str:
    """Everything written in one language, as Fluent source (every .ftl file of its folder, by name)."""
    folder = resources.files("bot") / "locales" / language.value
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".ftl")), key=lambda file: file.name
    )
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@functools.cache
def _bundle(language: Language) -> FluentBundle:
    """The parsed catalogue. Kept, for parsing takes longer than many a command."""
    # Without isolation marks: Discord shows them as boxes in code spans, and phones count them as letters.
    bundle = FluentBundle([language.value], use_isolating=False)
    bundle.add_resource(FluentResource(catalogue_text(language)))
    return bundle


def _sentence(language: Language, key: str, values: dict[str, str | int | float]) -> str | None:
    """One sentence of one language, or None when the language does not have it."""
    bundle = _bundle(language)
    pattern = bundle.get_message(key).value if bundle.has_message(key) else None
    if pattern is None:
        return None
    text, mistakes = bundle.format_pattern(pattern, values)
    for mistake in mistakes:
        warnings.warn(f"{language} words for {key!r}: {mistake}", MissingWords, stacklevel=3)
    return str(text)
