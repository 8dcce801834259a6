"""The conflict of an item when everything else may move: what makes it impossible wherever the others lie."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from politikontakt.core.planner.axis import SATURDAY
from politikontakt.core.planner.conflicts.filter import least
from politikontakt.core.planner.conflicts.quickly import least_of_many
from politikontakt.core.planner.conflicts.standing import LIMITS
from politikontakt.core.planner.conflicts.taken import Taken
from politikontakt.core.planner.conflicts.together import Together
from politikontakt.core.planner.conflicts.ways import Undecided, Way, ways
from politikontakt.core.planner.laid import Laid, laid
from politikontakt.core.planner.model import Absence, Item, ItemKey, Plan, Problem
from politikontakt.core.planner.stopping import Stop, never

MOST_CHOICES = 50_000
"""Choices in all programs for all items of a plan together."""
AROUND = (timedelta(weeks=1), timedelta(weeks=5))
"""How far around an item's days others are looked at, before all of them are."""
_THREE_WEEKS = timedelta(days=21)


class Movable:
    """A plan, and why what it leaves out has no room in any other with the same items."""

    def __init__(self, problem: Problem, plan: Plan, stop: Stop = never) -> None:
        """Once `stop` says so, nothing more is known."""
        placed = {each.item for each in plan}
        self.problem = problem
        self.placed = [item for item in problem.items if item.key in placed]
        self.rows = laid(problem, ())
        self.left = MOST_CHOICES
        self.stop = stop
        self._away: dict[str, list[Absence]] = defaultdict(list)
        for each in problem.absences:
            self._away[each.person].append(each)
        self._ways: dict[ItemKey, tuple[Way, ...]] = {}

    def ways(self, item: Item) -> tuple[Way, ...]:
        """Where the item could be laid."""
        if item.key not in self._ways:
            self._ways[item.key] = ways(self.problem, item, self._away)
        return self._ways[item.key]

    def conflict(self, item: Item) -> tuple[str, ...] | None:
        """What stands in the item's way, everything else movable; None where that is not known, or there is room."""
        try:
            near = next((each for each in self._nearer_and_farther(item) if not each.possible(each.all)), None)
            if near is None:
                return None
            found = least_of_many(near.codes, near.possible)
            whole = Room(self, item, self.placed)
            return tuple(sorted(least(reversed(found), whole.possible), key=_in_order))
        except Undecided:
            return None

    def _nearer_and_farther(self, item: Item) -> Iterator["Room"]:
        days = [way.day for way in self.ways(item)]
        for around in AROUND:
            first, last = min(days) - around, max(days) + around
            near = [other for other in self.placed if any(first <= way.day <= last for way in self.ways(other))]
            if len(near) < len(self.placed):
                yield Room(self, item, near)
        yield Room(self, item, self.placed)

    def spend(self, choices: int) -> None:
        """Count the choices of one question more."""
        self.left -= choices
        if self.left < 0 or self.stop():
            raise Undecided


def _in_order(code: str) -> tuple[int, str]:
    """Other series first, absences last."""
    kinds = ("series", "activity", "meeting", "limit", "closed", "availability")
    return kinds.index(code.partition(":")[0]), code


class Room:
    """Whether an item can be laid together with others, when only some codes stand in its way."""

    def __init__(self, movable: Movable, item: Item, others: Sequence[Item]) -> None:
        self.movable = movable
        self.problem = movable.problem
        self.item = item
        self.others = [other for other in others if other.key != item.key]
        self._limits = self._limit_codes()
        self._rows = list(self._rows_beside())

    @property
    def all(self) -> frozenset[str]:
        """Everything that may stand in the way."""
        return frozenset(self.codes)

    @property
    def codes(self) -> list[str]:
        """The same, absences first: what stands first is named before what could be named instead."""
        ways = [way for item in self._everyone() for way in self.movable.ways(item)]
        barred = sorted({code for way in ways for code in way.barred})
        return [
            *sorted(barred, key=lambda code: not code.startswith("availability:")),
            *self._limits,
            *sorted({row.code for row in self._rows}, key=lambda code: (not code.startswith("activity:"), code)),
            *sorted({f"series:{other.key.group}" for other in self.others}),
        ]

    def _everyone(self) -> list[Item]:
        return [self.item, *self.others]

    def _limit_codes(self) -> list[str]:
        found: dict[str, set[tuple[str, str]]] = {name: set() for name in LIMITS}
        for item in self._everyone():
            for way in self.movable.ways(item):
                for person in way.people:
                    found["weekly_minutes"].add((person, way.week))
                    if way.block == "evening":
                        found["evenings_per_week"].add((person, way.week))
                    if way.day.weekday() == SATURDAY:
                        found["saturdays_per_three_weeks"].add((person, way.week))
        return [f"limit:{name}/{person}/{week}" for name in reversed(LIMITS) for person, week in sorted(found[name])]

    def _rows_beside(self) -> Iterator[Laid]:
        """What stands near any way of anybody."""
        ways = [way for item in self._everyone() for way in self.movable.ways(item)]
        people = {person for way in ways for person in way.people}
        lines = {item.key[:2] for item in self._everyone()}
        days: list[date] = [way.day for way in ways]
        first, last = min(days) - _THREE_WEEKS, max(days) + _THREE_WEEKS
        for row in self.movable.rows:
            if first <= row.day <= last and (people.intersection(row.people) or (row.series, row.place) in lines):
                yield row

    def possible(self, standing: frozenset[str]) -> bool:
        """Whether it can be laid, and with it every item of the series that are named."""
        taken = Taken(self.problem, (row for row in self._rows if row.code in standing))
        together = Together(self.problem, taken, frozenset(code for code in standing if code.startswith("limit:")))
        for item in self._everyone():
            if item is self.item or f"series:{item.key.group}" in standing:
                open_ways = [way for way in self.movable.ways(item) if not way.barred & standing]
                fitting = [way for way in open_ways if taken.leaves(item, way)]
                if not fitting:
                    return False
                together.demand(item, fitting)
        self.movable.spend(len(together.choices))
        return together.possible()
