"""Large parts: many municipalities that hang together by contacts they share.

One linear program of the whole says what no plan can beat: what a shared contact has too little of is worth
something in every municipality at once, so that bounds of single municipalities would be far too low. The plan
starts near the program's answer. Then one municipality after the other, each two, all in a few weeks, and
each three are solved anew in whole numbers among the others.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from politikontakt.core.planner.model import Item
from politikontakt.core.planner.solve.alone import begin
from politikontakt.core.planner.solve.among import among_others, lay_back
from politikontakt.core.planner.solve.generation import Generation
from politikontakt.core.planner.solve.improve import settle, shake
from politikontakt.core.planner.solve.instance import Instance
from politikontakt.core.planner.solve.master import Level, Rows
from politikontakt.core.planner.solve.part import Limits, Part
from politikontakt.core.planner.solve.pool import Pool
from politikontakt.core.planner.solve.proof import least_possible, level_of
from politikontakt.core.planner.solve.rounded import rounded
from politikontakt.core.planner.solve.state import Charged, State

LARGE = 900
"""Items from which on a part of several municipalities is solved so."""
TOO_LARGE = 6000
"""Items from which on the linear program would need more memory and time than anybody has."""
SMALL = Limits(shakes=100, nodes=0, cut_rounds=4)
"""How long a few items are searched among the others."""
NEAR_ENOUGH = 0.0005
"""How near the bound is to the program's value when it is left at that."""
ONE_AFTER_THE_OTHER = (1, 2, None, 3)
"""What is solved anew: so many links at a time, or with None all in a few weeks."""
WEEKS = 3
"""How many weeks are solved anew at a time."""


def links(part: Instance) -> list[tuple[int, ...]]:
    """The part's items by the role that serves them: a municipality each."""
    found: dict[str | None, list[int]] = defaultdict(list)
    for number, item in enumerate(part.items):
        found[item.group.role].append(number)
    return [tuple(items) for items in found.values()]


def is_chain(part: Instance) -> bool:
    """Whether the part is large and has several links."""
    return len(part.items) >= LARGE and len(links(part)) > 1


class Chain(Part):
    """A part of several links."""

    def improve(self, seed: int) -> None:
        """Search in the whole, for as many rounds as its size asks."""
        settle(self.best, self.stop)
        shake(self.best, rounds=self.limits.shakes * len(links(self.best.instance)), seed=seed, stop=self.stop)
        self._tell()

    def _prove(self) -> None:
        """A bound from the linear program of the whole, and a plan near its answer."""
        if len(self.best.instance.items) > TOO_LARGE:
            return
        self._program()
        if not self.stop():
            self._keep_better(rounded(self.generation, self.best, self.stop))
            self._sweep()
        self._level()

    def _program(self) -> None:
        """The linear program, at the least that can be short and unplaced."""
        instance = self.best.instance
        pool = Pool(State(instance, self.best.outside))
        short, unplaced = least_possible(self.best)
        penalty = 50 * self.points / len(instance.items) + 1
        level = Level(short, unplaced / instance.wish_scale)
        rows = Rows(pool, level, penalty=penalty, charged=self.charged, levelled=True)
        generation = self.generation = Generation(rows)
        generation.program.stop_when(self.stop)
        generation.add_plan(self.best)
        begin(generation, self._items(), self.stop)
        generation.approach(self.limits.rounds, self.stop, few=len(instance.items) // 20)
        before, near = -np.inf, NEAR_ENOUGH * generation.value
        for _ in range(self.limits.cut_rounds):
            generation.converge(self.limits.rounds, self.stop, near)
            self._raise_to_level()
            self._tell()
            gained, before = generation.value - before, generation.value
            if self.stop() or gained < near or not generation.cut(len(instance.items)):
                break

    def _items(self) -> list[list[Item]]:
        instance = self.best.instance
        return [[instance.items[number] for number in link] for link in links(instance)]

    def _raise_to_level(self) -> None:
        """Note what the program proves for plans that leave out as much as the best."""
        bound = self.generation.bound_at(level_of(self.best)) + self.generation.rows.constant
        self.bound = max(self.floor, bound)

    def _keep_better(self, found: State) -> None:
        if found.quality < self.best.quality:
            self.best = found
            self._raise_to_level()
            self._tell()

    # Sweeps

    def _sweep(self) -> None:
        """Solve some of the items anew among the others: single links, then more and more of them at a time."""
        for together in ONE_AFTER_THE_OTHER:
            for mine in self._weeks() if together is None else self._linked(together):
                self._again(mine)

    def _again(self, mine: frozenset[int]) -> None:
        if self.stop() or not any(self.best.instance.options(number) for number in mine):
            return
        small = Part(among_others(self.best, mine), SMALL, self.stop)
        small.improve(seed=0)
        small.prove(small.best.outside, Charged(among=True))
        if lay_back(self.best, mine, small.best):
            self._raise_to_level()
            self._tell()

    def _linked(self, together: int) -> Iterator[frozenset[int]]:
        """Each so many links that hang together by contacts they share, in the order of the links."""
        every = [frozenset(link) for link in links(self.best.instance)]
        contacts = [self._contacts(link) for link in every]
        for chosen in combinations(range(len(every)), together):
            if _hang_together([contacts[each] for each in chosen]):
                yield frozenset().union(*(every[each] for each in chosen))

    def _contacts(self, link: frozenset[int]) -> set[int]:
        instance = self.best.instance
        return {each for number in link for option in instance.options(number) for each in option.team}

    def _weeks(self) -> Iterator[frozenset[int]]:
        """Items that could lie in some weeks, by where they lie now or would like to."""
        instance = self.best.instance
        for first in range(0, instance.weeks, WEEKS):
            weeks = range(first, first + WEEKS)
            found = frozenset(number for number in range(len(instance.items)) if self._week(number) in weeks)
            if found:
                yield found

    def _week(self, number: int) -> int | None:
        option = self.best.at[number] or next(iter(self.best.instance.options(number)), None)
        return None if option is None else self.best.instance.week_of[option.slot >> 2]

    def _level(self) -> None:
        """The bound for the plan as it now is; what is proven of the layers."""
        self.layers_proven = self.layers_proven or least_possible(self.best) == (self.best.short, self.best.unplaced)
        self._raise_to_level()
        self._tell()


def _hang_together(contacts: Sequence[set[int]]) -> bool:
    """Whether one gets from each link to each other by contacts that two share."""
    reached, rest = contacts[0], list(contacts[1:])
    while near := [each for each in rest if not reached.isdisjoint(each)]:
        reached = reached.union(*near)
        rest = [each for each in rest if each not in near]
    return not rest
