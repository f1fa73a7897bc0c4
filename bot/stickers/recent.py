"""Names and titles that a member gave their seals lately, to offer them again. Only ever to that member."""

from enum import StrEnum

from bot.stickers import members
from bot.stickers.wording import folded
from models import StickerDetail

LOOKED_AT = 200
"""How many of the newest seals are looked through: an answer to each keystroke must not grow with the binder."""


class Recalled(StrEnum):
    """What is offered again; the value is the column."""

    NAME = "character_name"
    TITLE = "title"


async def recent(discord_id: int, field: Recalled, typed: str, *, most: int) -> list[str]:
    """Up to `most` different texts, newest first: those that begin with what was typed, then those that contain it."""
    member = await members.find(discord_id)
    if member is None:
        return []
    newest = StickerDetail.filter(owner_id=member.id).order_by("-created_at").limit(LOOKED_AT)
    texts = await newest.values_list(f"sticker__{field}", flat=True)
    sought = folded(typed.strip())
    different = [str(text) for text in dict.fromkeys(texts) if text and sought in folded(str(text))]
    return sorted(different, key=lambda text: not folded(text).startswith(sought))[:most]
