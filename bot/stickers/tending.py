"""What becomes of a finished sticker's rows: dressed anew, shared, liked, removed. Its files are storage's business."""

from tortoise import BaseDBAsyncClient

from bot.stickers.design import Design
from bot.stickers.keeping import Sticker, columns
from models import Favourite, GeneratedImage, StickerDetail, cuid
from models.fields import now
from models.statements import current, rows, stored, transact

UNDRAWN = 0
"""StickerDetail.rendererVersion of a sticker whose still does not look yet as its row says."""


async def dress(sticker_id: str, design: Design) -> bool:
    """Give a sticker another design in its place; its still is UNDRAWN from then on. False when it is gone."""

    async def write(connection: BaseDBAsyncClient) -> bool:
        detail = StickerDetail.filter(sticker_id=sticker_id).using_db(connection)
        dressed = await detail.update(design=design.to_json(), renderer_version=UNDRAWN)
        await GeneratedImage.filter(id=sticker_id).using_db(connection).update(**columns(design))
        return bool(dressed)

    return await transact(write)


async def mark_drawn(sticker: Sticker, version: int) -> bool:
    """Note that the still shows the design that `sticker` has. False when the row has another by now, or is gone."""
    same = StickerDetail.filter(sticker_id=sticker.id, design=sticker.design.to_json())
    return bool(await same.update(renderer_version=version))


async def mark_undrawn(sticker_id: str) -> None:
    """Note that nobody knows what the still shows."""
    await StickerDetail.filter(sticker_id=sticker_id).update(renderer_version=UNDRAWN)


async def next_variation(owner_id: str, design: Design) -> int:
    """The number that gives this idea art which its owner does not have: `design.variation` where it is the first."""
    same = StickerDetail.filter(
        owner_id=owner_id,
        sticker__character_name=design.name,
        sticker__title=design.title,
        sticker__prompt=design.prompt,
        sticker__attribute=design.attribute.value,
        sticker__rarity=design.rarity.value,
    )
    latest = await same.order_by("-variation").first()
    return design.variation if latest is None else max(latest.variation, design.variation) + 1


async def set_private(sticker_id: str, *, private: bool) -> bool:
    """Hide a sticker, or show it to all. False when it was so already: of two presses one makes the change."""
    return bool(
        await StickerDetail.filter(sticker_id=sticker_id, private=not private).update(private=private)
    )


async def favour(user_id: str, sticker_id: str) -> None:
    """Put a sticker among a member's favourites, once."""
    await rows(
        current(),
        'INSERT INTO "Favourite" ("id", "userId", "stickerId", "createdAt")'
        ' SELECT ?, ?, "id", ? FROM "GeneratedImage" WHERE "id" = ?'
        ' ON CONFLICT ("userId", "stickerId") DO NOTHING RETURNING "id"',
        cuid(),
        user_id,
        stored(Favourite, "created_at", now()),
        sticker_id,
    )


async def disfavour(user_id: str, sticker_id: str) -> None:
    """Take a sticker from a member's favourites."""
    await Favourite.filter(user_id=user_id, sticker_id=sticker_id).delete()


async def remove(sticker: Sticker) -> bool:
    """Delete a sticker's rows: its detail and its favourites go with it, its children stay. False when it was gone."""
    deleted = await rows(current(), 'DELETE FROM "GeneratedImage" WHERE "id" = ? RETURNING "id"', sticker.id)
    return bool(deleted)
