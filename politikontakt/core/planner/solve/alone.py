"""Sets to begin a large program with: those that are good for each of its links as if there were no other.

A link alone is solved in a second or so. What it would do tells nothing about the whole by itself, but most
of its sets are in the whole's answer, so that far fewer rounds are needed.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from politikontakt.core.planner.model import Item
from politikontakt.core.planner.solve.counts import NOTHING
from politikontakt.core.planner.solve.generation import Generation
from politikontakt.core.planner.solve.instance import Instance, counted_like, instance
from politikontakt.core.planner.solve.master import Level, Rows
from politikontakt.core.planner.solve.pool import Pool
from politikontakt.core.planner.solve.prices import Prices
from politikontakt.core.planner.solve.proof import least_possible
from politikontakt.core.planner.solve.rows_of_items import MISSING
from politikontakt.core.planner.solve.state import State
from politikontakt.core.planner.stopping import Stop

Named = tuple[int, int, tuple[int, ...]]
"""A set of the whole's pool by its contact, its slot and its pairs."""
ROUNDS = 60
WITHIN = 0.5
"""Points above the prices up to which a link's sets are good for a beginning."""


def begin(generation: Generation, links: Sequence[Sequence[Item]], stop: Stop) -> None:
    """Put into the program what each link would do alone."""
    named: list[Named] = []
    for items in links:
        if not stop():
            named += _of_link(generation.pool, items, stop)
    _put_in(generation, named)


def _of_link(pool: Pool, items: Sequence[Item], stop: Stop) -> list[Named]:
    whole = pool.instance
    mine = {item.key: number for number, item in enumerate(whole.items)}
    numbers = [mine[item.key] for item in items]
    contacts = sorted({each for number in numbers for option in whole.options(number) for each in option.team})
    part = counted_like(instance(whole.problem, items, [whole.contacts[each] for each in contacts]), whole)
    generation = _solved(part, stop)
    prices = Prices(generation.rows, generation.duals)
    found: list[Named] = []
    for number, contact in enumerate(contacts):
        good = np.nonzero(generation.reduced(prices, number) <= WITHIN)[0]
        found += [(contact, *_named(generation.pool, pool, numbers, each)) for each in good.tolist()]
    return found


def _solved(part: Instance, stop: Stop) -> Generation:
    empty = State(part)
    short, unplaced = least_possible(empty)
    level = Level(short, unplaced / part.wish_scale)
    generation = Generation(Rows(Pool(empty), level, penalty=MISSING, charged=NOTHING))
    generation.start()
    generation.converge(ROUNDS, stop)
    return generation


def _named(part: Pool, whole: Pool, numbers: Sequence[int], chosen: int) -> tuple[int, tuple[int, ...]]:
    pairs = [pair for pair in part.sets.pairs[chosen].tolist() if pair != part.nothing]
    slot = int(part.slot[pairs[0]])
    return slot, tuple(sorted(whole.number[numbers[int(part.item[pair])], slot, False] for pair in pairs))


def _put_in(generation: Generation, named: Sequence[Named]) -> None:
    pool = generation.pool
    wanted: dict[int, set[int]] = defaultdict(set)
    for contact, slot, pairs in named:
        kind = pool.kind_of(contact, slot)
        if kind is not None:
            wanted[kind].update(pairs)
    generation.grow({kind: pairs & set(pool.kinds[kind].left_out) for kind, pairs in sorted(wanted.items())})
    number = _numbers(pool)
    sets: dict[int, list[int]] = defaultdict(list)
    for contact, slot, pairs in named:
        found = number.get((pool.kind_of(contact, slot), pairs))
        if found is not None:
            sets[contact].append(found)
    for contact, mine in sorted(sets.items()):
        generation.add(contact, np.array(mine, np.int64))


def _numbers(pool: Pool) -> dict[tuple[int | None, tuple[int, ...]], int]:
    """The number of each set by its kind of cell and its pairs."""
    kinds: list[int] = pool.sets.kind.tolist()
    return {
        (kinds[number], tuple(sorted(pair for pair in pairs if pair != pool.nothing))): number
        for number, pairs in enumerate(pool.sets.pairs.tolist())
    }
