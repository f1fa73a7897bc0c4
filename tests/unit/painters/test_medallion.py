import io

import numpy as np
import pytest
from PIL import Image

from bot.drawing.pictures import decode_art
from bot.errors import PictureUnreadable
from bot.painters.medallion import SIZE, compose_medallion, draw_medallion
from bot.painters.procedural.cast import cast
from bot.stickers.design import Attribute, Rarity


def picture(width: int = 300, height: int = 200, colour: tuple[int, ...] = (40, 160, 90)) -> bytes:
    out = io.BytesIO()
    Image.new("RGBA" if len(colour) == 4 else "RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("rarity", list(Rarity))
@pytest.mark.parametrize("attribute", list(Attribute))
def test_every_dress_is_drawn_whole_with_the_picture_in_its_middle(design, attribute, rarity):
    pixels = np.full((90, 120, 4), (40, 160, 90, 255), np.uint8)
    art = compose_medallion(cast(design(prompt="猫", attribute=attribute, rarity=rarity)), pixels, 256)
    alpha = art[..., 3]
    assert not np.concatenate([alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]]).any()
    shown = (np.abs(art[..., :3].astype(int) - art[135, 128, :3]).max(axis=2) < 6).mean()
    assert shown > 0.14, f"the picture covers {shown:.0%}"
    assert art[135, 128, 1] > art[135, 128, 0]


@pytest.mark.parametrize(("width", "height"), [(1, 1), (2, 900), (900, 2), (1536, 1536)])
def test_any_shape_of_picture_fills_the_glass(design, width, height):
    art = decode_art(draw_medallion(design(), picture(width, height)))
    assert art.shape == (SIZE, SIZE, 4)
    assert art[SIZE // 2, SIZE // 2, 3] == 255


def test_a_clear_picture_shows_the_element_behind_it(design):
    art = decode_art(draw_medallion(design(prompt="水"), picture(colour=(0, 0, 0, 0))))
    red, _, blue, alpha = art[SIZE // 2, SIZE // 2].astype(int)
    assert alpha == 255
    assert blue > red + 80


def test_of_tall_pictures_the_upper_part_is_shown(design):
    pixels = np.full((600, 200, 4), (0, 0, 0, 255), np.uint8)
    pixels[150:290] = (250, 250, 250, 255)
    art = compose_medallion(cast(design()), pixels, 256)
    assert art[140, 128, 0] > 200


def test_the_same_picture_gives_the_same_bytes(design):
    assert draw_medallion(design(prompt="猫"), picture()) == draw_medallion(design(prompt="猫"), picture())


def test_a_broken_picture_is_refused(design):
    with pytest.raises(PictureUnreadable):
        draw_medallion(design(), b"no picture")
