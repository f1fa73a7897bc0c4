"""Join Arabic letters without a text engine: each letter's shape is a code point that Unicode itself names.

Vowel points of Arabic and Hebrew are left out, as in names.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_TATWEEL = "\u0640"
_PRESENTATION_FORMS = (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00))
Forms = dict[str, str]
"""The shapes of a letter by "isolated", "initial", "medial" and "final"; a letter that joins nothing lacks some."""


def joined(text: str) -> str:
    """A text with its Arabic letters in the shapes they take beside each other (Unicode's presentation forms).

    Source: the Unicode Standard, chapter 9.2, "Arabic Cursive Joining".
    """
    if not any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text):
        return text
    units = list(_units(text))
    forms = [_forms().get(unit, {}) for unit in units]
    return "".join(
        _shape(
            unit,
            own,
            after=number > 0 and _joins_on(units[number - 1], forms[number - 1]),
            before=number + 1 < len(units) and _joins_back(units[number + 1], forms[number + 1]),
        )
        for number, (unit, own) in enumerate(zip(units, forms, strict=True))
    )


def _units(text: str) -> Iterator[str]:
    """Letters without their points; lam and alef are one."""
    letters = [letter for letter in text if not _is_point(letter)]
    at = 0
    while at < len(letters):
        pair = "".join(letters[at : at + 2])
        unit = pair if len(pair) == 2 and pair in _forms() else letters[at]
        yield unit
        at += len(unit)


def _is_point(letter: str) -> bool:
    name = unicodedata.name(letter, "")
    return unicodedata.category(letter) == "Mn" and name.startswith(("ARABIC", "HEBREW"))


@lru_cache(maxsize=1)
def _forms() -> dict[str, Forms]:
    """The shapes of single letters and of lam with alef, out of Unicode's own data."""
    forms: dict[str, Forms] = {}
    for code in _PRESENTATION_FORMS:
        kind, *codes = unicodedata.decomposition(chr(code)).split() or [""]
        letters = "".join(chr(int(part, 16)) for part in codes)
        if len(letters) == 1 or (len(letters) == 2 and letters[0] == "\u0644" and letters[1] in "اأإآ"):
            forms.setdefault(letters, {}).setdefault(kind.strip("<>"), chr(code))
    return forms


def _joins_on(unit: str, forms: Forms) -> bool:
    return unit == _TATWEEL or "initial" in forms


def _joins_back(unit: str, forms: Forms) -> bool:
    return unit == _TATWEEL or "final" in forms


def _shape(unit: str, forms: Forms, *, after: bool, before: bool) -> str:
    """The shape of a unit that comes `after` one which joins on, and `before` one which joins back."""
    after, before = after and "final" in forms, before and "initial" in forms
    kind = ("medial" if before else "final") if after else ("initial" if before else "isolated")
    return forms.get(kind, unit)
