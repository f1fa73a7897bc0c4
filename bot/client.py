"""The connection to Discord: intents, which cogs, command sync. No commands, nothing in the background."""

import asyncio
import hashlib
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot import tracing
from bot.album import Album
from bot.callers import Callers
from bot.collection import Collection
from bot.courier import Courier
from bot.drawing.pictures import MAX_BYTES
from bot.pipeline.announcer import Announcer
from bot.privacy import PrivacyDesk
from bot.reception import Reception
from bot.studio import Studio
from bot.tally import Tally

COGS = (
    *("cogs.manners", "cogs.delivery", "cogs.sticker", "cogs.history", "cogs.stats"),
    *("cogs.settings", "cogs.privacy", "cogs.menus", "cogs.welcome"),
    *("cogs.seal", "cogs.owning", "cogs.dressing"),
)
SYNCED = "commands.sha256"
"""File in the data folder that remembers which commands Discord knows."""

Press = Callable[[Any, Mapping[str, str]], Awaitable[None]]
"""What a button does: given the interaction and the values that its custom_id carries."""
Fetch = Callable[[str], Awaitable[bytes]]
"""How the bytes behind one of Discord's addresses are had. The playground, which has no network, puts in its own."""

LONGEST_PAUSE = 30.0
"""Seconds that discord.py waits by itself when Discord says "too many"; it takes no less."""

log = logging.getLogger(__name__)


class Tree(app_commands.CommandTree["StickerBot"]):
    """The commands; each is logged under its interaction."""

    async def interaction_check(self, interaction: discord.Interaction["StickerBot"], /) -> bool:
        """Let everybody in: what may be done, each command asks the studio."""
        tracing.turn_to(interaction=interaction.id)
        if interaction.type is not discord.InteractionType.autocomplete:
            interaction.client.callers.attend(interaction)
        return True


class StickerBot(commands.Bot):
    """Receives everything it needs; its cogs find the studio, its other doors and the announcer on it.

    Starts no loop of its own: the house (bot/services.py) is at work before the bot connects.
    """

    def __init__(
        self,
        *,
        studio: Studio,
        reception: Reception,
        collection: Collection,
        album: Album,
        tally: Tally,
        privacy: PrivacyDesk,
        announcer: Announcer,
        data: Path,
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            tree_cls=Tree,
            help_command=None,
            intents=discord.Intents(guilds=True),
            # Nothing a member types may ping anybody, in any message.
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            # Asked to wait longer than this, a call fails at once: whoever made it has better things to do.
            max_ratelimit_timeout=LONGEST_PAUSE,
        )
        self.studio = studio
        self.album = album
        self.privacy = privacy
        self.reception = reception
        self.collection = collection
        self.tally = tally
        self.announcer = announcer
        self.presses: dict[str, Press] = {}
        self.callers = Callers()
        self.fetch: Fetch = Courier(most_bytes=MAX_BYTES).fetch
        self._synced = data / SYNCED

    @property
    def clock(self) -> Callable[[], datetime]:
        """The one clock of the house."""
        return self.studio.clock

    async def setup_hook(self) -> None:
        """Load the cogs, and tell Discord of the commands if they changed."""
        for name in COGS:
            await self.load_extension(name)
        await self.sync_if_changed()

    async def sync_if_changed(self) -> None:
        """Send the commands to Discord, unless it was sent the very same ones before."""
        digest = await self._digest()
        if self._synced.exists() and self._synced.read_text().strip() == digest:
            return
        await self._sync()
        try:
            self._synced.parent.mkdir(parents=True, exist_ok=True)
            self._synced.write_text(digest + "\n")
        except OSError:  # a full disk keeps nobody from Discord: at the next start it is told once more
            log.warning("could not remember which commands Discord knows", exc_info=True)
        log.info("told Discord of %d commands", len(self.tree.get_commands()))

    async def _sync(self) -> None:
        """Send the commands, and wait as long as Discord asks for: without them nobody can ask for anything."""
        while True:
            try:
                await self.tree.sync()
            except discord.RateLimited as exc:
                log.warning("Discord takes no commands for %.0f s", exc.retry_after)
                await asyncio.sleep(exc.retry_after)
            else:
                return

    async def on_ready(self) -> None:
        """Say who we are."""
        log.info("connected as %s, in %d servers", self.user, len(self.guilds))

    async def _digest(self) -> str:
        translator = self.tree.translator
        payloads: list[Any] = [
            await command.get_translated_payload(self.tree, translator)
            if translator
            else command.to_dict(self.tree)
            for command in self.tree.get_commands()
        ]
        known = [self.application_id, sorted(payloads, key=lambda payload: str(payload["name"]))]
        return hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()
