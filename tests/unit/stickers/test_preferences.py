"""A member's own choices, on both databases."""

import pytest

from bot.stickers.preferences import Preferences, prefer, preferences
from models import MemberSettings, User

pytestmark = pytest.mark.usefixtures("database")


async def test_a_choice_that_was_never_made_has_its_default() -> None:
    user = await User.create(email="a@users.invalid")
    assert await preferences(user.id) == Preferences(direct=False)


async def test_the_last_choice_counts_and_leaves_one_row() -> None:
    user = await User.create(email="a@users.invalid")
    for direct in (True, False, True):
        await prefer(user.id, Preferences(direct=direct))
    assert await preferences(user.id) == Preferences(direct=True)
    assert await MemberSettings.all().count() == 1


def test_choices_of_another_version_are_passed_over() -> None:
    assert Preferences.from_json('{"direct": true, "of_the_future": 3}') == Preferences(direct=True)
