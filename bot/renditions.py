"""The forms in which a sticker can be had: how each file is named, and how one that is not kept is drawn again."""

import asyncio
import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.errors import Gone, StorageFailed
from bot.pipeline import work
from bot.pipeline.pool import ProcessPool
from bot.pipeline.seam import Clock
from bot.rendering import jobs
from bot.rendering.proof import Proof
from bot.rendering.typefaces import Typefaces
from bot.stickers import keeping, references, tending
from bot.stickers.back import Back, write_back
from bot.stickers.design import Design
from bot.stickers.history import Entry, Page
from bot.stickers.keeping import Sticker
from bot.stickers.printing import PrintFormat, word_sheet
from bot.stickers.rendition import WORDED, Rendition
from bot.storage.folder import BATCH, Storage
from bot.words import Language, Words

Draw = Callable[[Design, bytes, Typefaces], bytes]
"""Design and encoded art to a file."""


_JOBS: Mapping[Rendition, Draw] = {
    Rendition.STILL: jobs.render_still,
    Rendition.ANIMATION: jobs.render_animation,
    Rendition.LOOP: jobs.render_animated_webp,
    Rendition.SMALL: jobs.render_small,
    Rendition.PNG: jobs.render_png,
    Rendition.SERVER_STICKER: jobs.render_guild_sticker,
    Rendition.EMOJI: jobs.render_emoji,
    Rendition.MOVING_EMOJI: jobs.render_moving_emoji,
}
"""Those of WORDED are not among them: they need more than the design."""


def file_name(sticker_id: str, form: Rendition, design: Design, language: Language | None = None) -> str:
    """Where storage keeps a form of a sticker. The still is kept until it is deleted; the others may vanish.

    `language` counts only for the forms of WORDED.
    """
    if form is Rendition.STILL:
        return still_name(sticker_id)
    which = form.replace("-", "") + (language or "" if form in WORDED else "")
    # By design: whoever still draws the old one while a sticker is dressed anew must not leave it as the new one.
    dress = hashlib.sha256(design.to_json().encode()).hexdigest()[:8]
    return f"cache/{sticker_id}-{which}{dress}.{form.ending}"


def still_name(sticker_id: str) -> str:
    """Where storage keeps the still, which a web page beside us shows, too."""
    return f"images/{sticker_id}.webp"


AT_REST = 60.0
"""Seconds since art was last written, after which a task that made the same has long recorded that it needs it."""
_BINDER_PAGE, _BINDER_SHEETS = "-binder.webp", "-sheets.pdf"
"""The endings of the cached pictures of binder pages, and of those pages to print."""


def art_name(digest: str) -> str:
    """Where storage keeps art, lossless WebP."""
    return f"art/{digest}.webp"


def source_name(digest: str) -> str:
    """Where storage keeps a source picture, lossless WebP."""
    return f"sources/{digest}.webp"


def binder_mark(owner_id: str) -> str:
    """How the names of a member's binder pages begin, without shelf: to find them when the member is forgotten."""
    return hashlib.sha256(f"binder of {owner_id}".encode()).hexdigest()[:24]


async def discard_shared(storage: Storage, shelf: str, names: Sequence[str]) -> None:
    """Drop those of these files of a shelf that no row refers to any more. Raises StorageFailed."""
    suspects: set[str] = set()
    for start in range(0, len(names), BATCH):
        suspects |= await references.suspects(shelf, names[start : start + BATCH])
    free = await references.unreferred(shelf, suspects)
    # A task of somebody else may have written the same just now, and record it in a moment.
    await storage.discard(free, at_rest=AT_REST if await work.any_open() else 0)


class Renditions:
    """Hands out the files of stickers. Every method raises StorageFailed or WorkerLost."""

    def __init__(
        self, *, storage: Storage, pool: ProcessPool, faces: Typefaces, clock: Clock, zone: ZoneInfo
    ) -> None:
        self._storage, self._pool, self._faces = storage, pool, faces
        self._clock, self._zone = clock, zone

    async def of(self, sticker: Sticker, form: Rendition, say: Words) -> bytes:
        """One form of a sticker, in the reader's language; what is not kept is drawn again from its art."""
        if form is Rendition.STILL and sticker.renderer_version == tending.UNDRAWN:
            return await self.redraw(sticker)
        name = file_name(sticker.id, form, sticker.design, say.language)
        kept = await self._storage.read(name)
        if kept is not None:
            return kept
        data = await self._drawn(sticker, form, say)
        await self._storage.write(name, data)
        return data

    async def draft(self, sticker: Sticker, design: Design) -> bytes:
        """A quick small picture of a sticker's art in another design, WebP, 320 px. Kept nowhere."""
        return await self._pool(jobs.render_draft, design, await self._art(sticker), self._faces)

    async def redraw(self, sticker: Sticker) -> bytes:
        """Draw the still of a sticker that was dressed anew, and note that it is drawn.

        Whoever dresses it at the same time may write over it: then both draw once more, what the row says by now.
        """
        while True:
            data = await self._pool(
                _JOBS[Rendition.STILL], sticker.design, await self._art(sticker), self._faces
            )
            await self._storage.write(still_name(sticker.id), data)
            if await tending.mark_drawn(sticker, jobs.RENDERER_VERSION):
                return data
            await tending.mark_undrawn(sticker.id)
            newer = await keeping.sticker(sticker.id)
            if newer is None:
                await self._storage.delete(still_name(sticker.id))
                raise Gone
            sticker = newer

    async def drop(self, sticker: Sticker) -> None:
        """Delete the files of a sticker whose rows are gone, and those of its art and source that nothing needs."""
        await self._storage.delete(still_name(sticker.id))
        # A page shows nine of them, and its name tells none: all pages are drawn again when they are looked at.
        await self._storage.drop_cached(
            lambda name: name.partition("-")[0] == sticker.id or name.endswith((_BINDER_PAGE, _BINDER_SHEETS))
        )
        if sticker.art is not None:
            await discard_shared(self._storage, "art", [art_name(sticker.art)])
        if sticker.design.picture is not None:
            await discard_shared(self._storage, "sources", [source_name(sticker.design.picture)])

    async def forget_dresses(self, sticker: Sticker) -> None:
        """Drop what was cached of a sticker's former designs."""
        await self._storage.drop_cached(lambda name: name.partition("-")[0] == sticker.id)

    async def print_sheets(
        self, stickers: Sequence[Sticker], say: Words, kind: PrintFormat, *, copies: int = 1
    ) -> bytes:
        """A PDF of stickers to print and cut, in order, each `copies` times, with their backs. Raises ValueError, too.

        Each seal is a job of its own, so that all processes help and a cancel stops between two.
        """
        proofs = await asyncio.gather(
            *(self._proof(sticker, say, kind, len(stickers)) for sticker in stickers)
        )
        words = word_sheet(say, count=len(proofs) * copies, day=self._today())
        sheets = [proof for proof in proofs for _ in range(copies)]
        return await self._pool(jobs.bind_print_sheets, sheets, self._faces, kind=kind, words=words)

    async def _drawn(self, sticker: Sticker, form: Rendition, say: Words) -> bytes:
        match form:
            case Rendition.BACK:
                back, art = self._back(sticker, say), await self._art(sticker)
                return await self._pool(jobs.render_back, back, art, self._faces)
            case Rendition.PRINT_SHEET:
                kind = PrintFormat()
                return await self.print_sheets([sticker], say, kind, copies=jobs.seals_on_a_sheet(kind))
            case _:
                art = await self._art(sticker)
                return await self._pool(_JOBS[form], sticker.design, art, self._faces)

    async def _art(self, sticker: Sticker) -> bytes:
        art = await self._storage.read(art_name(sticker.art)) if sticker.art else None
        if art is None:
            raise StorageFailed
        return art

    async def _proof(self, sticker: Sticker, say: Words, kind: PrintFormat, count: int) -> Proof:
        return await self._pool(
            jobs.render_proof,
            sticker.design,
            await self._art(sticker),
            self._faces,
            back=self._back(sticker, say),
            kind=kind,
            count=count,
        )

    def _back(self, sticker: Sticker, say: Words) -> Back:
        day = sticker.created_at.astimezone(self._zone).date()
        return write_back(sticker.design, say, number=sticker.number, maker=sticker.owner_name, day=day)

    def _today(self) -> date:
        return self._clock().astimezone(self._zone).date()

    async def binder(self, page: Page, owner_id: str | None) -> bytes:
        """The picture of a page, WebP. `owner_id` (User.id) says in whose binder; None for seals of several members."""
        name = _page_name(owner_id, page.first_number, *map(_looks, page.entries))
        kept = name and await self._storage.read(f"{name}{_BINDER_PAGE}")
        if kept:
            return kept
        stills = [await self._storage.read(still_name(entry.id)) for entry in page.entries]
        data = await self._pool(jobs.render_binder_page, stills, self._faces, first_number=page.first_number)
        if name and None not in stills:  # a page with a gap is not remembered: the picture may come back
            await self._storage.write(f"{name}{_BINDER_PAGE}", data)
        return data

    async def page_to_print(self, stickers: Sequence[Sticker], say: Words, owner_id: str | None) -> bytes:
        """Print sheets of a page's stickers, one of each; `owner_id` as in `binder`. Raises ValueError, too."""
        name = _page_name(owner_id, say.language, self._today(), *map(_looks, stickers))
        kept = name and await self._storage.read(f"{name}{_BINDER_SHEETS}")
        if kept:
            return kept
        data = await self.print_sheets(stickers, say, PrintFormat())
        if name:
            await self._storage.write(f"{name}{_BINDER_SHEETS}", data)
        return data


def _page_name(owner_id: str | None, *facts: object) -> str | None:
    """What a page is kept as; None for one of several members' seals: nobody could find it when one is forgotten."""
    if owner_id is None:
        return None
    # By the very seals that are on it: what the owner alone may see and what others see have two names.
    digest = hashlib.sha256("\n".join(map(str, (jobs.RENDERER_VERSION, *facts))).encode()).hexdigest()
    return f"cache/{binder_mark(owner_id)}{digest[:40]}"


def _looks(sticker: Entry | Sticker) -> str:
    """Which seal it is, and how it looks: one that was redressed in its place looks otherwise from then on."""
    return f"{sticker.id} {sticker.design.to_json() if sticker.design else ''}"
