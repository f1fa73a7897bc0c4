"""What a person asked for, as it was typed, and how it becomes a complete design."""

import random
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from bot.errors import NothingAsked
from bot.stickers import choosing
from bot.stickers.colours import parse_colour, parse_metal
from bot.stickers.design import (
    NAME_LIMIT,
    PROMPT_LIMIT,
    RAINBOW,
    TITLE_LIMIT,
    Attribute,
    Design,
    Effects,
    FrameType,
    NameLayout,
    Rarity,
    Style,
)
from bot.stickers.layouts import borne, choose_layout
from bot.stickers.wording import clean_text


class PainterChoice(StrEnum):
    """Who shall paint: the AI painter where there is one (a local one steps in), the AI painter alone, or no AI."""

    AUTO = "auto"
    AI = "openai"
    LOCAL = "local"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options of /sticker. None means "you choose"; `language` ("ja" or "en") is that of the chosen words."""

    language: str
    name: str | None = None
    title: str | None = None
    prompt: str | None = None
    has_picture: bool = False
    attribute: Attribute | None = None
    rarity: Rarity | None = None
    background: str | None = None
    holographic: bool | None = None
    sparkle: bool | None = None
    aura: bool | None = None
    frame: FrameType | None = None
    frame_color: str | None = None
    painter: PainterChoice = PainterChoice.AUTO
    layout: NameLayout | None = None

    @classmethod
    def of(cls, design: Design, *, language: str) -> Self:
        """What to ask for to have such a design again; its picture would have to be given anew."""
        return cls(
            language=language,
            name=design.name,
            title=design.title,
            prompt=design.prompt,
            has_picture=design.picture is not None,
            attribute=design.attribute,
            rarity=design.rarity,
            background=design.background,
            holographic=design.effects.holographic,
            sparkle=design.effects.sparkle,
            aura=design.effects.aura,
            frame=design.style.frame_type,
            frame_color=design.style.frame_color,
            layout=design.style.layout,
        )

    @property
    def has_idea(self) -> bool:
        """Whether there is anything to start from. Blank texts count as given: whoever typed them shall hear of it."""
        return bool(self.name or self.prompt or self.has_picture)


def freeze(request: Request, dice: random.Random, odds: choosing.Odds = choosing.ODDS) -> Design:
    """Check everything, choose what was left open, and give the complete design (its picture is added later).

    `dice` decides the surprise rarity alone, by `odds`; taste depends on the words, so the same words look alike.
    Raises NothingAsked, TextTooLong or UnknownColour.
    """
    name = clean_text(request.name, field="field-name", limit=NAME_LIMIT)
    title = clean_text(request.title, field="field-title", limit=TITLE_LIMIT)
    prompt = clean_text(request.prompt, field="field-prompt", limit=PROMPT_LIMIT)
    if not (name or prompt or request.has_picture):
        raise NothingAsked
    taste = choosing.dice_for(name, title, prompt) if name or prompt else dice
    rarity = request.rarity or choosing.draw_rarity(dice, odds)
    attribute = request.attribute or choosing.choose_attribute(f"{prompt} {name} {title}", taste)
    name = name or choosing.choose_name(prompt, attribute, request.language, taste)
    return Design(
        name=name,
        title=title or choosing.choose_title(attribute, request.language, taste),
        prompt=prompt,
        attribute=attribute,
        rarity=rarity,
        background=_background(request.background),
        effects=_effects(request, rarity),
        style=_style(request, name, attribute, rarity, taste),
    )


def _background(typed: str | None) -> str:
    return parse_colour(typed) if typed and typed.strip() else RAINBOW


def _effects(request: Request, rarity: Rarity) -> Effects:
    usual = choosing.usual_effects(rarity)

    def chosen(value: bool | None, otherwise: bool) -> bool:
        return otherwise if value is None else value

    return Effects(
        holographic=chosen(request.holographic, usual.holographic),
        sparkle=chosen(request.sparkle, usual.sparkle),
        aura=chosen(request.aura, usual.aura),
    )


def _style(request: Request, name: str, attribute: Attribute, rarity: Rarity, taste: random.Random) -> Style:
    costume = choosing.COSTUMES[attribute]
    metal = request.frame_color
    return Style(
        foil=choosing.choose_foil(attribute, rarity, taste),
        layout=borne(name, request.layout) if request.layout else choose_layout(name, taste),
        frame_type=request.frame or choosing.choose_frame(attribute, rarity, taste),
        frame_color=parse_metal(metal) if metal and metal.strip() else costume.metal,
    )
