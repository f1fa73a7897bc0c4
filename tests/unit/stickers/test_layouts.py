import random

import pytest

from bot.stickers.design import NameLayout
from bot.stickers.layouts import borne, choose_layout

ARCHED, VERTICAL = NameLayout.ARCHED, NameLayout.VERTICAL


def chosen(name: str) -> list[NameLayout]:
    return [choose_layout(name, random.Random(seed)) for seed in range(400)]


@pytest.mark.parametrize(
    "name", ["聖王", "サンダー武者", "한글용사", "孙悟空", "Z戦士12号", "超DXロボ!!", "🔥炎王🐉"]
)
def test_a_short_name_of_square_letters_stands_upright_if_asked(name: str) -> None:
    assert borne(name, VERTICAL) is VERTICAL
    assert borne(name, ARCHED) is ARCHED


@pytest.mark.parametrize(
    "name", ["Leon", "A", "王", "🔥🔥", "寿限無寿限無五劫の擦り切れ", "Leon王様", "、。", "שלום"]
)
def test_what_cannot_stand_upright_is_arched_even_if_asked(name: str) -> None:
    assert borne(name, VERTICAL) is ARCHED
    assert set(chosen(name)) == {ARCHED}


@pytest.mark.parametrize("name", ["聖王", "サンダー武者"])
def test_about_a_quarter_of_the_names_that_suit_stand_upright_unasked(name: str) -> None:
    share = chosen(name).count(VERTICAL) / 400
    assert 0.15 < share < 0.35, f"{share:.0%}"


def test_seven_letters_stand_upright_only_if_asked() -> None:
    assert set(chosen("ドラゴンナイト")) == {ARCHED}
    assert borne("ドラゴンナイト", VERTICAL) is VERTICAL
