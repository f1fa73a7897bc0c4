"""The buttons, menus and forms of a binder. Everything they need stands in their custom_id."""

import re
from typing import Any

from discord.ui import Label, Modal, TextInput

from bot.stickers.shelf import SEARCH_LIMIT, SHELF_CODE, TURN_CODE, Shelf
from bot.words import Words
from cogs.buttons import Lasting, LastingButton, LastingMenu
from cogs.forms import FormKind

TYPED = "typed"
"""The custom_id of a form's one field."""
PAGE_LETTERS = 6
SHELF = rf"(?P<shelf>{SHELF_CODE})"


JUMP_FORM = FormKind(prefix="jumpto", template=re.compile(rf"jumpto:(?P<pages>[0-9]{{1,6}}):{SHELF}"))
"""The number of a page."""
SEEK_FORM = FormKind(prefix="seekfor", template=re.compile(rf"seekfor:{SHELF}"))
"""The text to search for."""


class TurnButton(LastingButton, template=rf"go:(?P<turn>{TURN_CODE}|[no]):{SHELF}"):
    """Turns the page of a binder, in place. A bare way is that of a button that slept: it leads to the newest page."""

    prefix = "go"


class JumpButton(LastingButton, template=rf"jump:(?P<pages>[0-9]{{1,6}}):{SHELF}"):
    """Asks which page to open."""

    prefix = "jump"


class SeekButton(LastingButton, template=rf"seek:{SHELF}"):
    """Asks what to search for."""

    prefix = "seek"
    emoji = "\N{LEFT-POINTING MAGNIFYING GLASS}"


class PrintButton(LastingButton, template=rf"pdf:(?P<turn>{TURN_CODE}):{SHELF}"):
    """Hands out the page as a PDF to print."""

    prefix = "pdf"
    emoji = "\N{PRINTER}\ufe0f"


class PickMenu(LastingMenu, template=r"pick"):
    """Opens one sticker of a binder page; its values are sticker ids."""

    prefix = "pick"


class SiftMenu(LastingMenu, template=rf"sift:{SHELF}"):
    """Changes what a binder shows; its values are those of `cogs.sifting.SIFTS`."""

    prefix = "sift"


LASTING: tuple[type[Lasting[Any]], ...] = (
    *(TurnButton, JumpButton, SeekButton, PrintButton),
    *(PickMenu, SiftMenu),
)
FORMS = (JUMP_FORM, SEEK_FORM)


def jump_form(words: Words, pages: str, shelf: str) -> Modal:
    """Asks for one of so many pages."""
    form = Modal(title=words("jump-title"), custom_id=JUMP_FORM.custom_id_of(pages, shelf))
    hint = words("jump-hint", pages=int(pages))
    return form.add_item(_field(words("jump-label"), hint, most=PAGE_LETTERS))


def seek_form(words: Words, shelf: Shelf) -> Modal:
    """Asks what to search for; the present search is filled in."""
    form = Modal(title=words("seek-title"), custom_id=SEEK_FORM.custom_id_of(str(shelf)))
    return form.add_item(
        _field(words("seek-label"), words("seek-hint"), most=SEARCH_LIMIT, text=shelf.search)
    )


def _field(label: str, hint: str, *, most: int, text: str = "") -> Label[Modal]:
    field = TextInput[Modal](
        custom_id=TYPED, default=text or None, placeholder=hint, max_length=most, required=False
    )
    return Label(text=label, component=field)
