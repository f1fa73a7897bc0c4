import io
import pickle
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageSequence

from bot.drawing.pictures import encode_art
from bot.rendering import jobs
from bot.rendering.palette import codes_of, shared_palette
from bot.rendering.typefaces import Typefaces
from bot.stickers.design import Attribute, Design, Effects, Rarity

Designs = Callable[..., Design]


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def frames(image: Image.Image) -> int:
    return sum(1 for _ in ImageSequence.Iterator(image))


def corner_alpha(image: Image.Image) -> int:
    return int(np.asarray(image.convert("RGBA"))[1, 1, 3])


@pytest.fixture(scope="module")
def rendition(design: Designs, encoded_art: bytes, faces: Typefaces) -> jobs.Rendition:
    return jobs.render_sticker(design(), encoded_art, faces, animate=True)


def test_a_still_is_a_webp_of_1024_pixels_with_clear_corners(rendition: jobs.Rendition) -> None:
    with opened(rendition.still) as image:
        assert (image.format, image.size) == ("WEBP", (1024, 1024))
        assert corner_alpha(image) == 0
    assert len(rendition.still) < 500_000, f"{len(rendition.still)} bytes"


def test_an_animation_is_a_gif_of_twelve_frames_that_loops_for_ever(rendition: jobs.Rendition) -> None:
    assert rendition.animation is not None
    with opened(rendition.animation) as image:
        assert (image.format, image.size, frames(image)) == ("GIF", (384, 384), 12)
        assert image.info["loop"] == 0
        for frame in ImageSequence.Iterator(image):
            assert frame.info["duration"] % 10 == 0
            assert corner_alpha(frame) == 0
    assert len(rendition.animation) < 1_800_000, f"{len(rendition.animation)} bytes"


def test_the_same_design_and_art_make_the_same_bytes(
    rendition: jobs.Rendition, design: Designs, encoded_art: bytes, faces: Typefaces
) -> None:
    again = jobs.render_sticker(design(), encoded_art, faces, animate=True)
    assert again == rendition


def test_a_still_can_be_had_again_from_kept_art(
    rendition: jobs.Rendition, design: Designs, encoded_art: bytes, faces: Typefaces
) -> None:
    assert jobs.render_still(design(), encoded_art, faces) == rendition.still


def test_letters_without_a_glyph_can_be_told_before_drawing(faces: Typefaces) -> None:
    assert jobs.undrawable_letters("炎ሀ王", faces) == "ሀ"


def test_an_animation_can_be_had_again_from_kept_art(
    rendition: jobs.Rendition, design: Designs, encoded_art: bytes, faces: Typefaces
) -> None:
    assert jobs.render_animation(design(), encoded_art, faces) == rendition.animation


@pytest.mark.parametrize(("holographic", "animate"), [(True, False), (False, True), (False, False)])
def test_only_a_holographic_seal_is_animated_and_only_if_asked(
    holographic: bool, animate: bool, design: Designs, encoded_art: bytes, faces: Typefaces
) -> None:
    plain = design(effects=Effects(holographic=holographic))
    assert jobs.render_sticker(plain, encoded_art, faces, animate=animate).animation is None


def test_a_seal_that_only_twinkles_can_still_be_animated_on_demand(
    design: Designs, encoded_art: bytes, faces: Typefaces
) -> None:
    plain = design(effects=Effects(holographic=False), attribute=Attribute.GUARDIAN, rarity=Rarity.NORMAL)
    with opened(jobs.render_animation(plain, encoded_art, faces)) as image:
        assert frames(image) > 1


def test_an_animated_webp_is_smaller_than_the_gif(
    rendition: jobs.Rendition, design: Designs, encoded_art: bytes, faces: Typefaces
) -> None:
    assert rendition.animation is not None
    data = jobs.render_animated_webp(design(), encoded_art, faces)
    assert len(data) < len(rendition.animation)
    with opened(data) as image:
        assert (image.format, image.size, frames(image)) == ("WEBP", (384, 384), 12)


@pytest.mark.parametrize("noisy", [False, True])
def test_a_small_still_stays_below_100_kb_whatever_it_shows(
    design: Designs, encoded_art: bytes, faces: Typefaces, noisy: bool
) -> None:
    noise = np.random.default_rng(7).integers(0, 256, (512, 512, 4), np.uint8)
    small = jobs.render_small(design(), encode_art(noise) if noisy else encoded_art, faces)
    with opened(small) as image:
        assert (image.format, image.size) == ("WEBP", (512, 512))
    assert len(small) < 100_000, f"{len(small)} bytes"


def test_a_png_has_the_pixels_of_the_still_before_encoding(
    rendition: jobs.Rendition, design: Designs, encoded_art: bytes, faces: Typefaces
) -> None:
    with opened(jobs.render_png(design(), encoded_art, faces)) as png, opened(rendition.still) as webp:
        assert (png.format, png.size) == ("PNG", (1024, 1024))
        drift = np.abs(np.asarray(png.convert("RGB")).astype(int) - np.asarray(webp.convert("RGB"))).mean()
    assert drift < 6, f"mean drift {drift:.1f}"


def test_a_draft_is_a_small_webp(design: Designs, encoded_art: bytes, faces: Typefaces) -> None:
    data = jobs.render_draft(design(), encoded_art, faces)
    with opened(data) as image:
        assert (image.format, image.size) == ("WEBP", (320, 320))
    assert len(data) < 80_000, f"{len(data)} bytes"


def test_bytes_that_are_no_art_are_a_value_error(design: Designs, faces: Typefaces) -> None:
    with pytest.raises(ValueError, match="not art"):
        jobs.render_draft(design(), b"nonsense", faces)


def test_a_binder_page_numbers_its_seals_and_shows_the_missing_ones(
    rendition: jobs.Rendition, faces: Typefaces
) -> None:
    full = jobs.render_binder_page([rendition.still] * 9, faces, first_number=991)
    with opened(full) as image:
        assert (image.format, image.size) == ("WEBP", (1024, 1024))
    assert len(full) < 400_000, f"{len(full)} bytes"
    gone = jobs.render_binder_page([rendition.still, None], faces, first_number=1)
    ended = jobs.render_binder_page([rendition.still], faces, first_number=1)
    assert gone != ended


def test_a_broken_picture_in_the_binder_counts_as_missing(faces: Typefaces) -> None:
    broken = jobs.render_binder_page([b"no picture"], faces, first_number=1)
    assert broken == jobs.render_binder_page([None], faces, first_number=1)


def test_an_empty_binder_page_can_be_drawn(bare_faces: Typefaces) -> None:
    with opened(jobs.render_binder_page([], bare_faces, first_number=1)) as image:
        assert image.size == (1024, 1024)


def test_everything_a_job_takes_and_gives_can_be_sent_to_another_process(
    rendition: jobs.Rendition, design: Designs, faces: Typefaces
) -> None:
    for value in (rendition, design(), faces, jobs.render_sticker, jobs.render_binder_page, jobs.warm_up):
        assert pickle.loads(pickle.dumps(value)) == value


def test_warming_up_draws_without_art(faces: Typefaces, bare_faces: Typefaces) -> None:
    jobs.warm_up(faces)
    jobs.warm_up(bare_faces)


def test_a_shared_palette_finds_each_of_a_few_colours() -> None:
    colours = np.array([[255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255]], np.uint8)
    picture = np.repeat(np.repeat(colours.reshape(2, 2, 3), 8, axis=0), 8, axis=1)
    codes = codes_of(picture)
    palette, table = shared_palette([codes], 255)
    assert np.array_equal(palette[table[codes]], picture)


def test_a_redressed_seal_differs_but_its_art_does_not_move(
    design: Designs, encoded_art: bytes, faces: Typefaces
) -> None:
    first = design(effects=Effects(holographic=False, sparkle=False, aura=False))
    renamed = replace(first, title="第二弾")
    pictures = []
    for each in (first, renamed):
        with opened(jobs.render_png(each, encoded_art, faces)) as image:
            pictures.append(np.asarray(image.convert("RGB")).astype(int))
    change = np.abs(pictures[0] - pictures[1])
    assert change[:200].max() > 50
    assert change[300:750, 300:700].max() == 0


def test_a_long_number_in_the_binder_is_as_tall_as_a_short_one(faces: Typefaces) -> None:
    heights = []
    for number in (1, 1234567):
        with opened(jobs.render_binder_page([None], faces, first_number=number)) as image:
            pocket = np.asarray(image.convert("L"))[26 + 275 : 26 + 316, 26 : 26 + 300]
        row_of_tab = np.flatnonzero((pocket > 200).sum(axis=1) > 3)
        heights.append(int(row_of_tab.max() - row_of_tab.min()))
    assert abs(heights[0] - heights[1]) <= 2, heights
