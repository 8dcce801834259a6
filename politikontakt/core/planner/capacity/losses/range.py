"""The proven range of `days_to_lose`."""

from dataclasses import dataclass

from politikontakt.core.planner.capacity.losses import reach, squeeze
from politikontakt.core.planner.capacity.losses.plans import Planner, survived
from politikontakt.core.planner.model import Problem
from politikontakt.core.planner.objective import short

_EFFORT = 9_000
"""Items laid in all the plans that are tried: 40 plans of 225 items."""

_FEWEST_PLANS, _MOST_PLANS = 4, 80


@dataclass(frozen=True, slots=True)
class DaysToLose:
    """The fewest contact-days whose loss, at the worst, leaves a promise short, lie in at_least..at_most.

    `at_most` None: nothing is promised from now on, so no loss breaks a promise. 0..0: one is short already.
    """

    at_least: int
    at_most: int | None


def days_to_lose(problem: Problem, planner: Planner) -> DaysToLose:
    """The range for a `bare` problem."""
    if not problem.items:
        gone = short(problem, ()) > 0
        return DaysToLose(0, 0) if gone else DaysToLose(0, None)
    found = [each for each in (reach.fewest(problem), squeeze.fewest(problem)) if each is not None]
    at_most = 0 if _short_whatever_is_planned(problem) else min(found)
    if at_most == 0:
        return DaysToLose(0, 0)
    most_plans = min(max(_FEWEST_PLANS, _EFFORT // len(problem.items)), _MOST_PLANS)
    at_least = 1 + survived(problem, planner, most_plans=most_plans, at_most=at_most)
    return DaysToLose(min(at_least, at_most), at_most)


def _short_whatever_is_planned(problem: Problem) -> bool:
    """Whether a promise is short even when every item finds a place: a period without an open day."""
    return any(not group.axis and group.required > group.taken for group in problem.groups)
