"""What a mascot can be: the choices, and the frozen set of them that one figure is drawn from."""

from dataclasses import dataclass
from enum import StrEnum

from bot.drawing.colours import Colour
from bot.stickers.design import Attribute


class Species(StrEnum):
    """Head, skin, ears and tail."""

    HUMAN = "human"
    CAT = "cat"
    DOG = "dog"
    FOX = "fox"
    BEAR = "bear"
    PANDA = "panda"
    RABBIT = "rabbit"
    BIRD = "bird"
    FROG = "frog"
    ROBOT = "robot"
    ONI = "oni"
    DRAGON = "dragon"
    GHOST = "ghost"


class Element(StrEnum):
    """Colours, emblem and what floats about."""

    FIRE = "fire"
    WATER = "water"
    ICE = "ice"
    THUNDER = "thunder"
    LEAF = "leaf"
    LIGHT = "light"
    DARK = "dark"
    EARTH = "earth"
    LOVE = "love"


class Weapon(StrEnum):
    """What the first hand holds."""

    SWORD = "sword"
    STAFF = "staff"
    SPEAR = "spear"
    HAMMER = "hammer"
    AXE = "axe"
    BOW = "bow"
    GUITAR = "guitar"


class Hat(StrEnum):
    """What sits on the head."""

    WIZARD = "wizard"
    NINJA = "ninja"
    KNIGHT = "knight"
    CROWN = "crown"
    HEADBAND = "headband"
    WREATH = "wreath"

    @property
    def hides_hair(self) -> bool:
        """Whether no fringe shows under it."""
        return self in (Hat.NINJA, Hat.KNIGHT)


class Wings(StrEnum):
    """What grows from the back."""

    FEATHER = "feather"
    BAT = "bat"
    FAIRY = "fairy"


class Hair(StrEnum):
    """Style of a human's hair."""

    SPIKY = "spiky"
    BOB = "bob"
    LONG = "long"
    TWINTAILS = "twintails"
    FLAMING = "flaming"
    CURLY = "curly"


class Eyes(StrEnum):
    """Shape of the eyes."""

    ROUND = "round"
    SHARP = "sharp"
    STARRY = "starry"
    SLEEPY = "sleepy"
    SMILING = "smiling"
    WINK = "wink"


class Mouth(StrEnum):
    """Shape of the mouth, beasts' muzzles aside."""

    OPEN = "open"
    GRIN = "grin"
    SMIRK = "smirk"
    TONGUE = "tongue"
    SMALL = "small"


class Costume(StrEnum):
    """What is worn between neck and boots."""

    TUNIC = "tunic"
    ROBE = "robe"
    TOGA = "toga"
    COAT = "coat"
    ARMOUR = "armour"
    SPIKED = "spiked"
    GI = "gi"
    MECHA = "mecha"
    SHEET = "sheet"


class Stance(StrEnum):
    """What the free hand does."""

    SHIELD = "shield"
    HIP = "hip"
    CHEER = "cheer"
    POINT = "point"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours of one figure. `deep`, `bright` and `glint` are the element's, dark to light."""

    deep: Colour
    bright: Colour
    glint: Colour
    skin: Colour
    hair: Colour
    cloth: Colour
    trim: Colour
    iris: Colour
    metal: Colour = "#dfe6f2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """Everything one figure is drawn from; equal traits give equal pixels.

    `splendour` is 0, 1 or 2 by rarity. `jitter` holds 16 numbers in -1..1 for what differs from hand to hand.
    """

    attribute: Attribute
    species: Species
    element: Element
    weapon: Weapon | None
    hat: Hat | None
    wings: Wings | None
    hair: Hair
    eyes: Eyes
    mouth: Mouth
    costume: Costume
    stance: Stance
    splendour: int
    halo: bool
    horns: bool
    cape: bool
    fangs: bool
    fierce: bool
    raised: bool
    """Whether the hand with the weapon is held high."""
    mirrored: bool
    tilt: float
    """Lean of the whole figure, in degrees."""
    colours: Colours
    jitter: tuple[float, ...]
