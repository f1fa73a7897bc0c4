"""What was chosen for a seal, short enough for a button's custom_id. Its texts are too long and travel elsewhere."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from bot.errors import UnknownColour
from bot.stickers.colours import parse_colour, parse_metal
from bot.stickers.design import Attribute, FrameType, NameLayout, Rarity
from bot.stickers.request import PainterChoice, Request

PATTERN = r"[^:]{0,88}"
"""What a shorthand looks like, for the template of a custom_id."""

_SWITCHES = {"h": "holographic", "s": "sparkle", "u": "aura"}
_CHOICES: dict[str, tuple[str, type[StrEnum]]] = {
    "a": ("attribute", Attribute),
    "r": ("rarity", Rarity),
    "f": ("frame", FrameType),
    "l": ("layout", NameLayout),
    "p": ("painter", PainterChoice),
}
_COLOURS = {"b": ("background", parse_colour), "m": ("frame_color", parse_metal)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shorthand:
    """The choices of a request without its texts, and whether it had a picture; `private` None if nothing was said."""

    asked: Request
    private: bool | None = None

    def __str__(self) -> str:
        """At most 88 characters. A colour that nobody knows is left out."""
        values = {letter: getattr(self.asked, name) for letter, (name, _) in _CHOICES.items()}
        if values["p"] is PainterChoice.AUTO:
            del values["p"]
        values |= {
            letter: _known(getattr(self.asked, name), read) for letter, (name, read) in _COLOURS.items()
        }
        values |= {letter: _digit(getattr(self.asked, name)) for letter, name in _SWITCHES.items()}
        values |= {"i": _digit(self.asked.has_picture or None), "x": _digit(self.private)}
        return "&".join(f"{letter}={value}" for letter, value in values.items() if value is not None)

    @classmethod
    def read(cls, text: str, *, language: str) -> Self:
        """What `str` wrote. Whatever makes no sense, for anybody can send a custom_id, was never chosen."""
        given = dict(part.split("=", 1) for part in text.split("&") if "=" in part)
        chosen: dict[str, Any] = {
            name: kind(given[letter])
            for letter, (name, kind) in _CHOICES.items()
            if given.get(letter) in set(kind)
        }
        chosen |= {name: _known(given.get(letter), read) for letter, (name, read) in _COLOURS.items()}
        chosen |= {name: _switch(given.get(letter)) for letter, name in _SWITCHES.items()}
        chosen["has_picture"] = _switch(given.get("i")) or False
        return cls(asked=Request(language=language, **chosen), private=_switch(given.get("x")))


def _known(colour: str | None, read: Any) -> str | None:
    if not colour or not colour.strip():
        return None
    try:
        return str(read(colour))
    except UnknownColour:
        return None


def _digit(switch: bool | None) -> str | None:
    return None if switch is None else str(int(switch))


def _switch(digit: str | None) -> bool | None:
    return {"0": False, "1": True}.get(digit or "")
