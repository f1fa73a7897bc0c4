"""The designs that the gallery shows: made as /sticker makes them, with nothing left to chance."""

import random
from functools import cache

from bot.fonts import find_typefaces
from bot.painters.procedural.figure import draw_procedural
from bot.rendering.typefaces import Typefaces
from bot.stickers.design import Attribute, Design, Rarity
from bot.stickers.request import Request, freeze


def seal(
    name: str,
    title: str = "",
    prompt: str = "",
    rarity: Rarity = Rarity.RARE,
    attribute: Attribute | None = None,
    background: str | None = None,
) -> Design:
    """The design of a request; what it leaves open is chosen as always."""
    request = Request(
        language="ja",
        name=name,
        title=title,
        prompt=prompt,
        rarity=rarity,
        attribute=attribute,
        background=background,
    )
    return freeze(request, random.Random(1))  # noqa: S311 - decides nothing here: the rarity is given


@cache
def faces() -> Typefaces:
    """The fonts, found once a process."""
    return find_typefaces()


@cache
def art(design: Design) -> bytes:
    """The mascot of a design, painted once a process."""
    return draw_procedural(design)
