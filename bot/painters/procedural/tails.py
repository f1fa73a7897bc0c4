"""Tails, on the right of the trunk, and what else a species carries on its back."""

from collections.abc import Callable, Mapping

from bot.drawing.colours import mix, tone
from bot.drawing.raster import INK, Sheet
from bot.drawing.shapes import circle, ellipse
from bot.painters.procedural.traits import Species, Traits

Part = Callable[[Sheet, Traits], None]


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


def _draw_ringed_brush(pen: Sheet, look: Traits) -> None:
    """A tanuki's: thick, with dark bands."""
    tail = (
        "M600 810 C700 860 850 850 880 740 C900 660 850 600 800 620 C740 640 780 740 700 760 C660 770 620 "
        "770 600 760 Z"
    )
    dark = tone(look.colours.skin, light=0.45)
    bands = [
        (f"M{x} {y} L{x + 120} {y - 60} L{x + 130} {y - 10} L{x + 10} {y + 50} Z", dark)
        for x, y in ((760, 690), (776, 790))
    ]
    pen.cel(tail, look.colours.skin, inside=bands, line=10)


def _draw_striped_tail(pen: Sheet, look: Traits) -> None:
    _draw_thin_tail(pen, look)
    for path in ("M812 700 L868 690", "M800 760 L852 790", "M744 800 L770 850"):
        pen.stroke(path, 18, "#3a2620")


def _draw_tufted_tail(pen: Sheet, look: Traits) -> None:
    """A lion's or cow's: thin, with a tuft."""
    line = "M610 820 C720 870 830 820 850 690"
    pen.stroke(line, 38)
    pen.stroke(line, 20, look.colours.skin)
    tuft = "M850 730 C790 700 800 630 850 580 C862 610 880 620 900 620 C916 660 906 716 850 730 Z"
    pen.cel(tuft, tone(look.colours.skin, light=0.5), shade=(8, 8))


def _draw_string_tail(pen: Sheet, look: Traits) -> None:
    """A mouse's or monkey's: long, curled at its end."""
    line = "M610 826 C760 880 880 800 850 690 C836 640 780 650 784 696 C788 726 820 726 826 706"
    tint = "#ff9db0" if look.species is Species.MOUSE else look.colours.skin
    pen.stroke(line, 32)
    pen.stroke(line, 15, tint)


def _draw_curl(pen: Sheet, look: Traits) -> None:
    """A pig's."""
    line = "M620 790 C680 800 700 760 680 740 C660 724 640 750 660 772 C690 800 740 780 750 740"
    pen.stroke(line, 34)
    pen.stroke(line, 16, look.colours.skin)


def _draw_flowing_tail(pen: Sheet, look: Traits) -> None:
    """A unicorn's, in the colours of its mane."""
    for path, tint in (
        (
            "M600 780 C740 730 880 760 880 880 C850 850 830 850 820 900 C790 860 740 870 700 890 C720 850 "
            "690 820 600 830 Z",
            look.colours.bright,
        ),
        (
            "M600 790 C720 760 800 780 810 850 C770 830 740 840 720 866 C700 836 660 830 600 824 Z",
            look.colours.glint,
        ),
    ):
        pen.cel(path, tint, shade=(8, 10))


def _draw_fish_tail(pen: Sheet, look: Traits) -> None:
    tint = look.colours.skin if look.species is Species.SHARK else look.colours.bright
    pen.cel(
        "M600 780 C700 820 760 790 800 720 C810 660 860 620 930 610 C900 670 900 720 930 790 C870 800 820 "
        "830 780 850 C720 880 640 870 600 840 Z",
        tint,
        shade=(12, 12),
        line=10,
    )


def _draw_shell(pen: Sheet, look: Traits) -> None:
    """A turtle's, behind the trunk, with its rim."""
    shell = tone(look.colours.skin, light=0.55, hue=-0.06)
    pen.cel(ellipse(500, 700, 246, 190), mix(shell, "#ffe8a0", 0.5), shade=(16, 16), line=11)
    plates = [
        (circle(x, y, 70), tone(shell, light=0.8))
        for x, y in ((290, 640), (270, 760), (710, 640), (730, 760))
    ]
    pen.cel(ellipse(500, 694, 214, 162), shell, shade=(14, 14), line=10, inside=plates)


def _draw_wing_cases(pen: Sheet, look: Traits) -> None:
    """A beetle's, spread a little, the clear wings under them."""

    def side() -> None:
        pen.cel(
            "M540 610 C700 560 900 640 900 760 C860 840 660 780 540 680 Z", "#e8f4ff", shade=(10, 14), line=9
        )
        pen.stroke("M580 640 Q740 660 860 750", 6, "#9fb4d8")
        case = "M530 590 C640 470 820 480 900 590 C900 660 780 690 660 690 C600 690 550 660 530 640 Z"
        gleam = [("M620 560 C700 510 780 520 840 570 C760 550 690 560 640 590 Z", "#ffffff")]
        pen.cel(case, look.colours.skin, shade=(16, 16), line=10, inside=gleam)

    side()
    with pen.mirrored(500):
        side()


def _draw_bee_back(pen: Sheet, look: Traits) -> None:
    """Clear wings and a striped abdomen with a sting."""

    def side() -> None:
        pen.cel(
            "M540 640 C620 480 840 440 880 540 C900 640 700 700 540 680 Z", "#e4f6ff", shade=(12, 14), line=9
        )
        pen.stroke("M580 640 Q700 560 820 540", 6, "#9fc4e8")

    side()
    with pen.mirrored(500):
        side()
    bands = [
        ("M700 700 L760 690 L760 900 L700 900 Z", "#4a3020"),
        ("M800 700 L846 710 L846 900 L800 880 Z", "#4a3020"),
    ]
    pen.cel("M866 780 L940 800 L866 826 Z", INK, shade=(0, 0))
    pen.cel(ellipse(740, 800, 140, 84), look.colours.skin, shade=(14, 16), inside=bands, line=10)


TAILS: Mapping[Species, Part] = {
    Species.CAT: _draw_thin_tail,
    Species.TIGER: _draw_striped_tail,
    Species.LION: _draw_tufted_tail,
    Species.DOG: _draw_thin_tail,
    Species.WOLF: _draw_brush,
    Species.FOX: _draw_brush,
    Species.TANUKI: _draw_ringed_brush,
    Species.BEAR: _draw_round_tail,
    Species.RABBIT: _draw_round_tail,
    Species.SHEEP: _draw_round_tail,
    Species.DEER: _draw_round_tail,
    Species.MOUSE: _draw_string_tail,
    Species.MONKEY: _draw_string_tail,
    Species.PIG: _draw_curl,
    Species.COW: _draw_tufted_tail,
    Species.ELEPHANT: _draw_tufted_tail,
    Species.UNICORN: _draw_flowing_tail,
    Species.BIRD: _draw_tail_feathers,
    Species.OWL: _draw_tail_feathers,
    Species.DRAGON: _draw_dragon_tail,
    Species.ONI: _draw_devil_tail,
    Species.SHARK: _draw_fish_tail,
    Species.FISH: _draw_fish_tail,
    Species.TURTLE: _draw_shell,
    Species.BEETLE: _draw_wing_cases,
    Species.BEE: _draw_bee_back,
}
