"""Where faults happen: a simulated Discord, a folder, and bots that are started again whenever they die."""

import asyncio
import inspect
import itertools
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.discordserver.people import Answer, Member
from tests.discordserver.server import DiscordServer, open_discord
from tests.discordserver.world import MEGABYTE, Channel
from tests.faults.audit import Audit
from tests.faults.points import Act, Arm, Point
from tests.faults.process import Bot, warm_bot

LOOK_EVERY = 0.05
"""Seconds between two looks into the database: another process writes it, and tells nobody."""
START_PATIENCE = 300.0
"""Seconds that a bot may take to start, on a machine that has much else to do."""
PATIENCE = 60.0
"""Seconds after which what has not recovered counts as hanging."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A /sticker that a member sent. Its name is in no other order."""

    name: str
    member: Member
    answer: Answer
    deaths: int
    """How many bots had died before it."""


class Scene:
    """One Discord, one database. `bot` is the bot that runs now; `others` share its database."""

    def __init__(self, discord: DiscordServer, folder: Path, **settings: object) -> None:
        self.settings = settings
        self.discord, self.folder, self.audit = discord, folder, Audit(folder)
        self.bot: Bot | None = None
        self.others: list[Bot] = []
        self.armed_starts: list[tuple[Arm, ...]] = []
        """What the next processes are armed with from their beginning, one after the other."""
        self.deaths = 0
        self._spare: Bot | None = None
        """Has loaded its modules already: to wait for that at every start would take most of the time."""
        self._started: list[Bot] = []
        """Since it was last calm."""
        self.channel: Channel = discord.world.channel
        self._numbers = itertools.count(1)
        self._keeper: asyncio.Task[None] | None = None
        self._known = asyncio.Event()
        self._jobs: set[asyncio.Task[None]] = set()

    @property
    def running(self) -> Bot:
        """The bot, which must be there."""
        assert self.bot is not None
        assert self.bot.alive, f"the bot is dead; see {self.bot.log}"
        return self.bot

    async def up(self) -> Bot:
        """The bot, connected; started and watched over if need be."""
        if self._keeper is None or self._keeper.done():
            self._keeper = asyncio.create_task(self._keep_up(), name="service manager")
        async with asyncio.timeout(START_PATIENCE):
            while True:
                await self._known.wait()
                if self.bot is not None and await self.bot.ready():
                    return self.bot
                await asyncio.sleep(0)  # the service manager has yet to hear of its end

    async def another(self) -> Bot:
        """One more bot over the same database, connected too. It is not started again."""
        self.others.append(bot := await self._start())
        assert await bot.ready(), f"the bot is dead; see {bot.log}"
        return bot

    async def down(self) -> int:
        """Ask the bot to end, and let it rest; its exit code."""
        bot = self.running
        await self._rest()
        return await bot.stop()

    async def close(self) -> None:
        """Kill whatever runs."""
        await self._rest()
        for bot in (self.bot, self._spare, *self.others):
            if bot is not None:
                await bot.kill()

    def member(self, **traits: object) -> Member:
        """Somebody new."""
        return self.discord.member(f"Member{next(self._numbers)}", **traits)

    async def order(self, member: Member | None = None, **options: object) -> Order:
        """Send a /sticker under a name of its own, and wait for the answer."""
        name = f"Seal {next(self._numbers)}"
        asking, deaths = member or self.member(), self.deaths
        chosen = {"rarity": "normal", "name": name, **options}
        answer = await asking.slash("sticker", channel=self.channel, **chosen)
        return Order(name=name, member=asking, answer=answer, deaths=deaths)

    async def arm(self, point: Point, act: Act, *, nth: int = 1, times: int = 1) -> None:
        """Arm the bot that runs now."""
        await self.running.arm(point, act, nth=nth, times=times)

    def when_reached(self, point: Point, happen: Callable[[Bot], object]) -> None:
        """Let something happen as soon as the bot that runs now says that it is at `point`; arm it there as well."""
        bot = self.running
        reached = bot.hear("reached", point)

        async def wait() -> None:
            with suppress(EOFError, TimeoutError):
                await reached
                happening = happen(bot)
                if inspect.isawaitable(happening):
                    await happening

        self._jobs.add(job := asyncio.create_task(wait(), name=f"when {point}"))
        job.add_done_callback(self._jobs.discard)

    async def new_channel(self) -> Channel:
        """A channel of its own for what comes next, so that it can be taken away."""
        self.channel = self.discord.world.add_channel(f"seals-{next(self._numbers)}")
        return self.channel

    async def written(self, order: Order) -> None:
        """Wait until an order's row stands."""
        async with asyncio.timeout(PATIENCE):
            while self.audit.ordered(order.name) is None:  # noqa: ASYNC110 - a table tells nobody
                await asyncio.sleep(LOOK_EVERY)

    async def settled(self, orders: Sequence[Order] = (), patience: float = PATIENCE) -> bool:
        """Wait until these orders, or else all there ever were, have ended and are told. False if that fails."""
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while not self._all_over(orders):  # noqa: ASYNC110 - a table tells nobody
                    await asyncio.sleep(LOOK_EVERY)
                return True
        return False

    def _all_over(self, orders: Sequence[Order]) -> bool:
        return all(map(self._over, orders)) if orders else self.audit.settled()

    def _over(self, order: Order) -> bool:
        """Whether it has ended and its member was told, or it is sure that it was never written."""
        ordered = self.audit.ordered(order.name)
        if ordered is not None:
            return ordered.over
        answer = order.answer
        return not answer.acknowledged or self.deaths > order.deaths or not answer.message.thinking

    async def struck(self, patience: float = 10.0) -> None:
        """Wait until all that was arranged has happened, or so many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while self.untouched():  # noqa: ASYNC110 - processes tell, calls do not
                    await asyncio.sleep(LOOK_EVERY)

    def untouched(self) -> list[str]:
        """What was arranged since it was last calm and never happened."""
        troubles = [trouble.calls for trouble in self.discord.troubles.waiting if not trouble.seen]
        return [*troubles, *(point for bot in self._started for point in sorted(bot.armed - bot.reached))]

    async def calm(self) -> None:
        """End every fault: from here on all is well."""
        world = self.discord.world
        self.discord.troubles.clear()
        self.discord.troubles.calls.clear()
        self.armed_starts.clear()
        self.discord.gateway.refusing = 0
        world.file_limit, world.clock.offset = 10 * MEGABYTE, timedelta()
        self.channel = world.channel
        for job in self._jobs:
            job.cancel()
        for other in self.others:
            await other.kill()
        self.others.clear()
        while not await self._calmed(bot := await self.up()):
            pass  # it died meanwhile: the next one has to be calm as well
        self._started = [bot]

    async def _calmed(self, bot: Bot) -> bool:
        with suppress(EOFError):
            for order, value in (("disarm", ""), ("release", ""), ("clock", 0), ("read-only", 0)):
                await bot.tell(order, value)
            bot.armed.clear()
            return True
        return False

    async def _keep_up(self) -> None:
        """Start the bot again whenever it ends, as a service manager does."""
        while True:
            self.bot = await self._start()
            self._known.set()
            if await self.bot.ready():
                self._spare = self._spare or await self._warm()
            await self.bot.ended(patience=86_400)
            self.deaths += 1
            self._known.clear()

    async def _start(self) -> Bot:
        bot, self._spare = self._spare or await self._warm(), None
        self._started.append(bot)
        await bot.go(*(self.armed_starts.pop(0) if self.armed_starts else ()))
        return bot

    async def _warm(self) -> Bot:
        return await warm_bot(self.discord.root, self.folder, **self.settings)

    async def _rest(self) -> None:
        if self._keeper is not None:
            self._keeper.cancel()
            with suppress(asyncio.CancelledError):
                await self._keeper
            self._keeper = None
            self._known.clear()


@asynccontextmanager
async def open_scene(**settings: object) -> AsyncIterator[Scene]:
    """A scene until the end of the block; its folder goes with it."""
    with tempfile.TemporaryDirectory(prefix="kiraseal-faults-") as own:
        async with open_discord() as discord:
            scene = Scene(discord, Path(own), **settings)
            try:
                yield scene
            finally:
                await scene.close()
