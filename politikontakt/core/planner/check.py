"""Testing a plan against every hard rule, whoever made it. Knows no solver."""

from collections import Counter
from collections.abc import Callable, Iterator

from politikontakt.core.planner.hard import (
    block_fit,
    evenings,
    lying,
    moving,
    night,
    people,
    same_day,
    saturdays,
    timetable,
    week,
)
from politikontakt.core.planner.hard.breach import PlanFault
from politikontakt.core.planner.hard.diary import Diary
from politikontakt.core.planner.laid import items_by_key, laid
from politikontakt.core.planner.model import Plan, Problem

_RULES: tuple[Callable[[Diary], Iterator[PlanFault]], ...] = (
    lying.breaches,
    people.breaches,
    block_fit.breaches,
    timetable.breaches,
    week.breaches,
    evenings.breaches,
    saturdays.breaches,
    night.breaches,
    same_day.breaches,
    moving.breaches,
)


def faults(problem: Problem, plan: Plan) -> tuple[PlanFault, ...]:
    """Every breach in which a row that the plan lays or moves takes part. Empty: the plan may be carried out."""
    return tuple(each for each in _breaches(problem, plan) if each.by_plan)


def warnings(problem: Problem, plan: Plan = ()) -> tuple[PlanFault, ...]:
    """Breaches among rows and meetings that were there already: the input's matter, not the plan's.

    Only those that somebody can still do something about: a row in it lies ahead and is not done.
    """
    ahead = {each.code for each in problem.kept if not each.done and each.day >= problem.first}
    ahead |= {f"activity:{item.old.id}" for item in problem.items if item.old is not None}
    return tuple(each for each in _breaches(problem, plan) if not each.by_plan and ahead.intersection(each.rows))


def _breaches(problem: Problem, plan: Plan) -> Iterator[PlanFault]:
    yield from _not_of_the_problem(problem, plan)
    diary = Diary(problem, laid(problem, plan))
    for rule in _RULES:
        yield from rule(diary)


def _not_of_the_problem(problem: Problem, plan: Plan) -> Iterator[PlanFault]:
    """Placements of what is not asked for, and of one item twice."""
    known = items_by_key(problem)
    for key, times in Counter(each.item for each in plan).items():
        name = f"item:{'/'.join(map(str, key))}"
        if key not in known:
            yield PlanFault(code="unknown_item", rows=(name,), by_plan=True)
        if times > 1:
            yield PlanFault(code="placed_twice", rows=(name,), by_plan=True)
