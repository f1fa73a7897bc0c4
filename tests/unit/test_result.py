"""Task.result as it may come: from an older version, from a web application, or from nobody in their right mind."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.atelier import Note
from bot.workshop import Result

NOTES = st.none() | st.builds(
    Note, key=st.text(max_size=9), values=st.dictionaries(st.text(max_size=5), st.integers() | st.text())
)
RESULTS = st.builds(
    Result,
    sticker_id=st.text(min_size=1),
    sticker_ids=st.lists(st.text(), max_size=3).map(tuple),
    note=NOTES,
    aside=NOTES,
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=9,
)


@given(RESULTS)
def test_a_result_survives_its_row(result: Result) -> None:
    assert Result.read("task", result.to_json()) == result


@given(st.text() | ANYTHING.map(json.dumps))
def test_a_text_that_makes_no_sense_is_read_as_none(text: str) -> None:
    assert Result.read("task", text) is None


@given(ANYTHING, ANYTHING)
def test_parts_that_make_no_sense_raise_nothing(ids: object, note: object) -> None:
    Result.read("task", json.dumps({"stickerId": "a", "stickerIds": ids, "note": note}))


def test_the_result_of_a_web_application_is_read() -> None:
    result = Result.read("task", '{"stickerId": "a", "imageUrl": "/images/a.webp", "cost": 3}')
    assert result == Result(sticker_id="a")
    assert result.shown == ("a",)


def test_garbage_is_told_to_the_log_with_its_task(caplog: pytest.LogCaptureFixture) -> None:
    Result.read("task-7", "{")
    assert "task-7" in caplog.text
