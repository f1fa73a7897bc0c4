import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from bot.drawing.pictures import decode_art, encode_art
from bot.errors import DrawingBroken, DrawingTooLarge
from bot.painters.openai.receiving import SIZE, as_png, receive
from tests.imageserver.pictures import RED, WHITE, bomb, cut_short, drawing, encoded, scenery


def art(data: bytes) -> np.ndarray:
    return decode_art(receive(data))


def colour_at(pixels: np.ndarray, x: float, y: float) -> tuple[int, ...]:
    return tuple(int(part) for part in pixels[int(y * SIZE), int(x * SIZE)])


def test_a_drawing_keeps_its_transparency_and_gets_our_size() -> None:
    pixels = art(drawing((512, 512)))
    assert pixels.shape == (SIZE, SIZE, 4)
    assert colour_at(pixels, 0.5, 0.5) == RED
    assert pixels[0, 0, 3] == 0


@pytest.mark.parametrize("size", [(1536, 1024), (1024, 1536), (3840, 2160), (64, 64)])
def test_every_shape_is_fitted_into_a_square_undistorted(size: tuple[int, int]) -> None:
    pixels = art(drawing(size))
    assert pixels.shape == (SIZE, SIZE, 4)
    rows, columns = np.nonzero(pixels[..., 3] > 128)
    found = (np.ptp(columns) + 1) / (np.ptp(rows) + 1)
    expected = (size[0] / 3) / (size[1] / 2)
    assert abs(found - expected) <= 0.05, f"{found:.3f} instead of {expected:.3f}"


@pytest.mark.parametrize("ground", [WHITE, (30, 200, 60, 255), (40, 60, 160, 255)])
def test_a_flat_ground_is_cut_out(ground: tuple[int, int, int, int]) -> None:
    pixels = art(drawing((512, 512), ground=ground))
    assert colour_at(pixels, 0.5, 0.5) == RED
    assert max(pixels[corner][3] for corner in ((0, 0), (0, -1), (-1, 0), (-1, -1))) == 0
    share = float((pixels[..., 3] > 128).mean())
    assert abs(share - np.pi / 6) < 0.03, (
        f"{share:.3f} of the art is figure: an oval twice as wide as three are high"
    )


def smooth_square(ground: tuple[int, int, int, int]) -> bytes:
    """Red without an outline, mixed with the ground at its edges."""
    picture = Image.new("RGBA", (2048, 2048), ground)
    ImageDraw.Draw(picture).rectangle((601, 401, 1401, 1801), fill=RED)
    return encoded(picture.resize((1024, 1024), Image.Resampling.BOX), "PNG")


@pytest.mark.parametrize("ground", [(60, 255, 60, 255), (0, 0, 0, 0)])
def test_a_cut_leaves_no_rim_of_the_old_ground(ground: tuple[int, int, int, int]) -> None:
    pixels = art(smooth_square(ground))
    seen = pixels[pixels[..., 3] > 128].astype(int)
    drift = np.abs(seen[:, :3] - RED[:3]).max(axis=1)
    assert float((drift > 60).mean()) < 0.004, f"{(drift > 60).mean():.4f} of what is seen is no red"


def test_what_is_enclosed_by_the_figure_stays() -> None:
    white_figure = art(drawing((512, 512), figure=WHITE, ground=WHITE))
    assert colour_at(white_figure, 0.5, 0.5) == WHITE


def ring(ground: tuple[int, int, int, int]) -> bytes:
    """A red ring that encloses a patch of the ground."""
    picture = Image.new("RGBA", (512, 512), ground)
    ImageDraw.Draw(picture).ellipse((100, 100, 412, 412), outline=RED, width=60)
    return encoded(picture, "PNG")


def test_a_hole_in_the_figure_is_cut_out_where_the_ground_was_chosen_for_it() -> None:
    assert art(ring((0, 220, 80, 255)))[SIZE // 2, SIZE // 2, 3] == 0
    assert art(ring(WHITE))[SIZE // 2, SIZE // 2, 3] == 255


def test_on_a_ground_as_dark_as_ink_the_outlines_stay() -> None:
    pixels = art(drawing((1024, 1024), ground=(18, 14, 26, 255)))
    assert pixels[0, 0, 3] == 0
    middle = pixels[SIZE // 2]
    first = int(np.argmax(middle[:, 3] > 200))
    assert max(int(part) for part in middle[first + 1, :3]) < 60, "the figure begins with ink"
    assert tuple(middle[SIZE // 2]) == RED


def test_a_jpeg_is_cut_out_too() -> None:
    pixels = art(drawing((512, 512), ground=WHITE, kind="JPEG"))
    assert pixels[0, 0, 3] == 0
    assert pixels[SIZE // 2, SIZE // 2, 3] == 255


def test_scenery_becomes_a_round_view() -> None:
    pixels = art(scenery())
    assert pixels[0, 0, 3] == 0
    assert pixels[SIZE // 2, 6, 3] == 255
    assert abs(float((pixels[..., 3] > 128).mean()) - np.pi / 4) < 0.01


def test_colour_under_clear_pixels_does_not_shine_through_the_edges() -> None:
    pixels = art(drawing((300, 300), ground=(0, 255, 0, 0)))
    seen = pixels[pixels[..., 3] > 10].astype(int)
    assert (seen[:, 1] - seen[:, 0]).max() < 30


@pytest.mark.parametrize(
    "data", [b"", b"no picture", cut_short(drawing()), drawing((20, 20)), b"BM" + bytes(99)]
)
def test_a_broken_or_tiny_drawing_is_told_so(data: bytes) -> None:
    with pytest.raises(DrawingBroken):
        receive(data)


def test_an_empty_drawing_is_told_so() -> None:
    with pytest.raises(DrawingBroken):
        receive(encode_art(np.zeros((256, 256, 4), np.uint8)))
    assert receive(drawing((256, 256), figure=(0, 0, 0, 0))), "an ink line alone is a drawing"


@pytest.mark.parametrize("data", [bomb(), bomb(5000), drawing() + bytes(11 * 1024**2)])
def test_a_bomb_is_not_opened(data: bytes) -> None:
    with pytest.raises(DrawingTooLarge):
        receive(data)


def test_a_source_picture_is_sent_small_and_as_png() -> None:
    png = as_png(encode_art(np.full((1536, 768, 4), 200, np.uint8)))
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20]) == 512
    assert int.from_bytes(png[20:24]) == 1024


@settings(max_examples=30)
@given(st.binary(max_size=200), st.integers(0, 400))
def test_any_bytes_are_a_drawing_or_one_of_our_errors(noise: bytes, place: int) -> None:
    spoilt = bytearray(drawing((96, 96)))
    spoilt[place : place + len(noise)] = noise
    for data in (noise, bytes(spoilt)):
        try:
            receive(data)
        except (DrawingBroken, DrawingTooLarge):
            continue


def test_the_same_drawing_gives_the_same_bytes() -> None:
    data = drawing((300, 400), ground=WHITE)
    assert receive(data) == receive(data)
