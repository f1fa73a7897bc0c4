"""The emblem of each element, and where it floats or is set. One path a row."""

from collections.abc import Mapping

from bot.drawing.colours import Colour
from bot.drawing.raster import LINE, Sheet
from bot.drawing.shapes import circle, star
from bot.painters.procedural.traits import Element, Traits

EMBLEMS: Mapping[Element, str] = {
    Element.FIRE: "M0 -62 C8 -30 42 -18 38 15 C35 42 15 50 0 50 C-20 50 -40 38 -38 8 C-36 -10 -25 -15 -22 -32 "
    "C-10 -25 -2 -35 0 -62 Z",
    Element.WATER: "M0 -60 C15 -25 42 -5 40 20 A40 38 0 0 1 -40 20 C-42 -5 -15 -25 0 -60 Z",
    Element.ICE: star(0, 0, 54, 25, points=6),
    Element.THUNDER: "M0 -56 L-32 8 L-6 8 L-20 58 L32 -12 L6 -12 L24 -56 Z",
    Element.LEAF: "M-50 26 Q-36 -46 50 -36 Q46 46 -50 26 Z",
    Element.LIGHT: star(0, 4, 56, 25),
    Element.DARK: "M18 -50 A50 50 0 1 0 48 28 A41 41 0 0 1 18 -50 Z",
    Element.EARTH: "M-56 44 L-24 -26 L-6 2 L14 -48 L56 44 Z",
    Element.WIND: "M-54 -54 Q0 -68 54 -54 Q58 -34 38 -26 Q46 -8 26 -2 Q30 14 14 20 Q16 36 -10 58 Q-4 40 -14 "
    "26 Q-32 16 -26 -2 Q-46 -8 -38 -26 Q-58 -34 -54 -54 Z",
    Element.STEEL: "M-10 -54 L10 -54 L14 -38 L30 -30 L44 -38 L56 -22 L44 -10 L46 8 L56 18 L46 36 L32 30 L16 "
    "40 L10 56 L-10 56 L-16 40 L-32 30 L-46 36 L-56 18 L-46 8 L-44 -10 L-56 -22 L-44 -38 L-30 -30 L-14 -38 "
    "Z M-18 0 A18 18 0 1 0 18 0 A18 18 0 1 0 -18 0 Z",
    Element.POISON: "M-46 -10 C-46 -70 46 -70 46 -10 C46 12 36 20 30 26 L30 50 L-30 50 L-30 26 C-36 20 -46 "
    "12 -46 -10 Z M-30 -4 A13 15 0 1 0 -4 -4 A13 15 0 1 0 -30 -4 Z M4 -4 A13 15 0 1 0 30 -4 A13 15 0 1 0 4 "
    "-4 Z",
    Element.MUSIC: "M-22 -50 L44 -58 L44 32 A24 18 0 1 1 26 16 L26 -24 L-4 -20 L-4 44 A24 18 0 1 1 -22 28 Z",
    Element.SPACE: "M-30 -22 A38 38 0 0 1 36 -14 C60 -24 64 -10 46 4 A38 38 0 0 1 -26 28 C-58 44 -72 32 -38 "
    "8 A38 38 0 0 1 -30 -22 Z",
    Element.TIME: "M-42 -56 L42 -56 L42 -40 C38 -20 10 -12 10 0 C10 12 38 20 42 40 L42 56 L-42 56 L-42 40 "
    "C-38 20 -10 12 -10 0 C-10 -12 -38 -20 -42 -40 Z",
    Element.CANDY: "M-30 -22 L-64 -40 L-58 0 L-64 40 L-30 22 A38 38 0 0 0 30 22 L64 40 L58 0 L64 -40 L30 -22 "
    "A38 38 0 0 0 -30 -22 Z",
    Element.LOVE: "M0 46 C-62 2 -50 -44 -24 -44 C-10 -44 0 -32 0 -24 C0 -32 10 -44 24 -44 C50 -44 62 2 0 46 Z",
}
"""Each in a box of about -50..50, its weight at (0, 0)."""

LINES: Mapping[Element, str] = {
    Element.WIND: "M-34 -28 Q0 -16 20 -24 M-22 -2 Q0 8 12 2 M-10 24 Q0 28 6 24",
    Element.LEAF: "M-40 22 Q-6 6 34 -24",
    Element.SPACE: "M-46 22 C-20 26 30 4 44 -12",
    Element.TIME: "M-30 -40 L30 -40 M-20 36 L20 36 M0 4 L0 20",
    Element.CANDY: "M4 -36 Q24 0 -4 36",
}
"""What is inked on some of them."""


def draw_emblem(
    pen: Sheet, element: Element, at: tuple[float, float], size: float, colour: Colour, *, line: float = 7.0
) -> None:
    """An emblem about `size` high and wide, with a line of `line` whatever the size."""
    scale = size / 100
    with pen.placed(at, scale=scale):
        pen.cel(EMBLEMS[element], colour, shade=(9, 9), line=line / scale)
        if element in LINES:
            pen.stroke(LINES[element], line * 0.7 / scale)


def draw_gem(pen: Sheet, at: tuple[float, float], radius: float, colour: Colour) -> None:
    """A round polished stone."""
    x, y = at
    pen.cel(circle(x, y, radius), colour, shade=(radius * 0.3, radius * 0.3), line=7)
    pen.fill(circle(x - radius * 0.34, y - radius * 0.36, radius * 0.26), "#ffffff")


def emblem_colour(look: Traits) -> Colour:
    """A tint for emblems that stands off both cloth and gold."""
    return {Element.ICE: "#8fe4ff", Element.WATER: "#5cd2ff", Element.LIGHT: "#ff7aa8"}.get(
        look.element, look.colours.glint if look.element is not Element.LOVE else look.colours.deep
    )


def draw_floating(pen: Sheet, look: Traits) -> None:
    """Bits of the element in the air, where nothing else is: how many and how large is the seed's choice."""
    left, right = (112, 842, 82), (886, 826, 86)
    places = (
        [left, right],
        [left, (206, 934, 62)],
        [right, (792, 940, 64)],
        [(96, 868, 104)],
        [(70, 900, 72), (160, 846, 66), (896, 850, 72)],
    )[int((look.jitter[13] + 1) * 2.49)]
    if look.companion:
        places = [place for place in places if place[0] < 500]
    if not look.wings and not look.backdrop and not look.feeling:
        places = [*places, *([(884, 180, 88)] if look.weapon else [(884, 180, 88), (104, 300, 76)])]
    for x, y, size in places:
        nudge = look.jitter[x % 16] * 12
        draw_emblem(pen, look.element, (x + nudge, y - nudge), size, look.colours.bright, line=LINE)
