"""What is worn on the trunk: one drawing a costume, then belt, shoulders and throat."""

from collections.abc import Callable, Mapping

from bot.drawing.colours import Colour, mix, shadow, tone
from bot.drawing.raster import Sheet
from bot.drawing.shapes import circle, ellipse, polygon, star
from bot.painters.procedural.back import draw_clasp
from bot.painters.procedural.emblems import draw_emblem, draw_gem, emblem_colour
from bot.painters.procedural.traits import Costume, Traits

Part = Callable[[Sheet, Traits], None]

TRUNK = "M398 565 Q370 680 386 772 Q500 806 614 772 Q630 680 602 565 Z"
LEATHER: Colour = "#5a3a2a"


def draw_costume(pen: Sheet, look: Traits) -> None:
    """The costume over the trunk."""
    COSTUMES[look.costume](pen, look)


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
        case _:
            return look.colours.cloth


def sleeve_is_wide(look: Traits) -> bool:
    """Whether sleeves hang wide to the wrist."""
    return look.costume in (Costume.ROBE, Costume.GI)


def _draw_belt(pen: Sheet, look: Traits, strap: Colour | None = None) -> None:
    """A belt with the element on its buckle; studded with gems on the most splendid."""
    pen.cel(
        "M380 738 Q500 774 620 738 L624 780 Q500 816 376 780 Z", strap or look.colours.trim, shade=(8, 12)
    )
    if look.splendour == 2:
        for x, y in ((416, 770), (584, 770)):
            draw_gem(pen, (x, y), 16, look.colours.deep)
    pen.cel(circle(500, 784, 46), "#ffe08a" if strap is None else look.colours.trim, shade=(8, 8))
    draw_emblem(pen, look.element, (500, 784), 66, emblem_colour(look), line=6)


def _draw_skirt(
    pen: Sheet, look: Traits, cloth: Colour, *, hem: Colour | None = None, length: float = 0.0
) -> None:
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


def _draw_tunic(pen: Sheet, look: Traits) -> None:
    _draw_skirt(pen, look, look.colours.cloth, hem=look.colours.trim)
    pen.cel("M416 572 L500 700 L584 572 Q500 606 416 572 Z", "#fff6dc", shade=(10, 0), line=8)
    pen.stroke("M500 700 L500 744", 7)
    _draw_belt(pen, look)


def _draw_robe(pen: Sheet, look: Traits) -> None:
    _draw_skirt(pen, look, look.colours.cloth, hem=look.colours.trim, length=36)
    front = "M462 590 L538 590 L560 890 L440 890 Z"
    pen.cel(front, mix(look.colours.bright, "#ffffff", 0.35), shade=(14, 0), line=8)
    for y in (660, 700):
        pen.cel(star(500, y, 15, 7), look.colours.trim, shade=(2, 2), line=5)
    _draw_belt(pen, look)


def _draw_toga(pen: Sheet, look: Traits) -> None:
    _draw_skirt(pen, look, look.colours.cloth, hem=look.colours.bright, length=10)
    pen.stroke("M440 806 L428 858 M500 818 L500 872 M560 806 L572 858", 7, shadow(look.colours.cloth))
    pen.cel(
        "M560 574 L620 600 Q560 730 400 778 L384 730 Q520 680 560 574 Z", look.colours.deep, shade=(8, 16)
    )
    _draw_belt(pen, look)
    draw_gem(pen, (584, 600), 30, look.colours.bright)


def _draw_coat(pen: Sheet, look: Traits) -> None:
    tails = "M384 766 Q360 850 330 884 Q420 892 470 850 L500 800 L530 850 Q580 892 670 884 Q640 850 616 766 Z"
    pen.cel(tails, look.colours.cloth, shade=(22, 0), line=10)
    pen.cel("M440 572 L500 740 L560 572 Q500 600 440 572 Z", look.colours.bright, shade=(10, 0), line=8)
    pen.cel(
        "M478 596 L522 596 L514 624 L530 690 L500 722 L470 690 L486 624 Z",
        look.colours.deep,
        shade=(6, 4),
        line=7,
    )
    for y in (660, 706):
        for x in (424, 576):
            pen.cel(circle(x, y, 13), look.colours.trim, shade=(3, 3), line=6)
    _draw_belt(pen, look)


def _draw_high_collar(pen: Sheet, look: Traits) -> None:
    lining = look.colours.deep
    for mirror in (False, True):
        with pen.mirrored(500) if mirror else pen.placed():
            pen.cel("M470 640 Q400 600 350 508 Q320 560 342 640 Q400 660 470 640 Z", lining, shade=(10, 8))


def _draw_armour(pen: Sheet, look: Traits) -> None:
    metal = look.colours.metal if look.splendour < 2 else "#ffe08a"
    for x, turn in ((412, 14), (588, -14), (500, 0)):
        with pen.placed((x, 780), turn=turn):
            pen.cel(
                "M-58 0 L58 0 L48 76 L0 96 L-48 76 Z",
                metal,
                shade=(14, 6),
                dark="#93a3c4" if metal != "#ffe08a" else None,
            )
    plate = "M400 566 Q372 680 392 764 Q500 794 608 764 Q628 680 600 566 Q500 606 400 566 Z"
    pen.cel(plate, metal, shade=(28, 8), dark="#93a3c4" if metal != "#ffe08a" else None, line=10)
    pen.stroke("M396 694 Q500 730 604 694", 6)
    pen.cel("M500 600 L566 640 L500 716 L434 640 Z", look.colours.deep, shade=(10, 8), line=8)
    draw_emblem(pen, look.element, (500, 652), 66, emblem_colour(look), line=6)
    _draw_belt(pen, look)


def _draw_spiked(pen: Sheet, look: Traits) -> None:
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
    _draw_belt(pen, look, strap="#3a2a26")


def _draw_gi(pen: Sheet, look: Traits) -> None:
    """A crossed jacket with a sash tied at the side."""
    _draw_skirt(pen, look, look.colours.cloth, hem=tone(look.colours.cloth, light=0.75), length=-6)
    pen.cel("M430 570 L500 660 L570 570 Q500 604 430 570 Z", look.colours.skin, shade=(10, 0), line=8)
    lapel = "M584 560 L620 590 L470 760 L420 756 Z"
    pen.cel("M416 560 L380 590 L520 740 L560 720 Z", "#fff6dc", shade=(4, 10), line=8)
    pen.cel(lapel, "#fff6dc", shade=(4, 10), line=8)
    pen.cel("M378 730 Q500 768 622 730 L626 790 Q500 828 374 790 Z", look.colours.bright, shade=(6, 16))
    pen.cel("M450 790 L420 876 L462 864 L480 800 Z", look.colours.bright, shade=(6, 4))
    pen.cel("M470 796 L486 886 L520 862 L502 796 Z", look.colours.bright, shade=(6, 4))
    pen.cel(ellipse(474, 782, 34, 28), look.colours.bright, shade=(6, 6))
    if look.splendour:
        draw_gem(pen, (560, 780), 20, look.colours.deep)


def _draw_mecha(pen: Sheet, look: Traits) -> None:
    pen.cel(TRUNK, look.colours.metal, shade=(28, 8), dark="#93a3c4", line=10)
    pen.cel("M424 600 Q500 628 576 600 L566 700 Q500 722 434 700 Z", look.colours.deep, shade=(8, 10), line=9)
    draw_emblem(pen, look.element, (500, 660), 78, emblem_colour(look), line=6)
    for x in (420, 460, 540, 580):
        pen.cel(circle(x, 748, 12), look.colours.bright if x < 500 else "#ff5a4a", shade=(3, 3), line=6)
    pen.cel(
        "M388 774 Q500 806 612 774 L590 826 Q500 846 410 826 Z", tone(look.colours.metal, light=0.75), line=9
    )
    if look.splendour:
        draw_gem(pen, (500, 760), 22, look.colours.bright)


def _draw_bow_tie(pen: Sheet, look: Traits) -> None:
    """A ghost is dressed in a scarf alone."""
    if look.cape:
        return
    pen.cel("M388 596 Q500 656 612 596 L618 640 Q500 700 382 640 Z", look.colours.deep, shade=(6, 14))
    pen.cel("M560 650 L620 760 L650 720 L690 730 L610 636 Z", look.colours.deep, shade=(8, 8))
    if look.splendour:
        draw_gem(pen, (548, 656), 28, look.colours.bright)


COSTUMES: Mapping[Costume, Part] = {
    Costume.TUNIC: _draw_tunic,
    Costume.ROBE: _draw_robe,
    Costume.TOGA: _draw_toga,
    Costume.COAT: _draw_coat,
    Costume.ARMOUR: _draw_armour,
    Costume.SPIKED: _draw_spiked,
    Costume.GI: _draw_gi,
    Costume.MECHA: _draw_mecha,
    Costume.SHEET: _draw_bow_tie,
}


def _draw_flared_shoulder(pen: Sheet, look: Traits) -> None:
    pen.cel("M436 560 Q330 540 308 640 Q370 616 442 640 Z", look.colours.trim, shade=(8, 10))
    if look.splendour == 2:
        draw_gem(pen, (376, 594), 20, look.colours.deep)


def _draw_round_shoulder(pen: Sheet, look: Traits) -> None:
    metal = look.colours.metal if look.splendour < 2 else "#ffe08a"
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


SHOULDERS: Mapping[Costume, Part] = {
    Costume.TUNIC: _draw_flared_shoulder,
    Costume.TOGA: _draw_flared_shoulder,
    Costume.COAT: _draw_flared_shoulder,
    Costume.ARMOUR: _draw_round_shoulder,
    Costume.SPIKED: _draw_spiked_shoulder,
    Costume.MECHA: _draw_mecha_shoulder,
}
