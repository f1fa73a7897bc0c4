"""How each attribute is dressed: colours, letters, glow. A table; draws nothing."""

from dataclasses import dataclass
from typing import assert_never

from bot.rendering.bending import Shape
from bot.rendering.colours import Colour, Stops, parse
from bot.rendering.typefaces import Face, Typefaces
from bot.stickers.design import Attribute


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours of one lettering: the fill from top to bottom, or flat, then the outlines from inside out.

    Outlines that differ contrast by 7:1 or more, or letters would melt into each other at thumb size.
    """

    fill: Stops
    flat: str
    inner: str
    middle: str
    outer: str
    side: str
    """The side of the extruded letter."""

    @property
    def outlines(self) -> tuple[Colour, Colour, Colour]:
        """Inner, middle and outer outline."""
        return parse(self.inner), parse(self.middle), parse(self.outer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Livery:
    """The dress of one attribute: its colour, the name's palette and shape, the aura from the heart outwards."""

    colour: Colour
    name: Palette
    shape: Shape
    aura: tuple[Colour, Colour, Colour]


GOLD = Palette(
    fill=(
        (0.0, "#fffbe0"),
        (0.40, "#ffe25a"),
        (0.54, "#ffb21c"),
        (0.545, "#ff8a10"),
        (0.80, "#ffcf3a"),
        (1.0, "#fff3b0"),
    ),
    flat="#ffd42e",
    inner="#4a0a00",
    middle="#ffffff",
    outer="#20060a",
    side="#8a4206",
)
_RED = Palette(
    fill=((0.0, "#ff9a2a"), (0.30, "#ff5a14"), (0.55, "#ec1420"), (0.56, "#c8061c"), (1.0, "#86001a")),
    flat="#f4341a",
    inner="#fffbe6",
    middle="#1a0610",
    outer="#ffffff",
    side="#4a0612",
)
_BLUE = Palette(
    fill=((0.0, "#ffffff"), (0.42, "#a4f2ff"), (0.52, "#5cc8ff"), (0.53, "#38aef8"), (1.0, "#9ae6ff")),
    flat="#8ce4ff",
    inner="#08123e",
    middle="#ffffff",
    outer="#0a1c5a",
    side="#2f5fd0",
)
_VIOLET = Palette(
    fill=((0.0, "#fffbd0"), (0.40, "#ffc0f4"), (0.53, "#f884f0"), (0.54, "#d468ff"), (1.0, "#f0bcff")),
    flat="#f6a4f2",
    inner="#2a0046",
    middle="#ffffff",
    outer="#2a0046",
    side="#7a22c0",
)
_GREEN = Palette(
    fill=((0.0, "#ffffe0"), (0.42, "#dcff6a"), (0.53, "#9cea4a"), (0.54, "#74d83c"), (1.0, "#d2ff9a")),
    flat="#aeee4a",
    inner="#04301a",
    middle="#ffffff",
    outer="#04301a",
    side="#0f7a3c",
)
_LAVA = Palette(
    fill=((0.0, "#fffde0"), (0.34, "#ffee5a"), (0.53, "#ffae14"), (0.54, "#ff6a0c"), (1.0, "#f01e0a")),
    flat="#ff8c1a",
    inner="#2e0206",
    middle="#2e0206",
    outer="#ffbe2a",
    side="#8a0a0a",
)
TITLE = Palette(
    fill=((0.0, "#ffffff"), (0.45, "#fff7c8"), (1.0, "#ffd24a")),
    flat="#fff0b0",
    inner="#3a0614",
    middle="#3a0614",
    outer="#ffffff",
    side="#3a0614",
)
BADGE = Palette(
    fill=((0.0, "#ffffff"), (1.0, "#fff6dc")),
    flat="#ffffff",
    inner="#1a0a14",
    middle="#1a0a14",
    outer="#1a0a14",
    side="#1a0a14",
)


def livery(attribute: Attribute) -> Livery:
    """The dress of an attribute."""
    match attribute:
        case Attribute.HOLY:
            crown = Shape(arch=0.22, punch=0.10, tilt=2.0)
            return _livery("#ffd23a", GOLD, crown, ("#fffbd0", "#ffd23a", "#ff8a1c"))
        case Attribute.ANGEL:
            rainbow = Shape(weight=0.012, arch=-0.34, punch=-0.08)
            return _livery("#6ac8ff", _BLUE, rainbow, ("#ffffff", "#b8ecff", "#4fa8ff"))
        case Attribute.MAGIC:
            smoke = Shape(outlines=(0.05, 0.105, 0.15), weight=0.018, wave=0.24, tilt=1.0)
            return _livery("#a02ae0", _VIOLET, smoke, ("#ffd0ff", "#d040ff", "#4a0a9c"))
        case Attribute.DEVIL:
            grin = Shape(weight=0.014, arch=0.40, punch=0.22, slant=0.06)
            return _livery("#e02a3a", _RED, grin, ("#ffe14a", "#ff5a1c", "#b00020"))
        case Attribute.GUARDIAN:
            wall = Shape(punch=0.16, extrusion=0.09)
            return _livery("#2ac86a", _GREEN, wall, ("#f4ffd0", "#8df05a", "#0a9a5a"))
        case Attribute.DESTROYER:
            charge = Shape(outlines=(0.05, 0.09, 0.135), weight=0.018, slant=0.16, growth=0.16, tilt=3.0)
            return _livery("#ff5a1c", _LAVA, charge, ("#ffffd0", "#ffb01c", "#e01a1a"))
        case _:
            assert_never(attribute)


def name_face(attribute: Attribute, faces: Typefaces) -> Face:
    """The face a name is set in."""
    match attribute:
        case Attribute.HOLY | Attribute.GUARDIAN:
            return faces.bold
        case Attribute.MAGIC | Attribute.DEVIL | Attribute.DESTROYER:
            return faces.brush
        case Attribute.ANGEL:
            return faces.round
        case _:
            assert_never(attribute)


def _livery(colour: str, name: Palette, shape: Shape, aura: tuple[str, str, str]) -> Livery:
    heart, flame, rim = aura
    return Livery(colour=parse(colour), name=name, shape=shape, aura=(parse(heart), parse(flame), parse(rim)))
