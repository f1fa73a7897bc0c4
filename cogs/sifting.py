"""What the menu of a binder offers: each value, its words, and what it makes of a shelf. Asks nothing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from bot.stickers.design import Attribute, Rarity
from bot.stickers.shelf import Shelf, Whose
from cogs.cards import ATTRIBUTE_KEYS, RARITY_KEYS

EMOJI = {
    Attribute.HOLY: "\N{GLOWING STAR}",
    Attribute.MAGIC: "\N{CRYSTAL BALL}",
    Attribute.ANGEL: "\N{DOVE OF PEACE}\ufe0f",
    Attribute.DEVIL: "\N{SMILING FACE WITH HORNS}",
    Attribute.GUARDIAN: "\N{SHIELD}\ufe0f",
    Attribute.DESTROYER: "\N{FIRE}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sift:
    """One entry of the menu. `is_on` says whether a shelf is sifted so already, `apply` sifts it, or no longer does."""

    key: str
    emoji: str
    is_on: Callable[[Shelf], bool]
    apply: Callable[[Shelf], Shelf]


def _entries() -> Iterator[tuple[str, Sift]]:
    yield (
        "all",
        Sift(key="sift-all", emoji="\N{CARD FILE BOX}\ufe0f", is_on=lambda _: False, apply=_everything),
    )
    for value, key, emoji, whose in (
        ("whose=mine", "sift-mine", "\N{LEDGER}", Whose.MEMBER),
        ("whose=favourites", "sift-favourites", "\N{HEAVY BLACK HEART}\ufe0f", Whose.FAVOURITES),
        ("whose=server", "sift-server", "\N{HOUSE WITH GARDEN}", Whose.SERVER),
    ):
        yield value, _of(key, emoji, whose)
    for attribute, key in ATTRIBUTE_KEYS.items():
        yield f"attribute={attribute}", _with_attribute(key, attribute)
    for rarity, key in RARITY_KEYS.items():
        yield f"rarity={rarity}", _with_rarity(key, rarity)


def _everything(shelf: Shelf) -> Shelf:
    return Shelf(whose=shelf.whose, owner=shelf.owner)


def _of(key: str, emoji: str, whose: Whose) -> Sift:
    return Sift(
        key=key,
        emoji=emoji,
        is_on=lambda shelf: shelf.whose is whose and shelf.owner is None,
        apply=lambda shelf: replace(shelf, whose=whose, owner=None),
    )


def _with_attribute(key: str, attribute: Attribute) -> Sift:
    return Sift(
        key=key,
        emoji=EMOJI[attribute],
        is_on=lambda shelf: shelf.attribute is attribute,
        apply=lambda shelf: replace(shelf, attribute=None if shelf.attribute is attribute else attribute),
    )


def _with_rarity(key: str, rarity: Rarity) -> Sift:
    return Sift(
        key=key,
        emoji="\N{SPARKLES}",
        is_on=lambda shelf: shelf.rarity is rarity,
        apply=lambda shelf: replace(shelf, rarity=None if shelf.rarity is rarity else rarity),
    )


SIFTS: Mapping[str, Sift] = dict(_entries())


def sifted(shelf: Shelf, picked: str) -> Shelf:
    """The shelf after an entry was picked; as it was for one that the menu does not have."""
    sift = SIFTS.get(picked)
    return shelf if sift is None else sift.apply(shelf)
