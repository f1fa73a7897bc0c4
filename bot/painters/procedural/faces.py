"""Eyes, brows, mouths and cheeks: what makes a figure alive."""

from collections.abc import Callable, Mapping

from bot.drawing.colours import Colour, luma, shadow, tone
from bot.drawing.raster import INK, Sheet
from bot.drawing.shapes import ellipse, star
from bot.painters.procedural.heads import HEADS
from bot.painters.procedural.traits import Eyes, Hat, Mouth, Species, Traits

Eye = Callable[[Sheet, Traits], None]

_APART, _LEVEL = 94.0, 424.0


def draw_face(pen: Sheet, look: Traits) -> None:
    """Cheeks, mouth, eyes and brows, in this order."""
    if look.species is not Species.ROBOT:
        for x in (356, 644):
            pen.fill(ellipse(x, 508, 36, 20), "#ff5a6a", opacity=0.45)
    if look.hat is not Hat.NINJA or HEADS[look.species].muzzle:
        (HEADS[look.species].muzzle or MOUTHS[look.mouth])(pen, look)
    if look.species is Species.ROBOT:
        _draw_visor(pen, look)
        return
    for left in (True, False):
        closed = look.eyes is Eyes.SMILING or (look.eyes is Eyes.WINK and not left)
        with pen.mirrored(500) if left else pen.placed(), pen.placed((500 + _APART, _LEVEL), turn=4):
            (_draw_closed_eye if closed else EYES[look.eyes])(pen, look)
            _draw_brow(pen, look)
        if not closed:
            _draw_lights(pen, look, 500 - _APART + 4 if left else 500 + _APART - 4)


def _draw_lights(pen: Sheet, look: Traits, x: float) -> None:
    """What glitters in an eye: on the upper left of both, for one light falls on both."""
    with pen.placed((x, _LEVEL)):
        if look.eyes is Eyes.STARRY:
            pen.fill(star(-10, -8, 27, 11, points=4), "#ffffff")
        elif look.eyes in (Eyes.SHARP, Eyes.SLEEPY):
            pen.fill(ellipse(-11, 12, 11, 13), "#ffffff")
        else:
            pen.fill(ellipse(-11, -14, 14, 18), "#ffffff")
        pen.fill(ellipse(13, 38, 8, 10), "#ffffff")


def _draw_ball(pen: Sheet, look: Traits) -> None:
    """White, iris, pupil: the lights are set by the caller. The right eye's, at (0, 0)."""
    iris = look.colours.iris
    pen.fill(ellipse(0, 6, 47, 67), "#ffffff")
    pen.fill(ellipse(-4, 12, 36, 54), iris)
    pen.fill(ellipse(-4, 32, 27, 30), tone(iris, light=1.5))
    slit = look.species in (Species.DRAGON, Species.CAT, Species.FROG)
    pen.fill(ellipse(-4, 9, 12 if slit else 20, 34 if slit else 31), "#180c14")


def _draw_lashes(pen: Sheet) -> None:
    pen.stroke("M-50 -16 Q-42 -66 0 -68 Q42 -66 52 -18", 18)
    pen.stroke("M-28 72 Q0 80 28 72", 7)


def _draw_round_eye(pen: Sheet, look: Traits) -> None:
    _draw_ball(pen, look)
    _draw_lashes(pen)


def _draw_sharp_eye(pen: Sheet, look: Traits) -> None:
    """A ball under a slanting lid."""
    _draw_ball(pen, look)
    pen.fill("M-58 -74 L62 -84 L66 -40 Q10 -46 -56 -14 Z", look.colours.skin)
    pen.stroke("M-54 -10 Q4 -46 60 -44 L74 -58", 19)
    pen.stroke("M-26 72 Q0 80 34 68", 7)


def _draw_starry_eye(pen: Sheet, look: Traits) -> None:
    _draw_ball(pen, look)
    _draw_lashes(pen)
    pen.stroke("M48 -26 L68 -40 M52 -6 L74 -12", 9)


def _draw_sleepy_eye(pen: Sheet, look: Traits) -> None:
    _draw_ball(pen, look)
    lid = look.colours.skin if look.species is not Species.PANDA else "#38323c"
    pen.fill("M-60 -80 L62 -80 L62 -10 Q0 -22 -60 -6 Z", lid)
    pen.stroke("M-54 -4 Q0 -22 58 -10", 19)
    pen.stroke("M-28 72 Q0 80 28 72", 7)


def _draw_closed_eye(pen: Sheet, look: Traits) -> None:
    pen.stroke("M-50 34 Q0 -50 52 30", 19, _line_on(look))


def _line_on(look: Traits) -> Colour:
    return "#ffffff" if look.species is Species.PANDA else INK


EYES: Mapping[Eyes, Eye] = {
    Eyes.ROUND: _draw_round_eye,
    Eyes.SHARP: _draw_sharp_eye,
    Eyes.STARRY: _draw_starry_eye,
    Eyes.SLEEPY: _draw_sleepy_eye,
    Eyes.SMILING: _draw_closed_eye,
    Eyes.WINK: _draw_round_eye,
}


def _draw_brow(pen: Sheet, look: Traits) -> None:
    if look.species in (Species.FROG, Species.GHOST, Species.BIRD) and not look.fierce:
        return
    tint = INK
    if look.species is Species.HUMAN:
        tint = shadow(look.colours.hair) if luma(look.colours.hair) < 0.7 else "#8a5a12"
    if look.fierce:
        pen.flat("M-64 -60 Q0 -96 66 -124 L62 -100 Q0 -70 -58 -40 Z", tint, line=6, ink=tint)
    else:
        pen.flat("M-42 -94 Q4 -116 52 -92 L48 -80 Q4 -98 -38 -82 Z", tint, line=6, ink=tint)


def _draw_visor(pen: Sheet, look: Traits) -> None:
    """A robot's face is a screen: its eyes are light."""
    pen.cel("M326 352 Q500 322 674 352 L664 482 Q500 510 336 482 Z", "#18203a", shade=(0, 0))
    glow = look.colours.bright
    happy = look.eyes in (Eyes.SMILING, Eyes.WINK)
    for x in (418, 582):
        if happy:
            pen.stroke(f"M{x - 42} 446 Q{x} 372 {x + 42} 446", 20, glow)
        elif look.fierce:
            lean = 24 if x < 500 else -24
            pen.fill(f"M{x - 46} {400 - lean} L{x + 46} {400 + lean} L{x + 34} 464 L{x - 34} 464 Z", glow)
            pen.fill(ellipse(x, 444, 16, 14), "#ffffff")
        else:
            pen.fill(ellipse(x, 418, 44, 52), glow)
            pen.fill(ellipse(x - 8, 408, 20, 24), "#ffffff")
    pen.fill("M340 362 Q380 354 420 350 L380 484 Q356 482 344 478 Z", "#ffffff", opacity=0.14)


def _draw_fangs(pen: Sheet, look: Traits, level: float = 514) -> None:
    if look.fangs:
        for side in (-1, 1):
            x = 500 + side * 27
            pen.flat(f"M{x - 12} {level} L{x} {level + 28} L{x + 12} {level} Z", "#ffffff", line=5)


def _draw_open_mouth(pen: Sheet, look: Traits) -> None:
    pen.flat("M440 506 Q500 526 560 506 Q554 572 500 574 Q446 572 440 506 Z", "#8a1820")
    pen.fill("M464 556 Q500 526 536 556 Q520 569 500 569 Q480 569 464 556 Z", "#ff7a80")
    if not look.fangs:
        pen.fill("M448 511 Q500 528 552 511 L550 522 Q500 538 450 522 Z", "#ffffff")
    _draw_fangs(pen, look)


def _draw_grin(pen: Sheet, look: Traits) -> None:
    pen.flat("M428 502 Q500 534 572 502 Q564 564 500 566 Q436 564 428 502 Z", "#ffffff")
    pen.stroke("M438 532 Q500 556 562 532 M470 516 L472 556 M500 520 L500 562 M530 516 L528 556", 5)


def _draw_smirk(pen: Sheet, look: Traits) -> None:
    pen.stroke("M446 528 Q506 562 562 510 Q568 504 572 512", 11)
    if look.fangs:
        pen.flat("M526 532 L540 562 L550 522 Z", "#ffffff", line=5)


def _draw_tongue(pen: Sheet, look: Traits) -> None:
    pen.flat("M478 526 L534 526 Q540 574 508 578 Q474 574 478 526 Z", "#ff7a80", line=8)
    pen.stroke("M507 534 L507 556", 5)
    pen.stroke("M440 512 Q500 548 560 512", 11)
    _draw_fangs(pen, look, 530)


def _draw_small_mouth(pen: Sheet, look: Traits) -> None:
    pen.flat("M470 516 Q500 526 530 516 Q530 556 500 558 Q470 556 470 516 Z", "#8a1820", line=9)
    pen.fill("M482 546 Q500 532 518 546 Q510 554 500 554 Q490 554 482 546 Z", "#ff7a80")


MOUTHS: Mapping[Mouth, Eye] = {
    Mouth.OPEN: _draw_open_mouth,
    Mouth.GRIN: _draw_grin,
    Mouth.SMIRK: _draw_smirk,
    Mouth.TONGUE: _draw_tongue,
    Mouth.SMALL: _draw_small_mouth,
}
