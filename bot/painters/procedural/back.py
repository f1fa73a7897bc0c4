"""What stands behind the figure: burst or nimbus, wings, cape, tail."""

from collections.abc import Callable, Mapping

from bot.drawing.colours import Colour, mix, shadow, tone
from bot.drawing.raster import Sheet
from bot.drawing.shapes import band, circle, ellipse, polar, polygon, spikes
from bot.painters.procedural.emblems import draw_gem
from bot.painters.procedural.traits import Element, Hat, Species, Traits, Wings

Part = Callable[[Sheet, Traits], None]

HEAD = (500.0, 395.0)


def draw_back(pen: Sheet, look: Traits) -> None:
    """Everything behind the body, back to front."""
    if look.halo and halo_is_behind(look):
        _draw_nimbus(pen, look)
    elif look.splendour or look.jitter[0] > 0.2:
        _draw_burst(pen, look)
    draw_wings(pen, look)
    if look.cape:
        _draw_cape(pen, look)
    if tail := TAILS.get(look.species):
        tail(pen, look)


def draw_wings(pen: Sheet, look: Traits) -> None:
    """A pair of wings, if there are any, from (500, 640); the more splendid, the larger."""
    if look.wings is None:
        return
    grown = (0.9, 1.0, 1.12)[look.splendour]
    for mirror in (False, True):
        with (
            pen.mirrored(500) if mirror else pen.placed(),
            pen.placed((560, 640), scale=grown, about=(560, 640)),
        ):
            WINGS[look.wings](pen, look)


def halo_is_behind(look: Traits) -> bool:
    """Whether there is no room for a ring above the head."""
    return look.hat in (Hat.WIZARD, Hat.KNIGHT, Hat.CROWN) or look.species in (
        Species.RABBIT,
        Species.ROBOT,
        Species.BIRD,
    )


def _draw_nimbus(pen: Sheet, look: Traits) -> None:
    x, y = HEAD
    for k in range(16):
        tip = polar(x, y - 20, 372 if k % 2 else 342, k * 22.5)
        sides = [polar(x, y - 20, 280, k * 22.5 + turn) for turn in (-8, 8)]
        pen.cel(polygon([sides[0], tip, sides[1]]), "#ffd83a", shade=(6, 8))
    pen.cel(
        circle(x, y - 20, 296),
        "#ffd83a",
        inside=[(circle(x, y - 20, 262), mix(look.colours.bright, "#ffffff", 0.5))],
    )
    pen.stroke(circle(x, y - 20, 262), 7)


def _draw_burst(pen: Sheet, look: Traits) -> None:
    """The element blazing behind the head."""
    count = 9 if look.element is not Element.FIRE else 7
    reach = 345 + 25 * look.splendour
    radii = [reach * (1 + 0.1 * look.jitter[k]) for k in range(count)]
    outer = spikes(*HEAD, -208, 28, 225, radii) + " Z"
    inner = spikes(*HEAD, -200, 20, 215, [radius * 0.84 for radius in radii]) + " Z"
    pen.cel(
        outer,
        look.colours.bright,
        dark=look.colours.deep,
        shade=(0, -16),
        inside=[(inner, look.colours.glint)],
    )


def _draw_feather_wing(pen: Sheet, look: Traits) -> None:
    """Long feathers, tinted short ones over their roots, and the arm that bears them."""
    for k in range(7):
        t = k / 6
        _draw_feather(pen, (600 + 180 * t, 650 - 290 * t), 66 - 122 * t, 200 + 75 * t, 88, "#ffffff")
    tint = mix(look.colours.bright, "#ffffff", 0.5)
    for k in range(5):
        t = k / 4
        _draw_feather(pen, (592 + 170 * t, 630 - 270 * t), 56 - 100 * t, 116 + 30 * t, 76, tint)
    arm = "M545 672 C580 560 640 420 738 322 C764 298 806 310 794 346 C772 430 690 570 612 666 Z"
    pen.cel(arm, look.colours.trim if look.splendour == 2 else "#ffffff", shade=(16, 6))


def _draw_feather(
    pen: Sheet, at: tuple[float, float], turn: float, length: float, width: float, tint: Colour
) -> None:
    """A feather with its quill at `at`, pointing right at turn 0."""
    w = width / 2
    with pen.placed(at, turn=turn):
        pen.cel(
            f"M-30 {-w:.0f} C{length * 0.5:.0f} {-w * 1.1:.0f} {length * 0.95:.0f} {-w * 0.9:.0f} {length:.0f} 4 "
            f"C{length * 0.85:.0f} {w:.0f} {length * 0.3:.0f} {w * 1.1:.0f} -30 {w:.0f} Z",
            tint,
            shade=(3, 10),
        )


def _draw_bat_wing(pen: Sheet, look: Traits) -> None:
    """A membrane on three fingers."""
    skin = shadow(look.colours.deep) if look.element is not Element.DARK else "#5a2a78"
    membrane = (
        "M550 610 C620 470 720 360 880 290 C862 350 884 396 940 432 C884 446 862 500 884 566 C834 552 790 582 790 646 "
        "C740 612 690 632 670 694 C630 662 580 652 550 664 Z"
    )
    sheen = "M600 560 C660 470 740 390 850 330 C800 420 760 470 640 600 Z"
    pen.cel(membrane, skin, shade=(22, 16), line=10, inside=[(sheen, tone(skin, light=1.28))])
    pen.stroke("M566 640 Q740 520 920 440 M575 652 Q720 580 874 560", 8)
    pen.cel(
        "M540 640 Q690 450 872 276 Q896 262 892 300 Q720 470 572 668 Z", tone(skin, light=0.8), shade=(8, 8)
    )
    pen.cel("M862 300 L880 212 L916 306 Z", "#f1e2b8", shade=(10, 0), line=8)


def _draw_fairy_wing(pen: Sheet, look: Traits) -> None:
    """Two clear panes, a large and a small."""
    tint = mix(look.colours.bright, "#ffffff", 0.55)
    for path, vein in (
        ("M560 620 C600 430 780 250 900 300 C970 350 860 560 560 640 Z", "M580 610 Q720 470 850 360"),
        ("M560 640 C720 600 860 640 850 720 C820 800 660 760 560 660 Z", "M580 650 Q700 670 790 700"),
    ):
        pen.cel(path, tint, dark=mix(tint, look.colours.deep, 0.3), shade=(18, 18))
        pen.stroke(vein, 7, "#ffffff")
    pen.fill(circle(840, 360, 20), "#ffffff")
    pen.fill(circle(800, 410, 12), "#ffffff")


WINGS: Mapping[Wings, Part] = {
    Wings.FEATHER: _draw_feather_wing,
    Wings.BAT: _draw_bat_wing,
    Wings.FAIRY: _draw_fairy_wing,
}


def _draw_cape(pen: Sheet, look: Traits) -> None:
    outer = (
        look.colours.deep if look.colours.cloth != look.colours.deep else tone(look.colours.deep, light=0.78)
    )
    hem = "Q300 868 350 912 Q420 868 500 912 Q580 868 650 912 Q700 868"
    cape = f"M390 590 Q236 740 205 900 {hem} 795 900 Q764 740 610 590 Z"
    inside = [("M205 900 Q232 760 330 640 L360 650 Q290 770 262 900 Z", tone(outer, light=1.25))]
    pen.cel(cape, outer, shade=(30, 0), line=10, inside=inside)
    if look.splendour:
        lower = "M214 868 Q300 832 352 878 Q420 834 500 878 Q580 834 648 878 Q700 832 786 868"
        pen.stroke(lower, 26)
        pen.stroke(lower, 13, look.colours.trim)


def _draw_brush(pen: Sheet, look: Traits) -> None:
    """A fox's or wolf's bushy tail with a white tip."""
    tail = "M600 800 C760 830 850 740 838 590 C932 690 930 880 700 880 Z"
    tip = "M800 700 C850 680 880 690 940 720 L900 560 L820 570 Z"
    pen.cel(tail, look.colours.skin, inside=[(tip, "#fffaf0")])


def _draw_thin_tail(pen: Sheet, look: Traits) -> None:
    pen.cel(
        "M600 800 C720 840 830 760 800 660 C790 616 846 606 856 650 C886 750 740 906 590 850 Z",
        look.colours.skin,
    )


def _draw_round_tail(pen: Sheet, look: Traits) -> None:
    pen.cel(circle(664, 800, 46), look.colours.skin)


def _draw_dragon_tail(pen: Sheet, look: Traits) -> None:
    pen.cel("M600 790 C760 830 850 780 856 690 L892 690 C892 850 760 920 590 860 Z", look.colours.skin)
    pen.cel("M824 700 L876 600 L922 700 L876 680 Z", look.colours.bright, shade=(10, 4))
    for x, y, turn in ((704, 812, 8), (770, 790, -20), (820, 745, -45)):
        with pen.placed((x, y), turn=turn):
            pen.cel("M-24 8 L2 -40 L26 6 Z", look.colours.bright, shade=(7, 4), line=8)


def _draw_devil_tail(pen: Sheet, look: Traits) -> None:
    pen.stroke(_DEVIL_TAIL, 34)
    pen.stroke(_DEVIL_TAIL, 17, look.colours.skin)
    pen.cel("M820 690 L880 596 L918 700 Q868 676 820 690 Z", look.colours.skin, shade=(10, 4))


_DEVIL_TAIL = "M620 830 C740 880 850 830 868 690"


def _draw_tail_feathers(pen: Sheet, look: Traits) -> None:
    for turn, tint in ((34, look.colours.bright), (10, look.colours.skin), (-14, look.colours.glint)):
        with pen.placed((620, 800), turn=turn):
            pen.cel(ellipse(100, 0, 100, 34), tint)


TAILS: Mapping[Species, Part] = {
    Species.CAT: _draw_thin_tail,
    Species.DOG: _draw_brush,
    Species.FOX: _draw_brush,
    Species.BEAR: _draw_round_tail,
    Species.RABBIT: _draw_round_tail,
    Species.BIRD: _draw_tail_feathers,
    Species.DRAGON: _draw_dragon_tail,
    Species.ONI: _draw_devil_tail,
}


def draw_clasp(pen: Sheet, look: Traits) -> None:
    """What closes a cape at the throat."""
    if look.cape:
        pen.cel(band((410, 600), (500, 650), (590, 600), 34, 34), look.colours.trim, shade=(6, 8))
        draw_gem(pen, (500, 628), 25, look.colours.deep)
