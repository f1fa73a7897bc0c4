"""Wings: each is drawn as the right one, growing from about (560, 640); the left is its mirror."""

from collections.abc import Callable, Mapping

from bot.drawing.colours import Colour, mix, shadow, tone
from bot.drawing.raster import Sheet
from bot.drawing.shapes import circle, ellipse
from bot.painters.procedural.attire import Wings
from bot.painters.procedural.traits import Element, Traits

Part = Callable[[Sheet, Traits], None]


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
        "M550 610 C620 470 720 360 880 290 C862 350 884 396 940 432 C884 446 862 500 884 566 C834 552 790 "
        "582 790 646 C740 612 690 632 670 694 C630 662 580 652 550 664 Z"
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


def _draw_dragon_wing(pen: Sheet, look: Traits) -> None:
    """Broad scaled membranes with claws, in the figure's own colours."""
    skin = mix(look.colours.bright, look.colours.deep, 0.35)
    membrane = (
        "M550 620 C600 470 660 330 720 190 C780 260 880 290 972 300 C930 350 920 390 936 450 C880 440 850 "
        "470 850 530 C800 510 760 540 750 600 C700 580 640 610 620 680 Z"
    )
    sheen = "M600 560 C650 450 690 340 724 240 C780 300 850 320 900 330 C800 360 700 450 640 600 Z"
    pen.cel(
        membrane,
        skin,
        dark=look.colours.deep,
        shade=(16, 18),
        line=11,
        inside=[(sheen, tone(skin, light=1.18))],
    )
    pen.stroke("M600 640 Q740 480 960 304 M604 650 Q740 540 926 450 M606 660 Q720 600 846 530", 9)
    arm = "M548 650 C600 480 660 330 700 170 C712 150 736 156 736 180 C720 340 660 520 590 680 Z"
    pen.cel(arm, look.colours.deep, shade=(8, 8), line=10)
    pen.cel("M700 190 L706 110 L746 186 Z", "#f1e2b8", shade=(8, 0), line=8)
    pen.cel("M950 318 L1000 270 L972 330 Z", "#f1e2b8", shade=(4, 0), line=7)


def _draw_mechanical_wing(pen: Sheet, look: Traits) -> None:
    """Three blades of steel on a jet."""
    for turn, length in ((-46, 330), (-22, 360), (4, 320)):
        with pen.placed((620, 610), turn=turn):
            blade = f"M0 -46 L{length - 60} -56 L{length} 0 L{length - 90} 34 L0 40 Z"
            stripe = [
                (
                    f"M{length - 120} -70 L{length - 84} -70 L{length - 108} 50 L{length - 144} 50 Z",
                    look.colours.bright,
                )
            ]
            pen.cel(blade, look.colours.metal, dark="#93a3c4", shade=(0, 22), inside=stripe, line=10)
    pen.cel(circle(620, 620, 62), look.colours.deep, shade=(12, 12), line=10)
    pen.cel(circle(620, 620, 28), look.colours.glint, shade=(6, 6), line=8)


def _draw_butterfly_wing(pen: Sheet, look: Traits) -> None:
    """Dark rims, bright panes, spots."""
    rim = tone(shadow(look.colours.deep), light=0.6)
    for path, pane in (
        (
            "M550 630 C580 440 700 220 880 200 C990 200 980 360 920 450 C860 540 700 600 550 640 Z",
            "M600 590 C630 460 730 270 870 250 C930 260 920 360 870 430 C810 500 700 550 600 590 Z",
        ),
        (
            "M550 640 C700 600 860 600 880 690 C890 770 820 850 740 830 C660 810 590 730 550 650 Z",
            "M620 664 C720 634 820 640 834 700 C836 750 790 794 740 784 C690 770 650 720 620 664 Z",
        ),
    ):
        pen.cel(path, rim, shade=(8, 8), line=10, inside=[(pane, look.colours.bright)])
    pen.stroke("M620 580 Q760 450 850 290 M640 590 Q760 520 860 420 M650 690 Q740 710 800 740", 8, rim)
    for x, y, r in ((916, 256, 14), (936, 320, 12), (928, 386, 12), (850, 740, 11), (820, 796, 11)):
        pen.fill(circle(x, y, r), look.colours.glint)
    pen.fill(ellipse(780, 380, 40, 52), look.colours.glint, opacity=0.7)


def _draw_flame_wing(pen: Sheet, look: Traits) -> None:
    """Wings of fire, in three tongues of colour."""
    flame = (
        "M550 650 C590 540 600 420 690 330 C690 370 700 390 720 400 C730 300 790 220 890 170 C860 250 880 "
        "290 910 320 C930 300 950 290 980 290 C930 350 940 400 930 450 C900 440 880 450 860 480 C850 540 "
        "810 560 780 556 C750 600 690 620 650 616 C620 650 590 670 560 680 Z"
    )
    pen.cel(flame, look.colours.deep, shade=(0, 12), line=11)
    for scale, tint in ((0.78, look.colours.bright), (0.5, look.colours.glint)):
        with pen.placed((578, 636), scale=scale, about=(560, 660)):
            pen.fill(flame, tint)


WINGS: Mapping[Wings, Part] = {
    Wings.FEATHER: _draw_feather_wing,
    Wings.BAT: _draw_bat_wing,
    Wings.FAIRY: _draw_fairy_wing,
    Wings.DRAGON: _draw_dragon_wing,
    Wings.MECHANICAL: _draw_mechanical_wing,
    Wings.BUTTERFLY: _draw_butterfly_wing,
    Wings.FLAME: _draw_flame_wing,
}
