"""Tools, books and playthings, the grip at (0, 0)."""

from bot.drawing.colours import mix, tone
from bot.drawing.raster import INK, Sheet
from bot.drawing.shapes import circle, ellipse, polygon, star
from bot.painters.procedural.emblems import draw_emblem, draw_gem, emblem_colour
from bot.painters.procedural.held.weapons import DARK_WOOD, WOOD, draw_pole
from bot.painters.procedural.traits import Traits


def draw_book(pen: Sheet, look: Traits) -> None:
    """A thick volume with the emblem on its cover."""
    with pen.placed((-30, -96), turn=-6):
        pen.cel("M-110 -124 L96 -124 L112 -104 L112 140 L-96 140 Z", "#fff6e0", shade=(10, 8), line=10)
        pen.stroke("M104 -96 L104 126", 5, "#c8b890")
        pen.cel("M-128 -136 L88 -136 L88 124 L-128 124 Z", look.colours.deep, shade=(10, 12), line=11)
        pen.cel("M-128 -136 L-92 -136 L-92 124 L-128 124 Z", tone(look.colours.deep, light=0.7), line=8)
        pen.stroke("M-68 -108 L62 -108 L62 96 L-68 96 Z", 8, look.colours.trim)
        draw_emblem(pen, look.element, (-4, -8), 118, emblem_colour(look))
        if look.splendour == 2:
            for x, y in ((-68, -108), (62, -108), (62, 96), (-68, 96)):
                draw_gem(pen, (x, y), 15, look.colours.bright)


def draw_parasol(pen: Sheet, look: Traits) -> None:
    """Open overhead."""
    draw_pole(pen, -330, 120, DARK_WOOD)
    pen.stroke("M0 120 Q0 160 34 156 Q56 150 52 126", 30)
    pen.stroke("M0 120 Q0 160 34 156 Q56 150 52 126", 13, look.colours.deep)
    dome = (
        "M-240 -250 C-220 -400 -100 -460 0 -464 C100 -460 220 -400 240 -250 Q200 -290 160 -250 Q120 -290 80 "
        "-250 Q40 -290 0 -250 Q-40 -290 -80 -250 Q-120 -290 -160 -250 Q-200 -290 -240 -250 Z"
    )
    panels = [
        ("M0 -470 C-90 -400 -160 -330 -160 -250 L-80 -250 C-80 -330 -40 -400 0 -470 Z", look.colours.glint),
        ("M0 -470 C90 -400 160 -330 160 -250 L80 -250 C80 -330 40 -400 0 -470 Z", look.colours.glint),
    ]
    pen.cel(dome, look.colours.bright, shade=(14, 14), inside=panels, line=11)
    pen.cel(circle(0, -472, 18), look.colours.trim, shade=(4, 4), line=8)


def draw_lantern(pen: Sheet, look: Traits) -> None:
    """Hanging from a crook, alight."""
    draw_pole(pen, -300, 220, WOOD)
    pen.stroke("M0 -300 C0 -390 -120 -390 -120 -310", 34)
    pen.stroke("M0 -300 C0 -390 -120 -390 -120 -310", 17, WOOD)
    with pen.placed((-120, -210)):
        pen.stroke("M0 -96 L0 -76", 10)
        pen.cel(
            "M-62 -80 C-92 -30 -92 40 -62 84 L62 84 C92 40 92 -30 62 -80 Z",
            "#ffe9a0",
            dark="#ffb648",
            shade=(16, 16),
            line=10,
        )
        pen.cel(ellipse(0, 6, 34, 50), "#fffbe6", dark="#fffbe6", line=0)
        pen.stroke("M-80 -30 Q0 -10 80 -30 M-84 30 Q0 52 84 30", 6, "#d8843a")
        pen.cel("M-56 -98 L56 -98 L66 -72 L-66 -72 Z", look.colours.deep, shade=(6, 6), line=9)
        pen.cel("M-60 76 L60 76 L52 102 L-52 102 Z", look.colours.deep, shade=(6, 6), line=9)


def draw_pan(pen: Sheet, _: Traits) -> None:
    """A frying pan with an egg."""
    draw_pole(pen, -130, 100, DARK_WOOD)
    pen.cel(circle(0, -236, 128), "#4a4658", shade=(14, 14), line=11)
    pen.cel(circle(0, -236, 100), "#5e5a70", shade=(-8, -8), line=7)
    egg = (
        "M-66 -240 C-80 -290 -30 -320 6 -302 C50 -310 84 -270 68 -234 C80 -190 30 -168 0 -180 C-40 -160 -80 "
        "-190 -66 -240 Z"
    )
    pen.cel(egg, "#fffdf6", shade=(6, 8), line=8)
    pen.cel(circle(6, -242, 34), "#ffb81f", shade=(6, 6), line=7)
    pen.fill(ellipse(-6, -254, 9, 7), "#ffffff")


def draw_brush(pen: Sheet, look: Traits) -> None:
    """A brush as long as a spear, dripping colour."""
    draw_pole(pen, -250, 220, WOOD)
    pen.cel("M-30 -300 L30 -300 L22 -230 L-22 -230 Z", look.colours.metal, shade=(8, 6))
    tip = "M-34 -300 C-70 -360 -40 -420 10 -480 C30 -420 66 -370 34 -300 Z"
    paint = [("M-80 -370 Q-30 -390 0 -366 Q30 -390 80 -370 L80 -500 L-80 -500 Z", look.colours.bright)]
    pen.cel(tip, "#fff3dc", shade=(10, 4), inside=paint, line=10)
    for x, y, r, tint in (
        (-80, -400, 24, look.colours.deep),
        (-110, -330, 15, look.colours.glint),
        (84, -440, 18, look.colours.bright),
    ):
        pen.cel(circle(x, y, r), tint, shade=(5, 5), line=8)


def draw_rod(pen: Sheet, look: Traits) -> None:
    """A fishing rod with its catch."""
    pen.stroke("M-6 -20 Q-10 -300 -150 -440", 24)
    pen.stroke("M-6 -20 Q-10 -300 -150 -440", 9, WOOD)
    pen.cel("M-18 -30 L18 -30 L16 130 L-16 130 Z", DARK_WOOD, shade=(8, 0))
    pen.cel(circle(26, -40, 30), look.colours.metal, shade=(6, 6), line=8)
    pen.stroke("M-150 -440 L-172 -250", 6)
    with pen.placed((-176, -178), turn=-80):
        pen.cel("M70 0 L124 -44 L110 0 L124 44 Z", look.colours.bright, shade=(4, 8))
        pen.cel(
            "M-76 0 C-40 -60 50 -50 84 0 C50 50 -40 60 -76 0 Z", look.colours.bright, shade=(8, 12), line=10
        )
        pen.fill(circle(-34, -12, 13), "#ffffff")
        pen.fill(circle(-36, -12, 8), INK)


def draw_pad(pen: Sheet, look: Traits) -> None:
    """A game controller."""
    with pen.placed((-10, -40), turn=8):
        body = (
            "M-130 -70 C-60 -92 60 -92 130 -70 C176 -30 190 60 160 90 C126 110 96 50 70 36 L-70 36 C-96 50 "
            "-126 110 -160 90 C-190 60 -176 -30 -130 -70 Z"
        )
        pen.cel(body, look.colours.hat, shade=(10, 14), line=11)
        pen.cel(
            "M-116 -36 L-92 -36 L-92 -56 L-68 -56 L-68 -36 L-44 -36 L-44 -12 L-68 -12 L-68 8 L-92 8 L-92 -12 "
            "L-116 -12 Z",
            "#3a3448",
            shade=(3, 4),
            line=7,
        )
        for x, y, tint in (
            (80, -52, "#ffd84a"),
            (110, -24, "#ff5a5a"),
            (50, -24, "#5ac8ff"),
            (80, 4, "#6ade6a"),
        ):
            pen.cel(circle(x, y, 15), tint, shade=(3, 4), line=6)
        pen.stroke("M-16 -30 L16 -30", 13)


def draw_ball(pen: Sheet, _: Traits) -> None:
    """A football on the open palm."""
    with pen.placed((-14, -110)):
        pen.cel(circle(0, 0, 104), "#fffdf6", shade=(16, 16), line=11)
        pen.flat(star(0, 0, 40, 33), "#33303c", line=6)
        for k in range(5):
            with pen.placed((0, 0), turn=k * 72):
                pen.stroke("M0 -38 L0 -66", 7)
                pen.fill(polygon([(-26, -98), (0, -66), (26, -98), (0, -103)]), "#33303c")


def draw_key(pen: Sheet, look: Traits) -> None:
    """A golden key as large as a sword, its bow up."""
    gold = "#ffcf33"
    pen.cel(
        "M-17 -240 L17 -240 L17 150 L80 150 L80 110 L54 110 L54 84 L80 84 L80 40 L17 40 L17 180 L-17 180 Z",
        gold,
        shade=(8, 6),
        line=10,
    )
    heart = (
        "M0 -190 C-130 -270 -120 -390 -54 -396 C-24 -398 -6 -378 0 -360 C6 -378 24 -398 54 -396 C120 -390 "
        "130 -270 0 -190 Z"
    )
    pen.cel(heart, gold, shade=(12, 12), line=11, inside=[])
    draw_gem(pen, (0, -306), 46, look.colours.bright)
    pen.cel("M-44 -206 L44 -206 L36 -170 L-36 -170 Z", mix(gold, "#ffffff", 0.4), shade=(6, 6), line=8)


def draw_cup(pen: Sheet, look: Traits) -> None:
    """A steaming mug."""
    with pen.placed((-6, -70)):
        pen.stroke("M-70 -30 C-130 -40 -130 50 -64 44", 38)
        pen.stroke("M-70 -30 C-130 -40 -130 50 -64 44", 20, look.colours.glint)
        pen.cel("M-80 -70 L80 -70 L70 90 Q0 110 -70 90 Z", look.colours.glint, shade=(16, 10), line=11)
        pen.cel(ellipse(0, -70, 80, 24), "#7a4a2a", shade=(0, 0), line=10)
        draw_emblem(pen, look.element, (0, 12), 78, look.colours.deep)
        for x in (-34, 4, 42):
            steam = f"M{x} -110 Q{x - 30} -140 {x} -164 Q{x + 26} -190 {x} -216"
            pen.stroke(steam, 24)
            pen.stroke(steam, 11, "#ffffff")
