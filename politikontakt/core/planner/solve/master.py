"""The master program: which set of items each contact does in each block, as a linear program.

Columns are sets from the pool, one for each contact who could do them. Rows say that every item is laid
once, that a contact does one set in a block, and what weeks, evenings, Saturdays, nights, joint items,
continuity and balance ask. Whatever is not placed keeps its layer: rows hold what is short and what is
unplaced at the level that is given.
"""

from collections import defaultdict

import numpy as np

from politikontakt.core.planner.solve.instance import EVENING
from politikontakt.core.planner.solve.lp import INFINITY, columns
from politikontakt.core.planner.solve.rows_of_items import Aim, Level
from politikontakt.core.planner.solve.rows_of_limits import LimitRows
from politikontakt.core.planner.solve.state import Outside

__all__ = ["Aim", "Level", "Rows"]


class Rows(LimitRows):
    """All rows of the master program, and the columns that are no sets: faces, choices, differences."""

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
        self.fixed = columns(self._costs, self._entries)
        self.lower = np.array(self._lower)
        self.upper = np.array(self._upper)
        self.program.add(self.fixed, self.lower, self.upper)

    # What contacts share

    def _balance(self) -> None:
        instance, state = self.instance, self.pool.state
        charged = self.charged
        evening = self.paid * instance.weight_evening / instance.scale
        minute = self.paid * instance.weight_minute / instance.scale
        most_minutes = float(sum(instance.minutes) + sum(state.busy_minutes))
        outside = state.outside if charged.among else Outside()
        evening_rows, self.fewest_evenings = self._difference(
            (evening * charged.most_evenings, evening * charged.least_evenings),
            [float(each) for each in state.evening_days],
            float(instance.days),
            outside.evenings,
            asked=charged.fewest_evenings > 0,
        )
        minute_rows, fewest_minutes = self._difference(
            (minute * charged.most_minutes, minute * charged.least_minutes),
            [float(each) for each in state.busy_minutes],
            most_minutes,
            outside.minutes,
            asked=charged.fewest_minutes > 0,
        )
        if self.fewest_evenings is not None and charged.fewest_evenings:
            self.asked[self.fewest_evenings] = (charged.fewest_evenings, charged.fewest_evenings)
        if fewest_minutes is not None:
            self.asked[fewest_minutes] = (charged.fewest_minutes, self._upper[fewest_minutes])
        for contact in instance.steady:
            self.minutes[contact] = minute_rows[contact]
            for kind in self.pool.kinds:
                new = not state.rows[contact * instance.slots + kind.slot]
                if kind.slot & 3 == EVENING and contact in kind.contacts and new:
                    self.evenings[contact, kind.slot] = evening_rows[contact]

    def _difference(
        self,
        weights: tuple[float, float],
        known: list[float],
        most: float,
        outside: tuple[int, int] | None,
        *,
        asked: bool = False,
    ) -> tuple[dict[int, int], int | None]:
        """Rows that count something for each steady contact; the most costs one weight, the least earns the other.

        Also the column of the least, if there is one.

        Where others stand `outside`, the most is no less than theirs, and the least no more.
        """
        if not self.instance.steady or not (asked or any(weights)):
            return {contact: self._row(-INFINITY, INFINITY) for contact in self.instance.steady}, None
        low, high = outside or (most, 0)
        highest = self._column(weights[0], high, max(high, most), {})
        lowest = self._column(-weights[1], 0, min(low, most), {})
        found = {}
        for contact in self.instance.steady:
            counted = self._row(-known[contact], -known[contact])
            above, below = self._row(0, INFINITY), self._row(-INFINITY, 0)
            self._column(0, 0, most, {counted: -1, above: -1, below: -1})
            self._entries[highest][above] = 1
            self._entries[lowest][below] = 1
            found[contact] = counted
        return found, lowest

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
