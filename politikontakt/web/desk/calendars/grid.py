"""A school year's weeks and weekdays to tick: the quick way without a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from politikontakt.core.calendar.holidays import is_public_holiday, is_working_day
from politikontakt.core.calendar.imports.comparing import Held
from politikontakt.core.calendar.imports.stretches import SchoolCalendar, days_of
from politikontakt.core.calendar.ranges import DayRange

WEEKDAYS = 5
FIRST_MONTH = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """One day. `outside` the year; a public `holiday`; closed for every school (`for_all`); ticked, and why."""

    day: date
    outside: bool
    holiday: bool
    for_all: bool
    ticked: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Week:
    """A row of the grid."""

    number: int
    monday: date
    cells: Sequence[Cell]


def school_year(first_year: int) -> DayRange:
    """From 1 August of a year to 31 July: the grid's frame, whatever the agreement calls a school year."""
    return DayRange(date(first_year, FIRST_MONTH, 1), date(first_year + 1, FIRST_MONTH - 1, 31))


def first_year_of(day: date) -> int:
    """The year in which a day's school year began."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def weeks(days: DayRange, own: Sequence[Held], common: Sequence[Held]) -> Sequence[Week]:
    """Every week of a school year. `own` are the stretches that are ticked, `common` those of every school."""
    ticked, for_all = _closed(own), _closed(common)
    monday = days.first - timedelta(days=days.first.weekday())
    found = []
    while monday <= days.last:
        week = [monday + timedelta(days=number) for number in range(WEEKDAYS)]
        cells = [_cell(day, days, ticked, for_all) for day in week]
        found.append(Week(monday.isocalendar().week, monday, cells))
        monday += timedelta(weeks=1)
    return found


def as_calendar(
    days: DayRange, ticked: Sequence[str], own: Sequence[Held], *, name: str, reason: str
) -> SchoolCalendar:
    """What was ticked, as a calendar of the year. Days that had a reason keep it; the others get `reason`."""
    before = _closed(own)
    chosen = sorted({day for day in map(_read, ticked) if day and day in days and is_working_day(day)})
    return SchoolCalendar(name, days, {day: before.get(day, reason) for day in chosen})


def _cell(day: date, days: DayRange, ticked: Mapping[date, str], for_all: Mapping[date, str]) -> Cell:
    why = ticked.get(day, for_all.get(day, ""))
    return Cell(day, day not in days, is_public_holiday(day), day in for_all, day in ticked, why)


def _closed(held: Sequence[Held]) -> dict[date, str]:
    return days_of(each.stretch for each in held)


def _read(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
