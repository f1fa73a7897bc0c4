"""Choose a figure's traits from the words, attribute, rarity and seed of a design. Draws nothing."""

import random
from collections.abc import Sequence
from typing import TypeVar

from bot.painters.procedural.attire import Cape, Costume, Hair, Hat, Wings, Worn
from bot.painters.procedural.bodies import BODIES
from bot.painters.procedural.customs import (
    ARMS,
    BEASTS,
    BULKY,
    CASUAL_HATS,
    CUSTOM,
    DRESSED,
    ELEMENTS,
    MOODS,
    SPLENDOUR,
)
from bot.painters.procedural.heads import HEADS
from bot.painters.procedural.palettes import choose_colours
from bot.painters.procedural.reading import Wishes, wishes
from bot.painters.procedural.tints import Area
from bot.painters.procedural.traits import (
    Backdrop,
    Companion,
    Eyes,
    Feeling,
    Hold,
    Mouth,
    Pose,
    Species,
    Stance,
    Traits,
    Weapon,
)
from bot.stickers.design import Attribute, Design

Item = TypeVar("Item")


def cast(design: Design) -> Traits:
    """Choose everything. What the words wish is granted; attribute, rarity and seed choose the rest."""
    wish, attribute = wishes(design), design.attribute
    # One generator, asked in one fixed order: the same design is the same figure.
    dice = random.Random(design.seed())  # noqa: S311 - it draws, it guards nothing
    splendour = SPLENDOUR[design.rarity]
    jitter = tuple(dice.uniform(-1, 1) for _ in range(16))
    hat = wish.hat
    species = wish.species or _species(attribute, wish, dice)
    element = wish.element or dice.choice(ELEMENTS[attribute])
    hat = hat or _hat(species, splendour, wish, dice)
    costume = wish.costume or _costume(attribute, species, hat, dice)
    weapon = wish.weapon or _weapon(wish, dice)
    fierce = _fierce(attribute, hat, wish, dice)
    eyes, mouth = _face(attribute, wish, fierce=fierce, dice=dice)
    return Traits(
        attribute=attribute,
        species=species,
        element=element,
        weapon=weapon,
        hat=hat,
        wings=wish.wings or _wings(attribute, splendour, dice),
        cape=wish.cape or _cape(hat, splendour, dice, asked=Area.CAPE in wish.areas),
        hair=wish.hair or _hair(species, dice, asked=Area.HAIR in wish.areas),
        eyes=eyes,
        mouth=mouth,
        feeling=wish.feeling,
        worn=wish.worn or _worn(wish, dice),
        costume=costume,
        pose=wish.pose or dice.choice(tuple(Pose)),
        stance=wish.stance or _stance(attribute, weapon, dice),
        hold=_hold(weapon, dice),
        companion=wish.companion or _perhaps(dice, (0.08, 0.14, 0.22)[splendour], tuple(Companion)),
        backdrop=_perhaps(dice, (0.3, 0.6, 1.0)[splendour], tuple(Backdrop)),
        splendour=splendour,
        halo=attribute in (Attribute.HOLY, Attribute.ANGEL),
        horns=_horned(attribute, species, hat, dice),
        fangs=attribute.is_dark or species in (Species.ONI, Species.DRAGON),
        fierce=fierce,
        mirrored=dice.random() < 0.5,
        tilt=dice.uniform(-5, 5),
        nod=dice.uniform(-7, 7),
        head=dice.uniform(0.93, 1.05),
        colours=choose_colours(attribute, species, element, wish, dice),
        jitter=jitter,
    )


def _perhaps(dice: random.Random, chance: float, choices: Sequence[Item]) -> Item | None:
    """One of the choices, or with the rest of the chance none. Asks the dice twice either way."""
    roll, item = dice.random(), dice.choice(choices)
    return item if roll < chance else None


def _species(attribute: Attribute, wish: Wishes, dice: random.Random) -> Species:
    """Nobody asked: mostly humans, nearly always under a hat that names a calling."""
    roll = dice.random() + (0.2 if wish.hat or wish.hair or Area.HAIR in wish.areas else 0.0)
    if attribute in (Attribute.DEVIL, Attribute.DESTROYER) and roll < 0.2:
        return dice.choice((Species.ONI, Species.DRAGON, Species.SKELETON))
    return dice.choice(BEASTS) if roll < 0.3 else Species.HUMAN


def _hat(species: Species, splendour: int, wish: Wishes, dice: random.Random) -> Hat | None:
    """Nobody asked: the most splendid are often crowned, some others wear something light."""
    roll, crown, casual = (
        dice.random(),
        dice.choice((Hat.CROWN, Hat.CROWN, Hat.TIARA)),
        dice.choice(CASUAL_HATS),
    )
    if Area.HAT in wish.areas:
        return casual
    if wish.hair or Area.HAIR in wish.areas:
        return None
    if splendour == 2 and roll < 0.5:
        return crown
    if HEADS[species].crowned and casual is Hat.CAT_EARS:  # who has ears of its own needs no others
        return None
    return casual if roll > 0.72 and species not in (Species.ROBOT, Species.PUDDING) else None


def _costume(attribute: Attribute, species: Species, hat: Hat | None, dice: random.Random) -> Costume:
    usual = dice.choice(CUSTOM[attribute])
    if species in BODIES and species is not Species.MERMAID:
        return Costume.SHEET
    if species is Species.ROBOT:
        return Costume.MECHA
    return DRESSED.get(hat, usual) if hat else usual


def _weapon(wish: Wishes, dice: random.Random) -> Weapon | None:
    """Nobody asked: an arm, or anything else that can be held; folded arms hold nothing."""
    roll, arm, thing = dice.random(), dice.choice(ARMS), dice.choice(tuple(Weapon))
    if wish.stance is Stance.CROSSED:
        return None
    return arm if roll < 0.4 else thing if roll < 0.85 else None


def _wings(attribute: Attribute, splendour: int, dice: random.Random) -> Wings | None:
    """Feathers for the bright side, leather for the dark; the more splendid, the likelier."""
    given, strange = dice.random() < (0.25, 0.55, 1.0)[splendour], dice.random()
    if attribute is Attribute.ANGEL:
        return Wings.FEATHER if strange < 0.8 else Wings.FAIRY
    if not given or (attribute is Attribute.GUARDIAN and splendour < 2):
        return None
    if attribute in (Attribute.HOLY, Attribute.GUARDIAN):
        return _by(
            strange, (0.6, Wings.FEATHER), (0.75, Wings.FLAME), (0.9, Wings.MECHANICAL), (1, Wings.BUTTERFLY)
        )
    return _by(
        strange,
        (0.4, Wings.BAT),
        (0.65, Wings.DRAGON),
        (0.8, Wings.FLAME),
        (0.9, Wings.BUTTERFLY),
        (1, Wings.MECHANICAL),
    )


def _by(roll: float, *steps: tuple[float, Item]) -> Item:
    """The item of the first step that the roll does not pass."""
    return next(item for limit, item in steps if roll <= limit)


def _cape(hat: Hat | None, splendour: int, dice: random.Random, *, asked: bool) -> Cape | None:
    roll = dice.random()
    if not asked and hat not in (Hat.CROWN, Hat.TIARA) and dice.random() >= (0.25, 0.5, 1.0)[splendour]:
        return None
    if splendour == 2:
        return _by(roll, (0.35, Cape.PLAIN), (0.85, Cape.PATTERNED), (1, Cape.SCARF))
    return _by(roll, (0.5, Cape.PLAIN), (0.7, Cape.TATTERED), (1, Cape.SCARF))


def _hair(species: Species, dice: random.Random, *, asked: bool) -> Hair | None:
    """People have hair, beasts only if its colour was asked for."""
    style = dice.choice(tuple(Hair))
    return style if asked or HEADS[species].hairy else None


def _worn(wish: Wishes, dice: random.Random) -> Worn | None:
    """Nobody asked: now and then something small, but nothing that hides a mood."""
    item = _perhaps(dice, 0.1, (Worn.GLASSES, Worn.PLASTER, Worn.EYEPATCH, Worn.SUNGLASSES, Worn.MOUSTACHE))
    return None if wish.feeling or wish.eyes or Area.EYES in wish.areas else item


def _stance(attribute: Attribute, weapon: Weapon | None, dice: random.Random) -> Stance:
    shield = attribute is Attribute.GUARDIAN and dice.random() < 0.5
    free = [
        stance
        for stance in Stance
        if stance is not Stance.SHIELD and (stance is not Stance.CROSSED or not weapon)
    ]
    choice = dice.choice(free)
    return Stance.SHIELD if shield else choice


def _hold(weapon: Weapon | None, dice: random.Random) -> Hold:
    """What is bulky is held away from the head, which would hide it."""
    hold = dice.choice(tuple(Hold))
    return Hold.OUT if weapon in BULKY else hold


def _horned(attribute: Attribute, species: Species, hat: Hat | None, dice: random.Random) -> bool:
    """Horns only where no hat and no ears cover their place."""
    room = (hat is None or hat.leaves_horns) and not HEADS[species].topped
    born = species in (Species.ONI, Species.DRAGON)
    return room and (born or (attribute.is_dark and dice.random() < 0.6))


def _fierce(attribute: Attribute, hat: Hat | None, wish: Wishes, dice: random.Random) -> bool:
    roll = dice.random()
    if wish.feeling:
        return wish.feeling is Feeling.ANGER
    return wish.eyes is Eyes.SHARP or attribute.is_dark or hat in (Hat.KNIGHT, Hat.SAMURAI) or roll < 0.3


def _face(attribute: Attribute, wish: Wishes, *, fierce: bool, dice: random.Random) -> tuple[Eyes, Mouth]:
    """Eyes and mouth: the feeling's, or such as suit the attribute."""
    if wish.feeling:
        eyes, mouths = MOODS[wish.feeling]
        return dice.choice(eyes), dice.choice(mouths)
    if attribute.is_dark:
        mouths = (Mouth.GRIN, Mouth.OPEN, Mouth.SMIRK, Mouth.TONGUE, Mouth.TEETH, Mouth.CAT, Mouth.LAUGH)
    else:
        mouths = (Mouth.OPEN, Mouth.GRIN, Mouth.SMIRK, Mouth.TONGUE, Mouth.SMALL, Mouth.LAUGH, Mouth.CAT)
    mouth = dice.choice(mouths)
    if fierce:
        eyes = (Eyes.SHARP, Eyes.SHARP, Eyes.SHARP, Eyes.ROUND, Eyes.WINK, Eyes.SLEEPY)
    else:
        eyes = (Eyes.ROUND, Eyes.ROUND, Eyes.STARRY, Eyes.STARRY, Eyes.SMILING, Eyes.WINK, Eyes.DOTS)
    choice = dice.choice(eyes)
    return wish.eyes or choice, mouth
