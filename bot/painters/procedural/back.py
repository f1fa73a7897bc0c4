"""Everything behind the body, back to front."""

from bot.drawing.raster import Sheet
from bot.painters.procedural.attire import Hat
from bot.painters.procedural.backdrops import draw_backdrop
from bot.painters.procedural.capes import draw_cape
from bot.painters.procedural.heads import HEADS
from bot.painters.procedural.tails import TAILS
from bot.painters.procedural.traits import Traits
from bot.painters.procedural.wings import WINGS

_TALL = (Hat.WIZARD, Hat.KNIGHT, Hat.CROWN, Hat.SAMURAI, Hat.CHEF, Hat.TOP, Hat.BOWL, Hat.PIRATE)


def draw_back(pen: Sheet, look: Traits) -> None:
    """Backdrop, wings, cape, tail."""
    draw_backdrop(pen, look)
    draw_wings(pen, look)
    draw_cape(pen, look)
    if tail := TAILS.get(look.species):
        tail(pen, look)


def draw_wings(pen: Sheet, look: Traits) -> None:
    """A pair of wings, if there are any, from (500, 640); the more splendid, the larger."""
    if look.wings is None:
        return
    grown = (0.86, 1.0, 1.14)[look.splendour]
    for mirror in (False, True):
        with (
            pen.mirrored(500) if mirror else pen.placed(),
            pen.placed((560, 640), scale=grown, about=(560, 640)),
        ):
            WINGS[look.wings](pen, look)


def halo_is_behind(look: Traits) -> bool:
    """Whether there is no room for a ring above the head."""
    return look.hat in _TALL or HEADS[look.species].topped
