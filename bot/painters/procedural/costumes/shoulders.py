"""Sleeves, shoulder pieces and collars, which lie over the arms."""

from collections.abc import Callable, Mapping

from bot.drawing.colours import Colour, shadow
from bot.drawing.raster import Sheet
from bot.drawing.shapes import circle, ellipse, polygon
from bot.painters.procedural.attire import Costume
from bot.painters.procedural.capes import draw_clasp
from bot.painters.procedural.costumes.parts import GOLD, LEATHER
from bot.painters.procedural.emblems import draw_gem
from bot.painters.procedural.traits import Traits

Part = Callable[[Sheet, Traits], None]


def draw_shoulders(pen: Sheet, look: Traits) -> None:
    """Shoulder pieces and collar, which lie over the arms; then what closes the cape."""
    piece = SHOULDERS.get(look.costume)
    if piece:
        piece(pen, look)
        with pen.mirrored(500):
            piece(pen, look)
    if look.costume is Costume.COAT:
        _draw_high_collar(pen, look)
    draw_clasp(pen, look)


def sleeve_colour(look: Traits) -> Colour:
    """What the upper arm is covered with."""
    match look.costume:
        case Costume.ARMOUR | Costume.MECHA:
            return look.colours.metal
        case Costume.SPIKED:
            return LEATHER
        case Costume.SAILOR | Costume.OVERALLS | Costume.APRON:
            return "#ffffff"
        case Costume.SPACESUIT:
            return "#f4f6fc"
        case _:
            return look.colours.cloth


def sleeve_is_wide(look: Traits) -> bool:
    """Whether sleeves hang wide to the wrist."""
    return look.costume in (Costume.ROBE, Costume.GI, Costume.KIMONO)


def _draw_high_collar(pen: Sheet, look: Traits) -> None:
    lining = look.colours.deep
    for mirror in (False, True):
        with pen.mirrored(500) if mirror else pen.placed():
            pen.cel("M470 640 Q400 600 350 508 Q320 560 342 640 Q400 660 470 640 Z", lining, shade=(10, 8))


def _draw_flared_shoulder(pen: Sheet, look: Traits) -> None:
    pen.cel("M436 560 Q330 540 308 640 Q370 616 442 640 Z", look.colours.trim, shade=(8, 10))
    if look.splendour == 2:
        draw_gem(pen, (376, 594), 20, look.colours.deep)


def _draw_round_shoulder(pen: Sheet, look: Traits) -> None:
    metal = look.colours.metal if look.splendour < 2 else GOLD
    pen.cel(
        "M440 566 C390 530 300 560 296 650 Q330 676 376 650 Q420 640 446 640 Z",
        metal,
        shade=(14, 14),
        line=10,
    )
    pen.stroke("M306 626 Q350 640 440 606", 6)
    draw_gem(pen, (376, 592), 17, look.colours.deep)


def _draw_spiked_shoulder(pen: Sheet, look: Traits) -> None:
    for x, y, turn in ((316, 620, -62), (344, 576, -34), (390, 556, -8)):
        with pen.placed((x, y), turn=turn):
            pen.cel(polygon([(-24, 12), (0, -74), (24, 12)]), "#f4ead0", shade=(8, 0), line=8)
    pen.cel(
        "M440 566 C390 530 304 560 298 646 Q340 664 440 636 Z",
        shadow(look.colours.deep),
        shade=(12, 12),
        line=10,
    )
    pen.fill(circle(356, 600, 10), look.colours.trim)
    pen.fill(circle(400, 590, 10), look.colours.trim)


def _draw_mecha_shoulder(pen: Sheet, look: Traits) -> None:
    pen.cel(ellipse(372, 612, 70, 62), look.colours.deep, shade=(12, 12), line=10)
    pen.cel(circle(372, 612, 26), look.colours.bright, shade=(6, 6), line=7)


def _draw_puffed_shoulder(pen: Sheet, look: Traits) -> None:
    pen.cel(
        "M446 570 C400 530 312 560 300 630 Q316 676 372 668 Q430 660 448 636 Z",
        look.colours.cloth,
        shade=(12, 14),
        line=10,
    )
    pen.stroke("M312 640 Q370 660 430 640", 12, "#ffffff")


def _draw_ring(pen: Sheet, look: Traits) -> None:
    """The metal ring at a space suit's neck, a half of it."""
    pen.cel(
        "M500 600 L500 656 Q400 650 364 596 L384 560 Q430 596 500 600 Z",
        look.colours.metal,
        shade=(6, 10),
        line=9,
    )


SHOULDERS: Mapping[Costume, Part] = {
    Costume.TUNIC: _draw_flared_shoulder,
    Costume.TOGA: _draw_flared_shoulder,
    Costume.COAT: _draw_flared_shoulder,
    Costume.ARMOUR: _draw_round_shoulder,
    Costume.SPIKED: _draw_spiked_shoulder,
    Costume.MECHA: _draw_mecha_shoulder,
    Costume.DRESS: _draw_puffed_shoulder,
    Costume.SPACESUIT: _draw_ring,
}
