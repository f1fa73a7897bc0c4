"""What is printed on the back of a seal, in the reader's language. Draws nothing."""

from dataclasses import dataclass
from datetime import date

from bot.stickers.choosing import dice_for
from bot.stickers.design import Attribute, Design, FrameType
from bot.stickers.meters import meters
from bot.stickers.rumour import rumour
from bot.words import Words

_SMALL_PRINTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """A labelled meter of 0 to 10."""

    label: str
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """Every text of a back, in the reader's language; any of them may be empty.

    `stars` is 0 to 5. `frame` decides the border, `attribute` the mark and the face of the name.
    """

    attribute: Attribute
    frame: FrameType
    number: str
    title: str
    name: str
    stars_heading: str
    stars: int
    gauges: tuple[Gauge, ...]
    rumour_heading: str
    rumour: str
    small_print: str
    maker: str
    day: str


def write_back(design: Design, say: Words, *, number: int | None, maker: str, day: date | None) -> Back:
    """Word the back of a design. `number` is the seal's in its binder, `maker` a name; either may be missing."""
    small_print = dice_for("small print", design.to_json()).randint(1, _SMALL_PRINTS)
    return Back(
        attribute=design.attribute,
        frame=design.style.frame_type,
        number="" if number is None else say("back-number", number=f"{number:03d}"),
        title=design.title,
        name=design.name,
        stars_heading=say("back-stars"),
        stars=design.rarity.stars,
        gauges=tuple(Gauge(label=say(key), value=value) for key, value in meters(design).items()),
        rumour_heading=say("back-rumour"),
        rumour=rumour(design, say),
        small_print=say(f"back-small-print-{small_print}"),
        maker=say("made-by", member=maker) if maker else "",
        day="" if day is None else f"{day:%Y.%m.%d}",
    )
