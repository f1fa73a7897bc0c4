"""The order form, and refusals that keep what was typed: they show it, and Edit opens the form with it.

What was typed stands in the refusal itself and nowhere else, so it outlives a restart and is gone with the message.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

import discord
from discord import ButtonStyle, RadioGroupOption, SelectOption, TextStyle
from discord.ui import (
    ActionRow,
    Container,
    FileUpload,
    Label,
    LayoutView,
    Modal,
    RadioGroup,
    Select,
    TextDisplay,
    TextInput,
)

from bot.stickers.design import NAME_LIMIT, PROMPT_LIMIT, TITLE_LIMIT, Attribute, Rarity
from bot.stickers.request import Request
from bot.stickers.shorthand import PATTERN, Shorthand
from bot.stickers.wording import seen
from bot.words import Words
from cogs.buttons import LastingButton
from cogs.cards import ATTRIBUTE_KEYS, QUIET, RARITY_KEYS
from cogs.forms import FormKind, filled

ChoiceT = TypeVar("ChoiceT", bound=StrEnum)

ORDER_FORM = FormKind(prefix="order", template=re.compile(rf"order:(?P<choices>{PATTERN})"))
REWRITE_FORM = FormKind(prefix="reorder", template=re.compile(r"reorder:(?P<task>[a-z0-9]{1,32})"))
"""The form of an order whose task failed: what has no field in it is read from the task again."""
SURPRISE = "surprise"
"""A choice's value for "you choose"."""


class EditButton(LastingButton, template=rf"edit:(?P<choices>{PATTERN})"):
    """Opens the form again with what stands in its message."""

    prefix = "edit"
    style = ButtonStyle.primary
    emoji = "\N{PENCIL}\ufe0f"


class MakeButton(LastingButton, template=r"make"):
    """Opens the empty form."""

    prefix = "make"
    style = ButtonStyle.primary
    emoji = "\N{SPARKLES}"


LASTING = (EditButton, MakeButton)
FORMS = (ORDER_FORM, REWRITE_FORM)


class Kept(NamedTuple):
    """A text that a refusal keeps: the id of the component it stands in, its label, its limit."""

    id: int
    label: str
    limit: int


KEPT = {
    "name": Kept(1001, "field-name", NAME_LIMIT),
    "title": Kept(1002, "field-title", TITLE_LIMIT),
    "prompt": Kept(1003, "field-prompt", PROMPT_LIMIT),
}


def refusal_view(words: Words, sentence: str, asked: Request, private: bool | None) -> LayoutView:
    """Why it was refused, what was typed, and Edit."""
    container: Container[LayoutView] = Container(TextDisplay(sentence), accent_color=QUIET)
    for name, kept in KEPT.items():
        if text := seen(getattr(asked, name)):
            quoted = f"-# {words(kept.label)}\n{quote(text[: kept.limit])}"
            container.add_item(TextDisplay(quoted, id=kept.id))
    short = str(Shorthand(asked=asked, private=private))
    container.add_item(ActionRow(EditButton.make(words("button-edit"), short)))
    return LayoutView(timeout=None).add_item(container)


def order_form(words: Words, asked: Request, private: bool | None = None) -> Modal:
    """The form of five, filled in with what is known already; all else that was chosen it carries along."""
    return _form(words, asked, ORDER_FORM.custom_id_of(str(Shorthand(asked=asked, private=private))))


def rewrite_form(words: Words, asked: Request, task_id: str) -> Modal:
    """The same for a task that failed."""
    return _form(words, asked, REWRITE_FORM.custom_id_of(task_id))


def _form(words: Words, asked: Request, custom_id: str) -> Modal:
    form = Modal(title=words("form-title"), custom_id=custom_id)
    form.add_item(_text(words, "name", asked.name, TextStyle.short))
    form.add_item(_text(words, "prompt", asked.prompt, TextStyle.paragraph))
    form.add_item(Label(text=words("form-attribute"), component=_attributes(words, asked.attribute)))
    form.add_item(Label(text=words("form-rarity"), component=_rarities(words, asked.rarity)))
    about = words("form-picture-again" if asked.has_picture else "form-picture-about")
    upload = FileUpload[Modal](custom_id="picture", required=False, min_values=0, max_values=1)
    form.add_item(Label(text=words("form-picture"), description=about, component=upload))
    return form


def draft_of(
    interaction: discord.Interaction[Any], arguments: Mapping[str, str], *, language: str
) -> Shorthand:
    """What stands in the refusal on which Edit was pressed, or below which the form was opened."""
    draft = Shorthand.read(arguments.get("choices", ""), language=language)
    return replace(draft, asked=replace(draft.asked, **kept_texts(interaction.message)))


def sent_in(
    interaction: discord.Interaction[Any], asked: Request
) -> tuple[Request, discord.Attachment | None]:
    """What is asked for after the form was sent in, and the picture that came with it."""
    given = filled(interaction)
    picture = given.uploads.get("picture")
    changed = replace(
        asked,
        name=given.texts.get("name"),
        prompt=given.texts.get("prompt"),
        attribute=_chosen(Attribute, given.choices.get("attribute"), asked.attribute),
        rarity=_chosen(Rarity, given.choices.get("rarity"), asked.rarity),
        has_picture=picture is not None,
    )
    return changed, picture


def kept_texts(message: discord.Message | None) -> dict[str, Any]:
    """The texts that a refusal keeps; none for any other message."""
    shown = {part.id: part.content for part in _displays(message.components)} if message else {}
    return {name: _unquoted(shown[kept.id]) for name, kept in KEPT.items() if kept.id in shown}


def _displays(components: Any) -> Iterator[discord.components.TextDisplay]:
    for component in components:
        if isinstance(component, discord.components.TextDisplay):
            yield component
        yield from _displays(getattr(component, "children", ()))


def quote(text: str) -> str:
    """Text in a block that shows it letter by letter: no Markdown, no mention. A blank of no width ends no block."""
    return "```\n" + text.replace("`", "`\u200b") + "\n```"


def _unquoted(shown: str) -> str:
    return shown.partition("```\n")[2].removesuffix("```").strip().replace("`\u200b", "`")


def _text(words: Words, name: str, value: str | None, style: TextStyle) -> Label[Modal]:
    limit = KEPT[name].limit
    field = TextInput[Modal](
        custom_id=name,
        style=style,
        required=False,
        max_length=limit,
        default=(value or "")[:limit] or None,
        placeholder=words(f"form-{name}-hint"),
    )
    return Label(text=words(f"form-{name}"), component=field)


def _attributes(words: Words, chosen: Attribute | None) -> Select[Modal]:
    options = [SelectOption(label=words("form-you-choose"), value=SURPRISE, default=chosen is None)]
    options += [
        SelectOption(label=words(key), value=attribute.value, default=attribute is chosen)
        for attribute, key in ATTRIBUTE_KEYS.items()
    ]
    return Select(custom_id="attribute", options=options, required=False)


def _rarities(words: Words, chosen: Rarity | None) -> RadioGroup[Modal]:
    options = [RadioGroupOption(label=words("rarity-surprise"), value=SURPRISE, default=chosen is None)]
    options += [
        RadioGroupOption(label=words(key), value=rarity.value, default=rarity is chosen)
        for rarity, key in RARITY_KEYS.items()
    ]
    return RadioGroup(custom_id="rarity", options=options, required=False)


def _chosen(kind: type[ChoiceT], value: str | None, otherwise: ChoiceT | None) -> ChoiceT | None:
    """What was chosen; a field that says nothing leaves it as it was."""
    return otherwise if value is None else next((choice for choice in kind if choice == value), None)
