"""The buttons of a finished sticker, and of what they open. See buttons.py; what they do, seal.py and its kin say.

`origin` is the public message in which it began, which changes with the sticker; 0 where there is none.
"""

from typing import Any

from discord import ButtonStyle
from discord.ui import ActionRow

from bot.stickers.keeping import Sticker
from bot.words import Words
from cogs.buttons import Lasting, LastingButton, LastingMenu

STICKER = r"(?P<sticker>[a-z0-9]{1,32})"
ORIGIN = r"(?P<origin>[0-9]{1,20})"


class FavouriteButton(LastingButton, template=rf"fav:{STICKER}"):
    """Puts it among the favourites of whoever presses. Twice does no more than once."""

    prefix = "fav"
    emoji = "\N{HEAVY BLACK HEART}\ufe0f"


class UnfavouriteButton(LastingButton, template=rf"unfav:{STICKER}"):
    """Takes it out again."""

    prefix = "unfav"


class TiltButton(LastingButton, template=rf"tilt:{STICKER}"):
    """Shows it moving, to whoever presses."""

    prefix = "tilt"


class StillButton(LastingButton, template=rf"still:{STICKER}"):
    """Shows it large and still: for stickers that move in their message."""

    prefix = "still"


class BackButton(LastingButton, template=rf"back:{STICKER}"):
    """Shows its back."""

    prefix = "back"


class AgainButton(LastingButton, template=rf"again:{STICKER}"):
    """Orders the same with new art."""

    prefix = "again"


class RedressButton(LastingButton, template=rf"dress:{STICKER}"):
    """Opens the fitting room."""

    prefix = "dress"


class TrioButton(LastingButton, template=rf"trio:{STICKER}"):
    """Orders the matching angel, guardian and devil."""

    prefix = "trio"


class MoreButton(LastingButton, template=rf"more:{STICKER}"):
    """Opens what is wanted less often: to have it as a file or as the server's, to share it, to delete it."""

    prefix = "more"


class OpenButton(LastingButton, template=rf"open:{STICKER}"):
    """Opens one sticker of several, with all its buttons."""

    prefix = "open"


class TakeMenu(LastingMenu, template=rf"take:{STICKER}"):
    """Hands it out in the form that is picked."""

    prefix = "take"


class ShareButton(LastingButton, template=rf"share:{STICKER}:{ORIGIN}"):
    """Lets everybody see it."""

    prefix = "share"
    style = ButtonStyle.primary


class UnshareButton(LastingButton, template=rf"unshare:{STICKER}:{ORIGIN}"):
    """Keeps it to its owner."""

    prefix = "unshare"


class DeleteButton(LastingButton, template=rf"delete:{STICKER}:{ORIGIN}"):
    """Asks whether it shall really go."""

    prefix = "delete"
    style = ButtonStyle.danger


class ReallyDeleteButton(LastingButton, template=rf"erase:{STICKER}:{ORIGIN}"):
    """Deletes it."""

    prefix = "erase"
    style = ButtonStyle.danger


class StayButton(LastingButton, template=rf"stay:{STICKER}"):
    """Lets it stay."""

    prefix = "stay"


LASTING: tuple[type[Lasting[Any]], ...] = (
    *(FavouriteButton, UnfavouriteButton, TiltButton, StillButton, BackButton, TakeMenu),
    *(AgainButton, RedressButton, TrioButton, MoreButton, OpenButton),
    *(ShareButton, UnshareButton, DeleteButton, ReallyDeleteButton, StayButton),
)


def seal_rows(words: Words, sticker: Sticker) -> tuple[ActionRow[Any], ActionRow[Any]]:
    """What everybody may do, and what its owner may. With labels this short a phone shows two rows, too."""
    moves = sticker.design.effects.holographic
    look = StillButton.make(words("button-still"), sticker.id)
    tilt = TiltButton.make(words("button-tilt"), sticker.id)
    all_may = ActionRow[Any](
        FavouriteButton.make(None, sticker.id),
        look if moves else tilt,
        BackButton.make(words("button-back"), sticker.id),
        MoreButton.make(words("button-more"), sticker.id),
    )
    owner_may = ActionRow[Any](
        AgainButton.make(words("button-again"), sticker.id),
        RedressButton.make(words("button-redress"), sticker.id),
        TrioButton.make(words("button-trio"), sticker.id),
    )
    return all_may, owner_may
