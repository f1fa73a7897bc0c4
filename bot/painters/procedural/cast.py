"""Choose a figure's traits from the words, attribute, rarity and seed of a design. Draws nothing."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from bot.drawing.colours import Colour, distance, shadow, tone
from bot.painters.procedural import words
from bot.painters.procedural.traits import (
    Colours,
    Costume,
    Element,
    Eyes,
    Hair,
    Hat,
    Mouth,
    Species,
    Stance,
    Traits,
    Weapon,
    Wings,
)
from bot.stickers.design import Attribute, Design, Rarity

Kind = TypeVar("Kind", bound=StrEnum)
Item = TypeVar("Item")

PALETTES: Mapping[Element, tuple[Colour, Colour, Colour]] = {
    Element.FIRE: ("#e8281c", "#ff9a1f", "#ffe14a"),
    Element.WATER: ("#1769d8", "#39c2f2", "#d8f6ff"),
    Element.ICE: ("#4d97e0", "#b4e4ff", "#f4fdff"),
    Element.THUNDER: ("#f0b400", "#ffe53b", "#7a48e0"),
    Element.LEAF: ("#1e9a46", "#8bd83c", "#fff08a"),
    Element.LIGHT: ("#f4b81e", "#fff0a0", "#ff7aa8"),
    Element.DARK: ("#4a2a8c", "#8a4fd6", "#ff4f9a"),
    Element.EARTH: ("#a65a22", "#e0a24e", "#ffe3a0"),
    Element.LOVE: ("#f0448c", "#ffa3c8", "#fff0f6"),
}
"""Deep, bright and glint of each element."""

SKINS: Mapping[Species, Sequence[Colour]] = {
    Species.HUMAN: ("#ffd9b3", "#ffe2c4", "#f3c08c", "#c98a5a"),
    Species.CAT: ("#ffb24d", "#f4f1ee", "#7d7688", "#e8b98a"),
    Species.DOG: ("#e0a05a", "#f6efe6", "#8a94a8", "#b0703c"),
    Species.FOX: ("#ff9a3c", "#f08030", "#f5f1ff"),
    Species.BEAR: ("#9a5f36", "#c98d54", "#6f4a3a"),
    Species.PANDA: ("#fbfaf7",),
    Species.RABBIT: ("#fbf4f6", "#ffd6e0", "#cfc4dc", "#e9cfae"),
    Species.BIRD: ("#ffe04a", "#6fc4f4", "#ff7b62", "#8a6fd0"),
    Species.FROG: ("#6cc84a", "#37b58a", "#a6d83c"),
    Species.ROBOT: ("#c9d3e4", "#e3d8c2", "#a9b8d8"),
    Species.ONI: ("#e2483a", "#3f78d0", "#5aa84a"),
    Species.DRAGON: ("#5bbf4f", "#3f9fd8", "#e05a48", "#9a6ae0", "#f0b83a"),
    Species.GHOST: ("#f3f6ff", "#dff7ff", "#efe4ff"),
}

HAIRS: Sequence[Colour] = ("#f4c62c", "#6a3a22", "#e84a7a", "#3a3a58", "#e8ecf8", "#ff7a3c", "#58b0f0")

CUSTOM: Mapping[Attribute, Sequence[Costume]] = {
    Attribute.HOLY: (Costume.TUNIC, Costume.TUNIC, Costume.ARMOUR),
    Attribute.MAGIC: (Costume.ROBE, Costume.ROBE, Costume.COAT),
    Attribute.ANGEL: (Costume.TOGA, Costume.TOGA, Costume.ROBE),
    Attribute.DEVIL: (Costume.COAT, Costume.COAT, Costume.SPIKED),
    Attribute.GUARDIAN: (Costume.ARMOUR, Costume.ARMOUR, Costume.GI),
    Attribute.DESTROYER: (Costume.SPIKED, Costume.SPIKED, Costume.ARMOUR),
}
"""What each attribute likes to wear; likelier ones stand twice."""

ELEMENTS: Mapping[Attribute, Sequence[Element]] = {
    Attribute.HOLY: (Element.FIRE, Element.LIGHT, Element.WATER, Element.THUNDER),
    Attribute.MAGIC: (Element.DARK, Element.ICE, Element.LOVE, Element.THUNDER),
    Attribute.ANGEL: (Element.LIGHT, Element.WATER, Element.ICE, Element.LOVE),
    Attribute.DEVIL: (Element.DARK, Element.FIRE, Element.THUNDER, Element.LOVE),
    Attribute.GUARDIAN: (Element.LEAF, Element.EARTH, Element.WATER, Element.ICE),
    Attribute.DESTROYER: (Element.FIRE, Element.THUNDER, Element.EARTH, Element.DARK),
}

SPLENDOUR: Mapping[Rarity, int] = {Rarity.NORMAL: 0, Rarity.RARE: 1, Rarity.SUPER_RARE: 2}

_CLEARLY_APART = 90.0
"""Distance in sRGB below which skin and cloth would run together."""

_BEASTS = (Species.CAT, Species.DOG, Species.FOX, Species.BEAR, Species.RABBIT, Species.BIRD, Species.FROG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the words ask for; None or False where they are silent."""

    species: Species | None
    element: Element | None
    weapon: Weapon | None
    hat: Hat | None
    wings: Wings | None
    shield: bool
    cape: bool


def wishes(design: Design) -> Wishes:
    """Read prompt and name, then the title for what they leave open."""
    said, title = f"{design.prompt} {design.name}", design.title

    def wish(table: Mapping[Kind, str]) -> Kind | None:
        return words.read(said, table) or words.read(title, table)

    both = f"{said} {title}"
    return Wishes(
        species=wish(words.SPECIES),
        element=wish(words.ELEMENTS),
        weapon=wish(words.WEAPONS),
        hat=wish(words.HATS),
        wings=wish(words.WINGS),
        shield=words.mentions(both, words.SHIELDS),
        cape=words.mentions(both, words.CAPES),
    )


def cast(design: Design) -> Traits:
    """Choose everything. What the words wish is granted; attribute, rarity and seed choose the rest."""
    wish, attribute = wishes(design), design.attribute
    # One generator, asked in one fixed order: the same design is the same figure.
    dice = random.Random(design.seed())  # noqa: S311 - it draws, it guards nothing
    splendour = SPLENDOUR[design.rarity]
    jitter = tuple(dice.uniform(-1, 1) for _ in range(16))
    species = wish.species or _species(attribute, wish.hat, dice)
    element = wish.element or dice.choice(ELEMENTS[attribute])
    hat = wish.hat or _hat(species, splendour, dice)
    costume = _costume(attribute, species, hat, dice)
    shield = wish.shield or (attribute is Attribute.GUARDIAN and dice.random() < 0.7)
    wings = wish.wings or _wings(attribute, splendour, dice)
    fierce = attribute.is_dark or hat is Hat.KNIGHT or dice.random() < 0.3
    return Traits(
        attribute=attribute,
        species=species,
        element=element,
        weapon=wish.weapon or (dice.choice(list(Weapon)) if dice.random() < 0.85 else None),
        hat=hat,
        wings=wings,
        hair=dice.choice(list(Hair)),
        eyes=_eyes(fierce, dice),
        mouth=_mouth(attribute, dice),
        costume=costume,
        stance=Stance.SHIELD if shield else dice.choice((Stance.HIP, Stance.CHEER, Stance.POINT)),
        splendour=splendour,
        halo=attribute in (Attribute.HOLY, Attribute.ANGEL),
        horns=_horned(attribute, species, hat, dice),
        cape=wish.cape or hat is Hat.CROWN or dice.random() < (0.3, 0.6, 1.0)[splendour],
        fangs=attribute.is_dark or species in (Species.ONI, Species.DRAGON),
        fierce=fierce,
        raised=dice.random() < 0.45,
        mirrored=dice.random() < 0.4,
        tilt=dice.uniform(-4, 4),
        colours=_colours(attribute, species, element, dice),
        jitter=jitter,
    )


def _species(attribute: Attribute, hat: Hat | None, dice: random.Random) -> Species:
    """Nobody asked: mostly humans, nearly always under a hat that names a calling (king, knight, ninja)."""
    roll = dice.random() + (0.2 if hat else 0.0)
    if attribute in (Attribute.DEVIL, Attribute.DESTROYER) and roll < 0.2:
        return dice.choice((Species.ONI, Species.DRAGON))
    return dice.choice(_BEASTS) if roll < 0.3 else Species.HUMAN


def _hat(species: Species, splendour: int, dice: random.Random) -> Hat | None:
    """Nobody asked: the most splendid are crowned, some others wear a band."""
    if splendour == 2 and dice.random() < 0.7:
        return Hat.CROWN
    if dice.random() < 0.15 and species is not Species.ROBOT:
        return dice.choice((Hat.HEADBAND, Hat.WREATH))
    return None


def _costume(attribute: Attribute, species: Species, hat: Hat | None, dice: random.Random) -> Costume:
    usual = dice.choice(CUSTOM[attribute])
    if species is Species.GHOST:
        return Costume.SHEET
    if species is Species.ROBOT:
        return Costume.MECHA
    dressed = {
        Hat.KNIGHT: Costume.ARMOUR,
        Hat.NINJA: Costume.GI,
        Hat.HEADBAND: Costume.GI,
        Hat.WIZARD: Costume.ROBE,
    }
    return usual if hat is None else dressed.get(hat, usual)


def _wings(attribute: Attribute, splendour: int, dice: random.Random) -> Wings | None:
    chance = (0.45, 0.75, 1.0)[splendour]
    given = dice.random() < chance
    if attribute is Attribute.ANGEL or (attribute is Attribute.HOLY and given):
        return Wings.FEATHER
    if attribute is Attribute.GUARDIAN:
        return Wings.FEATHER if splendour == 2 else None
    return Wings.BAT if given else None


def _horned(attribute: Attribute, species: Species, hat: Hat | None, dice: random.Random) -> bool:
    """Horns only where no hat covers their place."""
    room = hat in (None, Hat.CROWN, Hat.HEADBAND)
    born = species in (Species.ONI, Species.DRAGON)
    return room and (born or (attribute.is_dark and dice.random() < 0.7)) and species is not Species.ROBOT


def _eyes(fierce: bool, dice: random.Random) -> Eyes:
    if fierce:
        return dice.choice((Eyes.SHARP, Eyes.SHARP, Eyes.SHARP, Eyes.ROUND, Eyes.WINK, Eyes.SLEEPY))
    return dice.choice(
        (Eyes.ROUND, Eyes.ROUND, Eyes.ROUND, Eyes.STARRY, Eyes.STARRY, Eyes.SMILING, Eyes.WINK)
    )


def _mouth(attribute: Attribute, dice: random.Random) -> Mouth:
    if attribute.is_dark:
        return dice.choice((Mouth.GRIN, Mouth.OPEN, Mouth.SMIRK, Mouth.TONGUE))
    return dice.choice(tuple(Mouth))


def _colours(attribute: Attribute, species: Species, element: Element, dice: random.Random) -> Colours:
    deep, bright, glint = PALETTES[element]
    hair = dice.choice([tone(deep, light=0.95), bright, *HAIRS])
    cloth = _cloth(attribute, deep, bright)
    iris = dice.choice((tone(deep, light=0.9), "#2f6fe0", "#2fa85a", "#a0562a"))
    if attribute.is_dark:
        iris = dice.choice(("#d8142a", "#7a20c8", "#e0a010"))
    return Colours(
        deep=deep,
        bright=bright,
        glint=glint,
        skin=_skin(species, cloth, dice),
        hair=hair,
        cloth=cloth,
        trim="#ffcf33" if not attribute.is_dark or dice.random() < 0.5 else "#c9d0de",
        iris=iris,
    )


def _skin(species: Species, cloth: Colour, dice: random.Random) -> Colour:
    """One that stands off the cloth, if the species has any."""
    clear = [skin for skin in SKINS[species] if distance(skin, cloth) > _CLEARLY_APART]
    return dice.choice(clear or SKINS[species])


def _cloth(attribute: Attribute, deep: Colour, bright: Colour) -> Colour:
    """The element's colour as the attribute wears it: angels in white, the dark side in shadow."""
    match attribute:
        case Attribute.ANGEL:
            return "#fdfcf6"
        case Attribute.DEVIL:
            return tone(shadow(deep), light=0.62, vivid=0.8)
        case Attribute.MAGIC:
            return shadow(deep)
        case _:
            return deep
