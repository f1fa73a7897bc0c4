"""A server's own rules on paper: kept whole, and read back by other versions; the odds are always of a hundred."""

import json
import random

import pytest

from bot.errors import NoAiHere
from bot.stickers.choosing import ODDS, draw_rarity
from bot.stickers.design import Rarity
from bot.stickers.house_rules import HouseRules
from bot.stickers.request import PainterChoice, Request

CHOSEN = HouseRules(
    member_daily=3,
    roles=(2**60, 7),
    channels=(2**61,),
    ai=False,
    rare=0,
    super_rare=100,
    language="ja",
    private=True,
    welcomed="2026-11-24T12:00:00+00:00",
)


def test_rules_come_back_as_they_went_with_snowflakes_as_text() -> None:
    assert HouseRules.from_json(CHOSEN.to_json()) == CHOSEN
    raw = json.loads(CHOSEN.to_json())
    assert (raw["roles"], raw["channels"]) == ([str(2**60), "7"], [str(2**61)])


@pytest.mark.parametrize("text", ["{}", '{"member_daily": null, "unheard_of": 1}'])
def test_rules_of_other_versions_are_read(text: str) -> None:
    assert HouseRules.from_json(text) == HouseRules()


def test_odds_are_the_published_ones_until_a_server_has_its_own() -> None:
    assert HouseRules().odds == ODDS
    assert HouseRules(super_rare=0).odds == {Rarity.NORMAL: 70, Rarity.RARE: 30, Rarity.SUPER_RARE: 0}


def test_what_has_no_chance_is_never_drawn() -> None:
    dice = random.Random(1)
    drawn = {draw_rarity(dice, HouseRules(rare=50, super_rare=50).odds) for _ in range(200)}
    assert drawn == {Rarity.RARE, Rarity.SUPER_RARE}


def test_a_server_without_ai_has_everything_painted_by_hand() -> None:
    rules = HouseRules(ai=False)
    assert rules.shape(Request(language="en", name="Leo")).painter is PainterChoice.LOCAL
    with pytest.raises(NoAiHere):
        rules.shape(Request(language="en", name="Leo", painter=PainterChoice.AI))


def test_channels_are_all_until_some_are_chosen_and_threads_go_by_their_parent() -> None:
    assert HouseRules().speaks_up_in(1, None)
    assert HouseRules(channels=(5,)).speaks_up_in(1, 5)
    assert not HouseRules(channels=(5,)).speaks_up_in(1, None)
