"""The frozen value a person asked for, and its JSON. Everything that determines a sticker stands here."""

import hashlib
import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

NAME_LIMIT = 100
TITLE_LIMIT = 100
PROMPT_LIMIT = 500
RAINBOW = "rainbow"
"""The background of a foil without a colour film."""


class Attribute(StrEnum):
    """属性. The value is what is stored and sent as a choice's value; English is a label of the catalogue."""

    HOLY = "聖"
    MAGIC = "魔"
    ANGEL = "天使"
    DEVIL = "悪魔"
    GUARDIAN = "守護"
    DESTROYER = "破壊"

    @property
    def is_dark(self) -> bool:
        """Whether the attribute belongs to the dark side: horns and bat wings rather than haloes."""
        return self in (Attribute.MAGIC, Attribute.DEVIL, Attribute.DESTROYER)


class Rarity(StrEnum):
    """How splendid a sticker is; the value is what is stored."""

    NORMAL = "normal"
    RARE = "rare"
    SUPER_RARE = "super-rare"

    @property
    def stars(self) -> int:
        """Stars out of five."""
        return {Rarity.NORMAL: 1, Rarity.RARE: 3, Rarity.SUPER_RARE: 5}[self]


class FrameType(StrEnum):
    """The make of the embossed frame: its inner edge, or what is set into it."""

    PLAIN = "plain"
    CLOUD = "cloud"
    SPIKE = "spike"
    NOTCH = "notch"
    BEADED = "beaded"
    GEM = "gem"
    SPLENDID = "splendid"


class Foil(StrEnum):
    """The pattern of the prism foil."""

    KAKU = "kaku"
    DIAMOND = "diamond"
    SHARD = "shard"
    RADIAL = "radial"
    COSMOS = "cosmos"
    SEIGAIHA = "seigaiha"
    WAVE = "wave"
    GLITTER = "glitter"


class NameLayout(StrEnum):
    """How the name is set: across the foot in an arch, or down the right side."""

    ARCHED = "arched"
    VERTICAL = "vertical"


FRAME_COLOURS = ("gold", "silver", "black", "red", "blue", "copper")
"""Named metals of the frame; any #rrggbb is a metal too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """What moves and glows. Holographic stickers are delivered as an animation that tilts."""

    holographic: bool = True
    sparkle: bool = True
    aura: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Frame, foil and the name's layout. `frame_color` is one of FRAME_COLOURS or #rrggbb."""

    frame_type: FrameType
    frame_color: str
    foil: Foil
    layout: NameLayout = NameLayout.ARCHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """A complete, cleaned design: nothing is left to be chosen.

    `name`, `title` and `prompt` are clean text (stickers/wording.py) of at most 100, 100 and 500 characters;
    name is never empty. `picture` is the SHA-256 name of the kept source picture or None. `background` is
    RAINBOW or #rrggbb. `variation` is 0 at first; "Again" raises it.
    """

    name: str
    title: str
    prompt: str
    attribute: Attribute
    rarity: Rarity
    style: Style
    effects: Effects = Effects()
    background: str = RAINBOW
    picture: str | None = None
    variation: int = 0

    def seed(self) -> int:
        """64 bits that depend on every field that shapes the art, and on nothing else.

        The title counts, for the painter reads its words like those of the name and the prompt. Frame, background
        and effects are left out: they are laid over the art.
        """
        words = [self.name, self.title, self.prompt]
        idea = [*words, self.attribute, self.rarity, self.picture, self.variation]
        digest = hashlib.sha256(json.dumps(idea, ensure_ascii=False).encode()).digest()
        return int.from_bytes(digest[:8], "big")

    def to_json(self) -> str:
        """The form kept in Task.data and in the sticker's detail row."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `to_json` wrote. Raises ValueError, KeyError or TypeError on anything else."""
        raw: dict[str, Any] = {**json.loads(text)}
        style = raw.pop("style")
        return cls(
            attribute=Attribute(raw.pop("attribute")),
            rarity=Rarity(raw.pop("rarity")),
            effects=Effects(**raw.pop("effects")),
            style=Style(
                frame_type=FrameType(style["frame_type"]),
                frame_color=style["frame_color"],
                foil=Foil(style["foil"]),
                # Designs were kept before names could stand upright.
                layout=NameLayout(style.get("layout", NameLayout.ARCHED)),
            ),
            **raw,
        )
