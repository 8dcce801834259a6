"""The capacity meter: promised against available, by month."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.planner.capacity.available import available
from politikontakt.core.planner.capacity.promised import promised
from politikontakt.core.planner.ground import Ground
from politikontakt.core.planner.model import Problem


@dataclass(frozen=True, slots=True)
class Month:
    """One month, `2017-02`: minutes promised and available, exact."""

    month: str
    promised: Fraction
    available: Fraction

    @property
    def margin(self) -> Fraction:
        """What is left; below 0 when more is promised than there is time for."""
        return self.available - self.promised


def months(ground: Ground, problem: Problem) -> tuple[Month, ...]:
    """Every month of from..to, also those without work. None where from..to shares no day with those in force."""
    if problem.last < problem.first:
        return ()
    asked = promised(ground, problem.holders, DayRange(problem.first, problem.last))
    there = available(problem, saturdays=any(each.on_saturdays for each in ground.planning.series))
    return tuple(
        Month(name, asked.get(name, Fraction(0)), there.get(name, Fraction(0)))
        for name in _names(problem.first, problem.last)
    )


def worst(of: tuple[Month, ...]) -> Month | None:
    """The month with the smallest margin, of equal ones the first."""
    return min(of, key=lambda month: month.margin, default=None)


def _names(first: date, last: date) -> list[str]:
    found = []
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        found.append(f"{year:04}-{month:02}")
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found
