"""A bot as small as can be that is wired like Kiraseal: it tests the stage and the playground, not itself."""

import asyncio
import contextvars
from io import BytesIO
from typing import Any, Self

import discord
from discord import app_commands, ui
from discord.app_commands import locale_str
from discord.ext import commands

Order = tuple[str, int, str]
"""Interaction token, message id, what the finished message shall say."""


class Workshop:
    """A worker outside the bot: it edits the message twice, like progress and a finished sticker."""

    def __init__(self) -> None:
        self.orders: asyncio.Queue[Order] = asyncio.Queue()
        self.running: LittleBot | None = None
        self.may_finish = asyncio.Event()
        self.may_finish.set()
        self.hanging = asyncio.Event()

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._work(), name="workshop")
        return self

    async def __aexit__(self, *exc: object) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    def bot(self) -> commands.Bot:
        self.running = LittleBot(self)
        return self.running

    async def idle(self) -> None:
        await self.orders.join()

    async def show_progress(self, text: str) -> None:
        """Change the words over the same button."""
        assert self.running is not None
        token, message_id, _ = self.underway
        await self.running.edit(token, message_id, card(text, Press("cancel")), [])

    async def _work(self) -> None:
        while True:
            token, message_id, text = await self.orders.get()
            assert self.running is not None
            self.underway = (token, message_id, text)
            await self.show_progress("…")
            await self.may_finish.wait()
            seal = discord.File(BytesIO(b"seal of " + text.encode()), "seal.webp")
            await self.running.edit(token, message_id, card(text, Press("again"), "seal.webp"), [seal])
            self.orders.task_done()


class Press(ui.DynamicItem[ui.Button[Any]], template="little:(?P<what>[a-z]+)"):
    """A button that works after a restart too."""

    def __init__(self, what: str) -> None:
        super().__init__(ui.Button(label=what, custom_id=f"little:{what}"))
        self.what = what

    @classmethod
    async def from_custom_id(cls, interaction: Any, item: Any, match: Any, /) -> Self:
        return cls(match["what"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        if self.what == "again":
            await order(interaction, "again")
        else:
            await interaction.response.defer()


def card(text: str, button: Press, picture: str | None = None) -> ui.LayoutView:
    """A Components V2 message."""
    parts: list[Any] = [ui.TextDisplay(text)]
    if picture:
        parts.append(ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{picture}")))
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(*parts, ui.ActionRow(button)))
    return view


async def order(interaction: discord.Interaction[Any], text: str, *, private: bool = False) -> None:
    """Acknowledge, then hand over to the worker."""
    answer = await interaction.response.defer(ephemeral=private, thinking=True)
    assert answer is not None
    assert answer.message_id is not None
    interaction.client.workshop.orders.put_nowait((interaction.token, answer.message_id, text))


class Words(app_commands.Translator):
    """One sentence of Japanese."""

    async def translate(self, string: locale_str, locale: discord.Locale, context: Any) -> str | None:
        japanese = {"Make a seal": "シールをつくる", "holy": "聖なる"}
        return japanese.get(string.message) if locale is discord.Locale.japanese else None


class LittleBot(commands.Bot):
    """Four commands: one that works in the background, one that greets, one that fails, one that hangs."""

    def __init__(self, workshop: Workshop) -> None:
        intents = discord.Intents(guilds=True)
        super().__init__(commands.when_mentioned, intents=intents, help_command=None)
        self.workshop = workshop

    async def setup_hook(self) -> None:
        self._context = contextvars.copy_context()
        self.add_dynamic_items(Press)
        await self.tree.set_translator(Words())
        self.tree.add_command(make)
        self.tree.add_command(greet)
        self.tree.add_command(fail)
        self.tree.add_command(hang)

    async def edit(self, token: str, message_id: int, view: ui.LayoutView, files: list[discord.File]) -> None:
        async def go() -> None:
            hook = discord.Webhook.partial(self.application_id or 0, token, client=self)
            await hook.edit_message(message_id, view=view, attachments=files)

        await asyncio.get_running_loop().create_task(go(), context=self._context.copy())


@app_commands.command(name="make", description=locale_str("Make a seal"))
@app_commands.choices(attribute=[app_commands.Choice(name=locale_str("holy"), value="聖")])
async def make(
    interaction: discord.Interaction[Any],
    name: str,
    attribute: str = "",
    picture: discord.Attachment | None = None,
    private: bool = False,
) -> None:
    size = len(await picture.read()) if picture else 0
    await order(interaction, f"{name}{attribute} {interaction.locale} {size}", private=private)


@app_commands.command(name="greet", description="Say hello")
async def greet(interaction: discord.Interaction[Any]) -> None:
    face = len(await interaction.user.display_avatar.read())
    limit = interaction.filesize_limit >> 20
    brought = interaction.is_user_integration()
    await interaction.response.send_message(f"{interaction.locale} {limit} MiB {face > 0} {brought}")


@app_commands.command(name="fail", description="Fail")
async def fail(interaction: discord.Interaction[Any]) -> None:
    raise RuntimeError("on purpose")


@app_commands.command(name="hang", description="Never end")
async def hang(interaction: discord.Interaction[Any]) -> None:
    await interaction.response.defer()
    interaction.client.workshop.hanging.set()
    await asyncio.get_running_loop().create_future()
