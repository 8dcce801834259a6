"""From the solver's numbers back to the planner's values."""

from collections.abc import Iterable
from fractions import Fraction
from math import ceil, lcm

from politikontakt.core.planner.model import Placement, Plan, Problem
from politikontakt.core.planner.solve.instance import BLOCKS, NO_BLOCK, Instance, Option
from politikontakt.core.planner.solve.state import State


def placements(state: State) -> Plan:
    """The plan as it lies, in the order of the problem's items. Starts are left to whoever writes the rows."""
    return placements_of([state], state.instance.problem)


def placements_of(states: Iterable[State], problem: Problem) -> Plan:
    """The plans of several parts, as one."""
    found = {
        state.instance.items[item].key: placement(state.instance, item, option)
        for state in states
        for item, option in enumerate(state.at)
        if option is not None
    }
    return tuple(found[item.key] for item in problem.items if item.key in found)


def placement(instance: Instance, number: int, option: Option) -> Placement:
    """One item's place in the plan. An old row that stays keeps its people, also those who are no contacts."""
    item = instance.items[number]
    if item.old is not None and not option.moves:
        return Placement(item=item.key, day=item.old.day, block=item.old.block, people=item.old.people)
    block = option.slot & 3
    return Placement(
        item=item.key,
        day=instance.day(option.slot),
        block=None if block == NO_BLOCK else BLOCKS[block],
        people=tuple(sorted(instance.contacts[contact] for contact in option.team)),
    )


def next_possible(bound: Fraction, scales: Iterable[int]) -> Fraction:
    """The bound raised to what points can be at all: 0 or more, and whole in scaled points."""
    scale = lcm(*scales)
    return max(Fraction(0), Fraction(ceil(bound * scale), scale))
