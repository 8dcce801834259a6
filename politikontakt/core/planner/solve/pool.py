"""Every set of items that one contact could do in one block: the columns of the master program.

A pair is an item in a slot. A kind of cell is a slot seen by contacts to whom it looks the same: the same
items, the same room. Sets are laid out for each kind of cell, first of the pairs whose spread is low;
`include` adds others once prices make them worth while. What stays out is remembered, so that a bound
can account for it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from politikontakt.core.planner.solve.instance import BLOCKS, NO_BLOCK, NO_ZONE, Option
from politikontakt.core.planner.solve.lp import Floats, Ints
from politikontakt.core.planner.solve.sets import CellKind, Sets
from politikontakt.core.planner.solve.state import State
from politikontakt.core.planner.starts import Job, Span, start_times

MOST_SETS = 30_000
"""For one kind of cell. Beyond that, the dearest pairs stay out."""


class Pool:
    """The pairs, the kinds of cells, and the sets laid out so far."""

    def __init__(self, state: State, *, threshold: float = 2.0) -> None:
        """Lay out the sets for a state in which nothing is placed yet.

        A pair is in from the start if its spread is at most `threshold` times its travel above the item's lowest.
        """
        self.state = state
        self.instance = state.instance
        self._threshold = threshold
        self.number: dict[tuple[int, int, bool], int] = {}
        """The pair of each item and slot; one more where an old row stays."""
        self._item: list[int] = []
        self._slot: list[int] = []
        self._cost: list[int] = []
        self._moves: list[int] = []
        seen = self._see()
        self.item = np.array(self._item, np.int64)
        self.slot = np.array(self._slot, np.int64)
        self.spread = np.array(self._cost, float) / self.instance.scale
        """Points for laying the pair's item there."""
        alone = np.array([self.instance.items[item].group.people == 1 for item in self._item], bool)
        self.cost = np.where(alone, self.spread, 0.0)
        """What of it a set pays: where several come together, it is paid once and not by each."""
        self.moves = np.array(self._moves, np.int64)
        """What layer 1 counts for laying the pair's item there."""
        self.alone = alone
        self.minutes = np.array([self.instance.minutes[item] for item in self._item], np.int64)
        self.zone = np.array([self.instance.zone[item] for item in self._item], np.int64)
        self.line = np.array([self.instance.line[item] for item in self._item], np.int64)
        self.kinds = self._make_kinds(seen)
        self._kind_of = {
            (contact, kind.slot): number for number, kind in enumerate(self.kinds) for contact in kind.contacts
        }
        self.sets = self._empty()
        self._begin()

    @property
    def nothing(self) -> int:
        """The number that stands for no pair."""
        return len(self._item)

    def _see(self) -> dict[tuple[int, int], list[int]]:
        """The pairs each contact could do in each slot, were nothing else to do."""
        seen: dict[tuple[int, int], list[int]] = {}
        for item in range(len(self.instance.items)):
            for option in self.instance.options(item):
                if option.slot & 3 == NO_BLOCK or not self.state.fits(item, option):
                    continue
                pair = self._pair(item, option)
                for contact in option.team:
                    pairs = seen.setdefault((option.slot, contact), [])
                    if not pairs or pairs[-1] != pair:
                        pairs.append(pair)
        return seen

    def _pair(self, item: int, option: Option) -> int:
        key = self.key(item, option)
        found = self.number.get(key)
        if found is None:
            found = self.number[key] = len(self._item)
            self._item.append(item)
            self._slot.append(option.slot)
            self._cost.append(option.cost)
            self._moves.append(option.moves)
        return found

    def key(self, item: int, option: Option) -> tuple[int, int, bool]:
        """How a pair is found: by item, slot and whether an old row stays there."""
        return item, option.slot, self.instance.items[item].old is not None and not option.moves

    def _make_kinds(self, seen: dict[tuple[int, int], list[int]]) -> list[CellKind]:
        alike: dict[tuple[object, ...], tuple[list[int], list[int]]] = {}
        for (slot, contact), pairs in sorted(seen.items()):
            distinct = sorted(set(pairs))
            look = (slot, tuple(distinct), *self._look(slot, contact))
            alike.setdefault(look, (distinct, []))[1].append(contact)
        kinds = []
        for pairs, contacts in alike.values():
            slot = self._slot[pairs[0]]
            room, visited, spans = self._look(slot, contacts[0])
            kinds.append(CellKind(slot, tuple(contacts), room, visited, spans, left_out=pairs))
        return kinds

    def _look(self, slot: int, contact: int) -> tuple[int, frozenset[int], tuple[Span, ...]]:
        cell = contact * self.instance.slots + slot
        block = self.instance.problem.blocks[BLOCKS[slot & 3]]
        visited = frozenset(zone for zone in range(len(self.instance.travel)) if self.state.zone_rows.get((cell, zone)))
        busy = self.state.busy.get((contact, slot >> 2), ())
        spans = tuple(sorted(span for span in busy if span[0] < block.last and span[1] > block.first))
        return self.state.room[cell], visited, spans

    def _empty(self) -> Sets:
        none = np.zeros(0, np.int64)
        return Sets(np.zeros((0, 1), np.int64), none, none, np.zeros(0), none)

    def _begin(self) -> None:
        """Include the pairs near their ideal day."""
        lowest = np.full(len(self.instance.items), np.inf)
        np.minimum.at(lowest, self.item, self.spread)
        unit = self.instance.weight_travel / self.instance.scale
        travel = np.array([*self.instance.travel, 0], float)[self.zone] * unit
        near = self.spread - lowest[self.item] <= self._threshold * np.maximum(travel, unit * 10)
        self.include(
            {kind: [pair for pair in self.kinds[kind].left_out if near[pair]] for kind in range(len(self.kinds))}
        )

    def include(self, wanted: dict[int, list[int]]) -> int:
        """Lay out the sets with at least one of the pairs wanted, for each kind of cell; how many sets are new."""
        chunks = []
        for number, pairs in wanted.items():
            chunk = self._lay_out(number, pairs) if pairs else None
            if chunk is not None:
                chunks.append(chunk)
        self._append(chunks)
        return sum(len(chunk) for chunk in chunks)

    def kind_of(self, contact: int, slot: int) -> int | None:
        """The kind of a contact's cell, if anything can be done in it."""
        return self._kind_of.get((contact, slot))

    def find(self, contact: int, slot: int, laid: Sequence[tuple[int, Option]]) -> int | None:
        """The set of just these items in the contact's cell; lays it out where it isn't yet. None: not allowed."""
        number = self.kind_of(contact, slot)
        pairs = [self.number.get(self.key(item, option), self.nothing) for item, option in laid]
        if number is None or self.nothing in pairs:
            return None
        kind = self.kinds[number]
        self.include({number: [pair for pair in pairs if pair in set(kind.left_out)]})
        wanted = np.full(self.sets.pairs.shape[1], self.nothing)
        wanted[: len(pairs)] = sorted(pairs)
        mine = np.nonzero(self.sets.kind == number)[0]
        same = (np.sort(self.sets.pairs[mine], axis=1) == wanted).all(axis=1)
        return int(mine[same][0]) if same.any() else None

    def _lay_out(self, number: int, wanted: Sequence[int]) -> Sets | None:
        kind = self.kinds[number]
        new = sorted(wanted, key=lambda pair: (self.spread[pair], pair))
        while new:
            chunk = self._sets(number, np.array(new + kind.included, np.int64), len(new))
            if chunk is not None:
                kind.included += new
                left = set(new)
                kind.left_out = [pair for pair in kind.left_out if pair not in left]
                return chunk
            new = new[: len(new) // 2]
        return None

    def _sets(self, number: int, pairs: Ints, new: int) -> Sets | None:
        """Every set that fits, with at least one of the first `new` pairs; None if there are too many."""
        kind = self.kinds[number]
        level = self._singles(kind, pairs, new)
        levels = []
        total = 0
        while len(level.members):
            level = level.only(np.nonzero(level.minutes + level.travel <= kind.room)[0])
            levels.append(level)
            total += len(level.members)
            if total > MOST_SETS:
                return None
            level = self._longer(kind, pairs, level)
        return self._collect(number, pairs, levels)

    def _singles(self, kind: CellKind, pairs: Ints, new: int) -> "_Level":
        first = np.arange(new)
        return _Level(first[:, None], *self._one_more(kind, pairs[first], _Level.nothing(new)))

    def _one_more(self, kind: CellKind, pairs: Ints, before: "_Level") -> tuple[Ints, Ints, Ints, Floats]:
        zone = self.zone[pairs]
        bit = np.where(zone == NO_ZONE, 0, 1 << np.maximum(zone, 0))
        paid = (before.zones & bit) != 0
        paid |= np.isin(zone, np.array(sorted({*kind.visited, NO_ZONE})))
        travel = np.array([*self.instance.travel, 0], np.int64)[zone]
        return (
            before.minutes + self.minutes[pairs],
            before.travel + np.where(paid, 0, travel),
            before.zones | bit,
            before.cost + self.cost[pairs],
        )

    def _longer(self, kind: CellKind, pairs: Ints, level: "_Level") -> "_Level":
        """Each set with one later pair more, never two of one line."""
        count = len(pairs) - 1 - level.members[:, -1]
        rows = np.repeat(np.arange(len(level.members)), count)
        begins = np.repeat(np.cumsum(count) - count, count)
        after = level.members[rows, -1] + 1 + np.arange(len(rows)) - begins
        lines = self.line[pairs]
        twice = (lines[level.members[rows]] == lines[after][:, None]).any(axis=1)
        short = level.minutes[rows] + self.minutes[pairs[after]] <= kind.room
        rows, after = rows[~twice & short], after[~twice & short]
        members = np.concatenate((level.members[rows], after[:, None]), axis=1)
        return _Level(members, *self._one_more(kind, pairs[after], level.only(rows)))

    def _collect(self, number: int, pairs: Ints, levels: Sequence["_Level"]) -> Sets:
        width = max((level.members.shape[1] for level in levels), default=1)
        filled = [
            np.pad(pairs[level.members], ((0, 0), (0, width - level.members.shape[1])), constant_values=self.nothing)
            for level in levels
        ] or [np.zeros((0, width), np.int64)]
        sets = Sets(
            np.concatenate(filled),
            np.concatenate([level.minutes for level in levels]) if levels else np.zeros(0, np.int64),
            np.concatenate([level.travel for level in levels]) if levels else np.zeros(0, np.int64),
            np.concatenate([level.cost for level in levels]) if levels else np.zeros(0),
            np.zeros(0, np.int64),
        )
        sets.kind = np.full(len(sets), number, np.int64)
        sets.cost = sets.cost + sets.travel * (self.instance.weight_travel / self.instance.scale)
        return self._timed(number, sets) if self.kinds[number].spans else sets

    def _timed(self, number: int, sets: Sets) -> Sets:
        """Only the sets for which there are times between what stands already."""
        kind = self.kinds[number]
        block = self.instance.problem.blocks[BLOCKS[kind.slot & 3]]

        def fits(row: Iterable[int]) -> bool:
            jobs = [Job(int(self.minutes[pair]), ("",)) for pair in row if pair != self.nothing]
            return start_times(block, jobs, {"": kind.spans}) is not None

        keep = np.array([fits(row) for row in sets.pairs.tolist()], bool)
        return Sets(sets.pairs[keep], sets.minutes[keep], sets.travel[keep], sets.cost[keep], sets.kind[keep])

    def _append(self, chunks: Sequence[Sets]) -> None:
        everything = [self.sets, *chunks]
        width = max(each.pairs.shape[1] for each in everything)
        self.sets = Sets(
            np.concatenate(
                [
                    np.pad(each.pairs, ((0, 0), (0, width - each.pairs.shape[1])), constant_values=self.nothing)
                    for each in everything
                ]
            ),
            *(
                np.concatenate([getattr(each, name) for each in everything])
                for name in ("minutes", "travel", "cost", "kind")
            ),
        )


@dataclass(slots=True)
class _Level:
    """Sets of one size while they are laid out. `members` count within the cell's own pairs."""

    members: Ints
    minutes: Ints
    travel: Ints
    zones: Ints
    cost: Floats

    @classmethod
    def nothing(cls, count: int) -> "_Level":
        none = np.zeros(count, np.int64)
        return cls(np.zeros((count, 0), np.int64), none, none, none, np.zeros(count))

    def only(self, which: Ints) -> "_Level":
        return _Level(self.members[which], self.minutes[which], self.travel[which], self.zones[which], self.cost[which])
