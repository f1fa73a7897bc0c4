"""Costumes of cloth, drawn over the trunk."""

from bot.drawing.colours import mix, shadow, tone
from bot.drawing.raster import Sheet
from bot.drawing.shapes import circle, ellipse, star
from bot.painters.procedural.costumes.parts import CREAM, TRUNK, draw_belt, draw_skirt
from bot.painters.procedural.emblems import draw_gem
from bot.painters.procedural.traits import Traits


def draw_tunic(pen: Sheet, look: Traits) -> None:
    """A belted shirt with an open neck."""
    draw_skirt(pen, look, look.colours.cloth, hem=look.colours.trim)
    pen.cel("M416 572 L500 700 L584 572 Q500 606 416 572 Z", CREAM, shade=(10, 0), line=8)
    pen.stroke("M500 700 L500 744", 7)
    draw_belt(pen, look)


def draw_robe(pen: Sheet, look: Traits) -> None:
    """To the feet, with a panel down its front."""
    draw_skirt(pen, look, look.colours.cloth, hem=look.colours.trim, length=36)
    front = "M462 590 L538 590 L560 890 L440 890 Z"
    pen.cel(front, mix(look.colours.bright, "#ffffff", 0.35), shade=(14, 0), line=8)
    for y in (660, 700):
        pen.cel(star(500, y, 15, 7), look.colours.trim, shade=(2, 2), line=5)
    draw_belt(pen, look)


def draw_toga(pen: Sheet, look: Traits) -> None:
    """White folds under a sash."""
    draw_skirt(pen, look, look.colours.cloth, hem=look.colours.bright, length=10)
    pen.stroke("M440 806 L428 858 M500 818 L500 872 M560 806 L572 858", 7, shadow(look.colours.cloth))
    pen.cel(
        "M560 574 L620 600 Q560 730 400 778 L384 730 Q520 680 560 574 Z", look.colours.deep, shade=(8, 16)
    )
    draw_belt(pen, look)
    draw_gem(pen, (584, 600), 30, look.colours.bright)


def draw_coat(pen: Sheet, look: Traits) -> None:
    """Tails, waistcoat and tie."""
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
    draw_belt(pen, look)


def draw_gi(pen: Sheet, look: Traits) -> None:
    """A crossed jacket with a sash tied at the side."""
    draw_skirt(pen, look, look.colours.cloth, hem=tone(look.colours.cloth, light=0.75), length=-6)
    pen.cel("M430 570 L500 660 L570 570 Q500 604 430 570 Z", look.colours.skin, shade=(10, 0), line=8)
    lapel = "M584 560 L620 590 L470 760 L420 756 Z"
    pen.cel("M416 560 L380 590 L520 740 L560 720 Z", CREAM, shade=(4, 10), line=8)
    pen.cel(lapel, CREAM, shade=(4, 10), line=8)
    pen.cel("M378 730 Q500 768 622 730 L626 790 Q500 828 374 790 Z", look.colours.bright, shade=(6, 16))
    pen.cel("M450 790 L420 876 L462 864 L480 800 Z", look.colours.bright, shade=(6, 4))
    pen.cel("M470 796 L486 886 L520 862 L502 796 Z", look.colours.bright, shade=(6, 4))
    pen.cel(ellipse(474, 782, 34, 28), look.colours.bright, shade=(6, 6))
    if look.splendour:
        draw_gem(pen, (560, 780), 20, look.colours.deep)


def draw_kimono(pen: Sheet, look: Traits) -> None:
    """Crossed over, with a wide sash and a pattern of blossoms."""
    cloth = look.colours.cloth
    pale = mix(look.colours.bright, "#ffffff", 0.55)
    spots = [
        (circle(x, y, 15), pale)
        for x, y in ((420, 850), (470, 880), (560, 850), (600, 890), (520, 836), (400, 800))
    ]
    pen.cel("M382 760 L356 896 Q500 930 644 896 L618 760 Z", cloth, shade=(20, 0), inside=spots, line=10)
    pen.stroke("M520 800 L486 912", 8)
    pen.cel("M416 560 L380 590 L520 740 L560 716 Z", "#ffffff", shade=(4, 10), line=8)
    pen.cel("M584 560 L620 590 L470 760 L420 750 Z", look.colours.bright, shade=(4, 10), line=8)
    pen.cel(
        "M374 690 Q500 726 626 690 L628 790 Q500 826 372 790 Z", look.colours.trim, shade=(8, 14), line=10
    )
    pen.stroke("M374 740 Q500 776 626 740", 14, look.colours.deep)
    pen.cel(circle(500, 762, 22), "#ffffff", shade=(5, 5), line=8)


def draw_dress(pen: Sheet, look: Traits) -> None:
    """A ball gown: a bell of two tiers, a sash, a stone at the neck."""
    cloth = look.colours.cloth
    hem = mix(look.colours.bright, "#ffffff", 0.5)
    bell = (
        "M390 740 C340 780 290 830 262 900 Q300 880 330 906 Q380 880 415 912 Q460 884 500 914 Q540 884 585 "
        "912 Q620 880 670 906 Q700 880 738 900 C710 830 660 780 610 740 Z"
    )
    pen.cel(bell, hem, shade=(22, 8), line=10)
    upper = (
        "M390 735 C350 770 320 800 302 846 Q340 826 366 850 Q410 826 440 854 Q480 830 500 856 Q520 830 560 "
        "854 Q590 826 634 850 Q660 826 698 846 C680 800 650 770 610 735 Z"
    )
    pen.cel(upper, cloth, shade=(20, 8), line=9)
    pen.cel("M420 572 Q500 640 580 572 L600 600 Q500 690 400 600 Z", "#ffffff", shade=(6, 10), line=8)
    pen.cel("M384 716 Q500 752 616 716 L620 762 Q500 796 380 762 Z", look.colours.trim, shade=(6, 12))
    pen.cel(
        "M500 754 L430 720 L430 800 Z M500 754 L570 720 L570 800 Z", look.colours.bright, shade=(6, 8), line=8
    )
    draw_gem(pen, (500, 656), 26, look.colours.deep)


def draw_suit(pen: Sheet, look: Traits) -> None:
    """Jacket, shirt, bow tie and a handkerchief."""
    cloth = look.colours.cloth
    pen.cel("M384 750 L372 840 Q430 856 500 800 Q570 856 628 840 L616 750 Z", cloth, shade=(18, 0), line=10)
    pen.cel("M430 566 L500 760 L570 566 Q500 600 430 566 Z", "#ffffff", shade=(12, 0), line=8)
    for mirror in (False, True):
        with pen.mirrored(500) if mirror else pen.placed():
            pen.cel(
                "M432 560 L396 600 L420 660 L400 676 L496 780 L500 760 Z",
                tone(cloth, light=0.75),
                shade=(4, 6),
                line=8,
            )
    pen.cel(
        "M500 640 L440 606 L440 676 Z M500 640 L560 606 L560 676 Z", look.colours.bright, shade=(5, 7), line=8
    )
    pen.cel(circle(500, 640, 17), look.colours.bright, shade=(4, 4), line=7)
    for y in (706, 740):
        pen.fill(circle(500, y, 8), look.colours.trim)
    pen.cel("M560 670 L604 660 L590 700 L566 702 Z", look.colours.glint, shade=(3, 3), line=6)


def draw_sailor(pen: Sheet, look: Traits) -> None:
    """A sailor's blouse with a knotted scarf over a pleated skirt."""
    deep = look.colours.deep
    draw_skirt(pen, look, deep, hem=None, length=-4)
    pen.stroke(
        "M430 800 L410 850 M476 806 L468 864 M524 806 L532 864 M570 800 L590 850", 7, tone(deep, light=0.6)
    )
    pen.cel(TRUNK, "#ffffff", shade=(24, 6), line=10)
    pen.cel(
        "M398 566 L372 660 L450 690 L500 724 L550 690 L628 660 L602 566 Q550 600 500 680 Q450 600 398 566 Z",
        deep,
        shade=(8, 10),
        line=9,
    )
    pen.stroke("M392 648 L456 672 L500 702 L544 672 L608 648", 7, "#ffffff")
    pen.cel(
        "M500 704 L440 670 L446 740 Z M500 704 L560 670 L554 740 Z", look.colours.bright, shade=(5, 8), line=8
    )
    pen.cel(circle(500, 704, 18), look.colours.bright, shade=(4, 4), line=7)


def draw_overalls(pen: Sheet, look: Traits) -> None:
    """A striped shirt under blue denim."""
    denim = look.colours.cloth
    stripes = [
        (f"M360 {y} L640 {y} L640 {y + 26} L360 {y + 26} Z", look.colours.bright) for y in (590, 642, 694)
    ]
    pen.cel(TRUNK, "#ffffff", shade=(20, 6), inside=stripes, line=10)
    pen.cel(
        "M382 730 L368 846 Q440 870 496 850 L500 820 L504 850 Q560 870 632 846 L618 730 Z",
        denim,
        shade=(18, 6),
        line=10,
    )
    pen.cel("M430 640 L570 640 L590 760 L410 760 Z", denim, shade=(12, 6), line=9)
    for mirror in (False, True):
        with pen.mirrored(500) if mirror else pen.placed():
            pen.cel("M404 566 L438 572 L460 660 L432 660 Z", denim, shade=(4, 4), line=8)
            pen.cel(circle(446, 656, 15), look.colours.trim, shade=(3, 3), line=7)
    pen.cel("M460 690 L540 690 L534 736 Q500 752 466 736 Z", tone(denim, light=1.2), shade=(6, 6), line=7)


def draw_apron(pen: Sheet, look: Traits) -> None:
    """A bib apron with a pocket and the edge of a frill."""
    draw_skirt(pen, look, look.colours.cloth)
    bib = (
        "M430 600 L570 600 L580 700 Q640 780 630 866 Q590 890 566 868 Q534 896 500 872 Q466 896 434 868 Q410 "
        "890 370 866 Q360 780 420 700 Z"
    )
    pen.cel(bib, "#fffdf6", shade=(18, 8), line=10)
    pen.stroke("M430 604 L412 566 M570 604 L588 566 M420 704 L384 716 M580 704 L616 716", 13)
    pen.stroke("M430 604 L412 566 M570 604 L588 566", 6, "#fffdf6")
    pen.cel("M440 760 L560 760 L552 826 Q500 846 448 826 Z", look.colours.bright, shade=(8, 8), line=8)
    pen.cel(
        "M500 806 C466 784 476 764 490 768 Q498 770 500 778 Q502 770 510 768 C524 764 534 784 500 806 Z",
        "#ff5a7a",
        shade=(2, 3),
        line=6,
    )
