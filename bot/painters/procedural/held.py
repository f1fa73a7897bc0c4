"""Weapons and shields. A weapon is drawn upright with its grip at (0, 0), where the hand closes."""

from collections.abc import Callable, Mapping

from bot.drawing.colours import Colour, mix, tone
from bot.drawing.raster import Sheet
from bot.drawing.shapes import circle, ellipse
from bot.painters.procedural.emblems import draw_emblem, draw_gem, emblem_colour
from bot.painters.procedural.traits import Traits, Weapon

Part = Callable[[Sheet, Traits], None]

WOOD: Colour = "#8a5a2c"
DARK_WOOD: Colour = "#6f3a22"
STEEL_SHADE: Colour = "#93a3c4"


def draw_weapon(pen: Sheet, look: Traits) -> None:
    """The weapon, if any, at the origin."""
    if look.weapon:
        WEAPONS[look.weapon](pen, look)


def _draw_sword(pen: Sheet, look: Traits) -> None:
    tint = mix(look.colours.bright, "#ffffff", 0.55) if look.splendour else look.colours.metal
    blade = "M-34 -64 L-42 -350 L0 -446 L42 -350 L34 -64 Z"
    pen.cel(
        blade,
        tint,
        shade=(0, 0),
        inside=[("M0 -470 L60 -350 L40 -50 L0 -50 Z", tone(tint, light=0.78))],
        line=10,
    )
    pen.stroke("M0 -392 L0 -96", 6, tone(tint, light=0.55))
    guard = "M-108 -84 Q-116 -34 -82 -30 L82 -30 Q116 -34 108 -84 Q60 -56 0 -56 Q-60 -56 -108 -84 Z"
    _draw_grip(pen, -30, 92)
    pen.cel(guard, look.colours.trim, shade=(6, 10))
    pen.cel(circle(0, 112, 30), look.colours.bright, shade=(8, 8), line=8)
    draw_gem(pen, (0, -50), 26, look.colours.deep)


def _draw_grip(pen: Sheet, top: float, bottom: float) -> None:
    pen.cel(f"M-18 {top} L-18 {bottom} L18 {bottom} L18 {top} Z", DARK_WOOD, shade=(10, 0), line=8)


def _draw_pole(pen: Sheet, top: float, bottom: float, wood: Colour) -> None:
    pen.cel(f"M-15 {top} L-15 {bottom} L15 {bottom} L15 {top} Z", wood, shade=(9, 0), line=9)


def _draw_staff(pen: Sheet, look: Traits) -> None:
    _draw_pole(pen, -300, 236, WOOD)
    hook = (
        "M0 -256 C-122 -280 -122 -430 -34 -452 C-76 -404 -62 -344 0 -340 C62 -344 76 -404 34 -452 "
        "C122 -430 122 -280 0 -256 Z"
    )
    pen.cel(hook, look.colours.trim, shade=(12, 10))
    pen.cel("M-26 -262 L26 -262 L22 -226 L-22 -226 Z", look.colours.trim, shade=(8, 4), line=8)
    if look.splendour == 2:
        draw_emblem(pen, look.element, (0, -404), 128, emblem_colour(look))
    else:
        draw_gem(pen, (0, -400), 52, look.colours.bright)


def _draw_spear(pen: Sheet, look: Traits) -> None:
    _draw_pole(pen, -300, 250, DARK_WOOD)
    head = "M-18 -290 L-70 -346 Q-32 -352 -30 -386 L0 -476 L30 -386 Q32 -352 70 -346 L18 -290 Z"
    half = ("M0 -490 L34 -386 Q36 -352 80 -346 L18 -280 L0 -280 Z", tone(look.colours.metal, light=0.78))
    pen.cel(head, look.colours.metal, shade=(0, 0), inside=[half], line=10)
    pen.cel("M-42 -304 L42 -304 L34 -258 L-34 -258 Z", look.colours.trim, shade=(8, 6), line=8)
    pen.cel("M-30 -258 Q-60 -190 -40 -140 Q-16 -180 0 -258 Z", look.colours.deep, shade=(6, 0), line=8)
    pen.cel("M30 -258 Q56 -200 36 -160 Q12 -190 0 -258 Z", look.colours.deep, shade=(6, 0), line=8)


def _draw_hammer(pen: Sheet, look: Traits) -> None:
    _draw_pole(pen, -300, 210, DARK_WOOD)
    block = "M-136 -410 Q-148 -335 -136 -256 L136 -256 Q148 -335 136 -410 Z"
    pen.cel(block, look.colours.metal, shade=(0, 30), dark=STEEL_SHADE, line=11)
    pen.cel("M-68 -418 L-68 -248 L68 -248 L68 -418 Z", look.colours.deep, shade=(10, 18), line=9)
    draw_emblem(pen, look.element, (0, -334), 92, emblem_colour(look))
    if look.splendour == 2:
        for x in (-104, 104):
            draw_gem(pen, (x, -334), 20, look.colours.bright)


def _draw_axe(pen: Sheet, look: Traits) -> None:
    _draw_pole(pen, -390, 210, DARK_WOOD)
    blade = "M-14 -372 Q-90 -392 -128 -452 Q-200 -320 -128 -188 Q-90 -250 -14 -262 Z"
    edge = [("M-128 -462 Q-210 -320 -128 -178 Q-160 -320 -128 -462 Z", "#ffffff")]
    pen.cel(blade, look.colours.metal, shade=(10, 16), dark=STEEL_SHADE, inside=edge, line=10)
    if look.splendour:
        with pen.mirrored(0):
            pen.cel(blade, look.colours.metal, shade=(10, 16), dark=STEEL_SHADE, inside=edge, line=10)
    pen.cel("M-34 -388 L34 -388 L34 -246 L-34 -246 Z", look.colours.trim, shade=(10, 8))
    draw_gem(pen, (0, -317), 26, look.colours.deep)


def _draw_bow(pen: Sheet, look: Traits) -> None:
    pen.stroke("M24 -280 L24 280", 13)
    pen.stroke("M24 -280 L24 280", 5, "#ffffff")
    wood = (
        "M30 -300 C-96 -210 -40 -80 -22 0 C-40 80 -96 210 30 300 C-30 190 4 90 22 0 C4 -90 -30 -190 30 -300 Z"
    )
    pen.cel(wood, look.colours.deep, shade=(10, 6))
    pen.cel("M-26 -46 L24 -46 L24 46 L-26 46 Z", look.colours.trim, shade=(8, 4), line=8)
    for y in (-292, 292):
        pen.cel(circle(28, y, 18), look.colours.trim, shade=(4, 4), line=7)
    # The arrow lies across the grip and points away from the body.
    pen.cel("M-170 -9 L130 -9 L130 9 L-170 9 Z", WOOD, shade=(0, 6), line=7)
    pen.cel("M-232 0 L-158 -36 L-174 0 L-158 36 Z", look.colours.metal, shade=(4, 10), line=8)
    pen.cel(
        "M92 -9 L118 -40 L164 -40 L140 0 L164 40 L118 40 L92 9 Z", look.colours.bright, shade=(4, 8), line=8
    )


def _draw_guitar(pen: Sheet, look: Traits) -> None:
    _draw_pole(pen, -330, 70, "#3b2416")
    pen.cel("M-40 -404 L42 -436 L30 -320 L-28 -320 Z", look.colours.bright, shade=(8, 6), line=9)
    body = "M-14 24 C-110 -50 -150 10 -92 96 C-150 130 -130 262 0 256 C130 262 150 130 92 96 C150 10 110 -50 14 24 Z"
    pen.cel(
        body,
        look.colours.deep,
        shade=(18, 14),
        line=11,
        inside=[(ellipse(-66, 60, 24, 36), tone(look.colours.deep, light=1.35))],
    )
    pen.cel(circle(0, 128, 30), "#2b1a12", shade=(0, 0), line=7)
    pen.cel("M-50 196 L50 196 L50 220 L-50 220 Z", look.colours.trim, shade=(4, 6), line=7)
    pen.stroke("M-7 -330 L-7 200 M7 -330 L7 200", 3.5, "#fff6e0")


WEAPONS: Mapping[Weapon, Part] = {
    Weapon.SWORD: _draw_sword,
    Weapon.STAFF: _draw_staff,
    Weapon.SPEAR: _draw_spear,
    Weapon.HAMMER: _draw_hammer,
    Weapon.AXE: _draw_axe,
    Weapon.BOW: _draw_bow,
    Weapon.GUITAR: _draw_guitar,
}


def draw_shield(pen: Sheet, look: Traits) -> None:
    """A heater shield with its middle at (0, 0)."""
    pen.cel(
        "M-104 -134 Q0 -100 104 -134 Q124 42 0 158 Q-124 42 -104 -134 Z",
        look.colours.trim,
        shade=(14, 14),
        line=11,
    )
    field = "M-72 -94 Q0 -72 72 -94 Q84 28 0 106 Q-84 28 -72 -94 Z"
    stripe = [("M0 -120 L110 -120 L110 140 L0 140 Z", tone(look.colours.deep, light=0.8))]
    pen.cel(field, look.colours.deep, shade=(0, 0), line=8, inside=stripe)
    draw_emblem(pen, look.element, (0, -8), 104, emblem_colour(look), line=8)
    if look.splendour == 2:
        for x, y in ((-84, -112), (84, -112), (0, 130)):
            draw_gem(pen, (x, y), 19, look.colours.bright)
