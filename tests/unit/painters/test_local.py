import io
import pickle

import pytest
from PIL import Image

from bot.drawing.pictures import decode_art
from bot.errors import PictureUnreadable
from bot.painters.local import PortraitPainter, ProceduralPainter
from bot.painters.painter import Painter


async def run_here(function, *args):
    """Stands in for the pool: what it is given must survive the way to another process."""
    again, values = pickle.loads(pickle.dumps((function, args)))
    return again(*values)


def photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (50, 40), "red").save(out, "PNG")
    return out.getvalue()


async def test_both_painters_give_free_art(design):
    painters: list[Painter] = [ProceduralPainter(run_here), PortraitPainter(run_here)]
    for painter in painters:
        art = await painter.paint(design(prompt="猫"), photo())
        assert decode_art(art.data).shape == (1024, 1024, 4)
        assert (art.tokens, art.cost_micros) == (0, 0)
    assert [painter.name for painter in painters] == ["procedural", "portrait"]


async def test_words_alone_are_enough_for_the_procedural_painter(design):
    assert decode_art((await ProceduralPainter(run_here).paint(design(), None)).data).any()


async def test_a_portrait_needs_a_picture(design):
    with pytest.raises(PictureUnreadable):
        await PortraitPainter(run_here).paint(design(), None)
