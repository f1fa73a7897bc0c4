"""Legs, trunk, arms and hands, and how they stand."""

from collections.abc import Mapping

from bot.drawing.colours import Colour, mix, shadow, tone
from bot.drawing.raster import Sheet
from bot.drawing.shapes import band, ellipse
from bot.painters.procedural.costumes import TRUNK, draw_costume, sleeve_colour, sleeve_is_wide
from bot.painters.procedural.held import draw_shield, draw_weapon
from bot.painters.procedural.traits import Costume, Species, Stance, Traits

Point = tuple[float, float]
Joints = tuple[Point, Point, Point]
"""Shoulder, elbow, hand."""

FREE_ARM: Mapping[Stance, Joints] = {
    Stance.SHIELD: ((590, 612), (680, 630), (726, 690)),
    Stance.HIP: ((590, 612), (740, 640), (652, 728)),
    Stance.CHEER: ((590, 616), (730, 690), (800, 560)),
    Stance.POINT: ((590, 612), (690, 680), (792, 660)),
}
_LOW: Joints = ((410, 612), (320, 630), (262, 672))
_HIGH: Joints = ((410, 616), (270, 690), (206, 556))


def draw_body(pen: Sheet, look: Traits) -> None:
    """Legs and trunk in costume; a ghost has a sheet for both."""
    if look.costume is Costume.SHEET:
        _draw_sheet(pen, look)
        return
    for mirror in (False, True):
        with pen.mirrored(500) if mirror else pen.placed():
            _draw_leg(pen, look)
    pen.cel(TRUNK, look.colours.cloth, shade=(26, 6), line=10)
    draw_costume(pen, look)


def draw_free_arm(pen: Sheet, look: Traits) -> None:
    """The arm without the weapon, the shield on it if there is one."""
    joints = FREE_ARM[look.stance]
    _draw_arm(pen, look, joints)
    x, y = joints[2]
    if look.stance is Stance.SHIELD:
        with pen.placed((x + 26, y), turn=4):
            draw_shield(pen, look)
    elif look.stance is Stance.HIP:
        _draw_fist(pen, look, (x, y), turn=30)
    else:
        _draw_open_hand(pen, look, (x, y), turn=20 if look.stance is Stance.CHEER else 70)


def draw_weapon_arm(pen: Sheet, look: Traits) -> None:
    """The arm, the weapon in its hand, and the fingers closed over the grip."""
    joints = _HIGH if look.raised else _LOW
    _draw_arm(pen, look, joints)
    if look.weapon is None:
        _draw_open_hand(pen, look, joints[2], turn=-20)
        return
    with pen.placed(joints[2], turn=-20 if look.raised else -15):
        draw_weapon(pen, look)
    _draw_fist(pen, look, joints[2], turn=-10)


def _skin(look: Traits) -> Colour:
    match look.species:
        case Species.PANDA:
            return "#38323c"
        case Species.ROBOT:
            return look.colours.metal
        case _:
            return look.colours.skin


def _draw_leg(pen: Sheet, look: Traits) -> None:
    """The right one: trousers, boot, sole."""
    if look.species is Species.BIRD:
        pen.cel("M536 760 L536 868 L588 868 L588 760 Z", "#ffb01f", shade=(10, 0))
        pen.cel("M520 868 Q600 840 680 884 L648 896 L670 916 L600 908 L520 916 Z", "#ffb01f", shade=(4, 10))
        return
    cloth = (
        _skin(look)
        if look.costume in (Costume.TOGA, Costume.GI, Costume.MECHA)
        else shadow(look.colours.cloth)
    )
    if look.colours.cloth == "#fdfcf6" and look.costume is not Costume.TOGA:
        cloth = "#e3e0ee"
    pen.cel("M516 745 L520 850 L620 850 L618 745 Z", cloth, shade=(16, 0))
    leather = {Costume.MECHA: look.colours.deep, Costume.COAT: "#3a3040", Costume.SPIKED: "#4a3a34"}.get(
        look.costume, look.colours.trim
    )
    boot = "M512 812 L630 812 L634 846 C690 842 716 868 712 896 Q710 918 684 918 L522 918 Q500 890 512 812 Z"
    pen.cel(boot, leather, shade=(12, 16), line=10)
    pen.stroke("M512 896 L708 896", 7)
    pen.cel(
        "M502 796 Q570 782 640 796 Q650 814 640 834 Q570 820 502 834 Q492 814 502 796 Z",
        mix(leather, "#ffffff", 0.4),
    )


def _draw_sheet(pen: Sheet, look: Traits) -> None:
    """A ghost below the head: a trailing wisp."""
    robe = (
        "M382 560 C326 690 340 840 262 900 C340 926 396 880 436 908 C470 934 500 894 530 908 C580 934 612 884 650 900 "
        "C690 920 730 900 752 872 C690 850 664 690 618 560 Z"
    )
    pen.cel(robe, look.colours.skin, shade=(26, 10), dark=mix(look.colours.skin, "#8f9fe0", 0.4), line=10)
    pen.fill("M410 690 Q420 800 372 870 Q392 780 388 700 Z", "#ffffff", opacity=0.9)
    draw_costume(pen, look)


def _draw_arm(pen: Sheet, look: Traits, joints: Joints) -> None:
    """Forearm, then a sleeve over its upper part."""
    shoulder, elbow, hand = joints
    pen.cel(band(shoulder, elbow, hand, 84, 66), _skin(look), shade=(8, 12))
    if look.costume is Costume.SHEET:
        return
    # Where the sleeve ends on the arm's curve, and the curve's control point for that part (de Casteljau).
    t = 0.86 if sleeve_is_wide(look) else 0.6
    bend = _between(shoulder, elbow, t)
    cuff = _between(bend, _between(elbow, hand, t), t)
    sleeve, end = sleeve_colour(look), 128 if sleeve_is_wide(look) else 96
    pen.cel(band(shoulder, bend, cuff, 92, end), sleeve, shade=(8, 14))
    rim = _between(cuff, bend, 0.22)
    pen.cel(
        band(rim, _between(rim, cuff, 0.5), cuff, end - 2, end + 10), look.colours.trim, shade=(4, 8), line=8
    )


def _between(start: Point, end: Point, t: float) -> Point:
    return start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t


def _draw_fist(pen: Sheet, look: Traits, at: Point, turn: float) -> None:
    with pen.placed(at, turn=turn):
        pen.cel(ellipse(0, 0, 52, 49), _skin(look), shade=(10, 12), line=10)
        dark = tone(_skin(look), light=0.35)
        pen.stroke("M-40 -14 Q-8 -24 22 -10 M-44 8 Q-8 -2 24 10 M-38 28 Q-8 20 18 28", 6.5, dark)


def _draw_open_hand(pen: Sheet, look: Traits, at: Point, turn: float) -> None:
    """A mitten with a thumb: fingers up at turn 0."""
    with pen.placed(at, turn=turn):
        mitten = (
            "M-40 30 C-56 0 -50 -18 -44 -44 C-38 -66 -16 -66 -12 -46 C-8 -72 18 -72 20 -46 C28 -64 50 -56 46 -32 "
            "C46 -8 48 16 36 36 Q0 56 -40 30 Z"
        )
        pen.cel("M-34 20 Q-78 14 -76 -12 Q-66 -30 -34 -12 Z", _skin(look), shade=(6, 8))
        pen.cel(mitten, _skin(look), shade=(10, 10))
        pen.stroke("M-12 -44 L-10 -18 M20 -44 L18 -18", 6.5, tone(_skin(look), light=0.35))
