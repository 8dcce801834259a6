"""On which days a school can be visited."""

from datetime import date

from politikontakt.core.calendar.holidays import is_working_day
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.calendar.school import school_days, working_days

APRIL = DayRange(date(2017, 4, 1), date(2017, 4, 30))


def test_april_2017_has_seventeen_working_days():
    """Twenty weekdays, less Maundy Thursday, Good Friday and Easter Monday."""
    assert len(working_days(APRIL)) == 17


def test_they_are_the_days_that_are_working_days_one_by_one():
    frame = DayRange(date(2014, 12, 28), date(2019, 9, 30))

    assert {day for day in frame if day in working_days(frame)} == {day for day in frame if is_working_day(day)}


def test_closed_days_are_taken_out():
    easter_holiday = DayRange(date(2017, 4, 10), date(2017, 4, 17))

    days = school_days(APRIL, [easter_holiday])

    assert len(days) == 14
    assert date(2017, 4, 7) in days
    assert date(2017, 4, 10) not in days
    assert date(2017, 4, 18) in days
