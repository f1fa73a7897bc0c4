"""The bot in a Discord-like page on 127.0.0.1, offline. Every reach into SimCord's insides stands here.

SimCord (the package `simcord`) plays Discord's server; its preview plays Discord's app. What the preview
leaves out is added: a language for each member, avatars, today's date, a page that follows the messages.
"""

import asyncio
import logging
import pkgutil
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from io import BytesIO
from typing import Any

import simcord
from discord.ext import commands
from PIL import Image, ImageDraw
from simcord.components import walk_components

from bot.errors import PictureUnreachable

log = logging.getLogger(__name__)

SIMCORD_VERSION = "3.2.1"
"""The version whose insides this file was written against; pyproject pins the same."""

RELIED_ON: Mapping[str, tuple[str, ...]] = {
    "simcord.backend:Backend": ("create_message", "edit_message", "delete_message", "visible_commands"),
    "simcord.backend.cdn:CdnStore": ("get",),
    "simcord._clock:Clock": ("now",),
    "simcord.preview:Preview": ("_action", "_MAX_MEDIA_BYTES", "refresh", "wait_closed"),
    "simcord.preview._server:PreviewServer": ("_static",),
    "simcord.preview._pages:_Page": ("id", "revision"),
}
"""What is replaced or called here and is no public promise of SimCord."""

UPLOAD_LIMIT = 10 * 1024 * 1024
"""Bytes a request may carry on Discord without boosts. SimCord says 25 MiB, which no server has any more."""

SETTLE_SECONDS = 15.0
"""How long a command may take before the page calls it lost."""

MEDIA_BUDGET = 512 * 1024 * 1024
"""Bytes of pictures that the page keeps: fifty animated seals are more than SimCord's 128 MiB."""

AT_THE_BOTTOM = "ui.timeline.scrollHeight - ui.timeline.scrollTop - ui.timeline.clientHeight <= 1"
"""When the page's own script (timeline.js) counts as following the conversation."""
STILL_FOLLOWING = (
    f"({AT_THE_BOTTOM} || (state.scrollIntent?.policy === 'bottom'"
    " && ui.timeline.scrollTop >= (state.scrollIntent.oldScrollTop ?? 0)))"
)
"""The same, and still following while nobody scrolls up: a picture that arrives must not end it."""

REFRESH_GAP = 0.4
"""Seconds between two refreshes: the page asks for news twice a second, oftener would be work for nobody."""


class SimcordMismatchError(RuntimeError):
    """The installed SimCord is not the one this file reaches into. The message is a sentence for the host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resident:
    """A member of the playground. `locale` is Discord's name of a language; `colours` are ground and face."""

    username: str
    display_name: str
    locale: str
    colours: tuple[str, str]


HARU = Resident(username="haru", display_name="ハル", locale="ja", colours=("#ffb7c9", "#fff4d6"))
ROBIN = Resident(username="robin", display_name="Robin", locale="en-US", colours=("#4a6fa5", "#e2622e"))
BOT_COLOURS = ("#7b3fe4", "#ffd54a")


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """The playground's server: handles of SimCord, and the language of each member by user id."""

    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    members: tuple[simcord.MemberActor, ...]
    locales: Mapping[int, str]


async def play(bot: commands.Bot, *, port: int, stop: asyncio.Event, announce: Callable[[str], None]) -> None:
    """Serve the playground until `stop` is set or the page ends the session, then close the bot.

    Whatever works in the background (database, dispatcher, process pool) must run before this is called:
    SimCord waits for everything that the bot itself starts. `port` 0 takes a free one. `announce` gets the
    page's one address; who knows it can use the page.

    Raises SimcordMismatchError if another SimCord is installed, simcord.SetupError if the port is taken.
    """
    check_simcord()
    env = new_discord(bot, settle_seconds=SETTLE_SECONDS)
    # Before the calendar and the commands, which use up ids: members keep theirs, and so their binders.
    server = furnish(env, (HARU, ROBIN))
    follow_the_calendar(env)
    speak_to_each(env, server.locales)
    translate_commands(env, server.locales)
    await env.start()
    try:
        # The bot may hold that its commands are known already; this Discord was born a moment ago.
        await bot.tree.sync()
        await _serve(env, server, port=port, stop=stop, announce=announce)
    finally:
        await bot.close()
        await env.shutdown()


async def _serve(
    env: simcord.Env, server: Server, *, port: int, stop: asyncio.Event, announce: Callable[[str], None]
) -> None:
    viewers = server.members
    preview = env.preview(server.channel, viewers=viewers, layout="channel", port=port)
    _replace(preview, "_MAX_MEDIA_BYTES", lambda _: MEDIA_BUDGET)
    _replace(preview._server, "_static", _following)  # noqa: SLF001  # before it is started
    async with preview:
        turns = Turns(preview)
        turns.watch(env)
        announce(preview.url)
        try:
            await _first(stop.wait(), preview.wait_closed(), turns.keep_fresh())
        finally:
            turns.abandon()


def check_simcord() -> None:
    """Raise SimcordMismatchError unless the installed SimCord has the version and insides relied on here."""
    installed = metadata.version("simcord")
    missing = [f"{owner} {name}" for owner, names in RELIED_ON.items() for name in _lacking(owner, names)]
    if installed != SIMCORD_VERSION or missing:
        lacks = f" and lacks {', '.join(missing)}" if missing else ""
        raise SimcordMismatchError(
            f"The playground needs simcord {SIMCORD_VERSION}, but {installed} is installed{lacks}: "
            "run `make install` again."
        )


def _lacking(owner: str, names: Sequence[str]) -> list[str]:
    try:
        found = pkgutil.resolve_name(owner)
    except (ImportError, AttributeError):
        return list(names)
    return [name for name in names if not hasattr(found, name)]


def new_discord(bot: commands.Bot, *, settle_seconds: float) -> simcord.Env:
    """Make a Discord that knows nobody but the bot, under its own name. To be started, and shut down."""
    env = simcord.Env(bot, settle_timeout=settle_seconds)
    fetch_from_here(bot, env)
    account = env.backend.bot_user
    account.name, account.avatar = "Kiraseal", "kiraseal"
    hang_avatar(env, account.id, avatar(*BOT_COLOURS))
    return env


def fetch_from_here(bot: commands.Bot, env: simcord.Env) -> None:
    """Let the bot fetch uploads and avatars from the simulated Discord: the real one's servers are not asked."""

    async def fetch(address: str) -> bytes:
        data = env.backend.cdn.get(address)
        if data is None:
            raise PictureUnreachable
        return data

    if hasattr(bot, "fetch"):
        _replace(bot, "fetch", lambda _: fetch)


def furnish(env: simcord.Env, residents: Sequence[Resident]) -> Server:
    """Build the server: one channel, and `residents` as members with avatars.

    In a new Discord that is not yet started, everybody and everything gets the same id every time.
    """
    guild = env.create_guild("Kiraseal playground")
    channel = guild.create_text_channel(
        "seals", topic="「/」を入力して sticker を選ぶ · Type / and choose sticker"
    )
    members = tuple(_move_in(env, guild, resident) for resident in residents)
    locales = {member.id: resident.locale for member, resident in zip(members, residents, strict=True)}
    return Server(guild=guild, channel=channel, members=members, locales=locales)


def _move_in(env: simcord.Env, guild: simcord.GuildHandle, resident: Resident) -> simcord.MemberActor:
    user = env.create_user(resident.username, global_name=resident.display_name, avatar=resident.username)
    hang_avatar(env, user.id, avatar(*resident.colours))
    return guild.add_member(user)


def avatar(ground: str, face: str) -> bytes:
    """Draw a face as PNG, 256x256: enough to tell members apart, and to make a sticker of."""
    image = Image.new("RGB", (256, 256), ground)
    pen = ImageDraw.Draw(image)
    pen.ellipse((40, 48, 216, 224), fill=face)
    for x in (88, 148):
        pen.ellipse((x, 104, x + 20, 136), fill="#2b2233")
    pen.arc((92, 120, 164, 184), 20, 160, fill="#2b2233", width=8)
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def hang_avatar(env: simcord.Env, user_id: int, png: bytes) -> None:
    """Serve `png` as the user's avatar, at any size and format, to the page and to the bot alike."""
    place = f"/avatars/{user_id}/"

    def with_avatar(get: Callable[[str], bytes | None]) -> Callable[[str], bytes | None]:
        return lambda url: png if place in url else get(url)

    _replace(env.backend.cdn, "get", with_avatar)


def speak_to_each(env: simcord.Env, locales: Mapping[int, str], carriers: Collection[int] = ()) -> None:
    """Stamp every interaction as Discord would: the user's own language, who installed the app, 10 MiB.

    `locales` maps user ids to Discord's locale names. `carriers` are the users who brought the app along on
    their own account; for all others the server installed it. Both are read anew at each interaction.
    """

    def stamp(event: str, payload: Mapping[str, Any]) -> None:
        if event != "INTERACTION_CREATE" or not isinstance(payload, dict):
            return
        user_id = int(payload.get("member", payload)["user"]["id"])
        brought = user_id in carriers
        payload["locale"] = locales.get(user_id, "en-US")
        payload["authorizing_integration_owners"] = (
            {"1": str(user_id)} if brought else {"0": payload.get("guild_id", "0")}
        )
        payload["attachment_size_limit"] = UPLOAD_LIMIT

    # First in the row: the bot's own feed, which comes later, must see the stamped payload.
    env.backend.subscribers.insert(0, stamp)


def translate_commands(env: simcord.Env, locales: Mapping[int, str]) -> None:
    """Show each member the commands' descriptions and choices in their own language."""

    def in_their_language(
        visible: Callable[..., list[dict[str, Any]]],
    ) -> Callable[..., list[dict[str, Any]]]:
        def translated(*, user_id: int, **where: Any) -> list[dict[str, Any]]:
            locale = locales.get(user_id, "")
            return [_translated(command, locale) for command in visible(user_id=user_id, **where)]

        return translated

    _replace(env.backend, "visible_commands", in_their_language)


def _translated(node: Mapping[str, Any], locale: str) -> dict[str, Any]:
    described = (node.get("description_localizations") or {}).get(locale)
    copy = {**node, "description": described} if described else dict(node)
    if options := node.get("options"):
        copy["options"] = [_translated(option, locale) for option in options]
    if choices := node.get("choices"):
        # Only the label: the value is what comes back.
        copy["choices"] = [
            {**choice, "name": (choice.get("name_localizations") or {}).get(locale) or choice["name"]}
            for choice in choices
        ]
    return copy


def follow_the_calendar(env: simcord.Env) -> None:
    """Give messages the real time, and tokens 15 real minutes; by itself SimCord stays in January 2026."""
    _replace(env.backend.clock, "now", lambda _: lambda: datetime.now(UTC))


class Turns:
    """One at a time on the page. Without it, SimCord refuses a click that meets a refresh."""

    def __init__(self, preview: simcord.Preview) -> None:
        self._preview = preview
        self._turn = asyncio.Lock()
        self._acting: set[asyncio.Task[Any]] = set()
        self._controls: dict[int, tuple[Any, ...]] = {}
        self._oldest_good: dict[tuple[str, str], int] = {}
        self.changed = asyncio.Event()
        _replace(preview, "_action", self._in_turn)

    def watch(self, env: simcord.Env) -> None:
        """Notice every message made, edited or deleted, private ones too, whoever does it."""
        for name in ("create_message", "edit_message", "delete_message"):
            _replace(env.backend, name, self._noticed)

    async def keep_fresh(self) -> None:
        """Publish the messages again after they changed: many changes make one refresh. Never returns."""
        while True:
            await self.changed.wait()
            self.changed.clear()
            try:
                async with self._turn:
                    await self._preview.refresh()
            except (simcord.SetupError, TimeoutError) as exc:
                # A command still at work, or a capture of the page: what changed must not be forgotten.
                log.debug("The page was not refreshed, and will be: %s", exc)
                self.changed.set()
            await asyncio.sleep(REFRESH_GAP)

    def abandon(self) -> None:
        """Give up what the page is waiting for; else a hanging command would hold up the end."""
        for task in self._acting:
            task.cancel()

    def _noticed(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*args: Any, **kwargs: Any) -> Any:
            message = method(*args, **kwargs)
            if message is not None:
                self._note_controls(message)
            self.changed.set()
            return message

        return watched

    def _note_controls(self, message: Any) -> None:
        controls = tuple(
            (part.get("id"), part.get("custom_id")) for part in walk_components(message.components)
        )
        if self._controls.get(message.id) == controls:
            return
        self._controls[message.id] = controls
        for page in self._preview._pages.values():  # noqa: SLF001  # SimCord has no public list of open pages
            self._oldest_good[page.id, str(message.id)] = page.revision + 1

    def _in_turn(
        self, action: Callable[[str | None, Any], Awaitable[dict[str, Any]]]
    ) -> Callable[[str | None, Any], Awaitable[dict[str, Any]]]:
        async def act(context_id: str | None, body: Any) -> dict[str, Any]:
            task = asyncio.current_task()
            assert task is not None  # noqa: S101  # a coroutine that runs has a task
            self._acting.add(task)
            try:
                async with self._turn:
                    self._excuse_lateness(context_id, body)
                    return await action(context_id, body)
            finally:
                self._acting.discard(task)

        return act

    def _excuse_lateness(self, context_id: str | None, body: Any) -> None:
        """Accept a click on a page that is a refresh behind, unless the buttons it shows have changed since.

        SimCord binds each click to the last refresh. A progress message is edited every second or so, and the
        page hears of it half a second later: one click on Cancel in three would be refused.
        """
        page = self._preview._pages.get(context_id or "")  # noqa: SLF001  # the same list
        if page is None or not isinstance(body, dict):
            return
        seen = body.get("published_revision")
        oldest = self._oldest_good.get((page.id, str(body.get("target_id"))), 0)
        if isinstance(seen, int) and oldest <= seen <= page.revision:
            body["published_revision"] = page.revision


def _following(static: Callable[[Any], Awaitable[Any]]) -> Callable[[Any], Awaitable[Any]]:
    """Serve the page's files, but let the conversation follow a seal that takes the place of its progress."""

    async def serve(request: Any) -> Any:
        answer = await static(request)
        if request.path == "/timeline.js":
            answer.text = answer.text.replace(AT_THE_BOTTOM, STILL_FOLLOWING)
        return answer

    return serve


async def _first(*waits: Awaitable[Any]) -> None:
    """Return when one of `waits` has; the others are cancelled. A failure of the first is raised."""
    tasks = [asyncio.ensure_future(wait) for wait in waits]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()


def _replace(owner: object, name: str, around: Callable[[Any], Any]) -> None:
    """Put `around(member)` in the place of one object's member."""
    setattr(owner, name, around(getattr(owner, name)))
