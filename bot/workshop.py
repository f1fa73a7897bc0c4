"""Make the sticker of one task: paint, compose, store, and say what the verdict writes. No Discord."""

import hashlib
import itertools
import json
import logging
from dataclasses import asdict, dataclass, replace
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import Field, TypeAdapter
from tortoise.backends.base.client import BaseDBAsyncClient

from bot.atelier import Atelier, Commission, Note, Painting, local_painter
from bot.chorus import Chorus, together
from bot.errors import Cancelled, OrderUnreadable, StorageFailed
from bot.painters.painter import Art
from bot.pipeline.pool import ProcessPool
from bot.pipeline.seam import Claim, Clock, Completed, Ending, Failed, Report, Stage
from bot.rendering import jobs
from bot.rendering.typefaces import Typefaces
from bot.renditions import art_name, file_name, source_name
from bot.stickers import keeping, spending, statistics
from bot.stickers.design import Design
from bot.stickers.rendition import Rendition
from bot.stickers.spending import Bill
from bot.storage.folder import Storage
from models import RunOutcome, cuid

log = logging.getLogger(__name__)
Snowflake = Annotated[int, Field(ge=0, lt=2**63)]
"""One of Discord's ids. A larger number would find no room in its column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What Task.data holds: the design, where it was ordered, and the id its sticker will have.

    `fallback` is the local painter that may step in for the AI painter, `member` the asker's Discord id.

    The id is given with the order, so that a second attempt writes over the files of the first. `art` is the SHA-256
    name of kept art to dress, None to have it painted; `parent_id` is the sticker that the art was first seen on.
    `aside` is something to tell the asker with the finished sticker, beside what its painter has to tell.

    `others` are made by the same task, and all stand in its one message in the order of `shown`, which are sticker
    ids: all of them, and one more where a sticker that is there already belongs to the set. Empty for a single one.
    """

    sticker_id: Annotated[str, Field(pattern="^[a-z0-9]{1,64}$")]
    design: Design
    painter: str
    server_id: Snowflake | None
    channel_id: Snowflake | None
    private: bool
    fallback: str | None = None
    member: Snowflake | None = None
    art: str | None = None
    parent_id: str | None = None
    aside: Note | None = None
    others: tuple["Order", ...] = ()
    shown: tuple[str, ...] = ()

    @property
    def seals(self) -> tuple["Order", ...]:
        """Everything the task makes, each as an order of its own."""
        return (replace(self, others=(), shown=()), *self.others)

    def is_twin(self, other: "Order") -> bool:
        """Whether both would make the same of the same sticker: two presses of one button."""
        same = [each.design for each in self.seals] == [each.design for each in other.seals]
        return self.parent_id is not None and self.parent_id == other.parent_id and same

    def by_hand(self) -> "Order":
        """The same without AI."""
        local = None if self.art is not None else local_painter(self.design)
        others = tuple(other.by_hand() for other in self.others)
        return replace(self, painter=local or self.painter, fallback=None, others=others)

    def anew(self) -> "Order":
        """The same once more, as stickers of their own."""
        ids = {seal.sticker_id: cuid() for seal in self.seals}
        others = tuple(replace(other, sticker_id=ids[other.sticker_id]) for other in self.others)
        shown = tuple(ids.get(name, name) for name in self.shown)
        return replace(self, sticker_id=ids[self.sticker_id], others=others, shown=shown)

    def to_json(self) -> str:
        """The text of Task.data."""
        context = {name: value for name, value in asdict(self).items() if name not in ("design", "others")}
        others = [json.loads(other.to_json()) for other in self.others]
        design = json.loads(self.design.to_json())
        return json.dumps({"design": design, **context, "others": others}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `to_json` wrote, now or in an earlier version. Raises OrderUnreadable on anything else."""
        try:
            return TypeAdapter(cls).validate_json(text, strict=True)
        except ValueError as exc:
            raise OrderUnreadable from exc


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What Task.result holds: the sticker, all that are shown if there are several, and what to tell with them."""

    sticker_id: Annotated[str, Field(alias="stickerId")]
    sticker_ids: Annotated[tuple[str, ...], Field(alias="stickerIds")] = ()
    note: Note | None = None
    aside: Note | None = None

    @property
    def shown(self) -> tuple[str, ...]:
        """The stickers of the message, in their order."""
        return self.sticker_ids or (self.sticker_id,)

    def to_json(self) -> str:
        """The text of Task.result, with the names that a web page beside us reads."""
        written: dict[str, object] = {
            "stickerId": self.sticker_id,
            "imageUrl": keeping.image_url(self.sticker_id),
            "stickerIds": self.sticker_ids,
            "note": self.note and asdict(self.note),
            "aside": self.aside and asdict(self.aside),
        }
        told = {name: value for name, value in written.items() if value}
        return json.dumps(told, ensure_ascii=False)

    @classmethod
    def read(cls, task_id: str, text: str) -> Self | None:
        """Read what `to_json` wrote. None, and a warning, for what makes no sense: then the sticker counts as gone."""
        try:
            return TypeAdapter(cls).validate_json(text, strict=True)
        except ValueError as exc:
            log.warning("the result of task %s makes no sense: %s", task_id, type(exc).__name__)
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A finished sticker, ready to be recorded: its files stand already. `note` is something to tell with it."""

    order: Order
    art_name: str
    painter: str
    note: Note | None = None


UNKNOWN = "unknown"
"""The painter of a run whose order could not be read."""
FIRST_PERCENT, LAST_DRAFT_PERCENT = 10, 45
"""Progress when work begins, and with the last picture on the way to the finished one."""


class Workshop:
    """Implements pipeline.seam.Labour: performs an order, and records its ending inside the verdict."""

    def __init__(
        self,
        *,
        atelier: Atelier,
        pool: ProcessPool,
        storage: Storage,
        faces: Typefaces,
        clock: Clock,
        zone: ZoneInfo,
    ) -> None:
        self._atelier, self._pool, self._storage = atelier, pool, storage
        self._faces, self._clock, self._zone = faces, clock, zone

    async def perform(self, claim: Claim, report: Report) -> Completed:
        """See seam.Labour. Done twice, it writes the same files."""
        order = Order.from_json(claim.data)
        reports = [report] if len(order.seals) == 1 else Chorus(len(order.seals), report, self._pool).voices
        products = await together(
            self._make(claim, seal, voice) for seal, voice in zip(order.seals, reports, strict=True)
        )
        note = next((product.note for product in products if product.note is not None), None)
        result = Result(sticker_id=order.sticker_id, sticker_ids=order.shown, note=note, aside=order.aside)
        return Completed(result=result.to_json(), product=tuple(products))

    async def _make(self, claim: Claim, order: Order, report: Report) -> Product:
        """One sticker, from its order to its files."""
        painting = await self._painting(claim, order, report)
        art = painting.art
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
        for form, data in ((Rendition.STILL, rendition.still), (Rendition.ANIMATION, rendition.animation)):
            if data is not None:
                await self._storage.write(file_name(order.sticker_id, form, order.design), data)
        return Product(order=order, art_name=digest, painter=painting.painter, note=painting.note)

    async def record(self, connection: BaseDBAsyncClient, claim: Claim, ending: Ending) -> None:
        """See seam.Labour: the sticker, the day's statistics and the run, in the verdict's transaction."""
        day = statistics.day_of(self._clock(), self._zone)
        bill = await spending.spent(claim.task_id, connection)
        match ending:
            case Completed(product=tuple() as products):
                for product in products:
                    await self._record_sticker(connection, claim, product)
                made = len(products)
                await statistics.record(
                    connection, claim.user_id, day, images=made, tokens=bill.tokens, successes=made
                )
                await self._record_completed(connection, claim, products, bill)
            case Failed(error=Cancelled()):
                if bill.tokens:
                    await statistics.record(connection, claim.user_id, day, tokens=bill.tokens)
                await self._record_run(connection, claim, RunOutcome.CANCELLED, bill)
            case Failed(error=error):
                await statistics.record(connection, claim.user_id, day, tokens=bill.tokens, failures=1)
                await self._record_run(connection, claim, RunOutcome.FAILED, bill, error=error.key)
            case _:
                raise TypeError(f"not an ending of this workshop: {ending!r}")

    async def _painting(self, claim: Claim, order: Order, report: Report) -> Painting:
        """Kept art, which costs nothing again, or newly painted art."""
        if order.art is not None:
            await report(Stage.COMPOSING, FIRST_PERCENT)
            kept = await self._storage.read(art_name(order.art))
            if kept is None:
                raise StorageFailed
            return Painting(art=Art(data=kept), painter=order.painter)
        await report(Stage.PAINTING, FIRST_PERCENT)
        shown = itertools.count(1)

        async def show(art: bytes) -> None:
            draft = await self._pool(jobs.render_draft, order.design, art, self._faces)
            await report(Stage.PAINTING, min(FIRST_PERCENT * (1 + next(shown)), LAST_DRAFT_PERCENT), draft)

        commission = Commission(
            task_id=claim.task_id,
            user_id=claim.user_id,
            member=order.member,
            server_id=order.server_id,
            design=order.design,
            picture=await self._source(order.design),
            painter=order.painter,
            fallback=order.fallback,
            is_last=claim.is_last,
        )
        return await self._atelier.paint(commission, show)

    async def _source(self, design: Design) -> bytes | None:
        """The source picture of a design that has one."""
        if design.picture is None:
            return None
        picture = await self._storage.read(source_name(design.picture))
        if picture is None:
            raise StorageFailed
        return picture

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
                painter=product.painter,
                renderer_version=jobs.RENDERER_VERSION,
                server_id=order.server_id,
                channel_id=order.channel_id,
                private=order.private,
                parent_id=order.parent_id,
            ),
            connection,
        )

    async def _record_completed(
        self, connection: BaseDBAsyncClient, claim: Claim, products: tuple[Product, ...], bill: Bill
    ) -> None:
        """A run for each sticker, for a server counts its stickers by them; what all have cost stands in the first."""
        first, *others = products
        await self._record_run(connection, claim, RunOutcome.COMPLETED, bill, painter=first.painter)
        for number, product in enumerate(others, start=2):
            again = replace(claim, task_id=f"{claim.task_id}-{number}")
            await self._record_run(connection, again, RunOutcome.COMPLETED, Bill(), painter=product.painter)

    async def _record_run(
        self,
        connection: BaseDBAsyncClient,
        claim: Claim,
        outcome: RunOutcome,
        bill: Bill,
        *,
        painter: str | None = None,
        error: str | None = None,
    ) -> None:
        server_id, planned = _whence(claim.data)
        await statistics.record_run(
            connection,
            statistics.FinishedRun(
                task_id=claim.task_id,
                user_id=claim.user_id,
                server_id=server_id,
                painter=painter or planned,
                outcome=outcome,
                error=error,
                tokens=bill.tokens,
                cost_micros=bill.cost_micros,
                started_at=claim.claimed_at,
                ended_at=self._clock(),
            ),
        )


def _whence(data: str) -> tuple[int | None, str]:
    """The server of an order and who was to paint it. An order that nobody can read must still be able to end."""
    try:
        order = Order.from_json(data)
    except OrderUnreadable:
        return None, UNKNOWN
    return order.server_id, order.painter
