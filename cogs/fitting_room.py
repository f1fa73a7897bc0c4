"""The fitting room: a private card that shows a sticker in the dress that is being chosen, and the form for its words.

All that was chosen stands in the custom_ids, all that was typed in the card's text: it outlives a restart.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from discord import ButtonStyle, RadioGroupOption, SelectOption, TextStyle
from discord.ui import (
    ActionRow,
    Container,
    Label,
    LayoutView,
    Modal,
    RadioGroup,
    Select,
    TextDisplay,
    TextInput,
)

from bot.collection import Fitting
from bot.stickers.colours import COLOURS, METALS
from bot.stickers.design import NAME_LIMIT, TITLE_LIMIT, Design, Foil, NameLayout
from bot.stickers.wardrobe import PATTERN, Wardrobe
from bot.words import Words
from cogs.buttons import Lasting, LastingButton, LastingMenu
from cogs.cards import ACCENTS, ATTRIBUTE_KEYS, QUIET, RARITY_KEYS, Card, alt_of, gallery
from cogs.drafts import KEPT, quote
from cogs.forms import FormKind
from cogs.seal_buttons import ORIGIN, STICKER
from cogs.sticker import FRAME_KEYS, LAYOUT_KEYS

STATE = rf"{STICKER}:{ORIGIN}:(?P<choices>{PATTERN})"
"""The sticker, the public message that shall change with it (0 for none), and what was chosen."""
FOIL_KEYS = {
    Foil.KAKU: "foil-kaku",
    Foil.DIAMOND: "foil-diamond",
    Foil.SHARD: "foil-shard",
    Foil.RADIAL: "foil-radial",
    Foil.COSMOS: "foil-cosmos",
    Foil.SEIGAIHA: "foil-seigaiha",
    Foil.WAVE: "foil-wave",
    Foil.GLITTER: "foil-glitter",
}
EFFECT_KEYS = {"holographic": "effect-holographic", "sparkle": "effect-sparkle", "aura": "effect-aura"}
AS_IT_IS = "keep"
"""The value of the choice that leaves a colour of one's own as it is."""
DRESS_FORM = FormKind(prefix="worded", template=re.compile(rf"worded:{STATE}"))


class DressMenu(LastingMenu, template=rf"wear:(?P<part>attribute|rarity|frame|foil|effects):{STATE}"):
    """Chooses one part of the dress."""

    prefix = "wear"


class WordsButton(LastingButton, template=rf"reword:{STATE}"):
    """Opens the form for name, title and colours."""

    prefix = "reword"
    emoji = "\N{PENCIL}\ufe0f"


class PutOnButton(LastingButton, template=rf"puton:{STATE}"):
    """Dresses the sticker so."""

    prefix = "puton"
    style = ButtonStyle.primary


class AsNewButton(LastingButton, template=rf"asnew:{STATE}"):
    """Makes a new sticker of it."""

    prefix = "asnew"


LASTING: tuple[type[Lasting[Any]], ...] = (DressMenu, WordsButton, PutOnButton, AsNewButton)
FORMS = (DRESS_FORM,)


def fitting_card(
    words: Words, fitting: Fitting, origin: str, chosen: Wardrobe, typed: Mapping[str, str]
) -> Card:
    """How it looks, what was typed, a menu for each part, and what can be done with it."""
    design, state = fitting.design, (fitting.sticker.id, origin, str(chosen))
    alt = alt_of(words, design)
    container: Container[LayoutView] = Container(
        TextDisplay(f"## {words('redress-heading')}\n-# {words('redress-hint')}"),
        gallery("fitting.webp", alt),
        accent_color=ACCENTS[design.attribute],
    )
    for display in _typed(words, typed):
        container.add_item(display)
    for part, options in _parts(words, design).items():
        # Of effects any number may be chosen.
        least, most = (0, len(options)) if part == "effects" else (1, 1)
        menu = DressMenu.make(words(f"redress-{part}"), options, part, *state, least=least, most=most)
        container.add_item(ActionRow(menu))
    container.add_item(
        ActionRow(
            WordsButton.make(words("button-reword"), *state),
            PutOnButton.make(words("button-put-on"), *state),
            AsNewButton.make(words("button-as-new"), *state),
        )
    )
    return Card(container, {"fitting.webp": (fitting.picture, alt)})


def refused_words_view(
    words: Words, sentence: str, state: Iterable[str], typed: Mapping[str, str]
) -> LayoutView:
    """Why words were refused, what was typed, and a button that opens the form with it."""
    container: Container[LayoutView] = Container(TextDisplay(sentence), accent_color=QUIET)
    for display in _typed(words, typed):
        container.add_item(display)
    container.add_item(ActionRow(WordsButton.make(words("button-edit"), *state)))
    return LayoutView(timeout=None).add_item(container)


def words_form(words: Words, design: Design, arguments: Mapping[str, str], typed: Mapping[str, str]) -> Modal:
    """The form of what needs typing, and of the colours, filled in with what was chosen before."""
    state = (arguments["sticker"], arguments["origin"], arguments["choices"])
    form = Modal(title=words("redress-form"), custom_id=DRESS_FORM.custom_id_of(*state))
    form.add_item(_text(words, "name", typed.get("name", design.name), NAME_LIMIT))
    form.add_item(_text(words, "title", typed.get("title", design.title), TITLE_LIMIT))
    colours = {colour.value: words(colour.label) for colour in COLOURS}
    form.add_item(_colours(words, "background", colours, design.background))
    metals = {metal: words(key) for metal, key in METALS.items()}
    form.add_item(_colours(words, "frame_color", metals, design.style.frame_color))
    form.add_item(Label(text=words("redress-layout"), component=_layouts(words, design.style.layout)))
    return form


def _typed(words: Words, typed: Mapping[str, str]) -> list[TextDisplay[Any]]:
    """What was typed, to be read back by `cogs.drafts.kept_texts`."""
    return [
        TextDisplay(
            f"-# {words(KEPT[name].label)}\n{quote(text) if text else words('redress-none')}",
            id=KEPT[name].id,
        )
        for name, text in typed.items()
    ]


def _parts(words: Words, design: Design) -> dict[str, list[SelectOption]]:
    """The choices of each part, the present one chosen; each says what it is, for a phone shows no heading."""

    def options(part: str, keys: Mapping[Any, str], chosen: Collection[Any]) -> list[SelectOption]:
        return [
            SelectOption(
                label=words("redress-choice", part=part, choice=words(key)),
                value=str(value),
                default=value in chosen,
            )
            for value, key in keys.items()
        ]

    effects = [name for name in EFFECT_KEYS if getattr(design.effects, name)]
    return {
        "attribute": options(words("redress-attribute"), ATTRIBUTE_KEYS, [design.attribute]),
        "rarity": options(words("redress-rarity"), RARITY_KEYS, [design.rarity]),
        "frame": options(words("redress-frame"), FRAME_KEYS, [design.style.frame_type]),
        "foil": options(words("redress-foil"), FOIL_KEYS, [design.style.foil]),
        "effects": options(words("redress-effects"), EFFECT_KEYS, effects),
    }


def _text(words: Words, name: str, value: str, limit: int) -> Label[Modal]:
    field = TextInput[Modal](
        custom_id=name,
        style=TextStyle.short,
        required=name == "name",
        max_length=limit,
        default=value[:limit] or None,
    )
    return Label(text=words(KEPT[name].label), component=field)


def _colours(words: Words, name: str, labels: Mapping[str, str], chosen: str) -> Label[Modal]:
    options = [
        SelectOption(label=label, value=value, default=value == chosen) for value, label in labels.items()
    ]
    if chosen not in labels:
        own = SelectOption(label=words("redress-own-colour", colour=chosen), value=AS_IT_IS, default=True)
        options.insert(0, own)
    key = "redress-background" if name == "background" else "redress-metal"
    return Label(text=words(key), component=Select[Modal](custom_id=name, options=options, required=False))


def _layouts(words: Words, chosen: NameLayout) -> RadioGroup[Modal]:
    options = [
        RadioGroupOption(label=words(key), value=layout.value, default=layout is chosen)
        for layout, key in LAYOUT_KEYS.items()
    ]
    return RadioGroup(custom_id="layout", options=options, required=False)
