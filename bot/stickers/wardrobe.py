"""What somebody has chosen in the fitting room, in a few letters that fit a button's custom_id."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self

from bot.stickers.design import (
    FRAME_COLOURS,
    RAINBOW,
    Attribute,
    Effects,
    Foil,
    FrameType,
    NameLayout,
    Rarity,
)
from bot.stickers.redress import Change

PATTERN = r"[0-9a-z-]{7}(?:-|r|[0-9a-f]{6})"
"""What `str()` gives: a letter for each choice, then the background."""

_CHOICES: tuple[tuple[str, tuple[str, ...]], ...] = (
    # Each letter is a place in its row, and buttons of older versions live on: only ever add at the end.
    ("attribute", tuple(Attribute)),
    ("rarity", tuple(Rarity)),
    ("frame", tuple(FrameType)),
    ("foil", tuple(Foil)),
    ("layout", tuple(NameLayout)),
    ("frame_color", FRAME_COLOURS),
)
_KINDS: dict[str, type[StrEnum]] = {
    "attribute": Attribute,
    "rarity": Rarity,
    "frame": FrameType,
    "foil": Foil,
    "layout": NameLayout,
}
_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"
_AS_IT_IS = "-"
_EFFECTS = ("holographic", "sparkle", "aura")
_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wardrobe:
    """Choices so far; None leaves a part as it is. `frame_color` is one of FRAME_COLOURS, `background` as in Design."""

    attribute: Attribute | None = None
    rarity: Rarity | None = None
    frame: FrameType | None = None
    foil: Foil | None = None
    layout: NameLayout | None = None
    frame_color: str | None = None
    effects: Effects | None = None
    background: str | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what str() wrote; what another version knew and this one does not stays as it is."""
        if not re.fullmatch(PATTERN, text):
            return cls()
        chosen: dict[str, Any] = {}
        for letter, (name, values) in zip(text, _CHOICES, strict=False):
            place = _LETTERS.find(letter)
            if 0 <= place < len(values):
                kind = _KINDS.get(name)
                chosen[name] = kind(values[place]) if kind else values[place]
        return cls(**chosen, effects=_effects(text[6]), background=_background(text[7:]))

    def __str__(self) -> str:
        """As PATTERN says."""
        letters = [
            _AS_IT_IS if (value := getattr(self, name)) is None else _LETTERS[values.index(value)]
            for name, values in _CHOICES
        ]
        background = {None: _AS_IT_IS, RAINBOW: "r"}.get(self.background) or (self.background or "")[1:]
        return "".join([*letters, self._effects_letter(), background])

    def choosing(self, name: str, values: list[str]) -> Self:
        """The same with one more choice, as a menu hands it over. What cannot be chosen changes nothing."""
        if name == "effects":
            return replace(self, effects=Effects(**{effect: effect in values for effect in _EFFECTS}))
        value = values[0] if values else ""
        if name == "background":
            return replace(self, background=value) if _is_background(value) else self
        for choice, offered in _CHOICES:
            if choice == name and value in offered:
                kind = _KINDS.get(name)
                chosen: dict[str, Any] = {name: kind(value) if kind else value}
                return replace(self, **chosen)
        return self

    def change(self, *, name: str | None = None, title: str | None = None) -> Change:
        """What shall be otherwise, with the texts that were typed."""
        effects = self.effects
        return Change(
            name=name,
            title=title,
            attribute=self.attribute,
            rarity=self.rarity,
            background=self.background,
            holographic=effects.holographic if effects else None,
            sparkle=effects.sparkle if effects else None,
            aura=effects.aura if effects else None,
            frame=self.frame,
            frame_color=self.frame_color,
            foil=self.foil,
            layout=self.layout,
        )

    def _effects_letter(self) -> str:
        if self.effects is None:
            return _AS_IT_IS
        return str(sum(getattr(self.effects, name) << place for place, name in enumerate(_EFFECTS)))


def _effects(letter: str) -> Effects | None:
    place = _LETTERS.find(letter)
    if not 0 <= place < 1 << len(_EFFECTS):
        return None
    return Effects(**{name: bool(place >> bit & 1) for bit, name in enumerate(_EFFECTS)})


def _background(text: str) -> str | None:
    return {_AS_IT_IS: None, "r": RAINBOW}.get(text, f"#{text}")


def _is_background(value: str) -> bool:
    return value == RAINBOW or _COLOUR.fullmatch(value) is not None
