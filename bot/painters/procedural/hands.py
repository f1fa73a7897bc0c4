"""Hands: closed, open, pointing, with two fingers up. Fingers point up at turn 0."""

from collections.abc import Mapping

from bot.drawing.colours import Colour, tone
from bot.drawing.raster import Sheet
from bot.drawing.shapes import ellipse
from bot.painters.procedural.attire import Costume
from bot.painters.procedural.traits import Species, Traits

Point = tuple[float, float]

_OWN: Mapping[Species, Colour] = {
    Species.PANDA: "#38323c",
    Species.MONKEY: "#ffdcb4",
    Species.SHEEP: "#f8dcc6",
    Species.PUMPKIN: "#6aa84a",
    Species.BEETLE: "#ffe2bc",
}
"""Where hands and feet are not of the head's colour."""


def hand_colour(look: Traits) -> Colour:
    """Of hands and bare limbs; gloves where the costume has them."""
    if look.costume is Costume.SPACESUIT:
        return "#e4e9f4"
    match look.species:
        case Species.ROBOT:
            return look.colours.metal
        case Species.SNOWMAN:
            return look.colours.deep
        case _:
            return _OWN.get(look.species, look.colours.skin)


def draw_fist(pen: Sheet, look: Traits, at: Point, turn: float) -> None:
    """Closed, over a grip or on a hip."""
    with pen.placed(at, turn=turn):
        pen.cel(ellipse(0, 0, 52, 49), hand_colour(look), shade=(10, 12), line=10)
        pen.stroke("M-40 -14 Q-8 -24 22 -10 M-44 8 Q-8 -2 24 10 M-38 28 Q-8 20 18 28", 6.5, _crease(look))


def draw_open_hand(pen: Sheet, look: Traits, at: Point, turn: float) -> None:
    """A mitten with a thumb."""
    skin = hand_colour(look)
    with pen.placed(at, turn=turn):
        mitten = (
            "M-40 30 C-56 0 -50 -18 -44 -44 C-38 -66 -16 -66 -12 -46 C-8 -72 18 -72 20 -46 C28 -64 50 -56 "
            "46 -32 C46 -8 48 16 36 36 Q0 56 -40 30 Z"
        )
        pen.cel("M-34 20 Q-78 14 -76 -12 Q-66 -30 -34 -12 Z", skin, shade=(6, 8))
        pen.cel(mitten, skin, shade=(10, 10))
        pen.stroke("M-12 -44 L-10 -18 M20 -44 L18 -18", 6.5, _crease(look))


def draw_pointing_hand(pen: Sheet, look: Traits, at: Point, turn: float) -> None:
    """A fist with the first finger out."""
    with pen.placed(at, turn=turn):
        pen.cel("M-30 0 L-26 -86 C-24 -108 6 -108 8 -86 L10 0 Z", hand_colour(look), shade=(8, 6))
    draw_fist(pen, look, at, turn)


def draw_victory_hand(pen: Sheet, look: Traits, at: Point, turn: float) -> None:
    """Two fingers spread."""
    for lean in (-20, 18):
        with pen.placed(at, turn=turn + lean):
            pen.cel("M-19 0 L-17 -92 C-15 -114 15 -114 17 -92 L19 0 Z", hand_colour(look), shade=(7, 6))
    draw_fist(pen, look, at, turn)


def _crease(look: Traits) -> Colour:
    return tone(hand_colour(look), light=0.35)
