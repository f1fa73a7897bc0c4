import asyncio
from dataclasses import replace

import pytest

from bot.stickers import members
from bot.stickers.members import Identity, Member, find, meet, placeholder_email
from models import Account, User

pytestmark = pytest.mark.usefixtures("database")
LEON = Identity(discord_id=2**62, name="レオン", avatar_url="https://cdn.invalid/a.png")


async def test_first_contact_makes_a_user_and_an_account() -> None:
    met = await meet(LEON)
    user, account = await User.get(id=met.id), await Account.get(user_id=met.id)
    assert met == Member(id=user.id, discord_id=LEON.discord_id, name="レオン")
    assert (user.email, user.name, user.image) == (
        f"discord-{2**62}@users.invalid",
        "レオン",
        "https://cdn.invalid/a.png",
    )
    assert (account.provider, account.type, account.provider_account_id) == ("discord", "oauth", str(2**62))


async def test_later_contact_finds_the_same_member() -> None:
    assert await meet(LEON) == await meet(LEON)
    assert (await User.all().count(), await Account.all().count()) == (1, 1)


async def test_a_new_name_and_avatar_are_taken_over() -> None:
    first = await meet(LEON)
    again = await meet(replace(LEON, name="Leon", avatar_url=None))
    user = await User.get(id=first.id)
    assert (again.id, again.name, user.name, user.image) == (first.id, "Leon", "Leon", None)


async def test_an_unchanged_member_is_not_written() -> None:
    member = await meet(LEON)
    before = (await User.get(id=member.id)).updated_at
    await asyncio.gather(*(meet(LEON) for _ in range(3)))
    assert (await User.get(id=member.id)).updated_at == before


async def test_eight_meetings_at_once_make_one_member() -> None:
    met = await asyncio.gather(*(meet(LEON) for _ in range(8)))
    assert len(set(met)) == 1
    assert (await User.all().count(), await Account.all().count()) == (1, 1)


async def test_a_member_made_by_a_web_sign_in_is_used() -> None:
    web = await User.create(email="leon@example.org", name="Web Leon")
    await Account.create(
        user_id=web.id, type="oauth", provider="discord", provider_account_id=str(LEON.discord_id)
    )
    met = await meet(LEON)
    assert (met.id, met.name, await User.all().count()) == (web.id, "レオン", 1)
    assert (await User.get(id=web.id)).email == "leon@example.org"


async def test_a_web_sign_in_that_wins_the_race_leaves_no_orphan() -> None:
    web = await User.create(email="leon@example.org")
    await Account.create(
        user_id=web.id, type="oauth", provider="discord", provider_account_id=str(LEON.discord_id)
    )
    # What meet() does when its first look came just before the two rows above.
    assert (await members._enrol(LEON)).id == web.id
    assert not await User.filter(email=placeholder_email(LEON.discord_id)).exists()


async def test_other_members_are_left_alone() -> None:
    leon, noir = await meet(LEON), await meet(Identity(discord_id=7, name="Noir", avatar_url=None))
    assert leon.id != noir.id
    assert await find(7) == noir


async def test_somebody_we_have_not_met_is_not_found() -> None:
    assert await find(404) is None
