"""A hundred members order at once: sends the orders, and notes when each was sent and acknowledged.

SimCord's `actor.slash` waits until the bot has no work left, and its wait looks at every task of the bot over and
over; a hundred of these waits side by side would be measured instead of the bot. So the orders are put together
beforehand by SimCord's own builder and emitted as `actor.slash` emits them, one straight after the other, and the
loop runs again only after the last: all hundred wait for the bot before it looks at the first.
"""

import asyncio
import time
from collections.abc import Mapping, Sequence
from typing import Any

import simcord
from simcord.interactions import base_payload

from bot.stickers.design import Design, Rarity
from bot.stickers.request import Request
from bot.studio import Studio
from models import Delivery, DeliveryState, Task
from tests.discord.harness import Stage

STRING = 3
"""Discord's number of the option type."""
HEROES = (
    "Leo",
    "炎聖王レオン",
    "Mirelle",
    "月読ウサギ",
    "Gorm",
    "雷神タケル",
    "Sable",
    "花姫サクラ",
    "Orrin",
    "冥王ゼル",
)
DEEDS = (
    "guards the gate of dawn",
    "炎の剣をもつ",
    "sings to whales",
    "星をあつめる",
    "breaks every wall",
) * 2
PATIENCE = 900.0
"""Seconds after which orders that are still open are given up."""


class Rush:
    """The orders of one member each, and their times by the number of the interaction (perf_counter seconds)."""

    def __init__(self, stage: Stage, members: int) -> None:
        self._stage = stage
        self.requests = [request(number) for number in range(members)]
        self.emitted: dict[int, float] = {}
        self.acknowledged: dict[int, float] = {}
        self.calls: dict[float, float] = {}
        """Each call of the bot: when it began, and seconds that the simulated Discord then held the loop.

        A real Discord would work elsewhere meanwhile.
        """
        self._payloads = [self._order(number) for number in range(members)]
        stage.env.backend.subscribers.insert(0, self._note)
        self._time_calls()

    async def run(self) -> float:
        """Send every order and wait until each is delivered. Gives the seconds from the first to the last."""
        began = time.perf_counter()
        for payload in self._payloads:
            self._stage.env.backend.emit("INTERACTION_CREATE", payload)
        async with asyncio.timeout(PATIENCE):
            # Until all are accepted, idle() could see nothing to wait for.
            while await Task.all().count() < len(self._payloads):  # noqa: ASYNC110 - a table tells nobody
                await asyncio.sleep(0.05)
            await self._stage.backstage.idle()
        took = time.perf_counter() - began
        await self._check()
        return took

    @property
    def waits(self) -> list[float]:
        """Seconds from each order to its acknowledgement."""
        return [self.acknowledged[number] - sent for number, sent in self.emitted.items()]

    @property
    def simulated(self) -> float:
        """Seconds of the simulated Discord's own work until the last order was acknowledged."""
        last = max(self.acknowledged.values())
        return sum(took for began, took in self.calls.items() if began <= last)

    def _order(self, number: int) -> dict[str, Any]:
        env, guild, channel = self._stage.env, self._stage.guild, self._stage.channel
        member = guild.add_member(env.create_user(f"member{number}"))
        commands = env.backend.visible_commands(user_id=member.id, channel_id=channel.id)
        command = next(command for command in commands if command["name"] == "sticker")
        asked = self.requests[number]
        options = {"name": asked.name, "prompt": asked.prompt, "rarity": asked.rarity}
        data = {
            "id": command["id"],
            "name": command["name"],
            "type": 1,
            "options": [{"name": name, "type": STRING, "value": value} for name, value in options.items()],
        }
        _, payload = base_payload(
            env.backend, type=2, channel_id=channel.id, guild_id=guild.id, user_id=member.id, data=data
        )
        return payload

    def _note(self, event: str, payload: Mapping[str, Any]) -> None:
        """First of those who hear of events: an order goes out, or a deferred answer came in."""
        if event == "INTERACTION_CREATE":
            self.emitted[int(payload["id"])] = time.perf_counter()
        elif event == "MESSAGE_CREATE" and "interaction_metadata" in payload:
            self.acknowledged[int(payload["interaction_metadata"]["id"])] = time.perf_counter()

    def _time_calls(self) -> None:
        def timed(request: Any) -> Any:
            async def call(*args: Any, **kwargs: Any) -> Any:
                began = time.perf_counter()
                try:
                    return await request(*args, **kwargs)  # never suspends: there is no network
                finally:
                    self.calls[began] = time.perf_counter() - began

            return call

        for line in (self._stage.env._webhook_adapter, self._stage.bot.http):
            line.request = timed(line.request)

    async def _check(self) -> None:
        """Raise AssertionError unless every member got their sticker."""
        delivered = await Delivery.filter(state=DeliveryState.DELIVERED).count()
        assert delivered == len(self._payloads) == len(self.waits), f"only {delivered} were delivered"


def request(number: int) -> Request:
    """What the member of that number asks for; never twice the same, and always the costliest kind."""
    hero, deed = HEROES[number % len(HEROES)], DEEDS[number // len(HEROES) % len(DEEDS)]
    return Request(language="en", name=hero, prompt=f"{deed} {number}", rarity=Rarity.SUPER_RARE)


def designs(studio: Studio, requests: Sequence[Request]) -> list[Design]:
    """The designs that the bot makes of these requests: with a name and a rarity nothing is left to chance."""
    return [studio.design(asked) for asked in requests]


def kept_bytes(env: simcord.Env) -> int:
    """Bytes of all files that the simulated Discord keeps, in the bot's own process."""
    return sum(len(blob) for blob in env.backend.cdn._blobs.values())
