"""The fewest contact-days that leave one promised item without a single day."""

from datetime import date
from itertools import combinations

from politikontakt.core.planner.model import Item, Problem

_FEW = 8


def fewest(problem: Problem) -> int | None:
    """How many must go, over the item that is easiest to put out of reach. None without items."""
    return min((sum(_fewest_on(problem, item, day) for day in _days(item)) for item in problem.items), default=None)


def _days(item: Item) -> list[date]:
    return [item.group.axis[index] for index in item.days]


def _fewest_on(problem: Problem, item: Item, day: date) -> int:
    """How many contacts must lose the day so that too few are left in every block."""
    in_role = problem.in_role(item.group.role, day)
    needed = len(in_role) if item.group.people is None else item.group.people
    teams = [team for block in item.group.blocks if len(team := _free(problem, item, day, block)) >= needed]
    if not needed or not teams:
        return 0
    anyone = sorted(set().union(*teams))
    if len(anyone) > _FEW:
        return len(anyone) - needed + 1
    return next(
        many
        for many in range(1, len(anyone) + 1)
        for gone in combinations(anyone, many)
        if all(len(team - set(gone)) < needed for team in teams)
    )


def _free(problem: Problem, item: Item, day: date, block: str) -> set[str]:
    """Those of the role who are not away, in a block that is long enough."""
    if item.minutes + problem.travel_to(item.group.zone) > problem.blocks[block].minutes:
        return set()
    return {person for person in problem.in_role(item.group.role, day) if problem.free(person, day, block)}
