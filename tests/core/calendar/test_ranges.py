"""A run of days with both ends in it."""

from datetime import date

import pytest

from politikontakt.core.calendar.ranges import DayRange

WEEK = DayRange(date(2017, 3, 6), date(2017, 3, 12))


def test_both_ends_belong_to_it():
    assert len(WEEK) == 7
    assert date(2017, 3, 6) in WEEK
    assert date(2017, 3, 12) in WEEK
    assert date(2017, 3, 13) not in WEEK
    assert list(WEEK)[-1] == date(2017, 3, 12)


def test_it_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="2017-03-05 is before 2017-03-06"):
        DayRange(date(2017, 3, 6), date(2017, 3, 5))


def test_one_shared_day_is_a_range():
    assert WEEK.cut(DayRange(date(2017, 3, 12), date(2017, 4, 1))) == DayRange(date(2017, 3, 12), date(2017, 3, 12))


def test_without_a_shared_day_there_is_none():
    assert WEEK.cut(DayRange(date(2017, 3, 13), date(2017, 4, 1))) is None
