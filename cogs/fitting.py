"""Show a sticker in the heaviest form that a place takes. Decides nothing else."""

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

import discord
from discord.utils import DEFAULT_FILE_SIZE_LIMIT_BYTES

from bot.errors import KirasealError
from bot.stickers.keeping import Sticker
from bot.stickers.rendition import Rendition
from bot.studio import Studio
from bot.words import Words
from cogs.calling import is_too_heavy

T = TypeVar("T")
log = logging.getLogger(__name__)

USUAL_LIMIT = DEFAULT_FILE_SIZE_LIMIT_BYTES
"""Bytes that Discord takes in one request where nothing else is known."""
AROUND = 16 * 1024
"""Bytes of a request that are not the file: the limit counts them, too."""


def best_form(sticker: Sticker) -> Rendition:
    """The form in which a sticker is shown where there is room."""
    return Rendition.ANIMATION if sticker.design.effects.holographic else Rendition.STILL


async def shown_within(
    limit: int,
    show: Callable[[Rendition, bytes], Awaitable[T]],
    *,
    studio: Studio,
    sticker: Sticker,
    form: Rendition,
    words: Words,
) -> T:
    """Call `show` with `form` and its file; with a lighter form if that is over `limit` bytes, or refused as too heavy.

    Raises what `show` raises, or what Studio.picture does.
    """
    lighter = form.lighter
    if lighter is None:
        return await show(form, await studio.picture(sticker, form, words))
    try:
        picture = await studio.picture(sticker, form, words)
        if len(picture) + AROUND <= limit:
            return await show(form, picture)
    except discord.HTTPException as exc:
        if not is_too_heavy(exc):
            raise
    except KirasealError:  # the still is kept: where nothing can be drawn, it can be shown
        log.warning("sticker %s: no %s could be had", sticker.id, form, exc_info=True)
    return await shown_within(limit, show, studio=studio, sticker=sticker, form=lighter, words=words)
