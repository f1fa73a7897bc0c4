"""Art that was paid for, kept to be used again: who makes a picture, and which one is made already.

A row of ImageCache is either art that is kept (`imageUrl` names it) or, with an empty `imageUrl`, a promise that
somebody is at it; a promise that ran out is anybody's.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from bot.stickers.recipe import Recipe
from models import ImageCache, cuid
from models.statements import current, rows, stored

_PROMISED = ""
"""The imageUrl of a picture that is being made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptArt:
    """Art that needs not be paid again: its SHA-256 name, and what it cost when it was made."""

    art: str
    model: str
    tokens: int


async def look_up(recipe: Recipe, now: datetime) -> KeptArt | None:
    """The art of a recipe, if it is made and has not expired."""
    row = await ImageCache.filter(prompt_hash=recipe.digest(), expires_at__gt=now).first()
    if row is None or row.image_url == _PROMISED:
        return None
    facts = json.loads(row.metadata or "{}")
    return KeptArt(
        art=PurePosixPath(row.image_url).stem,
        model=str(facts.get("model", "")),
        tokens=int(facts.get("tokens", 0)),
    )


async def promise(recipe: Recipe, maker: str, *, now: datetime, until: datetime) -> bool:
    """Take the making of a picture upon oneself until `until`. False while it is made, or somebody else is at it.

    One statement, so that of any number of makers in any number of processes one gets it. A maker who promises again
    prolongs.
    """
    taken = await rows(
        current(),
        'INSERT INTO "ImageCache" ("id", "promptHash", "imageUrl", "metadata", "expiresAt", "createdAt")'
        " VALUES (?, ?, ?, ?, ?, ?)"
        ' ON CONFLICT ("promptHash") DO UPDATE SET "imageUrl" = excluded."imageUrl",'
        ' "metadata" = excluded."metadata", "expiresAt" = excluded."expiresAt"'
        ' WHERE "ImageCache"."expiresAt" <= ?'
        ' OR ("ImageCache"."imageUrl" = ? AND "ImageCache"."metadata" = excluded."metadata")'
        ' RETURNING "id"',
        cuid(),
        recipe.digest(),
        _PROMISED,
        _promised_by(maker),
        stored(ImageCache, "expires_at", until),
        stored(ImageCache, "created_at", now),
        stored(ImageCache, "expires_at", now),
        _PROMISED,
    )
    return bool(taken)


async def keep(recipe: Recipe, art: KeptArt, *, now: datetime, until: datetime) -> None:
    """Art was made: it may be used for the recipe until `until`, whoever had promised it."""
    facts = json.dumps({"model": art.model, "size": recipe.size, "tokens": art.tokens})
    await rows(
        current(),
        'INSERT INTO "ImageCache" ("id", "promptHash", "imageUrl", "metadata", "expiresAt", "createdAt")'
        " VALUES (?, ?, ?, ?, ?, ?)"
        ' ON CONFLICT ("promptHash") DO UPDATE SET "imageUrl" = excluded."imageUrl",'
        ' "metadata" = excluded."metadata", "expiresAt" = excluded."expiresAt" RETURNING "id"',
        cuid(),
        recipe.digest(),
        f"/art/{art.art}.webp",
        facts,
        stored(ImageCache, "expires_at", until),
        stored(ImageCache, "created_at", now),
    )


async def give_up(recipe: Recipe, maker: str) -> None:
    """Take one's own promise back, so that the next may try at once."""
    await ImageCache.filter(
        prompt_hash=recipe.digest(), image_url=_PROMISED, metadata=_promised_by(maker)
    ).delete()


async def forget(recipe: Recipe) -> None:
    """The art of a recipe is lost: it must be made again."""
    await ImageCache.filter(prompt_hash=recipe.digest()).exclude(image_url=_PROMISED).delete()


def _promised_by(maker: str) -> str:
    return json.dumps({"maker": maker})
