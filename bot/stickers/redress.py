"""Dress a finished design anew: name, title, rarity, frame, effects, background or attribute. Its art stays."""

from dataclasses import dataclass

from bot.stickers import choosing
from bot.stickers.colours import parse_colour, parse_metal
from bot.stickers.design import (
    NAME_LIMIT,
    TITLE_LIMIT,
    Attribute,
    Design,
    Effects,
    Foil,
    FrameType,
    NameLayout,
    Rarity,
    Style,
)
from bot.stickers.layouts import borne
from bot.stickers.wording import clean_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What shall be otherwise; None leaves it. An empty title takes the title off; a name cannot be taken off.

    Words and picture are not here: they decide the art, and a redress keeps it.
    """

    name: str | None = None
    title: str | None = None
    attribute: Attribute | None = None
    rarity: Rarity | None = None
    background: str | None = None
    holographic: bool | None = None
    sparkle: bool | None = None
    aura: bool | None = None
    frame: FrameType | None = None
    frame_color: str | None = None
    foil: Foil | None = None
    layout: NameLayout | None = None


def redressed(design: Design, change: Change) -> Design:
    """The design with the change made. Raises TextTooLong or UnknownColour.

    What suited the old attribute or rarity gives way to what suits the new one; what was asked for stays. (Nobody
    wrote down which is which: a part that is just what we would have chosen counts as chosen by us.)
    """
    attribute = change.attribute or design.attribute
    rarity = change.rarity or design.rarity
    name = clean_text(change.name, field="field-name", limit=NAME_LIMIT) or design.name
    title = design.title
    if change.title is not None:
        title = clean_text(change.title, field="field-title", limit=TITLE_LIMIT)
    return Design(
        name=name,
        title=title,
        prompt=design.prompt,
        attribute=attribute,
        rarity=rarity,
        background=parse_colour(change.background) if change.background else design.background,
        effects=_effects(design, change, rarity),
        style=_style(design, change, name, attribute, rarity),
        picture=design.picture,
        variation=design.variation,
    )


def _effects(design: Design, change: Change, rarity: Rarity) -> Effects:
    """Effect by effect: as told, else as usual for the new rarity if it was so for the old one."""
    was, had, usual = (
        choosing.usual_effects(design.rarity),
        design.effects,
        choosing.usual_effects(rarity),
    )

    def kept(told: bool | None, now: bool, before: bool, then: bool) -> bool:
        if told is not None:
            return told
        return then if now == before else now

    return Effects(
        holographic=kept(change.holographic, had.holographic, was.holographic, usual.holographic),
        sparkle=kept(change.sparkle, had.sparkle, was.sparkle, usual.sparkle),
        aura=kept(change.aura, had.aura, was.aura, usual.aura),
    )


def _style(design: Design, change: Change, name: str, attribute: Attribute, rarity: Rarity) -> Style:
    """Each as told, else frame, metal and foil chosen anew for a new attribute or rarity if we chose it before."""
    old, was = design.style, choosing.COSTUMES[design.attribute]
    frame, metal, foil = old.frame_type, old.frame_color, old.foil
    if (attribute, rarity) != (design.attribute, design.rarity):
        taste = choosing.dice_for(design.name, design.title, design.prompt)
        if frame in was.frames(design.rarity):
            frame = choosing.choose_frame(attribute, rarity, taste)
        if foil in was.foils(design.rarity):
            foil = choosing.choose_foil(attribute, rarity, taste)
        if metal == was.metal:
            metal = choosing.COSTUMES[attribute].metal
    return Style(
        frame_type=change.frame or frame,
        frame_color=parse_metal(change.frame_color) if change.frame_color else metal,
        foil=change.foil or foil,
        layout=borne(name, change.layout or old.layout),
    )
