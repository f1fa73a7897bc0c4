"""Pack what belongs to a member into ZIP files of a size, one after the other. Each knows where the next goes on."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Self

from bot.archive import Archive
from bot.errors import OrderUnreadable
from bot.renditions import art_name, source_name, still_name
from bot.stickers import exporting
from bot.stickers.exporting import TABLES, Row, Whose
from bot.storage.folder import Storage, is_a_name
from bot.words import Words
from bot.workshop import Order

ROWS_OF_A_FILE = 512 * 1024
"""Bytes of JSON after which the next file begins."""
ROW_WEIGHT = 300
"""Bytes that a row takes in a ZIP, about: only to tell how many parts there may be."""
ENTRY_WEIGHT = 200
"""Bytes that a picture takes besides its own, about."""
README_ROOM = 4096
STILLS, ART, SOURCES = "stills", "art", "sources"
SECTIONS = (*TABLES, STILLS, ART, SOURCES)
"""What is packed, in this order."""
_SOURCE = re.compile(r"/sources/(?P<digest>[0-9a-f]{64})\.webp")
_MARK = re.compile(r"(?P<part>[1-9][0-9]{0,3}):(?P<section>[A-Za-z]{1,20}):(?P<after>[!-~]{0,70})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where a parcel begins: its number, and the section and key after which it goes on."""

    part: int = 1
    section: str = SECTIONS[0]
    after: str = ""

    def __str__(self) -> str:
        """At most 96 characters, for a button's custom_id."""
        return f"{self.part}:{self.section}:{self.after}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what str() wrote. Raises ValueError on anything else."""
        match = _MARK.fullmatch(text)
        if match is None or match["section"] not in SECTIONS:
            raise ValueError(f"not a mark: {text!r}")
        return cls(part=int(match["part"]), section=match["section"], after=match["after"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One ZIP. `parts` is how many there will be, about; `onward` the mark of the next, None for the last."""

    data: bytes
    part: int
    parts: int
    onward: Mark | None


async def pack(whose: Whose, storage: Storage, mark: Mark, *, limit: int, say: Words) -> Parcel:
    """The parcel that begins at `mark`, of at most `limit` bytes. Raises StorageFailed.

    It goes by key, so that it can go on after any time, also when there are more seals or fewer.
    """
    packing = _Packing(whose, storage, mark, Archive(limit))
    onward = await packing.fill()
    parts = mark.part
    if onward is not None:
        weight = await _weight(whose, storage, onward)
        parts += max(1, -(-weight // limit))
    packing.archive.add_text("README.txt", packing.readme(say, parts, onward).encode())
    data = await asyncio.to_thread(packing.archive.finished)
    return Parcel(data=data, part=mark.part, parts=parts, onward=onward)


class _Packing:
    """One parcel while it is packed."""

    def __init__(self, whose: Whose, storage: Storage, mark: Mark, archive: Archive) -> None:
        self._whose, self._storage, self._mark = whose, storage, mark
        self.archive = archive
        self._files = 0
        self._too_large: list[str] = []

    async def fill(self) -> Mark | None:
        """Pack until it is full or nothing is left; where the next goes on, or None."""
        mark = self._mark
        if mark.section in TABLES:
            onward = await self._rows(mark)
            if onward is not None:
                return onward
            mark = replace(mark, section=STILLS, after="")
        async for section, key, name in pictures_after(self._whose, mark):
            data = await self._storage.read(name)
            if data is not None and not self._add_picture(_entry_name(section, name), data):
                return replace(mark, part=mark.part + 1)
            mark = replace(mark, section=section, after=key)
        return None

    async def _rows(self, mark: Mark) -> Mark | None:
        chunk: list[Row] = []
        weight = 0
        async for row in exporting.rows_after(self._whose, mark.section, mark.after):
            chunk.append(row)
            weight += len(row.text)
            if weight >= ROWS_OF_A_FILE:
                if not await self._add_rows(chunk):
                    return replace(mark, part=mark.part + 1)
                mark = replace(mark, section=row.table, after=row.key)
                chunk, weight = [], 0
        if chunk and not await self._add_rows(chunk):
            return replace(mark, part=mark.part + 1)
        return None

    async def _add_rows(self, chunk: Sequence[Row]) -> bool:
        self._files += 1
        first = self._mark.part == self._files == 1
        name = "data.json" if first else f"data-{self._mark.part}-{self._files}.json"
        text = _json(chunk).encode()
        added = await asyncio.to_thread(self.archive.add_text, name, text, keep=README_ROOM)
        return added or self._is_hopeless(name)

    def _add_picture(self, name: str, data: bytes) -> bool:
        return self.archive.add(name, data, keep=README_ROOM) or self._is_hopeless(name)

    def _is_hopeless(self, name: str) -> bool:
        """Whether something did not fit although nothing else is there: then it never will, and is passed over."""
        if not self.archive.is_empty:
            return False
        self._too_large.append(name)
        return True

    def readme(self, say: Words, parts: int, onward: Mark | None) -> str:
        """What the ZIP holds, in the reader's language."""
        lines = [
            say("export-readme"),
            say("export-readme-part", part=self._mark.part, parts=parts) if parts > 1 else "",
            say("export-readme-more") if onward is not None else "",
            say("export-readme-too-large", files=", ".join(self._too_large)) if self._too_large else "",
        ]
        return "\n\n".join(line for line in lines if line) + "\n"


async def pictures_after(whose: Whose, mark: Mark) -> AsyncIterator[tuple[str, str, str]]:
    """Section, key and storage's name of every picture from `mark` on; some of the files may not be there."""
    if mark.section == STILLS:
        after = mark.after
        while seals := await exporting.seals_after(whose, after):
            for sticker_id in seals:
                name = still_name(sticker_id)
                if is_a_name(name):  # a web app may have other ids
                    yield STILLS, sticker_id, name
            after = seals[-1]
    if mark.section in (STILLS, ART):
        for digest in sorted(await exporting.art_of(whose)):
            if mark.section != ART or digest > mark.after:
                yield ART, digest, art_name(digest)
    for digest in sorted(await source_digests(whose)):
        if mark.section != SOURCES or digest > mark.after:
            yield SOURCES, digest, source_name(digest)


async def source_digests(whose: Whose) -> set[str]:
    """The names of the pictures that the member sent, those of orders that came to nothing as well."""
    made = {digest_of(url) for url in await exporting.sources_of(whose)}
    ordered = {order.design.picture for order in orders(await exporting.orders_of(whose))}
    return {digest for digest in made | ordered if digest}


def digest_of(source_url: str) -> str:
    """The name of a picture of ours that somebody sent; empty for an address that a web app wrote."""
    match = _SOURCE.fullmatch(source_url)
    return match["digest"] if match else ""


def orders(texts: Sequence[str]) -> list[Order]:
    """Every sticker ordered by those of these texts of Task.data that are ours: a web app may have others there."""
    found: list[Order] = []
    for text in texts:
        with suppress(OrderUnreadable):  # of another version, or not ours: it names no file that we know
            found.extend(Order.from_json(text).seals)
    return found


async def _weight(whose: Whose, storage: Storage, mark: Mark) -> int:
    """Bytes of everything from `mark` on, about."""
    weight = 0
    if mark.section in TABLES:
        weight = ROW_WEIGHT * await exporting.count_after(whose, mark.section, mark.after)
        mark = replace(mark, section=STILLS, after="")
    names: list[str] = []
    async for _, _, name in pictures_after(whose, mark):
        names.append(name)
        if len(names) == exporting.PAGE:
            weight += await storage.weigh(names) + ENTRY_WEIGHT * len(names)
            names.clear()
    return weight + await storage.weigh(names) + ENTRY_WEIGHT * len(names)


def _entry_name(section: str, name: str) -> str:
    """Stills under a word that says what they are; the rest as in our own folder."""
    return f"seals/{name.partition('/')[2]}" if section == STILLS else name


def _json(chunk: Sequence[Row]) -> str:
    """Rows as one JSON object: tables, and in each the rows, one a line."""
    tables: dict[str, list[str]] = {}
    for row in chunk:
        tables.setdefault(row.table, []).append(row.text)
    bodies = [f'"{table}": [\n' + ",\n".join(texts) + "\n]" for table, texts in tables.items()]
    return "{\n" + ",\n".join(bodies) + "\n}\n"
