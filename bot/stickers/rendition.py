"""The forms in which a sticker can be had. Light, so that the command line can name them at once."""

from collections.abc import Mapping
from enum import StrEnum


class Rendition(StrEnum):
    """A form in which a sticker can be had."""

    STILL = "still"
    ANIMATION = "animation"
    LOOP = "loop"
    SMALL = "small"
    """A still below 100 kB, for places that take no more."""
    PNG = "png"
    BACK = "back"
    SERVER_STICKER = "discord-sticker"
    EMOJI = "emoji"
    MOVING_EMOJI = "moving-emoji"
    PRINT_SHEET = "pdf"
    """A page of copies, and their backs."""

    @property
    def ending(self) -> str:
        """The ending of its file."""
        return _ENDINGS[self]

    @property
    def lighter(self) -> "Rendition | None":
        """The form to show where this one has too many bytes; None if there is none."""
        return _LIGHTER.get(self)


WORDED = frozenset({Rendition.BACK, Rendition.PRINT_SHEET})
"""The forms that have words of the reader's language on them."""

_ENDINGS: Mapping[Rendition, str] = {
    Rendition.STILL: "webp",
    Rendition.ANIMATION: "gif",
    Rendition.LOOP: "webp",
    Rendition.SMALL: "webp",
    Rendition.PNG: "png",
    Rendition.BACK: "png",
    Rendition.SERVER_STICKER: "png",
    Rendition.EMOJI: "png",
    Rendition.MOVING_EMOJI: "gif",
    Rendition.PRINT_SHEET: "pdf",
}

_LIGHTER: Mapping[Rendition, Rendition] = {
    Rendition.ANIMATION: Rendition.LOOP,
    Rendition.LOOP: Rendition.STILL,
    Rendition.PNG: Rendition.STILL,
    Rendition.STILL: Rendition.SMALL,
}
