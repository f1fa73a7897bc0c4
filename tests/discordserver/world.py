"""What the stand-in for Discord knows: people, channels, messages, interactions, files. No network, no rules."""

import asyncio
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import IntFlag
from typing import Any, TypeVar

T = TypeVar("T")
EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
MEGABYTE = 1024 * 1024
EPHEMERAL, LOADING, COMPONENTS_V2 = 1 << 6, 1 << 7, 1 << 15
"""Discord's numbers of message flags."""


class May(IntFlag):
    """What the bot may do in a channel: Discord's numbers of permissions."""

    VIEW = 1 << 10
    SEND = 1 << 11
    ATTACH = 1 << 15
    READ_HISTORY = 1 << 16

    ALL = VIEW | SEND | ATTACH | READ_HISTORY


class Refusal(Exception):
    """Discord says no: an HTTP status, its own code, its words."""

    def __init__(self, status: int, code: int, words: str) -> None:
        super().__init__(f"{status} {code} {words}")
        self.status, self.code, self.words = status, code, words


@dataclass(slots=True, kw_only=True)
class Clock:
    """The simulated Discord's time, which may be moved."""

    offset: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.offset


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody with an account. The bot is one too."""

    id: int
    name: str
    is_bot: bool = False
    locale: str = "en-US"
    takes_messages: bool = True
    """Whether the bot may write to them directly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file of a message, or one that a member hands over with a command."""

    id: int
    name: str
    data: bytes
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a message looked like from one edit to the next; of its files only the names and sizes."""

    at: datetime
    by: str
    """`token` or `bot`: the way in which it was written."""
    content: str
    components: tuple[dict[str, Any], ...]
    files: dict[str, int]
    flags: int


@dataclass(slots=True, kw_only=True)
class Message:
    """A message and all that it ever was; the last version is what people see."""

    id: int
    channel_id: int
    author_id: int
    token: str | None = None
    """Of the interaction that it answers."""
    shown_to: int | None = None
    """The one who sees it, for an ephemeral message."""
    nonce: str | None = None
    versions: list[Version] = field(default_factory=list)
    uploads: list[Upload] = field(default_factory=list)
    deleted: bool = False

    @property
    def now(self) -> Version:
        return self.versions[-1]

    @property
    def text(self) -> str:
        """Everything it says: content, then the texts of its layout in reading order."""
        texts = [part["content"] for part in parts(self.now.components) if part["type"] == 10]
        return "\n".join([self.now.content, *texts]).strip()

    @property
    def custom_ids(self) -> list[str]:
        return [part["custom_id"] for part in parts(self.now.components) if "custom_id" in part]

    @property
    def thinking(self) -> bool:
        return bool(self.now.flags & LOADING)

    def shows(self, file: str) -> bool:
        """Whether a file whose name begins like this is in it."""
        return not self.deleted and any(name.startswith(file) for name in self.now.files)


@dataclass(slots=True, kw_only=True)
class Channel:
    """A channel of the server, or with `partner` the direct messages between them and the bot."""

    id: int
    name: str = "seals"
    partner: Person | None = None
    may: May = May.ALL
    gone: bool = False
    messages: dict[int, Message] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Interaction:
    """A command, a press or a form that was sent to the bot."""

    id: int
    token: str
    kind: int
    person: Person
    channel: Channel
    created: datetime
    message: Message | None = None
    """The answer; for a press first the message that was pressed."""
    answered: int | None = None
    """The type of the answer; None while there is none."""
    modal: dict[str, Any] | None = None
    followups: list[Message] = field(default_factory=list)


class World:
    """Everything, and who waits for it to change."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.people: dict[int, Person] = {}
        self.channels: dict[int, Channel] = {}
        self.interactions: dict[str, Interaction] = {}
        self.files: dict[int, Upload] = {}
        self.commands: list[dict[str, Any]] = []
        self.file_limit = 10 * MEGABYTE
        self._numbers = itertools.count(1)
        self._waiters: set[asyncio.Future[None]] = set()
        self.guild_id = self.new_id()
        self.bot = self.add_person("Kiraseal", is_bot=True)
        self.channel = self.add_channel("seals")

    def new_id(self) -> int:
        """A snowflake, rising."""
        milliseconds = int((self.clock() - EPOCH) / timedelta(milliseconds=1))
        return (milliseconds << 22) + next(self._numbers)

    def add_person(self, name: str, **traits: Any) -> Person:
        person = Person(id=self.new_id(), name=name, **traits)
        self.people[person.id] = person
        return person

    def add_channel(self, name: str, partner: Person | None = None) -> Channel:
        channel = Channel(id=self.new_id(), name=name, partner=partner)
        self.channels[channel.id] = channel
        return channel

    def direct(self, person: Person) -> Channel:
        """The direct messages between a person and the bot; made when first asked for."""
        found = (channel for channel in self.channels.values() if channel.partner is person)
        return next(found, None) or self.add_channel(person.name, person)

    def messages(self) -> list[Message]:
        """Every message that stands, in the order in which they were begun."""
        all_of_them = (message for channel in self.channels.values() for message in channel.messages.values())
        return sorted((message for message in all_of_them if not message.deleted), key=lambda each: each.id)

    def message(self, message_id: int) -> Message | None:
        """A message, wherever it stands; also a deleted one."""
        found = (channel.messages.get(message_id) for channel in self.channels.values())
        return next((message for message in found if message is not None), None)

    def tell(self) -> None:
        """Something changed: let all who wait look again."""
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def until(self, look: Callable[[], T | None], patience: float = 60.0) -> T:
        """What `look` sees, as soon as it is true. Raises TimeoutError after `patience` seconds."""
        async with asyncio.timeout(patience):
            while not (seen := look()):
                waiter = asyncio.get_running_loop().create_future()
                self._waiters.add(waiter)
                try:
                    await waiter
                finally:
                    self._waiters.discard(waiter)
        return seen


def parts(components: Any) -> list[dict[str, Any]]:
    """Every component, the inner ones too, in reading order."""
    found = []
    for component in components:
        inner = [component["accessory"]] if "accessory" in component else []
        found += [component, *parts(component.get("components", [])), *parts(inner)]
    return found
