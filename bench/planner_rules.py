"""Two simple planners to compare with, under the same hard rules: what a person with a calendar would do."""

from politikontakt.core.planner.model import Plan, Problem
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
