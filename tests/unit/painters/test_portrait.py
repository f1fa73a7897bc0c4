import io
from dataclasses import replace

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.drawing.pictures import decode_art
from bot.errors import PictureUnreadable
from bot.painters.medallion import compose_medallion
from bot.painters.portrait.cutout import Cutout, Way
from bot.painters.portrait.portrait import SIZE, compose_portrait, draw_portrait
from bot.painters.procedural.attire import Wings
from bot.painters.procedural.cast import cast
from bot.painters.procedural.figure import draw_procedural
from bot.stickers.design import Attribute, Design, Foil, FrameType, Rarity, Style


def encoded(picture: np.ndarray, kind: str = "PNG", mode: str | None = None) -> bytes:
    out = io.BytesIO()
    image = Image.fromarray(picture)
    (image if mode is None else image.convert(mode)).save(out, kind)
    return out.getvalue()


def bust(width: int = 300, height: int = 330) -> np.ndarray:
    """A head on shoulders, red on clear."""
    picture = np.zeros((330, 300, 4), np.uint8)
    cv2.circle(picture, (150, 100), 70, (220, 60, 40, 255), -1)
    cv2.ellipse(picture, (150, 330), (120, 170), 0, 0, 360, (220, 60, 40, 255), -1)
    return cv2.resize(picture, (width, height), interpolation=cv2.INTER_NEAREST)


def flat_bust() -> np.ndarray:
    """The same in front of blue."""
    picture = np.full((370, 340, 3), (40, 90, 200), np.uint8)
    share = bust()[..., 3:] / 255
    picture[30:360, 20:320] = picture[30:360, 20:320] * (1 - share) + bust()[..., :3] * share
    return picture


def red_share(art: np.ndarray) -> float:
    return float(((art[..., :3] == (220, 60, 40)).all(axis=2) & (art[..., 3] == 255)).mean())


@pytest.mark.parametrize("rarity", list(Rarity))
@pytest.mark.parametrize("attribute", list(Attribute))
def test_in_every_dress_the_figure_fills_the_art_and_stands_on_its_floor(design, attribute, rarity):
    art = decode_art(draw_portrait(design(attribute=attribute, rarity=rarity), encoded(bust())))
    assert art.shape == (SIZE, SIZE, 4)
    alpha = art[..., 3] > 127
    assert alpha[-3].any()
    assert not np.concatenate([alpha[0], alpha[:, 0], alpha[:, -1]]).any()
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    assert max(np.ptp(rows), np.ptp(columns)) > 0.95 * SIZE
    assert red_share(art) > 0.15, f"the figure covers {red_share(art):.0%}"


def test_the_bright_the_dark_and_the_guarding_side_dress_the_same_picture_differently(design):
    arts = [decode_art(draw_portrait(design(attribute=kind), encoded(bust()))) for kind in Attribute]
    looks = {art.tobytes() for art in arts}
    assert len(looks) >= 3


def test_the_splendid_get_wings_and_a_crown(design):
    plain, splendid = (
        decode_art(draw_portrait(design(prompt="王冠", rarity=rarity), encoded(bust())))
        for rarity in (Rarity.NORMAL, Rarity.SUPER_RARE)
    )
    assert (splendid[..., 3] > 0).any(axis=0).sum() > 1.1 * (plain[..., 3] > 0).any(axis=0).sum()


@pytest.mark.parametrize("wings", list(Wings))
def test_no_wing_hangs_below_the_figure(design, wings):
    look = replace(cast(design(rarity=Rarity.SUPER_RARE)), wings=wings)
    figure = Cutout(pixels=bust(), way=Way.OWN, drawn=False)
    bottom = compose_portrait(look, figure)[-2, :, 3] > 127
    assert np.ptp(np.flatnonzero(bottom)) < 0.9 * SIZE, "cut flat by the floor"


@pytest.mark.parametrize("prompt", ["", "王冠", "はちまき"])
def test_the_dark_wear_their_horns_whatever_is_on_the_head(design, prompt):
    look = cast(design(prompt=prompt, attribute=Attribute.DEVIL, rarity=Rarity.NORMAL))
    figure = Cutout(pixels=bust(), way=Way.OWN, drawn=False)
    alpha = compose_portrait(look, figure)[..., 3] > 127
    top = alpha[: len(alpha) // 5]
    reach = np.flatnonzero(top.any(axis=0))
    assert np.ptp(reach) > 0.3 * SIZE, "horns spread beside the head"


def test_a_drawing_keeps_its_own_colours(design):
    art = decode_art(draw_portrait(design(), encoded(flat_bust())))
    assert red_share(art) > 0.2
    left = ((art[..., :3] == (40, 90, 200)).all(axis=2) & (art[..., 3] > 0)).mean()
    assert left < 1e-4, f"{left:.1%} of the ground is left"


def test_pixel_art_stays_square(design):
    small = bust(30, 33)
    small[::2, ::2, 1] = 120
    small[..., 3] = np.where(small[..., 3] > 0, 255, 0)
    small[small[..., 3] == 0] = 0
    art = decode_art(
        draw_portrait(design(attribute=Attribute.GUARDIAN, rarity=Rarity.NORMAL), encoded(small))
    )
    seen = art[art[..., 3] == 255][:, :3]
    own = (seen == (220, 60, 40)).all(axis=1) | (seen == (220, 120, 40)).all(axis=1)
    assert own.mean() > 0.97, f"{1 - own.mean():.1%} are mixtures"


def test_without_a_figure_the_picture_becomes_a_medallion(design):
    noise = np.random.default_rng(2).integers(0, 256, (200, 260, 3), np.uint8)
    whole = np.dstack([noise, np.full((200, 260), 255, np.uint8)])
    art = decode_art(draw_portrait(design(), encoded(noise)))
    assert (art == compose_medallion(cast(design()), whole)).all()


@pytest.mark.parametrize("colour", [(0, 0, 0, 0), (0, 90, 0, 10), (200, 30, 30, 255)])
def test_a_picture_with_nothing_on_it_gives_the_mascot_of_the_words(design, colour):
    picture = np.full((90, 60, 4), colour, np.uint8)
    assert draw_portrait(design(prompt="猫"), encoded(picture)) == draw_procedural(design(prompt="猫"))


def test_a_figure_that_the_sides_cut_ends_in_curves(design):
    block = Cutout(
        pixels=np.full((300, 300, 4), (220, 60, 40, 255), np.uint8),
        way=Way.GROUND,
        drawn=True,
        cut_left=True,
        cut_right=True,
        cut_bottom=True,
    )
    look = cast(design(attribute=Attribute.GUARDIAN, rarity=Rarity.NORMAL))
    alpha = compose_portrait(look, block)[..., 3] > 127
    widths = alpha.sum(axis=1)
    assert widths[SIZE * 9 // 10] < 0.9 * widths[SIZE // 10]
    assert widths[-4] < 0.5 * widths[SIZE // 10]


def test_the_same_picture_gives_the_same_bytes(design):
    photo = cv2.GaussianBlur(np.random.default_rng(3).integers(0, 256, (150, 120, 3), np.uint8), (0, 0), 4)
    cv2.ellipse(photo, (60, 100), (35, 60), 0, 0, 360, (230, 180, 150), -1)
    first = draw_portrait(design(), encoded(photo))
    cv2.setRNGSeed(12345)
    assert draw_portrait(design(), encoded(photo)) == first


def test_of_an_animation_the_first_picture_is_taken(design):
    frames = [Image.fromarray(flat_bust()), Image.new("RGB", (340, 370), "white")]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=100)
    still = io.BytesIO()
    frames[0].save(still, "GIF")
    assert draw_portrait(design(), out.getvalue()) == draw_portrait(design(), still.getvalue())


def test_a_broken_picture_is_refused(design):
    with pytest.raises(PictureUnreadable):
        draw_portrait(design(), b"no picture")


DESIGN = Design(
    name="レオン",
    title="",
    prompt="",
    attribute=Attribute.HOLY,
    rarity=Rarity.SUPER_RARE,
    style=Style(frame_type=FrameType.PLAIN, frame_color="gold", foil=Foil.KAKU),
)


@settings(max_examples=20, deadline=None)
@given(
    width=st.integers(1, 90),
    height=st.integers(1, 90),
    stretch=st.sampled_from([(1, 1), (1, 10), (10, 1)]),
    mode=st.sampled_from(["RGB", "RGBA", "L", "LA", "P", "1"]),
    seed=st.integers(0, 2**32 - 1),
    grain=st.sampled_from([1, 4, 30]),
)
def test_any_picture_becomes_art(width, height, stretch, mode, seed, grain):
    size = width * stretch[0], height * stretch[1]
    coarse = np.random.default_rng(seed).integers(
        0, 256, (-(-size[1] // grain), -(-size[0] // grain), 4), np.uint8
    )
    picture = cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC)
    art = decode_art(draw_portrait(DESIGN, encoded(picture, mode=mode)))
    assert art.shape == (SIZE, SIZE, 4)
    assert art[..., 3].any()
