"""Write a finished sticker down, and read one again. Its files are storage's business."""

import json
import logging
from dataclasses import asdict, dataclass, field
from datetime import datetime

from tortoise import BaseDBAsyncClient

from bot.errors import Gone
from bot.stickers.design import Design
from bot.stickers.members import PROVIDER
from models import Account, GeneratedImage, StickerDetail
from models.fields import now
from models.statements import rows, stored

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSticker:
    """A sticker about to be kept.

    `art` is the SHA-256 name of its art file. `server_id` is None in direct messages. `parent_id` is the
    sticker that it was redressed or repeated from.
    """

    id: str
    user_id: str
    design: Design
    source_image_url: str | None
    art: str | None
    painter: str
    renderer_version: int
    server_id: int | None
    channel_id: int | None
    private: bool
    parent_id: str | None = None
    created_at: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sticker:
    """A kept sticker: all that a card shows. `number` is its running number in the server, None outside one.

    `owner_discord_id` is None for an owner who only ever signed in on the web.
    """

    id: str
    owner_id: str
    owner_discord_id: int | None
    owner_name: str
    design: Design
    image_url: str
    private: bool
    server_id: int | None
    channel_id: int | None
    number: int | None
    painter: str
    art: str | None
    renderer_version: int
    created_at: datetime
    parent_id: str | None


def image_url(sticker_id: str) -> str:
    """GeneratedImage.imageUrl: the path under which a web page beside us serves the still."""
    return f"/images/{sticker_id}.webp"


async def keep(sticker: NewSticker, connection: BaseDBAsyncClient) -> int | None:
    """Write the sticker's rows in the open transaction; its running number in the server, None outside one.

    Numbers of a server have no gaps and no doubles, with any number of processes.
    """
    await _add_image(sticker, connection)
    while True:
        written = await _add_detail(sticker, connection)
        if written:
            return written[0]["number"]
        # PostgreSQL only: another transaction took the number we saw, and has ended by now. Count again.


async def sticker(sticker_id: str) -> Sticker | None:
    """The sticker, or None: not there any more, illegible, or made by a web application that keeps no detail."""
    detail = await StickerDetail.filter(sticker_id=sticker_id).select_related("sticker", "owner").first()
    if detail is None or (design := legible(detail)) is None:
        return None
    account = await Account.filter(user_id=detail.owner_id, provider=PROVIDER).first()
    return Sticker(
        id=detail.sticker_id,
        owner_id=detail.owner_id,
        owner_discord_id=int(account.provider_account_id) if account else None,
        owner_name=detail.owner.name or "",
        design=design,
        image_url=detail.sticker.image_url,
        private=detail.private,
        server_id=detail.server_id,
        channel_id=detail.channel_id,
        number=detail.number,
        painter=detail.painter,
        art=detail.art,
        renderer_version=detail.renderer_version,
        created_at=detail.created_at,
        parent_id=detail.parent_id,
    )


def legible(detail: StickerDetail) -> Design | None:
    """The design of a row, or None where it makes no sense: one broken row must not fail a page of nine."""
    try:
        return Design.from_json(detail.design)
    except (ValueError, KeyError, TypeError) as exc:
        log.warning("the design of sticker %s is illegible: %s", detail.sticker_id, type(exc).__name__)
        return None


async def seen_by(discord_id: int, sticker_id: str) -> Sticker:
    """A sticker for somebody who asks to see it. Raises Gone: a private one is there for its owner alone."""
    found = await sticker(sticker_id)
    if found is None or (found.private and found.owner_discord_id != discord_id):
        raise Gone
    return found


def columns(design: Design) -> dict[str, str]:
    """A design as GeneratedImage keeps it, by field."""
    style = design.style
    return {
        "prompt": design.prompt,
        "title": design.title,
        "character_name": design.name,
        "attribute": design.attribute.value,
        "rarity": design.rarity.value,
        "background_color": design.background,
        "effects": _json(asdict(design.effects)),
        "style": _json(
            {
                "frameType": style.frame_type,
                "frameColor": style.frame_color,
                "foil": style.foil,
                "layout": style.layout,
            }
        ),
    }


async def _add_image(sticker: NewSticker, connection: BaseDBAsyncClient) -> None:
    await GeneratedImage.create(
        using_db=connection,
        id=sticker.id,
        user_id=sticker.user_id,
        image_url=image_url(sticker.id),
        source_image_url=sticker.source_image_url,
        created_at=sticker.created_at,
        **columns(sticker.design),
    )


async def _add_detail(sticker: NewSticker, connection: BaseDBAsyncClient) -> list[dict[str, int | None]]:
    """One row with the number, or none if the number was taken meanwhile."""
    server_id = stored(StickerDetail, "server_id", sticker.server_id)
    return await rows(
        connection,
        'INSERT INTO "StickerDetail" ("stickerId", "ownerId", "serverId", "channelId", "private", "art",'
        ' "painter", "variation", "rendererVersion", "design", "parentId", "createdAt", "number")'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CASE WHEN CAST(? AS TEXT) IS NOT NULL THEN"
        ' (SELECT COALESCE(MAX("number"), 0) + 1 FROM "StickerDetail" WHERE "serverId" = ?) END)'
        ' ON CONFLICT ("serverId", "number") DO NOTHING RETURNING "number"',
        sticker.id,
        sticker.user_id,
        server_id,
        stored(StickerDetail, "channel_id", sticker.channel_id),
        sticker.private,
        sticker.art,
        sticker.painter,
        sticker.design.variation,
        sticker.renderer_version,
        sticker.design.to_json(),
        sticker.parent_id,
        stored(StickerDetail, "created_at", sticker.created_at),
        server_id,
        server_id,
    )


def _json(values: dict[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
