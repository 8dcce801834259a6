"""From the solver's numbers back to the planner's values, and from a plan to where its items lie."""

from fractions import Fraction

from politikontakt.core.planner.model import Placement, Plan
from politikontakt.core.planner.solve.instance import BLOCKS, NO_BLOCK, Instance, Option
from politikontakt.core.planner.solve.state import State


def placements(state: State) -> Plan:
    """The plan as it lies, in the order of the problem's items. Starts are left to whoever writes the rows."""
    instance = state.instance
    return tuple(placement(instance, item, option) for item, option in enumerate(state.at) if option is not None)


def placement(instance: Instance, item: int, option: Option) -> Placement:
    """One item's place in the plan."""
    block = option.slot & 3
    return Placement(
        item=instance.items[item].key,
        day=instance.day(option.slot),
        block=None if block == NO_BLOCK else BLOCKS[block],
        people=tuple(sorted(instance.contacts[contact] for contact in option.team)),
    )


def points(state: State) -> Fraction:
    """Layer 2 of the plan, exactly."""
    return Fraction(state.points, state.instance.scale)
