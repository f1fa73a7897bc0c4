"""Hair behind body and head, for each style. People have it, and beasts that were wished a wig."""

from collections.abc import Callable, Mapping

from bot.drawing.colours import tone
from bot.drawing.raster import Sheet
from bot.drawing.shapes import circle, puffs, spikes
from bot.painters.procedural.attire import Hair, Hat
from bot.painters.procedural.traits import Traits

Part = Callable[[Sheet, Traits], None]

_UPRIGHT = (Hair.MOHAWK, Hair.FLAMING, Hair.TOPKNOT)


def visible_hair(look: Traits) -> Hair | None:
    """The style, if any hair shows: a ninja's hood hides all of it."""
    return None if look.hat is Hat.NINJA else look.hair


def draw_long_hair(pen: Sheet, look: Traits) -> None:
    """What hangs down behind the body."""
    hair = visible_hair(look)
    if hair in LONG and look.hat is not Hat.BOWL:
        LONG[hair](pen, look)


def draw_back_hair(pen: Sheet, look: Traits) -> None:
    """What shows around the head from behind."""
    hair = visible_hair(look)
    if hair and look.hat and look.hat.presses_hair and (hair in _UPRIGHT or look.hat is Hat.BOWL):
        _draw_crown_of_hair(pen, look)
    elif hair:
        BACK[hair](pen, look)


def _lock(pen: Sheet, look: Traits, path: str, shade: tuple[float, float] = (18, 10)) -> None:
    pen.cel(path, look.colours.hair, shade=shade, line=10)


def _draw_long(pen: Sheet, look: Traits) -> None:
    _lock(
        pen, look, "M286 380 C220 500 250 660 206 770 C260 780 270 750 296 760 C320 800 380 800 400 770 L600 770 "
        "C620 800 680 800 704 760 C730 750 740 780 794 770 C750 660 780 500 714 380 Z",
    )  # fmt: skip


def _draw_ponytail(pen: Sheet, look: Traits) -> None:
    """One tail, high up and to the side."""
    tail = (
        "M560 220 C640 110 800 120 850 250 C890 370 830 480 880 620 C810 600 770 560 768 510 C750 560 720 "
        "580 690 590 C730 500 740 400 690 320 C660 290 610 290 580 300 Z"
    )
    _lock(pen, look, tail)


def _draw_drills(pen: Sheet, look: Traits) -> None:
    """Two corkscrew curls."""
    drill = (
        "M300 330 C220 320 130 380 132 470 C136 540 160 600 150 690 C210 650 260 590 270 520 C290 460 310 "
        "420 326 400 Z"
    )
    for mirror in (False, True):
        with pen.mirrored(500) if mirror else pen.placed():
            _lock(pen, look, drill)
            pen.stroke(
                "M138 440 Q200 470 284 430 M140 510 Q200 546 274 500 M152 580 Q200 610 254 560 M158 640 Q180 "
                "650 216 628",
                8,
            )


def _draw_spiky_back(pen: Sheet, look: Traits) -> None:
    radii = [322 * (1 + 0.13 * number) for number in look.jitter[:8]]
    row = spikes(500, 395, -215, 35, 205, radii)
    _lock(pen, look, row + " Q640 560 500 540 Q360 560 300 500 Z", (16, -10))


def _draw_bob_back(pen: Sheet, look: Traits) -> None:
    _lock(
        pen, look, "M266 400 C262 150 400 140 500 140 C600 140 738 150 734 400 C764 500 750 580 716 622 "
        "Q650 640 610 570 L390 570 Q350 640 284 622 C250 580 236 500 266 400 Z",
    )  # fmt: skip


def _draw_twintails(pen: Sheet, look: Traits) -> None:
    tail = (
        "M300 270 C210 190 110 230 90 360 C70 480 120 560 90 660 C170 640 200 590 204 540 C214 590 206 620 "
        "190 650 C270 600 290 480 270 400 C262 360 290 330 330 310 Z"
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
        look.colours.hair,
        shade=(14, -8),
        line=10,
        inside=[(core, tone(look.colours.hair, light=1.22, hue=0.02))],
    )


def _draw_curly_back(pen: Sheet, look: Traits) -> None:
    _lock(pen, look, puffs(500, 400, 262, 150, 390, 11) + " Q640 560 500 540 Q360 560 300 520 Z")


def _draw_crown_of_hair(pen: Sheet, look: Traits) -> None:
    """Long hair and tails hang behind the body and what it holds; here is what lies on the skull."""
    _lock(pen, look, "M272 430 C250 230 380 150 500 150 C620 150 750 230 728 430 L700 560 L300 560 Z")


def _draw_afro(pen: Sheet, look: Traits) -> None:
    _lock(pen, look, puffs(500, 350, 316, 100, 440, 15) + " Z", (26, 22))
    for x, y in ((300, 200), (420, 110), (600, 120), (720, 220), (770, 370), (236, 350)):
        pen.stroke(f"M{x - 20} {y} A22 22 0 0 1 {x + 20} {y}", 8, tone(look.colours.hair, light=1.5))


def _draw_mohawk(pen: Sheet, look: Traits) -> None:
    """A comb of hair over shaved sides."""
    comb = (
        "M396 270 C352 180 350 110 366 20 L412 76 L440 -36 L480 46 L516 -56 L548 44 L594 -30 L606 70 L648 30 "
        "C656 120 648 190 604 270 Z"
    )
    _lock(pen, look, comb, (14, -6))


def _draw_buns(pen: Sheet, look: Traits) -> None:
    """Two buns on top, with a band each."""
    for mirror in (False, True):
        with pen.mirrored(500) if mirror else pen.placed():
            _lock(pen, look, circle(308, 172, 84))
            pen.stroke(
                "M270 160 Q290 120 334 126 M280 196 Q310 150 350 160", 8, tone(look.colours.hair, light=0.6)
            )
            pen.cel("M330 226 L384 190 L400 222 L346 260 Z", look.colours.bright, shade=(4, 6), line=8)
    _draw_crown_of_hair(pen, look)


def _draw_topknot(pen: Sheet, look: Traits) -> None:
    _draw_crown_of_hair(pen, look)
    knot = "M476 180 C440 120 470 60 560 56 C620 54 640 90 600 104 C560 110 540 130 536 180 Z"
    _lock(pen, look, knot)
    pen.cel("M462 150 L546 150 L550 184 L460 184 Z", look.colours.bright, shade=(4, 6), line=8)


LONG: Mapping[Hair | None, Part] = {
    Hair.TWINTAILS: _draw_twintails,
    Hair.LONG: _draw_long,
    Hair.PONYTAIL: _draw_ponytail,
    Hair.DRILLS: _draw_drills,
}

BACK: Mapping[Hair, Part] = {
    Hair.SPIKY: _draw_spiky_back,
    Hair.BOB: _draw_bob_back,
    Hair.LONG: _draw_crown_of_hair,
    Hair.TWINTAILS: _draw_crown_of_hair,
    Hair.FLAMING: _draw_flaming_back,
    Hair.CURLY: _draw_curly_back,
    Hair.PONYTAIL: _draw_crown_of_hair,
    Hair.AFRO: _draw_afro,
    Hair.MOHAWK: _draw_mohawk,
    Hair.BUNS: _draw_buns,
    Hair.DRILLS: _draw_crown_of_hair,
    Hair.TOPKNOT: _draw_topknot,
}
