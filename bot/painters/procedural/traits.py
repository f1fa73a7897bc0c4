"""What a mascot can be: the choices, and the frozen set of them that one figure is drawn from."""

from dataclasses import dataclass
from enum import StrEnum

from bot.drawing.colours import Colour
from bot.painters.procedural.attire import Cape, Costume, Hair, Hat, Wings, Worn
from bot.stickers.design import Attribute


class Species(StrEnum):
    """Head, skin, ears, tail; of some the whole body."""

    HUMAN = "human"
    CAT = "cat"
    TIGER = "tiger"
    LION = "lion"
    DOG = "dog"
    WOLF = "wolf"
    FOX = "fox"
    TANUKI = "tanuki"
    BEAR = "bear"
    PANDA = "panda"
    RABBIT = "rabbit"
    MOUSE = "mouse"
    MONKEY = "monkey"
    PIG = "pig"
    COW = "cow"
    SHEEP = "sheep"
    DEER = "deer"
    UNICORN = "unicorn"
    ELEPHANT = "elephant"
    BIRD = "bird"
    PENGUIN = "penguin"
    OWL = "owl"
    FROG = "frog"
    TURTLE = "turtle"
    SHARK = "shark"
    FISH = "fish"
    OCTOPUS = "octopus"
    BEETLE = "beetle"
    BEE = "bee"
    DRAGON = "dragon"
    ROBOT = "robot"
    ONI = "oni"
    GHOST = "ghost"
    SKELETON = "skeleton"
    ALIEN = "alien"
    SLIME = "slime"
    PUMPKIN = "pumpkin"
    SNOWMAN = "snowman"
    ONIGIRI = "onigiri"
    PUDDING = "pudding"
    MERMAID = "mermaid"


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
    WIND = "wind"
    STEEL = "steel"
    POISON = "poison"
    MUSIC = "music"
    SPACE = "space"
    TIME = "time"
    CANDY = "candy"


class Weapon(StrEnum):
    """What the first hand holds."""

    SWORD = "sword"
    STAFF = "staff"
    SPEAR = "spear"
    HAMMER = "hammer"
    AXE = "axe"
    BOW = "bow"
    GUITAR = "guitar"
    TRIDENT = "trident"
    SCYTHE = "scythe"
    SHURIKEN = "shuriken"
    FAN = "fan"
    BLASTER = "blaster"
    BOOK = "book"
    FLAG = "flag"
    PARASOL = "parasol"
    LANTERN = "lantern"
    DRUM = "drum"
    MICROPHONE = "microphone"
    TRUMPET = "trumpet"
    ANCHOR = "anchor"
    PAN = "pan"
    BRUSH = "brush"
    ROD = "rod"
    BOUQUET = "bouquet"
    PAD = "pad"
    BALL = "ball"
    KEY = "key"
    BALLOON = "balloon"
    LOLLIPOP = "lollipop"
    CUP = "cup"
    BOWL = "bowl of noodles"
    PIZZA = "pizza"
    LAPTOP = "laptop"
    BEER = "beer"


class Eyes(StrEnum):
    """Shape of the eyes."""

    ROUND = "round"
    SHARP = "sharp"
    STARRY = "starry"
    SLEEPY = "sleepy"
    SMILING = "smiling"
    WINK = "wink"
    HEARTS = "hearts"
    SQUEEZED = "squeezed"
    ASLEEP = "asleep"
    DOTS = "dots"


class Mouth(StrEnum):
    """Shape of the mouth."""

    OPEN = "open"
    GRIN = "grin"
    SMIRK = "smirk"
    TONGUE = "tongue"
    SMALL = "small"
    LAUGH = "laugh"
    TEETH = "teeth"
    WAVY = "wavy"
    CAT = "cat"
    POUT = "pout"


class Feeling(StrEnum):
    """A mood that was asked for: it chooses eyes and mouth, and shows a sign of its own."""

    JOY = "joy"
    LAUGHTER = "laughter"
    ANGER = "anger"
    TEARS = "tears"
    SLEEP = "sleep"
    SHYNESS = "shyness"
    SURPRISE = "surprise"
    ADORATION = "adoration"


class Pose(StrEnum):
    """What the legs do."""

    STAND = "stand"
    WALK = "walk"
    RUN = "run"
    JUMP = "jump"
    FLY = "fly"
    SIT = "sit"
    KICK = "kick"
    DANCE = "dance"


class Stance(StrEnum):
    """What the free hand does."""

    SHIELD = "shield"
    HIP = "hip"
    CHEER = "cheer"
    POINT = "point"
    SKYWARD = "skyward"
    VICTORY = "victory"
    FIST = "fist"
    CHEEK = "cheek"
    CROSSED = "crossed"


class Hold(StrEnum):
    """How the first hand carries what it holds."""

    LOW = "low"
    HIGH = "high"
    OUT = "out"


class Companion(StrEnum):
    """A small creature beside the figure."""

    CAT = "cat"
    DOG = "dog"
    CHICK = "chick"
    RABBIT = "rabbit"
    DRAGON = "dragon"
    FLAME = "flame"
    STAR = "star"
    SLIME = "slime"
    GHOST = "ghost"


class Backdrop(StrEnum):
    """What stands behind everything."""

    BURST = "burst"
    NIMBUS = "nimbus"
    DISC = "disc"
    CLOUD = "cloud"
    STAR = "star"
    FLOWER = "flower"
    CRESCENT = "crescent"
    SPLASH = "splash"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours of one figure. `deep`, `bright` and `glint` are the element's, dark to light."""

    deep: Colour
    bright: Colour
    glint: Colour
    skin: Colour
    hair: Colour
    cloth: Colour
    cape: Colour
    hat: Colour
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
    cape: Cape | None
    hair: Hair | None
    eyes: Eyes
    mouth: Mouth
    feeling: Feeling | None
    worn: Worn | None
    costume: Costume
    pose: Pose
    stance: Stance
    hold: Hold
    companion: Companion | None
    backdrop: Backdrop | None
    splendour: int
    halo: bool
    horns: bool
    fangs: bool
    fierce: bool
    mirrored: bool
    tilt: float
    """Lean of the whole figure, in degrees."""
    nod: float
    """Lean of the head, in degrees."""
    head: float
    """Size of the head; 1 is usual."""
    colours: Colours
    jitter: tuple[float, ...]
