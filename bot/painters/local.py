"""The painters that need no service: they draw in the pool that is handed in, at no cost."""

from bot.errors import PictureUnreadable
from bot.painters.painter import Art, Run, Show
from bot.painters.portrait.portrait import draw_portrait
from bot.painters.procedural.figure import draw_procedural
from bot.stickers.design import Design


class ProceduralPainter:
    """Draws a mascot from the words of the design alone. Never fails for want of anything."""

    name = "procedural"

    def __init__(self, run: Run) -> None:
        self._run = run

    async def paint(self, design: Design, picture: bytes | None = None, show: Show | None = None) -> Art:
        """Draw the mascot; a picture is not looked at, and there is nothing to show on the way."""
        return Art(data=await self._run(draw_procedural, design))


class PortraitPainter:
    """Makes the figure of the source picture the character, in the attribute's dress; or a medallion of it."""

    name = "portrait"

    def __init__(self, run: Run) -> None:
        self._run = run

    async def paint(self, design: Design, picture: bytes | None = None, show: Show | None = None) -> Art:
        """Cut out, paint and dress. Raises PictureUnreadable without a picture, and what `open_picture` raises."""
        if picture is None:
            raise PictureUnreadable
        return Art(data=await self._run(draw_portrait, design, picture))
