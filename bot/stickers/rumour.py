"""Write the rumour on a back by rule: which sentences of the catalogue suit a design. No two seals sound alike."""

import random
from typing import assert_never

from bot.stickers.choosing import dice_for
from bot.stickers.design import Design, Rarity
from bot.words import Language, Words

LONGEST_NAME = 16
"""Longer names are not said: they would leave no room for the rumour."""
LONGEST_WORDS = {Language.JAPANESE: 10, Language.ENGLISH: 18}
"""A prompt up to this many characters is quoted."""

_LINKS = 8
_OWN = 2
"""How much more often a sentence of the design's own kind comes up than one for anyone."""

_QUOTES = 6
"""The same for the asker's own words, as long as they are short."""


def rumour(design: Design, say: Words) -> str:
    """Three sentences in the reader's language; the same design gets the same ones every time."""
    dice = dice_for("rumour", design.to_json())
    values = {
        "name": design.name if len(design.name) <= LONGEST_NAME else say("rumour-somebody"),
        "words": design.prompt,
    }
    keys = (
        f"rumour-opening-{_opening(design, dice)}",
        f"rumour-link-{dice.randint(1, _LINKS)}",
        f"rumour-middle-{_middle(design, say.language, dice)}",
        f"rumour-ending-{_ending(design, dice)}",
    )
    blank = "" if say.language is Language.JAPANESE else " "
    return blank.join(say(key, **values) for key in keys)


def _opening(design: Design, dice: random.Random) -> str:
    return dice.choice([*_numbered("", 8), *_numbered(f"{tribe(design)}-", 4) * _OWN])


def _middle(design: Design, language: Language, dice: random.Random) -> str:
    """One for anyone, for the tribe, of the foil, or of the asker's own words, which come up most."""
    keys = [*_numbered("", 8), *[*_numbered(f"{tribe(design)}-", 3), _material(design)] * _OWN]
    # Drawn in any case: otherwise the ending would depend on the length of the words in a language.
    quote = dice.choice(_numbered("words-", 2))
    chosen = dice.choice([*keys, *[quote] * _QUOTES])
    other = dice.choice(keys)
    return other if chosen == quote and not _is_quotable(design, language) else chosen


def _ending(design: Design, dice: random.Random) -> str:
    own = [*_numbered(f"{tribe(design)}-", 2), *_numbered(f"{design.rarity}-", 2)]
    return dice.choice([*_numbered("", 8), *own * _OWN])


def _numbered(prefix: str, count: int) -> list[str]:
    return [f"{prefix}{number}" for number in range(1, count + 1)]


def tribe(design: Design) -> str:
    """The attribute as it stands in keys."""
    return design.attribute.name.lower()


def _material(design: Design) -> str:
    match design.rarity:
        case Rarity.NORMAL:
            return "paper"
        case Rarity.RARE | Rarity.SUPER_RARE:
            return design.style.foil.value
        case _:
            assert_never(design.rarity)


def _is_quotable(design: Design, language: Language) -> bool:
    return 0 < len(design.prompt) <= LONGEST_WORDS[language] and design.prompt != design.name
