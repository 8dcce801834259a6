"""The master program's rows for blocks, nights, weeks and Saturdays."""

import numpy as np

from politikontakt.core.planner.solve.instance import BLOCKS, EVENING, MORNING
from politikontakt.core.planner.solve.lp import INFINITY
from politikontakt.core.planner.solve.rows_of_items import NO_ROW, ItemRows


class LimitRows(ItemRows):
    """One set in a block; minutes and evenings in a week; Saturdays."""

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
                    if contact in kind.contacts and self.instance.saturday[kind.slot >> 2]
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
