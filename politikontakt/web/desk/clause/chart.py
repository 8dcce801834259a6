"""The steps through a verdict's period, for the chart: what was done, what is planned, what was expected."""

from datetime import date

from politikontakt.core.commitments.case import Case
from politikontakt.core.commitments.course import course
from politikontakt.web.ui.drawing.steps import Course

LONGEST_STAIR = 40
"""More steps than this are a line nobody can read; the number and its table say it better."""


def course_of(case: Case, on: date) -> Course | None:
    """The course of a count, a meeting or a cohort; None for other kinds and for what is too long to draw."""
    found = course(case)
    if found is None or not 0 < max(found.required, len(found.done) + len(found.planned)) <= LONGEST_STAIR:
        return None
    expected: list[date] = []
    for day, number in found.expected:
        expected += [day] * (number - len(expected))
    return Course(
        period=case.period.days,
        today=on,
        required=found.required,
        done=found.done,
        planned=found.planned,
        expected=tuple(expected),
        closed=found.closed,
    )
