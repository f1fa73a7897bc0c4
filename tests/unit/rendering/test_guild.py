import io
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageSequence

from bot.drawing.pictures import encode_art
from bot.rendering import jobs
from bot.rendering.guild import _STEPS, EMOJI_LIMIT, STICKER_LIMIT, _within
from bot.rendering.loop import to_png, turn
from bot.rendering.miniature import compose_miniature
from bot.rendering.planes import Picture
from bot.rendering.seal import compose
from bot.rendering.typefaces import Typefaces
from bot.stickers.design import Attribute, Design, Effects, Foil, Rarity, Style

Designs = Callable[..., Design]
Styled = Callable[..., Style]


@pytest.fixture(scope="session")
def noise() -> bytes:
    """The art that compresses worst."""
    pixels = np.random.default_rng(1).integers(0, 256, (640, 640, 4), dtype=np.uint8)
    pixels[..., 3] = 255
    return encode_art(pixels)


def frames(data: bytes) -> list[Picture]:
    with Image.open(io.BytesIO(data)) as image:
        return [np.asarray(frame.convert("RGBA")) for frame in ImageSequence.Iterator(image)]


@pytest.mark.parametrize("foil", Foil)
def test_a_guild_sticker_of_noise_on_any_foil_is_within_discords_limit(
    foil: Foil, noise: bytes, design: Designs, styled: Styled, faces: Typefaces
) -> None:
    worst = design(attribute=Attribute.DESTROYER, style=styled(foil=foil))
    sticker = jobs.render_guild_sticker(worst, noise, faces)
    assert len(sticker) <= STICKER_LIMIT, f"{len(sticker)} bytes"
    for render in (jobs.render_emoji, jobs.render_moving_emoji):
        emoji = render(worst, noise, faces)
        assert len(emoji) <= EMOJI_LIMIT, f"{len(emoji)} bytes"


def test_even_pure_noise_in_every_pixel_of_every_frame_is_within_the_limit() -> None:
    random = np.random.default_rng(2)
    cut = np.full((320, 320), 255, np.uint8)
    opaque = np.full((320, 320, 1), 255, np.uint8)

    def encode(count: int, colours: int) -> bytes:
        pictures = [
            np.concatenate([random.integers(0, 256, (320, 320, 3), dtype=np.uint8), opaque], axis=2)
            for _ in range(count)
        ]
        return to_png(pictures, cut, colours)

    assert len(encode(*_STEPS[0])) > STICKER_LIMIT
    assert len(_within(STICKER_LIMIT, encode, _STEPS)) <= STICKER_LIMIT


def test_a_holographic_guild_sticker_moves_and_has_soft_corners(
    design: Designs, encoded_art: bytes, faces: Typefaces
) -> None:
    data = jobs.render_guild_sticker(design(), encoded_art, faces)
    pictures = frames(data)
    assert len(pictures) == 12
    assert {picture.shape for picture in pictures} == {(320, 320, 4)}
    assert all(picture[0, 0, 3] == 0 for picture in pictures)
    half_clear = (pictures[0][..., 3] > 0) & (pictures[0][..., 3] < 255)
    assert 20 < half_clear.sum() < 3000
    assert all(np.array_equal(picture[..., 3], pictures[0][..., 3]) for picture in pictures)
    assert np.abs(pictures[0].astype(int) - pictures[6]).max() > 60


def test_the_frames_of_a_guild_sticker_are_those_of_the_seal(
    design: Designs, art: Picture, faces: Typefaces
) -> None:
    seal = compose(design(), art, faces, 160)
    for drawn, kept in zip(turn(seal), frames(to_png(turn(seal), seal.cut, 248)), strict=True):
        inside = seal.cut == 255
        drift = np.abs(drawn[inside][:, :3].astype(int) - kept[inside][:, :3]).mean()
        assert drift < 9, f"mean drift {drift:.1f}"


def test_a_guild_sticker_without_hologram_is_still(
    design: Designs, encoded_art: bytes, faces: Typefaces
) -> None:
    still = design(effects=Effects(holographic=False), rarity=Rarity.NORMAL, attribute=Attribute.GUARDIAN)
    assert len(frames(jobs.render_guild_sticker(still, encoded_art, faces))) == 1


@pytest.mark.parametrize("holographic", [True, False])
@pytest.mark.parametrize(("render", "kind"), [(jobs.render_emoji, "PNG"), (jobs.render_moving_emoji, "GIF")])
def test_an_emoji_is_there_still_and_moving(
    render: Callable[..., bytes],
    kind: str,
    holographic: bool,
    design: Designs,
    encoded_art: bytes,
    faces: Typefaces,
) -> None:
    emoji = render(design(effects=Effects(holographic=holographic)), encoded_art, faces)
    with Image.open(io.BytesIO(emoji)) as image:
        assert (image.format, image.size) == (kind, (128, 128))
    assert (len(frames(emoji)) > 1) == (kind == "GIF")
    assert frames(emoji)[0][0, 0, 3] == 0


def test_on_an_emoji_the_face_is_large_and_pops_out_of_the_window(design: Designs) -> None:
    tall = np.zeros((400, 300, 4), np.uint8)
    tall[:150, 100:200] = (200, 40, 40, 255)
    tall[150:, 60:240] = (40, 40, 200, 255)
    seal = compose_miniature(design(effects=Effects(aura=False, sparkle=False)), tall, 256)
    assert seal.cut[16, 128] == 255, "the head stands above the window"
    assert seal.cut[16, 40] == 0, "beside the head the window begins lower"
    red = (seal.light[..., 0] > 150) & (seal.light[..., 2] < 90) & (seal.transmission == 0)
    assert red.mean() > 0.12, f"{red.mean():.2f} of the emoji is head"


def test_an_emoji_can_be_made_of_empty_art(design: Designs, faces: Typefaces) -> None:
    empty = encode_art(np.zeros((8, 8, 4), np.uint8))
    assert len(jobs.render_emoji(design(), empty, faces)) <= EMOJI_LIMIT


def test_guild_pictures_are_the_same_bytes_each_time(
    design: Designs, encoded_art: bytes, faces: Typefaces
) -> None:
    for render in (jobs.render_guild_sticker, jobs.render_emoji, jobs.render_moving_emoji):
        assert render(design(), encoded_art, faces) == render(design(), encoded_art, faces)
