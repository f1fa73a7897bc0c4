"""What a server chose for itself: who may order there, where, how much and how. Its limits only tighten the host's."""

import json
from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass, fields, replace
from datetime import timedelta
from typing import Any, Self

from tortoise import BaseDBAsyncClient

from bot.errors import NoAiHere, OddsOverfull
from bot.stickers.choosing import ODDS, Odds
from bot.stickers.design import Rarity
from bot.stickers.quotas import Quotas
from bot.stickers.request import PainterChoice, Request
from models import ServerSettings
from models.fields import now
from models.statements import rows, run, stored, transact

MOST_ROLES = 10
MOST_CHANNELS = 20
_IDS = ("roles", "channels")
"""The rules that are lists of snowflakes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseRules:
    """A server's own rules. None is "as the host has it" or "as the reader has it".

    `roles` are those that may order, all members if empty. In `channels` (all if empty) seals are shown to everybody,
    elsewhere to their asker alone. `rare` and `super_rare` are surprises out of a hundred. `language` ("en" or "ja")
    is that of public messages. `private` holds where a member says nothing. `welcomed` is the joining that was
    greeted: the moment as text.
    """

    member_daily: int | None = None
    server_daily: int | None = None
    cooldown_seconds: int | None = None
    roles: tuple[int, ...] = ()
    channels: tuple[int, ...] = ()
    ai: bool = True
    rare: int | None = None
    super_rare: int | None = None
    language: str | None = None
    private: bool = False
    welcomed: str | None = None

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `to_json` wrote; rules that another version knew are passed over."""
        raw = json.loads(text)
        known: dict[str, Any] = {field.name: raw[field.name] for field in fields(cls) if field.name in raw}
        return cls(**known | {name: tuple(map(int, known.get(name, ()))) for name in _IDS})

    def to_json(self) -> str:
        """The text of ServerSettings.settings. Snowflakes as text: JavaScript's numbers end at 53 bits."""
        return json.dumps(asdict(self) | {name: [str(each) for each in getattr(self, name)] for name in _IDS})

    @property
    def odds(self) -> Odds:
        """How many of a hundred surprises come out as what, by these rules."""
        rare = ODDS[Rarity.RARE] if self.rare is None else self.rare
        super_rare = ODDS[Rarity.SUPER_RARE] if self.super_rare is None else self.super_rare
        return {Rarity.NORMAL: 100 - rare - super_rare, Rarity.RARE: rare, Rarity.SUPER_RARE: super_rare}

    def shape(self, asked: Request) -> Request:
        """What was asked, as it may be had here. Raises NoAiHere for what only AI could paint."""
        if self.ai or asked.painter is PainterChoice.LOCAL:
            return asked
        if asked.painter is PainterChoice.AI:
            raise NoAiHere
        return replace(asked, painter=PainterChoice.LOCAL)

    def speaks_up_in(self, *channels: int | None) -> bool:
        """Whether seals are shown to everybody in a channel, given by its id and that of what it is a thread of."""
        return not self.channels or not set(self.channels).isdisjoint(channels)

    def lets_in(self, roles: Collection[int]) -> bool:
        """Whether somebody with these roles may order."""
        return not self.roles or not set(self.roles).isdisjoint(roles)

    def tighten(self, quotas: Quotas) -> Quotas:
        """The host's quotas, or the server's where those are stricter."""
        pause = timedelta(seconds=self.cooldown_seconds or 0)
        return replace(
            quotas,
            member_daily=_stricter(quotas.member_daily, self.member_daily),
            server_daily=_stricter(quotas.server_daily, self.server_daily),
            cooldown=max(quotas.cooldown, pause),
        )


async def house_rules(server_id: int) -> HouseRules:
    """A server's rules."""
    row = await ServerSettings.get_or_none(server_id=server_id)
    return HouseRules() if row is None else HouseRules.from_json(row.settings)


async def change_house_rules(
    server_id: int, change: Callable[[HouseRules], HouseRules]
) -> tuple[HouseRules, HouseRules]:
    """Change a server's rules as they stand, and give them as they were and as they are now.

    Two moderators at once do no harm: each changes what the other left. Raises OddsOverfull; then nothing is changed.
    """

    async def write(connection: BaseDBAsyncClient) -> tuple[HouseRules, HouseRules]:
        # It writes first: whoever else changes these rules waits here.
        (row,) = await rows(
            connection,
            'INSERT INTO "ServerSettings" ("serverId", "settings", "updatedAt") VALUES (?, ?, ?)'
            ' ON CONFLICT ("serverId") DO UPDATE SET "updatedAt" = excluded."updatedAt" RETURNING "settings"',
            stored(ServerSettings, "server_id", server_id),
            HouseRules().to_json(),
            stored(ServerSettings, "updated_at", now()),
        )
        before = HouseRules.from_json(row["settings"])
        after = change(before)
        if after.odds[Rarity.NORMAL] < 0:
            raise OddsOverfull(rare=after.odds[Rarity.RARE], super_rare=after.odds[Rarity.SUPER_RARE])
        await run(
            connection,
            'UPDATE "ServerSettings" SET "settings" = ? WHERE "serverId" = ?',
            after.to_json(),
            stored(ServerSettings, "server_id", server_id),
        )
        return before, after

    return await transact(write)


def _stricter(host: int, server: int | None) -> int:
    """The smaller of two limits, where 0 and None are none."""
    limits = [limit for limit in (host, server) if limit]
    return min(limits, default=0)
