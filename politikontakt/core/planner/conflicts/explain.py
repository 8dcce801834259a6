"""The conflict of each item that a plan does not place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from politikontakt.core.planner.conflicts.bounds import within_bounds
from politikontakt.core.planner.conflicts.filter import least
from politikontakt.core.planner.conflicts.standing import Standing
from politikontakt.core.planner.laid import Laid, laid
from politikontakt.core.planner.model import Item, ItemKey, Plan, Problem, Solution

Conflict = tuple[str, ...]


def explain(problem: Problem, plan: Plan) -> Mapping[ItemKey, Conflict]:
    """What stands in the way of each item that is not placed; empty where it would find room in this plan.

    First what leaves it no day, block or people at all; then what else stands there, the other items
    of the plan where they lie. Each conflict is minimal: without any one of its parts there is room.
    """
    placed = {each.item for each in plan}
    rows = laid(problem, plan)
    return {item.key: conflict(problem, item, rows) for item in problem.items if item.key not in placed}


def explained(problem: Problem, solution: Solution) -> Solution:
    """The solution with a conflict for everything it does not place. What the solver says itself stands."""
    return replace(solution, conflicts={**explain(problem, solution.plan), **solution.conflicts})


def conflict(problem: Problem, item: Item, rows: Sequence[Laid]) -> Conflict:
    """What stands in the way of one item."""
    bounds = within_bounds(problem, item)
    if bounds:
        return bounds
    standing = Standing(problem, item, rows)
    codes = standing.codes
    return () if standing.possible(frozenset(codes)) else least(codes, standing.possible)
