"""Show finished stickers, one or several in one message, or hand one out as a file, so that the place takes it."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import TypeVar

import discord
from discord.ui import ActionRow, Container, LayoutView, MediaGallery, TextDisplay

from bot.client import StickerBot
from bot.errors import FileTooHeavy, KirasealError
from bot.stickers.keeping import Sticker
from bot.stickers.rendition import Rendition
from bot.studio import Studio
from bot.words import Words
from cogs.answering import show
from cogs.calling import is_too_heavy
from cogs.cards import ATTRIBUTE_KEYS, QUIET, Card, alt_of, gallery, seal_file, sticker_card
from cogs.fitting import AROUND, best_form, shown_within
from cogs.seal_buttons import OpenButton
from cogs.speaking import plain, words_for

T = TypeVar("T")
Interaction = discord.Interaction[StickerBot]
MEGABYTE = 1024 * 1024


async def show_sticker(interaction: Interaction, sticker: Sticker) -> None:
    """Put a sticker's card into the message that a deferred interaction stands for."""
    await stickers_within(
        interaction.filesize_limit,
        lambda card: show(interaction, card),
        studio=interaction.client.studio,
        words=words_for(interaction),
        stickers=[sticker],
    )


async def stickers_within(
    limit: int,
    show: Callable[[Card], Awaitable[T]],
    *,
    studio: Studio,
    words: Words,
    stickers: Sequence[Sticker],
    note: str | None = None,
) -> T:
    """Call `show` with the card of one sticker or of several, in forms that together stay within `limit` bytes.

    Raises what `show` raises, or what drawing the lightest forms does.
    """
    if len(stickers) > 1:
        return await _together_within(limit, show, studio=studio, words=words, stickers=stickers, note=note)
    (sticker,) = stickers

    async def show_in(form: Rendition, picture: bytes) -> T:
        return await show(sticker_card(words, sticker, picture, form, note))

    form = best_form(sticker)
    return await shown_within(limit, show_in, studio=studio, sticker=sticker, form=form, words=words)


async def show_picture(interaction: Interaction, sticker: Sticker, form: Rendition) -> None:
    """Show one picture of a sticker and nothing else, in the message that a deferred interaction stands for."""
    words = words_for(interaction)

    async def show_in(form: Rendition, picture: bytes) -> None:
        name, alt = f"kiraseal-{sticker.id}.{form.ending}", alt_of(words, sticker.design)
        card = Card(Container(gallery(name, alt), accent_color=QUIET), {name: (picture, alt)})
        await show(interaction, card)

    limit, studio = interaction.filesize_limit, interaction.client.studio
    await shown_within(limit, show_in, studio=studio, sticker=sticker, form=form, words=words)


async def hand_out(interaction: Interaction, sticker: Sticker, form: Rendition) -> None:
    """Answer a deferred interaction with a file to keep. Raises FileTooHeavy for what cannot be made lighter."""
    words, limit, studio = words_for(interaction), interaction.filesize_limit, interaction.client.studio
    if form.lighter is None and len(await studio.picture(sticker, form, words)) + AROUND > limit:
        raise FileTooHeavy(limit_mb=limit // MEGABYTE)

    async def send(form: Rendition, picture: bytes) -> None:
        file = seal_file(words, sticker, picture, form)
        await interaction.edit_original_response(attachments=[file])

    await shown_within(limit, send, studio=studio, sticker=sticker, form=form, words=words)


async def _together_within(
    limit: int,
    show: Callable[[Card], Awaitable[T]],
    *,
    studio: Studio,
    words: Words,
    stickers: Sequence[Sticker],
    note: str | None,
) -> T:
    """All in lighter and lighter forms, until they fit or there are no lighter ones."""
    forms = [best_form(sticker) for sticker in stickers]
    while True:
        lighter = [form.lighter or form for form in forms]
        try:
            shown = [
                (sticker, form, await studio.picture(sticker, form, words))
                for sticker, form in zip(stickers, forms, strict=True)
            ]
            if lighter == forms or sum(len(picture) for _, _, picture in shown) + AROUND <= limit:
                return await show(_several_card(words, shown, note))
        except (discord.HTTPException, KirasealError) as exc:
            may_help = not isinstance(exc, discord.HTTPException) or is_too_heavy(exc)
            if lighter == forms or not may_help:
                raise
        forms = lighter


def _several_card(words: Words, shown: Sequence[tuple[Sticker, Rendition, bytes]], note: str | None) -> Card:
    """Pictures side by side, a line for each sticker, and a button for each."""
    files = {
        f"kiraseal-{sticker.id}.{form.ending}": (data, alt_of(words, sticker.design))
        for sticker, form, data in shown
    }
    pictures = [
        discord.MediaGalleryItem(f"attachment://{name}", description=alt) for name, (_, alt) in files.items()
    ]
    stickers = [sticker for sticker, _, _ in shown]
    text = "\n".join(_lines(words, stickers, note))
    container: Container[LayoutView] = Container(
        MediaGallery(*pictures), TextDisplay(text), accent_color=QUIET
    )
    buttons = [OpenButton.make(words(ATTRIBUTE_KEYS[seal.design.attribute]), seal.id) for seal in stickers]
    container.add_item(ActionRow(*buttons))
    return Card(container, files)


def _lines(words: Words, stickers: Sequence[Sticker], note: str | None) -> Iterator[str]:
    yield f"## {plain(stickers[0].design.name)}"
    for seal in stickers:
        name = words(ATTRIBUTE_KEYS[seal.design.attribute])
        number = "" if seal.number is None else f" · {words('seal-number', number=seal.number)}"
        lock = f" · {words('private-mark')}" if seal.private else ""
        # The title last: it may be long, and a number that follows it alone on a phone's next line.
        title = f" · {plain(seal.design.title)}" if seal.design.title else ""
        yield f"**{name}**{number}{lock}{title}"
    maker = stickers[0].owner_discord_id
    yield "-# " + words("made-by", member=f"<@{maker}>" if maker else plain(stickers[0].owner_name))
    if note:
        yield f"-# {note}"
