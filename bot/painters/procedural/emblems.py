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
    Element.LOVE: "M0 46 C-62 2 -50 -44 -24 -44 C-10 -44 0 -32 0 -24 C0 -32 10 -44 24 -44 C50 -44 62 2 0 46 Z",
}
"""Each in a box of about -50..50, its weight at (0, 0)."""


def draw_emblem(
    pen: Sheet, element: Element, at: tuple[float, float], size: float, colour: Colour, *, line: float = 7.0
) -> None:
    """An emblem about `size` high and wide, with a line of `line` whatever the size."""
    scale = size / 100
    with pen.placed(at, scale=scale):
        pen.cel(EMBLEMS[element], colour, shade=(9, 9), line=line / scale)


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
    """Bits of the element in the air, where neither wing nor weapon reaches."""
    places = [(112, 842, 74), (886, 826, 82)]
    if not look.wings:
        places += [(884, 180, 84)] if look.weapon else [(884, 180, 84), (104, 300, 70)]
    for x, y, size in places:
        nudge = look.jitter[int(x) % 16] * 12
        draw_emblem(pen, look.element, (x + nudge, y - nudge), size, look.colours.bright, line=LINE)
