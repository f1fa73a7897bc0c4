"""What a head consists of, the usual outlines, and how paired parts are drawn."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.drawing.colours import Colour
from bot.drawing.raster import Sheet
from bot.painters.procedural.traits import Traits

Part = Callable[[Sheet, Traits], None]

PALE: Colour = "#fffaf2"
PINK: Colour = "#ff9db0"
CHARCOAL: Colour = "#38323c"

ROUND = (
    "M288 405 C284 250 393 186 500 186 C607 186 716 250 712 405 C708 508 614 586 500 590 C386 586 292 508 "
    "288 405 Z"
)
FURRY = (
    "M278 420 C276 258 388 196 500 196 C612 196 724 258 722 420 C737 440 752 470 764 502 C722 502 702 512 "
    "690 524 C650 578 570 596 500 596 C430 596 350 578 310 524 C298 512 278 502 236 502 C248 470 263 440 "
    "278 420 Z"
)
PLUMP = (
    "M270 420 C262 250 385 190 500 190 C615 190 738 250 730 420 C728 530 630 594 500 596 C370 594 272 530 "
    "270 420 Z"
)
LONG = (
    "M302 392 C292 246 396 186 500 186 C604 186 708 246 698 392 C706 440 680 480 650 512 C652 572 590 606 "
    "500 606 C410 606 348 572 350 512 C320 480 294 440 302 392 Z"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """How one species' head is drawn. `ears` stand behind the outline, `marks` lie on it, under the eyes."""

    outline: str
    ears: Part | None = None
    marks: Part | None = None
    muzzle: Part | None = None
    """Nose, snout or beak."""
    mouth: tuple[float, float] | None = (0.0, 1.0)
    """How far below the usual place the mouth lies, and its size. None: the muzzle is the mouth."""
    crowned: bool = False
    """Whether ears or the like stand up where a full crown would hide them."""
    topped: bool = False
    """Whether nothing fits above the head: a halo stands behind it instead."""
    hairy: bool = False
    """Whether the species has hair of its own."""
    browed: bool = True
    """Whether brows show in a calm face."""


def draw_pair(pen: Sheet, part: Callable[[], None]) -> None:
    """A part and its mirror image on the other side of the face."""
    part()
    with pen.mirrored(500):
        part()


def draw_ears(pen: Sheet, outer: str, inner: str, skin: Colour, lining: Colour) -> None:
    """A pair of ears with their linings; the paths are those of the left one."""
    draw_pair(pen, lambda: pen.cel(outer, skin, line=10, inside=[(inner, lining)]))
