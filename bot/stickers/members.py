"""Which member a Discord account is: found, or made at first contact. Knows nothing of discord.py."""

from dataclasses import dataclass

from models import Account, User, cuid
from models.fields import now
from models.statements import current, rows, run, stored

PROVIDER = "discord"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Somebody as Discord shows them. `discord_id` is the snowflake."""

    discord_id: int
    name: str
    avatar_url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody as the database knows them. `id` is User.id."""

    id: str
    discord_id: int
    name: str


async def meet(identity: Identity) -> Member:
    """Find the member or make one, and bring name and avatar up to date.

    Meetings of one new member at the same moment, in any number of processes, make one User: every step is a
    single statement that gives way to whoever came first. (To read and then write in a transaction would end
    in "database is locked".) An account that a web sign-in made is used as it stands.
    """
    holder = await _holder(identity.discord_id) or await _enrol(identity)
    if (holder.name, holder.image) != (identity.name, identity.avatar_url):
        await User.filter(id=holder.id).update(
            name=identity.name, image=identity.avatar_url, updated_at=now()
        )
    return Member(id=holder.id, discord_id=identity.discord_id, name=identity.name)


async def find(discord_id: int) -> Member | None:
    """The member, or None for somebody we have not met."""
    holder = await _holder(discord_id)
    return Member(id=holder.id, discord_id=discord_id, name=holder.name or "") if holder else None


async def discord_id(user_id: str) -> int | None:
    """The Discord account of a member; None for somebody who has none, or is not there any more."""
    account = await Account.filter(provider=PROVIDER, user_id=user_id).first()
    return int(account.provider_account_id) if account else None


def placeholder_email(discord_id: int) -> str:
    """An address that can never be reached (RFC 2606), until a verified one is known."""
    return f"discord-{discord_id}@users.invalid"


async def _holder(discord_id: int) -> User | None:
    account = (
        await Account.filter(provider=PROVIDER, provider_account_id=str(discord_id))
        .select_related("user")
        .first()
    )
    return account.user if account else None


async def _enrol(identity: Identity) -> User:
    await _add_user(identity)
    await _add_account(identity.discord_id)
    account = await Account.get(
        provider=PROVIDER, provider_account_id=str(identity.discord_id)
    ).select_related("user")
    if account.user.email != placeholder_email(identity.discord_id):
        await _remove_orphan(identity.discord_id)
    return account.user


async def _add_user(identity: Identity) -> None:
    moment = stored(User, "created_at", now())
    await run(
        current(),
        'INSERT INTO "User" ("id", "email", "name", "image", "createdAt", "updatedAt")'
        ' VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT ("email") DO NOTHING',
        cuid(),
        placeholder_email(identity.discord_id),
        identity.name,
        identity.avatar_url,
        moment,
        moment,
    )


async def _add_account(discord_id: int) -> None:
    await run(
        current(),
        'INSERT INTO "Account" ("id", "userId", "type", "provider", "providerAccountId")'
        ' SELECT ?, "id", ?, ?, ? FROM "User" WHERE "email" = ?'
        ' ON CONFLICT ("provider", "providerAccountId") DO NOTHING',
        cuid(),
        "oauth",
        PROVIDER,
        str(discord_id),
        placeholder_email(discord_id),
    )


async def _remove_orphan(discord_id: int) -> None:
    """A web sign-in made the account between our look and our insert: the placeholder has no way in."""
    await rows(
        current(),
        'DELETE FROM "User" WHERE "email" = ?'
        ' AND NOT EXISTS (SELECT 1 FROM "Account" WHERE "Account"."userId" = "User"."id") RETURNING "id"',
        placeholder_email(discord_id),
    )
