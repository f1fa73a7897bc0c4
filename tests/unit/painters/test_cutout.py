"""Pictures are made here, so that the truth about every pixel is known."""

import io

import cv2
import numpy as np
import pytest
from PIL import Image

from bot.drawing.pictures import open_picture
from bot.painters.portrait.cutout import Way, cut_out

WIDTH, HEIGHT = 360, 400


def drawing() -> tuple[np.ndarray, np.ndarray]:
    """A face with ink lines and white eyes, and where it is."""
    picture, truth = np.zeros((HEIGHT, WIDTH, 3), np.uint8), np.zeros((HEIGHT, WIDTH), np.uint8)
    for canvas, colour, line in ((picture, (240, 150, 60), (30, 20, 30)), (truth, 255, 255)):
        cv2.ellipse(canvas, (180, 190), (110, 130), 0, 0, 360, colour, -1, cv2.LINE_AA)
        cv2.ellipse(canvas, (180, 190), (110, 130), 0, 0, 360, line, 8, cv2.LINE_AA)
    for x in (140, 220):
        cv2.circle(picture, (x, 170), 26, (255, 255, 255), -1, cv2.LINE_AA)
        cv2.circle(picture, (x, 172), 10, (30, 20, 30), -1, cv2.LINE_AA)
    cv2.ellipse(picture, (180, 240), (50, 26), 0, 0, 180, (30, 20, 30), 8, cv2.LINE_AA)
    return picture, truth


def on_ground(ground: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    picture, truth = drawing()
    share = (truth / 255)[..., None]
    return (picture * share + ground * (1 - share)).astype(np.uint8), truth


def white() -> np.ndarray:
    return np.full((HEIGHT, WIDTH, 3), 255, np.uint8)


def gradient() -> np.ndarray:
    x, y = np.meshgrid(np.linspace(0, 1, WIDTH), np.linspace(0, 1, HEIGHT))
    return np.dstack([60 + 60 * x, 110 + 50 * y, 200 - 40 * x * y]).astype(np.uint8)


def clouds(seed: int, fine: float, spread: float, mean: tuple[int, int, int]) -> np.ndarray:
    """Coloured noise, smooth on the scale of `fine` pixels."""
    noise = np.random.default_rng(seed).normal(0, 1, (HEIGHT, WIDTH, 3))
    soft = cv2.GaussianBlur(noise, (0, 0), fine)
    return np.clip(soft / soft.std() * spread + mean, 0, 255)


def photograph() -> tuple[np.ndarray, np.ndarray]:
    """A shaded bust before foliage out of focus, and where it is."""
    truth = np.zeros((HEIGHT, WIDTH), np.uint8)
    cv2.ellipse(truth, (180, 150), (70, 90), 0, 0, 360, 255, -1)
    cv2.ellipse(truth, (180, HEIGHT), (135, 170), 0, 0, 360, 255, -1)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    skin = clouds(5, 1.5, 7, (225, 170, 140)) - (x[..., None] - 150) * 0.25
    coat = clouds(6, 2.5, 9, (170, 40, 50)) - (x[..., None] - 120) * 0.2
    figure = np.where((y < 238)[..., None], skin, coat)
    behind = clouds(7, 12, 14, (70, 110, 75)) + clouds(8, 1, 4, (0, 0, 0))
    share = cv2.GaussianBlur(truth, (0, 0), 0.9)[..., None] / 255
    return np.clip(figure * share + behind * (1 - share), 0, 255).astype(np.uint8), truth


def opened(picture: np.ndarray, *, jpeg: int | None = None) -> np.ndarray:
    out = io.BytesIO()
    if jpeg is None:
        Image.fromarray(picture).save(out, "PNG")
    else:
        Image.fromarray(picture).save(out, "JPEG", quality=jpeg)
    return open_picture(out.getvalue())


def agreement(alpha: np.ndarray, truth: np.ndarray) -> float:
    """Intersection over union with the truth, cropped to what is seen as cut-outs are."""
    left, top, width, height = cv2.boundingRect(truth)
    seen = cv2.resize(alpha, (width, height), interpolation=cv2.INTER_AREA) > 127
    true = truth[top : top + height, left : left + width] > 127
    return float((seen & true).sum() / (seen | true).sum())


@pytest.mark.parametrize("ground", [white, gradient])
@pytest.mark.parametrize("jpeg", [None, 80, 40])
def test_a_drawing_is_taken_off_its_ground_through_the_noise_of_jpeg(ground, jpeg):
    picture, truth = on_ground(ground())
    cutout = cut_out(opened(picture, jpeg=jpeg))
    assert cutout is not None
    assert (cutout.way, cutout.drawn) == (Way.GROUND, True)
    share = agreement(cutout.pixels[..., 3], truth)
    assert share > 0.96, f"agrees by {share:.1%}"


def test_the_white_of_an_eye_on_white_ground_is_no_hole():
    picture, _ = on_ground(white())
    cutout = cut_out(opened(picture))
    assert cutout is not None
    left, top, _, _ = cv2.boundingRect(drawing()[1])
    assert cutout.pixels[150 - top, 140 - left].tolist() == [255, 255, 255, 255]


def test_no_rim_of_the_ground_is_left_round_a_drawing():
    picture, _ = on_ground(white())
    cutout = cut_out(opened(picture))
    assert cutout is not None
    edge = (cutout.pixels[..., 3] > 40) & (cutout.pixels[..., 3] < 250)
    light = cutout.pixels[..., :3][edge].mean()
    assert light < 90, f"the ink's edge is {light:.0f} light"


def test_a_figure_is_cut_out_of_a_photograph():
    picture, truth = photograph()
    cutout = cut_out(opened(picture, jpeg=90))
    assert cutout is not None
    assert (cutout.way, cutout.drawn, cutout.cut_bottom) == (Way.GRABBED, False, True)
    share = agreement(cutout.pixels[..., 3], truth)
    assert share > 0.93, f"agrees by {share:.1%}"


@pytest.mark.parametrize("edge", [96, 700, 1500])
def test_the_size_of_a_photograph_does_not_matter(edge):
    picture, truth = photograph()
    scaled = cv2.resize(picture, (edge * WIDTH // HEIGHT, edge), interpolation=cv2.INTER_AREA)
    cutout = cut_out(opened(scaled))
    assert cutout is not None
    share = agreement(cutout.pixels[..., 3], truth)
    assert share > 0.90, f"agrees by {share:.1%}"


def test_what_was_cut_before_does_not_change_a_cut():
    picture = opened(photograph()[0])
    first = cut_out(picture)
    cut_out(opened(on_ground(gradient())[0]))
    cv2.setRNGSeed(99)
    second = cut_out(picture)
    assert first is not None
    assert second is not None
    assert (first.pixels == second.pixels).all()


def lines_of_text() -> np.ndarray:
    page = white()
    for row in range(30, HEIGHT, 32):
        cv2.putText(page, "so it is written here", (8, row), cv2.FONT_HERSHEY_SIMPLEX, 0.9, (20, 20, 20), 2)
    return page


def landscape() -> np.ndarray:
    rows = np.arange(HEIGHT)[:, None, None]
    hills = 210 + 25 * np.sin(np.arange(WIDTH) / 40)[None, :, None]
    return np.where(rows > hills, clouds(1, 3, 16, (80, 120, 50)), clouds(2, 30, 8, (150, 190, 235))).astype(
        np.uint8
    )


def gravel() -> np.ndarray:
    return clouds(3, 3, 30, (130, 125, 120)).astype(np.uint8)


def grain() -> np.ndarray:
    return clouds(4, 0.8, 60, (120, 120, 120)).astype(np.uint8)


@pytest.mark.parametrize("scene", [lines_of_text, landscape, gravel, grain, gradient, white])
def test_where_nothing_stands_out_nothing_is_cut_out(scene):
    assert cut_out(opened(scene())) is None


def with_alpha() -> np.ndarray:
    picture, truth = drawing()
    return np.dstack([picture, truth])


def test_the_pixels_of_a_transparent_picture_are_kept():
    picture = with_alpha()
    cutout = cut_out(opened(picture))
    assert cutout is not None
    assert cutout.way is Way.OWN
    left, top, width, height = cv2.boundingRect(np.uint8(picture[..., 3] > 24))
    seen = picture[top : top + height, left : left + width]
    solid = seen[..., 3] > 200
    assert (cutout.pixels[solid] == seen[solid]).all()


def test_dust_and_soft_shadows_of_a_transparent_picture_go():
    picture = with_alpha()
    shadow = cv2.GaussianBlur(np.roll(picture[..., 3], 30, axis=1), (0, 0), 8) // 2
    picture[..., 3] = np.maximum(picture[..., 3], shadow)
    picture[5:7, 5:7] = 255
    clean, dusty = cut_out(opened(with_alpha())), cut_out(opened(picture))
    assert clean is not None
    assert dusty is not None
    wider = dusty.pixels.shape[1] - clean.pixels.shape[1]
    assert wider <= 4, f"{wider} pixels of shadow are left"


def test_a_ghost_that_is_half_clear_all_over_is_kept():
    picture = with_alpha()
    picture[..., 3] //= 2
    cutout = cut_out(opened(picture))
    assert cutout is not None
    assert cutout.pixels[..., 3].max() == 127


def test_a_picture_that_is_clear_all_over_has_no_figure():
    assert cut_out(np.zeros((50, 60, 4), np.uint8)) is None


def test_a_figure_that_the_side_cuts_says_so():
    picture, _ = on_ground(gradient())
    cutout = cut_out(opened(np.ascontiguousarray(picture[:, 78:])))
    assert cutout is not None
    assert (cutout.cut_left, cutout.cut_right, cutout.cut_bottom) == (True, False, False)
