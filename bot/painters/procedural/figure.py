"""Put a whole mascot together, back to front, and turn it into art. The function that the pool calls."""

from bot.drawing.pictures import Pixels, encode_art
from bot.drawing.raster import Sheet, develop
from bot.painters.procedural.back import draw_back
from bot.painters.procedural.body import draw_body, draw_first_arm, draw_free_arm
from bot.painters.procedural.cast import cast
from bot.painters.procedural.companions import draw_companion
from bot.painters.procedural.costumes.shoulders import draw_shoulders
from bot.painters.procedural.emblems import draw_floating
from bot.painters.procedural.faces import draw_face, draw_sign
from bot.painters.procedural.fringes import draw_fringe
from bot.painters.procedural.hair import draw_back_hair, draw_long_hair
from bot.painters.procedural.hats import draw_headwear
from bot.painters.procedural.heads import draw_head
from bot.painters.procedural.traits import Stance, Traits
from bot.stickers.design import Design

SIZE = 1024
"""Edge of the art, in pixels."""
MARGIN = 16.0
"""Clear space round the figure, in units of about a thousandth of its height."""
NECK = (500.0, 590.0)


def draw_procedural(design: Design) -> bytes:
    """Art of a mascot made from the words of `design`: 1024 px, transparent ground, feet on the bottom edge.

    The same design gives the same bytes, in every process.
    """
    return encode_art(draw_figure(cast(design)))


def draw_figure(look: Traits, size: int = SIZE) -> Pixels:
    """The figure with these traits as (size, size, 4) straight RGBA, fitted so that nothing is cut."""
    pen = Sheet()
    upright = pen.mirrored(500) if look.mirrored else pen.placed()
    with upright, pen.placed((500, 900), turn=look.tilt, about=(500, 900)):
        _draw_parts(pen, look)
    left, top, right, bottom = pen.box()
    return develop(pen, size, (left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN))


def _draw_parts(pen: Sheet, look: Traits) -> None:
    """Every part hides some of those before it: hands close over grips, hats sit on fringes."""
    draw_back(pen, look)
    draw_long_hair(pen, look)
    draw_body(pen, look)
    if look.stance is not Stance.CHEEK:
        draw_free_arm(pen, look)
    draw_first_arm(pen, look)
    draw_shoulders(pen, look)
    with pen.placed(NECK, turn=look.nod, scale=look.head, about=NECK):
        draw_back_hair(pen, look)
        draw_head(pen, look)
        draw_face(pen, look)
        draw_fringe(pen, look)
        draw_headwear(pen, look)
        draw_sign(pen, look)
    if look.stance is Stance.CHEEK:
        draw_free_arm(pen, look)
    draw_companion(pen, look)
    draw_floating(pen, look)
