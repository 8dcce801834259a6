"""The master program: which set of items each contact does in each block, as a linear program.

Columns are sets from the pool, one for each contact who could do them. Rows say that every item is laid
once, that a contact does one set in a block, and what weeks, evenings, Saturdays, nights, joint items,
continuity and balance ask. Whatever is not placed keeps its layer: rows hold what is short and what is
unplaced at the level that is given.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

import numpy as np

from politikontakt.core.planner.solve.instance import BLOCKS, EVENING, MORNING, Instance
from politikontakt.core.planner.solve.lp import INFINITY, Columns, Floats, Ints, Program, columns
from politikontakt.core.planner.solve.pool import Pool
from politikontakt.core.planner.solve.state import Charged

NO_ROW = -1


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


class Rows:
    """The rows of the master program and the columns that are no sets: shares, choices, differences."""

    def __init__(
        self,
        pool: Pool,
        level: Level,
        *,
        penalty: float = 0.0,
        aim: Aim = Aim.POINTS,
        charged: Charged = Charged(),
    ) -> None:
        """`penalty` is what leaving an item out beyond the level costs, more than a whole plan: it keeps the program
        solvable whatever sets it has, and can't make a bound too high, since no plan pays it.
        """
        self.aim = aim
        self.charged = charged
        self.paid = 1.0 if aim is Aim.POINTS else 0.0
        """What points count: all, or nothing where the aim is an earlier layer."""
        self.pool = pool
        self.penalty = penalty
        self.left_out: list[int] = []
        """Columns that leave an item out beyond the level. No plan has one."""
        self.instance: Instance = pool.instance
        self.level = level
        self.program = Program()
        self._costs: list[float] = []
        self._lower: list[float] = []
        self._upper: list[float] = []
        self._entries: list[dict[int, float]] = []
        contacts, pairs = len(self.instance.contacts), pool.nothing + 1
        self.cover = np.full(pairs, NO_ROW, np.int64)
        """Of each pair for one contact: the row that lays its item once."""
        self.special = np.full(pairs, NO_ROW, np.int64)
        """Of each pair: the row that brings several together, or that keeps a line from two items on a day."""
        self.use = np.full((contacts, pairs), NO_ROW, np.int64)
        """Of each contact and pair: the row that says the contact is one of the line's faces."""
        slots = self.instance.slots
        self.cell = np.full((contacts, slots), NO_ROW, np.int64)
        self.week = np.full((contacts, self.instance.weeks), NO_ROW, np.int64)
        self.evening = np.full((contacts, slots), NO_ROW, np.int64)
        self.evenings = np.full((contacts, slots), NO_ROW, np.int64)
        self.saturday = np.full((contacts, slots), NO_ROW, np.int64)
        self.on_saturday = np.full((contacts, pairs), NO_ROW, np.int64)
        """Of each contact and pair: the row that says whoever does the item that Saturday works it, whole."""
        self.with_others = np.full((contacts, pairs), NO_ROW, np.int64)
        """Of each contact and pair for several: the row that lets nobody come without the others."""
        self.minutes = np.full(contacts, NO_ROW, np.int64)
        self.faces: dict[tuple[int, int], int] = {}
        """Of each line and contact: the column that says the contact is one of its faces."""
        self._known_faces = 0
        self.whole: list[int] = []
        """Columns that must be whole in a plan, besides the sets."""
        self._build()

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
        self._old_rows()
        self._items()
        self._same_day()
        self._cells()
        self._weeks()
        self._saturdays()
        self._balance()
        self._continuity()
        self.constant = self._constant()
        self.pair_moves = np.append(np.where(self.pool.alone, self.pool.moves, 0), 0)
        self.fixed = columns(self._costs, self._entries)
        self.lower = np.array(self._lower)
        self.upper = np.array(self._upper)
        self.program.add(self.fixed, self.lower, self.upper)

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
        if held_back and not self.level.short and not self.level.unplaced:
            return
        held = INFINITY if self.aim is Aim.SHORT else self.level.short
        all_short = self._row(-INFINITY, held)
        all_unplaced = self._row(-INFINITY, self.level.unplaced if held_back else INFINITY)
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

    # One set in a block, the morning after an evening off

    def _cells(self) -> None:
        cells = sorted({(contact, kind.slot) for kind in self.pool.kinds for contact in kind.contacts})
        for contact, slot in cells:
            if slot & 3 != MORNING:
                self.cell[contact, slot] = self._row(-INFINITY, 1)
        for contact, slot in cells:
            if slot & 3 == MORNING:
                before = self.cell[contact, slot - 2] if slot >= 4 else NO_ROW
                self.cell[contact, slot] = before if before != NO_ROW else self._row(-INFINITY, 1)

    def _weeks(self) -> None:
        state = self.pool.state
        slots = sorted({(contact, kind.slot) for kind in self.pool.kinds for contact in kind.contacts})
        evenings: dict[tuple[int, int], int] = {}
        for contact, slot in slots:
            week = self.instance.week_of[slot >> 2]
            number = contact * self.instance.weeks + week
            if self.week[contact, week] == NO_ROW:
                self.week[contact, week] = self._row(-INFINITY, state.week_left[number])
            if slot & 3 == EVENING and not state.rows[contact * self.instance.slots + slot]:
                if (contact, week) not in evenings:
                    left = self.instance.evenings[contact] - state.week_evenings[number]
                    evenings[contact, week] = self._row(-INFINITY, left)
                self.evening[contact, slot] = evenings[contact, week]

    def _saturdays(self) -> None:
        """In three Saturdays in a row at most the given number with anything."""
        for contact in range(len(self.instance.contacts)):
            days = sorted(
                {
                    kind.slot >> 2
                    for kind in self.pool.kinds
                    if contact in kind.contacts and self.instance.is_saturday(kind.slot >> 2)
                }
            )
            taken = {day: self._saturday(contact, day) for day in days if not self._worked(contact, day)}
            for first in sorted({day - shift for day in taken for shift in (0, 7, 14)}):
                three = [first, first + 7, first + 14]
                known = sum(self._worked(contact, day) for day in three)
                row = self._row(-INFINITY, self.instance.saturdays[contact] - known)
                for day in three:
                    if day in taken:
                        self._entries[taken[day]][row] = 1

    def _worked(self, contact: int, day: int) -> bool:
        inside = 0 <= day < self.instance.days
        return inside and bool(self.pool.state.day_rows[contact * self.instance.days + day])

    def _saturday(self, contact: int, day: int) -> int:
        """A column that is 1 when the contact does anything that Saturday."""
        taken = self._column(0, 0, 1, {})
        for block in range(len(BLOCKS)):
            if self.cell[contact, day * 4 + block] != NO_ROW:
                row = self._row(-INFINITY, 0)
                self.saturday[contact, day * 4 + block] = row
                self._entries[taken][row] = -1
        pairs = np.nonzero(self.pool.slot >> 2 == day)[0]
        for item in sorted(set(self.pool.item[pairs].tolist())):
            row = self._row(-INFINITY, 0)
            self.on_saturday[contact, pairs[self.pool.item[pairs] == item]] = row
            self._entries[taken][row] = -1
        return taken

    # What contacts share

    def _balance(self) -> None:
        instance, state = self.instance, self.pool.state
        charged = self.charged
        evening = self.paid * instance.weight_evening / instance.scale
        minute = self.paid * instance.weight_minute / instance.scale
        most_minutes = float(sum(instance.minutes) + sum(state.busy_minutes))
        evening_rows = self._difference(
            (evening * charged.most_evenings, evening * charged.least_evenings),
            [float(each) for each in state.evening_days],
            float(instance.days),
        )
        minute_rows = self._difference(
            (minute * charged.most_minutes, minute * charged.least_minutes),
            [float(each) for each in state.busy_minutes],
            most_minutes,
        )
        for contact in instance.steady:
            self.minutes[contact] = minute_rows[contact]
            for kind in self.pool.kinds:
                new = not state.rows[contact * instance.slots + kind.slot]
                if kind.slot & 3 == EVENING and contact in kind.contacts and new:
                    self.evenings[contact, kind.slot] = evening_rows[contact]

    def _difference(self, weights: tuple[float, float], known: list[float], most: float) -> dict[int, int]:
        """Rows that count something for each steady contact; the most costs one weight, the least earns the other."""
        if not self.instance.steady or not any(weights):
            return {contact: self._row(-INFINITY, INFINITY) for contact in self.instance.steady}
        highest, lowest = self._column(weights[0], 0, most, {}), self._column(-weights[1], 0, most, {})
        found = {}
        for contact in self.instance.steady:
            counted = self._row(-known[contact], -known[contact])
            above, below = self._row(0, INFINITY), self._row(-INFINITY, 0)
            self._column(0, 0, most, {counted: -1, above: -1, below: -1})
            self._entries[highest][above] = 1
            self._entries[lowest][below] = 1
            found[contact] = counted
        return found

    def _continuity(self) -> None:
        """Each different face beyond those a line's items need costs points."""
        faces: dict[int, set[int]] = defaultdict(set)
        for kind in self.pool.kinds:
            for pair in [*kind.included, *kind.left_out]:
                faces[int(self.pool.line[pair])] |= set(kind.contacts)
        cost = self.paid * self.instance.weight_continuity / self.instance.scale
        for line, contacts in sorted(faces.items()):
            need = self.instance.line_need[line]
            known = {contact for contact, count in self.pool.state.line_people[line].items() if count}
            if not need or len(contacts | known) <= need or (self._only_one_item(line) and not known):
                continue
            self._known_faces += max(0, len(known) - need)
            enough = self._row(-INFINITY, need)
            self._column(cost, 0, len(contacts | known), {enough: -1})
            for contact in sorted(contacts | known):
                face = self._column(0, 1 if contact in known else 0, 1, {enough: 1})
                if contact in contacts and contact not in known:
                    self.faces[line, contact] = face
                    self._faces(line, contact, face)

    def _constant(self) -> float:
        """Points of what stands already that no row or column here counts."""
        state = self.pool.state
        counted = state.balance() + self._known_faces * self.instance.weight_continuity
        return (state.points - counted) / self.instance.scale

    def _only_one_item(self, line: int) -> bool:
        return sum(each == line for each in self.instance.line) == 1

    def _faces(self, line: int, contact: int, face: int) -> None:
        pairs = np.nonzero(self.pool.line == line)[0]
        for item in sorted(set(self.pool.item[pairs].tolist())):
            row = self._row(-INFINITY, 0)
            self._entries[face][row] = -1
            self.use[contact, pairs[self.pool.item[pairs] == item]] = row


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
