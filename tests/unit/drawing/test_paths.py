import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.drawing.affine import Affine
from bot.drawing.paths import TOLERANCE, flatten, parse_path
from bot.drawing.shapes import band, blob, circle, ellipse, polygon, puffs, spikes, star

NUMBERS = st.floats(-2000, 2000, allow_nan=False, allow_infinity=False).map(lambda value: round(value, 3))
FLAGS = st.sampled_from([0.0, 1.0])


def step(letter: str, count: int) -> st.SearchStrategy[tuple[str, tuple[float, ...]]]:
    return st.tuples(st.just(letter), st.tuples(*[NUMBERS] * count))


ARC = st.tuples(st.just("A"), st.tuples(NUMBERS, NUMBERS, NUMBERS, FLAGS, FLAGS, NUMBERS, NUMBERS))
LATER = st.one_of(
    step("M", 2), step("L", 2), step("H", 1), step("V", 1), step("Q", 4), step("C", 6), ARC, step("Z", 0)
)
PATHS = st.tuples(step("M", 2), st.lists(LATER, max_size=12)).map(lambda parts: [parts[0], *parts[1]])


def written(steps, separator: str = " ") -> str:
    return separator.join(
        letter + separator.join(str(number) for number in numbers) for letter, numbers in steps
    )


@given(PATHS, st.sampled_from([" ", ",", "\n ", " , "]))
def test_a_path_that_was_written_is_read_back(steps, separator):
    assert list(parse_path(written(steps).replace(" ", separator))) == steps


@given(st.text(alphabet="MLHVQCAZmz0123456789.-+e, \n#", max_size=60))
def test_any_text_is_a_path_or_a_value_error(text):
    try:
        outline = flatten(text)
    except ValueError:
        return
    assert all(np.isfinite(contour.points).all() and len(contour.points) for contour in outline)


@given(PATHS)
def test_flattening_keeps_every_end_point_and_stays_finite(steps):
    outline = flatten(written(steps))
    assert sum(len(contour.points) for contour in outline) < 3000
    points = np.concatenate([contour.points for contour in outline])
    assert np.isfinite(points).all()
    for letter, numbers in steps:
        if letter in "MLQCA":
            assert np.abs(points - numbers[-2:]).sum(axis=1).min() < 1e-6


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "L1 2",
        "M1",
        "M1 2 3",
        "M1 2 L",
        "M0 0 Z 1",
        "m1 2",
        "M1 2 l3 4",
        "Mx y",
        "M1 2 Q1 2 3",
        "M1e99 0",
    ],
)
def test_what_is_no_path_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        parse_path(text)


def test_numbers_after_a_move_are_lines_and_other_commands_repeat():
    assert parse_path("M0 0 10 0 10 10 Q1 2 3 4 5 6 7 8") == (
        ("M", (0, 0)),
        ("L", (10, 0)),
        ("L", (10, 10)),
        ("Q", (1, 2, 3, 4)),
        ("Q", (5, 6, 7, 8)),
    )


def test_numbers_may_touch_as_svg_allows():
    assert parse_path("M.5-1L-2.5.25") == (("M", (0.5, -1)), ("L", (-2.5, 0.25)))


def test_close_goes_back_to_where_the_subpath_began():
    first, second = flatten("M5 5 L10 5 L10 10 Z L0 0")
    assert first.closed
    assert not second.closed
    assert second.points.tolist() == [[5, 5], [0, 0]]


def test_horizontal_and_vertical_lines_keep_the_other_axis():
    assert flatten("M3 4 H9 V1")[0].points.tolist() == [[3, 4], [9, 4], [9, 1]]


@pytest.mark.parametrize("radius", [5.0, 60.0, 400.0])
def test_a_circle_of_arcs_is_round_within_the_tolerance(radius):
    points = flatten(circle(100, 50, radius))[0].points
    corners = np.hypot(*(points - (100, 50)).T)
    middles = np.hypot(*((points + np.roll(points, 1, axis=0)) / 2 - (100, 50)).T)
    drift = max(np.abs(corners - radius).max(), np.abs(middles - radius).max())
    assert drift <= TOLERANCE + 0.06, f"drift {drift:.3f}"


def test_arc_flags_choose_among_the_four_arcs():
    def middle(large: int, sweep: int) -> list[float]:
        points = flatten(f"M0 0 A10 10 0 {large} {sweep} 10 10")[0].points
        return points[len(points) // 2].round().tolist()

    assert middle(0, 1) != middle(0, 0) != middle(1, 0) != middle(1, 1)
    assert middle(0, 1)[1] < 5
    assert middle(0, 0)[1] > 5


@given(st.lists(NUMBERS, min_size=8, max_size=8))
def test_a_flattened_cubic_stays_within_the_tolerance(numbers):
    a, b, c, d = np.array(numbers).reshape(4, 2)
    text = "M{} {} C{} {} {} {} {} {}".format(*numbers)
    points = flatten(text)[0].points
    t = np.linspace(0, 1, len(points))
    middle = ((t[1:] + t[:-1]) / 2)[:, None]
    true = (
        a * (1 - middle) ** 3
        + 3 * b * middle * (1 - middle) ** 2
        + 3 * c * middle**2 * (1 - middle)
        + d * middle**3
    )
    drift = np.hypot(*(true - (points[1:] + points[:-1]) / 2).T).max()
    assert drift <= TOLERANCE + 1e-6, f"drift {drift:.3f}"


@pytest.mark.parametrize(
    "text",
    [
        ellipse(1, 2, 3, 4),
        polygon([(0, 0), (4, 0), (4, 4)]),
        star(0, 0, 10, 5),
        spikes(0, 0, -200, 20, 100, [120, 140, 130]),
        band((0, 0), (50, 0), (50, 50), 20, 10),
        puffs(0, 0, 100, 180, 360, 6),
        blob(0, 0, [80, 100, 60, 90]),
    ],
)
def test_every_figure_is_a_path(text):
    assert len(flatten(text)[0].points) >= 3


def test_a_star_reaches_its_outer_radius_upward():
    points = flatten(star(0, 0, 10, 4))[0].points
    assert points[:, 1].min() == pytest.approx(-10)
    assert len(points) == 10


def test_a_band_has_the_widths_it_is_given():
    points = flatten(band((0, 0), (50, 0), (100, 0), 20, 10))[0].points
    assert points[0, 1] - points[-1, 1] == pytest.approx(-20)
    assert points[10, 1] - points[11, 1] == pytest.approx(-10)


TRANSFORMS = st.builds(
    Affine.place,
    st.tuples(NUMBERS, NUMBERS),
    turn=st.floats(-360, 360),
    scale=st.floats(0.1, 5),
    about=st.tuples(NUMBERS, NUMBERS),
)


@given(TRANSFORMS, TRANSFORMS, NUMBERS, NUMBERS)
def test_transforms_chain_inner_first(outer, inner, x, y):
    points = np.array([[x, y]])
    assert np.allclose((outer @ inner).apply(points), outer.apply(inner.apply(points)), atol=1e-3)


def test_place_brings_one_point_to_another_and_turns_clockwise():
    place = Affine.place((10, 20), turn=90, scale=2, about=(1, 1))
    assert np.allclose(place.apply(np.array([[1, 1], [2, 1]])), [[10, 20], [10, 22]])
    assert place.magnification == pytest.approx(2)


def test_a_mirror_keeps_its_axis():
    assert np.allclose(Affine.mirror(500).apply(np.array([[500, 3], [490, 3]])), [[500, 3], [510, 3]])
    assert math.isclose(Affine.mirror(500).magnification, 1)
