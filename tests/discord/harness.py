"""The stage: a bot in a simulated Discord, and two members who use it. Nothing is mocked."""

import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import simcord
from discord.ext import commands
from simcord.components import walk_components

from bot.playground import HARU, ROBIN, check_simcord, fetch_from_here, furnish, new_discord, speak_to_each

SETTLE_SECONDS = 20.0
"""How long SimCord waits for the bot's own work after each act: generous, for cores that others use too."""

TEXT, GALLERY, BUTTON = 10, 12, 2
"""Discord's numbers of component types."""


class Backstage(Protocol):
    """What works behind the bot: opened before the stage, closed after it, and not restarted with the bot."""

    def bot(self) -> commands.Bot:
        """Make a bot over these services. Called again for each restart."""
        ...

    async def idle(self) -> None:
        """Return when no task is waiting or at work and every message says how its task ended."""
        ...


class Reply:
    """A message of the bot, read anew at each look: after `settled()` it shows what the message became."""

    def __init__(self, env: simcord.Env, shown: simcord.InteractionResult | simcord.ResponseMessage) -> None:
        self._env = env
        self._shown = shown

    @property
    def result(self) -> simcord.InteractionResult:
        """How the bot answered: acknowledged, deferred, a modal."""
        assert isinstance(self._shown, simcord.InteractionResult), "this message is no answer of its own"
        return self._shown

    @property
    def message(self) -> simcord.ResponseMessage:
        """The message, or an AssertionError that says what the bot did instead of sending one."""
        shown = self._shown if isinstance(self._shown, simcord.ResponseMessage) else self._shown.response
        assert shown is not None, f"no message: {self._shown!r}\n{self._env.transcript()}"
        return shown

    @property
    def followups(self) -> list["Reply"]:
        """Further messages of the same answer."""
        return [Reply(self._env, message) for message in self.result.followups]

    @property
    def ephemeral(self) -> bool:
        """Whether only the asker sees it."""
        return self.message.ephemeral

    @property
    def text(self) -> str:
        """Everything it says, a line for each text: content, then its layout in reading order."""
        texts = [part["content"] for part in self.parts(TEXT)]
        return "\n".join([self.message.content, *texts]).strip()

    @property
    def sentence(self) -> str:
        """What it says first: of a refusal the sentence, without what was typed."""
        return self.text.partition("\n")[0]

    @property
    def labels(self) -> list[str]:
        """The labels of its buttons, in reading order; an emoji stands for a button without a label."""
        return [button.get("label") or button["emoji"]["name"] for button in self.parts(BUTTON)]

    @property
    def custom_ids(self) -> list[str]:
        """The custom ids of its buttons and menus, in reading order."""
        return [part["custom_id"] for part in walk_components(self.message.components) if "custom_id" in part]

    @property
    def files(self) -> dict[str, bytes]:
        """Its attachments: file name to content."""
        get = self._env.backend.cdn.get
        return {item.filename: get(item.url) or b"" for item in self.message.attachments}

    @property
    def pictures(self) -> list[str]:
        """File names of the pictures that its galleries show, in reading order."""
        items = [item for gallery in self.parts(GALLERY) for item in gallery["items"]]
        return [item["media"]["url"].rsplit("/", 1)[-1] for item in items]

    def parts(self, kind: int) -> list[dict[str, Any]]:
        """Its components of one type, as Discord keeps them."""
        return [part for part in walk_components(self.message.components) if part["type"] == kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody who uses the bot: in the channel, or with `in_dm` in their direct messages with it."""

    env: simcord.Env
    actor: simcord.MemberActor
    channel: simcord.ChannelHandle
    in_dm: bool = False

    @property
    def id(self) -> int:
        """Their Discord id."""
        return self.actor.id

    @property
    def dm(self) -> "Member":
        """The same person in their direct messages with the bot."""
        channel = self.actor.user.dm_channel
        return Member(env=self.env, actor=self.actor, channel=channel, in_dm=True)

    async def slash(self, command: str, /, **options: Any) -> Reply:
        """Send a slash command. A choice is given by its value, an attachment as (file name, bytes)."""
        if self.in_dm:
            return Reply(self.env, await self.actor.user.slash(command, **options))
        return Reply(self.env, await self.actor.slash(self.channel, command, **options))

    async def offered(self, command: str, option: str, typed: str, /, **filled: Any) -> list[dict[str, Any]]:
        """Type into an option with autocomplete: what the bot offers, as `name` and `value`."""
        if self.in_dm:
            return list(await self.actor.user.autocomplete(command, option, typed, **filled))
        return await self.actor.autocomplete(self.channel, command, option, typed, **filled)

    async def use(self, menu: str, target: "Member | Reply") -> Reply:
        """Choose an entry of the context menu of a member or a message."""
        on = target.actor if isinstance(target, Member) else target.message
        return Reply(self.env, await self.actor.context_menu(self.channel, menu, on))

    async def press(self, reply: Reply, label: str | None = None, *, custom_id: str | None = None) -> Reply:
        """Press a button of a message, found by label or custom id."""
        return Reply(self.env, await self._hand.click(reply.message, label=label, custom_id=custom_id))

    async def choose(self, reply: Reply, *values: Any, custom_id: str | None = None) -> Reply:
        """Choose values (texts, or roles) in the menu of a message; `custom_id` says which, if there are several."""
        return Reply(self.env, await self._hand.select(reply.message, values, custom_id=custom_id))

    async def fill(self, reply: Reply, values: dict[str, Any]) -> Reply:
        """Fill in and send the form that `reply` opened: custom id to text, list of values, or uploads."""
        return Reply(self.env, await self._hand.submit_modal(reply.result, values))

    async def say(self, text: str, *, files: Sequence[tuple[str, bytes]] = ()) -> Reply:
        """Post a message of their own in the channel."""
        sent = await self.actor.send(self.channel, text, attachments=files)
        stored = self.env.backend.get_message(sent.channel.id, sent.id)
        return Reply(self.env, simcord.ResponseMessage(self.env, stored))

    @property
    def _hand(self) -> Any:
        return self.actor.user if self.in_dm else self.actor


@dataclass(slots=True, kw_only=True)
class Stage:
    """Everything a test needs at hand. `locales` and `carriers` may be changed at any time."""

    env: simcord.Env
    backstage: Backstage
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    haru: Member
    robin: Member
    locales: dict[int, str]
    carriers: set[int] = field(default_factory=set)

    @property
    def bot(self) -> Any:
        """The bot that is running now."""
        return self.env.bot

    async def newcomer(self, name: str, *roles: simcord.RoleHandle, locale: str = "en-US") -> Member:
        """Somebody who joins the server with these roles."""
        actor = self.guild.add_member(self.env.create_user(name), roles=roles)
        self.locales[actor.id] = locale
        await self.env.settle()
        return Member(env=self.env, actor=actor, channel=self.channel)

    async def settled(self) -> None:
        """Return when all work is done and the bot has heard of every message that changed by it."""
        await self.backstage.idle()
        await self.env.settle()

    async def restart(self) -> None:
        """End the bot and start a new one over the same services; messages and commands stay in Discord."""
        old, new = self.bot, self.backstage.bot()
        fetch_from_here(new, self.env)
        await self.env.restart_bot(new)
        await old.close()

    def replies(self, channel: simcord.ChannelHandle | None = None) -> list[Reply]:
        """Every message of the channel, or of another, oldest first, private ones included."""
        stored = self.env.backend.messages.get((channel or self.channel).id, {})
        return [Reply(self.env, simcord.ResponseMessage(self.env, stored[key])) for key in sorted(stored)]


@contextlib.asynccontextmanager
async def open_stage(backstage: Backstage) -> AsyncIterator[Stage]:
    """Start a bot in a new Discord with Haru, who reads Japanese, and Robin, who reads English.

    Leaving raises what the bot failed with, unless the test has looked at `stage.env.errors`.
    """
    check_simcord()
    env = new_discord(backstage.bot(), settle_seconds=SETTLE_SECONDS)
    stage = _furnished(env, backstage)
    await env.start()
    try:
        await stage.bot.tree.sync()
        yield stage
    finally:
        await env.bot.close()
        await env.shutdown()
    env._raise_errors_since(env._errors_acknowledged)


def _furnished(env: simcord.Env, backstage: Backstage) -> Stage:
    server = furnish(env, (HARU, ROBIN))
    haru, robin = (Member(env=env, actor=actor, channel=server.channel) for actor in server.members)
    stage = Stage(
        env=env,
        backstage=backstage,
        guild=server.guild,
        channel=server.channel,
        haru=haru,
        robin=robin,
        locales=dict(server.locales),
    )
    speak_to_each(env, stage.locales, stage.carriers)
    return stage
