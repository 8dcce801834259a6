"""The cohorts of pupils that spend school years in an agreement's life."""

from dataclasses import dataclass
from datetime import date

from politikontakt.core.calendar.periods import ONE_DAY, MonthDay, Period, day_of_month, school_year
from politikontakt.core.calendar.ranges import DayRange


@dataclass(frozen=True, slots=True)
class Cohort:
    """Those who leave a school together. `years` is the window; `last_year` their last whole school year."""

    window: Period
    last_year: DayRange


def cohorts(in_force: DayRange, school_year_starts: MonthDay, school_years: int) -> tuple[Cohort, ...]:
    """Every cohort that spends at least one of its `school_years` in force, first leavers first.

    Stages 8 to 10 are three school years. Those who leave on 31 July 2018 are cohort 2018; their window
    is from 1 August 2015, or the agreement's first day.
    """
    found: list[Cohort] = []
    last_year = school_year(in_force.first, school_year_starts)
    while True:
        first = day_of_month(last_year.first.year - school_years + 1, *school_year_starts)
        whole = DayRange(first, last_year.last)
        days = whole.cut(in_force)
        if days is not None:
            found.append(Cohort(Period("cohort", f"{last_year.last.year:04}", whole, days), last_year))
        if days is None or last_year.last == date.max:
            return tuple(found)
        last_year = school_year(last_year.last + ONE_DAY, school_year_starts)
