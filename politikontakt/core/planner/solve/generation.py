"""Column generation: grow the master program until no set is worth adding, and say what that proves.

Every round gives a bound, whatever has been generated so far: the worth of the rows, less what the best
set of each cell could still gain. It holds for every plan at the level of unplaced items that the
master has, on every day that the rules allow.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from politikontakt.core.planner.solve.cuts import Cut, Holders, violated
from politikontakt.core.planner.solve.instance import NO_BLOCK
from politikontakt.core.planner.solve.lp import Columns, Floats, Ints, Program, Way
from politikontakt.core.planner.solve.master import Level, Rows
from politikontakt.core.planner.solve.prices import Prices, set_columns
from politikontakt.core.planner.solve.rows_of_items import NO_ROW
from politikontakt.core.planner.solve.state import State
from politikontakt.core.planner.stopping import Stop

A_CELL = 4
"""Sets added for one cell in one round."""
LITTLE = 1e-6
MOST_PAIRS = 2000
"""Left-out pairs that are let in at once for a search in whole numbers."""


class Proof(NamedTuple):
    """A bound, and what one more short, or one more unplaced, would take from it."""

    bound: float
    short: float
    unplaced: float


class Generation:
    """The master program with the sets generated so far, its prices, and the best bound."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.pool = rows.pool
        self.program: Program = rows.program
        self.contact: Ints = np.zeros(0, np.int64)
        self.set: Ints = np.zeros(0, np.int64)
        self._have = [np.zeros(len(self.pool.sets), bool) for _ in rows.instance.contacts]
        self.cuts: list[Cut] = []
        self._holders = Holders(self.pool)
        self.bound = -np.inf
        """No plan at the level, with the columns that are no sets within `lower` and `upper`, has fewer points."""
        self.proofs: list[Proof] = []
        self.lower, self.upper = rows.lower.copy(), rows.upper.copy()
        self.duals: Floats = np.zeros(len(self.program.lower))
        self.value = np.inf

    def add(self, contact: int, sets: Ints) -> int:
        """Put sets into the master program, once each; how many were new."""
        sets = np.unique(sets)
        sets = sets[~self._have[contact][sets]]
        if len(sets):
            self.program.add(with_cuts(set_columns(self.rows, contact, sets), contact, sets, self.cuts))
            self._have[contact][sets] = True
            self.contact = np.append(self.contact, np.full(len(sets), contact))
            self.set = np.append(self.set, sets)
        return len(sets)

    def add_plan(self, state: State) -> None:
        """Put in the sets of a plan, so that the program has an answer."""
        slots = state.instance.slots
        for cell, items in sorted(state.jobs.items()):
            laid = [(item, option) for item in items if (option := state.at[item]) is not None]
            if laid and cell % slots & 3 != NO_BLOCK:
                size = len(self.pool.sets)
                found = self.pool.find(cell // slots, cell % slots, laid)
                self._grow(len(self.pool.sets) - size)
                if found is not None:
                    self.add(cell // slots, np.array([found]))

    def within(self, bounds: Mapping[int, float]) -> None:
        """Look at the plans with these values of columns that are no sets; all others may be what they may be."""
        for column in np.nonzero((self.lower != self.rows.lower) | (self.upper != self.rows.upper))[0].tolist():
            self._hold(column, self.rows.lower[column], self.rows.upper[column])
        for column, value in bounds.items():
            self._hold(column, value, value)
        self.bound = -np.inf
        self.proofs.clear()

    def _hold(self, column: int, lower: float, upper: float) -> None:
        self.lower[column], self.upper[column] = lower, upper
        self.program.bound(column, lower, upper)

    def start(self) -> None:
        """Begin with every set of one pair."""
        alone = np.nonzero((self.pool.sets.pairs != self.pool.nothing).sum(axis=1) == 1)[0]
        for contact in range(len(self.rows.instance.contacts)):
            mine = [contact in self.pool.kinds[kind].contacts for kind in self.pool.sets.kind[alone]]
            self.add(contact, alone[np.array(mine, bool)])

    def converge(self, rounds: int, stop: Stop, enough: float = 0.0) -> bool:
        """Generate until nothing is worth adding, or the bound is so near; False when rounds or time ran out first."""
        for _ in range(rounds):
            if stop() or not self.program.solve():
                return False
            if not self._look() or self.value - self.bound <= enough:
                return True
        return False

    def approach(self, rounds: int, stop: Stop, few: int) -> None:
        """Generate by prices from the inside of a large program until few sets are new, then go to a corner of it."""
        for _ in range(rounds):
            self.program.solve(Way.INSIDE)
            if stop() or self._look() <= few:
                break
        if not stop() and self.program.solve(Way.TO_A_CORNER):
            self._look()

    def _look(self) -> int:
        """Take the program's answer as it is now, and generate; how many sets are new."""
        self.value, self.duals = self.program.objective, self.program.duals
        return self._generate()

    def bound_at(self, level: Level) -> float:
        """No plan at another level has fewer points: what the level is worth by the prices of each round."""
        short, unplaced = level.short - self.rows.level.short, level.unplaced - self.rows.level.unplaced
        return max(
            (each.bound + short * each.short + unplaced * each.unplaced for each in self.proofs), default=-np.inf
        )

    def _generate(self) -> int:
        """Price every set, add the best of each cell, let in pairs that have become worth while; how many are new."""
        prices = Prices(self.rows, self.duals)
        new, worst = 0, 0.0
        wanted: dict[int, set[int]] = {}
        for contact in range(len(self.rows.instance.contacts)):
            reduced = self.reduced(prices, contact)
            least = self._least(reduced)
            worst += self._slack(prices, contact, least, wanted)
            new += self.add(contact, self._best(reduced))
        self._note(self._worth() + worst)
        return new + self.grow(wanted)

    def _note(self, bound: float) -> None:
        self.bound = max(self.bound, bound)
        prices = [self.duals[row] if row != NO_ROW else 0.0 for row in self.rows.level_rows]
        self.proofs.append(Proof(bound, *(min(0.0, float(price)) for price in prices)))

    def reduced(self, prices: Prices, contact: int) -> Floats:
        """The reduced cost of every set for the contact, cuts included."""
        found = prices.reduced(contact)
        for cut in self.cuts:
            if self.duals[cut.row] and cut.asked.contact in (None, contact):
                found[cut.sets] -= self.duals[cut.row]
        return found

    def _least(self, reduced: Floats) -> Floats:
        """The least reduced cost in each kind of cell."""
        least = np.full(len(self.pool.kinds), np.inf)
        np.minimum.at(least, self.pool.sets.kind, reduced)
        return least

    def _slack(self, prices: Prices, contact: int, least: Floats, wanted: dict[int, set[int]]) -> float:
        """What the contact's cells could still gain, pairs that are left out included; notes those worth while."""
        slack = 0.0
        for number, kind in enumerate(self.pool.kinds):
            if contact not in kind.contacts:
                continue
            lowest = least[number]
            if kind.left_out:
                left = np.array(kind.left_out, np.int64)
                gains = prices.gains(contact, left)
                empty = -prices.cells(contact)[kind.slot]
                useful = left[(gains > LITTLE) | (empty - gains < -LITTLE)]
                if len(useful):
                    wanted.setdefault(number, set()).update(useful.tolist())
                lowest = min(lowest - np.maximum(gains, 0).sum(), empty - _most_of_some(gains))
            slack += min(0.0, lowest)
        return slack

    def lay_out_within(self, gap: float) -> bool:
        """Lay out every set that costs at most `gap` above the prices; False where that is not known to be all.

        Sets that cost more are in no plan that is better than the program's value by less than the gap.
        """
        if self.value - self.bound > LITTLE:
            return False
        prices = Prices(self.rows, self.duals)
        wanted: dict[int, set[int]] = {}
        for contact in range(len(self.rows.instance.contacts)):
            least = self._least(self.reduced(prices, contact))
            for number, kind in enumerate(self.pool.kinds):
                if contact in kind.contacts and kind.left_out:
                    left = np.array(kind.left_out, np.int64)
                    alone = min(least[number], -prices.cells(contact)[kind.slot]) - prices.gains(contact, left)
                    wanted.setdefault(number, set()).update(left[alone <= gap + LITTLE].tolist())
        if sum(map(len, wanted.values())) > MOST_PAIRS:
            return False
        self.grow(wanted)
        return not any(pairs.intersection(self.pool.kinds[kind].left_out) for kind, pairs in wanted.items())

    def _best(self, reduced: Floats) -> Ints:
        """The sets worth adding, at most a few for each kind of cell."""
        worth = np.nonzero(reduced < -LITTLE)[0]
        order = worth[np.lexsort((reduced[worth], self.pool.sets.kind[worth]))]
        kinds = self.pool.sets.kind[order]
        first = np.concatenate(([True], kinds[1:] != kinds[:-1])) if len(kinds) else np.zeros(0, bool)
        rank = np.arange(len(order)) - np.maximum.accumulate(np.where(first, np.arange(len(order)), 0))
        chosen: Ints = order[rank < A_CELL]
        return chosen

    def _worth(self) -> float:
        """What the right sides and the bounded columns are worth at these prices; prices of a wrong sign count as 0."""
        lower, upper = np.array(self.program.lower), np.array(self.program.upper)
        duals = self.duals[: len(lower)].copy()
        duals[(duals > 0) & np.isinf(lower)] = 0
        duals[(duals < 0) & np.isinf(upper)] = 0
        sides = np.where(duals > 0, np.where(np.isinf(lower), 0, lower), np.where(np.isinf(upper), 0, upper))
        fixed = self.rows.fixed
        owner = np.repeat(np.arange(len(fixed)), np.diff(fixed.starts))
        reduced = fixed.costs - np.bincount(owner, fixed.values * duals[fixed.rows], len(fixed))
        return float(duals @ sides + np.minimum(reduced * self.lower, reduced * self.upper).sum())

    def grow(self, wanted: Mapping[int, set[int]]) -> int:
        """Let pairs in that are left out, for each kind of cell; how many sets are new."""
        grown = self.pool.include({kind: sorted(pairs) for kind, pairs in sorted(wanted.items())})
        self._grow(grown)
        return grown

    def _grow(self, grown: int) -> None:
        if not grown:
            return
        for contact in range(len(self._have)):
            self._have[contact] = np.append(self._have[contact], np.zeros(grown, bool))
        for cut in self.cuts:
            cut.sets = self._holders.of_two(cut.asked.triple)

    def cut(self, most: int) -> int:
        """Add the cuts that the last answer breaks, at most so many; how many were added."""
        values = self.program.values[len(self.rows.fixed) :]
        some = np.nonzero((values > LITTLE) & (values < 1 - LITTLE))[0]
        known = {cut.asked for cut in self.cuts}
        new = violated(self.pool, self.contact[some], self.set[some], values[some], known, most)
        for asked in new:
            sets = self._holders.of_two(asked.triple)
            holding = np.zeros(len(self.pool.sets), bool)
            holding[sets] = True
            held = holding[self.set] if asked.contact is None else holding[self.set] & (self.contact == asked.contact)
            row = self.program.cut(1, np.nonzero(held)[0] + len(self.rows.fixed))
            self.cuts.append(Cut(asked, row, sets))
        return len(new)


def _most_of_some(gains: Floats) -> float:
    """The most that one or more of them can gain together."""
    most = float(gains.max())
    return float(np.maximum(gains, 0).sum()) if most > 0 else most


def with_cuts(plain: Columns, contact: int, sets: Ints, cuts: Sequence[Cut]) -> Columns:
    """The columns of a contact's sets, with the rows of the cuts that hold them."""
    owners, rows = [np.repeat(np.arange(len(sets)), np.diff(plain.starts))], [plain.rows]
    values = [plain.values]
    for cut in cuts:
        if cut.asked.contact not in (None, contact):
            continue
        mine = np.nonzero(np.isin(sets, cut.sets, assume_unique=True))[0]
        owners.append(mine)
        rows.append(np.full(len(mine), cut.row))
        values.append(np.ones(len(mine)))
    owner = np.concatenate(owners)
    order = np.argsort(owner, kind="stable")
    starts = np.concatenate(([0], np.cumsum(np.bincount(owner, minlength=len(sets))))).astype(np.int64)
    return Columns(plain.costs, starts, np.concatenate(rows)[order], np.concatenate(values)[order])
