"""The three meters of a back, by rule: the tribe's nature, the rarity's strength, and a little luck."""

from bot.stickers.choosing import dice_for
from bot.stickers.design import Attribute, Design, Rarity

METER_TOP = 10

_NATURES = {
    Attribute.HOLY: (6, 5, 8),
    Attribute.MAGIC: (4, 5, 8),
    Attribute.ANGEL: (3, 7, 8),
    Attribute.DEVIL: (5, 7, 8),
    Attribute.GUARDIAN: (5, 3, 9),
    Attribute.DESTROYER: (8, 4, 8),
}
"""Power, speed and the tribe's own virtue of a rare seal."""
_STRENGTH = {Rarity.NORMAL: -2, Rarity.RARE: 0, Rarity.SUPER_RARE: 1}


def meters(design: Design) -> dict[str, int]:
    """Keys of the catalogue, in order, and values of 1 to METER_TOP. The same design has the same values."""
    dice = dice_for("meters", design.to_json())
    own = f"meter-{design.attribute.name.lower()}"
    keys = ("meter-power", "meter-speed", own)
    strength = _STRENGTH[design.rarity]
    return {
        key: min(METER_TOP, max(1, nature + strength + dice.randint(-2, 2)))
        for key, nature in zip(keys, _NATURES[design.attribute], strict=True)
    }
