"""The stickers of a shelf, newest first, a page at a time. Pages are found by key, at any depth equally fast."""

from dataclasses import dataclass
from datetime import datetime

from tortoise.expressions import Q, Subquery
from tortoise.queryset import QuerySet

from bot.stickers import keeping
from bot.stickers.design import Design
from bot.stickers.shelf import PAGE_SIZE, Key, Shelf, Turn, Way, Whose, to_base36
from models import Favourite, StickerDetail

NEWEST_FIRST, OLDEST_FIRST = ("-created_at", "-sticker_id"), ("created_at", "sticker_id")
_MOST_LOOKED_AT = 60
"""Stickers whose names and titles are offered while somebody types."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A shelf for one viewer: `viewer_id` and `owner_id` are User.id, `server_id` is where the viewer stands."""

    shelf: Shelf
    viewer_id: str
    owner_id: str
    server_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One sticker of a page; `design` is None where its row is illegible."""

    id: str
    design: Design | None
    image_url: str
    private: bool
    server_id: int | None
    number: int | None
    created_at: datetime

    @property
    def key(self) -> Key:
        """Where it stands in the history."""
        return Key(created_at=self.created_at, id=self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, newest first.

    `total` counts all that the viewer may see of the shelf; `first_number` is the place of the first, from 1, or 0.
    `seen` is the mark of this shelf as it was when the page was read: see Turn.
    """

    entries: tuple[Entry, ...]
    total: int
    first_number: int
    seen: str
    size: int = PAGE_SIZE

    @property
    def last_number(self) -> int:
        """The place of the last, or 0."""
        return self.first_number + len(self.entries) - 1 if self.entries else 0

    @property
    def newer(self) -> Turn | None:
        """To the page before this one; None where there is nothing newer."""
        return self._turn(Way.NEWER, 0, self.first_number - self.size) if self.first_number > 1 else None

    @property
    def older(self) -> Turn | None:
        """To the page after this one; None where there is nothing older."""
        return self._turn(Way.OLDER, -1, self.last_number + 1) if self.last_number < self.total else None

    @property
    def here(self) -> Turn | None:
        """To this very page; None for an empty one."""
        return self._turn(Way.HERE, 0, self.first_number) if self.entries else None

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return -(-self.total // self.size)

    @property
    def page_number(self) -> int | None:
        """Which of them this is, from 1; None when stickers that came meanwhile have moved it between two."""
        number, rest = divmod(self.first_number - 1, self.size)
        return number + 1 if self.entries and not rest else None

    def _turn(self, way: Way, place: int, number: int) -> Turn:
        return Turn(way=way, key=self.entries[place].key, number=max(number, 1), seen=self.seen)


EMPTY = Page(entries=(), total=0, first_number=0, seen="0.0")
"""A page of nothing."""


async def page(scope: Scope, turn: Turn | None = None, *, size: int = PAGE_SIZE) -> Page:
    """The newest page, or the one that `turn` leads to.

    Where nothing is older, or fewer than a page are newer, it is the newest page: stickers come and go between two
    presses of a button.
    """
    visible = _visible(scope)
    total = await visible.count()
    details = await _turned(visible, turn, size) if turn else []
    if turn is None or not details:
        newest = await _newest_first(visible, size)
        seen = _mark(total, newest[0].sticker_id) if newest else _mark(0)
        return _page(newest, total, 1 if newest else 0, seen, size)
    newest_ids = await visible.order_by(*NEWEST_FIRST).limit(1).values_list("sticker_id", flat=True)
    seen = _mark(total, *map(str, newest_ids))
    # Counting what is newer costs the more, the deeper one leafs: done only when something came or went.
    number = turn.number if turn.seen == seen else await _newer_than(visible, details[0]) + 1
    return _page(details, total, number, seen, size)


async def page_at(scope: Scope, number: int, *, size: int = PAGE_SIZE) -> Page:
    """The page of this number, from 1; the last page for a number beyond it.

    The one way that counts rows, from the nearer end and over bare keys; from there one goes on by key.
    """
    visible = _visible(scope)
    total = await visible.count()
    place = min(max(number - 1, 0), max(-(-total // size) - 1, 0)) * size
    from_the_end = max(total - 1 - place, 0)
    order, steps = (NEWEST_FIRST, place) if place <= from_the_end else (OLDEST_FIRST, from_the_end)
    keys = await visible.order_by(*order).offset(steps).limit(1).values_list("created_at", "sticker_id")
    turns = [Turn(way=Way.HERE, key=Key(created_at=made, id=sticker)) for made, sticker in keys]
    return await page(scope, *turns, size=size)


async def wordings(scope: Scope) -> tuple[str, ...]:
    """Names and titles of the newest stickers that the shelf's search finds, each once, newest first."""
    found = (
        await _visible(scope)
        .order_by(*NEWEST_FIRST)
        .limit(_MOST_LOOKED_AT)
        .values_list("sticker__character_name", "sticker__title")
    )
    sought = scope.shelf.search.casefold()
    texts = dict.fromkeys(text for pair in found for text in pair if text)
    return tuple(text for text in texts if sought in text.casefold())


def _visible(scope: Scope) -> QuerySet[StickerDetail]:
    """All of the shelf that its viewer may see. A private sticker is in none but its owner's."""
    shelf = scope.shelf
    match shelf.whose:
        case Whose.MEMBER:
            details = StickerDetail.filter(owner_id=scope.owner_id)
            if scope.owner_id != scope.viewer_id:
                details = details.filter(private=False)
        case Whose.SERVER:
            # Never None: it would find what anybody ever made in direct messages.
            details = StickerDetail.filter(server_id=scope.server_id or 0, private=False)
        case Whose.FAVOURITES:
            # Not a join: SQLite would begin at the other end and read every sticker of the house.
            liked = Favourite.filter(user_id=scope.viewer_id).values("sticker_id")
            seen = Q(private=False) | Q(owner_id=scope.viewer_id)
            details = StickerDetail.filter(seen, sticker_id__in=Subquery(liked))
    if shelf.attribute:
        details = details.filter(sticker__attribute=shelf.attribute.value)
    if shelf.rarity:
        details = details.filter(sticker__rarity=shelf.rarity.value)
    if shelf.search:
        details = details.filter(_holds(scope))
    return details


def _holds(scope: Scope) -> Q:
    """The search, in any letter case. The words that somebody gave the painter are theirs: only they search them."""
    search = scope.shelf.search
    holds = Q(sticker__character_name__icontains=search) | Q(sticker__title__icontains=search)
    is_own = scope.shelf.whose is Whose.MEMBER and scope.owner_id == scope.viewer_id
    return holds | Q(sticker__prompt__icontains=search) if is_own else holds


async def _turned(visible: QuerySet[StickerDetail], turn: Turn, size: int) -> list[StickerDetail]:
    """The stickers that a turn leads to; none if it leads past an end."""
    if turn.key is None:
        return []
    match turn.way:
        case Way.NEWER:
            rows = visible.filter(_newer(turn.key)).order_by(*OLDEST_FIRST).limit(size)
            details = await rows.select_related("sticker")
            return details[::-1] if len(details) == size else []
        case Way.OLDER:
            return await _newest_first(visible.filter(_older(turn.key)), size)
        case Way.HERE:
            return await _newest_first(visible.filter(_from(turn.key)), size)
        case Way.NEWEST:
            return []


async def _newest_first(details: QuerySet[StickerDetail], size: int) -> list[StickerDetail]:
    return await details.order_by(*NEWEST_FIRST).limit(size).select_related("sticker")


async def _newer_than(visible: QuerySet[StickerDetail], detail: StickerDetail) -> int:
    return await visible.filter(_newer(Key(created_at=detail.created_at, id=detail.sticker_id))).count()


def _page(details: list[StickerDetail], total: int, first_number: int, seen: str, size: int) -> Page:
    entries = tuple(map(_entry, details))
    return Page(entries=entries, total=total, first_number=first_number, seen=seen, size=size)


def _mark(total: int, newest_id: str = "") -> str:
    """Another one whenever a sticker came or went: what comes is the newest, what goes makes them fewer."""
    return f"{to_base36(total)}.{newest_id[-4:] or '0'}"


# The first condition alone is what the index can use; the rest settles ties.


def _older(key: Key) -> Q:
    return Q(created_at__lte=key.created_at) & (Q(created_at__lt=key.created_at) | Q(sticker_id__lt=key.id))


def _from(key: Key) -> Q:
    return Q(created_at__lte=key.created_at) & (Q(created_at__lt=key.created_at) | Q(sticker_id__lte=key.id))


def _newer(key: Key) -> Q:
    return Q(created_at__gte=key.created_at) & (Q(created_at__gt=key.created_at) | Q(sticker_id__gt=key.id))


def _entry(detail: StickerDetail) -> Entry:
    return Entry(
        id=detail.sticker_id,
        design=keeping.legible(detail),
        image_url=detail.sticker.image_url,
        private=detail.private,
        server_id=detail.server_id,
        number=detail.number,
        created_at=detail.created_at,
    )
