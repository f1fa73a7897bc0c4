"""What a mascot can wear: hats, hair, wings, capes, costumes, and what is on the face. Names only."""

from enum import StrEnum


class Hat(StrEnum):
    """What sits on the head."""

    WIZARD = "wizard"
    NINJA = "ninja"
    KNIGHT = "knight"
    CROWN = "crown"
    HEADBAND = "headband"
    WREATH = "wreath"
    SAMURAI = "samurai"
    PIRATE = "pirate"
    CHEF = "chef"
    TOP = "top"
    CAP = "cap"
    SANTA = "santa"
    STRAW = "straw"
    COWBOY = "cowboy"
    POLICE = "police"
    BERET = "beret"
    TIARA = "tiara"
    RIBBON = "ribbon"
    HEADPHONES = "headphones"
    BOWL = "bowl"
    HARD = "hard"
    CAT_EARS = "cat ears"

    @property
    def hides_hair(self) -> bool:
        """Whether no fringe shows under it."""
        return self in (Hat.NINJA, Hat.KNIGHT, Hat.SAMURAI)

    @property
    def presses_hair(self) -> bool:
        """Whether hair cannot stand up under it."""
        bare = (Hat.CROWN, Hat.HEADBAND, Hat.WREATH, Hat.TIARA, Hat.RIBBON, Hat.HEADPHONES, Hat.CAT_EARS)
        return self not in bare

    @property
    def leaves_horns(self) -> bool:
        """Whether there is room for horns beside it."""
        return self in (Hat.CROWN, Hat.HEADBAND, Hat.TIARA)


class Wings(StrEnum):
    """What grows from the back."""

    FEATHER = "feather"
    BAT = "bat"
    FAIRY = "fairy"
    DRAGON = "dragon"
    MECHANICAL = "mechanical"
    BUTTERFLY = "butterfly"
    FLAME = "flame"


class Cape(StrEnum):
    """What hangs from the shoulders."""

    PLAIN = "plain"
    PATTERNED = "patterned"
    TATTERED = "tattered"
    SCARF = "scarf"


class Hair(StrEnum):
    """Style of the hair, or of a beast's wig."""

    SPIKY = "spiky"
    BOB = "bob"
    LONG = "long"
    TWINTAILS = "twintails"
    FLAMING = "flaming"
    CURLY = "curly"
    PONYTAIL = "ponytail"
    AFRO = "afro"
    MOHAWK = "mohawk"
    BUNS = "buns"
    DRILLS = "drills"
    TOPKNOT = "topknot"


class Worn(StrEnum):
    """What is on the face."""

    GLASSES = "glasses"
    SUNGLASSES = "sunglasses"
    EYEPATCH = "eyepatch"
    BEARD = "beard"
    MOUSTACHE = "moustache"
    MASK = "mask"
    PLASTER = "plaster"


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
    KIMONO = "kimono"
    DRESS = "dress"
    SUIT = "suit"
    HERO = "hero"
    SAILOR = "sailor"
    OVERALLS = "overalls"
    APRON = "apron"
    SPACESUIT = "spacesuit"
