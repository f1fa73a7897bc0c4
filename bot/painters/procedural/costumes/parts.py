"""What costumes share: the trunk's outline, belts and skirts."""

from bot.drawing.colours import Colour
from bot.drawing.raster import Sheet
from bot.drawing.shapes import circle
from bot.painters.procedural.emblems import draw_emblem, draw_gem, emblem_colour
from bot.painters.procedural.traits import Traits

TRUNK = "M398 565 Q370 680 386 772 Q500 806 614 772 Q630 680 602 565 Z"
LEATHER: Colour = "#5a3a2a"
GOLD: Colour = "#ffe08a"
STEEL_SHADE: Colour = "#93a3c4"
CREAM: Colour = "#fff6dc"


def draw_belt(pen: Sheet, look: Traits, strap: Colour | None = None) -> None:
    """A belt with the element on its buckle; studded with gems on the most splendid."""
    pen.cel(
        "M380 738 Q500 774 620 738 L624 780 Q500 816 376 780 Z", strap or look.colours.trim, shade=(8, 12)
    )
    if look.splendour == 2:
        for x, y in ((416, 770), (584, 770)):
            draw_gem(pen, (x, y), 16, look.colours.deep)
    pen.cel(circle(500, 784, 46), GOLD if strap is None else look.colours.trim, shade=(8, 8))
    draw_emblem(pen, look.element, (500, 784), 66, emblem_colour(look), line=6)


def draw_skirt(
    pen: Sheet, look: Traits, cloth: Colour, *, hem: Colour | None = None, length: float = 0.0
) -> None:
    """A skirt to the knees; `length` is added to it, `hem` is the colour of its border."""
    y = 846 + length
    skirt = (
        f"M382 770 Q370 {y - 40:.0f} 352 {y:.0f} Q500 {y + 44:.0f} 648 {y:.0f} Q630 {y - 40:.0f} 618 770 Z"
    )
    inside = (
        [(f"M340 {y - 26:.0f} Q500 {y + 18:.0f} 660 {y - 26:.0f} L660 {y + 60:.0f} L340 {y + 60:.0f} Z", hem)]
        if hem
        else []
    )
    pen.cel(skirt, cloth, shade=(22, 0), inside=inside, line=10)
    if hem:
        pen.stroke(f"M358 {y - 22:.0f} Q500 {y + 20:.0f} 642 {y - 22:.0f}", 6)
