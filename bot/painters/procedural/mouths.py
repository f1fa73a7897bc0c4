"""Mouths, drawn for a human's face: between the cheeks, below the eyes."""

from collections.abc import Callable, Mapping

from bot.drawing.raster import Sheet
from bot.painters.procedural.traits import Mouth, Traits

Part = Callable[[Sheet, Traits], None]

THROAT, TONGUE = "#8a1820", "#ff7a80"


def _draw_fangs(pen: Sheet, look: Traits, level: float = 514) -> None:
    if look.fangs:
        for x in (473, 527):
            pen.flat(f"M{x - 12} {level} L{x} {level + 28} L{x + 12} {level} Z", "#ffffff", line=5)


def _draw_open(pen: Sheet, look: Traits) -> None:
    pen.flat("M440 506 Q500 526 560 506 Q554 572 500 574 Q446 572 440 506 Z", THROAT)
    pen.fill("M464 556 Q500 526 536 556 Q520 569 500 569 Q480 569 464 556 Z", TONGUE)
    if not look.fangs:
        pen.fill("M448 511 Q500 528 552 511 L550 522 Q500 538 450 522 Z", "#ffffff")
    _draw_fangs(pen, look)


def _draw_grin(pen: Sheet, _: Traits) -> None:
    pen.flat("M428 502 Q500 534 572 502 Q564 564 500 566 Q436 564 428 502 Z", "#ffffff")
    pen.stroke("M438 532 Q500 556 562 532 M470 516 L472 556 M500 520 L500 562 M530 516 L528 556", 5)


def _draw_smirk(pen: Sheet, look: Traits) -> None:
    pen.stroke("M446 528 Q506 562 562 510 Q568 504 572 512", 11)
    if look.fangs:
        pen.flat("M526 532 L540 562 L550 522 Z", "#ffffff", line=5)


def _draw_tongue(pen: Sheet, look: Traits) -> None:
    pen.flat("M478 526 L534 526 Q540 574 508 578 Q474 574 478 526 Z", TONGUE, line=8)
    pen.stroke("M507 534 L507 556", 5)
    pen.stroke("M440 512 Q500 548 560 512", 11)
    _draw_fangs(pen, look, 530)


def _draw_small(pen: Sheet, look: Traits) -> None:
    pen.flat("M470 516 Q500 526 530 516 Q530 556 500 558 Q470 556 470 516 Z", THROAT, line=9)
    pen.fill("M482 546 Q500 532 518 546 Q510 554 500 554 Q490 554 482 546 Z", TONGUE)
    if look.fangs:
        pen.flat("M508 519 L518 538 L526 516 Z", "#ffffff", line=4)


def _draw_laugh(pen: Sheet, look: Traits) -> None:
    """As wide as the face allows."""
    pen.flat("M408 494 Q500 516 592 494 Q588 584 500 586 Q412 584 408 494 Z", THROAT, line=10)
    pen.fill("M444 562 Q500 516 556 562 Q530 580 500 580 Q470 580 444 562 Z", TONGUE)
    pen.fill("M418 501 Q500 520 582 501 L578 518 Q500 536 422 518 Z", "#ffffff")
    _draw_fangs(pen, look, 520)


def _draw_teeth(pen: Sheet, _: Traits) -> None:
    """Clenched: a frown full of pointed teeth."""
    pen.flat("M426 556 Q432 510 500 508 Q568 510 574 556 Q500 578 426 556 Z", "#ffffff", line=10)
    pen.stroke("M434 548 L452 534 L470 552 L488 534 L506 552 L524 534 L542 552 L560 536 L568 548", 6)


def _draw_wavy(pen: Sheet, _: Traits) -> None:
    pen.stroke("M438 536 Q452 512 468 532 Q484 552 500 530 Q516 510 532 530 Q548 550 562 526", 11)


def _draw_cat(pen: Sheet, look: Traits) -> None:
    """Two bows, like a w."""
    pen.stroke("M436 512 Q440 548 470 546 Q498 544 500 518 Q502 544 530 546 Q560 548 564 512", 11)
    if look.fangs:
        pen.flat("M520 548 L530 570 L544 546 Z", "#ffffff", line=5)


def _draw_pout(pen: Sheet, _: Traits) -> None:
    pen.stroke("M452 548 Q500 512 548 548", 12)
    pen.stroke("M484 568 Q500 574 516 568", 7)


MOUTHS: Mapping[Mouth, Part] = {
    Mouth.OPEN: _draw_open,
    Mouth.GRIN: _draw_grin,
    Mouth.SMIRK: _draw_smirk,
    Mouth.TONGUE: _draw_tongue,
    Mouth.SMALL: _draw_small,
    Mouth.LAUGH: _draw_laugh,
    Mouth.TEETH: _draw_teeth,
    Mouth.WAVY: _draw_wavy,
    Mouth.CAT: _draw_cat,
    Mouth.POUT: _draw_pout,
}
