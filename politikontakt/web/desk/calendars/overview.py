"""Each school's days without school in the school year that holds a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from politikontakt.core.calendar.imports.stretches import Stretch, days_of, stretches
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.modules.directory.school_calendars import held_by_place
from politikontakt.web.desk.calendars.grid import first_year_of, school_year
from politikontakt.web.desk.calendars.looking import schools


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """One school: its own stretches (every school's own under no `ref`), and all working days without school."""

    ref: str
    name: str
    own: Sequence[Stretch]
    closed: int


@dataclass(frozen=True, slots=True)
class Overview:
    """A school year; the first line is every school's."""

    days: DayRange
    first_year: int
    lines: Sequence[SchoolYear]


def overview(today: date) -> Overview:
    """The school year that holds today. Two queries, however many schools."""
    first_year = first_year_of(today)
    days, stored = school_year(first_year), held_by_place()

    def closed(place: int | None) -> dict[date, str]:
        found = days_of(each.stretch for each in stored.get(place, ()))
        return {day: why for day, why in found.items() if day in days}

    common = closed(None)
    lines = [SchoolYear("", "", stretches(common), len(common))]
    for school in schools():
        own = closed(school.pk)
        lines.append(SchoolYear(school.ref, school.name, stretches(own), len({*common, *own})))
    return Overview(days, first_year, lines)
