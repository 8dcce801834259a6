"""Norwegian public holidays and working days."""

from datetime import date, timedelta

import holidays
import pytest

from politikontakt.core.calendar.holidays import add_working_days, is_public_holiday, is_working_day, public_holidays


@pytest.mark.parametrize("decade", range(1950, 2100, 25))
def test_they_are_those_that_the_holidays_package_knows(decade: int):
    years = range(decade, decade + 25)
    known = holidays.country_holidays("NO", years=years, language="no")

    assert {day for year in years for day in public_holidays(year)} == set(known)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2017, 4, 12), True),  # Wednesday before Easter
        (date(2017, 4, 13), False),  # Maundy Thursday
        (date(2017, 4, 14), False),  # Good Friday
        (date(2017, 4, 17), False),  # Easter Monday
        (date(2017, 5, 17), False),  # Constitution Day
        (date(2017, 5, 25), False),  # Ascension Day
        (date(2017, 6, 5), False),  # Whit Monday
        (date(2018, 12, 24), True),  # a Monday
        (date(2018, 12, 31), True),  # a Monday
        (date(2017, 3, 11), False),  # an ordinary Saturday
        (date(2017, 3, 12), False),  # an ordinary Sunday
    ],
)
def test_working_days(day: date, working: bool):
    assert is_working_day(day) is working


def test_an_ordinary_sunday_is_no_public_holiday():
    assert not is_public_holiday(date(2017, 3, 12))


def test_working_days_are_counted_from_the_day_after():
    friday = date(2017, 5, 12)

    assert add_working_days(friday, 1) == date(2017, 5, 15)
    assert add_working_days(friday, 3) == date(2017, 5, 18)
    assert add_working_days(friday, 0) == friday


def test_a_saturday_receipt_has_monday_as_its_first_day():
    assert add_working_days(date(2017, 3, 11), 1) == date(2017, 3, 13)


def test_every_result_is_a_working_day_with_so_many_between():
    start = date(2017, 4, 8)
    for number in range(1, 30):
        found = add_working_days(start, number)
        between = sum(is_working_day(start + timedelta(days=n)) for n in range(1, (found - start).days + 1))
        assert is_working_day(found)
        assert between == number
