"""Cuts of three items: of the sets that hold at least two of them, a plan takes at most one.

Without them the linear program pairs a with b, b with c and a with c by half each, which no plan can.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

import numpy as np

from politikontakt.core.planner.solve.lp import Floats, Ints
from politikontakt.core.planner.solve.pool import Pool

Triple = tuple[int, int, int]
BROKEN = 1.02
MOST_FOR_AN_ITEM = 4
"""Cuts of one round that hold the same item; more of them say much the same."""


class Asked(NamedTuple):
    """A cut to be: three items, and the contact whose sets it counts; None for everybody's.

    Where one of the items is for several contacts, each of them may hold it in a set, so that only
    the sets of one and the same contact exclude each other.
    """

    triple: Triple
    contact: int | None


@dataclass(slots=True)
class Cut:
    """A cut that is asked for, its row, and the sets of the pool that hold at least two of the three."""

    asked: Asked
    row: int
    sets: Ints


class Holders:
    """Which sets hold which items. Asks the pool again after it has grown."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._size = -1
        self._begins: Ints = np.zeros(0, np.int64)
        self._sets: Ints = np.zeros(0, np.int64)

    def _refresh(self) -> None:
        pairs = self._pool.sets.pairs
        if self._size == len(pairs):
            return
        items = np.append(self._pool.item, len(self._pool.instance.items))[pairs].ravel()
        order = np.argsort(items, kind="stable")
        self._begins = np.searchsorted(items[order], np.arange(len(self._pool.instance.items) + 1))
        self._sets = order // pairs.shape[1]
        self._size = len(pairs)

    def of(self, item: int) -> Ints:
        """The sets with the item, in order."""
        self._refresh()
        return self._sets[self._begins[item] : self._begins[item + 1]]

    def of_two(self, triple: Triple) -> Ints:
        """The sets with at least two of the three."""
        every = np.sort(np.concatenate([self.of(item) for item in triple]))
        return np.unique(every[:-1][every[1:] == every[:-1]])


def violated(pool: Pool, contacts: Ints, sets: Ints, values: Floats, known: set[Asked], most: int) -> list[Asked]:
    """The cuts that the answer breaks, worst first: `contacts[n]` does set `sets[n]` as far as `values[n]` says."""
    broken = _broken(pool, None, sets, values)
    for contact in sorted(set(contacts.tolist())):
        mine = contacts == contact
        broken |= _broken(pool, contact, sets[mine], values[mine])
    new = {asked: value for asked, value in broken.items() if asked not in known}
    return _spread_out(sorted(new, key=lambda asked: (-round(new[asked], 6), asked.triple, asked.contact or 0)), most)


def _broken(pool: Pool, contact: int | None, sets: Ints, values: Floats) -> dict[Asked, float]:
    """By everybody's sets: triples of items for one. By a contact's: triples with an item for several."""
    together, all_three = _shared(pool, sets, values)
    joint = [item.group.people != 1 for item in pool.instance.items]
    near: dict[int, set[int]] = defaultdict(set)
    for one, other in together:
        near[one].add(other)
    found: dict[Asked, float] = {}
    for one in sorted(near):
        for two, three in combinations(sorted(near[one]), 2):
            low, middle, high = sorted((one, two, three))
            asked = Asked((low, middle, high), contact)
            if asked in found or (joint[low] or joint[middle] or joint[high]) != (contact is not None):
                continue
            pairs = together.get((one, two), 0.0) + together.get((one, three), 0.0) + together.get((two, three), 0.0)
            value = pairs - 2 * all_three.get(asked.triple, 0.0)
            if value > BROKEN:
                found[asked] = value
    return found


def _shared(pool: Pool, sets: Ints, values: Floats) -> tuple[dict[tuple[int, int], float], dict[Triple, float]]:
    """How much of the answer holds two, and three, items together; pairs in both orders."""
    together: dict[tuple[int, int], float] = defaultdict(float)
    all_three: dict[Triple, float] = defaultdict(float)
    for pairs, value in zip(pool.sets.pairs[sets].tolist(), values.tolist(), strict=True):
        items = sorted(int(pool.item[pair]) for pair in pairs if pair != pool.nothing)
        for one, other in combinations(items, 2):
            together[one, other] += value
            together[other, one] += value
        for low, middle, high in combinations(items, 3):
            all_three[low, middle, high] += value
    return together, all_three


def _spread_out(cuts: list[Asked], most: int) -> list[Asked]:
    count: dict[int, int] = defaultdict(int)
    chosen = []
    for asked in cuts:
        if all(count[item] < MOST_FOR_AN_ITEM for item in asked.triple):
            chosen.append(asked)
            for item in asked.triple:
                count[item] += 1
        if len(chosen) == most:
            break
    return chosen
