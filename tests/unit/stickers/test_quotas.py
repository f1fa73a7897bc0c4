"""What a member and a server may order, on both databases."""

import asyncio
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.errors import MemberDayFull, OddsOverfull, RolesOnly, ServerDayFull, TooManyWaiting, TooSoon
from bot.pipeline import work
from bot.stickers import members
from bot.stickers.admission import Visit, admit
from bot.stickers.house_rules import HouseRules, change_house_rules, house_rules
from bot.stickers.members import Identity
from bot.stickers.quotas import Quotas, member_subject
from models import Quota, Task, User, cuid

NOON = datetime(2024, 5, 5, 12, tzinfo=UTC)
MIDNIGHT = str(int(datetime(2024, 5, 6, tzinfo=UTC).timestamp()))
HARU = Identity(discord_id=1, name="Haru", avatar_url=None)
ROBIN = Identity(discord_id=2, name="Robin", avatar_url=None)
SERVER = Visit(server_id=9)
UTC_ZONE = ZoneInfo("UTC")
NO_QUOTAS = Quotas()

pytestmark = pytest.mark.usefixtures("database")


async def order(
    who: Identity = HARU, quotas: Quotas = NO_QUOTAS, *, at: datetime = NOON, visit: Visit = SERVER
) -> None:
    admission = await admit(who, visit, quotas, now=at, zone=UTC_ZONE)
    task = work.NewTask(id=cuid(), user_id=admission.asker.user_id, data="{}")
    await work.accept(task, None, at, admission.count)


async def test_without_limits_nobody_is_refused() -> None:
    for _ in range(12):
        await order()
    assert await Task.all().count() == 12


async def test_so_many_at_once_and_no_more() -> None:
    quotas = Quotas(at_once=2)
    await order(quotas=quotas)
    await order(quotas=quotas)
    with pytest.raises(TooManyWaiting) as refusal:
        await order(quotas=quotas)
    assert refusal.value.values == {"limit": 2}
    await order(ROBIN, quotas)


async def test_a_day_is_full_until_midnight() -> None:
    quotas = Quotas(member_daily=2)
    await order(quotas=quotas)
    await order(quotas=quotas)
    with pytest.raises(MemberDayFull) as refusal:
        await order(quotas=quotas)
    assert refusal.value.values == {"limit": 2, "at": MIDNIGHT}
    await order(ROBIN, quotas)
    await order(quotas=quotas, at=NOON + timedelta(hours=12))


async def test_a_refused_order_is_not_counted() -> None:
    quotas = Quotas(member_daily=1)
    await order(quotas=quotas)
    for _ in range(3):
        with pytest.raises(MemberDayFull):
            await order(quotas=quotas)
    assert (await Quota.get(subject=member_subject(1))).orders == 1
    assert await Task.all().count() == 1


async def test_a_server_is_full_for_all_its_members_and_for_no_other_place() -> None:
    quotas = Quotas(server_daily=2)
    await order(HARU, quotas)
    await order(ROBIN, quotas)
    for who in (HARU, ROBIN):
        with pytest.raises(ServerDayFull) as refusal:
            await order(who, quotas)
    assert refusal.value.values == {"limit": 2, "at": MIDNIGHT}
    await order(quotas=quotas, visit=Visit(server_id=10))
    await order(quotas=quotas, visit=Visit(server_id=None))


async def test_a_pause_says_when_it_is_over_and_midnight_does_not_end_it() -> None:
    quotas = Quotas(cooldown=timedelta(seconds=30))
    late = datetime(2024, 5, 5, 23, 59, 50, tzinfo=UTC)
    await order(quotas=quotas, at=late)
    with pytest.raises(TooSoon) as refusal:
        await order(quotas=quotas, at=late + timedelta(seconds=20))
    assert refusal.value.values == {"at": str(int(late.timestamp()) + 30)}
    await order(quotas=quotas, at=late + timedelta(seconds=30))


async def test_a_clock_that_is_put_back_does_not_prolong_a_pause() -> None:
    quotas = Quotas(cooldown=timedelta(seconds=30))
    await order(quotas=quotas)
    await order(quotas=quotas, at=NOON - timedelta(days=30))


async def test_who_is_forgotten_and_comes_back_has_the_same_day() -> None:
    quotas = Quotas(member_daily=1)
    await order(quotas=quotas)
    await User.all().delete()
    with pytest.raises(MemberDayFull):
        await order(quotas=quotas)


async def test_of_orders_at_the_same_moment_only_so_many_pass() -> None:
    quotas = Quotas(at_once=3, member_daily=5)
    results = await asyncio.gather(*(order(quotas=quotas) for _ in range(12)), return_exceptions=True)
    assert sum(result is None for result in results) == 3
    assert all(isinstance(result, TooManyWaiting) for result in results if result is not None)


ORDER_AS_A_PROCESS = """
import asyncio, sys
from bot.database import Database
from bot.errors import KirasealError
from bot.stickers.quotas import Quotas
from tests.unit.stickers.test_quotas import order

async def main():
    async with Database.open(sys.argv[1]):
        print("ready", flush=True)
        sys.stdin.readline()
        passed = 0
        for _ in range(10):
            try:
                await order(quotas=Quotas(member_daily=7))
                passed += 1
            except KirasealError:
                pass
        print(passed)

asyncio.run(main())
"""


async def test_two_processes_share_a_members_day(database_url: str) -> None:
    await members.meet(HARU)
    processes = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", ORDER_AS_A_PROCESS, database_url),
            cwd=Path(__file__).parents[3],
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        for _ in range(2)
    ]
    for process in processes:
        assert process.stdout is not None
        assert await process.stdout.readline() == b"ready\n"
    answers = await asyncio.gather(*(process.communicate(b"go\n") for process in processes))
    assert sum(int(out) for out, _ in answers) == 7
    assert await Task.all().count() == 7


async def test_only_certain_roles_may_order_and_whoever_manages_the_server() -> None:
    await change_house_rules(9, lambda _: HouseRules(roles=(5, 6)))
    with pytest.raises(RolesOnly):
        await order(visit=replace(SERVER, role_ids={7}))
    await order(visit=replace(SERVER, role_ids={6, 7}))
    await order(visit=replace(SERVER, manages=True))
    await order(visit=Visit(server_id=10))


@pytest.mark.parametrize(
    ("host", "server", "holds"), [(0, None, 0), (0, 3, 3), (5, 0, 5), (5, 3, 3), (5, 9, 5), (5, None, 5)]
)
def test_a_server_can_only_be_stricter_than_its_host(host: int, server: int | None, holds: int) -> None:
    quotas = HouseRules(member_daily=server).tighten(Quotas(member_daily=host))
    assert quotas.member_daily == holds


async def test_rules_are_kept_and_those_of_another_version_passed_over() -> None:
    rules = HouseRules(member_daily=3, cooldown_seconds=10, roles=(2**60,))
    await change_house_rules(9, lambda _: rules)
    assert await house_rules(9) == rules
    assert HouseRules.from_json('{"of_the_future": 1, "roles": ["7"]}') == HouseRules(roles=(7,))


async def test_of_two_moderators_at_once_neither_undoes_what_the_other_chose() -> None:
    await asyncio.gather(
        change_house_rules(9, lambda rules: replace(rules, member_daily=3)),
        change_house_rules(9, lambda rules: replace(rules, cooldown_seconds=60)),
    )
    rules = await house_rules(9)
    assert (rules.member_daily, rules.cooldown_seconds) == (3, 60)


async def test_odds_over_a_hundred_change_nothing() -> None:
    await change_house_rules(9, lambda rules: replace(rules, rare=60))
    with pytest.raises(OddsOverfull):
        await change_house_rules(9, lambda rules: replace(rules, super_rare=50))
    assert (await house_rules(9)).super_rare is None
