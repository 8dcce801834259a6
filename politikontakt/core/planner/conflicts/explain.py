"""The conflict of each item that a plan does not place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from politikontakt.core.planner.conflicts.bounds import WINDOW, within_bounds
from politikontakt.core.planner.conflicts.filter import least
from politikontakt.core.planner.conflicts.movable import Movable
from politikontakt.core.planner.conflicts.standing import Standing
from politikontakt.core.planner.laid import Laid, laid
from politikontakt.core.planner.model import Item, ItemKey, Plan, Problem, Solution
from politikontakt.core.planner.stopping import Stop, never

Conflict = tuple[str, ...]


def explain(problem: Problem, plan: Plan, stop: Stop = never) -> Mapping[ItemKey, Conflict]:
    """What stands in the way of each item that is not placed; empty where it would find room in this plan.

    First what leaves it no day, block or people at all; then what makes it impossible wherever the others lie; and
    where that is not to be known, or they could make room, what stands there with the others where they lie. Each
    conflict is minimal: without any one of its parts there is room. Once `stop` says so, others are not moved any more.
    """
    placed = {each.item for each in plan}
    rows = laid(problem, plan)
    movable = Movable(problem, plan, stop)
    missing = [item for item in problem.items if item.key not in placed]
    return {item.key: conflict(problem, item, rows, None if stop() else movable) for item in missing}


def explained(problem: Problem, solution: Solution, stop: Stop = never) -> Solution:
    """The solution with a conflict for everything it does not place. What the solver says itself stands."""
    conflicts = {**explain(problem, solution.plan, stop), **solution.conflicts}
    return replace(solution, conflicts=conflicts, stopped=solution.stopped or stop())


def conflict(problem: Problem, item: Item, rows: Sequence[Laid], movable: Movable | None) -> Conflict:
    """What stands in the way of one item."""
    may_stay = item.old is not None and not item.old.hit
    bounds = () if may_stay else within_bounds(problem, item)
    if bounds:
        return bounds
    standing = Standing(problem, item, rows)
    codes = standing.codes
    if standing.possible(frozenset(codes)):
        return ()
    found = movable.conflict(item) if movable is not None else None
    return found or least(codes, standing.possible) or (WINDOW,)
