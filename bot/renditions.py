"""The forms in which a sticker can be had: how each file is named, and how one that is not kept is drawn again."""

import hashlib
from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from bot.errors import StorageFailed
from bot.pipeline.pool import ProcessPool
from bot.rendering import jobs
from bot.rendering.typefaces import Typefaces
from bot.stickers.back import Back, write_back
from bot.stickers.design import Design
from bot.stickers.history import Page
from bot.stickers.keeping import Sticker
from bot.stickers.rendition import Rendition
from bot.storage.folder import Storage
from bot.words import Words

Draw = Callable[[Design, bytes, Typefaces], bytes]
"""Design and encoded art to a file."""


_JOBS: Mapping[Rendition, Draw] = {
    Rendition.STILL: jobs.render_still,
    Rendition.ANIMATION: jobs.render_animation,
    Rendition.LOOP: jobs.render_animated_webp,
    Rendition.PNG: jobs.render_png,
    Rendition.SERVER_STICKER: jobs.render_guild_sticker,
    Rendition.EMOJI: jobs.render_emoji,
    Rendition.MOVING_EMOJI: jobs.render_moving_emoji,
}
"""The back is not among them: it has words on it."""


def file_name(sticker_id: str, form: Rendition, language: str = "") -> str:
    """Where storage keeps a form of a sticker. The still is kept until it is deleted; the others may vanish.

    `language` tells those apart that have words on them.
    """
    if form is Rendition.STILL:
        return f"images/{sticker_id}.webp"
    return f"cache/{sticker_id}-{form.replace('-', '')}{language}.{form.ending}"


def art_name(digest: str) -> str:
    """Where storage keeps art, lossless WebP."""
    return f"art/{digest}.webp"


def source_name(digest: str) -> str:
    """Where storage keeps a source picture, lossless WebP."""
    return f"sources/{digest}.webp"


class Renditions:
    """Hands out the files of stickers. Every method raises StorageFailed or WorkerLost."""

    def __init__(self, *, storage: Storage, pool: ProcessPool, faces: Typefaces, zone: ZoneInfo) -> None:
        self._storage, self._pool, self._faces, self._zone = storage, pool, faces, zone

    async def of(self, sticker: Sticker, form: Rendition, say: Words) -> bytes:
        """One form of a sticker, in the reader's language; what is not kept is drawn again from its art."""
        name = file_name(sticker.id, form, say.language if form is Rendition.BACK else "")
        kept = await self._storage.read(name)
        if kept is not None:
            return kept
        art = await self._storage.read(art_name(sticker.art)) if sticker.art else None
        if art is None:
            raise StorageFailed
        data = await self._drawn(sticker, form, art, say)
        await self._storage.write(name, data)
        return data

    async def _drawn(self, sticker: Sticker, form: Rendition, art: bytes, say: Words) -> bytes:
        if form is Rendition.BACK:
            return await self._pool(jobs.render_back, self._back(sticker, say), art, self._faces)
        return await self._pool(_JOBS[form], sticker.design, art, self._faces)

    def _back(self, sticker: Sticker, say: Words) -> Back:
        day = sticker.created_at.astimezone(self._zone).date()
        return write_back(sticker.design, say, number=sticker.number, maker=sticker.owner_name, day=day)

    async def binder(self, page: Page) -> bytes:
        """The picture of a binder page, WebP."""
        numbers = f"{page.first_number}:{','.join(entry.id for entry in page.entries)}"
        name = f"cache/{hashlib.sha256(numbers.encode()).hexdigest()}-binder.webp"
        kept = await self._storage.read(name)
        if kept is not None:
            return kept
        stills = [await self._storage.read(file_name(entry.id, Rendition.STILL)) for entry in page.entries]
        data = await self._pool(jobs.render_binder_page, stills, self._faces, first_number=page.first_number)
        if None not in stills:  # a page with a gap is not remembered: the picture may come back
            await self._storage.write(name, data)
        return data
