"""Capes and scarves: what hangs behind, and what closes it at the throat."""

from collections.abc import Callable, Mapping

from bot.drawing.colours import mix, tone
from bot.drawing.raster import Sheet
from bot.drawing.shapes import band, circle, star
from bot.painters.procedural.attire import Cape
from bot.painters.procedural.emblems import draw_gem
from bot.painters.procedural.traits import Traits

Part = Callable[[Sheet, Traits], None]


def draw_cape(pen: Sheet, look: Traits) -> None:
    """What hangs behind the trunk."""
    if look.cape:
        CAPES[look.cape](pen, look)


def draw_clasp(pen: Sheet, look: Traits) -> None:
    """What lies round the neck, over the costume."""
    if look.cape is Cape.SCARF:
        _draw_wrap(pen, look)
    elif look.cape:
        pen.cel(band((410, 600), (500, 650), (590, 600), 34, 34), look.colours.trim, shade=(6, 8))
        draw_gem(pen, (500, 628), 25, look.colours.deep)


_FLAP = "M205 900 Q232 760 330 640 L360 650 Q290 770 262 900 Z"
_BORDER = "M214 868 Q300 832 352 878 Q420 834 500 878 Q580 834 648 878 Q700 832 786 868"


def _draw_plain(pen: Sheet, look: Traits) -> None:
    hem = "Q300 868 350 912 Q420 868 500 912 Q580 868 650 912 Q700 868"
    outer = look.colours.cape
    pen.cel(
        f"M390 590 Q236 740 205 900 {hem} 795 900 Q764 740 610 590 Z",
        outer,
        shade=(30, 0),
        line=10,
        inside=[(_FLAP, tone(outer, light=1.25))],
    )
    if look.splendour:
        pen.stroke(_BORDER, 26)
        pen.stroke(_BORDER, 13, look.colours.trim)


def _draw_patterned(pen: Sheet, look: Traits) -> None:
    """A wide state cape: stars on it, fur along its edge."""
    outer = look.colours.cape
    places = (
        (250, 800, 24),
        (300, 720, 18),
        (310, 850, 18),
        (690, 850, 18),
        (700, 720, 18),
        (750, 800, 24),
        (240, 870, 15),
        (764, 872, 15),
    )
    stars = [(star(x, y, r, r * 0.44), look.colours.trim) for x, y, r in places]
    cape = "M386 588 Q210 720 168 896 Q330 936 500 930 Q670 936 832 896 Q790 720 614 588 Z"
    pen.cel(cape, outer, shade=(24, 0), line=10, inside=stars)
    edge = "M180 884 Q330 924 500 918 Q670 924 820 884"
    pen.stroke(edge, 48)
    pen.stroke(edge, 32, "#fffdf6")
    for x, y in ((240, 898), (330, 910), (420, 917), (580, 917), (670, 910), (760, 898)):
        pen.stroke(f"M{x} {y - 4} L{x + 3} {y + 6}", 9)


def _draw_tattered(pen: Sheet, look: Traits) -> None:
    """Torn and blown to one side."""
    cape = (
        "M392 590 C300 660 200 720 90 720 C130 760 136 780 120 812 C160 800 180 806 190 836 C180 862 160 "
        "880 150 902 C200 880 240 880 270 900 C290 880 320 880 350 912 L400 874 L450 908 L500 876 L560 908 "
        "L610 868 L660 890 C670 800 650 680 608 590 Z"
    )
    holes = [("M230 780 L262 796 L246 830 Z", tone(look.colours.cape, light=0.45))]
    pen.cel(cape, look.colours.cape, shade=(22, 10), line=10, inside=holes)
    pen.stroke("M360 640 Q270 740 170 770 M376 680 Q330 800 290 850", 8, tone(look.colours.cape, light=0.6))


def _draw_streamers(pen: Sheet, look: Traits) -> None:
    """The two ends of a long scarf, in the wind."""
    for path in (
        "M420 610 C300 560 220 640 110 590 C130 640 120 660 90 690 C200 720 300 650 430 680 Z",
        "M430 640 C330 650 280 740 180 730 C206 770 200 790 180 826 C290 820 350 730 450 700 Z",
    ):
        pen.cel(path, look.colours.cape, shade=(6, 16), line=10)


def _draw_wrap(pen: Sheet, look: Traits) -> None:
    pen.cel(
        "M372 580 Q500 660 628 580 Q650 620 630 654 Q500 726 370 654 Q350 620 372 580 Z",
        look.colours.cape,
        shade=(8, 16),
        line=10,
    )
    pen.stroke("M400 620 Q500 672 600 620", 7, tone(look.colours.cape, light=0.6))
    if look.splendour:
        stripe = mix(look.colours.cape, "#ffffff", 0.7)
        pen.stroke("M452 634 L446 672 M548 634 L554 672", 13, stripe)
        pen.fill(circle(500, 660, 9), stripe)


CAPES: Mapping[Cape, Part] = {
    Cape.PLAIN: _draw_plain,
    Cape.PATTERNED: _draw_patterned,
    Cape.TATTERED: _draw_tattered,
    Cape.SCARF: _draw_streamers,
}
