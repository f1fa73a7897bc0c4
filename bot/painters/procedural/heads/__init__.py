"""The head of each species: its outline, ears, marks and muzzle. No eyes, no hair."""

from collections.abc import Mapping

from bot.drawing.raster import Sheet
from bot.painters.procedural.heads import beasts, birds, grazers, scaled, spirits
from bot.painters.procedural.heads.head import Head
from bot.painters.procedural.traits import Species, Traits

HEADS: Mapping[Species, Head] = {
    Species.HUMAN: spirits.HUMAN,
    Species.CAT: beasts.CAT,
    Species.TIGER: beasts.TIGER,
    Species.LION: beasts.LION,
    Species.DOG: beasts.DOG,
    Species.WOLF: beasts.WOLF,
    Species.FOX: beasts.FOX,
    Species.TANUKI: beasts.TANUKI,
    Species.BEAR: beasts.BEAR,
    Species.PANDA: beasts.PANDA,
    Species.RABBIT: grazers.RABBIT,
    Species.MOUSE: beasts.MOUSE,
    Species.MONKEY: beasts.MONKEY,
    Species.PIG: grazers.PIG,
    Species.COW: grazers.COW,
    Species.SHEEP: grazers.SHEEP,
    Species.DEER: grazers.DEER,
    Species.UNICORN: grazers.UNICORN,
    Species.ELEPHANT: grazers.ELEPHANT,
    Species.BIRD: birds.BIRD,
    Species.PENGUIN: birds.PENGUIN,
    Species.OWL: birds.OWL,
    Species.FROG: scaled.FROG,
    Species.TURTLE: scaled.TURTLE,
    Species.SHARK: scaled.SHARK,
    Species.FISH: scaled.FISH,
    Species.OCTOPUS: scaled.OCTOPUS,
    Species.BEETLE: scaled.BEETLE,
    Species.BEE: scaled.BEE,
    Species.DRAGON: scaled.DRAGON,
    Species.ROBOT: spirits.ROBOT,
    Species.ONI: spirits.ONI,
    Species.GHOST: spirits.GHOST,
    Species.SKELETON: spirits.SKELETON,
    Species.ALIEN: spirits.ALIEN,
    Species.SLIME: spirits.SLIME,
    Species.PUMPKIN: spirits.PUMPKIN,
    Species.SNOWMAN: spirits.SNOWMAN,
    Species.ONIGIRI: spirits.ONIGIRI,
    Species.PUDDING: spirits.PUDDING,
    Species.MERMAID: spirits.MERMAID,
}


def draw_head(pen: Sheet, look: Traits) -> None:
    """Ears, head and marks."""
    head = HEADS[look.species]
    if head.ears:
        head.ears(pen, look)
    pen.cel(head.outline, look.colours.skin, shade=(24, 20), line=11)
    if head.marks:
        head.marks(pen, look)
