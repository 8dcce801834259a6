"""How one promise has stood from day to day."""

from dataclasses import dataclass
from datetime import date

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.case import Case
from politikontakt.core.commitments.judge import on_day, verdict_of
from politikontakt.core.commitments.verdict import Standing, Verdict


@dataclass(frozen=True, slots=True)
class Change:
    """From this day on the standing was another than the day before."""

    on: date
    standing: Standing


def changes(case: Case, until: date) -> tuple[Change, ...]:
    """The days on which the standing changed, from the period's first day, which always is one, through `until`.

    By the records as they are: a visit that was entered late shows from the day it took place.
    Days after the period are looked at too: a deadline passes, a dispute is opened.
    """
    found: list[Change] = []
    for day in _days(case, until):
        standing = as_on(case, day).standing
        if not found or found[-1].standing != standing:
            found.append(Change(day, standing))
    return tuple(found)


def _days(case: Case, until: date) -> DayRange:
    first = case.period.days.first
    return DayRange(first, max(first, until))


def as_on(case: Case, on: date) -> Verdict:
    """The verdict of the same case on another day."""
    return verdict_of(on_day(case, on))
