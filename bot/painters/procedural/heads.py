"""The head of each species: its outline, ears, marks and muzzle. No eyes, no hair."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.drawing.colours import Colour, mix, shadow, tone
from bot.drawing.raster import INK, Sheet
from bot.drawing.shapes import circle, ellipse
from bot.painters.procedural.traits import Hat, Species, Traits

Part = Callable[[Sheet, Traits], None]

ROUND = "M288 405 C284 250 393 186 500 186 C607 186 716 250 712 405 C708 508 614 586 500 590 C386 586 292 508 288 405 Z"
FURRY = (
    "M278 420 C276 258 388 196 500 196 C612 196 724 258 722 420 C737 440 752 470 764 502 C722 502 702 512 690 524 "
    "C650 578 570 596 500 596 C430 596 350 578 310 524 C298 512 278 502 236 502 C248 470 263 440 278 420 Z"
)
PLUMP = "M270 420 C262 250 385 190 500 190 C615 190 738 250 730 420 C728 530 630 594 500 596 C370 594 272 530 270 420 Z"
JAWED = (
    "M290 400 C286 248 393 186 500 186 C607 186 714 248 710 400 C746 440 736 526 664 560 C612 594 560 602 500 602 "
    "C440 602 388 594 336 560 C264 526 254 440 290 400 Z"
)
BOXY = "M300 262 Q300 203 357 203 L643 203 Q700 203 700 262 L714 500 Q714 586 640 586 L360 586 Q286 586 286 500 Z"
WISPY = (
    "M286 420 C270 240 400 160 520 176 Q560 120 620 130 Q590 160 612 196 C700 240 722 330 714 420 C708 "
    "520 610 590 500 592 C390 590 292 520 286 420 Z"
)
WIDE = (
    "M262 440 C250 360 290 300 330 272 C300 200 400 150 446 222 Q500 210 554 222 C600 150 700 200 670 272 "
    "C710 300 750 360 738 440 C730 540 620 596 500 596 C380 596 270 540 262 440 Z"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """How one species' head is drawn. `ears` stand behind the outline, `marks` lie on it, under the eyes."""

    outline: str
    ears: Part | None = None
    marks: Part | None = None
    muzzle: Part | None = None
    """Drawn instead of a mouth."""


def draw_head(pen: Sheet, look: Traits) -> None:
    """Ears, head and marks."""
    head = HEADS[look.species]
    if head.ears and not (look.hat in (Hat.KNIGHT, Hat.NINJA) and look.species is Species.ROBOT):
        head.ears(pen, look)
    pen.cel(head.outline, look.colours.skin, shade=(24, 20), line=11)
    if head.marks:
        head.marks(pen, look)


def _pair_of_ears(pen: Sheet, outer: str, inner: str, skin: Colour, lining: Colour) -> None:
    pen.cel(outer, skin, line=10, inside=[(inner, lining)])
    with pen.mirrored(500):
        pen.cel(outer, skin, line=10, inside=[(inner, lining)])


def _draw_cat_ears(pen: Sheet, look: Traits) -> None:
    _pair_of_ears(
        pen,
        "M318 320 C292 240 286 160 300 112 Q306 98 322 106 Q410 150 462 226 Z",
        "M340 290 C322 232 316 186 322 150 Q384 186 424 240 Z",
        look.colours.skin,
        "#ff9db0",
    )


def _draw_fox_ears(pen: Sheet, look: Traits) -> None:
    _pair_of_ears(
        pen,
        "M312 320 L254 82 Q402 128 462 226 Z",
        "M338 286 L296 134 Q380 178 424 240 Z",
        look.colours.skin,
        "#3a2028",
    )


def _draw_dog_ears(pen: Sheet, look: Traits) -> None:
    """They hang, in front of the head."""
    ear = (
        "M366 214 C300 180 222 220 204 320 C190 400 196 470 236 482 C284 480 300 400 316 350 C330 310 366 "
        "280 392 244 Z"
    )
    dark = tone(look.colours.skin, light=0.66)
    for mirror in (False, True):
        with pen.mirrored(500) if mirror else pen.placed():
            pen.cel(ear, dark, shade=(12, 10), line=10)


def _draw_round_ears(pen: Sheet, look: Traits) -> None:
    panda = look.species is Species.PANDA
    skin = "#38323c" if panda else look.colours.skin
    lining = "#5b5360" if panda else mix(look.colours.skin, "#ffd9b0", 0.5)
    _pair_of_ears(pen, circle(336, 226, 74), circle(340, 232, 42), skin, lining)


def _draw_long_ears(pen: Sheet, look: Traits) -> None:
    lop = look.jitter[3] > 0.35
    ear = "M400 240 C310 120 296 -30 358 -22 C430 -12 452 120 472 220 Z"
    lining = "M404 190 C350 110 334 16 366 12 C404 16 424 110 440 190 Z"
    if lop:
        ear = (
            "M392 236 C330 90 210 80 176 200 C160 300 190 350 226 330 C262 300 262 220 300 200 C340 190 "
            "400 240 470 226 Z"
        )
        lining = "M360 200 C310 110 226 110 204 204 C194 270 204 310 222 304 C240 260 250 190 300 172 Z"
    pen.cel(ear, look.colours.skin, line=10, inside=[(lining, "#ff9db0")])
    straight = "M400 240 C310 120 296 -30 358 -22 C430 -12 452 120 472 220 Z"
    inner = "M404 190 C350 110 334 16 366 12 C404 16 424 110 440 190 Z"
    with pen.mirrored(500):
        pen.cel(straight, look.colours.skin, line=10, inside=[(inner, "#ff9db0")])


def _draw_crest(pen: Sheet, look: Traits) -> None:
    """A bird's feathers on the crown of the head."""
    if look.hat:
        return
    for turn, tint in ((-34, look.colours.bright), (34, look.colours.bright), (0, look.colours.deep)):
        with pen.placed((500, 210), turn=turn):
            pen.cel("M-26 10 C-60 -60 -30 -120 8 -136 C40 -90 46 -40 26 10 Z", tint, shade=(10, 6))


def _draw_antennae(pen: Sheet, look: Traits) -> None:
    for x in (268, 732):
        pen.cel(ellipse(x, 400, 38, 64), look.colours.deep)
    if look.hat is None:
        pen.stroke("M500 205 L500 128", 18)
        pen.cel(circle(500, 108, 38), look.colours.bright)
        pen.fill(circle(488, 95, 10), "#ffffff")


def _draw_fins(pen: Sheet, look: Traits) -> None:
    """A dragon's cheek fins and the spines on its crown."""
    fin = "M300 420 L196 372 L222 436 L180 486 L240 500 L236 556 L320 520 Z"
    pen.cel(fin, look.colours.bright, shade=(8, 8), line=9)
    with pen.mirrored(500):
        pen.cel(fin, look.colours.bright, shade=(8, 8), line=9)
    if look.hat is None:
        for x, y, turn in ((430, 205, -18), (570, 205, 18), (500, 196, 0)):
            with pen.placed((x, y), turn=turn):
                pen.cel("M-44 16 Q-18 -40 4 -96 Q22 -40 44 16 Z", look.colours.bright, shade=(12, 4))


def _draw_elf_ears(pen: Sheet, look: Traits) -> None:
    """Pointed ears: an oni's."""
    _pair_of_ears(
        pen, "M316 380 Q240 340 192 372 Q226 470 318 470 Z", "M300 400 Q252 376 226 388 Q250 436 306 444 Z",
        look.colours.skin, shadow(look.colours.skin),
    )  # fmt: skip


def _draw_small_ears(pen: Sheet, look: Traits) -> None:
    skin = look.colours.skin
    _pair_of_ears(pen, circle(290, 430, 40), circle(294, 432, 20), skin, shadow(skin))


def _draw_cheek_fur(pen: Sheet, look: Traits) -> None:
    """The pale lower face of beasts, a little different for each."""
    pale = "#fffaf2"
    if look.species is Species.FOX:
        pen.fill(
            "M262 500 Q350 440 420 490 Q470 450 500 452 Q530 450 580 490 Q650 440 738 500 Q700 508 "
            "684 522 Q640 572 500 588 Q360 572 316 522 Q300 508 262 500 Z",
            pale,
        )
    else:
        pen.fill(
            "M500 462 C424 446 384 516 410 558 C448 590 552 590 590 558 C616 516 576 446 500 462 Z", pale
        )
    if look.species is Species.CAT and look.jitter[4] > -0.2:
        stripe = tone(look.colours.skin, light=0.62)
        pen.fill("M478 206 L500 290 L522 206 Z", stripe)
        for mirror in (False, True):
            with pen.mirrored(500) if mirror else pen.placed():
                pen.fill("M420 212 L448 272 L454 206 Z", stripe)
                pen.fill("M286 404 L350 412 L284 432 Z", stripe)
    if look.species is Species.DOG:
        brow = "M372 330 Q404 296 430 330 Q404 344 372 330 Z"
        pen.fill(brow, pale)
        with pen.mirrored(500):
            pen.fill(brow, pale)
        _draw_dog_ears(pen, look)


def _draw_panda_patches(pen: Sheet, look: Traits) -> None:
    for mirror in (False, True):
        with pen.mirrored(500) if mirror else pen.placed(), pen.placed((398, 430), turn=18):
            pen.fill(ellipse(0, 0, 74, 96), "#38323c")


def _draw_bird_face(pen: Sheet, look: Traits) -> None:
    pen.fill(
        "M500 330 C420 270 300 330 316 440 C330 540 420 580 500 582 C580 580 670 540 684 440 C700 330 "
        "580 270 500 330 Z",
        "#fffaf2",
    )


def _draw_frog_belly(pen: Sheet, look: Traits) -> None:
    pen.fill(
        "M282 480 Q500 530 718 480 Q700 586 500 588 Q300 586 282 480 Z",
        mix(look.colours.skin, "#fffbe0", 0.65),
    )


def _draw_rivets(pen: Sheet, look: Traits) -> None:
    for x in (326, 674):
        for y in (244, 552):
            pen.cel(circle(x, y, 12), look.colours.metal, shade=(3, 3), line=6)
    pen.fill("M452 208 L548 208 L540 330 L460 330 Z", look.colours.deep)


def _draw_snout(pen: Sheet, look: Traits) -> None:
    """A dragon's pale muzzle with nostrils."""
    pen.fill(
        "M500 476 C400 460 340 510 366 556 C420 596 580 596 634 556 C660 510 600 460 500 476 Z",
        mix(look.colours.skin, "#fff6d0", 0.55),
    )
    for x in (474, 526):
        pen.fill(ellipse(x, 492, 9, 7), INK)


def _draw_muzzle(pen: Sheet, look: Traits) -> None:
    """Nose and a beast's mouth in the shape of a w."""
    pen.flat("M472 474 Q500 462 528 474 Q518 502 500 504 Q482 502 472 474 Z", INK, line=4)
    pen.fill(ellipse(490, 478, 8, 4), "#ffffff")
    pen.flat("M466 526 Q500 534 534 526 Q530 578 500 580 Q470 578 466 526 Z", "#c8323c", line=8)
    pen.fill("M480 562 Q500 542 520 562 Q512 574 500 574 Q488 574 480 562 Z", "#ff8a90")
    pen.stroke("M500 502 L500 516 M440 514 Q474 546 500 516 Q526 546 560 514", 10)
    if look.species in (Species.CAT, Species.FOX):
        pen.stroke("M348 496 L262 476 M348 516 L258 524 M652 496 L738 476 M652 516 L742 524", 6)
    if look.species is Species.RABBIT:
        pen.flat("M482 528 L518 528 L516 556 L484 556 Z", "#ffffff", line=6)
        pen.stroke("M500 530 L500 554", 5)
    elif look.fangs:
        for x in (478, 522):
            pen.flat(f"M{x - 9} 528 L{x} 552 L{x + 9} 528 Z", "#ffffff", line=5)


def _draw_beak(pen: Sheet, look: Traits) -> None:
    pen.cel("M446 512 Q500 590 554 512 Q500 500 446 512 Z", "#c8323c", shade=(4, 4))
    pen.cel(
        "M420 506 Q450 462 500 456 Q550 462 580 506 Q540 534 500 534 Q460 534 420 506 Z",
        "#ffb01f",
        shade=(8, 10),
    )
    pen.fill(ellipse(484, 484, 5, 7), INK)
    pen.fill(ellipse(516, 484, 5, 7), INK)


def _draw_frog_mouth(pen: Sheet, look: Traits) -> None:
    pen.flat("M340 494 Q500 536 660 494 Q620 580 500 582 Q380 580 340 494 Z", "#a82838", line=10)
    pen.fill("M430 564 Q500 520 570 564 Q540 577 500 577 Q460 577 430 564 Z", "#ff8a90")


def _draw_grille(pen: Sheet, look: Traits) -> None:
    pen.cel(
        "M420 518 L580 518 Q590 540 576 562 L424 562 Q410 540 420 518 Z",
        look.colours.metal,
        shade=(4, 6),
        line=8,
    )
    pen.stroke("M460 522 L460 558 M500 522 L500 558 M540 522 L540 558", 8)


HEADS: Mapping[Species, Head] = {
    Species.HUMAN: Head(outline=ROUND, ears=_draw_small_ears),
    Species.CAT: Head(outline=FURRY, ears=_draw_cat_ears, marks=_draw_cheek_fur, muzzle=_draw_muzzle),
    Species.DOG: Head(outline=FURRY, marks=_draw_cheek_fur, muzzle=_draw_muzzle),
    Species.FOX: Head(outline=FURRY, ears=_draw_fox_ears, marks=_draw_cheek_fur, muzzle=_draw_muzzle),
    Species.BEAR: Head(outline=PLUMP, ears=_draw_round_ears, marks=_draw_cheek_fur, muzzle=_draw_muzzle),
    Species.PANDA: Head(outline=PLUMP, ears=_draw_round_ears, marks=_draw_panda_patches, muzzle=_draw_muzzle),
    Species.RABBIT: Head(outline=PLUMP, ears=_draw_long_ears, muzzle=_draw_muzzle),
    Species.BIRD: Head(outline=PLUMP, ears=_draw_crest, marks=_draw_bird_face, muzzle=_draw_beak),
    Species.FROG: Head(outline=WIDE, marks=_draw_frog_belly, muzzle=_draw_frog_mouth),
    Species.ROBOT: Head(outline=BOXY, ears=_draw_antennae, marks=_draw_rivets, muzzle=_draw_grille),
    Species.ONI: Head(outline=ROUND, ears=_draw_elf_ears),
    Species.DRAGON: Head(outline=JAWED, ears=_draw_fins, marks=_draw_snout),
    Species.GHOST: Head(outline=WISPY),
}
