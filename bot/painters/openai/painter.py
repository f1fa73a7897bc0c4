"""The AI painter: has a design checked and drawn by an image server, and makes art of what comes back."""

import hashlib
import logging

from bot.errors import DrawingBroken, DrawingTooLarge, KirasealError, PictureUnreadable
from bot.painters.openai.asking import SIZE, Wish
from bot.painters.openai.drawing import Drawing
from bot.painters.openai.instruction import instruction, members_words
from bot.painters.openai.previews import Previews
from bot.painters.openai.receiving import as_png, receive
from bot.painters.openai.server import ImageServer
from bot.painters.painter import Art, Run, Show
from bot.receipt import Account
from bot.stickers.design import Design
from bot.stickers.recipe import Recipe

log = logging.getLogger(__name__)


class OpenAIPainter:
    """Asks `server`; opens what it sends in the pool. A failure carries a receipt if something was charged."""

    name = "openai"

    def __init__(self, run: Run, server: ImageServer) -> None:
        self._run, self._server = run, server

    @property
    def model(self) -> str:
        """The model that is asked for."""
        return self._server.access.model

    def recipe(self, design: Design) -> Recipe:
        """All that the drawing depends on."""
        access = self._server.access
        return Recipe(
            painter=self.name,
            model=access.model,
            quality=access.quality,
            size=SIZE,
            instruction=instruction(design),
            picture=design.picture,
        )

    async def paint(
        self,
        design: Design,
        picture: bytes | None = None,
        show: Show | None = None,
        *,
        member: int | None = None,
        account: Account | None = None,
    ) -> Art:
        """Check words and picture, ask for the drawing, show it on its way, and cut it out where it needs it.

        `member` is the Discord id of who asks; the server sees a hash of it. See ImageServer.draw for `account`.
        """
        png = None if picture is None else await self._as_png(picture)
        await self._server.check(members_words(design), png)
        wish = Wish(
            instruction=instruction(design), picture=png, asker=None if member is None else hashed(member)
        )
        drawing = await self._draw(wish, show, account)
        try:
            data = await self._run(receive, drawing.picture)
        except KirasealError as exc:
            exc.receipt = drawing.receipt
            raise
        return Art(data=data, receipt=drawing.receipt)

    async def _as_png(self, picture: bytes) -> bytes:
        try:
            return await self._run(as_png, picture)
        except ValueError as exc:
            raise PictureUnreadable from exc

    async def _draw(self, wish: Wish, show: Show | None, account: Account | None) -> Drawing:
        if show is None:
            return await self._server.draw(wish, account=account)

        async def present(picture: bytes) -> None:
            try:
                art = await self._run(receive, picture)
            except (DrawingBroken, DrawingTooLarge):
                log.info("a picture on the way could not be opened: left out")
                return
            await show(art)

        async with Previews(present) as previews:
            return await self._server.draw(wish, previews.offer, account)


def hashed(member: int) -> str:
    """What a server may know of a member: always the same for one, and no id of Discord."""
    return hashlib.sha256(f"kiraseal member {member}".encode()).hexdigest()[:32]
