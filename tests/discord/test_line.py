"""Calls over a real connection: who is given up holds up nobody, and a message is posted once."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import aiohttp
import discord
import pytest
from discord.ui import Container, LayoutView, TextDisplay

from bot.client import LONGEST_PAUSE
from bot.pipeline.seam import Address, Busy, OutOfReach, Undeliverable, Way
from cogs.calling import in_our_terms
from cogs.cards import Card
from cogs.ways import Ways, mark_of
from tests.discordserver.server import TOKEN, DiscordServer
from tests.discordserver.troubles import Calls, Delay, Fail, Reset, Trouble
from tests.discordserver.world import May

TASK = "c0123456789abcdefghijklmn"


@dataclass(frozen=True, slots=True)
class Post:
    """A stand-in for Discord, and a bot's ways to it."""

    server: DiscordServer
    client: discord.Client
    ways: Ways
    address: Address

    @property
    def shown(self) -> list[str]:
        """What the messages of the channel say, oldest first."""
        return [message.text for message in self.server.world.channel.messages.values()]

    @property
    def channel(self) -> discord.PartialMessageable:
        return self.ways.place(self.address)

    async def send(self, words: str = "Leo") -> Address:
        with in_our_terms():
            return await self.ways.post(self.address, self.channel, card(words))


def card(words: str, task_id: str = TASK) -> Card:
    container: Container[LayoutView] = Container(TextDisplay(words))
    return Card(container).marked(mark_of(task_id))


@pytest.fixture
async def post(server: DiscordServer) -> AsyncIterator[Post]:
    async with discord.Client(intents=discord.Intents.none(), max_ratelimit_timeout=LONGEST_PAUSE) as client:
        await client.login(TOKEN)
        address = Address(
            task_id=TASK,
            application_id=1,
            token=None,
            token_expires_at=None,
            server_id=server.world.guild_id,
            channel_id=server.world.channel.id,
            message_id=0,
            ephemeral=False,
            locale="ja",
            way=Way.CHANNEL,
        )
        ways = Ways(client)  # type: ignore[arg-type]  # a bot without cogs
        order = await ways.post(
            replace(address, task_id="order"), ways.place(address), card("order", "order")
        )
        yield Post(server, client, ways, replace(address, message_id=order.message_id))


async def test_a_call_that_is_given_up_in_a_global_pause_leaves_the_gate_open(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cogs.ways.OUTCOME_SECONDS", 0.2)
    post.server.trouble(Trouble(calls=Calls.POST, act=Fail(status=429, retry_after=29.0, is_global=True)))
    with pytest.raises(TimeoutError):
        await post.send()
    gate = post.client.http._global_over
    assert gate.is_set(), "discord.py keeps its gate elsewhere: see Line._let_go"


async def test_a_call_that_hangs_ends(post: Post) -> None:
    post.server.trouble(Trouble(calls=Calls.EDIT_AS_BOT, act=Delay()))
    with pytest.raises(TimeoutError):
        await post.ways.edit(replace(post.address, token=None), card("Leo"), seconds=0.2)
    await post.ways.edit(post.address, card("Leo"))
    assert post.shown == ["Leo"]


async def test_what_discord_asks_for_in_a_429_is_told_to_the_pipeline(post: Post) -> None:
    post.server.trouble(Trouble(calls=Calls.POST, act=Fail(status=429, retry_after=300.0)))
    with pytest.raises(Busy) as busy:
        await post.send()
    assert busy.value.seconds == 300


async def test_a_message_whose_answer_was_lost_is_posted_once_by_its_nonce(post: Post) -> None:
    post.server.trouble(Trouble(calls=Calls.POST, act=Reset(after=True)))
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await post.send()
    await post.send()
    assert post.shown == ["order", "Leo"]


async def test_a_message_whose_answer_was_lost_is_found_by_its_mark(post: Post) -> None:
    assert await post.ways.standing(post.address, post.channel) is None
    stands = await post.send()
    assert await post.ways.standing(post.address, post.channel) == stands
    other = replace(post.address, task_id="another")
    assert await post.ways.standing(other, post.channel) is None


async def test_a_last_edit_whose_answer_was_lost_is_found_by_its_mark(post: Post) -> None:
    await post.ways.edit(replace(post.address, way=Way.EDIT), card("Leo"))
    assert await post.ways.standing(post.address, post.channel) == post.address


async def test_who_may_not_read_the_history_cannot_say(post: Post) -> None:
    await post.server.allow(post.server.world.channel, May.VIEW | May.SEND)
    with pytest.raises(Undeliverable):
        await post.ways.standing(post.address, post.channel)


@pytest.mark.parametrize(
    ("status", "code", "in_channel"),
    [(404, 10008, False), (404, 10003, False), (403, 50013, True), (403, 50001, True), (400, 30046, True)],
)
async def test_what_was_taken_away_is_told_from_what_is_shut(
    post: Post, status: int, code: int, in_channel: bool
) -> None:
    post.server.trouble(Trouble(calls=Calls.POST, act=Fail(status=status, code=code)))
    with pytest.raises(OutOfReach) as out:
        await post.send()
    assert out.value.in_channel == in_channel


@pytest.mark.parametrize(("status", "code"), [(401, 0), (403, 0), (404, 0), (503, 0)])
async def test_what_may_pass_is_no_reason_to_leave(post: Post, status: int, code: int) -> None:
    post.server.trouble(Trouble(calls=Calls.POST, act=Fail(status=status, code=code)))
    with pytest.raises(discord.HTTPException):
        await post.send()
