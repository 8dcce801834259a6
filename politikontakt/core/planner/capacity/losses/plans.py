"""How few days can hit every plan: each plan that keeps all promises must be hit by a loss that breaks one."""

from collections.abc import Callable, Sequence

from politikontakt.core.planner.capacity.losses.bare import ContactDay, contact_days, without
from politikontakt.core.planner.capacity.losses.hitting import Unclear, hitting
from politikontakt.core.planner.model import Plan, Problem
from politikontakt.core.planner.objective import short

Planner = Callable[[Problem], Plan]
"""Finds a plan that need not be good, only quick, and always the same."""


def survived(problem: Problem, planner: Planner, *, most_plans: int, at_most: int) -> int:
    """A number of lost days that no promise suffers from, whichever they are.

    Plans without a promise short are gathered. As long as no set of so many days hits them all, one of
    them stands whatever so many days are lost. Where a set hits them all, a plan that avoids it is
    looked for; when none is found, or after `most_plans`, no more is claimed. −1: no plan at all.
    """
    days = contact_days(problem)
    number = {day: bit for bit, day in enumerate(days)}
    plans: list[int] = []
    lost: list[ContactDay] = []
    claimed = -1
    for _ in range(most_plans):
        plan = planner(without(problem, lost))
        if short(problem, plan):
            return claimed
        plans.append(_used(plan, number))
        try:
            claimed, hit = _fewest(plans, max(claimed, 0), at_most)
        except Unclear:
            return claimed
        if hit is None:
            return claimed
        lost = [days[bit] for bit in range(len(days)) if hit >> bit & 1]
    return claimed


def _used(plan: Plan, number: dict[ContactDay, int]) -> int:
    """The contact-days that a plan needs."""
    used = 0
    for each in plan:
        for person in each.people:
            used |= 1 << number[person, each.day]
    return used


def _fewest(plans: Sequence[int], known: int, at_most: int) -> tuple[int, int | None]:
    """How many days surely don't hit all plans, and a set of one more that does; None once it need not be known."""
    for many in range(known + 1, at_most):
        hit = hitting(plans, many)
        if hit is not None:
            return many - 1, hit
    return at_most - 1, None
