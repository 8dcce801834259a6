"""The question whether several items can all be laid, as a program in whole numbers without anything to make least."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from politikontakt.core.calendar.periods import ONE_DAY
from politikontakt.core.planner.axis import SATURDAY
from politikontakt.core.planner.conflicts.staying import let_stay
from politikontakt.core.planner.conflicts.taken import Taken
from politikontakt.core.planner.conflicts.ways import Undecided, Way
from politikontakt.core.planner.hard.diary import iso_week
from politikontakt.core.planner.model import EVENING, MORNING, Item, Problem
from politikontakt.core.planner.solve.lp import INFINITY, Floats, Program, columns
from politikontakt.core.planner.starts import Job, start_times

NODES = 200
MOST_CUTS = 40
"""Answers without hours for all, after which the search ends."""
MOST_CHOICES = 4_000
"""In one program."""
_WEEK = timedelta(days=7)


class Choice(NamedTuple):
    """An item and one way to lay it: a column of the program."""

    item: Item
    way: Way


class Together:
    """A program with a column for each choice. Rows are those of `hard/`; hours are tried on each answer."""

    def __init__(self, problem: Problem, taken: Taken, limits: frozenset[str]) -> None:
        """`limits` are the codes of those that hold: `limit:NAME/PERSON/WEEK`."""
        self.problem = problem
        self.taken = taken
        self.limits = limits
        self.choices: list[Choice] = []
        self._program = Program()
        self._rows: dict[tuple[object, ...], int] = {}
        self._entries: list[dict[int, float]] = []
        self._extra: dict[tuple[object, ...], dict[int, float]] = {}
        """Columns that say whether something takes place at all: a trip, an evening, a Saturday."""
        self._worked: set[tuple[str, date]] = set()
        """Saturdays that somebody may work."""

    def demand(self, item: Item, open_ways: Sequence[Way]) -> None:
        """The item must be laid in one of these ways."""
        self._program.row(1, 1)
        demand = len(self._program.lower) - 1
        for way in open_ways:
            self.choices.append(Choice(item, way))
            self._entries.append({demand: 1.0})
            self._enter(self._entries[-1], item, way)
        if len(self.choices) > MOST_CHOICES:
            raise Undecided

    def _row(self, most: float, *key: object) -> int:
        found = self._rows.get(key)
        if found is None:
            found = self._rows[key] = self._program.row(-INFINITY, most)
        return found

    def _enter(self, entries: dict[int, float], item: Item, way: Way) -> None:
        entries[self._row(1, "line", item.key.series, item.key.place, way.day)] = 1
        for person in way.people:
            if person in self.problem.limits:
                self._of_person(entries, item, way, person)

    def _of_person(self, entries: dict[int, float], item: Item, way: Way, person: str) -> None:
        rows = [row for row in (self._block(person, way), self._week(person, way)) if row is not None]
        for row in rows:
            entries[row] = entries.get(row, 0.0) + item.minutes
        travel = self.taken.travel_to(person, way, item.group.zone)
        if travel:
            self._trip(entries, item, way, person, dict.fromkeys(rows, float(travel)))
        if way.block in (EVENING, MORNING):
            self._night(entries, item, way, person)
        if way.day.weekday() == SATURDAY:
            self._saturday(entries, item, way, person)

    def _block(self, person: str, way: Way) -> int | None:
        if way.block is None:
            return None
        left = self.problem.blocks[way.block].minutes - self.taken.in_block.get((person, way.day, way.block), 0)
        return self._row(max(0, left), "block", person, way.day, way.block)

    def _week(self, person: str, way: Way) -> int | None:
        if not self._holds("weekly_minutes", person, way.week):
            return None
        left = self.problem.limits[person].weekly_minutes - self.taken.in_week.get((person, way.week), 0)
        return self._row(max(0, left), "week", person, way.week)

    def _holds(self, name: str, person: str, week: str) -> bool:
        return f"limit:{name}/{person}/{week}" in self.limits

    def _takes_place(self, entries: dict[int, float], item: Item, *what: object) -> dict[int, float]:
        """Join the choice to the column that is 1 when `what` takes place; that column's entries."""
        entries[row := self._row(0, "takes place", item.key, *what)] = 1
        column = self._extra.setdefault(what, {})
        column[row] = -1
        return column

    def _trip(self, entries: dict[int, float], item: Item, way: Way, person: str, minutes: dict[int, float]) -> None:
        where = way.block if way.block is not None else item.key
        column = self._takes_place(entries, item, "trip", person, way.day, where, item.group.zone)
        column.update(minutes)

    def _night(self, entries: dict[int, float], item: Item, way: Way, person: str) -> None:
        column = self._takes_place(entries, item, way.block, person, way.day)
        evening = way.day if way.block == EVENING else way.day - ONE_DAY
        column[self._row(1, "night", person, evening)] = 1
        if way.block == EVENING and self._holds("evenings_per_week", person, way.week):
            had = self.taken.evenings(person, way.week)
            most = self.problem.limits[person].evenings_per_week
            if (person, way.day, EVENING) not in self.taken.blocks or had > most:
                column[self._row(max(0, most - had), "evenings", person, way.week)] = 1

    def _saturday(self, entries: dict[int, float], item: Item, way: Way, person: str) -> None:
        self._takes_place(entries, item, "saturday", person, way.day)
        self._worked.add((person, way.day))

    def _saturdays(self) -> None:
        """Where the limit of a Saturday holds and something new lies on it, so does each run of three that holds it."""
        for person, day in sorted(self._worked):
            if self._holds("saturdays_per_three_weeks", person, iso_week(day)):
                most = self.problem.limits[person].saturdays_per_three_weeks
                for first in (day - 2 * _WEEK, day - _WEEK, day):
                    self._run(person, day, [first, first + _WEEK, first + 2 * _WEEK], most)

    def _run(self, person: str, day: date, three: list[date], most: int) -> None:
        had = sum((person, each) in self.taken.saturdays for each in three if each != day)
        row = self._program.row(-INFINITY, most - had + 2)
        for each in three:
            column = self._extra.get(("saturday", person, each))
            if column is not None and (each == day or (person, each) not in self.taken.saturdays):
                column[row] = 3 if each == day else 1

    def possible(self) -> bool:
        """Whether all that is demanded can be laid. Raises Undecided where the search ends at its limit."""
        self._saturdays()
        program = self._program
        extra = list(self._extra.values())
        extra += let_stay(program, [choice.way.stays for choice in self.choices], self._entries, extra)
        for sort in (self._entries, extra):
            program.add(columns([0.0] * len(sort), sort), np.zeros(len(sort)), np.ones(len(sort)))
        program.whole(np.arange(len(self.choices)))
        program.limit(mip_max_nodes=NODES)
        for _ in range(MOST_CUTS):
            program.solve()
            if program.infeasible:
                return False
            if not program.found:
                raise Undecided
            clash = self._clash(program.values[: len(self.choices)])
            if clash is None:
                return True
            program.cut(len(clash) - 1, np.array(clash))
        raise Undecided

    def _clash(self, values: Floats) -> list[int] | None:
        """Choices of one block for which there are no hours."""
        blocks: dict[tuple[date, str], list[int]] = defaultdict(list)
        for number in np.nonzero(values > 0.5)[0].tolist():
            way = self.choices[number].way
            if way.block is not None:
                blocks[way.day, way.block].append(number)
        for (day, block), numbers in sorted(blocks.items()):
            new = any(not self.choices[number].way.stays for number in numbers)
            if new and not self._finds_hours(day, block, numbers):
                return numbers
        return None

    def _finds_hours(self, day: date, block: str, numbers: Sequence[int]) -> bool:
        jobs = [Job(self.choices[number].item.minutes, self.choices[number].way.people) for number in numbers]
        people = {person for job in jobs for person in job.people}
        busy = {person: self.taken.busy.get((person, day), ()) for person in people}
        return start_times(self.problem.blocks[block], jobs, busy) is not None
