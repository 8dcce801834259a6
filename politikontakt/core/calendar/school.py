"""On which days a school can be visited."""

from collections.abc import Iterable

from politikontakt.core.calendar.daysets import DaySet
from politikontakt.core.calendar.holidays import is_working_day
from politikontakt.core.calendar.ranges import DayRange


def working_days(frame: DayRange) -> DaySet:
    """Monday to Friday without public holidays, in `frame`."""
    return DaySet.picked(frame, (day for day in frame if is_working_day(day)))


def school_days(frame: DayRange, closed: Iterable[DayRange]) -> DaySet:
    """The days of `frame` on which a school that is closed in `closed` can be visited."""
    return working_days(frame) - DaySet.of(frame, closed)
