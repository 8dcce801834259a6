"""On which days a school can be visited."""

from collections.abc import Iterable
from functools import lru_cache

from politikontakt.core.calendar.daysets import DaySet
from politikontakt.core.calendar.holidays import public_holidays
from politikontakt.core.calendar.ranges import DayRange

_MONDAY_TO_FRIDAY = range(5)


@lru_cache(maxsize=64)
def working_days(frame: DayRange) -> DaySet:
    """Monday to Friday without public holidays, in `frame`."""
    years = range(frame.first.year, frame.last.year + 1)
    holidays = DaySet.picked(frame, (day for year in years for day in public_holidays(year)))
    return DaySet.weekly(frame, _MONDAY_TO_FRIDAY) - holidays


def school_days(frame: DayRange, closed: Iterable[DayRange]) -> DaySet:
    """The days of `frame` on which a school that is closed in `closed` can be visited."""
    return working_days(frame) - DaySet.of(frame, closed)
