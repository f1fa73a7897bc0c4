"""Weapons, drawn upright with the grip at (0, 0), where the hand closes."""

from bot.drawing.colours import Colour, mix, tone
from bot.drawing.raster import Sheet
from bot.drawing.shapes import circle, ellipse
from bot.painters.procedural.emblems import draw_emblem, draw_gem, emblem_colour
from bot.painters.procedural.traits import Traits

WOOD: Colour = "#8a5a2c"
DARK_WOOD: Colour = "#6f3a22"
STEEL_SHADE: Colour = "#93a3c4"


def draw_sword(pen: Sheet, look: Traits) -> None:
    """A broad blade; the more splendid shine in the element."""
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
    draw_grip(pen, -30, 92)
    pen.cel(guard, look.colours.trim, shade=(6, 10))
    pen.cel(circle(0, 112, 30), look.colours.bright, shade=(8, 8), line=8)
    draw_gem(pen, (0, -50), 26, look.colours.deep)


def draw_grip(pen: Sheet, top: float, bottom: float) -> None:
    """A leather-bound handle."""
    pen.cel(f"M-18 {top} L-18 {bottom} L18 {bottom} L18 {top} Z", DARK_WOOD, shade=(10, 0), line=8)


def draw_pole(pen: Sheet, top: float, bottom: float, wood: Colour) -> None:
    """A round stick."""
    pen.cel(f"M-15 {top} L-15 {bottom} L15 {bottom} L15 {top} Z", wood, shade=(9, 0), line=9)


def draw_staff(pen: Sheet, look: Traits) -> None:
    """A stone in a golden hook; the most splendid hold the emblem."""
    draw_pole(pen, -300, 236, WOOD)
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


def draw_spear(pen: Sheet, look: Traits) -> None:
    """A leaf-shaped head with a tassel."""
    draw_pole(pen, -300, 250, DARK_WOOD)
    head = "M-18 -290 L-70 -346 Q-32 -352 -30 -386 L0 -476 L30 -386 Q32 -352 70 -346 L18 -290 Z"
    half = ("M0 -490 L34 -386 Q36 -352 80 -346 L18 -280 L0 -280 Z", tone(look.colours.metal, light=0.78))
    pen.cel(head, look.colours.metal, shade=(0, 0), inside=[half], line=10)
    pen.cel("M-42 -304 L42 -304 L34 -258 L-34 -258 Z", look.colours.trim, shade=(8, 6), line=8)
    pen.cel("M-30 -258 Q-60 -190 -40 -140 Q-16 -180 0 -258 Z", look.colours.deep, shade=(6, 0), line=8)
    pen.cel("M30 -258 Q56 -200 36 -160 Q12 -190 0 -258 Z", look.colours.deep, shade=(6, 0), line=8)


def draw_hammer(pen: Sheet, look: Traits) -> None:
    """A block of metal on a pole."""
    draw_pole(pen, -300, 210, DARK_WOOD)
    block = "M-136 -410 Q-148 -335 -136 -256 L136 -256 Q148 -335 136 -410 Z"
    pen.cel(block, look.colours.metal, shade=(0, 30), dark=STEEL_SHADE, line=11)
    pen.cel("M-68 -418 L-68 -248 L68 -248 L68 -418 Z", look.colours.deep, shade=(10, 18), line=9)
    draw_emblem(pen, look.element, (0, -334), 92, emblem_colour(look))
    if look.splendour == 2:
        for x in (-104, 104):
            draw_gem(pen, (x, -334), 20, look.colours.bright)


def draw_axe(pen: Sheet, look: Traits) -> None:
    """One blade; two on the splendid."""
    draw_pole(pen, -390, 210, DARK_WOOD)
    blade = "M-14 -372 Q-90 -392 -128 -452 Q-200 -320 -128 -188 Q-90 -250 -14 -262 Z"
    edge = [("M-128 -462 Q-210 -320 -128 -178 Q-160 -320 -128 -462 Z", "#ffffff")]
    pen.cel(blade, look.colours.metal, shade=(10, 16), dark=STEEL_SHADE, inside=edge, line=10)
    if look.splendour:
        with pen.mirrored(0):
            pen.cel(blade, look.colours.metal, shade=(10, 16), dark=STEEL_SHADE, inside=edge, line=10)
    pen.cel("M-34 -388 L34 -388 L34 -246 L-34 -246 Z", look.colours.trim, shade=(10, 8))
    draw_gem(pen, (0, -317), 26, look.colours.deep)


def draw_bow(pen: Sheet, look: Traits) -> None:
    """A bow with an arrow across."""
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


def draw_trident(pen: Sheet, look: Traits) -> None:
    """Three barbed points of gold."""
    draw_pole(pen, -300, 250, look.colours.deep)
    fork = (
        "M-16 -280 L-16 -330 Q-70 -336 -84 -390 L-104 -386 L-84 -480 L-44 -410 L-62 -402 Q-56 -372 -18 -366 "
        "L-18 -420 L-40 -424 L0 -510 L40 -424 L18 -420 L18 -366 Q56 -372 62 -402 L44 -410 L84 -480 L104 "
        "-386 L84 -390 Q70 -336 16 -330 L16 -280 Z"
    )
    pen.cel(fork, "#ffd24a", shade=(10, 10), line=10)
    draw_gem(pen, (0, -300), 26, look.colours.bright)


def draw_scythe(pen: Sheet, look: Traits) -> None:
    """A reaper's: the blade curves over the pole toward the body."""
    draw_pole(pen, -400, 240, DARK_WOOD)
    blade = "M-30 -350 C40 -470 190 -470 280 -330 C190 -390 90 -380 20 -316 Z"
    edge = [("M20 -300 C90 -376 190 -386 300 -320 L280 -340 C190 -404 90 -400 0 -320 Z", "#ffffff")]
    pen.cel(blade, look.colours.metal, shade=(6, 12), dark=STEEL_SHADE, inside=edge, line=10)
    pen.cel("M-32 -372 L32 -372 L28 -300 L-28 -300 Z", look.colours.deep, shade=(8, 8))
    draw_gem(pen, (0, -336), 20, look.colours.bright)


def draw_shuriken(pen: Sheet, look: Traits) -> None:
    """A large throwing star above the hand."""
    with pen.placed((-40, -186), turn=12):
        blade = "M0 -40 Q30 -120 0 -190 Q-70 -120 -40 -40 Z"
        for turn in (0, 90, 180, 270):
            with pen.placed((0, 0), turn=turn):
                pen.cel(blade, look.colours.metal, shade=(8, 10), dark=STEEL_SHADE, line=9)
        pen.cel(circle(0, 0, 54), look.colours.metal, shade=(8, 8), dark=STEEL_SHADE, line=9)
        pen.cel(circle(0, 0, 22), look.colours.deep, shade=(4, 4), line=8)


def draw_anchor(pen: Sheet, look: Traits) -> None:
    """A ship's, held by its shank."""
    iron = mix(look.colours.metal, "#4a5a80", 0.45)
    pen.stroke(circle(0, 96, 34), 36)
    pen.stroke(circle(0, 96, 34), 18, iron)
    anchor = (
        "M-17 70 L-17 -230 C-70 -226 -110 -200 -130 -160 L-100 -150 L-176 -90 L-206 -190 L-172 -180 C-140 "
        "-250 -70 -290 0 -296 C70 -290 140 -250 172 -180 L206 -190 L176 -90 L100 -150 L130 -160 C110 -200 "
        "70 -226 17 -230 L17 70 Z"
    )
    pen.cel(anchor, iron, shade=(10, 12), line=10)
    pen.cel("M-96 14 L96 14 L96 46 L-96 46 Z", look.colours.trim, shade=(6, 8))


def draw_blaster(pen: Sheet, look: Traits) -> None:
    """A toy that shoots water or light, pointing away from the body."""
    with pen.placed(turn=10):
        _draw_blaster(pen, look)


def _draw_blaster(pen: Sheet, look: Traits) -> None:
    pen.cel("M-20 -10 L40 -10 L54 96 L-4 96 Z", look.colours.deep, shade=(8, 6))
    body = "M-190 -104 L60 -110 Q110 -100 108 -50 Q100 0 50 4 L-60 4 L-90 -30 L-190 -34 Z"
    pen.cel(body, look.colours.bright, shade=(10, 16), line=10)
    pen.cel("M-236 -96 L-184 -106 L-184 -30 L-236 -42 Z", look.colours.trim, shade=(6, 8))
    pen.cel("M-60 -104 C-60 -190 60 -190 60 -106 Z", "#c8f2ff", shade=(10, 8), line=9)
    pen.fill(ellipse(-24, -140, 12, 18), "#ffffff")
    draw_emblem(pen, look.element, (0, -54), 60, emblem_colour(look))
    for x, y, r in ((-276, -92, 18), (-318, -60, 13), (-280, -40, 10)):
        pen.cel(circle(x, y, r), look.colours.glint, shade=(4, 4), line=7)
