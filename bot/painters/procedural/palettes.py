"""Choose the colours of a figure: element, attribute, seed, and the colours that were asked for."""

import random
from collections.abc import Mapping, Sequence

from bot.drawing.colours import Colour, distance, luma, mix, shadow, tone
from bot.painters.procedural.reading import Wishes
from bot.painters.procedural.tints import SHADES, Area, Hue, Palette, palette
from bot.painters.procedural.traits import Colours, Element, Species
from bot.stickers.design import Attribute

PALETTES: Mapping[Element, Palette] = {
    Element.FIRE: ("#e8281c", "#ff9a1f", "#ffe14a"),
    Element.WATER: ("#1769d8", "#39c2f2", "#d8f6ff"),
    Element.ICE: ("#4d97e0", "#b4e4ff", "#f4fdff"),
    Element.THUNDER: ("#f0b400", "#ffe53b", "#7a48e0"),
    Element.LEAF: ("#1e9a46", "#8bd83c", "#fff08a"),
    Element.LIGHT: ("#f4b81e", "#fff0a0", "#ff7aa8"),
    Element.DARK: ("#4a2a8c", "#8a4fd6", "#ff4f9a"),
    Element.EARTH: ("#a65a22", "#e0a24e", "#ffe3a0"),
    Element.LOVE: ("#f0448c", "#ffa3c8", "#fff0f6"),
    Element.WIND: ("#159c92", "#7fe6cf", "#f2fff6"),
    Element.STEEL: ("#54617e", "#b9c6dc", "#ffb648"),
    Element.POISON: ("#7a2a9c", "#a8e03a", "#f0ff9a"),
    Element.MUSIC: ("#d8328c", "#5ad8f0", "#fff07a"),
    Element.SPACE: ("#2a2f86", "#7a6af0", "#ffe27a"),
    Element.TIME: ("#8a5a1e", "#e8c46a", "#8ff0e0"),
    Element.CANDY: ("#ff6f9c", "#9fe8e0", "#fff4b0"),
}
"""Deep, bright and glint of each element."""

SKINS: Mapping[Species, Sequence[Colour]] = {
    Species.HUMAN: ("#ffd9b3", "#ffe2c4", "#f3c08c", "#c98a5a"),
    Species.MERMAID: ("#ffd9b3", "#ffe2c4", "#f3c08c", "#c98a5a", "#bfe8dc"),
    Species.CAT: ("#ffb24d", "#f4f1ee", "#7d7688", "#e8b98a", "#5a5468"),
    Species.TIGER: ("#ffa52e", "#fbf3ea", "#ffc45a"),
    Species.LION: ("#f2b44c", "#f8d488", "#e8a060"),
    Species.DOG: ("#e0a05a", "#f6efe6", "#8a94a8", "#b0703c"),
    Species.WOLF: ("#7c8aa6", "#5a6078", "#a89a90", "#c8d0e0"),
    Species.FOX: ("#ff9a3c", "#f08030", "#f5f1ff"),
    Species.TANUKI: ("#a87a50", "#8f8078", "#c08a58"),
    Species.BEAR: ("#9a5f36", "#c98d54", "#6f4a3a", "#f2eee8"),
    Species.PANDA: ("#fbfaf7",),
    Species.RABBIT: ("#fbf4f6", "#ffd6e0", "#cfc4dc", "#e9cfae"),
    Species.MOUSE: ("#b4b0c0", "#f4f0ee", "#d8b890", "#8c8aa0"),
    Species.MONKEY: ("#a8683a", "#7c5240", "#c88a50"),
    Species.PIG: ("#ffb3bc", "#ffc9c4", "#f49aa8"),
    Species.COW: ("#fbf8f4", "#d8a878", "#8a5a44"),
    Species.SHEEP: ("#fffaf2", "#f4e4f0", "#e4e8f8"),
    Species.DEER: ("#cf9258", "#b87844", "#e4b47c"),
    Species.UNICORN: ("#fdfaff", "#fff0f6", "#e8f4ff"),
    Species.ELEPHANT: ("#a6b2c8", "#8fa8d0", "#c8b8d0"),
    Species.BIRD: ("#ffe04a", "#6fc4f4", "#ff7b62", "#8a6fd0", "#7ad08a"),
    Species.PENGUIN: ("#3a4668", "#2f5a94", "#4a4458"),
    Species.OWL: ("#b07a4a", "#8a7a9a", "#d8b890", "#6a84a8"),
    Species.FROG: ("#6cc84a", "#37b58a", "#a6d83c"),
    Species.TURTLE: ("#8fcf5a", "#5fbf94", "#b8d86a"),
    Species.SHARK: ("#6f9cc8", "#7f8cb0", "#58b0c8"),
    Species.FISH: ("#ff8a3c", "#ffc83a", "#5ab4f4", "#ff7a9a"),
    Species.OCTOPUS: ("#f0604a", "#ff8a9a", "#a878e0", "#f0904a"),
    Species.BEETLE: ("#7a4a2a", "#4a6a3a", "#3a5aa8", "#a83a3a"),
    Species.BEE: ("#ffd23a", "#ffb82a"),
    Species.ROBOT: ("#c9d3e4", "#e3d8c2", "#a9b8d8"),
    Species.ONI: ("#e2483a", "#3f78d0", "#5aa84a"),
    Species.DRAGON: ("#5bbf4f", "#3f9fd8", "#e05a48", "#9a6ae0", "#f0b83a"),
    Species.GHOST: ("#f3f6ff", "#dff7ff", "#efe4ff"),
    Species.SKELETON: ("#f6f0e0", "#e8ecf4", "#fff4d0"),
    Species.ALIEN: ("#8fe05a", "#9ac8e8", "#c89af0", "#6ae0b4"),
    Species.SLIME: ("#5cc8f0", "#7ad85a", "#ff8ab8", "#b48af4", "#ffb84a"),
    Species.PUMPKIN: ("#ff9a2e", "#ff8420", "#f4b23a"),
    Species.SNOWMAN: ("#fbfdff", "#eef6ff"),
    Species.ONIGIRI: ("#fffefa",),
    Species.PUDDING: ("#ffdf7a", "#ffe9a8"),
}

HAIRS: Sequence[Colour] = (
    "#f4c62c", "#6a3a22", "#e84a7a", "#3a3a58", "#e8ecf8", "#ff7a3c", "#58b0f0", "#7ad0a0", "#9a6ae0", "#c8322a",
)  # fmt: skip

_COLOURLESS = (
    Species.DRAGON,
    Species.SLIME,
    Species.BIRD,
    Species.ALIEN,
    Species.FISH,
    Species.OCTOPUS,
    Species.BEETLE,
)

_CLEARLY_APART = 90.0
"""Distance in sRGB below which two neighbouring areas would run together."""


def choose_colours(
    attribute: Attribute, species: Species, element: Element, wish: Wishes, dice: random.Random
) -> Colours:
    """All colours of one figure: what was asked for first, the rest so that neighbours stand apart."""
    deep, bright, glint = _palette(element, wish.main, dice)
    areas = {area: SHADES[hue] for area, hue in wish.areas.items()}
    cloth = areas.get(Area.CLOTHES) or _cloth(attribute, deep, bright, wish.main, dice)
    skins = _skins(species, deep, bright) if wish.element or wish.main else SKINS[species]
    skin = areas.get(Area.SKIN) or _apart_from(cloth, skins, dice)
    if Area.CLOTHES not in areas:
        cloth = _moved_off(skin, cloth)
    hair = areas.get(Area.HAIR) or _apart_from(skin, [tone(deep, light=0.95), bright, *HAIRS], dice)
    iris = dice.choice((tone(deep, light=0.9), "#2f6fe0", "#2fa85a", "#a0562a", "#8a3ad0"))
    if attribute.is_dark:
        iris = dice.choice(("#d8142a", "#7a20c8", "#e0a010", iris))
    lining = dice.choice((deep, tone(deep, light=0.78), tone(deep, light=0.8, hue=0.5), "#c8262e"))
    return Colours(
        deep=deep,
        bright=bright,
        glint=glint,
        skin=skin,
        hair=hair,
        cloth=cloth,
        cape=areas.get(Area.CAPE) or (lining if distance(lining, cloth) > 60 else tone(lining, light=0.6)),
        hat=areas.get(Area.HAT) or _felt(deep, hair),
        trim="#ffcf33" if not attribute.is_dark or dice.random() < 0.5 else "#c9d0de",
        iris=areas.get(Area.EYES, iris),
    )


def _palette(element: Element, main: Hue | None, dice: random.Random) -> Palette:
    """The element's colours, turned a little by the seed; or those that were asked for."""
    turn, light = dice.uniform(-0.03, 0.03), dice.uniform(0.92, 1.06)
    if main:
        return palette(main)
    deep, bright, glint = PALETTES[element]
    return tone(deep, hue=turn, light=light), tone(bright, hue=turn), glint


def _skins(species: Species, deep: Colour, bright: Colour) -> Sequence[Colour]:
    """Of who has no colour of its own: what was asked for. An ice dragon is no red one."""
    if species not in _COLOURLESS:
        return SKINS[species]
    tints = (mix(deep, bright, 0.5), bright, tone(bright, light=0.85))
    return [tint for tint in tints if luma(tint) > 0.3] or tints


def _apart_from(other: Colour, choices: Sequence[Colour], dice: random.Random) -> Colour:
    """One that stands off `other`, if there is any."""
    clear = [colour for colour in choices if distance(colour, other) > _CLEARLY_APART]
    return dice.choice(clear or choices)


def _moved_off(skin: Colour, cloth: Colour) -> Colour:
    """The cloth, or else another dye of it, such that the skin does not run into it."""
    dyes = (cloth, tone(cloth, light=0.55), tone(cloth, hue=0.5), tone(cloth, hue=0.33), "#3a4a9a", "#fdfcf6")
    return next((dye for dye in dyes if distance(dye, skin) > _CLEARLY_APART), cloth)


def _cloth(
    attribute: Attribute, deep: Colour, bright: Colour, main: Hue | None, dice: random.Random
) -> Colour:
    """The element's colour as the attribute wears it: angels in white, the dark side in shadow."""
    roll = dice.random()
    match attribute:
        case Attribute.ANGEL:
            return "#fdfcf6"
        case Attribute.DEVIL:
            return tone(shadow(deep), light=0.62, vivid=0.8)
        case Attribute.MAGIC:
            return (
                shadow(deep) if roll < 0.6 or main else tone(shadow(deep), hue=0.1 if roll < 0.8 else -0.12)
            )
        case _:
            if roll < 0.5 or main:
                return deep
            return tone(deep, hue=0.5, light=0.85) if roll < 0.72 else tone(bright, light=0.86)


def _felt(deep: Colour, hair: Colour) -> Colour:
    """A hat's cloth: the element's, made to stand off the hair."""
    felt = shadow(deep)
    return tone(felt, light=0.7) if abs(luma(felt) - luma(hair)) < 0.12 else felt
