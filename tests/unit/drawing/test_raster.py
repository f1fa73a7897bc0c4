import numpy as np
import pytest

from bot.drawing.colours import distance, luma, mix, rgb, shadow, tone
from bot.drawing.raster import Sheet, develop, lay_over
from bot.drawing.shapes import circle, polygon

VIEW = (0.0, 0.0, 100.0, 100.0)
RED, BLUE = "#ff0000", "#0000ff"


def developed(draw, size: int = 200, **options) -> np.ndarray:
    pen = Sheet()
    draw(pen)
    return develop(pen, size, VIEW, **options)


def square(edge: float, at: float = 10) -> str:
    return polygon([(at, at), (at + edge, at), (at + edge, at + edge), (at, at + edge)])


def test_an_empty_sheet_is_clear_and_covers_nothing():
    assert not developed(lambda pen: None).any()
    with pytest.raises(ValueError, match="empty"):
        Sheet().box()


@pytest.mark.parametrize("oversample", [1, 2])
def test_a_fill_covers_its_area_and_nothing_else(oversample):
    pixels = developed(lambda pen: pen.fill(circle(50, 50, 30), RED), oversample=oversample)
    covered = pixels[..., 3].sum() / 255 / 4
    assert abs(covered / (np.pi * 900) - 1) < 0.02, f"{covered:.0f} units"
    assert pixels[100, 100].tolist() == [255, 0, 0, 255]
    assert pixels[0, 0].tolist() == [0, 0, 0, 0]


def test_edges_are_soft_and_keep_their_pure_colour():
    pixels = developed(lambda pen: pen.fill(circle(50, 50, 30), RED))
    edge = pixels[(pixels[..., 3] > 20) & (pixels[..., 3] < 235)]
    assert len(edge) > 100
    assert edge[:, 0].min() >= 250, "no dark fringe"
    assert edge[:, 1:3].max() == 0


def test_a_line_has_its_width():
    pixels = developed(lambda pen: pen.stroke("M50 0 L50 100", 10, BLUE))
    width = (pixels[100, :, 3] / 255).sum() / 2
    assert abs(width - 10) <= 0.8, f"{width:.2f} units"


def test_ends_and_joins_are_round():
    pixels = developed(lambda pen: pen.stroke("M30 50 L70 50", 20))
    assert pixels[100, 42, 3] == 255, "the end reaches half a width further"
    assert pixels[82, 42, 3] == 0, "but its corner is round"


def test_cel_light_falls_from_the_upper_left_however_the_shape_is_turned():
    dark = "#000040"

    def draw(pen):
        with pen.mirrored(50), pen.placed((50, 50), turn=90, about=(50, 50)):
            pen.cel(circle(50, 50, 40), RED, dark=dark, shade=(12, 12), line=0)

    pixels = developed(draw)
    assert pixels[50, 50].tolist() == [255, 0, 0, 255]
    assert pixels[152, 152].tolist() == [*rgb(dark), 255]


def test_what_is_inside_a_cel_shape_is_cut_to_it():
    pixels = developed(lambda pen: pen.cel(square(30), RED, shade=(0, 0), inside=[(square(80), BLUE)]))
    assert pixels[40, 40].tolist() == [0, 0, 255, 255]
    assert pixels[150, 150].tolist() == [0, 0, 0, 0]


def test_a_cel_shape_has_no_holes():
    pixels = developed(lambda pen: pen.cel(circle(50, 50, 40), RED))
    ys, xs = np.mgrid[:200, :200]
    assert (pixels[np.hypot(ys - 99.5, xs - 99.5) < 78][:, 3] == 255).all()


def test_opacity_lets_the_ground_through():
    def draw(pen):
        pen.fill(square(80), "#000000")
        pen.fill(square(80), "#ffffff", opacity=0.5)

    assert abs(int(developed(draw)[100, 100, 0]) - 128) <= 2


def test_shapes_beyond_the_view_are_left_out_without_harm():
    def draw(pen):
        pen.cel(circle(50, -500, 30), RED)
        pen.fill(circle(100, 100, 30), BLUE)

    pixels = developed(draw)
    assert pixels[199, 199].tolist() == [0, 0, 255, 255]
    assert not pixels[:100, :100].any()


def test_the_box_holds_lines_too_and_transforms_grow_lines():
    pen = Sheet()
    with pen.placed((0, 0), scale=2):
        pen.stroke("M10 10 L20 10", 4)
    assert pen.box() == pytest.approx((16, 16, 44, 24))


def test_a_transform_ends_with_its_block():
    pen = Sheet()
    with pytest.raises(RuntimeError), pen.placed((500, 500)):
        raise RuntimeError
    pen.fill(square(10, 0), RED)
    assert pen.box() == pytest.approx((0, 0, 10, 10))


def test_a_wide_view_stands_on_the_bottom_edge():
    pen = Sheet()
    pen.fill(polygon([(0, 0), (100, 0), (100, 50), (0, 50)]), RED)
    pixels = develop(pen, 100, pen.box())
    assert pixels[98, 50, 3] == 255
    assert pixels[40, 50, 3] == 0


def test_laying_clear_over_something_changes_nothing_and_opaque_hides_it():
    ground = np.full((4, 4, 4), (10, 20, 30, 200), np.uint8)
    top = np.zeros_like(ground)
    top[0] = (1, 2, 3, 255)
    top[1] = (210, 220, 230, 128)
    lay_over(ground, top)
    assert ground[3, 0].tolist() == [10, 20, 30, 200]
    assert ground[0, 0].tolist() == [1, 2, 3, 255]
    assert ground[1, 0, 3] == 228
    assert 110 <= ground[1, 0, 0] <= 130


@pytest.mark.parametrize("colour", ["", "red", "#12345", "#1234567", "#gggggg", "123456"])
def test_what_is_no_colour_is_refused(colour):
    with pytest.raises(ValueError, match="not a colour"):
        rgb(colour)


def test_shadows_are_darker_than_their_colours():
    for colour in ("#ffffff", "#ffd9b3", "#ffcf33", "#e8281c", "#1769d8", "#1e9a46", "#f3f6ff", "#808080"):
        assert luma(shadow(colour)) < luma(colour) - 0.03, colour


def test_tone_and_mix_do_what_they_say():
    assert tone("#204060") == "#204060"
    assert luma(tone("#204060", light=2)) > luma("#204060")
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert distance("#000000", "#ffffff") == pytest.approx(441.67, abs=0.01)
