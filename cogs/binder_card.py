"""A binder page as a message. Asks nothing, decides nothing."""

from typing import Any

from discord import SelectOption
from discord.ui import ActionRow, Container, LayoutView, TextDisplay

from bot.album import Binder
from bot.stickers.history import Entry, Page
from bot.stickers.shelf import Shelf, Whose
from bot.words import Words
from cogs.cards import ATTRIBUTE_KEYS, QUIET, RARITY_KEYS, Card, gallery, kind_of
from cogs.leaves import JumpButton, PickMenu, PrintButton, SeekButton, SiftMenu, TurnButton
from cogs.sifting import SIFTS
from cogs.speaking import plain

OPTION_LIMIT = 100
"""Characters of a menu entry's label and of its description, as Discord has it."""


def binder_card(words: Words, binder: Binder, *, server_name: str | None) -> Card:
    """A binder page with its buttons, or what to do where there is nothing. Outside servers `server_name` is None."""
    page, shelf = binder.page, binder.shelf
    sift = SiftMenu.make(
        words("history-sift"), _sifts(words, shelf, in_server=server_name is not None), str(shelf)
    )
    if binder.picture is None:
        empty: Container[LayoutView] = Container(TextDisplay(_nothing(words, binder)), accent_color=QUIET)
        empty.add_item(ActionRow(sift))
        return Card(empty)
    alt = words("alt-binder", count=len(page.entries))
    container: Container[LayoutView] = Container(
        TextDisplay(_heading(words, binder, server_name)), gallery("binder.webp", alt), accent_color=QUIET
    )
    container.add_item(ActionRow(PickMenu.make(words("history-pick"), _choices(words, page))))
    container.add_item(ActionRow(sift))
    container.add_item(_pager(words, shelf, page))
    container.add_item(_tools(words, shelf, page))
    return Card(container, {"binder.webp": (binder.picture, alt)})


def _heading(words: Words, binder: Binder, server_name: str | None) -> str:
    page = binder.page
    count = words("history-count", first=page.first_number, last=page.last_number, total=page.total)
    lines = [f"## {_title(words, binder, server_name)}", count]
    if binder.shelf.is_sifted:
        lines.append(f"-# {_filters(words, binder.shelf)}")
    return "\n".join(lines)


def _title(words: Words, binder: Binder, server_name: str | None) -> str:
    match binder.shelf.whose:
        case Whose.MEMBER if binder.is_mine:
            return words("history-mine")
        case Whose.MEMBER:
            return words("history-theirs", name=plain(binder.owner_name))
        case Whose.SERVER:
            return words("history-server", name=plain(server_name or ""))
        case Whose.FAVOURITES:
            return words("history-favourites")


def _filters(words: Words, shelf: Shelf) -> str:
    """What the shelf is sifted by, in words."""
    parts = []
    if shelf.attribute:
        parts.append(words(ATTRIBUTE_KEYS[shelf.attribute]))
    if shelf.rarity:
        parts.append(words(RARITY_KEYS[shelf.rarity]))
    if shelf.search:
        parts.append(words("history-searched", text=plain(shelf.search)))
    return words("history-filters", filters=" · ".join(parts))


def _nothing(words: Words, binder: Binder) -> str:
    """Why there is nothing to see, and what to do."""
    shelf = binder.shelf
    if shelf.is_sifted:
        return f"{words('history-empty-sifted')}\n-# {_filters(words, shelf)}"
    match shelf.whose:
        case Whose.MEMBER:
            return words("history-empty" if binder.is_mine else "history-empty-other")
        case Whose.SERVER:
            return words("history-empty-server")
        case Whose.FAVOURITES:
            return words("history-empty-favourites")


def _sifts(words: Words, shelf: Shelf, *, in_server: bool) -> list[SelectOption]:
    """Every entry of the menu; those that hold now have a tick."""
    return [
        SelectOption(
            label=("✓ " if sift.is_on(shelf) else "") + words(sift.key), value=value, emoji=sift.emoji
        )
        for value, sift in SIFTS.items()
        if in_server or value != "whose=server"
    ]


def _choices(words: Words, page: Page) -> list[SelectOption]:
    return [
        _choice(words, number, entry) for number, entry in enumerate(page.entries, start=page.first_number)
    ]


def _choice(words: Words, number: int, entry: Entry) -> SelectOption:
    design = entry.design
    if design is None:
        name, about = words("history-illegible"), words("history-illegible-about")
    else:
        name, about = design.name, f"{kind_of(words, design)} · {design.title}"
    label = f"{number}. {name}"[:OPTION_LIMIT]
    return SelectOption(label=label, value=entry.id, description=about[:OPTION_LIMIT])


def _pager(words: Words, shelf: Shelf, page: Page) -> ActionRow[Any]:
    """All three always stand, so that a finger finds them where they were; the useless ones sleep."""
    newer = TurnButton.make(
        words("button-newer"), str(page.newer or "n"), str(shelf), disabled=not page.newer
    )
    older = TurnButton.make(
        words("button-older"), str(page.older or "o"), str(shelf), disabled=not page.older
    )
    number = page.page_number
    label = (
        words("button-some-page") if number is None else words("button-page", page=number, pages=page.pages)
    )
    jump = JumpButton.make(label, str(page.pages), str(shelf), disabled=page.pages < 2)
    return ActionRow(newer, jump, older)


def _tools(words: Words, shelf: Shelf, page: Page) -> ActionRow[Any]:
    seek = SeekButton.make(words("button-search"), str(shelf))
    return ActionRow(seek, PrintButton.make(words("button-print"), str(page.here), str(shelf)))
