"""What the bot has ready before anybody orders: samples, a greeting for each joining, what one made lately."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.errors import KirasealError
from bot.showcase import Showcase, sample
from bot.stickers import recent
from bot.stickers.design import Design, Rarity
from bot.stickers.house_rules import change_house_rules
from bot.stickers.recent import Recalled
from bot.stickers.rendition import Rendition
from bot.words import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A seal to look at: its design, and its picture's bytes."""

    design: Design
    picture: bytes


class Reception:
    """A door beside the studio, for those who only look. The cogs knock on it, too."""

    def __init__(self, showcase: Showcase) -> None:
        self._showcase = showcase

    async def stills(self, language: Language) -> Mapping[Rarity, Sample]:
        """The plainest and the finest sample; none where they cannot be drawn now: help must come without them, too."""
        try:
            return {
                rarity: await self._sample(language, rarity, Rendition.STILL)
                for rarity in (Rarity.NORMAL, Rarity.SUPER_RARE)
            }
        except KirasealError:
            return {}

    async def animation(self, language: Language) -> Sample:
        """The finest sample, tilting. Raises StorageFailed or WorkerLost."""
        return await self._sample(language, Rarity.SUPER_RARE, Rendition.ANIMATION)

    async def greets(self, server_id: int, joining: str) -> bool:
        """Whether this joining of a server is still to be greeted. Whoever asked was told so once, and never again."""
        before, _ = await change_house_rules(server_id, lambda rules: replace(rules, welcomed=joining))
        return before.welcomed != joining

    async def recent(self, discord_id: int, field: Recalled, typed: str, *, most: int) -> list[str]:
        """Names or titles that a member gave lately; see stickers/recent.py."""
        return await recent.recent(discord_id, field, typed, most=most)

    async def _sample(self, language: Language, rarity: Rarity, form: Rendition) -> Sample:
        picture = await self._showcase.picture(language, rarity, form)
        return Sample(design=sample(language, rarity), picture=picture)
