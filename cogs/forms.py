"""Forms that work for ever, as buttons do: what they mean stands in their custom_id. What they do, the cogs say.

discord.py keeps a form in memory until it is sent in, and forgets it with a restart: what was typed would be lost.
So none is kept, and whatever is sent in comes here. A cog puts its coroutine into `bot.presses` under the prefix.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import discord

from bot.client import StickerBot
from cogs.speaking import apologise

TITLE_ROOM, LABEL_ROOM, ABOUT_ROOM = 45, 45, 100
"""Characters of a form's title, of a field's label and of what is said below it, as Discord has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormKind:
    """A form: the beginning of its custom_id, and what else stands in it."""

    prefix: str
    template: re.Pattern[str]

    def custom_id_of(self, *values: str) -> str:
        """The custom_id that carries these values: prefix and values by colons, at most 100 characters."""
        return ":".join((self.prefix, *values))


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What somebody filled in, by the custom_ids of the fields. A choice that was not made is no key."""

    texts: Mapping[str, str]
    choices: Mapping[str, str]
    uploads: Mapping[str, discord.Attachment]


async def open_form(interaction: discord.Interaction[Any], form: discord.ui.Modal) -> None:
    """Show a form as the first answer to a command or a button."""
    form.stop()  # discord.py stores a form that has not ended: one leaks each time somebody closes it unsent
    await interaction.response.send_modal(form)


async def receive(interaction: discord.Interaction[StickerBot], kinds: Collection[FormKind]) -> None:
    """Let the cog act that answers for a form that was sent in, and fail as everything fails."""
    if interaction.type is not discord.InteractionType.modal_submit:
        return
    data: Mapping[str, Any] = interaction.data or {}
    custom_id = str(data.get("custom_id", ""))
    for kind in kinds:
        if match := kind.template.fullmatch(custom_id):
            interaction.client.callers.attend(interaction)
            try:
                await interaction.client.presses[kind.prefix](interaction, match.groupdict(""))
            except Exception as exc:
                await apologise(interaction, exc)
            return


def filled(interaction: discord.Interaction[Any]) -> Filled:
    """Read a form that was sent in."""
    data: Mapping[str, Any] = interaction.data or {}
    fields = {field["custom_id"]: field for field in _fields(data.get("components", ()))}
    listed = {name: values[0] for name, field in fields.items() if (values := field.get("values"))}
    single = {name: value for name, field in fields.items() if isinstance(value := field.get("value"), str)}
    attachments = data.get("resolved", {}).get("attachments", {})
    return Filled(
        texts=single,
        choices=listed | single,
        uploads={
            name: discord.Attachment(data=attachments[value], state=interaction._state)  # noqa: SLF001  # no other way
            for name, value in listed.items()
            if value in attachments
        },
    )


def _fields(components: Collection[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The fields themselves, out of their labels and rows."""
    for component in components:
        if "component" in component:
            yield from _fields([component["component"]])
        elif "components" in component:
            yield from _fields(component["components"])
        elif "custom_id" in component:
            yield component
