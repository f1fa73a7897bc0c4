import io
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from bot.fonts import find_typefaces
from bot.rendering.chart import HEIGHT, WIDTH
from bot.rendering.jobs import render_chart
from bot.stickers.chart import Bar, Chart

PURPLE, GOLD, RED = (0x9B, 0x6B, 0xFF), (0xFF, 0xD5, 0x4A), (0xE0, 0x58, 0x6A)


def drawn(chart: Chart) -> np.ndarray:
    picture = Image.open(io.BytesIO(render_chart(chart, find_typefaces())))
    assert (picture.format, picture.width) == ("PNG", WIDTH)
    assert picture.height == HEIGHT or chart.is_ranking
    return np.asarray(picture.convert("RGB"))


def area(pixels: np.ndarray, colour: tuple[int, int, int]) -> int:
    return int((pixels == colour).all(axis=2).sum())


def chart_of(*bars: Bar, is_ranking: bool = False) -> Chart:
    return Chart(title="t", bars=bars, value_label="made", failed_label="failed", is_ranking=is_ranking)


def test_bars_are_as_high_as_their_numbers() -> None:
    pixels = drawn(chart_of(Bar(label="a", value=8), Bar(label="b", value=4, failed=2, is_marked=True)))
    purple, gold, red = (area(pixels, colour) for colour in (PURPLE, GOLD, RED))
    assert purple / gold == pytest.approx(2, rel=0.02), f"{purple} / {gold}"
    assert gold / red == pytest.approx(2, rel=0.03), f"{gold} / {red}"


def test_nothing_is_red_where_nothing_failed() -> None:
    assert area(drawn(chart_of(Bar(label="a", value=3))), RED) == 0


def test_a_ranking_marks_the_readers_own_bar() -> None:
    bars = (Bar(label="1  a", value=9), Bar(label="2  b", value=3, is_marked=True))
    pixels = drawn(chart_of(*bars, is_ranking=True))
    purple, gold = area(pixels, PURPLE), area(pixels, GOLD)
    assert purple / gold == pytest.approx(3, rel=0.02), f"{purple} / {gold}"


@pytest.mark.parametrize(
    "name", ["$x_1$ \\frac", "👾👾", "炎聖王レオンハルトの弟子その三", "นก", "\n\x00", "W" * 100]
)
def test_no_name_breaks_a_chart_or_runs_out_of_it(name: str) -> None:
    pixels = drawn(chart_of(Bar(label=f"10  {name}", value=1), is_ranking=True))
    assert (pixels[:, :4] == pixels[0, 0]).all(), "letters at the very edge"
    drawn(chart_of(Bar(label=name, value=1)))


def test_a_ranking_is_as_high_as_it_needs() -> None:
    few, many = (
        drawn(chart_of(*(Bar(label="a", value=1) for _ in range(count)), is_ranking=True))
        for count in (2, 10)
    )
    assert len(few) < len(many) / 2
    assert len(many) <= HEIGHT + 50


def test_a_chart_of_nothing_can_be_drawn() -> None:
    drawn(chart_of(*(Bar(label="", value=0) for _ in range(52))))
    drawn(chart_of(is_ranking=True))


def test_the_plotting_library_is_loaded_by_the_first_chart_and_not_before() -> None:
    look = "import sys, bot.services, bot.rendering.jobs; print('matplotlib' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", look], check=True, capture_output=True, text=True)
    assert said.stdout.strip() == "False"
