"""Layer 1: how much of what was already planned a replan moves."""

from politikontakt.core.planner.laid import items_by_key, moved
from politikontakt.core.planner.model import Plan, Problem


def moves(problem: Problem, plan: Plan) -> int:
    """What the moves count together. A row that is dropped is no move: it counts as not placed."""
    items = items_by_key(problem)
    old = [(items[each.item].old, each) for each in plan if each.item in items]
    return sum(row.moves for row, placement in old if row is not None and moved(row, placement))
