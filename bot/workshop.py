"""Make the sticker of one task: paint, compose, store, and say what the verdict writes. No Discord."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Self
from zoneinfo import ZoneInfo

from tortoise.backends.base.client import BaseDBAsyncClient

from bot.errors import Cancelled, StorageFailed
from bot.painters.painter import Art, Painter
from bot.pipeline.pool import ProcessPool
from bot.pipeline.seam import Claim, Clock, Completed, Ending, Failed, Report, Stage
from bot.rendering import jobs
from bot.rendering.typefaces import Typefaces
from bot.renditions import art_name, file_name, source_name
from bot.stickers import keeping, statistics
from bot.stickers.design import Design
from bot.stickers.rendition import Rendition
from bot.storage.folder import Storage
from models import RunOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What Task.data holds: the design, where it was ordered, and the id its sticker will have.

    The id is given with the order, so that a second attempt writes over the files of the first. `art` is the SHA-256
    name of kept art to dress, None to have it painted; `parent_id` is the sticker that the art was first seen on.
    """

    sticker_id: str
    design: Design
    painter: str
    server_id: int | None
    channel_id: int | None
    private: bool
    art: str | None = None
    parent_id: str | None = None

    def to_json(self) -> str:
        """The text of Task.data."""
        context = {name: value for name, value in asdict(self).items() if name != "design"}
        return json.dumps({"design": json.loads(self.design.to_json()), **context}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `to_json` wrote."""
        raw = json.loads(text)
        design = Design.from_json(json.dumps(raw.pop("design")))
        return cls(design=design, **raw)


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A finished sticker, ready to be recorded: its files stand already."""

    order: Order
    art: Art
    art_name: str


class Workshop:
    """Implements pipeline.seam.Labour: performs an order, and records its ending inside the verdict."""

    def __init__(
        self,
        *,
        painters: Mapping[str, Painter],
        pool: ProcessPool,
        storage: Storage,
        faces: Typefaces,
        clock: Clock,
        zone: ZoneInfo,
    ) -> None:
        self._painters, self._pool, self._storage = painters, pool, storage
        self._faces, self._clock, self._zone = faces, clock, zone

    async def perform(self, claim: Claim, report: Report) -> Completed:
        """See seam.Labour. Done twice, it writes the same files."""
        order = Order.from_json(claim.data)
        art = await self._art(order, report)
        draft = await self._pool(jobs.render_draft, order.design, art.data, self._faces)
        await report(Stage.COMPOSING, 50, draft)
        rendition = await self._pool(
            jobs.render_sticker,
            order.design,
            art.data,
            self._faces,
            animate=order.design.effects.holographic,
        )
        await report(Stage.STORING, 90)
        digest = hashlib.sha256(art.data).hexdigest()
        await self._storage.write(art_name(digest), art.data)
        await self._storage.write(file_name(order.sticker_id, Rendition.STILL), rendition.still)
        if rendition.animation is not None:
            await self._storage.write(file_name(order.sticker_id, Rendition.ANIMATION), rendition.animation)
        return Completed(
            result=json.dumps(
                {"stickerId": order.sticker_id, "imageUrl": keeping.image_url(order.sticker_id)}
            ),
            product=Product(order=order, art=art, art_name=digest),
        )

    async def record(self, connection: BaseDBAsyncClient, claim: Claim, ending: Ending) -> None:
        """See seam.Labour: the sticker, the day's statistics and the run, in the verdict's transaction."""
        day = statistics.day_of(self._clock(), self._zone)
        match ending:
            case Completed(product=Product() as product):
                await self._record_sticker(connection, claim, product)
                await statistics.record(
                    connection, claim.user_id, day, images=1, tokens=product.art.tokens, successes=1
                )
                await self._record_run(connection, claim, RunOutcome.COMPLETED, art=product.art)
            case Failed(error=Cancelled()):
                await self._record_run(connection, claim, RunOutcome.CANCELLED)
            case Failed(error=error):
                await statistics.record(connection, claim.user_id, day, failures=1)
                await self._record_run(connection, claim, RunOutcome.FAILED, error=error.key)
            case _:
                raise TypeError(f"not an ending of this workshop: {ending!r}")

    async def _art(self, order: Order, report: Report) -> Art:
        """Kept art, which costs nothing again, or newly painted art."""
        if order.art is None:
            await report(Stage.PAINTING, 10)
            return await self._paint(order)
        await report(Stage.COMPOSING, 10)
        kept = await self._storage.read(art_name(order.art))
        if kept is None:
            raise StorageFailed
        return Art(data=kept)

    async def _paint(self, order: Order) -> Art:
        picture = None
        if order.design.picture is not None:
            picture = await self._storage.read(source_name(order.design.picture))
            if picture is None:
                raise StorageFailed
        return await self._painters[order.painter].paint(order.design, picture)

    async def _record_sticker(self, connection: BaseDBAsyncClient, claim: Claim, product: Product) -> None:
        order = product.order
        source = order.design.picture
        await keeping.keep(
            keeping.NewSticker(
                id=order.sticker_id,
                user_id=claim.user_id,
                design=order.design,
                source_image_url=None if source is None else f"/{source_name(source)}",
                art=product.art_name,
                painter=order.painter,
                renderer_version=jobs.RENDERER_VERSION,
                server_id=order.server_id,
                channel_id=order.channel_id,
                private=order.private,
                parent_id=order.parent_id,
            ),
            connection,
        )

    async def _record_run(
        self,
        connection: BaseDBAsyncClient,
        claim: Claim,
        outcome: RunOutcome,
        *,
        art: Art | None = None,
        error: str | None = None,
    ) -> None:
        order = Order.from_json(claim.data)
        await statistics.record_run(
            connection,
            statistics.FinishedRun(
                task_id=claim.task_id,
                user_id=claim.user_id,
                server_id=order.server_id,
                painter=order.painter,
                outcome=outcome,
                error=error,
                tokens=art.tokens if art else 0,
                cost_micros=art.cost_micros if art else 0,
                started_at=claim.claimed_at,
                ended_at=self._clock(),
            ),
        )
