"""How a promised number grows through its period: what a chart is drawn from."""

from dataclasses import dataclass
from datetime import date

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.case import Case
from politikontakt.core.commitments.numbers import Tally
from politikontakt.core.commitments.rules import RULES


@dataclass(frozen=True, slots=True)
class Course:
    """A period's number, as known on the case's day.

    `done` has the day of each row that counts, `planned` the day of each planned row that would count.
    `expected` are steps through the whole period: from the day on, so many. `closed` are the days on which
    the place can't be visited because it is closed (weekends and public holidays are not named).
    """

    required: int
    done: tuple[date, ...]
    planned: tuple[date, ...]
    expected: tuple[tuple[date, int], ...]
    closed: tuple[DayRange, ...]


def course(case: Case) -> Course | None:
    """The course of a case that counts up to a number (count, meeting, coverage, cohort); None for the others.

    None also before the agreement is in force, and where there is no subject.
    """
    rule = RULES[case.commitment.rule]
    if rule.tally is None or case.subject.missing or case.on < case.matter.frame.first:
        return None
    tally = rule.tally(case.terms, case)
    return Course(
        required=tally.required.number,
        done=tuple(each.on for each in tally.found.counted),
        planned=tuple(tally.found.planned),
        expected=tuple(_steps(case, tally)),
        closed=_closed(case),
    )


def _steps(case: Case, tally: Tally) -> list[tuple[date, int]]:
    """The first day of the period, and each day on which more is expected than the day before."""
    steps: list[tuple[date, int]] = []
    for day in case.period.days:
        expected = tally.expected_on(day)
        if not steps or steps[-1][1] != expected:
            steps.append((day, expected))
    return steps


def _closed(case: Case) -> tuple[DayRange, ...]:
    place = case.subject.place
    if place is None or place.kind != "school":
        return ()
    return case.days_of(case.evidence.closed(place.id)).within(case.period.days).runs()
