"""Buttons and menus that work for ever: what they mean stands in their custom_id. What they do, the cogs say.

A cog puts its coroutine into `bot.presses` under the item's prefix. Who may do it is asked anew at every press.
A menu hands its choices over as the value `picked`, with blanks between: its values, or the ids of roles and channels.
"""

from collections.abc import Iterable
from typing import Any, ClassVar, Generic, Self, TypeVar, cast

import discord
from discord import ButtonStyle, SelectDefaultValue, SelectDefaultValueType, SelectOption
from discord.ui import Button, ChannelSelect, DynamicItem, RoleSelect, Select

from bot import tracing
from bot.client import StickerBot
from cogs.speaking import apologise

ItemT = TypeVar("ItemT", bound="Button[Any] | Select[Any] | RoleSelect[Any] | ChannelSelect[Any]")


class Lasting(DynamicItem[ItemT], Generic[ItemT], template=r"(?!)"):
    """Base of every lasting item: a prefix, a template for its custom_id, and one way to fail.

    discord.py only logs what a DynamicItem raises: without this base the member would see "interaction failed".
    """

    prefix: ClassVar[str] = ""

    def __init__(self, item: ItemT) -> None:
        super().__init__(item)
        match = self.template.fullmatch(self.custom_id)
        self.arguments: dict[str, str] = match.groupdict() if match else {}

    @classmethod
    def custom_id_of(cls, *values: str) -> str:
        """The custom_id that carries these values: prefix and values by colons, at most 100 characters."""
        return ":".join((cls.prefix, *values))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: Any, /
    ) -> Self:
        """Make the item anew from what was clicked."""
        return cls(cast("ItemT", item))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Let the cog act that answers for this prefix."""
        tracing.turn_to(interaction=interaction.id)
        bot = cast("StickerBot", interaction.client)
        bot.callers.attend(interaction)
        try:
            await bot.presses[self.prefix](interaction, self.arguments | _picked(self.item))
        except Exception as exc:
            await apologise(interaction, exc)


def _picked(item: Button[Any] | Select[Any] | RoleSelect[Any] | ChannelSelect[Any]) -> dict[str, str]:
    match item:
        case Select():
            return {"picked": " ".join(item.values)}
        case RoleSelect() | ChannelSelect():
            return {"picked": " ".join(str(chosen.id) for chosen in item.values)}
        case _:
            return {}


class LastingButton(Lasting[Button[Any]], template=r"(?!)"):
    """A button."""

    style: ClassVar[ButtonStyle] = ButtonStyle.secondary
    emoji: ClassVar[str | None] = None

    @classmethod
    def make(cls, label: str | None, *values: str, disabled: bool = False) -> Self:
        """A fresh button with this label that carries these values; without one, its emoji must say it all."""
        return cls(
            Button(
                label=label,
                custom_id=cls.custom_id_of(*values),
                style=cls.style,
                emoji=cls.emoji,
                disabled=disabled,
            )
        )


class LastingMenu(Lasting[Select[Any]], template=r"(?!)"):
    """A menu."""

    @classmethod
    def make(
        cls,
        placeholder: str | None,
        options: list[SelectOption],
        *values: str,
        least: int = 1,
        most: int = 1,
    ) -> Self:
        """A fresh menu of these options that carries these values; from `least` to `most` of them may be chosen."""
        return cls(
            Select(
                placeholder=placeholder,
                options=options,
                custom_id=cls.custom_id_of(*values),
                min_values=least,
                max_values=most,
            )
        )


class CancelButton(LastingButton, template=r"cancel:(?P<task>[a-z0-9]{1,32})"):
    """Takes a task back."""

    prefix = "cancel"


class ByHandButton(LastingButton, template=r"hand:(?P<task>[a-z0-9]{1,32})"):
    """Orders once more, without AI, what the AI painter did not paint."""

    prefix = "hand"
    emoji = "\N{LOWER LEFT CRAYON}\ufe0f"


class RewriteButton(LastingButton, template=r"rewrite:(?P<task>[a-z0-9]{1,32})"):
    """Opens the form with what a task was asked to make, and failed of."""

    prefix = "rewrite"
    emoji = "\N{PENCIL}\ufe0f"


class PngButton(LastingButton, template=r"png:(?P<sticker>[a-z0-9]{1,32})"):
    """Hands out the still as PNG."""

    prefix = "png"
    emoji = "\N{FRAME WITH PICTURE}\ufe0f"


class RolesMenu(Lasting[RoleSelect[Any]], template=r"roles"):
    """Says which roles may make stickers in the server where it is used."""

    prefix = "roles"

    @classmethod
    def make(cls, placeholder: str, chosen: Iterable[int], *, most: int) -> Self:
        """A fresh menu with the roles that are chosen now."""
        defaults = [SelectDefaultValue(id=role, type=SelectDefaultValueType.role) for role in chosen]
        return cls(
            RoleSelect(
                placeholder=placeholder,
                min_values=0,
                max_values=most,
                default_values=defaults,
                custom_id=cls.custom_id_of(),
            )
        )


class ExportButton(LastingButton, template=r"export(?::(?P<mark>[!-~]{1,92}))?"):
    """Packs what belongs to whoever presses: from the beginning, or on from a mark."""

    prefix = "export"
    emoji = "\N{PACKAGE}"


class DirectButton(LastingButton, template=r"direct:(?P<choice>on|off)"):
    """Says whether a seal may come by direct message when its place is gone."""

    prefix = "direct"
    emoji = "\N{ENVELOPE}\ufe0f"


class ForgetButton(LastingButton, template=r"forget"):
    """Asks whether everything shall be deleted of whoever presses."""

    prefix = "forget"
    style = ButtonStyle.danger


class ForgetNowButton(LastingButton, template=r"forgetnow"):
    """Deletes everything of whoever presses."""

    prefix = "forgetnow"
    style = ButtonStyle.danger


class KeepButton(LastingButton, template=r"keep"):
    """Goes back: nothing is deleted."""

    prefix = "keep"


LASTING: tuple[type[Lasting[Any]], ...] = (
    *(CancelButton, ByHandButton, RewriteButton, PngButton),
    RolesMenu,
    *(ExportButton, DirectButton, ForgetButton, ForgetNowButton, KeepButton),
)
"""The lasting items of this module; cogs/manners.py has those of all."""
