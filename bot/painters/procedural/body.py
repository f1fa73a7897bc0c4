"""Legs, trunk and arms as the pose has them."""

from collections.abc import Mapping

from bot.drawing.colours import Colour, luma, mix, shadow, tone
from bot.drawing.raster import Sheet
from bot.drawing.shapes import band, ellipse
from bot.painters.procedural.attire import Costume
from bot.painters.procedural.bodies import BODIES
from bot.painters.procedural.costumes import draw_costume
from bot.painters.procedural.costumes.parts import TRUNK
from bot.painters.procedural.costumes.shoulders import sleeve_colour, sleeve_is_wide
from bot.painters.procedural.hands import (
    draw_fist,
    draw_open_hand,
    draw_pointing_hand,
    draw_victory_hand,
    hand_colour,
)
from bot.painters.procedural.held import draw_shield, draw_weapon
from bot.painters.procedural.poses import FIRST_ARM, FOLDED_ARM, FREE_ARM, LEAN, LEGS, Joints, Leg, Point
from bot.painters.procedural.traits import Species, Stance, Traits, Weapon

_WEBBED = (Species.BIRD, Species.PENGUIN, Species.OWL)
_BAREFOOT = (Costume.TOGA, Costume.GI, Costume.KIMONO)
_KEPT_UPRIGHT = (
    Weapon.CUP,
    Weapon.BOWL,
    Weapon.PIZZA,
    Weapon.LAPTOP,
    Weapon.BEER,
    Weapon.BALL,
    Weapon.DRUM,
    Weapon.BALLOON,
    Weapon.LANTERN,
    Weapon.PARASOL,
    Weapon.PAD,
    Weapon.BOOK,
    Weapon.BLASTER,
)
_LEATHER: Mapping[Costume, Colour] = {
    Costume.COAT: "#3a3040",
    Costume.SPIKED: "#4a3a34",
    Costume.SUIT: "#33303c",
    Costume.SAILOR: "#5a3a2a",
    Costume.OVERALLS: "#b8643a",
    Costume.APRON: "#5a3a2a",
    Costume.SPACESUIT: "#e4e9f4",
}
_SOLE = "M-60 -34 C-60 -74 -30 -86 0 -86 C30 -86 60 -74 60 -34 C60 20 50 40 0 40 C-50 40 -60 20 -60 -34 Z"


def draw_body(pen: Sheet, look: Traits) -> None:
    """Legs, or what is there instead; trunk and costume; and the feet of who sits."""
    legs = LEGS[look.pose]
    own = BODIES.get(look.species)
    # A mermaid's tail is worn over the skirt, which would hide it.
    worn_over = look.species is Species.MERMAID
    if own and not worn_over:
        own(pen, look)
    elif not own and not legs.seated:
        if legs.airborne:
            _draw_dust(pen, look)
        with pen.mirrored(500):
            _draw_leg(pen, look, legs.left)
        _draw_leg(pen, look, legs.right)
    if look.costume is not Costume.SHEET:
        pen.cel(TRUNK, look.colours.cloth, shade=(26, 6), line=10)
    draw_costume(pen, look)
    if own and worn_over:
        own(pen, look)
    if legs.seated and not own:
        _draw_soles(pen, look)


def draw_free_arm(pen: Sheet, look: Traits) -> None:
    """The arm without the weapon, the shield on it if there is one."""
    joints = FREE_ARM[look.stance]
    if look.stance is Stance.CROSSED and look.weapon is None:
        _draw_arm(pen, look, FOLDED_ARM)
        draw_fist(pen, look, FOLDED_ARM[2], turn=80)
    _draw_arm(pen, look, joints)
    x, y = joints[2]
    match look.stance:
        case Stance.SHIELD:
            with pen.placed((x + 26, y), turn=4):
                draw_shield(pen, look)
        case Stance.HIP | Stance.FIST | Stance.CROSSED:
            draw_fist(pen, look, (x, y), turn=30)
        case Stance.SKYWARD:
            draw_pointing_hand(pen, look, (x, y), turn=12)
        case Stance.VICTORY:
            draw_victory_hand(pen, look, (x, y), turn=10)
        case Stance.POINT:
            draw_pointing_hand(pen, look, (x, y), turn=82)
        case Stance.CHEER | Stance.CHEEK:
            draw_open_hand(pen, look, (x, y), turn=20 if look.stance is Stance.CHEER else -26)


def draw_first_arm(pen: Sheet, look: Traits) -> None:
    """The arm, what it holds, and the fingers closed over the grip."""
    if look.stance is Stance.CROSSED and look.weapon is None:
        return
    joints = FIRST_ARM[look.hold]
    _draw_arm(pen, look, joints)
    if look.weapon is None:
        draw_open_hand(pen, look, joints[2], turn=-20)
        return
    lean = LEAN[look.hold] * (0.25 if look.weapon in _KEPT_UPRIGHT else 1.0)
    with pen.placed(joints[2], turn=lean):
        draw_weapon(pen, look)
    draw_fist(pen, look, joints[2], turn=-10)


def _draw_leg(pen: Sheet, look: Traits, leg: Leg) -> None:
    """Trousers, then boot, paw or claw at the ankle."""
    hip, knee, ankle = leg.joints
    if look.species in _WEBBED:
        pen.cel(band(hip, knee, ankle, 56, 50), "#ffb01f", shade=(10, 0))
        with pen.placed(ankle, turn=leg.turn):
            pen.cel("M-40 34 Q40 4 112 48 L80 60 L102 80 L32 72 L-48 80 Z", "#ffb01f", shade=(4, 10))
        return
    pen.cel(band(hip, knee, ankle, 104, 92), _trouser_colour(look), shade=(14, 0))
    with pen.placed(ankle, turn=leg.turn):
        if _is_barefoot(look):
            _draw_paw(pen, look)
        else:
            _draw_boot(pen, look)


def _draw_boot(pen: Sheet, look: Traits) -> None:
    """About the ankle, toes to the right."""
    leather = _leather(look)
    boot = "M-56 -24 L62 -24 L66 10 C122 6 148 32 144 60 Q142 82 116 82 L-46 82 Q-68 54 -56 -24 Z"
    pen.cel(boot, leather, shade=(12, 16), line=10)
    pen.stroke("M-56 60 L140 60", 7)
    cuff = "M-66 -40 Q2 -54 72 -40 Q82 -22 72 -2 Q2 -16 -66 -2 Q-76 -22 -66 -40 Z"
    pen.cel(cuff, mix(leather, "#ffffff", 0.4))


def _draw_paw(pen: Sheet, look: Traits) -> None:
    skin = hand_colour(look)
    pen.cel(
        "M-54 -14 L54 -14 C120 0 146 34 136 62 Q128 82 100 82 L-36 82 C-72 78 -72 20 -54 -14 Z",
        skin,
        shade=(12, 14),
        line=10,
    )
    pen.stroke("M84 48 L88 76 M116 44 L118 72", 7)


def _draw_soles(pen: Sheet, look: Traits) -> None:
    """Of who sits on the ground, feet toward us."""
    for mirror in (False, True):
        with pen.mirrored(500) if mirror else pen.placed(), pen.placed((602, 872), turn=16):
            if _is_barefoot(look):
                pen.cel(_SOLE, hand_colour(look), shade=(10, 12), line=10)
                pen.fill(ellipse(0, -4, 28, 22), "#ff9db0")
                for x, y in ((-32, -46), (0, -58), (32, -46)):
                    pen.fill(ellipse(x, y, 12, 13), "#ff9db0")
            else:
                pen.cel(_SOLE, _leather(look), shade=(10, 12), line=10)
                pen.cel(ellipse(0, -24, 38, 44), tone(_leather(look), light=0.62), shade=(4, 5), line=7)


def _draw_dust(pen: Sheet, look: Traits) -> None:
    """What a leap leaves on the ground."""
    tint = mix(look.colours.bright, "#ffffff", 0.75)
    cloud = (
        "M366 1000 C318 1000 318 946 368 950 C376 910 442 906 458 938 C476 898 544 898 556 936 C574 908 630 "
        "912 634 952 C684 948 684 1000 636 1000 Z"
    )
    pen.cel(cloud, tint, dark=mix(tint, look.colours.deep, 0.35), shade=(10, 14), line=10)


def _is_barefoot(look: Traits) -> bool:
    shod = look.costume in _LEATHER or look.costume is Costume.MECHA
    return look.costume in _BAREFOOT or (not shod and look.jitter[7] > 0.55)


def _leather(look: Traits) -> Colour:
    if look.costume in (Costume.MECHA, Costume.HERO):
        return look.colours.deep
    return _LEATHER.get(look.costume, look.colours.trim)


def _trouser_colour(look: Traits) -> Colour:
    match look.costume:
        case Costume.TOGA | Costume.GI | Costume.MECHA | Costume.KIMONO | Costume.DRESS | Costume.SAILOR:
            return hand_colour(look)
        case Costume.SPACESUIT:
            return "#f4f6fc"
        case Costume.SUIT | Costume.OVERALLS | Costume.HERO:
            return look.colours.cloth
        case _:
            return "#e3e0ee" if luma(look.colours.cloth) > 0.93 else shadow(look.colours.cloth)


def _draw_arm(pen: Sheet, look: Traits, joints: Joints) -> None:
    """Forearm, then a sleeve over its upper part."""
    shoulder, elbow, hand = joints
    thin = look.species in (Species.SKELETON, Species.SNOWMAN)
    arm = "#8a5a2c" if look.species is Species.SNOWMAN else hand_colour(look)
    pen.cel(band(shoulder, elbow, hand, 46 if thin else 84, 36 if thin else 66), arm, shade=(8, 12))
    if look.costume is Costume.SHEET:
        return
    # Where the sleeve ends on the arm's curve, and the curve's control point for that part (de Casteljau).
    wide = sleeve_is_wide(look) and look.stance is not Stance.CROSSED
    t = 0.86 if wide or look.stance is Stance.CROSSED else 0.6
    bend = _between(shoulder, elbow, t)
    cuff = _between(bend, _between(elbow, hand, t), t)
    sleeve, end = sleeve_colour(look), 128 if wide else 96
    pen.cel(band(shoulder, bend, cuff, 92, end), sleeve, shade=(8, 14))
    rim = _between(cuff, bend, 0.22)
    pen.cel(
        band(rim, _between(rim, cuff, 0.5), cuff, end - 2, end + 10), look.colours.trim, shade=(4, 8), line=8
    )


def _between(start: Point, end: Point, t: float) -> Point:
    return start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t
