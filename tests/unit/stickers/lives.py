"""Members with a row in every table that knows members, for tests that export or forget them."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.stickers.exporting import Whose
from bot.stickers.members import Identity, meet
from bot.stickers.quotas import member_subject
from models import (
    Account,
    Charge,
    Delivery,
    Favourite,
    GeneratedImage,
    ImageCache,
    MemberSettings,
    Quota,
    Run,
    Session,
    StickerDetail,
    Task,
    UsageStats,
    Work,
)

NOW = datetime(2024, 5, 5, 10, 20, 30, 123_000, UTC)
TODAY = NOW.replace(hour=0, minute=0, second=0, microsecond=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who somebody is, and the letter of which the names of their files are made."""

    identity: Identity
    letter: str

    @property
    def digest(self) -> str:
        return self.letter * 64


LEON = Cast(identity=Identity(discord_id=42, name="Leon", avatar_url=None), letter="a")
ROBIN = Cast(identity=Identity(discord_id=77, name="Robin", avatar_url=None), letter="b")


def with_files_of(cast: Cast, other: Cast) -> Cast:
    """The same person, whose art and pictures are those of somebody else."""
    return replace(cast, letter=other.letter)


async def a_life(cast: Cast, *, cached: str | None = None) -> Whose:
    """One row in every table. `cached` is a digest of art that is kept for others."""
    identity = cast.identity
    user_id = (await meet(identity)).id
    await Account.filter(user_id=user_id).update(access_token="a secret")
    await Session.create(user_id=user_id, session_token=f"secret {user_id}", expires=NOW)
    await MemberSettings.create(user_id=user_id, settings="{}")
    await Quota.create(subject=member_subject(identity.discord_id), day=TODAY, orders=1)
    await UsageStats.create(user_id=user_id, date=TODAY, image_count=1)
    await Charge.create(task_id=f"t{user_id}", user_id=user_id, painter="openai", model="m", created_at=NOW)
    await _an_order(user_id, cast)
    await _a_seal(user_id, cast)
    if cached is not None:
        await ImageCache.create(prompt_hash=cached, image_url=f"/art/{cached}.webp", expires_at=NOW)
    return Whose(user_id=user_id, discord_id=identity.discord_id)


async def _an_order(user_id: str, cast: Cast) -> None:
    data = f'{{"design": {{"picture": "{cast.digest}"}}}}'
    task = await Task.create(id=f"t{user_id}"[:25], user_id=user_id, status="pending", data=data)
    await Work.create(task_id=task.id, user_id=user_id, worker="secret machine")
    await Delivery.create(task_id=task.id, application_id=1, token="secret", channel_id=2, locale="ja")
    run = {"started_at": NOW, "ended_at": NOW + timedelta(seconds=9)}
    await Run.create(task_id=f"t{user_id}", user_id=user_id, painter="openai", outcome="failed", **run)


async def _a_seal(user_id: str, cast: Cast) -> None:
    seal = await GeneratedImage.create(
        id=f"s{user_id}"[:25],
        user_id=user_id,
        image_url=f"/images/s{user_id[:24]}.webp",
        prompt="a lion",
        source_image_url=f"/sources/{cast.digest}.webp",
        title="t",
        character_name="Leon",
        attribute="聖",
        rarity="rare",
        background_color="rainbow",
        effects='{"aura":false}',
        style="{}",
        created_at=NOW,
    )
    await StickerDetail.create(
        sticker_id=seal.id,
        owner_id=user_id,
        server_id=1,
        private=True,
        art=cast.digest,
        painter="openai",
        renderer_version=1,
        design="{}",
        created_at=NOW,
    )
    await Favourite.create(user_id=user_id, sticker_id=seal.id)
