"""What a member chose for themselves: read and written as a whole. A choice that was never made has its default."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Self

from models import MemberSettings
from models.fields import now
from models.statements import current, run, stored

UNLISTED = '"listed": false'
"""What stands in the text of `to_json` for somebody whom no leaderboard names: for queries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """A member's choices.

    `direct`: a sticker whose place is gone may come by direct message. `listed`: leaderboards may name them.
    """

    direct: bool = False
    listed: bool = True

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `to_json` wrote; choices that another version knew are passed over."""
        raw = json.loads(text)
        return cls(**{field.name: raw[field.name] for field in fields(cls) if field.name in raw})

    def to_json(self) -> str:
        """The text of MemberSettings.settings."""
        return json.dumps(asdict(self))


async def preferences(user_id: str) -> Preferences:
    """What the member chose."""
    row = await MemberSettings.get_or_none(user_id=user_id)
    return Preferences() if row is None else Preferences.from_json(row.settings)


async def prefer(user_id: str, chosen: Preferences) -> None:
    """Keep the member's choices. One statement, so that two clicks at once do no harm."""
    await run(
        current(),
        'INSERT INTO "MemberSettings" ("userId", "settings", "updatedAt") VALUES (?, ?, ?)'
        ' ON CONFLICT ("userId") DO UPDATE SET "settings" = excluded."settings", "updatedAt" = excluded."updatedAt"',
        user_id,
        chosen.to_json(),
        stored(MemberSettings, "updated_at", now()),
    )
