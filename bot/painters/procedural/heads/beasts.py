"""Heads of furred hunters and their kin: cat, tiger, lion, dog, wolf, fox, tanuki, bear, mouse."""

from bot.drawing.colours import luma, mix, tone
from bot.drawing.raster import INK, Sheet
from bot.drawing.shapes import circle, ellipse, spikes
from bot.painters.procedural.attire import Hat
from bot.painters.procedural.heads.head import (
    CHARCOAL,
    FURRY,
    PALE,
    PINK,
    PLUMP,
    ROUND,
    Head,
    draw_ears,
    draw_pair,
)
from bot.painters.procedural.traits import Traits


def draw_nose(pen: Sheet, _: Traits) -> None:
    """A small dark nose and the line below it, to which a mouth joins."""
    pen.flat("M472 470 Q500 458 528 470 Q518 498 500 500 Q482 498 472 470 Z", INK, line=4)
    pen.fill(ellipse(490, 474, 8, 4), "#ffffff")
    pen.stroke("M500 498 L500 514", 8)


def _draw_whiskered(pen: Sheet, look: Traits) -> None:
    draw_nose(pen, look)
    tint = INK if luma(look.colours.skin) > 0.3 else "#fff6e8"
    pen.stroke("M346 494 L252 474 M346 514 L248 524 M654 494 L748 474 M654 514 L752 524", 6, tint)


def draw_pale_muzzle(pen: Sheet, _: Traits) -> None:
    """The pale lower face of many beasts."""
    pen.fill("M500 458 C424 442 376 516 404 560 C446 592 554 592 596 560 C624 516 576 442 500 458 Z", PALE)


def _draw_cat_ears(pen: Sheet, look: Traits) -> None:
    draw_ears(
        pen,
        "M318 320 C292 240 286 160 300 112 Q306 98 322 106 Q410 150 462 226 Z",
        "M340 290 C322 232 316 186 322 150 Q384 186 424 240 Z",
        look.colours.skin,
        PINK,
    )


def _draw_cat_marks(pen: Sheet, look: Traits) -> None:
    """Plain, tabby or with a mask round one eye."""
    draw_pale_muzzle(pen, look)
    if look.jitter[4] > 0.1:
        _draw_stripes(pen, tone(look.colours.skin, light=0.62))
    elif look.jitter[4] < -0.4:
        patch = tone(look.colours.skin, light=0.55 if luma(look.colours.skin) > 0.4 else 1.6)
        pen.fill("M520 200 Q640 186 700 300 Q722 380 690 456 Q600 520 548 440 Q500 330 520 200 Z", patch)


def _draw_stripes(pen: Sheet, tint: str) -> None:
    pen.fill("M478 204 L500 290 L522 204 Z", tint)

    def side() -> None:
        pen.fill("M416 210 L448 276 L456 204 Z", tint)
        pen.fill("M284 404 L352 412 L282 434 Z", tint)
        pen.fill("M290 462 L350 458 L300 488 Z", tint)

    draw_pair(pen, side)


def _draw_round_ears(pen: Sheet, look: Traits) -> None:
    skin = look.colours.skin
    draw_ears(pen, circle(330, 226, 70), circle(336, 232, 38), skin, mix(skin, "#ffd9b0", 0.6))


def _draw_tiger_marks(pen: Sheet, look: Traits) -> None:
    draw_pair(pen, lambda: pen.fill("M330 330 Q380 296 440 330 Q400 360 336 372 Z", PALE))
    draw_pale_muzzle(pen, look)
    _draw_stripes(pen, "#3a2620")
    draw_pair(pen, lambda: pen.fill("M306 300 L372 316 L296 338 Z", "#3a2620"))


def _draw_mane(pen: Sheet, look: Traits) -> None:
    """A lion's: a ring of tufts, then the ears."""
    mane = tone(look.colours.skin, light=0.62, hue=-0.03)
    radii = [326 + 22 * look.jitter[k % 16] for k in range(14)]
    pen.cel(spikes(500, 400, -90, 270, 238, radii, lean=0.6) + " Z", mane, shade=(14, 14), line=11)
    _draw_round_ears(pen, look)


def _draw_hanging_ears(pen: Sheet, look: Traits) -> None:
    """A dog's, in front of the head."""
    ear = (
        "M366 214 C300 180 222 220 204 320 C190 400 196 470 236 482 C284 480 300 400 316 350 C330 310 366 "
        "280 392 244 Z"
    )
    draw_pair(pen, lambda: pen.cel(ear, tone(look.colours.skin, light=0.66), shade=(12, 10), line=10))


def _draw_upright_ears(pen: Sheet, look: Traits) -> None:
    draw_ears(
        pen,
        "M316 330 C284 260 270 170 292 100 Q384 140 452 226 Z",
        "M340 296 C316 240 306 190 312 148 Q372 178 418 242 Z",
        look.colours.skin,
        mix(look.colours.skin, "#3a3040", 0.55),
    )


def _draw_dog_marks(pen: Sheet, look: Traits) -> None:
    draw_pale_muzzle(pen, look)
    draw_pair(pen, lambda: pen.fill("M372 330 Q404 296 430 330 Q404 344 372 330 Z", PALE))
    if look.hat is not Hat.NINJA:
        _draw_hanging_ears(pen, look)


def _draw_wolf_marks(pen: Sheet, _: Traits) -> None:
    """A pale mask from brow to chin."""
    mask = (
        "M262 500 Q330 330 420 360 Q480 380 500 300 Q520 380 580 360 Q670 330 738 500 Q700 508 684 522 "
        "Q640 584 500 590 Q360 584 316 522 Q300 508 262 500 Z"
    )
    pen.fill(mask, "#f2f4fa")


def _draw_fox_ears(pen: Sheet, look: Traits) -> None:
    draw_ears(
        pen,
        "M312 320 L254 82 Q402 128 462 226 Z",
        "M338 286 L296 134 Q380 178 424 240 Z",
        look.colours.skin,
        "#3a2028",
    )


def _draw_fox_marks(pen: Sheet, _: Traits) -> None:
    cheeks = (
        "M262 500 Q350 440 420 490 Q470 450 500 452 Q530 450 580 490 Q650 440 738 500 Q700 508 684 522 "
        "Q640 584 500 590 Q360 584 316 522 Q300 508 262 500 Z"
    )
    pen.fill(cheeks, PALE)


def _draw_tanuki_marks(pen: Sheet, look: Traits) -> None:
    """A dark mask over both eyes."""
    draw_pale_muzzle(pen, look)
    mask = "M500 388 C450 330 340 350 292 440 C330 520 420 520 470 460 Q500 440 500 388 Z"
    draw_pair(pen, lambda: pen.fill(mask, tone(look.colours.skin, light=0.45)))


def _draw_panda_ears(pen: Sheet, _: Traits) -> None:
    draw_ears(pen, circle(332, 226, 74), circle(338, 232, 42), CHARCOAL, "#5b5360")


def _draw_panda_patches(pen: Sheet, _: Traits) -> None:
    def patch() -> None:
        with pen.placed((398, 430), turn=18):
            pen.fill(ellipse(0, 0, 74, 96), CHARCOAL)

    draw_pair(pen, patch)


def _draw_dish_ears(pen: Sheet, look: Traits) -> None:
    """A mouse's: as large as plates."""
    draw_ears(pen, circle(290, 226, 116), circle(298, 234, 78), look.colours.skin, PINK)


def _draw_mouse_nose(pen: Sheet, look: Traits) -> None:
    pen.cel(ellipse(500, 482, 26, 20), "#ff8aa0", shade=(4, 5), line=7)
    pen.stroke("M356 494 L262 478 M356 514 L260 526 M644 494 L738 478 M644 514 L740 526", 6)


def _draw_side_ears(pen: Sheet, look: Traits) -> None:
    """A monkey's, at the level of the eyes."""
    draw_ears(pen, circle(262, 410, 66), circle(268, 414, 38), look.colours.skin, "#ffd9b3")


def _draw_monkey_face(pen: Sheet, _: Traits) -> None:
    face = (
        "M500 330 C440 270 316 296 318 400 C320 436 340 452 356 470 C330 540 400 586 500 586 C600 586 670 "
        "540 644 470 C660 452 680 436 682 400 C684 296 560 270 500 330 Z"
    )
    pen.fill(face, "#ffdcb4")
    pen.stroke("M486 486 L482 494 M514 486 L518 494", 8)


CAT = Head(
    outline=FURRY,
    ears=_draw_cat_ears,
    marks=_draw_cat_marks,
    muzzle=_draw_whiskered,
    mouth=(16, 0.8),
    crowned=True,
)
TIGER = Head(
    outline=FURRY,
    ears=_draw_round_ears,
    marks=_draw_tiger_marks,
    muzzle=_draw_whiskered,
    mouth=(16, 0.84),
    crowned=True,
)
LION = Head(outline=PLUMP, ears=_draw_mane, marks=draw_pale_muzzle, muzzle=draw_nose, mouth=(16, 0.84))
DOG = Head(outline=FURRY, marks=_draw_dog_marks, muzzle=draw_nose, mouth=(16, 0.84))
WOLF = Head(
    outline=FURRY,
    ears=_draw_upright_ears,
    marks=_draw_wolf_marks,
    muzzle=draw_nose,
    mouth=(16, 0.84),
    crowned=True,
)
FOX = Head(
    outline=FURRY,
    ears=_draw_fox_ears,
    marks=_draw_fox_marks,
    muzzle=_draw_whiskered,
    mouth=(16, 0.8),
    crowned=True,
)
TANUKI = Head(
    outline=FURRY,
    ears=_draw_round_ears,
    marks=_draw_tanuki_marks,
    muzzle=draw_nose,
    mouth=(16, 0.8),
    crowned=True,
)
BEAR = Head(
    outline=PLUMP,
    ears=_draw_round_ears,
    marks=draw_pale_muzzle,
    muzzle=draw_nose,
    mouth=(16, 0.8),
    crowned=True,
)
PANDA = Head(
    outline=PLUMP,
    ears=_draw_panda_ears,
    marks=_draw_panda_patches,
    muzzle=draw_nose,
    mouth=(16, 0.8),
    crowned=True,
)
MOUSE = Head(outline=ROUND, ears=_draw_dish_ears, muzzle=_draw_mouse_nose, mouth=(14, 0.76), crowned=True)
MONKEY = Head(outline=ROUND, ears=_draw_side_ears, marks=_draw_monkey_face, mouth=(4, 1.0))
