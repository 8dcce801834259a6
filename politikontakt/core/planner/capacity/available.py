"""The minutes that the contacts have."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from politikontakt.core.calendar.holidays import is_public_holiday
from politikontakt.core.planner.axis import SATURDAY
from politikontakt.core.planner.model import Kept, Problem


def available(problem: Problem, *, saturdays: bool) -> Mapping[str, Fraction]:
    """Minutes by month: over contacts and ISO weeks the smaller of the weekly limit and the free block minutes.

    A week's minutes go to the months of its days in proportion to each day's free minutes.
    """
    found: dict[str, Fraction] = defaultdict(Fraction)
    for person in problem.contacts:
        for free in _weeks(problem, person, saturdays=saturdays).values():
            of_week = sum(free.values())
            usable = min(problem.limits[person].weekly_minutes, of_week)
            for day, minutes in free.items():
                found[f"{day:%Y-%m}"] += Fraction(usable * minutes, of_week) if of_week else 0
    return found


def _weeks(problem: Problem, person: str, *, saturdays: bool) -> Mapping[tuple[int, int], Mapping[date, int]]:
    """A contact's free minutes on each day of from..to, by ISO week."""
    meetings: dict[date, list[Kept]] = defaultdict(list)
    for kept in problem.kept:
        if kept.code.startswith("meeting:") and person in kept.people:
            meetings[kept.day].append(kept)
    found: dict[tuple[int, int], dict[date, int]] = defaultdict(dict)
    for number in range(problem.first.toordinal(), problem.last.toordinal() + 1):
        day = date.fromordinal(number)
        if _is_working(day, saturdays=saturdays) and person in problem.in_role(None, day):
            found[day.isocalendar()[:2]][day] = free_minutes(problem, person, day, meetings[day])
    return found


def _is_working(day: date, *, saturdays: bool) -> bool:
    return day.weekday() < SATURDAY + saturdays and not is_public_holiday(day)


def free_minutes(problem: Problem, person: str, day: date, meetings: list[Kept]) -> int:
    """The minutes of the day's blocks, less absences and meetings. Never below 0, in a block or in all."""
    left = {name: block.minutes for name, block in problem.blocks.items() if problem.free(person, day, name)}
    outside = 0
    for meeting in meetings:
        if meeting.block is None:
            outside += meeting.minutes
        elif meeting.block in left:
            left[meeting.block] = max(0, left[meeting.block] - meeting.minutes)
    return max(0, sum(left.values()) - outside)
