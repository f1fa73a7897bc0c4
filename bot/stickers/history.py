"""A member's stickers, newest first, a page at a time. Pages are found by key, at any depth equally fast."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from bot.stickers.design import Design
from models import StickerDetail

PAGE_SIZE = 9
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A place in a history: the sticker that stands there. The id tells stickers of one millisecond apart."""

    created_at: datetime
    id: str

    def __str__(self) -> str:
        """At most 40 characters, for a button's custom_id."""
        return f"{(self.created_at - _EPOCH) // _MILLISECOND}-{self.id}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what str() wrote. Raises ValueError on anything else."""
        milliseconds, separator, sticker_id = text.partition("-")
        if not separator or not sticker_id:
            raise ValueError(f"not a history key: {text!r}")
        try:
            created_at = _EPOCH + int(milliseconds) * _MILLISECOND
        except OverflowError as exc:  # a moment beyond the calendar, which nobody but a forger writes
            raise ValueError(f"not a moment: {milliseconds!r}") from exc
        return cls(created_at=created_at, id=sticker_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One sticker of a page."""

    id: str
    design: Design
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

    `newer` goes into page(after=), `older` into page(before=); None where there is nothing more. `total`
    counts all that the viewer may see; `first_number` is the place of the first, from 1, or 0.
    """

    entries: tuple[Entry, ...]
    newer: Key | None
    older: Key | None
    total: int
    first_number: int


async def page(
    owner_id: str,
    *,
    viewer_id: str,
    before: Key | None = None,
    after: Key | None = None,
    size: int = PAGE_SIZE,
) -> Page:
    """The newest page; the one of stickers older than `before`; or the one just newer than `after`.

    Others than the owner see public stickers only. Where nothing is older, or fewer than a page are newer, it
    is the newest page: stickers come and go between two presses of a button.
    """
    visible = _visible(owner_id, viewer_id)
    details: list[StickerDetail] = []
    if after is not None:
        details = await visible.filter(_newer(after)).order_by("created_at", "sticker_id").limit(size)
        details = details[::-1] if len(details) == size else []
    elif before is not None:
        details = await _newest_first(visible.filter(_older(before)), size)
    return await _page(visible, details or await _newest_first(visible, size))


def _visible(owner_id: str, viewer_id: str) -> QuerySet[StickerDetail]:
    details = StickerDetail.filter(owner_id=owner_id).select_related("sticker")
    return details if viewer_id == owner_id else details.filter(private=False)


async def _newest_first(details: QuerySet[StickerDetail], size: int) -> list[StickerDetail]:
    return await details.order_by("-created_at", "-sticker_id").limit(size)


async def _page(visible: QuerySet[StickerDetail], details: list[StickerDetail]) -> Page:
    total = await visible.count()
    if not details:
        return Page(entries=(), newer=None, older=None, total=total, first_number=0)
    entries = tuple(map(_entry, details))
    newer = await visible.filter(_newer(entries[0].key)).count()
    return Page(
        entries=entries,
        newer=entries[0].key if newer else None,
        older=entries[-1].key if newer + len(entries) < total else None,
        total=total,
        first_number=newer + 1,
    )


def _older(key: Key) -> Q:
    # The first condition alone is what the index can use; the rest settles ties.
    return Q(created_at__lte=key.created_at) & (Q(created_at__lt=key.created_at) | Q(sticker_id__lt=key.id))


def _newer(key: Key) -> Q:
    return Q(created_at__gte=key.created_at) & (Q(created_at__gt=key.created_at) | Q(sticker_id__gt=key.id))


def _entry(detail: StickerDetail) -> Entry:
    return Entry(
        id=detail.sticker_id,
        design=Design.from_json(detail.design),
        image_url=detail.sticker.image_url,
        private=detail.private,
        server_id=detail.server_id,
        number=detail.number,
        created_at=detail.created_at,
    )
