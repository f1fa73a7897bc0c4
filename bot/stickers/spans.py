"""Spans of days that end with today, cut into the bars of a chart, and days in a row. Days are those of a time zone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import IntEnum

_DAY = timedelta(days=1)
WEEK = 7


class Span(IntEnum):
    """How many days are looked at. The values stand in custom_ids: they may never change."""

    WEEK = 7
    MONTH = 30
    YEAR = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """Some days of a span: the first of them, and the moments between which they lie; `until` is not in it."""

    first: date
    since: datetime
    until: datetime


def slices(now: datetime, span: Span, zone: tzinfo) -> tuple[Slice, ...]:
    """The span's days, oldest first; a year's by weeks, of which the first has one day more."""
    today = now.astimezone(zone).date()
    step = WEEK if span is Span.YEAR else 1
    firsts = [today - number * _DAY for number in range(step - 1, span - step, step)]
    firsts.append(today - (span - 1) * _DAY)
    firsts.reverse()
    ends = [*firsts[1:], today + _DAY]
    return tuple(
        Slice(first=first, since=midnight(first, zone), until=midnight(end, zone))
        for first, end in zip(firsts, ends, strict=True)
    )


def midnight(day: date, zone: tzinfo) -> datetime:
    """The moment at which a day began, in UTC."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def date_of(moment: datetime, zone: tzinfo) -> date:
    """Which day a stored midnight stands for, also when it was written in another zone: the nearest."""
    return (moment.astimezone(zone) + _DAY / 2).date()


def streak(days: Iterable[date], today: date) -> int:
    """How many days in a row, up to today; or up to yesterday, for today is not over."""
    made = set(days)
    day = today if today in made else today - _DAY
    length = 0
    while day in made:
        length, day = length + 1, day - _DAY
    return length
