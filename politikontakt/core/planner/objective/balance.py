"""How evenly evenings and minutes are shared by those who are contacts all the time."""

from collections.abc import Iterable, Sequence
from datetime import date

from politikontakt.core.planner.laid import Laid
from politikontakt.core.planner.model import EVENING, Problem


def evening_balance(problem: Problem, rows: Sequence[Laid]) -> int:
    """Days with anything in the evening from..to: those of who has most, less those of who has fewest."""
    evenings: dict[str, set[date]] = {person: set() for person in problem.steady}
    for row in _inside(problem, rows):
        if row.block == EVENING:
            for person in _balanced(problem, row):
                evenings[person].add(row.day)
    return _difference(len(days) for days in evenings.values())


def minute_balance(problem: Problem, rows: Sequence[Laid]) -> int:
    """Minutes of rows and meetings from..to, without travel: most less fewest."""
    minutes = dict.fromkeys(problem.steady, 0)
    for row in _inside(problem, rows):
        for person in _balanced(problem, row):
            minutes[person] += row.minutes
    return _difference(minutes.values())


def _inside(problem: Problem, rows: Sequence[Laid]) -> list[Laid]:
    return [row for row in rows if problem.first <= row.day <= problem.last]


def _balanced(problem: Problem, row: Laid) -> list[str]:
    return [person for person in row.people if person in problem.steady]


def _difference(numbers: Iterable[int]) -> int:
    """Most less fewest; of fewer than two there is none."""
    known = list(numbers)
    return max(known) - min(known) if len(known) > 1 else 0
