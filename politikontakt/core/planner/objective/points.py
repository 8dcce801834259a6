"""Layer 2: points, the sum of five parts, each its own file's matter and exact."""

from dataclasses import astuple, dataclass
from fractions import Fraction

from politikontakt.core.planner.laid import laid
from politikontakt.core.planner.model import Plan, Problem
from politikontakt.core.planner.objective.balance import evening_balance, minute_balance
from politikontakt.core.planner.objective.continuity import continuity
from politikontakt.core.planner.objective.spread import spread
from politikontakt.core.planner.objective.travel import travel


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """The points of a plan by what they are for; fewer are better."""

    spread: Fraction
    travel: Fraction
    continuity: Fraction
    evening_balance: Fraction
    minute_balance: Fraction

    @property
    def total(self) -> Fraction:
        """All of them together."""
        return sum(astuple(self), Fraction(0))


def points(problem: Problem, plan: Plan) -> Points:
    """The points of a plan. Those of two plans compare only when as little is short and unplaced in both."""
    rows = laid(problem, plan)
    weights = problem.weights
    return Points(
        spread=weights.spread * spread(rows),
        travel=weights.travel * travel(problem, rows),
        continuity=weights.continuity * continuity(problem, rows),
        evening_balance=weights.evening_balance * evening_balance(problem, rows),
        minute_balance=weights.minute_balance * minute_balance(problem, rows),
    )
