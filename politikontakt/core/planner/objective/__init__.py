"""How good a plan is: layers, first things first, each exact."""

from politikontakt.core.planner.model import Layers, Plan, Problem
from politikontakt.core.planner.objective.moves import moves
from politikontakt.core.planner.objective.points import Points, points
from politikontakt.core.planner.objective.short import short, unplaced

__all__ = ["Points", "layers", "moves", "points", "short", "unplaced"]


def layers(problem: Problem, plan: Plan) -> Layers:
    """All layers of the plan."""
    return Layers(short(problem, plan), unplaced(problem, plan), moves(problem, plan), points(problem, plan).total)
