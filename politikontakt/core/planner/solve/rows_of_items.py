"""The master program's rows for items: each laid once or not at all, together, never two of a line on a day."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

import numpy as np

from politikontakt.core.planner.solve.instance import Instance
from politikontakt.core.planner.solve.lp import INFINITY, Floats, Ints, Program
from politikontakt.core.planner.solve.pool import Pool
from politikontakt.core.planner.solve.state import Charged

NO_ROW = -1
MISSING = 200.0
"""Points for leaving out an item that the level asks for, where the program is asked for prices alone."""


@dataclass(frozen=True, slots=True)
class Level:
    """What the layers before points may be: promised items short, others unplaced by weight, what moves count."""

    short: int = 0
    unplaced: float = 0.0
    moves: int = 0


class Aim(Enum):
    """What the program makes least: a layer, the ones before it held at the level."""

    SHORT = "short"
    UNPLACED = "unplaced"
    MOVES = "moves"
    POINTS = "points"


def _no_row(*shape: int) -> Ints:
    return np.full(shape, NO_ROW, np.int64)


class ItemRows:
    """The rows of the master program and the columns that are no sets: shares, choices, differences."""

    def __init__(
        self,
        pool: Pool,
        level: Level,
        *,
        penalty: float = 0.0,
        aim: Aim = Aim.POINTS,
        charged: Charged = Charged(),
        levelled: bool = False,
    ) -> None:
        """`penalty` is what leaving an item out beyond the level costs, more than a whole plan: it keeps the program
        solvable whatever sets it has, and can't make a bound too high, since no plan pays it. `levelled`: with rows
        for the level even where nothing need be missing, so that it can be told what another level is worth.
        """
        self.aim = aim
        self.charged = charged
        self.paid = 1.0 if aim is Aim.POINTS else 0.0
        """What points count: all, or nothing where the aim is an earlier layer."""
        self.pool = pool
        self.instance: Instance = pool.instance
        self.level = level
        self.levelled = levelled
        self.level_rows = (NO_ROW, NO_ROW)
        """The rows that hold what is short and what is unplaced."""
        self.penalty = penalty
        self.program = Program()
        self._costs: list[float] = []
        self._lower: list[float] = []
        self._upper: list[float] = []
        self._entries: list[dict[int, float]] = []
        self._no_columns()
        self._no_rows(len(self.instance.contacts), pool.nothing + 1, self.instance.slots)
        self.pair_moves = np.append(np.where(pool.alone, pool.moves, 0), 0)
        """What moves count in each pair for one contact."""
        self._build()

    def _no_columns(self) -> None:
        self.left_out: list[int] = []
        """Columns that leave an item out beyond the level. No plan has one."""
        self.faces: dict[tuple[int, int], int] = {}
        """Of each line and contact: the column that says the contact is one of its faces."""
        self._known_faces = 0
        self.fewest_evenings: int | None = None
        """The column of the fewest evenings that anybody has."""
        self.asked: dict[int, tuple[float, float]] = {}
        """What columns may be in plans that are looked for; what is proven does not rest on it."""
        self.whole: list[int] = []
        """Columns that must be whole in a plan, besides the sets."""

    def _no_rows(self, contacts: int, pairs: int, slots: int) -> None:
        self.cover = _no_row(pairs)
        """Of each pair for one contact: the row that lays its item once."""
        self.special = _no_row(pairs)
        """Of each pair: the row that brings several together, or that keeps a line from two items on a day."""
        self.use = _no_row(contacts, pairs)
        """Of each contact and pair: the row that says the contact is one of the line's faces."""
        self.on_saturday = _no_row(contacts, pairs)
        """Of each contact and pair: the row that says whoever does the item that Saturday works it, whole."""
        self.with_others = _no_row(contacts, pairs)
        """Of each contact and pair for several: the row that lets nobody come without the others."""
        self.cell = _no_row(contacts, slots)
        self.week = _no_row(contacts, self.instance.weeks)
        self.evening = _no_row(contacts, slots)
        self.evenings = _no_row(contacts, slots)
        self.saturday = _no_row(contacts, slots)
        self.minutes = _no_row(contacts)

    def _row(self, lower: float, upper: float) -> int:
        return self.program.row(lower, upper)

    def _column(
        self, cost: float, lower: float, upper: float, entries: Mapping[int, float], *, whole: bool = False
    ) -> int:
        self._costs.append(cost)
        self._lower.append(lower)
        self._upper.append(upper)
        self._entries.append(dict(entries))
        if whole:
            self.whole.append(len(self._costs) - 1)
        return len(self._costs) - 1

    def _build(self) -> None:
        """Add the rows and columns. `master.Rows` says which, in which order."""
        raise NotImplementedError

    def _old_rows(self) -> None:
        """In a replan the row that holds what moves count."""
        self.moved = NO_ROW
        replan = any(item.old is not None for item in self.instance.items)
        if replan and self.aim in (Aim.MOVES, Aim.POINTS):
            self.moved = self._row(-INFINITY, self.level.moves if self.aim is Aim.POINTS else INFINITY)

    def set_costs(self, which: Ints | slice = slice(None)) -> Floats:
        """What sets cost by the aim."""
        sets = self.pool.sets
        cost: Floats = self.paid * sets.cost[which]
        return cost + self.set_moves(which) if self.aim is Aim.MOVES else cost

    def set_moves(self, which: Ints | slice = slice(None)) -> Floats:
        """What moves count in sets."""
        found: Floats = self.pair_moves[self.pool.sets.pairs[which]].sum(axis=1).astype(float)
        return found

    # Each item once, or not at all

    def _items(self) -> None:
        pairs_of: dict[int, list[int]] = defaultdict(list)
        for pair, item in enumerate(self.pool.item.tolist()):
            pairs_of[item].append(pair)
        self._missing: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for item in range(len(self.instance.items)):
            cover = self._row(1, 1)
            self._missing[self.instance.quota[item]].append((item, cover))
            if self.aim in (Aim.POINTS, Aim.MOVES):
                self.left_out.append(self._column(self.penalty, 0, 1, {cover: 1}))
            if self.instance.items[item].group.people == 1:
                self.cover[pairs_of[item]] = cover
            else:
                self._together(item, cover, pairs_of[item])
        self._unplaced()

    def _together(self, item: int, cover: int, pairs: list[int]) -> None:
        """An item for several: in each slot nobody, or as many as it needs, and nobody without the others."""
        for pair in pairs:
            options = self.instance.options(item)
            teams = [each.team for each in options if self.pool.number.get(self.pool.key(item, each)) == pair]
            eligible = sorted({contact for team in teams for contact in team})
            need = len(teams[0])
            entries = {cover: 1.0}
            if len(eligible) > need:
                self.special[pair] = self._row(0, 0)
                entries[int(self.special[pair])] = -need
            for contact in eligible:
                mine = self._row(0 if len(eligible) == need else -INFINITY, 0)
                self.with_others[contact, pair] = mine
                entries[mine] = -1
            moves = int(self.pool.moves[pair])
            if self.moved != NO_ROW and moves:
                entries[self.moved] = moves
            cost = moves if self.aim is Aim.MOVES else self.paid * float(self.pool.spread[pair])
            self._column(cost, 0, 1, entries, whole=True)

    def _unplaced(self) -> None:
        """What is not placed, group by group, held at the level, or made least."""
        held_back = self.aim in (Aim.POINTS, Aim.MOVES)
        if held_back and not self.levelled and not self.level.short and not self.level.unplaced:
            return
        held = INFINITY if self.aim is Aim.SHORT else self.level.short
        all_short = self._row(-INFINITY, held)
        all_unplaced = self._row(-INFINITY, self.level.unplaced if held_back else INFINITY)
        self.level_rows = (all_short, all_unplaced)
        for quota, members in self._missing.items():
            self._missing_of(quota, members, all_short, all_unplaced)

    def _missing_of(self, quota: int, members: list[tuple[int, int]], all_short: int, all_unplaced: int) -> None:
        group = self.instance.groups[quota]
        needed = group.required - group.taken - len(members)
        weight = float(group.weight)
        costs = {Aim.SHORT: (1.0, 0.0), Aim.UNPLACED: (-weight, weight), Aim.MOVES: (0.0, 0.0), Aim.POINTS: (0.0, 0.0)}[
            self.aim
        ]
        short_row = self._row(needed, INFINITY)
        most = max(0, needed + len(members))
        self._column(costs[0], 0, most, {short_row: 1, all_short: 1, all_unplaced: -weight})
        for item, cover in members:
            entries = {cover: 1.0, all_unplaced: weight}
            if not self.instance.items[item].beyond:
                entries[short_row] = -1
            self._column(costs[1], 0, 1, entries, whole=True)

    def _same_day(self) -> None:
        """Two items of one line never on one day."""
        days: dict[tuple[int, int], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for pair in range(self.pool.nothing):
            item = int(self.pool.item[pair])
            if self.instance.items[item].group.people == 1:
                days[self.instance.line[item], int(self.pool.slot[pair]) >> 2][item].append(pair)
        for items in days.values():
            if len(items) > 1:
                row = self._row(-INFINITY, 1)
                self.special[[pair for pairs in items.values() for pair in pairs]] = row
