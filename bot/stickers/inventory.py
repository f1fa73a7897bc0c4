"""Count what is kept of a member, to tell them. Writes nothing."""

from dataclasses import dataclass

from models import Charge, GeneratedImage, StickerDetail, Task, UsageStats


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How much there is."""

    seals: int = 0
    private: int = 0
    """Those among the seals."""
    pictures: int = 0
    """Those that the member sent."""
    days: int = 0
    """Days with counts."""
    orders: int = 0
    charges: int = 0
    """AI pictures that were paid for."""


async def of(user_id: str) -> Kept:
    """What is kept of the member with this User.id."""
    pictures = GeneratedImage.filter(user_id=user_id, source_image_url__isnull=False).distinct()
    return Kept(
        seals=await GeneratedImage.filter(user_id=user_id).count(),
        private=await StickerDetail.filter(owner_id=user_id, private=True).count(),
        pictures=len(await pictures.values_list("source_image_url", flat=True)),
        days=await UsageStats.filter(user_id=user_id).count(),
        orders=await Task.filter(user_id=user_id).count(),
        charges=await Charge.filter(user_id=user_id).count(),
    )
