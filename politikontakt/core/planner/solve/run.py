"""The solver's entry points."""

from collections.abc import Callable

from politikontakt.core.planner.model import Problem, Solution
from politikontakt.core.planner.solve.answer import placements
from politikontakt.core.planner.solve.first import first_state
from politikontakt.core.planner.solve.instance import instance

Stop = Callable[[], bool]


def never() -> bool:
    """Let it run to its own limit of iterations."""
    return False


def plan(problem: Problem, *, seed: int = 0, stop: Stop = never) -> Solution:
    """The best plan found. The same problem and seed give the same plan, unless `stop` ended it early."""
    state = first_state(instance(problem), stop)
    return Solution(plan=placements(state), stopped=stop())
