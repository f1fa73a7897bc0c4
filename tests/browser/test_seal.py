"""What a member does with a finished seal on the page, on a desktop and on a phone, in both languages."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.words import Words
from tests.browser.hands import PATIENCE_MS, ask, choose_member, pressed

Shoot = Callable[[str], None]
PEOPLE = [pytest.param("ハル", "ja", id="ja"), pytest.param("Robin", "en-US", id="en")]


def seal(page: Page, words: Words, **options: str) -> Locator:
    message = ask(page, "sticker", options)
    expect(message.get_by_role("button", name=words("button-trio"))).to_be_visible(timeout=PATIENCE_MS)
    return message


@pytest.mark.parametrize(("member", "locale"), PEOPLE)
def test_a_trio_shows_its_progress_and_stands_in_one_message(
    page: Page, shoot: Shoot, member: str, locale: str
) -> None:
    words = Words.for_locale(locale)
    choose_member(page, member)
    first = seal(page, words, name="Mira", prompt="an owl with a lantern", rarity=words("rarity-super-rare"))
    shoot(f"seal-buttons-{locale}")
    trio = pressed(page, first, words("button-trio"))
    # Three with animations: long enough at work to be looked at.
    expect(trio.get_by_role("button", name=words("button-cancel"))).to_be_visible()
    expect(trio).to_contain_text("▰")
    shoot(f"progress-{locale}")
    expect(trio.get_by_role("button", name=words("attribute-devil"))).to_be_visible(timeout=PATIENCE_MS)
    expect(trio.locator("img.gallery-image")).to_have_count(3)
    page.wait_for_timeout(1500)  # the pictures fade in
    shoot(f"trio-{locale}")


@pytest.mark.parametrize(("member", "locale"), PEOPLE)
def test_a_seal_is_dressed_anew_and_deleted(page: Page, shoot: Shoot, member: str, locale: str) -> None:
    words = Words.for_locale(locale)
    choose_member(page, member)
    first = seal(page, words, name="Leon", prompt="a lion with a sword of flame")
    room = pressed(page, first, words("button-redress"))
    expect(room.get_by_text(words("redress-heading"))).to_be_visible()
    page.wait_for_timeout(1000)
    shoot(f"fitting-room-{locale}")
    room.get_by_role("button", name=words("button-put-on")).click()
    expect(room.get_by_role("button", name=words("button-trio"))).to_be_visible()
    more = pressed(page, first, words("button-more"))
    expect(more.get_by_text(words("get-pick"))).to_be_visible()
    shoot(f"more-{locale}")
    more.get_by_role("button", name=words("button-delete")).click()
    expect(more.get_by_role("button", name=words("button-really-delete"))).to_be_visible()
    shoot(f"delete-{locale}")
    more.get_by_role("button", name=words("button-really-delete")).click()
    expect(first.locator("img.gallery-image")).to_have_count(0)
    shoot(f"deleted-{locale}")
