"""Hair: a part behind the head and a part before it, for each style. Humans have it, and oni."""

from collections.abc import Callable, Mapping

from bot.drawing.colours import Colour, luma, mix, tone
from bot.drawing.raster import Sheet
from bot.drawing.shapes import circle, puffs, spikes
from bot.painters.procedural.traits import Hair, Hat, Species, Traits

Part = Callable[[Sheet, Traits], None]

_SHINE = "M340 272 Q410 214 520 210 Q430 240 366 300 Z"


def has_hair(look: Traits) -> bool:
    """Whether any hair can show."""
    return look.species in (Species.HUMAN, Species.ONI) and look.hat is not Hat.NINJA


def draw_long_hair(pen: Sheet, look: Traits) -> None:
    """What hangs down behind the body."""
    if not has_hair(look):
        return
    if look.hair is Hair.TWINTAILS:
        _draw_twintails(pen, look)
    elif look.hair is Hair.LONG:
        _lock(
            pen, look, "M286 380 C220 500 250 660 206 770 C260 780 270 750 296 760 C320 800 380 800 400 770 L600 770 "
            "C620 800 680 800 704 760 C730 750 740 780 794 770 C750 660 780 500 714 380 Z",
        )  # fmt: skip


def draw_back_hair(pen: Sheet, look: Traits) -> None:
    """What shows around the head from behind."""
    if has_hair(look):
        BACK[look.hair](pen, look)


def draw_fringe(pen: Sheet, look: Traits) -> None:
    """What falls over the forehead."""
    if has_hair(look) and not (look.hat and look.hat.hides_hair):
        FRINGE[look.hair](pen, look)


def _tint(look: Traits) -> Colour:
    return look.colours.hair


def _glow(look: Traits) -> Colour:
    """Light on the hair."""
    return mix(_tint(look), "#ffffff", 0.7 if luma(_tint(look)) > 0.35 else 0.4)


def _lock(pen: Sheet, look: Traits, path: str, shade: tuple[float, float] = (18, 10)) -> None:
    pen.cel(path, _tint(look), shade=shade, line=10)


def _draw_spiky_back(pen: Sheet, look: Traits) -> None:
    radii = [278 * (1 + 0.13 * number) for number in look.jitter[:8]]
    row = spikes(500, 395, -215, 35, 205, radii)
    _lock(pen, look, row + " Q640 560 500 540 Q360 560 300 500 Z", (16, -10))


def _draw_bob_back(pen: Sheet, look: Traits) -> None:
    _lock(
        pen, look, "M266 400 C262 150 400 140 500 140 C600 140 738 150 734 400 C764 500 750 580 716 622 "
        "Q650 640 610 570 L390 570 Q350 640 284 622 C250 580 236 500 266 400 Z",
    )  # fmt: skip


def _draw_twintails(pen: Sheet, look: Traits) -> None:
    tail = (
        "M300 270 C210 190 110 230 90 360 C70 480 120 560 90 660 C170 640 200 590 204 540 C214 590 206 620 190 650 "
        "C270 600 290 480 270 400 C262 360 290 330 330 310 Z"
    )
    for mirror in (False, True):
        with pen.mirrored(500) if mirror else pen.placed():
            _lock(pen, look, tail)
            pen.cel(circle(298, 282, 40), look.colours.bright, shade=(8, 8))
            pen.fill(circle(288, 270, 10), "#ffffff")


def _draw_flaming_back(pen: Sheet, look: Traits) -> None:
    """Hair that stands up like fire."""
    radii = [(250, 330, 385, 430, 385, 330, 250)[k] * (1 + 0.07 * look.jitter[k]) for k in range(7)]
    row = spikes(500, 410, -190, 10, 215, radii, lean=0.5)
    core = spikes(500, 420, -180, 0, 190, [radius * 0.78 for radius in radii], lean=0.5) + " Z"
    pen.cel(
        row + " Z",
        _tint(look),
        shade=(14, -8),
        line=10,
        inside=[(core, tone(_tint(look), light=1.22, hue=0.02))],
    )


def _draw_curly_back(pen: Sheet, look: Traits) -> None:
    _lock(pen, look, puffs(500, 400, 262, 150, 390, 11) + " Q640 560 500 540 Q360 560 300 520 Z")


def _draw_crown_of_hair(pen: Sheet, look: Traits) -> None:
    """Long hair and tails hang behind the body and what it holds; here is what lies on the skull."""
    _lock(pen, look, "M272 430 C250 230 380 150 500 150 C620 150 750 230 728 430 L700 560 L300 560 Z")


BACK: Mapping[Hair, Part] = {
    Hair.SPIKY: _draw_spiky_back,
    Hair.BOB: _draw_bob_back,
    Hair.LONG: _draw_crown_of_hair,
    Hair.TWINTAILS: _draw_crown_of_hair,
    Hair.FLAMING: _draw_flaming_back,
    Hair.CURLY: _draw_curly_back,
}


def _fringe(pen: Sheet, look: Traits, path: str) -> None:
    pen.cel(path, _tint(look), shade=(0, 16), line=10, inside=[(_SHINE, _glow(look))])


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
        "M282 520 Q236 190 500 160 Q764 190 718 520 Q690 540 676 500 Q676 420 672 356 Q620 380 566 362 L548 332 "
        "L528 366 Q460 380 404 362 L388 336 L370 362 Q346 364 330 354 Q324 420 324 500 Q310 540 282 520 Z"
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
        " A44 44 0 0 1 654 350 A46 46 0 0 1 566 326 A46 46 0 0 1 476 322 A46 46 0 0 1 390 330 A44 44 0 0 1 318 366 Z"
    )
    _fringe(pen, look, path)


FRINGE: Mapping[Hair, Part] = {
    Hair.SPIKY: _draw_spiky_fringe,
    Hair.BOB: _draw_straight_fringe,
    Hair.LONG: _draw_parted_fringe,
    Hair.TWINTAILS: _draw_side_fringe,
    Hair.FLAMING: _draw_peak,
    Hair.CURLY: _draw_curly_fringe,
}
