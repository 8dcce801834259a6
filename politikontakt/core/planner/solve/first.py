"""A plan at once: not a good one in points, but one that drops no promise it finds room for."""

from politikontakt.core.planner.model import Plan, Problem
from politikontakt.core.planner.solve.answer import placements_of
from politikontakt.core.planner.solve.greedy import greedy
from politikontakt.core.planner.solve.instance import Instance
from politikontakt.core.planner.solve.parts import split
from politikontakt.core.planner.solve.repair import repair
from politikontakt.core.planner.solve.state import State
from politikontakt.core.planner.stopping import Stop, never


def first_plan(problem: Problem) -> Plan:
    """The first plan there is. The same problem always gives the same one."""
    return placements_of([first_state(part, never) for part in split(problem)], problem)


def first_state(part: Instance, stop: Stop) -> State:
    """Each item where it adds the fewest points, then room sought for those that found none."""
    state = State(part)
    greedy(state)
    repair(state, stop)
    return state
