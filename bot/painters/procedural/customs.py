"""What goes with what, where nobody asked: costumes, elements, moods. Tables only; `cast` chooses from them."""

from collections.abc import Mapping, Sequence

from bot.painters.procedural.attire import Costume, Hat
from bot.painters.procedural.traits import Element, Eyes, Feeling, Mouth, Species, Weapon
from bot.stickers.design import Attribute, Rarity

CUSTOM: Mapping[Attribute, Sequence[Costume]] = {
    Attribute.HOLY: (Costume.TUNIC, Costume.TUNIC, Costume.ARMOUR, Costume.HERO, Costume.SAILOR),
    Attribute.MAGIC: (Costume.ROBE, Costume.ROBE, Costume.COAT, Costume.KIMONO, Costume.DRESS),
    Attribute.ANGEL: (Costume.TOGA, Costume.TOGA, Costume.ROBE, Costume.DRESS),
    Attribute.DEVIL: (Costume.COAT, Costume.COAT, Costume.SPIKED, Costume.SUIT),
    Attribute.GUARDIAN: (Costume.ARMOUR, Costume.ARMOUR, Costume.GI, Costume.HERO, Costume.OVERALLS),
    Attribute.DESTROYER: (Costume.SPIKED, Costume.SPIKED, Costume.ARMOUR, Costume.MECHA),
}
"""What each attribute likes to wear; likelier ones stand twice."""

DRESSED: Mapping[Hat, Costume] = {
    Hat.KNIGHT: Costume.ARMOUR,
    Hat.SAMURAI: Costume.ARMOUR,
    Hat.NINJA: Costume.GI,
    Hat.HEADBAND: Costume.GI,
    Hat.WIZARD: Costume.ROBE,
    Hat.PIRATE: Costume.COAT,
    Hat.SANTA: Costume.COAT,
    Hat.CHEF: Costume.APRON,
    Hat.TOP: Costume.SUIT,
    Hat.POLICE: Costume.SUIT,
    Hat.STRAW: Costume.OVERALLS,
    Hat.HARD: Costume.OVERALLS,
    Hat.COWBOY: Costume.OVERALLS,
    Hat.TIARA: Costume.DRESS,
    Hat.BOWL: Costume.SPACESUIT,
}
"""What goes with a hat that names a calling."""

ELEMENTS: Mapping[Attribute, Sequence[Element]] = {
    Attribute.HOLY: (
        Element.FIRE,
        Element.LIGHT,
        Element.WATER,
        Element.THUNDER,
        Element.MUSIC,
        Element.WIND,
    ),
    Attribute.MAGIC: (Element.DARK, Element.ICE, Element.LOVE, Element.SPACE, Element.TIME, Element.POISON),
    Attribute.ANGEL: (Element.LIGHT, Element.WATER, Element.ICE, Element.LOVE, Element.CANDY, Element.WIND),
    Attribute.DEVIL: (
        Element.DARK,
        Element.FIRE,
        Element.THUNDER,
        Element.LOVE,
        Element.POISON,
        Element.MUSIC,
    ),
    Attribute.GUARDIAN: (
        Element.LEAF,
        Element.EARTH,
        Element.WATER,
        Element.STEEL,
        Element.WIND,
        Element.TIME,
    ),
    Attribute.DESTROYER: (
        Element.FIRE,
        Element.THUNDER,
        Element.EARTH,
        Element.DARK,
        Element.STEEL,
        Element.SPACE,
    ),
}

MOODS: Mapping[Feeling, tuple[Sequence[Eyes], Sequence[Mouth]]] = {
    Feeling.JOY: ((Eyes.SMILING, Eyes.STARRY), (Mouth.OPEN, Mouth.LAUGH, Mouth.CAT)),
    Feeling.LAUGHTER: ((Eyes.SQUEEZED, Eyes.SMILING), (Mouth.LAUGH,)),
    Feeling.ANGER: ((Eyes.SHARP,), (Mouth.TEETH, Mouth.POUT)),
    Feeling.TEARS: ((Eyes.ROUND, Eyes.SQUEEZED), (Mouth.WAVY, Mouth.OPEN)),
    Feeling.SLEEP: ((Eyes.ASLEEP, Eyes.SLEEPY), (Mouth.SMALL, Mouth.WAVY)),
    Feeling.SHYNESS: ((Eyes.ROUND, Eyes.SMILING), (Mouth.WAVY, Mouth.SMALL)),
    Feeling.SURPRISE: ((Eyes.DOTS, Eyes.ROUND), (Mouth.OPEN,)),
    Feeling.ADORATION: ((Eyes.HEARTS,), (Mouth.OPEN, Mouth.LAUGH)),
}
"""Eyes and mouths that show a feeling."""

SPLENDOUR: Mapping[Rarity, int] = {Rarity.NORMAL: 0, Rarity.RARE: 1, Rarity.SUPER_RARE: 2}
"""How richly a figure is dressed."""

BEASTS = (
    Species.CAT, Species.DOG, Species.FOX, Species.BEAR, Species.RABBIT, Species.BIRD, Species.FROG, Species.TIGER,
    Species.PENGUIN, Species.MOUSE, Species.OWL, Species.SHEEP,
)  # fmt: skip
"""Who it is if it is an animal that nobody asked for."""
ARMS = (
    Weapon.SWORD, Weapon.STAFF, Weapon.SPEAR, Weapon.HAMMER, Weapon.AXE, Weapon.BOW, Weapon.TRIDENT, Weapon.SCYTHE,
    Weapon.SHURIKEN, Weapon.BLASTER, Weapon.FLAG,
)  # fmt: skip
"""What is held oftenest."""
BULKY = (
    Weapon.BOOK, Weapon.BALLOON, Weapon.BALL, Weapon.DRUM, Weapon.SHURIKEN, Weapon.LOLLIPOP, Weapon.FAN, Weapon.PARASOL,
    Weapon.BOUQUET, Weapon.PAD, Weapon.CUP, Weapon.ANCHOR, Weapon.BOWL, Weapon.PIZZA, Weapon.LAPTOP, Weapon.BEER,
)  # fmt: skip
"""What would hide the head if it were not held away from it."""
CASUAL_HATS = (
    Hat.HEADBAND, Hat.WREATH, Hat.CAP, Hat.RIBBON, Hat.BERET, Hat.HEADPHONES, Hat.STRAW, Hat.TOP, Hat.CAT_EARS,
)  # fmt: skip
"""Hats that name no calling."""
