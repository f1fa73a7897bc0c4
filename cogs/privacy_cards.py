"""What /privacy looks like: values to components. Asks nothing, decides nothing."""

from typing import Any

import discord
from discord.ui import ActionRow, Container, LayoutView, TextDisplay

from bot.parcels import Parcel
from bot.privacy import Notice
from bot.words import Words
from cogs.buttons import DirectButton, ExportButton, ForgetButton, ForgetNowButton, KeepButton
from cogs.cards import QUIET, Card


def notice_card(words: Words, notice: Notice) -> Card:
    """What is kept, how much there is, and what can be done about it."""
    container: Container[LayoutView] = Container(
        TextDisplay(f"## {words('privacy-heading')}\n{_what_is_kept(words, notice)}"),
        discord.ui.Separator(),
        TextDisplay(_how_much(words, notice)),
        accent_color=QUIET,
    )
    container.add_item(ActionRow(*_actions(words, notice)))
    container.add_item(
        TextDisplay("\n".join(f"-# {words(key)}" for key in ("privacy-direct", "privacy-limits")))
    )
    return Card(container)


def forget_card(words: Words, notice: Notice) -> Card:
    """The question before everything is deleted: what goes, and what does not."""
    container: Container[LayoutView] = Container(
        TextDisplay(f"## {words('forget-heading')}\n{words('forget-what', seals=notice.kept.seals)}"),
        accent_color=QUIET,
    )
    container.add_item(
        ActionRow(ForgetNowButton.make(words("button-forget-now")), KeepButton.make(words("button-keep")))
    )
    return Card(container)


def parcel_card(words: Words, parcel: Parcel) -> Card:
    """A parcel to save, and the button for the next."""
    name = "kiraseal.zip" if parcel.parts == 1 else f"kiraseal-{parcel.part}.zip"
    sentence = words("export-ready")
    if parcel.parts > 1:
        sentence = words("export-ready-part", part=parcel.part, parts=parcel.parts)
    container: Container[LayoutView] = Container(TextDisplay(sentence), accent_color=QUIET)
    container.add_item(discord.ui.File(f"attachment://{name}"))
    if parcel.onward is not None:
        label = words("button-next-part", part=parcel.onward.part, parts=parcel.parts)
        container.add_item(ActionRow(ExportButton.make(label, str(parcel.onward))))
    return Card(container, {name: (parcel.data, name)})


def _what_is_kept(words: Words, notice: Notice) -> str:
    keys = ["privacy-seals", "privacy-pictures", "privacy-name", "privacy-counts", "privacy-orders"]
    keys += ["privacy-charges", "privacy-ai"] if notice.has_ai else []
    return "\n".join([words("privacy-kept"), *(f"- {words(key)}" for key in keys)])


def _how_much(words: Words, notice: Notice) -> str:
    kept = notice.kept
    return words(
        "privacy-now",
        seals=kept.seals,
        private=kept.private,
        pictures=kept.pictures,
        days=kept.days,
        orders=kept.orders,
        charges=kept.charges,
    )


def _actions(words: Words, notice: Notice) -> list[discord.ui.Item[Any]]:
    turned = "off" if notice.choices.direct else "on"
    label = words("button-direct-off") if notice.choices.direct else words("button-direct-on")
    return [
        ExportButton.make(words("button-export")),
        DirectButton.make(label, turned),
        ForgetButton.make(words("button-forget")),
    ]
