"""Which names can stand upright (縦書き), and which of those do."""

import random
import unicodedata

from bot.stickers.design import NameLayout

_MOST_ASKED, _MOST_CHOSEN = 8, 6
"""Letters that a column holds at all, and with which it is beautiful."""
_ONE_IN = 4
"""Of the names that would be beautiful, so many stand upright unasked."""
_SQUARE = ("HIRAGANA", "KATAKANA", "CJK", "HANGUL", "IDEOGRAPHIC")
_MOST_OTHERS = 3
"""Latin letters and digits that an upright name may have among its own."""


def borne(name: str, layout: NameLayout) -> NameLayout:
    """The layout, if the name can bear it: all others are arched."""
    length, standing, others = _census(name)
    stands = standing >= 2 and others <= min(_MOST_OTHERS, standing) and length <= _MOST_ASKED
    return layout if stands else NameLayout.ARCHED


def choose_layout(name: str, dice: random.Random) -> NameLayout:
    """A layout for a name of which nobody said how it is to be set."""
    length, _, _ = _census(name)
    chosen = dice.randrange(_ONE_IN) == 0 and length <= _MOST_CHOSEN
    return borne(name, NameLayout.VERTICAL if chosen else NameLayout.ARCHED)


def _census(name: str) -> tuple[int, int, int]:
    """All visible characters of a name; those set in squares; letters and digits of other scripts."""
    seen = [each for each in name if not each.isspace() and unicodedata.category(each)[0] not in "MC"]
    letters = [each for each in seen if each.isalnum()]
    standing = sum(unicodedata.name(each, "").startswith(_SQUARE) for each in letters)
    return len(seen), standing, len(letters) - standing
