"""What a member does with the order form on the page, on a desktop and on a phone, in both languages."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from bot.words import Words
from tests.browser.hands import PATIENCE_MS, choose_member, field, form_of, send, sent_in, write_command

Shoot = Callable[[str], None]
PEOPLE = [pytest.param("ハル", "ja", id="ja"), pytest.param("Robin", "en-US", id="en")]


@pytest.mark.parametrize(("member", "locale"), PEOPLE)
def test_a_form_is_refused_comes_back_filled_in_and_becomes_a_seal(
    page: Page, shoot: Shoot, member: str, locale: str
) -> None:
    words = Words.for_locale(locale)
    choose_member(page, member)

    def ask() -> None:
        write_command(page, "sticker", {}, {})
        send(page)

    form = form_of(page, ask)
    field(form, "name").fill("King Durian")
    field(form, "prompt").fill("a king of fruit with a golden fork")
    shoot(f"form-{locale}")
    refusal = sent_in(page, form)
    expect(refusal).to_contain_text(words("error-word-blocked"))
    expect(refusal).to_contain_text("King Durian")
    shoot(f"form-refused-{locale}")

    again = form_of(page, refusal.get_by_role("button", name=words("button-edit")).click)
    expect(field(again, "name")).to_have_value("King Durian")
    expect(field(again, "prompt")).to_have_value("a king of fruit with a golden fork")
    field(again, "name").fill("King Mango")
    shoot(f"form-again-{locale}")
    seal = sent_in(page, again)
    expect(seal.get_by_role("button", name=words("button-trio"))).to_be_visible(timeout=PATIENCE_MS)
    expect(seal).to_contain_text("King Mango")
