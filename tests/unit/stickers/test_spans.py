import itertools
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stickers.spans import Span, date_of, midnight, slices, streak

NOW = datetime(2026, 11, 24, 10, 20, tzinfo=UTC)
DAY = timedelta(days=1)
TODAY = date(2026, 11, 24)
ZONES = st.sampled_from(["UTC", "Asia/Tokyo", "Europe/Berlin", "America/New_York", "Pacific/Auckland"]).map(
    ZoneInfo
)


@given(moment=st.datetimes(datetime(2020, 1, 2), datetime(2040, 1, 1), timezones=st.just(UTC)), zone=ZONES)
def test_slices_are_seamless_and_end_with_today(moment: datetime, zone: ZoneInfo) -> None:
    for span in Span:
        cut = slices(moment, span, zone)
        today = moment.astimezone(zone).date()
        assert cut[0].first == today - (span - 1) * DAY
        assert cut[0].since == midnight(cut[0].first, zone)
        assert cut[-1].since <= moment < cut[-1].until
        assert all(one.until == following.since for one, following in itertools.pairwise(cut))


def test_a_year_is_cut_into_weeks_and_the_rest_into_days() -> None:
    assert [len(slices(NOW, span, UTC)) for span in Span] == [7, 30, 52]
    first, second, *_, last = slices(NOW, Span.YEAR, UTC)
    assert (second.first - first.first, TODAY - last.first) == (8 * DAY, 6 * DAY)


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo", "America/New_York", "Europe/Berlin"])
def test_a_stored_midnight_is_read_as_its_own_day(zone: str) -> None:
    for number in range(366):
        day = TODAY + number * DAY
        assert date_of(midnight(day, ZoneInfo(zone)), ZoneInfo(zone)) == day


def test_a_midnight_of_another_zone_is_the_nearest_day() -> None:
    assert date_of(midnight(TODAY, ZoneInfo("Asia/Tokyo")), UTC) == TODAY


@pytest.mark.parametrize(
    ("ago", "length"),
    [((), 0), ((0,), 1), ((0, 1, 2), 3), ((1, 2), 2), ((2, 3), 0), ((0, 2), 1), ((0, 0, 1), 2)],
)
def test_a_streak_lasts_until_a_whole_day_is_missed(ago: tuple[int, ...], length: int) -> None:
    assert streak([TODAY - number * DAY for number in ago], TODAY) == length
