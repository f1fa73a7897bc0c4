"""What people ask for most after beasts and swords: supper, and the machine it is eaten at. The grip at (0, 0)."""

from bot.drawing.colours import mix, tone
from bot.drawing.raster import Sheet
from bot.drawing.shapes import circle, ellipse
from bot.painters.procedural.emblems import draw_emblem, emblem_colour
from bot.painters.procedural.traits import Traits


def draw_bowl(pen: Sheet, look: Traits) -> None:
    """Noodles with egg and fish cake, chopsticks in them, steaming."""
    with pen.placed((-48, -60)):
        for stick in ("M20 -60 L96 -236", "M52 -56 L136 -222"):
            pen.stroke(stick, 27)
            pen.stroke(stick, 12, "#e0653a")
        for x in (-86, -40):
            steam = f"M{x} -140 Q{x - 30} -166 {x} -192 Q{x + 26} -218 {x} -244"
            pen.stroke(steam, 24)
            pen.stroke(steam, 11, "#ffffff")
        pen.cel(ellipse(0, -46, 142, 56), "#ffd873", dark="#f0b04a", shade=(0, 14), line=11)
        for noodle in (
            "M-112 -50 Q-64 -84 -22 -52 Q16 -28 60 -54",
            "M-90 -26 Q-40 -58 4 -28 Q46 -8 96 -38",
            "M-70 -70 Q-30 -92 14 -76",
        ):
            pen.stroke(noodle, 6, "#d88a2a")
        pen.cel(ellipse(-66, -66, 46, 34), "#fffdf4", shade=(5, 6), line=8)
        pen.fill(ellipse(-64, -64, 22, 16), "#ff9a1f")
        pen.cel(circle(30, -78, 34), "#fffdf4", shade=(4, 5), line=8)
        pen.stroke("M26 -94 Q52 -86 40 -68 Q22 -58 20 -74", 7, "#ff5a90")
        pen.cel(
            "M-150 -44 Q0 26 150 -44 Q144 74 60 112 L-60 112 Q-144 74 -150 -44 Z", look.colours.deep, line=11
        )
        pen.stroke("M-132 -10 Q0 52 132 -10", 9, look.colours.trim)
        draw_emblem(pen, look.element, (0, 66), 64, emblem_colour(look))


def draw_pizza(pen: Sheet, look: Traits) -> None:
    """A slice as large as a shield, its cheese running."""
    with pen.placed((-24, -120), turn=8):
        cheese = (
            "M-140 -132 Q0 -196 140 -132 L40 88 Q38 130 24 130 Q8 130 8 100 L0 146 L-34 84 Q-38 118 -52 112 "
            "Q-64 106 -56 62 Z"
        )
        toppings = [
            (ellipse(70, -66, 34, 32), "#e84030"),
            (ellipse(-58, -70, 36, 33), "#e84030"),
            (ellipse(2, 22, 30, 29), "#e84030"),
        ]
        pen.cel(cheese, "#ffce48", dark="#f09a2c", shade=(14, 10), line=11, inside=toppings)
        for x, y, turn in ((4, -92, 30), (58, 2, -40), (-36, -8, 60)):
            with pen.placed((x, y), turn=turn):
                pen.cel("M-26 0 Q0 -26 26 0 Q0 26 -26 0 Z", "#58b848", shade=(4, 4), line=6)
        crust = (
            "M-158 -124 Q-170 -168 -126 -180 Q0 -226 126 -180 Q170 -168 158 -124 Q146 -100 120 -116 Q0 -160 "
            "-120 -116 Q-146 -100 -158 -124 Z"
        )
        pen.cel(crust, "#e09a4a", shade=(6, 14), line=11)
        for x, y in ((-84, -160), (0, -180), (84, -160)):
            pen.fill(ellipse(x, y, 20, 7), mix("#e09a4a", "#ffffff", 0.55))


def draw_laptop(pen: Sheet, look: Traits) -> None:
    """Open towards us, three lines of code in the colours of the element."""
    with pen.placed((-72, -92), turn=-5):
        pen.cel(
            "M-136 -140 Q-136 -156 -120 -156 L120 -156 Q136 -156 136 -140 L136 50 L-136 50 Z",
            "#4a4658",
            line=11,
        )
        pen.fill("M-114 -134 L114 -134 L114 32 L-114 32 Z", "#191c38")
        glow = mix(look.colours.bright, "#ffffff", 0.25)
        pen.stroke("M-90 -106 L-54 -80 L-90 -54", 15, "#6ef0a0")
        pen.stroke("M-34 -96 L70 -96 M-34 -58 L34 -58", 15, glow)
        pen.stroke("M-90 -16 L-10 -16", 15, mix(look.colours.glint, "#ffffff", 0.3))
        pen.stroke("M16 -16 L52 -16", 15, "#ff7ab0")
        pen.cel(
            "M-140 50 L140 50 L172 104 Q174 118 158 118 L-158 118 Q-174 118 -172 104 Z",
            look.colours.metal,
            line=11,
        )
        pen.stroke(
            "M-112 74 L112 74 M-120 92 L-40 92 M-16 92 L120 92", 8, tone(look.colours.metal, light=0.62)
        )


def draw_beer(pen: Sheet, look: Traits) -> None:
    """A mug that foams over."""
    with pen.placed((-10, -76)):
        pen.stroke("M78 -50 C150 -60 150 70 74 62", 42)
        pen.stroke("M78 -50 C150 -60 150 70 74 62", 22, "#dff0ff")
        pen.cel(
            "M-84 -110 L84 -110 L78 104 Q0 124 -78 104 Z", "#ffb81f", dark="#e88a12", shade=(18, 10), line=11
        )
        pen.stroke("M-44 -40 L-42 76 M0 -40 L0 82 M44 -40 L42 76", 13, "#ffdf78")
        foam = (
            "M-100 -92 C-134 -110 -118 -168 -78 -156 C-70 -196 -14 -204 4 -170 C24 -200 84 -190 82 -152 C122 -158 "
            "126 -104 98 -92 C96 -60 62 -60 58 -88 C44 -70 20 -74 14 -92 L-40 -92 C-42 -44 -86 -44 -84 -88 Z"
        )
        pen.cel(foam, "#fffdf4", shade=(8, 12), line=10)
        if look.splendour:
            for x, y in ((-18, 20), (22, -8), (-20, 60)):
                pen.fill(circle(x, y, 6), "#fff6c8")
