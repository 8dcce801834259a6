"""The days a series is laid over: those on which its place could be visited.

`weekdays` says where an item may lie, not what the axis is: Monday to Friday are on it whatever it
says, Saturday only when it is named.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
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


def closures_of(place: Place, closed_days: Sequence[ClosedDays]) -> tuple[Closure, ...]:
    """When the place is closed: rows that name it, whatever its kind, and for schools those for every school."""
    return tuple(
        Closure(place=place.id, first=each.first, last=each.last)
        for each in closed_days
        if each.place == place.id or (each.place is None and place.kind == "school")
    )


@dataclass(frozen=True)
class Calendar:
    """The days of one frame, such as an agreement's life, on which something may be planned."""

    frame: DayRange

    @cached_property
    def _days(self) -> tuple[date, ...]:
        return tuple(day for day in self.frame if day.weekday() <= SATURDAY and not is_public_holiday(day))

    def axis(
        self, days: DayRange, place: Place, closures: Sequence[Closure], *, saturdays: bool, season: Season | None
    ) -> tuple[date, ...]:
        """The axis of `place` over `days`, in order. Closed on a public holiday, outside the season, when shut."""
        inside = days.cut(self.frame)
        if inside is None:
            return ()
        return tuple(
            day
            for day in self._days[self._index(inside.first) : self._index(inside.last, after=True)]
            if (saturdays or day.weekday() < SATURDAY)
            and in_season(day, season)
            and is_open(place, day)
            and not any(each.first <= day <= each.last for each in closures)
        )

    def _index(self, day: date, *, after: bool = False) -> int:

        return bisect_right(self._days, day) if after else bisect_left(self._days, day)


def is_open(place: Place, day: date) -> bool:
    """Whether the place exists that day: from `opened_on` to `closed_on`, both included."""
    opened = place.opened_on is None or place.opened_on <= day
    return opened and (place.closed_on is None or day <= place.closed_on)
