"""How many lost days no promise suffers from, whichever they are: for any that many, some plan avoids them.

Nobody can try every set of days. But a plan that needs none of Anna's Mondays and none of Bjørn's
Fridays shows at once that any one of the former may be lost with any one of the latter. So whole
groups of days are tried together, and only a group that no plan avoids is cut in two.
"""

from collections.abc import Callable, Iterator
from datetime import date

from politikontakt.core.planner.capacity.losses import reach
from politikontakt.core.planner.capacity.losses.bare import ContactDay, contact_days, without
from politikontakt.core.planner.model import Plan, Problem
from politikontakt.core.planner.objective import short

Planner = Callable[[Problem], Plan]
"""Finds a plan that need not be good, only quick, and always the same."""

_Group = tuple[int, int]
"""The days from one number up to another, that one left out."""
_LOOKS_FOR_A_PLAN = 20
_Groups = tuple[_Group, ...]
"""As many groups as days are lost: one day of each."""


def survived(problem: Problem, planner: Planner, *, most_plans: int, at_most: int) -> int:
    """A number of lost days that no promise suffers from, whichever they are; less than `at_most`.

    Ends after `most_plans` plans and claims no more than is shown by then. −1: no plan keeps every promise.
    """
    trial = _Trial(problem, planner, most_plans)
    if not trial.avoids(()):
        return -1
    everything = (0, len(trial.days))
    for many in range(1, at_most):
        if not trial.covers((everything,) * many):
            return many - 1
    return at_most - 1


class _Trial:
    """`left` counts down the looks at a set of days, `plans_left` the plans that may still be made."""

    def __init__(self, problem: Problem, planner: Planner, most_plans: int) -> None:
        self.problem = problem
        self.planner = planner
        self.plans_left = most_plans
        self.left = most_plans * _LOOKS_FOR_A_PLAN
        self.days = sorted(contact_days(problem), key=_person_then_weekday)
        self.number = {day: bit for bit, day in enumerate(self.days)}
        self.plans: list[int] = []

    def covers(self, groups: _Groups) -> bool:
        """Whether, whichever day of each group is lost, some plan avoids them all."""
        self.left -= 1
        if self.left < 0:
            return False
        if self.avoids(groups):
            return True
        widest = max(groups, key=lambda group: group[1] - group[0])
        if widest[1] - widest[0] <= 1 or not self.plans_left:
            return False
        return all(self.covers(each) for each in _cut(groups, widest))

    def avoids(self, groups: _Groups) -> bool:
        """Whether a plan, known or found, needs no day of the groups."""
        lost = 0
        for first, last in groups:
            lost |= (1 << last) - (1 << first)
        return any(not plan & lost for plan in self.plans) or self._found(lost)

    def _found(self, lost: int) -> bool:
        """Look for a plan without these days, and keep it."""
        if not self.plans_left:
            return False
        rest = without(self.problem, [day for bit, day in enumerate(self.days) if lost >> bit & 1])
        if reach.fewest(rest) == 0:
            return False
        self.plans_left -= 1
        plan = self.planner(rest)
        if short(rest, plan):
            return False
        self.plans.append(self._needed(plan))
        return True

    def _needed(self, plan: Plan) -> int:
        needed = 0
        for each in plan:
            for person in each.people:
                needed |= 1 << self.number[person, each.day]
        return needed


def _person_then_weekday(day: ContactDay) -> tuple[str, int, date]:
    """Days of one weekday together: a plan can do without them more easily than without weeks in a row."""
    return day[0], day[1].weekday(), day[1]


def _cut(groups: _Groups, widest: _Group) -> Iterator[_Groups]:
    """Every way in which the days of the widest group's places lie in its two halves."""
    first, last = widest
    middle = (first + last) // 2
    places = groups.count(widest)
    others = tuple(group for group in groups if group != widest)
    for in_first in range(places + 1):
        yield (*others, *((first, middle),) * in_first, *((middle, last),) * (places - in_first))
