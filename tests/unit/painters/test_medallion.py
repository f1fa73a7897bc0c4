import numpy as np
import pytest

from bot.painters.medallion import SIZE, compose_medallion
from bot.painters.procedural.cast import cast
from bot.stickers.design import Attribute, Rarity

GREEN = (40, 160, 90, 255)


def plain(height: int, width: int, colour: tuple[int, ...] = GREEN) -> np.ndarray:
    return np.full((height, width, 4), colour, np.uint8)


@pytest.mark.parametrize("rarity", list(Rarity))
@pytest.mark.parametrize("attribute", list(Attribute))
def test_every_dress_is_drawn_whole_with_the_picture_in_its_middle(design, attribute, rarity):
    look = cast(design(prompt="猫", attribute=attribute, rarity=rarity))
    art = compose_medallion(look, plain(90, 120), 256)
    alpha = art[..., 3]
    assert not np.concatenate([alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]]).any()
    shown = (np.abs(art[..., :3].astype(int) - art[135, 128, :3]).max(axis=2) < 6).mean()
    assert shown > 0.14, f"the picture covers {shown:.0%}"
    assert art[135, 128, 1] > art[135, 128, 0]


@pytest.mark.parametrize(("width", "height"), [(1, 1), (2, 900), (900, 2), (1536, 1536)])
def test_any_shape_of_picture_fills_the_glass(design, width, height):
    art = compose_medallion(cast(design()), plain(height, width))
    assert art.shape == (SIZE, SIZE, 4)
    assert art[SIZE // 2, SIZE // 2, 3] == 255


def test_a_clear_picture_shows_the_element_behind_it(design):
    art = compose_medallion(cast(design(prompt="水")), plain(200, 300, (0, 0, 0, 0)))
    red, _, blue, alpha = art[SIZE // 2, SIZE // 2].astype(int)
    assert alpha == 255
    assert blue > red + 80


@pytest.mark.parametrize("start", [20, 150, 440])
def test_of_tall_pictures_that_part_is_shown_where_something_is(design, start):
    pixels = plain(600, 200, (0, 0, 0, 255))
    pixels[start : start + 140, 30:170] = (250, 250, 250, 255)
    art = compose_medallion(cast(design()), pixels, 256)
    assert art[140, 128, 0] > 200


def test_the_same_picture_gives_the_same_pixels(design):
    noise = np.random.default_rng(1).integers(0, 256, (80, 120, 4), np.uint8)
    assert (compose_medallion(cast(design()), noise) == compose_medallion(cast(design()), noise)).all()
