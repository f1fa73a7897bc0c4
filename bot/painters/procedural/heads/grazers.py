"""Heads of grazing beasts: rabbit, pig, cow, sheep, deer, unicorn, elephant."""

from bot.drawing.colours import mix, shadow, tone
from bot.drawing.raster import INK, Sheet
from bot.drawing.shapes import ellipse, puffs
from bot.painters.procedural.heads.beasts import draw_nose, draw_pale_muzzle
from bot.painters.procedural.heads.head import LONG, PALE, PINK, PLUMP, ROUND, Head, draw_ears, draw_pair
from bot.painters.procedural.traits import Traits


def _draw_long_ears(pen: Sheet, look: Traits) -> None:
    """A rabbit's: both up, or one folded."""
    ear = "M400 240 C310 120 296 -30 358 -22 C430 -12 452 120 472 220 Z"
    lining = "M404 190 C350 110 334 16 366 12 C404 16 424 110 440 190 Z"
    folded = (
        "M392 236 C330 90 210 80 176 200 C160 300 190 350 226 330 C262 300 262 220 300 200 C340 190 400 240 "
        "470 226 Z"
    )
    inner = "M360 200 C310 110 226 110 204 204 C194 270 204 310 222 304 C240 260 250 190 300 172 Z"
    with pen.mirrored(500):
        pen.cel(ear, look.colours.skin, line=10, inside=[(lining, PINK)])
    if look.jitter[3] > 0.1:
        ear, lining = folded, inner
    pen.cel(ear, look.colours.skin, line=10, inside=[(lining, PINK)])


def _draw_rabbit_nose(pen: Sheet, look: Traits) -> None:
    draw_pale_muzzle(pen, look)
    pen.cel("M478 474 Q500 462 522 474 Q514 496 500 498 Q486 496 478 474 Z", "#ff8aa0", shade=(3, 4), line=6)
    pen.stroke("M500 498 L500 512", 7)
    pen.flat("M484 560 L516 560 L514 590 L486 590 Z", "#ffffff", line=6)
    pen.stroke("M500 562 L500 586", 5)


def _draw_flap_ears(pen: Sheet, look: Traits) -> None:
    """A pig's: triangles that tip forward."""
    draw_ears(
        pen,
        "M330 300 C272 250 244 180 268 120 Q290 106 316 118 C380 150 430 190 452 226 Z",
        "M334 270 C296 232 280 190 292 152 C348 172 392 204 416 232 Z",
        look.colours.skin,
        shadow(look.colours.skin),
    )


def _draw_pig_snout(pen: Sheet, look: Traits) -> None:
    pen.cel(ellipse(500, 486, 62, 42), mix(look.colours.skin, "#ff5a7a", 0.28), shade=(8, 8), line=9)
    for x in (480, 520):
        pen.fill(ellipse(x, 486, 9, 15), INK)


def _draw_cow_ears(pen: Sheet, look: Traits) -> None:
    """Ears to the sides and short horns."""
    draw_pair(
        pen,
        lambda: pen.cel("M384 216 C322 206 288 160 300 98 C330 130 366 140 430 186 Z", "#f4e6bc", line=10),
    )
    draw_ears(
        pen,
        "M320 330 C250 350 180 330 164 280 C190 240 270 230 340 266 Z",
        "M300 314 C254 322 212 308 196 284 C222 264 270 260 310 280 Z",
        look.colours.skin,
        PINK,
    )


def _draw_cow_marks(pen: Sheet, look: Traits) -> None:
    patch = tone(look.colours.skin, light=0.28) if look.jitter[2] > 0 else "#3a3038"
    pen.fill("M300 300 C330 214 430 190 470 210 C480 300 500 420 430 486 C350 500 280 440 296 340 Z", patch)
    pen.fill(
        "M366 520 C400 456 600 456 634 520 C640 590 560 604 500 604 C440 604 360 590 366 520 Z", "#ffc4c0"
    )
    for x in (456, 544):
        pen.fill(ellipse(x, 500, 12, 9), "#c05a68")


def _draw_fleece(pen: Sheet, look: Traits) -> None:
    """Curls behind a sheep's head, drooping ears and rolled horns."""
    pen.cel(puffs(500, 390, 262, 120, 420, 13) + " Z", look.colours.skin, shade=(18, 18), line=11)
    draw_pair(
        pen,
        lambda: pen.cel("M300 380 C240 350 190 370 172 430 C210 480 280 470 322 430 Z", "#f4d6c0", line=10),
    )


def _draw_sheep_face(pen: Sheet, look: Traits) -> None:
    face = (
        "M322 400 C322 330 400 300 500 300 C600 300 678 330 678 400 C684 500 610 584 500 586 C390 584 316 "
        "500 322 400 Z"
    )
    pen.fill(face, "#f8dcc6")
    cap = puffs(500, 300, 176, 176, 364, 6)
    pen.cel(cap + " Q590 350 500 330 Q410 350 322 318 Z", look.colours.skin, shade=(6, 12), line=9)


def _draw_antlers(pen: Sheet, look: Traits) -> None:
    def side() -> None:
        antler = (
            "M420 220 C390 150 330 150 270 60 L302 44 L320 96 L318 20 L352 20 L356 120 C380 110 384 70 380 "
            "40 L412 44 C420 100 420 130 404 150 L452 206 Z"
        )
        pen.cel(antler, "#a8703c", shade=(8, 8), line=10)
        ear = "M330 310 C250 320 190 280 180 220 C230 200 310 230 360 266 Z"
        pen.cel(
            ear,
            look.colours.skin,
            line=10,
            inside=[("M312 290 C262 290 222 266 212 240 C250 236 300 256 330 274 Z", PINK)],
        )

    draw_pair(pen, side)


def _draw_deer_marks(pen: Sheet, look: Traits) -> None:
    draw_pale_muzzle(pen, look)
    for x, y in ((440, 240), (500, 222), (560, 240), (470, 274), (530, 274)):
        pen.fill(ellipse(x, y, 12, 9), PALE)


def _draw_mane_and_horn(pen: Sheet, look: Traits) -> None:
    """A unicorn's: a mane in three colours down one side, ears, and the horn."""
    for path, tint in (
        (
            "M560 150 C760 140 800 330 770 470 C800 560 760 640 700 660 C720 560 690 420 600 300 Z",
            look.colours.bright,
        ),
        (
            "M540 160 C700 170 740 330 720 460 C740 540 720 590 680 610 C690 500 660 400 580 300 Z",
            look.colours.glint,
        ),
    ):
        pen.cel(path, tint, shade=(12, 12), line=10)
    draw_ears(
        pen,
        "M352 270 C316 200 316 120 344 92 C390 120 424 170 440 220 Z",
        "M364 240 C342 190 342 146 352 128 C380 150 400 184 412 216 Z",
        look.colours.skin,
        PINK,
    )


def _draw_horn_and_snout(pen: Sheet, look: Traits) -> None:
    snout = "M372 520 C400 462 600 462 628 520 C650 560 590 604 500 604 C410 604 350 560 372 520 Z"
    pen.fill(snout, mix(look.colours.skin, "#ffb0c0", 0.4))
    for x in (462, 538):
        pen.fill(ellipse(x, 500, 8, 7), "#b05a70")
    if look.hat is None:
        pen.cel("M452 252 L506 20 L548 252 Q500 276 452 252 Z", "#ffe27a", shade=(14, 0), line=10)
        pen.stroke("M462 216 L540 196 M474 160 L530 144 M488 104 L520 94", 6)
        lock = "M440 200 C520 180 610 230 606 350 C570 320 540 330 520 370 C510 300 480 260 440 260 Z"
        pen.cel(lock, look.colours.bright, shade=(8, 10), line=9)


def _draw_sail_ears(pen: Sheet, look: Traits) -> None:
    draw_ears(
        pen,
        "M330 300 C230 170 80 210 84 350 C84 470 170 540 300 500 Z",
        "M310 330 C236 240 130 250 132 356 C136 430 200 480 290 460 Z",
        look.colours.skin,
        mix(look.colours.skin, "#ff9db0", 0.6),
    )


def _draw_trunk(pen: Sheet, look: Traits) -> None:
    """From between the eyes, down over the chin and curled up at its end."""
    trunk = (
        "M452 440 C440 520 436 600 480 650 C520 700 610 690 624 630 C630 600 590 590 580 616 C570 640 546 "
        "634 540 610 C532 560 548 500 548 440 Q500 410 452 440 Z"
    )
    draw_pair(
        pen,
        lambda: pen.cel("M424 530 C410 580 380 600 350 600 C356 556 370 530 400 510 Z", "#fff6dc", line=8),
    )
    pen.cel(trunk, look.colours.skin, shade=(16, 12), line=10)
    pen.stroke("M458 520 Q490 534 530 520 M456 566 Q490 584 526 570 M472 618 Q500 624 530 606", 6)


RABBIT = Head(
    outline=PLUMP, ears=_draw_long_ears, muzzle=_draw_rabbit_nose, mouth=(8, 0.72), crowned=True, topped=True
)
PIG = Head(outline=PLUMP, ears=_draw_flap_ears, muzzle=_draw_pig_snout, mouth=(34, 0.76), crowned=True)
COW = Head(outline=LONG, ears=_draw_cow_ears, marks=_draw_cow_marks, mouth=(22, 0.8))
SHEEP = Head(outline=ROUND, ears=_draw_fleece, marks=_draw_sheep_face, muzzle=draw_nose, mouth=(16, 0.76))
DEER = Head(
    outline=LONG,
    ears=_draw_antlers,
    marks=_draw_deer_marks,
    muzzle=draw_nose,
    mouth=(18, 0.8),
    crowned=True,
    topped=True,
)
UNICORN = Head(
    outline=LONG,
    ears=_draw_mane_and_horn,
    muzzle=_draw_horn_and_snout,
    mouth=(22, 0.8),
    crowned=True,
    topped=True,
)
ELEPHANT = Head(outline=ROUND, ears=_draw_sail_ears, muzzle=_draw_trunk, mouth=None)
