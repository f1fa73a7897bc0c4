"""What a server chose for itself: who may order there, and how much. Its limits only tighten the host's."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, fields, replace
from datetime import timedelta
from typing import Self

from bot.stickers.quotas import Quotas
from models import ServerSettings
from models.fields import now
from models.statements import current, run, stored

MOST_ROLES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseRules:
    """A server's own rules. None is "as the host has it"; `roles` are those that may order, all members if empty."""

    member_daily: int | None = None
    server_daily: int | None = None
    cooldown_seconds: int | None = None
    roles: tuple[int, ...] = ()

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `to_json` wrote; rules that another version knew are passed over."""
        raw = json.loads(text)
        known = {field.name: raw[field.name] for field in fields(cls) if field.name in raw}
        return cls(**{**known, "roles": tuple(int(role) for role in known.get("roles", ()))})

    def to_json(self) -> str:
        """The text of ServerSettings.settings. Role ids as text: JavaScript's numbers end at 53 bits."""
        return json.dumps({**asdict(self), "roles": [str(role) for role in self.roles]})

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


async def keep_house_rules(server_id: int, rules: HouseRules) -> None:
    """Write a server's rules. One statement, so that two moderators at once do no harm."""
    await run(
        current(),
        'INSERT INTO "ServerSettings" ("serverId", "settings", "updatedAt") VALUES (?, ?, ?)'
        ' ON CONFLICT ("serverId") DO UPDATE SET "settings" = excluded."settings", "updatedAt" = excluded."updatedAt"',
        stored(ServerSettings, "server_id", server_id),
        rules.to_json(),
        stored(ServerSettings, "updated_at", now()),
    )


def _stricter(host: int, server: int | None) -> int:
    """The smaller of two limits, where 0 and None are none."""
    limits = [limit for limit in (host, server) if limit]
    return min(limits, default=0)
