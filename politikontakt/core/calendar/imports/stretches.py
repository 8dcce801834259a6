"""Single days without school as stretches: weekends and public holidays inside a break do not cut it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from politikontakt.core.calendar.holidays import is_working_day
from politikontakt.core.calendar.periods import ONE_DAY
from politikontakt.core.calendar.ranges import DayRange


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days without school for one reason, "" where none is given. Its first and last are working days."""

    days: DayRange
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """What a file says of one school, by the name the file has: `closed` are days and why.

    `span` is what the file speaks of: a working day in it that is not in `closed` is a school day.
    """

    name: str
    span: DayRange
    closed: Mapping[date, str]


def stretches(closed: Mapping[date, str]) -> tuple[Stretch, ...]:
    """The stretches of some days, earliest first. Weekends and public holidays alone are none.

    Thursday and Friday, then Monday: one stretch of five days. Two reasons next to each other are two
    stretches; a day without a reason goes with its neighbour's.
    """
    found: list[Stretch] = []
    for day in sorted(filter(is_working_day, closed)):
        reason = closed[day]
        last = found[-1] if found else None
        if last and _adjoin(last.days.last, day) and ("" in (last.reason, reason) or last.reason == reason):
            found[-1] = Stretch(DayRange(last.days.first, day), last.reason or reason)
        else:
            found.append(Stretch(DayRange(day, day), reason))
    return tuple(found)


def days_of(found: Iterable[Stretch]) -> dict[date, str]:
    """The working days of some stretches, each with its reason."""
    return {day: each.reason for each in found for day in working_days_of(each.days)}


def working_days_of(days: DayRange) -> Iterator[date]:
    """Monday to Friday without public holidays."""
    return filter(is_working_day, days)


def _adjoin(before: date, after: date) -> bool:
    """Whether no working day lies between."""
    day = before + ONE_DAY
    while day < after and not is_working_day(day):
        day += ONE_DAY
    return day == after
