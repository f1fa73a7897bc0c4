"""Heads of people and of what never was a beast: oni, robot, ghost, skeleton, alien, slime, and living food."""

from bot.drawing.colours import mix, shadow
from bot.drawing.raster import INK, Sheet
from bot.drawing.shapes import circle, ellipse
from bot.painters.procedural.attire import Hat
from bot.painters.procedural.heads.head import ROUND, Head, draw_ears, draw_pair
from bot.painters.procedural.traits import Traits

BOXY = (
    "M300 262 Q300 203 357 203 L643 203 Q700 203 700 262 L714 500 Q714 586 640 586 L360 586 Q286 586 286 "
    "500 Z"
)
WISPY = (
    "M286 420 C270 240 400 160 520 176 Q560 120 620 130 Q590 160 612 196 C700 240 722 330 714 420 C708 520 "
    "610 590 500 592 C390 590 292 520 286 420 Z"
)
SKULL = (
    "M284 400 C276 250 390 180 500 180 C610 180 724 250 716 400 C716 470 690 500 660 516 L656 570 Q650 600 "
    "610 600 L390 600 Q350 600 344 570 L340 516 C310 500 284 470 284 400 Z"
)
BULBOUS = (
    "M250 360 C240 220 370 150 500 150 C630 150 760 220 750 360 C748 470 640 600 500 604 C360 600 252 470 "
    "250 360 Z"
)
DROP = (
    "M276 460 C280 330 420 290 460 190 Q474 140 520 118 Q524 160 548 196 C600 290 724 340 724 460 C722 556 "
    "620 596 500 596 C380 596 278 556 276 460 Z"
)
RIBBED = (
    "M270 410 C262 280 340 214 410 222 Q456 190 500 206 Q544 190 590 222 C660 214 738 280 730 410 C732 520 "
    "650 590 590 584 Q544 606 500 592 Q456 606 410 584 C350 590 268 520 270 410 Z"
)
SNOWY = (
    "M280 400 C280 270 380 186 500 186 C620 186 720 270 720 400 C720 520 620 598 500 598 C380 598 280 520 "
    "280 400 Z"
)
TRIANGLE = (
    "M500 150 C550 150 580 190 610 250 L736 490 C764 560 730 598 660 598 L340 598 C270 598 236 560 264 490 "
    "L390 250 C420 190 450 150 500 150 Z"
)
TUB = (
    "M352 230 Q500 190 648 230 Q664 236 672 270 L736 540 Q746 600 680 600 L320 600 Q254 600 264 540 L328 "
    "270 Q336 236 352 230 Z"
)


def _draw_small_ears(pen: Sheet, look: Traits) -> None:
    skin = look.colours.skin
    draw_ears(pen, circle(290, 430, 40), circle(294, 432, 20), skin, shadow(skin))


def _draw_elf_ears(pen: Sheet, look: Traits) -> None:
    skin = look.colours.skin
    outer, inner = (
        "M316 380 Q240 340 192 372 Q226 470 318 470 Z",
        "M300 400 Q252 376 226 388 Q250 436 306 444 Z",
    )
    draw_ears(pen, outer, inner, skin, shadow(skin))


def _draw_fin_ears(pen: Sheet, look: Traits) -> None:
    """A mermaid's."""
    fin = "M312 400 L206 350 L232 420 L190 460 L240 480 L236 530 L320 480 Z"
    draw_pair(pen, lambda: pen.cel(fin, look.colours.bright, shade=(8, 8), line=9))


def _draw_antennae(pen: Sheet, look: Traits) -> None:
    if look.hat in (Hat.KNIGHT, Hat.NINJA, Hat.SAMURAI):
        return
    for x in (268, 732):
        pen.cel(ellipse(x, 400, 38, 64), look.colours.deep)
    if look.hat is None:
        pen.stroke("M500 205 L500 128", 18)
        pen.cel(circle(500, 108, 38), look.colours.bright)
        pen.fill(circle(488, 95, 10), "#ffffff")


def _draw_rivets(pen: Sheet, look: Traits) -> None:
    for x in (326, 674):
        for y in (244, 552):
            pen.cel(circle(x, y, 12), look.colours.metal, shade=(3, 3), line=6)
    pen.fill("M452 208 L548 208 L540 330 L460 330 Z", look.colours.deep)


def _draw_grille(pen: Sheet, look: Traits) -> None:
    pen.cel(
        "M420 518 L580 518 Q590 540 576 562 L424 562 Q410 540 420 518 Z",
        look.colours.metal,
        shade=(4, 6),
        line=8,
    )
    pen.stroke("M460 522 L460 558 M500 522 L500 558 M540 522 L540 558", 8)


def _draw_sockets(pen: Sheet, _: Traits) -> None:
    """A skull's: dark round the eyes, a nose like a heart upside down, cracks."""
    draw_pair(pen, lambda: pen.fill(ellipse(404, 428, 78, 88), "#4a3f5c"))
    pen.fill("M500 478 Q520 500 518 514 Q508 522 500 510 Q492 522 482 514 Q480 500 500 478 Z", INK)
    pen.stroke("M560 186 L548 230 L576 250 L566 282", 6)


def _draw_jawbone(pen: Sheet, _: Traits) -> None:
    pen.stroke("M372 544 Q500 570 628 544", 9)
    pen.stroke("M412 532 L414 574 M456 540 L456 584 M500 542 L500 588 M544 540 L544 584 M588 532 L586 574", 7)


def _draw_stalks(pen: Sheet, look: Traits) -> None:
    """An alien's feelers."""
    if look.hat:
        return

    def side() -> None:
        pen.stroke("M420 180 C410 110 380 80 330 60", 26)
        pen.stroke("M420 180 C410 110 380 80 330 60", 10, look.colours.skin)
        pen.cel(circle(322, 56, 34), look.colours.bright, shade=(8, 8))

    draw_pair(pen, side)


def _draw_gloss(pen: Sheet, look: Traits) -> None:
    """Light in a slime's jelly."""
    pen.fill(
        "M316 440 C326 380 380 340 420 300 Q400 360 372 400 Q350 440 340 480 Q316 480 316 440 Z",
        "#ffffff",
        opacity=0.75,
    )
    pen.fill(circle(640, 540, 20), mix(look.colours.skin, "#ffffff", 0.5))
    pen.fill(circle(676, 496, 11), mix(look.colours.skin, "#ffffff", 0.5))


def _draw_stalk(pen: Sheet, look: Traits) -> None:
    if look.hat is None:
        pen.cel(
            "M470 220 C480 170 460 130 430 100 L500 84 C530 130 534 170 536 220 Z",
            "#5a8a3a",
            shade=(10, 6),
            line=10,
        )


def _draw_ribs(pen: Sheet, look: Traits) -> None:
    dark = shadow(look.colours.skin)
    pen.stroke("M410 226 Q330 390 404 580 M590 226 Q670 390 596 580 M500 210 L500 300", 9, dark)


def _draw_carrot_nose(pen: Sheet, _: Traits) -> None:
    pen.cel(
        "M478 458 Q510 440 524 470 L600 510 Q520 520 482 494 Q466 476 478 458 Z",
        "#ff8a2a",
        shade=(2, 8),
        line=9,
    )


def _draw_grains(pen: Sheet, look: Traits) -> None:
    """Rice, and a sheet of seaweed below."""
    pen.flat("M396 516 L604 516 L626 640 L374 640 Z", "#2c3a34", line=9)
    for x, y in ((450, 250), (560, 290), (400, 330), (520, 220), (320, 500), (680, 500), (620, 380)):
        with pen.placed((x, y), turn=x % 90):
            pen.fill(ellipse(0, 0, 13, 7), "#d8dfec")
    if look.jitter[6] > 0.2:
        pen.cel(circle(500, 262, 30), "#e8384a", shade=(6, 6), line=8)


def _draw_seaweed_mouth(pen: Sheet, look: Traits) -> None:
    if look.fierce:
        pen.stroke("M462 566 Q500 538 538 566", 10, "#ffffff")
    else:
        pen.flat(
            "M462 542 Q500 552 538 542 Q532 582 500 584 Q468 582 462 542 Z", "#ff7a80", line=7, ink="#ffffff"
        )


def _draw_caramel(pen: Sheet, look: Traits) -> None:
    """Sauce that runs down a pudding, and a cherry."""
    sauce = (
        "M352 230 Q500 190 648 230 Q664 236 672 270 L690 346 Q676 372 656 346 Q630 320 612 350 Q590 386 566 "
        "346 Q530 320 500 346 Q470 376 440 346 Q410 318 386 356 Q364 386 344 350 Q330 330 312 340 L328 270 "
        "Q336 236 352 230 Z"
    )
    pen.cel(sauce, "#8a4a1c", shade=(0, 10), line=9)
    pen.fill("M366 246 Q430 224 500 224 Q430 240 376 268 Z", "#d89a5a")
    if look.hat is None:
        pen.cel(ellipse(500, 214, 92, 40), "#fffdf4", shade=(6, 8), line=9)
        pen.cel(circle(500, 168, 42), "#e8283c", shade=(8, 8), line=9)
        pen.stroke("M504 130 Q516 90 560 76", 9)
        pen.fill(circle(486, 154, 10), "#ffffff")


HUMAN = Head(outline=ROUND, ears=_draw_small_ears, hairy=True)
MERMAID = Head(outline=ROUND, ears=_draw_fin_ears, hairy=True)
ONI = Head(outline=ROUND, ears=_draw_elf_ears, hairy=True)
ROBOT = Head(
    outline=BOXY, ears=_draw_antennae, marks=_draw_rivets, muzzle=_draw_grille, mouth=None, topped=True
)
GHOST = Head(outline=WISPY, browed=False)
SKELETON = Head(outline=SKULL, marks=_draw_sockets, muzzle=_draw_jawbone, mouth=None, browed=False)
ALIEN = Head(outline=BULBOUS, ears=_draw_stalks, mouth=(6, 0.8), topped=True, browed=False)
SLIME = Head(outline=DROP, marks=_draw_gloss, topped=True, browed=False)
PUMPKIN = Head(outline=RIBBED, ears=_draw_stalk, marks=_draw_ribs, topped=True)
SNOWMAN = Head(outline=SNOWY, muzzle=_draw_carrot_nose, mouth=(22, 0.8))
ONIGIRI = Head(
    outline=TRIANGLE, marks=_draw_grains, muzzle=_draw_seaweed_mouth, mouth=None, topped=True, browed=False
)
PUDDING = Head(outline=TUB, marks=_draw_caramel, mouth=(8, 1.0), topped=True, browed=False)
