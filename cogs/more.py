"""The card behind a finished sticker's last button: the forms to have it in, and what its owner decides."""

from typing import Any

from discord import SelectOption
from discord.ui import ActionRow, Container, TextDisplay

from bot.stickers.keeping import Sticker
from bot.stickers.rendition import Rendition
from bot.words import Words
from cogs.cards import QUIET, Card
from cogs.seal_buttons import DeleteButton, ShareButton, TakeMenu, UnshareButton
from cogs.speaking import plain

FILES = {
    "png": (Rendition.PNG, "get-png"),
    "gif": (Rendition.ANIMATION, "get-gif"),
    "pdf": (Rendition.PRINT_SHEET, "get-pdf"),
}
"""What can be had as a file: the menu's value, the form, its label's key."""
SERVER_STICKER, EMOJI = "sticker", "emoji"
"""What can be added to the server: the menu's values."""


def more_card(
    words: Words, sticker: Sticker, origin: str, *, may_add: bool, may_share: bool, may_delete: bool
) -> Card:
    """The menu for everybody; for the owner share or unshare, for who may delete."""
    key = "more-private" if sticker.private else "more-public"
    text = words(key, name=plain(sticker.design.name))
    container: Container[Any] = Container(TextDisplay(text), accent_color=QUIET)
    menu = TakeMenu.make(words("get-pick"), _forms(words, may_add=may_add), sticker.id)
    container.add_item(ActionRow(menu))
    buttons: list[Any] = []
    if may_share and sticker.private:
        buttons.append(ShareButton.make(words("button-share"), sticker.id, origin))
    elif may_share:
        buttons.append(UnshareButton.make(words("button-unshare"), sticker.id, origin))
    if may_delete:
        buttons.append(DeleteButton.make(words("button-delete"), sticker.id, origin))
    if buttons:
        container.add_item(ActionRow(*buttons))
    return Card(container)


def _forms(words: Words, *, may_add: bool) -> list[SelectOption]:
    forms = [SelectOption(label=words(key), value=value) for value, (_, key) in FILES.items()]
    if may_add:
        forms.append(SelectOption(label=words("get-sticker"), value=SERVER_STICKER))
        forms.append(SelectOption(label=words("get-emoji"), value=EMOJI))
    return forms
