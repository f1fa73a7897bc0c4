"""Who may order now: the server's rules, and what is left of the quotas. Refuses before anything is spent."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tortoise import BaseDBAsyncClient

from bot.errors import RolesOnly
from bot.stickers import members, quotas
from bot.stickers.house_rules import HouseRules, house_rules
from bot.stickers.members import Identity
from bot.stickers.quotas import Asker, Quotas, Today
from bot.stickers.statistics import day_of

_NO_QUOTAS = Quotas()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Where somebody asks, and as what. `role_ids` are theirs in the server; `manages` says they may manage it."""

    server_id: int | None
    role_ids: Collection[int] = ()
    manages: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """Somebody who may order `seals`: `count` writes the order into their quotas, or refuses if that changed since."""

    asker: Asker
    quotas: Quotas
    today: Today
    rules: HouseRules
    seals: int = 1

    async def count(self, connection: BaseDBAsyncClient) -> None:
        """See quotas.take."""
        await quotas.take(connection, self.asker, self.quotas, self.today, self.seals)


async def admit(
    identity: Identity, visit: Visit | None, host: Quotas, *, now: datetime, zone: ZoneInfo, seals: int = 1
) -> Admission:
    """Let somebody in, who is met for it. Without a visit it is the host, who has no limits.

    Raises RolesOnly, or what quotas.foresee raises.
    """
    member = await members.meet(identity)
    server_id = visit.server_id if visit else None
    rules = HouseRules() if server_id is None else await house_rules(server_id)
    if visit is not None and not visit.manages and not rules.lets_in(visit.role_ids):
        raise RolesOnly
    admission = Admission(
        asker=Asker(user_id=member.id, discord_id=identity.discord_id, server_id=server_id),
        quotas=_NO_QUOTAS if visit is None else rules.tighten(host),
        today=today(now, zone),
        rules=rules,
        seals=seals,
    )
    await quotas.foresee(admission.asker, admission.quotas, admission.today, seals)
    return admission


def today(now: datetime, zone: ZoneInfo) -> Today:
    """The host's day around a moment. It may have 23 or 25 hours."""
    began = day_of(now, zone)
    return Today(now=now, began=began, ends=day_of(began + timedelta(hours=36), zone))
