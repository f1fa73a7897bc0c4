"""The use cases of leafing: a binder page, a jump, what a search finds, a page to print. No Discord, SQL or pixels."""

import asyncio
from dataclasses import dataclass

from bot.errors import Gone, NotInServer
from bot.renditions import Renditions
from bot.stickers import history, keeping, members
from bot.stickers.history import Page, Scope
from bot.stickers.members import Identity, Member
from bot.stickers.shelf import Shelf, Turn, Whose
from bot.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who leafs, and the server where they do it; None outside of servers."""

    identity: Identity
    server_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Binder:
    """A page of a shelf and its picture, which is None when there is nothing to see.

    `is_mine` when the shelf is the visitor's own binder; `owner_name` is empty where nobody alone owns what is on it.
    """

    shelf: Shelf
    page: Page
    picture: bytes | None
    owner_name: str = ""
    is_mine: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """A page to print, PDF; `left_out` counts its stickers that cannot be drawn: without art, or illegible."""

    pdf: bytes
    left_out: int


class Album:
    """Opens binders. Every method raises NotInServer for a server's album outside of servers."""

    def __init__(self, *, renditions: Renditions) -> None:
        self._renditions = renditions
        self._printer = asyncio.Lock()

    async def binder(
        self, visitor: Visitor, shelf: Shelf, *, turn: Turn | None = None, number: int | None = None
    ) -> Binder:
        """A page of the shelf: the one of this `number`, the one that `turn` leads to, or the newest."""
        reader = await members.meet(visitor.identity)
        whose = await _owner(reader, shelf)
        if whose is None:  # somebody we have never met has made nothing
            return Binder(shelf=shelf, page=history.EMPTY, picture=None)
        scope = _scope(visitor, shelf, reader, whose)
        page = await (history.page(scope, turn) if number is None else history.page_at(scope, number))
        is_theirs = shelf.whose is Whose.MEMBER
        marked = whose.id if is_theirs else None
        picture = await self._renditions.binder(page, marked) if page.entries else None
        return Binder(
            shelf=shelf,
            page=page,
            picture=picture,
            owner_name=whose.name if is_theirs else "",
            is_mine=is_theirs and whose.id == reader.id,
        )

    async def wordings(self, visitor: Visitor, shelf: Shelf) -> tuple[str, ...]:
        """Names and titles on the shelf that hold its search, newest first. Asked at every letter: writes nothing."""
        reader = await members.find(visitor.identity.discord_id)
        whose = reader and await _owner(reader, shelf)
        if reader is None or whose is None:
            return ()
        return await history.wordings(_scope(visitor, shelf, reader, whose))

    async def sheets(self, visitor: Visitor, shelf: Shelf, turn: Turn, say: Words) -> Sheets:
        """The stickers of one page, to print and cut. Raises Gone when not one of them can be."""
        reader = await members.meet(visitor.identity)
        whose = await _owner(reader, shelf)
        if whose is None:
            raise Gone
        page = await history.page(_scope(visitor, shelf, reader, whose), turn)
        found = [await keeping.sticker(entry.id) for entry in page.entries]
        stickers = [sticker for sticker in found if sticker is not None and sticker.art is not None]
        if not stickers:
            raise Gone
        # One at a time in the house: nine seals at 600 dpi keep a process busy for seconds, and whoever presses twice
        # finds the first file.
        async with self._printer:
            marked = whose.id if shelf.whose is Whose.MEMBER else None
            pdf = await self._renditions.page_to_print(stickers, say, marked)
        return Sheets(pdf=pdf, left_out=len(found) - len(stickers))


async def _owner(reader: Member, shelf: Shelf) -> Member | None:
    """Whose binder it is; the reader where it is nobody's alone."""
    if shelf.whose is not Whose.MEMBER or shelf.owner in (None, reader.discord_id):
        return reader
    return await members.find(shelf.owner or 0)


def _scope(visitor: Visitor, shelf: Shelf, reader: Member, whose: Member) -> Scope:
    if shelf.whose is Whose.SERVER and visitor.server_id is None:
        raise NotInServer
    return Scope(shelf=shelf, viewer_id=reader.id, owner_id=whose.id, server_id=visitor.server_id)
