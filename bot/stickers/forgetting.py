"""Take a member out of every table, and say which files were theirs. Knows no storage."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from tortoise import BaseDBAsyncClient

from bot.stickers.exporting import Whose
from bot.stickers.keeping import image_url
from bot.stickers.quotas import member_subject
from models import (
    Charge,
    GeneratedImage,
    Quota,
    RunOutcome,
    StickerDetail,
    Task,
    UsageStats,
    cuid,
)
from models.statements import rows, run, stored, transact

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


def _digests(texts: Iterable[str]) -> set[str]:
    return {name for text in texts for name in _DIGEST.findall(text)}
