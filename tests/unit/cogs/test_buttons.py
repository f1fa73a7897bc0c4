"""The custom ids of lasting items: anyone can send any."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.manners import LASTING

LONGEST = 100
"""Characters of a custom_id, as Discord has it."""


@pytest.mark.parametrize("item", LASTING, ids=lambda item: item.prefix)
def test_no_id_that_a_template_takes_is_longer_than_discord_takes(item: type) -> None:
    pattern = item.__discord_ui_compiled_template__
    _, most = re._parser.parse(pattern.pattern).getwidth()
    assert most <= LONGEST


@given(
    st.one_of(
        st.text(max_size=120), *(st.from_regex(item.__discord_ui_compiled_template__) for item in LASTING)
    )
)
def test_at_most_one_item_answers_to_any_id_and_its_values_are_tame(custom_id: str) -> None:
    matches = [
        match for item in LASTING if (match := item.__discord_ui_compiled_template__.fullmatch(custom_id))
    ]
    assert len(matches) <= 1
    for name, value in (pair for match in matches for pair in match.groupdict().items()):
        # A shelf holds what somebody searched for, choices a colour as it was typed: what reads them tames them.
        is_read = name in ("shelf", "choices")
        assert value is None or is_read or re.fullmatch(r"[!-~]*", value), f"{value!r}"
