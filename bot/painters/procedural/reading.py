"""Read from the words of a design what its asker wishes. Knows the vocabulary and some grammar."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from bot.painters.procedural import manners, wardrobe
from bot.painters.procedural import vocabulary as known
from bot.painters.procedural.attire import Cape, Costume, Hair, Hat, Wings, Worn
from bot.painters.procedural.tints import AREAS, HUES, Area, Hue
from bot.painters.procedural.traits import Companion, Element, Eyes, Feeling, Pose, Species, Stance, Weapon
from bot.painters.procedural.words import Found, Table, Vocabulary, fold, pick
from bot.stickers.design import Design

Kind = TypeVar("Kind", bound=StrEnum)

TABLES: Sequence[Table[Any]] = (
    *(known.SPECIES, known.ELEMENTS, known.WEAPONS, known.COMPANIONS),
    *(wardrobe.HATS, wardrobe.WINGS, wardrobe.CAPES, wardrobe.HAIR, wardrobe.WORN, wardrobe.COSTUMES),
    *(manners.FEELINGS, manners.EYES, manners.POSES, manners.STANCES),
    *(HUES, AREAS),
)

_COMES_ALONG = re.compile(
    r"(の(子|赤ちゃん|ひな|子供))?(を(連れ|つれ|肩|頭|抱|だ|飼)|と(一緒|いっしょ|共|とも|遊|旅|あそ|いる)|が相棒|のお供)"
)
_GOES_BEFORE = re.compile(
    r"(相棒の|相棒は|おともの|お供の|お供は|ぺっとの|友達の|ともだちの|親友の|(?<![っひもおこ])と(小さな|小さい|ちいさな)?"
    r"|\b(with|and)( (a|an|the|his|her|my|its|their))( (little|small|tiny|pet|baby|cute|big|black|white))* "
    r"|\bwith( (little|small|tiny|pet|baby|cute))? )$"
)
"""In folded text, what follows or precedes the word for a companion."""

_JOINT = re.compile(r"(い|の|色の|色い|な|っぽい|色| |-|'s )?")
"""What may stand between a colour and the thing that has it."""
_SAID_OF = re.compile(r"(が|は|の色は|も| is | are )")
"""What may stand between a thing and a colour said of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the words ask for; None or empty where they are silent."""

    species: Species | None
    element: Element | None
    weapon: Weapon | None
    hat: Hat | None
    wings: Wings | None
    cape: Cape | None
    hair: Hair | None
    feeling: Feeling | None
    eyes: Eyes | None
    worn: Worn | None
    costume: Costume | None
    pose: Pose | None
    stance: Stance | None
    companion: Companion | None
    main: Hue | None
    """The colour of the whole figure."""
    areas: Mapping[Area, Hue]
    """Colours of single parts."""


def wishes(design: Design) -> Wishes:
    """Read the prompt, then the name for what it leaves open, then the title: either may have been invented."""
    readings = [_Reading(text) for text in (design.prompt, design.name, design.title)]

    def wish(table: Table[Kind]) -> Kind | None:
        return _first(pick(reading.found, table) for reading in readings)

    return Wishes(
        species=_species(readings),
        element=wish(known.ELEMENTS),
        weapon=wish(known.WEAPONS),
        hat=wish(wardrobe.HATS),
        wings=wish(wardrobe.WINGS),
        cape=wish(wardrobe.CAPES),
        hair=wish(wardrobe.HAIR),
        feeling=wish(manners.FEELINGS),
        eyes=wish(manners.EYES),
        worn=wish(wardrobe.WORN),
        costume=wish(wardrobe.COSTUMES),
        pose=wish(manners.POSES),
        stance=wish(manners.STANCES),
        companion=_first(reading.companion() for reading in readings),
        main=_first(reading.main() for reading in readings),
        areas={area: hue for reading in reversed(readings) for area, hue in reading.areas().items()},
    )


def _first(answers: Iterable[Kind | None]) -> Kind | None:
    return next((answer for answer in answers if answer), None)


def _species(readings: Sequence["_Reading"]) -> Species | None:
    """Who it is. A bee hero is a bee: people only where no other kind is named, save by a title."""
    *said, title = [reading.species() for reading in readings]
    return _first(kind for kind in said if kind is not Species.HUMAN) or _first(said) or title


class _Reading:
    """The known words of one text, and what their neighbours say about them."""

    def __init__(self, text: str) -> None:
        self._text = fold(text)
        self.found: Sequence[Found] = _vocabulary().find(text)
        self._along = next(
            (one for one in self.found if one.word in known.COMPANIONS and self._comes_along(one)), None
        )
        self._tints = [(one, self._tinted(one)) for one in self.found if one.word in HUES]

    def companion(self) -> Companion | None:
        """Who comes along."""
        return known.COMPANIONS.kind(self._along.word) if self._along else None

    def species(self) -> Species | None:
        """Who it is, companions apart; people only where no other kind is named."""
        named = [one for one in self.found if one is not self._along and one.word in known.SPECIES]
        others = [one for one in named if known.SPECIES.kind(one.word) is not Species.HUMAN]
        return pick(others or named, known.SPECIES)

    def main(self) -> Hue | None:
        """The first colour that is not said of a single part."""
        return next((HUES.kind(one.word) for one, area in self._tints if area is None), None)

    def areas(self) -> dict[Area, Hue]:
        """Colours of single parts."""
        return {area: HUES.kind(one.word) for one, area in reversed(self._tints) if area}

    def _comes_along(self, one: Found) -> bool:
        return bool(_COMES_ALONG.match(self._text, one.end) or _GOES_BEFORE.search(self._text[: one.start]))

    def _tinted(self, tint: Found) -> Area | None:
        """The part that a word of colour is said of; a beast's is its skin. None: the whole."""
        if tint.word in AREAS:
            return AREAS.kind(tint.word)
        joint = _JOINT.match(self._text, tint.end)
        after = joint.end() if joint else tint.end
        for one in self.found:
            if one.start in (after, tint.end):
                if one.word in AREAS:
                    return AREAS.kind(one.word)
                if one.word in known.SPECIES and known.SPECIES.kind(one.word) is not Species.HUMAN:
                    return Area.SKIN
            if (
                one.end <= tint.start
                and one.word in AREAS
                and _SAID_OF.fullmatch(self._text[one.end : tint.start])
            ):
                return AREAS.kind(one.word)
        return None


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(TABLES, known.DECOYS)
