"""Hair that falls over the forehead, for each style."""

from collections.abc import Callable, Mapping

from bot.drawing.colours import luma, mix
from bot.drawing.raster import Sheet
from bot.drawing.shapes import puffs
from bot.painters.procedural.attire import Hair
from bot.painters.procedural.hair import visible_hair
from bot.painters.procedural.traits import Traits

Part = Callable[[Sheet, Traits], None]

_SHINE = "M340 272 Q410 214 520 210 Q430 240 366 300 Z"


def draw_fringe(pen: Sheet, look: Traits) -> None:
    """The fringe, where no hat hides it."""
    hair = visible_hair(look)
    if hair and not (look.hat and look.hat.hides_hair):
        FRINGE[hair](pen, look)


def _fringe(pen: Sheet, look: Traits, path: str) -> None:
    tint = look.colours.hair
    glow = mix(tint, "#ffffff", 0.7 if luma(tint) > 0.35 else 0.4)
    pen.cel(path, tint, shade=(0, 16), line=10, inside=[(_SHINE, glow)])


def _draw_spiky_fringe(pen: Sheet, look: Traits) -> None:
    j = [number * 18 for number in look.jitter[8:12]]
    _fringe(
        pen, look, "M280 430 Q260 246 400 186 Q500 146 610 186 Q740 246 720 430 Q690 400 680 345 "
        f"Q660 390 {640 + j[0]:.0f} 392 Q640 340 606 300 Q590 350 {556 + j[1]:.0f} 372 Q556 320 530 290 "
        f"Q490 350 {446 + j[2]:.0f} 366 Q452 330 440 300 Q410 350 {366 + j[3]:.0f} 390 Q360 370 345 340 "
        "Q310 400 280 430 Z",
    )  # fmt: skip


def _draw_straight_fringe(pen: Sheet, look: Traits) -> None:
    path = (
        "M282 520 Q236 190 500 160 Q764 190 718 520 Q690 540 676 500 Q676 420 672 356 Q620 380 566 362 L548 "
        "332 L528 366 Q460 380 404 362 L388 336 L370 362 Q346 364 330 354 Q324 420 324 500 Q310 540 282 520 "
        "Z"
    )
    _fringe(pen, look, path)


def _draw_parted_fringe(pen: Sheet, look: Traits) -> None:
    path = (
        "M282 540 Q230 190 500 156 Q770 190 718 540 Q690 500 690 440 Q690 380 640 340 Q560 310 528 226 "
        "Q480 320 380 350 Q312 380 312 450 Q310 500 282 540 Z"
    )
    _fringe(pen, look, path)


def _draw_side_fringe(pen: Sheet, look: Traits) -> None:
    path = (
        "M280 420 Q262 230 400 180 Q500 144 610 180 Q742 230 722 430 Q700 400 690 350 Q640 372 596 300 "
        "Q560 380 440 374 Q470 350 476 320 Q400 390 330 386 Q352 366 352 340 Q310 380 280 420 Z"
    )
    _fringe(pen, look, path)


def _draw_peak(pen: Sheet, look: Traits) -> None:
    path = (
        "M284 400 Q268 230 400 184 Q500 150 600 184 Q732 230 716 400 Q690 330 640 300 Q610 330 590 290 "
        "Q540 300 500 356 Q460 300 410 290 Q390 330 360 300 Q310 330 284 400 Z"
    )
    _fringe(pen, look, path)


def _draw_curly_fringe(pen: Sheet, look: Traits) -> None:
    path = puffs(500, 396, 226, 172, 368, 8) + (
        "A44 44 0 0 1 654 350 A46 46 0 0 1 566 326 A46 46 0 0 1 476 322 A46 46 0 0 1 390 330 A44 44 0 0 1 "
        "318 366 Z"
    )
    _fringe(pen, look, path)


def _draw_afro_fringe(pen: Sheet, look: Traits) -> None:
    path = puffs(500, 380, 236, 176, 364, 9) + (
        "A40 40 0 0 1 674 330 A42 42 0 0 1 596 300 A42 42 0 0 1 516 290 A42 42 0 0 1 436 294 A42 42 0 0 1 "
        "356 316 A40 40 0 0 1 300 372 Z"
    )
    pen.cel(path, look.colours.hair, shade=(0, 12), line=10)


def _draw_strip(pen: Sheet, look: Traits) -> None:
    _fringe(
        pen,
        look,
        "M412 208 Q500 160 588 208 Q580 300 540 330 Q510 290 500 340 Q470 330 452 290 Q420 270 412 208 Z",
    )


def _draw_ball_fringe(pen: Sheet, look: Traits) -> None:
    """Swept to both sides from the middle, with locks before the ears."""
    path = (
        "M282 520 Q236 190 500 160 Q764 190 718 520 Q690 530 684 470 Q690 400 650 350 Q560 350 500 240 Q440 "
        "350 350 350 Q310 400 316 470 Q310 530 282 520 Z"
    )
    _fringe(pen, look, path)


def _draw_shaven_brow(pen: Sheet, look: Traits) -> None:
    """A warrior's: the hair ends high on the forehead."""
    _fringe(
        pen,
        look,
        "M282 400 Q262 200 500 164 Q738 200 718 400 Q690 320 640 286 Q500 236 360 286 Q310 320 282 400 Z",
    )


FRINGE: Mapping[Hair, Part] = {
    Hair.SPIKY: _draw_spiky_fringe,
    Hair.BOB: _draw_straight_fringe,
    Hair.LONG: _draw_parted_fringe,
    Hair.TWINTAILS: _draw_side_fringe,
    Hair.FLAMING: _draw_peak,
    Hair.CURLY: _draw_curly_fringe,
    Hair.PONYTAIL: _draw_side_fringe,
    Hair.AFRO: _draw_afro_fringe,
    Hair.MOHAWK: _draw_strip,
    Hair.BUNS: _draw_ball_fringe,
    Hair.DRILLS: _draw_straight_fringe,
    Hair.TOPKNOT: _draw_shaven_brow,
}
