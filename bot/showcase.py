"""The seals that /help and the welcome show: drawn once for each language, and kept while the cache has room."""

import asyncio
import hashlib
import random
from dataclasses import replace

from bot.painters.local import ProceduralPainter
from bot.pipeline.pool import ProcessPool
from bot.rendering import jobs
from bot.rendering.typefaces import Typefaces
from bot.stickers.design import Attribute, Design, Rarity
from bot.stickers.rendition import Rendition
from bot.stickers.request import Request, freeze
from bot.storage.folder import Storage
from bot.words import Language

_IDEAS = {
    Language.ENGLISH: Request(
        language="en",
        name="Leo Nova",
        title="Hero of Dawn",
        prompt="a lion king with a flaming sword and a crown",
        attribute=Attribute.HOLY,
    ),
    Language.JAPANESE: Request(
        language="ja",
        name="炎聖王レオン",
        title="輝きの勇者",
        prompt="炎の剣をもつ、王冠のライオン",
        attribute=Attribute.HOLY,
    ),
}


def sample(language: Language, rarity: Rarity) -> Design:
    """The design of a sample: the same idea at every rarity."""
    return freeze(replace(_IDEAS[language], rarity=rarity), random.Random(0))  # noqa: S311  # a rarity is given


class Showcase:
    """Hands out the samples, as stills and as an animation. Raises StorageFailed or WorkerLost."""

    def __init__(self, *, storage: Storage, pool: ProcessPool, faces: Typefaces) -> None:
        self._storage, self._pool, self._faces = storage, pool, faces
        self._painter = ProceduralPainter(pool)
        self._turn = asyncio.Lock()

    async def picture(self, language: Language, rarity: Rarity, form: Rendition) -> bytes:
        """The STILL or ANIMATION of a sample."""
        design = sample(language, rarity)
        # The version, for a newer renderer draws it better.
        drawn_by = f"{jobs.RENDERER_VERSION}:{design.to_json()}"
        name = f"cache/{hashlib.sha256(drawn_by.encode()).hexdigest()}-sample.{form.ending}"
        async with self._turn:  # a busy first minute draws each only once
            kept = await self._storage.read(name)
            if kept is not None:
                return kept
            data = await self._drawn(design, form)
            await self._storage.write(name, data)
            return data

    async def _drawn(self, design: Design, form: Rendition) -> bytes:
        art = await self._painter.paint(design)
        draw = jobs.render_animation if form is Rendition.ANIMATION else jobs.render_still
        return await self._pool(draw, design, art.data, self._faces)
