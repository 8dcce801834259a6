"""Layer 0: what is promised and not planned, and what is wished for and not planned."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from politikontakt.core.planner.model import Group, GroupKey, Plan, Problem


def short(problem: Problem, plan: Plan) -> int:
    """Promised items short, summed: for each series, place and period what is required, less done and planned.

    Ordinals whose ideal day is after the last planned day count as planned.
    """
    return sum(each_short for _, each_short, _ in _by_group(problem, plan))


def unplaced(problem: Problem, plan: Plan) -> Fraction:
    """Reserve items and wishes not placed, each by its series' weight."""
    return sum((group.weight * others for group, _, others in _by_group(problem, plan)), Fraction(0))


def _by_group(problem: Problem, plan: Plan) -> Iterator[tuple[Group, int, int]]:
    """Each group with how many promised items it is short, and how many other items are not placed."""
    placed = {each.item for each in plan}
    missing: Counter[GroupKey] = Counter()
    beyond: Counter[GroupKey] = Counter()
    items: Counter[GroupKey] = Counter()
    for item in problem.items:
        key = item.key.group
        items[key] += 1
        if item.key not in placed:
            missing[key] += 1
            beyond[key] += item.beyond
    for group in problem.groups:
        planned = group.taken + items[group.key] - missing[group.key] + beyond[group.key]
        number = max(0, group.required - planned)
        yield group, number, max(0, missing[group.key] - number)
