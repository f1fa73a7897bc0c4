"""Put a face together: cheeks, mouth, eyes, brows and what is worn on it; and the signs of moods."""

from collections.abc import Callable, Mapping

from bot.drawing.colours import luma, mix, shadow
from bot.drawing.raster import INK, Sheet
from bot.drawing.shapes import circle, ellipse
from bot.painters.procedural.attire import Hat, Worn
from bot.painters.procedural.eyes import HEART, draw_eyes, draw_visor, lid_colour
from bot.painters.procedural.heads import HEADS
from bot.painters.procedural.heads.head import draw_pair
from bot.painters.procedural.mouths import MOUTHS
from bot.painters.procedural.traits import Eyes, Feeling, Species, Traits

Part = Callable[[Sheet, Traits], None]

_CHIN = 538.0
"""Middle of a usual mouth."""


def draw_face(pen: Sheet, look: Traits) -> None:
    """Back to front."""
    if look.species not in (Species.ROBOT, Species.SKELETON):
        for x in (350, 650):
            pen.fill(ellipse(x, 508, 36, 20), "#ff5a6a", opacity=0.45)
    if look.worn is Worn.BEARD:
        _draw_beard(pen, look)
    _draw_lower_face(pen, look)
    if look.species is Species.ROBOT:
        draw_visor(pen, look)
    else:
        draw_eyes(pen, look)
        draw_pair(pen, lambda: _draw_brow(pen, look))
    if look.worn and look.worn in WORN:
        WORN[look.worn](pen, look)


def draw_sign(pen: Sheet, look: Traits) -> None:
    """The sign of a mood, over hat and horns."""
    if look.feeling:
        FEELINGS[look.feeling](pen, look)


def _draw_lower_face(pen: Sheet, look: Traits) -> None:
    """Muzzle and mouth; a ninja's cloth hides a bare mouth."""
    head = HEADS[look.species]
    if head.muzzle:
        head.muzzle(pen, look)
    if head.mouth and (head.muzzle or look.hat is not Hat.NINJA):
        drop, size = head.mouth
        with pen.placed((500, _CHIN + drop), scale=size, about=(500, _CHIN)):
            MOUTHS[look.mouth](pen, look)


def _draw_brow(pen: Sheet, look: Traits) -> None:
    calm = not look.fierce or look.feeling in (Feeling.TEARS, Feeling.SLEEP)
    if (calm and not HEADS[look.species].browed) or look.eyes is Eyes.HEARTS:
        return
    tint = INK
    if HEADS[look.species].hairy:
        tint = shadow(look.colours.hair) if luma(look.colours.hair) < 0.7 else "#8a5a12"
    with pen.placed((406, 424), turn=-4), pen.mirrored(0):
        if calm:
            pen.flat("M-42 -94 Q4 -116 52 -92 L48 -80 Q4 -98 -38 -82 Z", tint, line=6, ink=tint)
        else:
            pen.flat("M-64 -60 Q0 -96 66 -124 L62 -100 Q0 -70 -58 -40 Z", tint, line=6, ink=tint)


def _whiskers(look: Traits) -> str:
    """Colour of a beard: the hair's on people, snow on others."""
    return look.colours.hair if HEADS[look.species].hairy else "#f4f2f8"


def _draw_beard(pen: Sheet, look: Traits) -> None:
    beard = (
        "M292 470 C286 560 330 640 400 650 Q420 700 470 680 Q500 740 530 680 Q580 700 600 650 C670 640 714 "
        "560 708 470 Q680 520 620 500 Q560 470 500 492 Q440 470 380 500 Q320 520 292 470 Z"
    )
    pen.cel(beard, _whiskers(look), shade=(14, 14), line=10)


def _draw_moustache(pen: Sheet, look: Traits) -> None:
    half = (
        "M500 508 C470 482 420 486 396 512 C372 530 346 524 338 500 C324 540 360 566 410 560 C452 556 490 "
        "540 500 520 Z"
    )
    draw_pair(pen, lambda: pen.cel(half, _whiskers(look), shade=(4, 8), line=8))


def _draw_glasses(pen: Sheet, look: Traits) -> None:
    rim = look.colours.deep if luma(look.colours.deep) < 0.6 else "#5a2a3a"
    for x in (404, 596):
        pen.fill(circle(x, 428, 82), "#ffffff", opacity=0.16)
        pen.stroke(circle(x, 428, 82), 22)
        pen.stroke(circle(x, 428, 82), 9, mix(rim, "#ffffff", 0.25))
        pen.stroke(f"M{x - 44} 396 L{x - 22} 374", 9, "#ffffff")
    pen.stroke("M484 424 Q500 412 516 424 M322 424 L288 410 M678 424 L712 410", 14)


def _draw_sunglasses(pen: Sheet, look: Traits) -> None:
    lens = "M312 376 L488 376 Q490 470 426 486 Q330 490 312 376 Z"
    gleam = [
        ("M340 380 L390 380 L360 460 L336 440 Z", "#6a6a90"),
        ("M410 380 L430 380 L400 480 L380 476 Z", "#6a6a90"),
    ]
    draw_pair(pen, lambda: pen.cel(lens, "#20202e", dark="#20202e", inside=gleam, line=11))
    pen.stroke("M316 380 L286 372 M684 380 L714 372 M484 384 Q500 374 516 384", 15)
    pen.stroke("M318 372 L682 372", 16, look.colours.trim)
    pen.stroke("M318 362 L682 362", 6)


def _draw_eyepatch(pen: Sheet, look: Traits) -> None:
    pen.stroke("M292 318 L520 366 L708 470", 15)
    pen.cel(
        "M532 352 Q600 330 668 372 Q676 470 606 502 Q536 470 532 352 Z", "#3a2e40", shade=(8, 10), line=10
    )
    pen.fill(circle(602, 418, 22), look.colours.trim)
    pen.stroke("M592 408 L612 428 M612 408 L592 428", 6)


def _draw_mask(pen: Sheet, _: Traits) -> None:
    """A cloth mask over nose and mouth."""
    pen.stroke("M372 494 Q320 470 296 440 M628 494 Q680 470 704 440", 10)
    mask = "M372 484 Q500 456 628 484 Q640 560 580 590 Q500 612 420 590 Q360 560 372 484 Z"
    pen.cel(mask, "#ffffff", shade=(10, 12), line=10)
    pen.stroke("M384 520 Q500 540 616 520 M394 552 Q500 572 606 552", 5, "#9fb0d0")


def _draw_plaster(pen: Sheet, _: Traits) -> None:
    with pen.placed((648, 500), turn=-24):
        pen.cel("M-52 -20 Q-66 0 -52 20 L52 20 Q66 0 52 -20 Z", "#ffd9a8", shade=(3, 6), line=8)
        pen.flat("M-20 -20 L20 -20 L20 20 L-20 20 Z", "#fff2dc", line=5)
    pen.stroke("M478 466 L522 466", 9, "#c8704a")


WORN: Mapping[Worn, Part] = {
    Worn.GLASSES: _draw_glasses,
    Worn.SUNGLASSES: _draw_sunglasses,
    Worn.EYEPATCH: _draw_eyepatch,
    Worn.MOUSTACHE: _draw_moustache,
    Worn.MASK: _draw_mask,
    Worn.PLASTER: _draw_plaster,
}
"""What lies over the face. A beard lies under the mouth."""

_TEAR = "M0 -34 C12 -10 22 0 20 14 A20 20 0 0 1 -20 14 C-22 0 -12 -10 0 -34 Z"
_WATER = "#7ad4ff"


def _draw_joy(pen: Sheet, look: Traits) -> None:
    """Small lines of delight beside the head."""
    for x, y, turn in ((236, 250, -50), (196, 306, -70), (764, 250, 50), (804, 306, 70)):
        with pen.placed((x, y), turn=turn):
            pen.stroke("M0 20 L0 -26", 22)
            pen.stroke("M0 20 L0 -26", 10, look.colours.glint)


def _draw_laughter(pen: Sheet, _: Traits) -> None:
    def tear() -> None:
        with pen.placed((312, 470), turn=40, scale=1.3):
            pen.cel(_TEAR, _WATER, shade=(5, 6), line=7)

    draw_pair(pen, tear)


def _draw_anger(pen: Sheet, _: Traits) -> None:
    """A swollen vein."""
    with pen.placed((690, 262), turn=8):
        for turn in (0, 90, 180, 270):
            with pen.placed((0, 0), turn=turn):
                pen.stroke("M10 -56 Q10 -10 56 -10", 30)
        for turn in (0, 90, 180, 270):
            with pen.placed((0, 0), turn=turn):
                pen.stroke("M10 -56 Q10 -10 56 -10", 14, "#ff2a3a")


def _draw_tears(pen: Sheet, _: Traits) -> None:
    def stream() -> None:
        pen.cel("M376 492 Q404 504 434 490 L438 590 Q404 640 366 586 Z", _WATER, shade=(8, 8), line=8)
        pen.stroke("M394 516 L392 586", 8, "#ffffff")

    draw_pair(pen, stream)


def _draw_sleep(pen: Sheet, look: Traits) -> None:
    """A bubble at the nose, and the letter of snoring."""
    pen.cel(circle(566, 512, 50), "#c8ecff", shade=(8, 10), line=8)
    pen.fill(ellipse(548, 494, 13, 10), "#ffffff")
    for x, y, size in ((742, 232, 0.8), (812, 150, 1.2)):
        with pen.placed((x, y), turn=10, scale=size):
            pen.stroke("M-26 -30 L26 -30 L-26 30 L26 30", 30)
            pen.stroke("M-26 -30 L26 -30 L-26 30 L26 30", 12, look.colours.glint)


def _draw_shyness(pen: Sheet, look: Traits) -> None:
    for x in (350, 650):
        pen.fill(ellipse(x, 504, 60, 34), mix(lid_colour(look), "#ff3a5a", 0.6), opacity=0.8)
        pen.stroke(
            f"M{x - 26} 520 L{x - 14} 492 M{x - 4} 520 L{x + 8} 492 M{x + 18} 520 L{x + 30} 492", 7, "#d8203c"
        )


def _draw_surprise(pen: Sheet, look: Traits) -> None:
    for x, turn in ((766, 24), (832, 40)):
        with pen.placed((x, 220), turn=turn):
            pen.flat("M-20 -84 L20 -84 L10 4 L-10 4 Z", look.colours.glint, line=10)
            pen.flat(circle(0, 34, 16), look.colours.glint, line=10)


def _draw_adoration(pen: Sheet, _: Traits) -> None:
    for x, y, size, turn in ((222, 236, 0.8, -18), (786, 216, 1.0, 16), (838, 316, 0.6, 24)):
        with pen.placed((x, y), turn=turn, scale=size):
            pen.cel(HEART, "#ff5a8a", shade=(7, 8), line=10)


FEELINGS: Mapping[Feeling, Part] = {
    Feeling.JOY: _draw_joy,
    Feeling.LAUGHTER: _draw_laughter,
    Feeling.ANGER: _draw_anger,
    Feeling.TEARS: _draw_tears,
    Feeling.SLEEP: _draw_sleep,
    Feeling.SHYNESS: _draw_shyness,
    Feeling.SURPRISE: _draw_surprise,
    Feeling.ADORATION: _draw_adoration,
}
