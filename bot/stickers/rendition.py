"""The forms in which a sticker can be had. Light, so that the command line can name them at once."""

from collections.abc import Mapping
from enum import StrEnum


class Rendition(StrEnum):
    """A form in which a sticker can be had."""

    STILL = "still"
    ANIMATION = "animation"
    LOOP = "loop"
    PNG = "png"

    @property
    def ending(self) -> str:
        """The ending of its file."""
        return _ENDINGS[self]


_ENDINGS: Mapping[Rendition, str] = {
    Rendition.STILL: "webp",
    Rendition.ANIMATION: "gif",
    Rendition.LOOP: "webp",
    Rendition.PNG: "png",
}
