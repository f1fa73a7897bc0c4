"""Heads with beaks: bird, penguin, owl."""

from bot.drawing.colours import mix, tone
from bot.drawing.raster import INK, Sheet
from bot.drawing.shapes import circle, ellipse
from bot.painters.procedural.heads.head import PALE, PLUMP, Head, draw_pair
from bot.painters.procedural.traits import Traits

BEAK = "#ffb01f"


def _draw_crest(pen: Sheet, look: Traits) -> None:
    """Feathers on the crown of the head."""
    if look.hat:
        return
    for turn, tint in ((-34, look.colours.bright), (34, look.colours.bright), (0, look.colours.deep)):
        with pen.placed((500, 210), turn=turn):
            pen.cel("M-26 10 C-60 -60 -30 -120 8 -136 C40 -90 46 -40 26 10 Z", tint, shade=(10, 6))


def _draw_face_disc(pen: Sheet, _: Traits) -> None:
    pen.fill(
        "M500 330 C420 270 300 330 316 440 C330 540 420 580 500 582 C580 580 670 540 684 440 C700 330 580 "
        "270 500 330 Z",
        PALE,
    )


def draw_beak(pen: Sheet, look: Traits) -> None:
    """A wide beak, open below as the mood is."""
    if not look.fierce:
        pen.cel("M446 512 Q500 590 554 512 Q500 500 446 512 Z", "#c8323c", shade=(4, 4))
    upper = "M420 506 Q450 462 500 456 Q550 462 580 506 Q540 534 500 534 Q460 534 420 506 Z"
    pen.cel(upper, BEAK, shade=(8, 10))
    for x in (484, 516):
        pen.fill(ellipse(x, 484, 5, 7), INK)


def _draw_penguin_face(pen: Sheet, look: Traits) -> None:
    """White cheeks that meet in a point over the beak, and yellow brows."""
    face = (
        "M500 380 C470 290 320 300 314 430 C312 530 410 586 500 588 C590 586 688 530 686 430 C680 300 530 "
        "290 500 380 Z"
    )
    pen.fill(face, "#ffffff")
    if look.jitter[5] > 0:
        tuft = "M410 300 C340 280 280 240 232 252 C262 290 300 330 380 330 Z"
        draw_pair(pen, lambda: pen.cel(tuft, "#ffe14a", shade=(4, 8), line=8))


def _draw_small_beak(pen: Sheet, look: Traits) -> None:
    if not look.fierce:
        pen.cel("M468 516 Q500 572 532 516 Z", "#c8323c", shade=(4, 4), line=8)
    pen.cel(
        "M446 510 Q474 470 500 468 Q526 470 554 510 Q526 528 500 528 Q474 528 446 510 Z", BEAK, shade=(6, 8)
    )


def _draw_horned_tufts(pen: Sheet, look: Traits) -> None:
    """An owl's ears of feathers."""
    tuft = "M300 330 C250 250 236 160 262 90 C310 150 380 180 450 214 Z"
    draw_pair(pen, lambda: pen.cel(tuft, tone(look.colours.skin, light=0.8), shade=(10, 8), line=10))


def _draw_owl_discs(pen: Sheet, look: Traits) -> None:
    rim = tone(look.colours.skin, light=0.7)

    def side() -> None:
        pen.fill(circle(406, 430, 112), rim)
        pen.fill(circle(406, 430, 98), mix(PALE, look.colours.skin, 0.12))

    pen.fill("M500 200 L560 330 L500 400 L440 330 Z", rim)
    draw_pair(pen, side)
    for x, y in ((430, 566), (500, 574), (570, 566)):
        pen.stroke(f"M{x - 14} {y - 8} L{x} {y} L{x + 14} {y - 8}", 6, rim)


def _draw_hooked_beak(pen: Sheet, _: Traits) -> None:
    pen.cel("M460 468 Q500 448 540 468 Q536 520 500 556 Q464 520 460 468 Z", BEAK, shade=(8, 6))
    pen.fill(ellipse(486, 480, 4, 5), INK)
    pen.fill(ellipse(514, 480, 4, 5), INK)


BIRD = Head(
    outline=PLUMP,
    ears=_draw_crest,
    marks=_draw_face_disc,
    muzzle=draw_beak,
    mouth=None,
    topped=True,
    browed=False,
)
PENGUIN = Head(outline=PLUMP, marks=_draw_penguin_face, muzzle=_draw_small_beak, mouth=None, browed=False)
OWL = Head(
    outline=PLUMP,
    ears=_draw_horned_tufts,
    marks=_draw_owl_discs,
    muzzle=_draw_hooked_beak,
    mouth=None,
    crowned=True,
    browed=False,
)
