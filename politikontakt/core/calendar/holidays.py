"""Norwegian public holidays and working days.

The twelve days of the law on public holidays, with Easter from dateutil. The `holidays` package
knows them as well, but importing it takes half a second, most of what a verdict may take; a test
holds the two against each other for every year from 1950 to 2099.
"""

from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

_SATURDAY = 5
_FIXED = ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))
_FROM_EASTER = (-3, -2, 0, 1, 39, 49, 50)
"""Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday."""


@cache
def public_holidays(year: int) -> frozenset[date]:
    """The public holidays of a year. 24 and 31 December are not among them."""
    sunday = easter(year)
    return frozenset(date(year, month, day) for month, day in _FIXED) | frozenset(
        sunday + timedelta(days=offset) for offset in _FROM_EASTER
    )


def is_public_holiday(day: date) -> bool:
    """Whether `day` is a Norwegian public holiday. Ordinary Sundays are not."""
    return day in public_holidays(day.year)


def is_working_day(day: date) -> bool:
    """Monday to Friday and no public holiday. 24 and 31 December are working days."""
    return day.weekday() < _SATURDAY and not is_public_holiday(day)


def add_working_days(day: date, number: int) -> date:
    """The last of `number` working days, counted from the day after `day`; with 0 `day` itself.

    Friday 12 May 2017 and 3 gives Thursday 18 May: Monday, Tuesday, not the 17th, Thursday.
    """
    while number > 0:
        day += timedelta(days=1)
        number -= is_working_day(day)
    return day
