"""Instruments and what is held on a stage, the grip at (0, 0)."""

from bot.drawing.colours import mix, tone
from bot.drawing.raster import Sheet
from bot.drawing.shapes import circle, ellipse, star
from bot.painters.procedural.emblems import draw_emblem, emblem_colour
from bot.painters.procedural.held.weapons import WOOD, draw_pole
from bot.painters.procedural.traits import Element, Traits


def draw_guitar(pen: Sheet, look: Traits) -> None:
    """Held by the neck, the body below."""
    draw_pole(pen, -330, 70, "#3b2416")
    pen.cel("M-40 -404 L42 -436 L30 -320 L-28 -320 Z", look.colours.bright, shade=(8, 6), line=9)
    body = (
        "M-14 24 C-110 -50 -150 10 -92 96 C-150 130 -130 262 0 256 C130 262 150 130 92 96 C150 10 110 -50 14 "
        "24 Z"
    )
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


def draw_microphone(pen: Sheet, look: Traits) -> None:
    """Held up before the mouth, a note in the air."""
    pen.cel("M-24 -60 L24 -60 L16 110 L-16 110 Z", "#3a3448", shade=(8, 4))
    pen.cel("M-36 -64 L36 -64 L30 -26 L-30 -26 Z", look.colours.trim, shade=(6, 6), line=8)
    pen.cel(circle(0, -116, 64), look.colours.metal, shade=(12, 12), line=10)
    pen.stroke(
        "M-50 -140 Q0 -110 50 -140 M-56 -100 Q0 -70 56 -100 M-24 -170 Q-40 -116 -24 -66 M24 -170 Q40 -116 24 "
        "-66",
        5,
        "#7a84a0",
    )
    draw_emblem(pen, Element.MUSIC, (-96, -226), 88, look.colours.bright)


def draw_trumpet(pen: Sheet, look: Traits) -> None:
    """A golden horn, its bell up and outward, with a pennant."""
    pen.cel("M-12 -60 L12 -60 L12 120 L-12 120 Z", "#ffcf33", shade=(6, 0))
    pen.cel("M-26 110 L26 110 L20 140 L-20 140 Z", "#ffcf33", shade=(5, 5), line=8)
    pen.cel(
        "M-14 -40 C-16 -200 -50 -250 -110 -300 Q0 -350 110 -300 C50 -250 16 -200 14 -40 Z",
        "#ffcf33",
        shade=(12, 6),
        line=10,
    )
    pen.cel(ellipse(0, -304, 112, 30), "#b8761a", shade=(0, 0), line=10)
    pen.cel("M-16 -150 L-130 -140 L-104 -90 L-134 -40 L-16 -30 Z", look.colours.deep, shade=(4, 12))
    draw_emblem(pen, look.element, (-66, -90), 64, emblem_colour(look))


def draw_drum(pen: Sheet, look: Traits) -> None:
    """A festival drum before the body, and a stick."""
    with pen.placed((20, 30)):
        pen.cel(
            "M-120 -70 C-150 -20 -150 60 -120 110 L120 110 C150 60 150 -20 120 -70 Z",
            "#c23a34",
            shade=(16, 12),
            line=11,
        )
        for x in (-84, -28, 28, 84):
            pen.fill(circle(x, 84, 8), "#ffd84a")
        pen.cel(ellipse(0, -70, 122, 44), "#fff3d8", shade=(6, 8), line=10)
        pen.stroke("M-128 -40 Q0 20 128 -40", 12, "#ffd84a")
        draw_emblem(pen, look.element, (0, 46), 84, emblem_colour(look))
    with pen.placed((-10, -10), turn=-24):
        draw_pole(pen, -200, 60, WOOD)
        pen.cel(circle(0, -210, 26), "#fff3d8", shade=(5, 5), line=8)


def draw_flag(pen: Sheet, look: Traits) -> None:
    """A banner with the emblem."""
    draw_pole(pen, -420, 230, WOOD)
    pen.cel(circle(0, -436, 26), look.colours.trim, shade=(6, 6), line=8)
    cloth = (
        "M-14 -410 C-70 -440 -130 -380 -230 -410 C-214 -350 -214 -290 -230 -220 C-130 -190 -70 -250 -14 -220 "
        "Z"
    )
    stripe = [("M-250 -262 C-130 -226 -70 -290 0 -260 L0 -200 L-250 -190 Z", look.colours.glint)]
    pen.cel(cloth, look.colours.deep, shade=(8, 16), inside=stripe, line=10)
    draw_emblem(pen, look.element, (-120, -330), 100, emblem_colour(look))


def draw_balloon(pen: Sheet, look: Traits) -> None:
    """Three on strings."""
    pen.stroke("M0 20 Q-30 -120 -84 -220 M0 20 Q10 -140 30 -260 M0 20 Q-10 -100 -10 -160", 7)
    for x, y, tint in (
        (-92, -290, look.colours.bright),
        (44, -330, look.colours.deep),
        (-20, -230, look.colours.glint),
    ):
        pen.cel(ellipse(x, y, 72, 86), tint, shade=(14, 14), line=10)
        pen.fill(ellipse(x - 26, y - 34, 13, 20), "#ffffff")
        pen.cel(f"M{x - 12} {y + 100} L{x} {y + 82} L{x + 12} {y + 100} Z", tint, line=7)


def draw_bouquet(pen: Sheet, look: Traits) -> None:
    """Flowers in paper."""
    for x, y in ((-92, -150), (92, -150), (0, -196), (-50, -130), (54, -128)):
        pen.cel(ellipse(x, y + 26, 40, 30), "#58b848", shade=(6, 6), line=8)
    petals = (look.colours.bright, "#ff8ab8", look.colours.glint, "#ffffff", "#ffb04a")
    for (x, y), tint in zip(
        ((-78, -176), (78, -176), (0, -220), (-34, -140), (40, -142)), petals, strict=True
    ):
        for turn in range(0, 360, 72):
            with pen.placed((x, y), turn=turn):
                pen.cel(ellipse(0, -30, 22, 27), tint, shade=(4, 4), line=7)
        pen.cel(circle(x, y, 18), "#ffe14a", shade=(4, 4), line=6)
    pen.cel("M-110 -116 Q0 -70 110 -116 L26 110 L-26 110 Z", "#fff6ea", shade=(14, 6), line=10)
    pen.cel("M-60 0 Q0 26 60 0 L52 34 Q0 56 -52 34 Z", "#ff5a8a", shade=(5, 8), line=8)


def draw_lollipop(pen: Sheet, look: Traits) -> None:
    """As large as the head of a child."""
    draw_pole(pen, -180, 130, "#fff6ea")
    pen.cel(circle(0, -250, 104), look.colours.bright, shade=(14, 14), line=11)
    swirl = "M0 -250 C20 -270 44 -240 24 -218 C-8 -190 -60 -222 -52 -268 C-40 -330 50 -336 78 -270"
    pen.stroke(swirl, 20, mix(look.colours.glint, "#ffffff", 0.5))
    pen.cel(
        "M0 -140 L-64 -172 L-64 -110 Z M0 -140 L64 -172 L64 -110 Z", look.colours.deep, shade=(4, 6), line=8
    )
    if look.splendour:
        pen.fill(star(-46, -306, 22, 9, points=4), "#ffffff")


def draw_fan(pen: Sheet, look: Traits) -> None:
    """A folding fan, open."""
    leaf = "M-26 -60 L-190 -210 Q0 -390 190 -210 L26 -60 Q0 -80 -26 -60 Z"
    ground = [
        ("M-110 -140 Q0 -240 110 -140 L26 -50 L-26 -50 Z", look.colours.glint),
        (circle(0, -238, 58), "#e83a3a"),
    ]
    pen.cel(leaf, "#fff6e6", shade=(10, 10), inside=ground, line=10)
    pen.stroke(
        "M0 -20 L-116 -262 M0 -20 L0 -292 M0 -20 L116 -262 M0 -20 L-176 -214 M0 -20 L176 -214",
        6,
        tone(look.colours.deep, light=0.7),
    )
    pen.cel("M-30 -70 L30 -70 L12 70 L-12 70 Z", "#5a3222", shade=(6, 4))
    pen.cel(circle(0, 40, 12), look.colours.trim, shade=(3, 3), line=6)
