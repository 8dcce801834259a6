"""The days a series is laid over: those on which its place could be visited.

`weekdays` says where an item may lie, not what the axis is: Monday to Friday are on it whatever it
says, Saturday only when it is named.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from politikontakt.core.calendar.holidays import is_public_holiday
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.planner.model import Closure
from politikontakt.core.records.model import ClosedDays, Place

SATURDAY = 5
MonthDay = tuple[int, int]
Season = tuple[MonthDay, MonthDay]
"""First and last month-day, both in it. One that begins after it ends runs over New Year."""


def in_season(day: date, season: Season | None) -> bool:
    """Whether the day lies in the season; without one every day does."""
    if season is None:
        return True
    first, last = season
    here = (day.month, day.day)
    return first <= here <= last if first <= last else here >= first or here <= last


def closures_of(place: Place, by_place: Mapping[str | None, Sequence[ClosedDays]]) -> tuple[Closure, ...]:
    """When the place is closed: rows that name it, whatever its kind, and for schools those for every school."""
    rows = [*by_place.get(place.id, ()), *(by_place.get(None, ()) if place.kind == "school" else ())]
    found = [Closure(place=place.id, first=each.first, last=each.last) for each in rows]
    return tuple(sorted(found, key=lambda each: (each.first, each.last)))


@dataclass(frozen=True)
class Calendar:
    """The days of one frame, such as an agreement's life, on which something may be planned."""

    frame: DayRange

    @cached_property
    def _days(self) -> tuple[date, ...]:
        return tuple(day for day in self.frame if day.weekday() <= SATURDAY and not is_public_holiday(day))

    def axis(
        self, place: Place, closures: Sequence[Closure], *, saturdays: bool, season: Season | None
    ) -> tuple[date, ...]:
        """The axis of `place` over the frame, in order: no holiday, in season, open, not closed."""
        shut = {day for each in closures for day in DayRange(each.first, each.last)}
        return tuple(
            day
            for day in self._days
            if (saturdays or day.weekday() < SATURDAY)
            and day not in shut
            and in_season(day, season)
            and is_open(place, day)
        )


def part(axis: Sequence[date], days: DayRange) -> tuple[date, ...]:
    """The part of an axis that lies in `days`."""
    return tuple(axis[bisect_left(axis, days.first) : bisect_right(axis, days.last)])


def is_open(place: Place, day: date) -> bool:
    """Whether the place exists that day: from `opened_on` to `closed_on`, both included."""
    opened = place.opened_on is None or place.opened_on <= day
    return opened and (place.closed_on is None or day <= place.closed_on)
