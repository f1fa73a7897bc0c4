"""Which stickers somebody leafs through and where they stand among them, and the short codes that buttons carry."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Self

from bot.stickers.design import Attribute, Rarity

PAGE_SIZE = 9
SEARCH_LIMIT = 24
"""UTF-16 units of a search: what a custom_id of 100 has room for, beside everything else."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

# Nine digits end in the year 5188: no code that these let through is beyond what a datetime can hold.
KEY_CODE = r"[0-9a-z]{1,9}-[0-9a-z]{1,25}"
TURN_CODE = rf"(?:t|[hon][0-9a-z]{{1,5}}\.[0-9a-z]{{1,5}}\.[0-9a-z]{{1,4}}\.{KEY_CODE})"
SHELF_CODE = r"[msf][0-9a-z]{0,13}:[hmadgx-][nrs-]:[^\n]{0,24}"
"""What the codes look like, as parts of a custom_id's template."""


class Whose(StrEnum):
    """Whose stickers. The values stand in custom_ids: they may never change."""

    MEMBER = "m"
    """One member's; the others' only as far as they are public."""
    SERVER = "s"
    """The public ones that were made in the server where one looks."""
    FAVOURITES = "f"
    """Those that the viewer likes, whoever made them."""


class Way(StrEnum):
    """From a key to a page. The values stand in custom_ids."""

    NEWEST = "t"
    OLDER = "o"
    NEWER = "n"
    HERE = "h"
    """The page that begins with the key's own sticker."""


_ATTRIBUTES = dict(zip(Attribute, "hmadgx", strict=True))
_RARITIES = dict(zip(Rarity, "nrs", strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A place in a history: the sticker that stands there. The id tells stickers of one millisecond apart."""

    created_at: datetime
    id: str

    def __str__(self) -> str:
        """At most 35 characters for stickers of ours."""
        return f"{to_base36((self.created_at - _EPOCH) // _MILLISECOND)}-{self.id}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what str() wrote. Raises ValueError on anything else."""
        if not re.fullmatch(KEY_CODE, text):
            raise ValueError(f"not a history key: {text!r}")
        milliseconds, _, sticker_id = text.partition("-")
        return cls(created_at=_EPOCH + int(milliseconds, 36) * _MILLISECOND, id=sticker_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The stickers that are leafed through.

    `owner` is a member's Discord id, None for those of the viewer; it counts for Whose.MEMBER alone. `search` is tidy
    (see `tidy`). A server is not named: it is always the one where the viewer is, so that no code opens another's.
    """

    whose: Whose = Whose.MEMBER
    owner: int | None = None
    attribute: Attribute | None = None
    rarity: Rarity | None = None
    search: str = ""

    @property
    def is_sifted(self) -> bool:
        """Whether a filter leaves some out."""
        return bool(self.attribute or self.rarity or self.search)

    def searched(self, typed: str) -> Self:
        """The same shelf with what somebody typed as its search; any text will do, none ends the search."""
        return replace(self, search=tidy(typed))

    def __str__(self) -> str:
        """At most 42 characters."""
        owner = "" if self.owner is None else to_base36(self.owner)
        attribute = _ATTRIBUTES[self.attribute] if self.attribute else "-"
        rarity = _RARITIES[self.rarity] if self.rarity else "-"
        return f"{self.whose}{owner}:{attribute}{rarity}:{self.search}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what str() wrote. Raises ValueError on anything else."""
        if not re.fullmatch(SHELF_CODE, text):
            raise ValueError(f"not a shelf: {text!r}")
        whose, filters, search = text.split(":", 2)
        return cls(
            whose=Whose(whose[0]),
            owner=int(whose[1:], 36) if whose[1:] else None,
            attribute={code: attribute for attribute, code in _ATTRIBUTES.items()}.get(filters[0]),
            rarity={code: rarity for rarity, code in _RARITIES.items()}.get(filters[1]),
            search=tidy(search),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """How to come to a page: from the sticker at `key` on the `way`.

    `number` is the place that the page's first sticker has, from 1, as long as the shelf is the one that was `seen`:
    a mark of how many there were, and which was the newest.
    """

    way: Way = Way.NEWEST
    key: Key | None = None
    number: int = 1
    seen: str = "0.0"

    def __str__(self) -> str:
        """At most 53 characters, on shelves of less than 60 million stickers."""
        return self.way if self.key is None else f"{self.way}{to_base36(self.number)}.{self.seen}.{self.key}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what str() wrote. Raises ValueError on anything else."""
        if not re.fullmatch(TURN_CODE, text):
            raise ValueError(f"not a turn: {text!r}")
        if len(text) == 1:
            return cls()
        number, total, newest, key = text[1:].split(".")
        return cls(way=Way(text[0]), key=Key.parse(key), number=int(number, 36), seen=f"{total}.{newest}")


def tidy(search: str) -> str:
    """A search as it is carried and shown: on one line, its blanks single, cut where a custom_id would be too long."""
    line = " ".join(search.replace("\0", " ").split())  # PostgreSQL knows no text with a zero in it
    # By the units that Discord may count in: an emoji is two.
    return line.encode("utf-16-le", "ignore")[: 2 * SEARCH_LIMIT].decode("utf-16-le", "ignore").strip()


def to_base36(number: int) -> str:
    """A number from 0 in digits and small letters: the shortest that int(text, 36) reads."""
    digits = ""
    while number >= 36:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return _DIGITS[number] + digits
