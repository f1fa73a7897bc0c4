"""The buttons of /stats. Everything they need stands in their custom_id."""

from enum import StrEnum
from typing import Any

from discord import ButtonStyle

from bot.stickers.spans import Span
from cogs.buttons import Lasting, LastingButton


class Look(StrEnum):
    """What /stats shows. The values stand in custom_ids: they may never change."""

    MINE = "mine"
    SERVER = "server"
    BOARD = "board"


VIEW = r"(?P<look>mine|server|board):(?P<span>7|30|365)"


class SpanButton(LastingButton, template=rf"span:{VIEW}"):
    """Shows the same over another span, in place."""

    prefix = "span"


class LookButton(LastingButton, template=rf"look:{VIEW}"):
    """Shows somebody else's numbers over the same span, in place."""

    prefix = "look"


class ListedButton(LastingButton, template=r"listed:(?P<wish>yes|no):(?P<span>7|30|365)"):
    """Says whether leaderboards may name whoever presses. It carries the wish, so that two presses are as one."""

    prefix = "listed"


def sleeping(button: LastingButton, *, is_current: bool) -> LastingButton:
    """The button of what is shown already: lit, and asleep."""
    if is_current:
        button.item.style, button.item.disabled = ButtonStyle.primary, True
    return button


def view_of(look: Look, span: Span) -> tuple[str, str]:
    """What a button carries."""
    return look.value, str(span.value)


LASTING: tuple[type[Lasting[Any]], ...] = (SpanButton, LookButton, ListedButton)
