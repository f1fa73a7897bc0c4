"""Costumes of metal, hide and tight stuff, drawn over the trunk."""

from bot.drawing.colours import shadow, tone
from bot.drawing.raster import Sheet
from bot.drawing.shapes import circle, ellipse, star
from bot.painters.procedural.costumes.parts import GOLD, LEATHER, STEEL_SHADE, TRUNK, draw_belt
from bot.painters.procedural.emblems import draw_emblem, draw_gem, emblem_colour
from bot.painters.procedural.traits import Traits


def draw_armour(pen: Sheet, look: Traits) -> None:
    """A breastplate with the emblem; gold on the most splendid."""
    metal = look.colours.metal if look.splendour < 2 else GOLD
    for x, turn in ((412, 14), (588, -14), (500, 0)):
        with pen.placed((x, 780), turn=turn):
            pen.cel(
                "M-58 0 L58 0 L48 76 L0 96 L-48 76 Z",
                metal,
                shade=(14, 6),
                dark=STEEL_SHADE if metal != GOLD else None,
            )
    plate = "M400 566 Q372 680 392 764 Q500 794 608 764 Q628 680 600 566 Q500 606 400 566 Z"
    pen.cel(plate, metal, shade=(28, 8), dark=STEEL_SHADE if metal != GOLD else None, line=10)
    pen.stroke("M396 694 Q500 730 604 694", 6)
    pen.cel("M500 600 L566 640 L500 716 L434 640 Z", look.colours.deep, shade=(10, 8), line=8)
    draw_emblem(pen, look.element, (500, 652), 66, emblem_colour(look), line=6)
    draw_belt(pen, look)


def draw_spiked(pen: Sheet, look: Traits) -> None:
    """Straps over a fur kilt."""
    chest = "M412 572 Q388 680 398 762 Q500 790 602 762 Q612 680 588 572 Q500 606 412 572 Z"
    pen.cel(chest, look.colours.skin, shade=(26, 8), line=9)
    pen.stroke("M440 660 Q470 680 498 660 Q530 680 560 660 M500 690 L500 730", 6, shadow(look.colours.skin))
    pen.cel("M392 600 L434 574 L614 752 L590 780 Z", LEATHER, shade=(4, 10), line=8)
    pen.cel("M608 600 L566 574 L386 752 L410 780 Z", LEATHER, shade=(4, 10), line=8)
    fur = (
        "M378 768 L352 850 L392 834 L410 880 L446 842 L476 892 L506 846 L540 890 L564 842 L594 876 L612 "
        "832 L650 848 L622 768 Z"
    )
    spots = [(ellipse(x, y, 17, 12), "#5a3416") for x, y in ((402, 812), (458, 828), (540, 836), (598, 806))]
    pen.cel(fur, "#e8a94a", shade=(14, 6), inside=spots)
    pen.cel(circle(500, 674, 34), look.colours.trim, shade=(6, 6), line=8)
    draw_emblem(pen, look.element, (500, 674), 48, emblem_colour(look), line=5)
    draw_belt(pen, look, strap="#3a2a26")


def draw_mecha(pen: Sheet, look: Traits) -> None:
    """Plates, lamps and the emblem on a screen."""
    pen.cel(TRUNK, look.colours.metal, shade=(28, 8), dark=STEEL_SHADE, line=10)
    pen.cel("M424 600 Q500 628 576 600 L566 700 Q500 722 434 700 Z", look.colours.deep, shade=(8, 10), line=9)
    draw_emblem(pen, look.element, (500, 660), 78, emblem_colour(look), line=6)
    for x in (420, 460, 540, 580):
        pen.cel(circle(x, 748, 12), look.colours.bright if x < 500 else "#ff5a4a", shade=(3, 3), line=6)
    pen.cel(
        "M388 774 Q500 806 612 774 L590 826 Q500 846 410 826 Z", tone(look.colours.metal, light=0.75), line=9
    )
    if look.splendour:
        draw_gem(pen, (500, 760), 22, look.colours.bright)


def draw_hero(pen: Sheet, look: Traits) -> None:
    """A champion's tight suit: trunks, belt, the emblem on the chest."""
    pen.cel(
        "M382 752 Q500 790 618 752 L606 826 Q560 846 500 806 Q440 846 394 826 Z",
        look.colours.deep,
        shade=(14, 6),
        line=10,
    )
    pen.cel(
        "M420 580 Q500 616 580 580 L586 640 L500 726 L414 640 Z", look.colours.glint, shade=(8, 10), line=10
    )
    draw_emblem(pen, look.element, (500, 648), 88, emblem_colour(look), line=7)
    pen.cel("M380 734 Q500 770 620 734 L622 768 Q500 804 378 768 Z", look.colours.trim, shade=(6, 10))
    pen.cel(ellipse(500, 778, 34, 26), look.colours.trim, shade=(6, 6))
    if look.splendour == 2:
        pen.cel(star(500, 778, 18, 8), look.colours.deep, shade=(2, 2), line=5)


def draw_spacesuit(pen: Sheet, look: Traits) -> None:
    """White and padded, with a panel of lights and two hoses."""
    white = "#f4f6fc"
    pen.cel("M392 566 Q350 680 372 790 Q500 840 628 790 Q650 680 608 566 Z", white, shade=(28, 10), line=11)
    pen.stroke("M376 730 Q500 770 624 730 M384 770 Q500 808 616 770", 7, "#aab4d0")
    pen.cel("M430 620 L570 620 L576 710 L424 710 Z", "#d4dbea", shade=(8, 8), line=9)
    for x, tint in ((456, "#ff5a5a"), (500, "#ffd84a"), (544, "#5ade7a")):
        pen.cel(circle(x, 648, 13), tint, shade=(3, 3), line=6)
    pen.stroke("M446 686 L554 686", 13, look.colours.deep)
    pen.stroke("M424 690 Q376 700 384 620 M576 690 Q624 700 616 620", 22)
    pen.stroke("M424 690 Q376 700 384 620 M576 690 Q624 700 616 620", 9, look.colours.bright)


def draw_scarf(pen: Sheet, look: Traits) -> None:
    """Who has no trunk to dress wears a scarf alone."""
    if look.cape:
        return
    pen.cel("M388 596 Q500 656 612 596 L618 640 Q500 700 382 640 Z", look.colours.deep, shade=(6, 14))
    pen.cel("M560 650 L620 760 L650 720 L690 730 L610 636 Z", look.colours.deep, shade=(8, 8))
    if look.splendour:
        draw_gem(pen, (548, 656), 28, look.colours.bright)
