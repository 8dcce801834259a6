"""What the master program's rows are worth, and what that makes each set of the pool cost; sets as columns."""

import numpy as np

from politikontakt.core.planner.solve.lp import Columns, Floats, Ints
from politikontakt.core.planner.solve.master import Rows
from politikontakt.core.planner.solve.rows_of_items import NO_ROW, Aim


class Prices:
    """What the rows are worth, spread over pairs and cells, so that sets can be priced all at once."""

    def __init__(self, rows: Rows, duals: Floats) -> None:
        self._rows = rows
        worth = np.append(duals, 0.0)
        self._pair = worth[rows.cover] + worth[rows.special] + worth[rows.moved] * rows.pair_moves
        self._mine = worth[rows.use] + worth[rows.on_saturday] + worth[rows.with_others]
        self._cell = worth[rows.cell] + worth[rows.evening] + worth[rows.evenings] + worth[rows.saturday]
        self._week = worth[rows.week][:, np.array(rows.instance.week_of)[np.arange(rows.instance.slots) >> 2]]
        self._minute = worth[rows.minutes]

    def pairs(self, contact: int) -> Floats:
        """What each pair is worth to the contact; the last one, nothing, is worth nothing."""
        found: Floats = self._pair + self._mine[contact]
        return found

    def cells(self, contact: int) -> Floats:
        """What the contact's using each slot at all costs, as a number below 0, or gains."""
        found: Floats = self._cell[contact]
        return found

    def reduced(self, contact: int) -> Floats:
        """The reduced cost of every set of the pool for the contact; cuts are not in it."""
        pool = self._rows.pool
        slots = np.array([kind.slot for kind in pool.kinds], np.int64)
        worth = self.cells(contact)[slots][pool.sets.kind]
        worth = worth + (pool.sets.minutes + pool.sets.travel) * self._week[contact][slots][pool.sets.kind]
        worth += pool.sets.minutes * self._minute[contact]
        reduced: Floats = self._rows.set_costs() - self.pairs(contact)[pool.sets.pairs].sum(axis=1) - worth
        mine = np.array([contact in kind.contacts for kind in pool.kinds], bool)
        reduced[~mine[pool.sets.kind]] = np.inf
        return reduced

    def gains(self, contact: int, pairs: Ints) -> Floats:
        """What adding each pair to a set would gain at most: more than 0 where it may be worth while."""
        pool = self._rows.pool
        slots = pool.slot[pairs]
        minute = self._week[contact][slots] + self._minute[contact]
        cost = self._rows.paid * pool.cost[pairs]
        if self._rows.aim is Aim.MOVES:
            cost = cost + self._rows.pair_moves[pairs]
        found: Floats = self.pairs(contact)[pairs] + pool.minutes[pairs] * minute - cost
        return found


def set_columns(rows: Rows, contact: int, which: Ints) -> Columns:
    """The columns of some sets for a contact. Rows of cuts are not in them."""
    pool, instance = rows.pool, rows.instance
    sets = pool.sets
    pairs = sets.pairs[which]
    slots = np.array([kind.slot for kind in pool.kinds], np.int64)[sets.kind[which]]
    weeks = np.array(instance.week_of)[slots >> 2]
    one = np.ones(len(which))
    minutes = sets.minutes[which].astype(float)
    singles = [
        (rows.cell[contact][slots], one),
        (rows.week[contact][weeks], minutes + sets.travel[which]),
        (rows.evening[contact][slots], one),
        (rows.evenings[contact][slots], one),
        (rows.saturday[contact][slots], one),
        (np.full(len(which), rows.minutes[contact]), minutes),
        (np.where(rows.set_moves(which) > 0, rows.moved, NO_ROW), rows.set_moves(which)),
    ]
    mine = [rows.use[contact], rows.on_saturday[contact], rows.with_others[contact]]
    of_pairs = [of_pair[pairs] for of_pair in (rows.cover, rows.special, *mine)]
    number = np.concatenate([*of_pairs, *(row[:, None] for row, _ in singles)], axis=1)
    value = np.concatenate(
        [np.ones((len(which), len(of_pairs) * pairs.shape[1])), *(each[:, None] for _, each in singles)], axis=1
    )
    there = number != NO_ROW
    starts = np.concatenate(([0], np.cumsum(there.sum(axis=1)))).astype(np.int64)
    return Columns(rows.set_costs(which), starts, number[there], value[there])
