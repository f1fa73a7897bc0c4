"""Bodies of those who have no legs: drawn instead of them, under trunk and costume."""

from collections.abc import Callable, Mapping

from bot.drawing.colours import mix, shadow, tone
from bot.drawing.raster import Sheet
from bot.drawing.shapes import band, circle, ellipse
from bot.painters.procedural.traits import Species, Traits

Part = Callable[[Sheet, Traits], None]


def _draw_wisp(pen: Sheet, look: Traits) -> None:
    """A ghost below the head: a trailing sheet."""
    sheet = (
        "M382 560 C326 690 340 840 262 900 C340 926 396 880 436 908 C470 934 500 894 530 908 C580 934 612 "
        "884 650 900 C690 920 730 900 752 872 C690 850 664 690 618 560 Z"
    )
    pen.cel(sheet, look.colours.skin, shade=(26, 10), dark=mix(look.colours.skin, "#8f9fe0", 0.4), line=10)
    pen.fill("M410 690 Q420 800 372 870 Q392 780 388 700 Z", "#ffffff", opacity=0.9)


def _draw_blob(pen: Sheet, look: Traits) -> None:
    """A slime's puddle of a body."""
    blob = (
        "M400 560 C330 640 230 740 236 830 C240 910 380 920 500 920 C620 920 760 910 764 830 C770 740 670 "
        "640 600 560 Z"
    )
    pen.cel(blob, look.colours.skin, shade=(28, 18), line=11)
    pen.fill("M300 780 C300 730 340 690 370 670 Q350 730 340 800 Q310 820 300 780 Z", "#ffffff", opacity=0.7)
    for x, y, r in ((640, 800, 22), (684, 850, 13), (420, 860, 15)):
        pen.fill(circle(x, y, r), mix(look.colours.skin, "#ffffff", 0.5))


def _draw_tentacles(pen: Sheet, look: Traits) -> None:
    """An octopus': four to the sides, curled at the ends, with suckers."""
    for mirror in (False, True):
        with pen.mirrored(500) if mirror else pen.placed():
            for bend, end in (((560, 900), (760, 880)), ((520, 880), (620, 912)), ((620, 820), (800, 770))):
                pen.cel(band((540, 700), bend, end, 110, 46), look.colours.skin, shade=(8, 14), line=10)
                for t in (0.62, 0.8, 0.95):
                    x = (1 - t) ** 2 * 540 + 2 * t * (1 - t) * bend[0] + t**2 * end[0]
                    y = (1 - t) ** 2 * 700 + 2 * t * (1 - t) * bend[1] + t**2 * end[1]
                    pen.fill(circle(x, y + 8, 11 - 4 * t), "#ffe0d8")
    pen.cel(
        "M400 560 C370 660 370 760 420 820 Q500 850 580 820 C630 760 630 660 600 560 Z",
        look.colours.skin,
        shade=(20, 10),
        line=10,
    )


def _draw_snowball(pen: Sheet, look: Traits) -> None:
    pen.cel(ellipse(500, 762, 200, 162), look.colours.skin, shade=(30, 26), line=11)
    for y in (716, 776, 836):
        pen.cel(circle(500, y, 17), look.colours.deep, shade=(4, 4), line=7)


def _draw_fishtail(pen: Sheet, look: Traits) -> None:
    """A mermaid's: scales, and a fluke curled to the side."""
    scale = shadow(look.colours.bright)
    fluke = (
        "M676 850 C700 800 740 770 830 740 C820 790 810 820 800 850 C850 860 880 880 900 920 C820 930 760 "
        "930 700 900 Z"
    )
    pen.cel(fluke, look.colours.glint, shade=(12, 12), line=10)
    pen.cel(
        "M384 740 C360 860 430 930 540 934 C640 930 690 900 730 880 L690 836 C650 866 630 850 622 740 Z",
        look.colours.bright,
        shade=(20, 16),
        line=11,
    )
    for x, y in (
        (430, 810),
        (490, 810),
        (550, 810),
        (460, 850),
        (520, 850),
        (580, 850),
        (500, 890),
        (560, 890),
    ):
        pen.stroke(f"M{x - 24} {y} Q{x} {y + 30} {x + 24} {y}", 7, scale)
    pen.stroke("M740 870 L820 770 M744 880 L860 900", 7, tone(look.colours.glint, light=0.7))
    pen.cel(
        "M376 736 Q500 776 624 736 L630 790 Q600 776 570 800 Q536 780 500 806 Q464 780 430 800 Q400 776 370 "
        "790 Z",
        look.colours.glint,
        shade=(6, 8),
        line=9,
    )


BODIES: Mapping[Species, Part] = {
    Species.GHOST: _draw_wisp,
    Species.SLIME: _draw_blob,
    Species.OCTOPUS: _draw_tentacles,
    Species.SNOWMAN: _draw_snowball,
    Species.MERMAID: _draw_fishtail,
}
