"""Heads from water, shell and scale: frog, turtle, shark, fish, octopus, dragon, and the insects."""

from bot.drawing.colours import mix, shadow, tone
from bot.drawing.raster import INK, Sheet
from bot.drawing.shapes import circle, ellipse
from bot.painters.procedural.heads.head import PLUMP, ROUND, Head, draw_pair
from bot.painters.procedural.traits import Traits

JAWED = (
    "M290 400 C286 248 393 186 500 186 C607 186 714 248 710 400 C746 440 736 526 664 560 C612 594 560 602 "
    "500 602 C440 602 388 594 336 560 C264 526 254 440 290 400 Z"
)
WIDE = (
    "M262 440 C250 360 290 300 330 272 C300 200 400 150 446 222 Q500 210 554 222 C600 150 700 200 670 272 "
    "C710 300 750 360 738 440 C730 540 620 596 500 596 C380 596 270 540 262 440 Z"
)
DOMED = (
    "M296 440 C250 260 340 110 500 110 C660 110 750 260 704 440 C712 540 610 594 500 594 C390 594 288 540 "
    "296 440 Z"
)
POINTED = (
    "M276 440 C280 320 400 250 470 150 Q500 110 530 150 C600 250 720 320 724 440 C722 540 620 596 500 596 "
    "C380 596 278 540 276 440 Z"
)


def _draw_frog_belly(pen: Sheet, look: Traits) -> None:
    pen.fill(
        "M282 480 Q500 530 718 480 Q700 586 500 588 Q300 586 282 480 Z",
        mix(look.colours.skin, "#fffbe0", 0.65),
    )


def _draw_frog_mouth(pen: Sheet, look: Traits) -> None:
    if look.fierce:
        pen.stroke("M346 520 Q500 470 654 520", 11)
        return
    pen.flat("M340 494 Q500 536 660 494 Q620 580 500 582 Q380 580 340 494 Z", "#a82838", line=10)
    pen.fill("M430 564 Q500 520 570 564 Q540 577 500 577 Q460 577 430 564 Z", "#ff8a90")


def _draw_turtle_marks(pen: Sheet, look: Traits) -> None:
    dark = tone(look.colours.skin, light=0.72)
    for path in ("M470 200 L500 236 L530 200 Z", "M400 226 Q430 250 420 290 Q384 280 376 246 Z"):
        pen.fill(path, dark)
    with pen.mirrored(500):
        pen.fill("M400 226 Q430 250 420 290 Q384 280 376 246 Z", dark)
    pen.fill(
        "M300 500 Q500 552 700 500 Q650 586 500 588 Q350 586 300 500 Z",
        mix(look.colours.skin, "#fffbe0", 0.6),
    )
    for x in (484, 516):
        pen.fill(ellipse(x, 480, 5, 7), INK)


def _draw_dorsal_fin(pen: Sheet, look: Traits) -> None:
    """A shark's, on top, and gills at the sides."""
    if look.hat is None:
        pen.cel(
            "M430 214 C440 120 500 60 600 36 C570 100 580 160 596 216 Z",
            look.colours.skin,
            shade=(14, 8),
            line=10,
        )
    fin = "M296 440 C230 430 176 466 150 530 C210 530 270 540 316 520 Z"
    draw_pair(pen, lambda: pen.cel(fin, look.colours.skin, shade=(10, 10), line=10))


def _draw_shark_belly(pen: Sheet, _: Traits) -> None:
    pen.fill("M274 452 Q380 440 500 462 Q620 440 726 452 Q720 592 500 596 Q280 592 274 452 Z", "#f4f8ff")
    draw_pair(pen, lambda: pen.stroke("M308 396 Q320 420 308 446 M334 404 Q346 424 334 446", 6))


def _draw_jaws(pen: Sheet, look: Traits) -> None:
    """A row of teeth, in a grin or in a frown."""
    if look.fierce:
        pen.flat("M384 508 Q500 476 616 508 Q606 572 500 566 Q394 572 384 508 Z", "#8a1820", line=10)
    else:
        pen.flat("M384 500 Q500 528 616 500 Q600 584 500 584 Q400 584 384 500 Z", "#8a1820", line=10)
    upper = 504 if look.fierce else 514
    for k in range(6):
        x = 412 + k * 30
        y = upper + (abs(x + 13 - 500) * 0.02 if look.fierce else -abs(x + 13 - 500) * 0.06)
        pen.flat(f"M{x} {y:.0f} L{x + 13} {y + 30:.0f} L{x + 26} {y:.0f} Z", "#ffffff", line=5)


def _draw_fish_fins(pen: Sheet, look: Traits) -> None:
    if look.hat is None:
        crest = "M370 226 C380 150 440 100 500 120 C540 80 600 110 630 226 Z"
        pen.cel(crest, look.colours.bright, shade=(10, 10), line=10)
        pen.stroke("M440 210 L440 150 M500 204 L506 140 M560 210 L570 150", 7, shadow(look.colours.bright))
    fin = "M300 420 C230 380 170 400 150 460 C180 470 180 500 160 530 C220 540 280 530 316 490 Z"
    draw_pair(pen, lambda: pen.cel(fin, look.colours.bright, shade=(10, 10), line=10))


def _draw_fish_stripes(pen: Sheet, _: Traits) -> None:
    def side() -> None:
        pen.flat("M300 300 C340 370 340 470 312 530 L288 470 L284 380 Z", "#ffffff", line=7)

    draw_pair(pen, side)
    pen.flat("M452 190 Q500 300 548 190 Z", "#ffffff", line=7)


def _draw_lips(pen: Sheet, _: Traits) -> None:
    pen.cel(
        "M444 528 C444 490 480 490 500 504 C520 490 556 490 556 528 Q500 548 444 528 Z",
        "#ff6a80",
        shade=(4, 6),
        line=8,
    )
    pen.cel(
        "M444 528 Q500 548 556 528 C556 572 520 580 500 580 C480 580 444 572 444 528 Z",
        "#ff6a80",
        shade=(4, 8),
        line=8,
    )


def _draw_spots(pen: Sheet, look: Traits) -> None:
    dark = shadow(look.colours.skin)
    for x, y, r in ((400, 190, 26), (600, 210, 30), (520, 150, 18), (350, 280, 16)):
        pen.fill(ellipse(x, y, r, r * 0.8), dark)


def _draw_spout(pen: Sheet, _: Traits) -> None:
    """An octopus' mouth: a short pipe."""
    pen.cel(ellipse(500, 528, 56, 42), "#ffb0a0", shade=(8, 8), line=10)
    pen.fill(ellipse(500, 528, 26, 20), "#8a1820")


def _draw_cheek_fins(pen: Sheet, look: Traits) -> None:
    """A dragon's cheek fins and the spines on its crown."""
    fin = "M300 420 L196 372 L222 436 L180 486 L240 500 L236 556 L320 520 Z"
    draw_pair(pen, lambda: pen.cel(fin, look.colours.bright, shade=(8, 8), line=9))
    if look.hat is None:
        for x, y, turn in ((430, 205, -18), (570, 205, 18), (500, 196, 0)):
            with pen.placed((x, y), turn=turn):
                pen.cel("M-44 16 Q-18 -40 4 -96 Q22 -40 44 16 Z", look.colours.bright, shade=(12, 4))


def _draw_snout(pen: Sheet, look: Traits) -> None:
    """A dragon's pale muzzle with nostrils."""
    muzzle = "M500 476 C400 460 340 510 366 556 C420 596 580 596 634 556 C660 510 600 460 500 476 Z"
    pen.fill(muzzle, mix(look.colours.skin, "#fff6d0", 0.55))
    for x in (474, 526):
        pen.fill(ellipse(x, 492, 9, 7), INK)


def _draw_short_feelers(pen: Sheet, _: Traits) -> None:
    draw_pair(pen, lambda: pen.stroke("M380 226 Q330 190 316 140", 16))


def _draw_beetle_face(pen: Sheet, look: Traits) -> None:
    """A pale face under a shining helmet."""
    face = (
        "M330 420 C330 350 420 330 500 352 C580 330 670 350 670 420 C672 510 600 574 500 576 C400 574 328 "
        "510 330 420 Z"
    )
    pen.flat(face, "#ffe2bc", line=9)
    pen.fill("M330 290 Q380 218 470 206 Q400 240 360 310 Z", "#ffffff", opacity=0.7)
    if look.hat is None:
        horn = (
            "M452 300 C470 200 460 120 474 70 C440 70 400 40 384 -10 C420 16 450 20 500 16 C550 20 580 16 "
            "616 -10 C600 40 560 70 526 70 C540 120 530 200 548 300 Q500 330 452 300 Z"
        )
        pen.cel(horn, look.colours.skin, shade=(14, 6), line=11)


def _draw_feelers(pen: Sheet, look: Traits) -> None:
    """A bee's or butterfly's: two stalks with balls."""
    if look.hat:
        return

    def side() -> None:
        pen.stroke("M440 210 C430 140 390 100 340 96", 14)
        pen.cel(circle(332, 96, 30), look.colours.bright, shade=(6, 6))

    draw_pair(pen, side)


def _draw_bee_marks(pen: Sheet, _: Traits) -> None:
    pen.fill("M330 270 Q500 210 670 270 L690 322 Q500 250 310 322 Z", "#4a3020")
    pen.fill("M390 210 Q500 176 610 210 L630 226 Q500 190 370 226 Z", "#4a3020")


FROG = Head(
    outline=WIDE, marks=_draw_frog_belly, muzzle=_draw_frog_mouth, mouth=None, crowned=True, browed=False
)
TURTLE = Head(outline=ROUND, marks=_draw_turtle_marks, mouth=(8, 0.9), browed=False)
SHARK = Head(
    outline=POINTED,
    ears=_draw_dorsal_fin,
    marks=_draw_shark_belly,
    muzzle=_draw_jaws,
    mouth=None,
    browed=False,
)
FISH = Head(
    outline=PLUMP,
    ears=_draw_fish_fins,
    marks=_draw_fish_stripes,
    muzzle=_draw_lips,
    mouth=None,
    topped=True,
    browed=False,
)
OCTOPUS = Head(outline=DOMED, marks=_draw_spots, muzzle=_draw_spout, mouth=None, topped=True, browed=False)
DRAGON = Head(outline=JAWED, ears=_draw_cheek_fins, marks=_draw_snout, mouth=(4, 1.0))
BEETLE = Head(outline=PLUMP, ears=_draw_short_feelers, marks=_draw_beetle_face, topped=True)
BEE = Head(outline=ROUND, ears=_draw_feelers, marks=_draw_bee_marks, topped=True, browed=False)
