"""What a member sees on the page, on a desktop and on a phone, in both languages."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.words import Words
from tests.browser.hands import PATIENCE_MS, ask, choose_member

Shoot = Callable[[str], None]
PEOPLE = [pytest.param("ハル", "ja", id="ja"), pytest.param("Robin", "en-US", id="en")]

IS_SHOWN = """id => {
    const picture = document.querySelector(`article[data-message-id="${id}"] img.gallery-image`);
    return picture?.complete && picture.naturalWidth >= picture.clientWidth && picture.clientWidth > 100;
}"""
"""The message's picture is there, sharp, and large enough to be looked at. Asked again until it holds: the page
replaces its pictures when it refreshes."""


def see_picture(page: Page, message: Locator) -> None:
    page.wait_for_function(IS_SHOWN, arg=message.get_attribute("data-message-id"))


@pytest.mark.parametrize(("member", "locale"), PEOPLE)
def test_a_member_orders_a_seal_sees_it_come_and_finds_it_in_the_binder(
    page: Page, shoot: Shoot, member: str, locale: str
) -> None:
    words = Words.for_locale(locale)
    choose_member(page, member)
    seal = ask(page, "sticker", {"name": "Leon", "prompt": "a lion with a sword of flame"})
    expect(seal.get_by_role("button", name=words("button-trio"))).to_be_visible(timeout=PATIENCE_MS)
    expect(seal.locator("img.gallery-image")).to_have_attribute("alt", re.compile("Leon"))
    see_picture(page, seal)
    shoot(f"seal-{locale}")

    binder = ask(page, "history", {})
    expect(binder.get_by_text(words("history-mine"))).to_be_visible()
    see_picture(page, binder)
    shoot(f"history-{locale}")

    stats = ask(page, "stats", {})
    expect(stats.get_by_text(words("stats-mine"))).to_be_visible()
    shoot(f"stats-{locale}")


@pytest.mark.parametrize(("member", "locale"), PEOPLE)
def test_a_refusal_is_one_private_sentence(page: Page, shoot: Shoot, member: str, locale: str) -> None:
    choose_member(page, member)
    refusal = ask(page, "sticker", {"name": "Leon", "background": "bluish"})
    expect(refusal).to_contain_text(Words.for_locale(locale)("error-unknown-colour", colour="bluish"))
    shoot(f"refusal-{locale}")
