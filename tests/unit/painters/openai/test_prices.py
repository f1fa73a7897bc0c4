import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.painters.openai.prices import Price, Usage, parse_prices


def test_a_dollar_per_million_tokens_is_a_millionth_of_a_dollar_per_token() -> None:
    price = parse_prices("m=5/8/30")["m"]
    assert price.of(Usage(text=400, image=1500, output=1056)) == 400 * 5 + 1500 * 8 + 1056 * 30


def test_a_cost_is_rounded_up() -> None:
    assert parse_prices("m=0.1/0/0")["m"].of(Usage(text=1)) == 1
    assert parse_prices("m=0.1/0/0")["m"].of(Usage(text=10)) == 1


def test_models_stand_one_after_the_other() -> None:
    assert list(parse_prices(" a=1/2/3, b-2.6=0/0/0.5\n")) == ["a", "b-2.6"]
    assert parse_prices("") == {}


@pytest.mark.parametrize(
    "text",
    [
        "m",
        "m=1",
        "m=1/2",
        "m=1/2/3/4",
        "m=a/b/c",
        "m=-1/2/3",
        "m=1/2/1.2.3",
        "m=1/1/1,m=2/2/2",
        "m=1/2/99999",
    ],
)
def test_what_is_no_price_table_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_prices(text)


@given(st.text(max_size=60))
def test_any_text_is_a_table_or_refused(text: str) -> None:
    try:
        prices = parse_prices(text)
    except ValueError:
        return
    assert all(
        isinstance(price, Price) and price.of(Usage(text=7, output=7)) >= 0 for price in prices.values()
    )
