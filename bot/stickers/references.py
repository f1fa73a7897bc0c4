"""Which files no row refers to any more. Asks in pieces, so that a million stickers disturb nobody; drops nothing."""

import re
from collections.abc import Collection
from pathlib import PurePosixPath

from models import GeneratedImage, ImageCache, StickerDetail, Task
from models.statements import current, rows

PIECE = 5000
"""Stickers looked through by one statement, where no index helps."""

_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")
_STICKER_ID = re.compile(r"c[a-z0-9]{24}")
"""The form of an id of ours. Cached files of another form belong to no single sticker."""
_URL_COLUMNS = {"images": "imageUrl", "sources": "sourceImageUrl"}


async def suspects(shelf: str, names: Collection[str]) -> set[str]:
    """Those of some hundred files that a quick look, by keys and indexes alone, finds no row for.

    Names are those of storage, such as `images/<sticker id>.webp`.
    """
    by_stem = {_stem(shelf, name): name for name in names}
    stems = list(by_stem)
    match shelf:
        case "images":
            known = await GeneratedImage.filter(id__in=stems).values_list("id", flat=True)
        case "art":
            known = await StickerDetail.filter(art__in=stems).values_list("art", flat=True)
        case "cache":
            stems = [stem for stem in stems if _STICKER_ID.fullmatch(stem)]
            known = await GeneratedImage.filter(id__in=stems).values_list("id", flat=True)
        case _:
            known = []
    stray = set(stems) - {str(stem) for stem in known}
    return {name for name in names if _stem(shelf, name) in stray}


async def unreferred(shelf: str, names: Collection[str]) -> set[str]:
    """Those of some thousand suspects that really nobody needs: no sticker, no cached picture and no task.

    Goes through all stickers where only that can tell, in pieces.
    """
    left = {f"/{name}": name for name in names}
    column = _URL_COLUMNS.get(shelf)
    if column is not None and left:
        await _strike_out(column, left)
    if shelf in ("art", "sources") and left:
        named = await _named_by_tasks()
        left = {url: name for url, name in left.items() if _stem(shelf, name) not in named}
    if left:
        await _strike_out_cached(left)
    return set(left.values())


async def _strike_out(column: str, left: dict[str, str]) -> None:
    """Take out what any sticker's column holds."""
    after = ""
    while True:
        ends = await rows(
            current(),
            'SELECT "id" FROM "GeneratedImage" WHERE "id" > ? ORDER BY "id" LIMIT 1 OFFSET ?',
            *(after, PIECE - 1),
        )
        # Without an end this is the last piece; nothing stands behind it.
        upto, values = (' AND "id" <= ?', (ends[0]["id"],)) if ends else ("", ())
        found = await rows(
            current(),
            f'SELECT "{column}" AS url FROM "GeneratedImage" WHERE "id" > ?{upto} AND "{column}" IS NOT NULL',  # noqa: S608  our own words
            *(after, *values),
        )
        for row in found:
            left.pop(row["url"], None)
        if not ends or not left:
            return
        after = ends[0]["id"]


async def _strike_out_cached(left: dict[str, str]) -> None:
    """Take out what may be used again until it expires."""
    after = ""
    while True:
        piece = (
            await ImageCache.filter(id__gt=after).order_by("id").limit(PIECE).values_list("id", "image_url")
        )
        for _, url in piece:
            left.pop(str(url), None)
        if len(piece) < PIECE:
            return
        after = str(piece[-1][0])


async def _named_by_tasks() -> set[str]:
    """Every SHA-256 in the orders: the pictures they start from, the art they dress.

    Ended ones count as well, as long as they are kept: what the AI painter did not paint may be ordered again by hand.
    """
    named: set[str] = set()
    after = ""
    while True:
        piece = await Task.filter(id__gt=after).order_by("id").limit(PIECE).values_list("id", "data")
        for _, data in piece:
            named.update(_DIGEST.findall(str(data)))
        if len(piece) < PIECE:
            return named
        after = str(piece[-1][0])


def _stem(shelf: str, name: str) -> str:
    """The id or digest in a name: of cached files without what form they are."""
    stem = PurePosixPath(name).stem
    return stem.partition("-")[0] if shelf == "cache" else stem
