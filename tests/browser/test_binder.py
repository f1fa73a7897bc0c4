"""The binder and the numbers as a member sees them, on a desktop and on a phone, in both languages."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.words import Words
from tests.browser.hands import PATIENCE_MS, ask, choose_member, wait_until_quiet

Shoot = Callable[[str], None]
CHART_MS = 20_000
"""For the first chart: a process loads the plotting library for it."""
PEOPLE = [pytest.param("ハル", "ja", id="ja"), pytest.param("Robin", "en-US", id="en")]


def make_a_seal(page: Page, words: Words) -> None:
    message = ask(page, "sticker", {"name": "Kirin", "prompt": "a fox with a lantern"})
    expect(message.get_by_role("button", name=words("button-trio"))).to_be_visible(timeout=PATIENCE_MS)


def press_in_place(page: Page, message: Locator, label: str) -> None:
    """Press a button that changes its own message, once the page is at rest: before, the press would be lost."""
    wait_until_quiet(page)
    message.get_by_role("button", name=label).click()


@pytest.mark.parametrize(("member", "locale"), PEOPLE)
def test_a_member_searches_the_binder_and_finds_nothing_and_everything(
    page: Page, shoot: Shoot, member: str, locale: str
) -> None:
    words = Words.for_locale(locale)
    choose_member(page, member)
    make_a_seal(page, words)
    binder = ask(page, "history", {})
    press_in_place(page, binder, words("button-search"))
    field = page.get_by_label(words("seek-label"))
    expect(field).to_be_visible()
    shoot(f"search-{locale}")
    field.fill("no such seal")
    page.get_by_role("button", name="Submit").click()
    expect(binder.get_by_text(words("history-empty-sifted"))).to_be_visible()
    shoot(f"nothing-{locale}")


@pytest.mark.parametrize(("member", "locale"), PEOPLE)
def test_a_member_sees_the_leaderboard_and_stays_off_it(
    page: Page, shoot: Shoot, member: str, locale: str
) -> None:
    words = Words.for_locale(locale)
    choose_member(page, member)
    make_a_seal(page, words)
    stats = ask(page, "stats", {})
    chart = stats.locator("img.gallery-image")
    press_in_place(page, stats, words("look-board"))
    expect(chart).to_have_attribute("alt", re.compile(member), timeout=CHART_MS)
    shoot(f"leaderboard-{locale}")
    press_in_place(page, stats, words("button-hide-me"))
    expect(stats.get_by_text(words("board-hidden"))).to_be_visible()
    press_in_place(page, stats, words("button-list-me"))
    expect(chart).to_have_attribute("alt", re.compile(member), timeout=CHART_MS)
