"""Take a member out of every table, and say which files were theirs. Knows no storage."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from tortoise import BaseDBAsyncClient

from bot.stickers.exporting import Whose
from bot.stickers.keeping import image_url
from bot.stickers.quotas import member_subject
from models import (
    Charge,
    GeneratedImage,
    ImageCache,
    Quota,
    RunOutcome,
    StickerDetail,
    Task,
    UsageStats,
    cuid,
)
from models.statements import rows, run, stored, transact

_AT_ONCE = 500
"""Values of one statement, which takes 32,766 at most."""
_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """What a forgotten member left in the files: seals, what others may still need, and what was ordered.

    `still_urls` are GeneratedImage.imageUrl where a web app chose it, `source_urls` GeneratedImage.sourceImageUrl,
    `art` SHA-256 names; `orders` are texts of Task.data, for who can read them.
    """

    sticker_ids: tuple[str, ...]
    still_urls: frozenset[str]
    source_urls: frozenset[str]
    art: frozenset[str]
    orders: tuple[str, ...]


async def forget(whose: Whose, day: datetime) -> Traces | None:
    """Delete every row of the member, all or nothing. None for somebody who is not there (any more).

    What was paid for them stays in `Charge` without their name, and how many AI pictures they had on `day` (the
    host's, as statistics.day_of gives it) in `Quota` under a digest: neither budget nor limit comes back.
    """

    async def write(connection: BaseDBAsyncClient) -> Traces | None:
        # It writes first: a second click waits here and then finds nobody, and nobody buys a picture meanwhile.
        there = await rows(
            connection,
            'UPDATE "User" SET "updatedAt" = "updatedAt" WHERE "id" = ? RETURNING "id"',
            whose.user_id,
        )
        if not there:
            return None
        traces = await _traces(connection, whose)
        await _keep_count(connection, whose, day)
        cached = await _forget_caches(connection, whose)
        # No foreign key leads from it to the member: nothing else would delete it.
        await UsageStats.filter(user_id=whose.user_id).using_db(connection).delete()
        await run(connection, 'DELETE FROM "User" WHERE "id" = ?', whose.user_id)
        return replace(traces, art=traces.art | cached)

    return await transact(write)


async def unneeded(names: Collection[str]) -> set[str]:
    """Those of these SHA-256 names of art and source pictures that no row refers to."""
    left = set(names)
    for some in _some(sorted(left)):
        left -= {str(name) for name in await StickerDetail.filter(art__in=some).values_list("art", flat=True)}
        for table, column in ((ImageCache, "image_url"), (GeneratedImage, "source_image_url")):
            urls = [f"/{shelf}/{name}.webp" for name in some for shelf in ("art", "sources")]
            found = await table.filter(**{f"{column}__in": urls}).values_list(column, flat=True)
            left -= _digests(str(url) for url in found)
    return left and left - await _ordered(left)


async def unneeded_stills(urls: Collection[str]) -> set[str]:
    """Those of these addresses of stills that no seal has any more."""
    left = {url for url in urls if url.startswith("/images/")}
    for some in _some(sorted(left)):
        left -= {
            str(url)
            for url in await GeneratedImage.filter(image_url__in=some).values_list("image_url", flat=True)
        }
    return left


async def _traces(connection: BaseDBAsyncClient, whose: Whose) -> Traces:
    mine = GeneratedImage.filter(user_id=whose.user_id).using_db(connection)
    stickers = await mine.values_list("id", "image_url", "source_image_url")
    art = StickerDetail.filter(owner_id=whose.user_id, art__isnull=False).using_db(connection)
    orders = Task.filter(user_id=whose.user_id).using_db(connection)
    return Traces(
        sticker_ids=tuple(str(sticker_id) for sticker_id, _, _ in stickers),
        still_urls=frozenset(
            str(url) for sticker_id, url, _ in stickers if url != image_url(str(sticker_id))
        ),
        source_urls=frozenset(str(url) for _, _, url in stickers if url),
        art=frozenset(str(name) for name in await art.distinct().values_list("art", flat=True)),
        orders=tuple(str(data) for data in await orders.values_list("data", flat=True)),
    )


async def _keep_count(connection: BaseDBAsyncClient, whose: Whose, day: datetime) -> None:
    made = await Charge.filter(user_id=whose.user_id, created_at__gte=day).using_db(connection).count()
    if made:
        await run(
            connection,
            'INSERT INTO "Quota" ("id", "subject", "day", "orders", "forgottenAi") VALUES (?, ?, ?, 0, ?)'
            ' ON CONFLICT ("subject", "day") DO UPDATE SET'
            ' "forgottenAi" = "Quota"."forgottenAi" + excluded."forgottenAi"',
            cuid(),
            member_subject(whose.discord_id),
            stored(Quota, "day", day),
            made,
        )


async def _forget_caches(connection: BaseDBAsyncClient, whose: Whose) -> frozenset[str]:
    """Drop the kept art that is on the member's seals alone, and what came of their tasks that made none.

    Gives the SHA-256 names of the art.
    """
    gone = await rows(
        connection,
        'DELETE FROM "ImageCache" WHERE "imageUrl" IN'
        ' (SELECT \'/art/\' || "art" || \'.webp\' FROM "StickerDetail" WHERE "ownerId" = ?)'
        ' AND NOT EXISTS (SELECT 1 FROM "StickerDetail" WHERE "ownerId" <> ?'
        ' AND "art" = SUBSTR("ImageCache"."imageUrl", 6, 64)) RETURNING "imageUrl"',
        whose.user_id,
        whose.user_id,
    )
    gone += await rows(
        connection,
        'DELETE FROM "ImageCache" WHERE "imageUrl" <> \'\' AND EXISTS (SELECT 1 FROM "Run" WHERE "userId" = ?'
        ' AND "outcome" <> ? AND "ImageCache"."createdAt" BETWEEN "startedAt" AND "endedAt")'
        ' AND NOT EXISTS (SELECT 1 FROM "StickerDetail" WHERE "art" = SUBSTR("ImageCache"."imageUrl", 6, 64))'
        ' RETURNING "imageUrl"',
        whose.user_id,
        RunOutcome.COMPLETED.value,
    )
    return frozenset(_digests(row["imageUrl"] for row in gone))


async def _ordered(names: set[str]) -> set[str]:
    """Those of these names that somebody's order names, ended ones too: it may be ordered again from there."""
    found: set[str] = set()
    last = ""
    while page := await Task.filter(id__gt=last).order_by("id").limit(_AT_ONCE).values_list("id", "data"):
        found |= names & _digests(str(data) for _, data in page)
        last = str(page[-1][0])
    return found


def _digests(texts: Iterable[str]) -> set[str]:
    return {name for text in texts for name in _DIGEST.findall(text)}


def _some(names: list[str]) -> Iterator[list[str]]:
    waiting = iter(names)
    while some := list(islice(waiting, _AT_ONCE)):
        yield some
