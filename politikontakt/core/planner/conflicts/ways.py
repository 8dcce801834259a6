"""Where an item could be laid at all, and which absences and closed days bar each way of laying it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from politikontakt.core.planner.conflicts.bounds import too_long, window_days
from politikontakt.core.planner.hard.diary import iso_week
from politikontakt.core.planner.model import Absence, Item, Problem

MOST_WAYS = 4000
"""Ways of laying one item. With more of them nothing is said about what moves."""


class Undecided(Exception):
    """The search ended at a limit of its own before it knew."""


class Way(NamedTuple):
    """One way to lay an item; `barred` are the codes of what bars it. Without a block it counts in its week alone."""

    day: date
    block: str | None
    people: tuple[str, ...]
    barred: frozenset[str] = frozenset()
    stays: bool = False
    """An old row where it was: what it breaks with what stands, it broke before."""

    @property
    def week(self) -> str:
        """The ISO week, as a conflict names it."""
        return iso_week(self.day)


def ways(problem: Problem, item: Item, away: Mapping[str, Sequence[Absence]]) -> tuple[Way, ...]:
    """Every way to lay the item in its window and role: staying where it was first. `away` is by person."""
    return (*_staying(item), *_anywhere(problem, item, away))


def _staying(item: Item) -> Iterator[Way]:
    if item.old is not None and not item.old.hit:
        yield Way(item.old.day, item.old.block, item.old.people, stays=True)


def _anywhere(problem: Problem, item: Item, away: Mapping[str, Sequence[Absence]]) -> list[Way]:
    found: list[Way] = []
    closures = [each for each in problem.closures if each.place == item.key.place]
    blocks = [name for name in item.group.blocks if not too_long(problem, item, name)]
    for day in window_days(problem, item):
        closed = {each.code for each in closures if each.first <= day <= each.last}
        crew = problem.in_role(item.group.role, day)
        many = len(crew) if item.group.people is None else item.group.people
        for block in blocks:
            for people in combinations(crew, many) if many else ():
                gone = {each.code for who in people for each in away.get(who, ()) if each.covers(who, day, block)}
                found.append(Way(day, block, people, frozenset(closed | gone)))
        if len(found) > MOST_WAYS:
            raise Undecided
    return found
