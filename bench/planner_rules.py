"""Two simple planners to compare with, under the same hard rules: what a person with a calendar would do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf

from politikontakt.core.planner.check import faults
from politikontakt.core.planner.model import Plan, Problem, Solution
from politikontakt.core.planner.objective import layers
from politikontakt.core.planner.solve.answer import placements_of
from politikontakt.core.planner.solve.greedy import cheapest
from politikontakt.core.planner.solve.instance import Instance
from politikontakt.core.planner.solve.parts import split
from politikontakt.core.planner.solve.state import State


def nearest_free_slot(problem: Problem) -> Plan:
    """Each item, in the order of the file, on the free day nearest to its ideal: first block, first contact."""
    states = [_nearest(part) for part in split(problem)]
    return placements_of(states, problem)


def _nearest(part: Instance) -> State:
    state = State(part)
    for item in range(len(part.items)):
        ways = sorted(part.options(item), key=lambda option: (option.cost, option.slot, option.team))
        free = next((option for option in ways if state.fits(item, option)), None)
        if free is not None:
            state.place(item, free)
    return state


def cheapest_insertion(problem: Problem) -> Plan:
    """Each item, in the order of the file, where it adds the fewest points."""
    states = [_cheapest(part) for part in split(problem)]
    return placements_of(states, problem)


def _cheapest(part: Instance) -> State:
    state = State(part)
    for item in range(len(part.items)):
        option = cheapest(state, item, part.options(item))
        if option is not None:
            state.place(item, option)
    return state


RULES: Mapping[str, Callable[[Problem], Plan]] = {
    "nearest free slot": nearest_free_slot,
    "plain cheapest insertion": cheapest_insertion,
}


@dataclass(frozen=True, slots=True)
class Against:
    """Our points ÷ theirs, and the fewest any plan can have ÷ theirs.

    Theirs mostly leaves out more, and pays no points for what it leaves out, so that both are rather too high.
    """

    ours: float
    least: float
    left_out_more: bool


def against(problem: Problem, ours: Solution, theirs: Plan) -> Against:
    """Compare. A plan of ours that leaves out more, or breaks a rule, is no plan: its share is infinite."""
    mine, other = layers(problem, ours.plan), layers(problem, theirs)
    if faults(problem, ours.plan) or mine[:2] > other[:2] or ours.bound is None:
        return Against(inf, inf, False)
    return Against(float(mine.points / other.points), float(ours.bound / other.points), other[:2] > mine[:2])
