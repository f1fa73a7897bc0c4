"""Task.data as it may come: from an older version, from a web application, or from nobody in their right mind."""

import json
import random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.errors import KirasealError, OrderUnreadable, Refused, TextTooLong
from bot.painters.openai.prices import parse_prices
from bot.pipeline.work import error_note, read_note
from bot.settings import Settings
from bot.stickers.blocking import parse as parse_blocked
from bot.stickers.colours import parse_colour, parse_metal
from bot.stickers.design import NAME_LIMIT, PROMPT_LIMIT, TITLE_LIMIT, Design
from bot.stickers.request import Request, freeze
from bot.workshop import Order

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
TYPED = st.none() | st.text(max_size=120)


@st.composite
def requests(draw: st.DrawFn) -> Request:
    return Request(
        language=draw(st.sampled_from(["ja", "en"])),
        name=draw(TYPED),
        title=draw(TYPED),
        prompt=draw(TYPED),
        has_picture=draw(st.booleans()),
        background=draw(TYPED),
        frame_color=draw(TYPED),
    )


def an_order(name: str = "Leo") -> Order:
    design = freeze(Request(language="en", name=name), random.Random(1))
    return Order(
        sticker_id="c" * 25, design=design, painter="openai", server_id=2**62, channel_id=None, private=True
    )


@settings(deadline=None)
@given(requests())
@example(Request(language="ja", name="\ud800", prompt="\u202e"))
@example(Request(language="en", name="👨‍👩‍👧‍👦" * 100))
def test_any_request_is_refused_or_becomes_a_clean_design_that_can_be_kept(asked: Request) -> None:
    try:
        design = freeze(asked, random.Random(7))
    except Refused:
        return
    assert 0 < len(design.name) <= NAME_LIMIT
    assert len(design.title) <= TITLE_LIMIT
    assert len(design.prompt) <= PROMPT_LIMIT
    assert Design.from_json(design.to_json()) == design
    order = Order(sticker_id="c1", design=design, painter="x", server_id=None, channel_id=1, private=False)
    assert Order.from_json(order.to_json()) == order
    order.to_json().encode()


@given(st.one_of(st.text(), ANYTHING.map(json.dumps)))
@example("[" * 100_000)
@example("9" * 10_000)
@example("{}")
@example('{"design": null}')
def test_what_is_no_order_is_unreadable_and_nothing_else(text: str) -> None:
    with pytest.raises(OrderUnreadable):
        Order.from_json(text)


def paths(value: Any, at: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    inner = value.items() if isinstance(value, dict) else ()
    return [at, *(path for key, part in inner for path in paths(part, (*at, key)))][0 if at else 1 :]


PLACES = paths(json.loads(an_order().to_json()))


@given(st.sampled_from(PLACES), ANYTHING)
@example(("server_id",), 2**64)
@example(("sticker_id",), "../../etc/passwd")
@example(("private",), "yes")
@example(("design", "name"), ["a"])
@example(("design", "effects"), "all")
def test_an_order_with_one_odd_part_is_unreadable_or_can_be_written_again(
    place: tuple[str, ...], odd: Any
) -> None:
    raw = json.loads(an_order().to_json())
    inner = raw
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = odd
    try:
        order = Order.from_json(json.dumps(raw))
    except OrderUnreadable:
        return
    assert Order.from_json(order.to_json()) == order
    assert order.server_id is None or 0 <= order.server_id < 2**63


def test_an_order_of_an_earlier_version_is_read() -> None:
    raw = json.loads(an_order().to_json())
    for younger in ("fallback", "member", "art", "parent_id"):
        del raw[younger]
    del raw["design"]["style"]["layout"]
    assert Order.from_json(json.dumps(raw)) == an_order()


@given(st.text())
@example("error-gone {")
@example("error-gone [1]")
@example('error-gone {"limit": [1], "name": "x"}')
@example("error-x " + "[" * 100_000)
def test_any_note_of_an_error_is_read(note: str) -> None:
    key, values = read_note(note)
    assert key == "error-cancelled" or (key is not None and key.startswith("error-"))
    assert all(isinstance(value, str | int) for value in values.values())


@given(st.dictionaries(st.text(max_size=9), st.text(max_size=9) | st.integers(), max_size=3))
def test_an_error_reads_back_as_it_was_noted(values: dict[str, str | int]) -> None:
    error = TextTooLong(**values)
    assert read_note(error_note(error)) == (TextTooLong.key, values)
    assert read_note(error_note(KirasealError())) == (KirasealError.key, {})


@given(st.text())
@example("１２３")
@example("#ＦＦＦ")
@example("#0٠0")
def test_any_text_is_a_colour_or_refused(text: str) -> None:
    for parse in (parse_colour, parse_metal):
        try:
            colour = parse(text)
        except Refused as refusal:
            colour = str(refusal.values["colour"])
        assert len(colour) <= 40


@given(st.text())
@example("a=1/2/" + "9" * 100)
@example("a=٣/1/1")
@example("a=./1/1")
def test_any_text_is_a_price_table_or_a_value_error(text: str) -> None:
    try:
        prices = parse_prices(text)
    except ValueError:
        return
    assert all(price.output >= 0 for price in prices.values())


@given(st.text())
def test_any_list_of_blocked_words_is_read(text: str) -> None:
    assert "" not in parse_blocked(text)


@given(st.text(max_size=40), st.text(max_size=20))
def test_the_settings_of_any_database_address_show_no_password(name: str, password: str) -> None:
    password = f"hush{password}"
    settings_ = Settings(_env_file=None, database_url=f"postgresql://kira:{password}@db.example/{name}")
    assert password not in settings_.shown()["DATABASE_URL"] or password in name
    assert any(password.startswith(secret) or secret.startswith("hush") for secret in settings_.secrets())
    assert password not in repr(settings_)
