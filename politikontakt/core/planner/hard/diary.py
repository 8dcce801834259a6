"""All that is laid, as each contact's diary."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from politikontakt.core.planner.laid import Laid
from politikontakt.core.planner.model import Problem

_Key = TypeVar("_Key", bound=Hashable)


class Diary:
    """Made once for each check; the rules ask it."""

    def __init__(self, problem: Problem, rows: Sequence[Laid]) -> None:
        self.problem = problem
        self.rows = rows

    @cached_property
    def by_person(self) -> Mapping[str, Sequence[Laid]]:
        """What each contact takes part in. Contacts without anything are there too."""
        found: dict[str, list[Laid]] = {person: [] for person in self.problem.contacts}
        for row in self.rows:
            for person in row.people:
                if person in found:
                    found[person].append(row)
        return found

    @cached_property
    def by_day(self) -> Mapping[date, Sequence[Laid]]:
        """Everything of each day."""
        return by(self.rows, lambda row: row.day)

    def grouped(self, person: str, key: Callable[[Laid], _Key]) -> Mapping[_Key, list[Laid]]:
        """A contact's rows by something, in the order of that."""
        return by(self.by_person[person], key)


def by(rows: Iterable[Laid], key: Callable[[Laid], _Key]) -> Mapping[_Key, list[Laid]]:
    """Rows by something they have, in the order of their days."""
    found: dict[_Key, list[Laid]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.day, row.code)):
        found[key(row)].append(row)
    return found


def travel_of(problem: Problem, rows: Iterable[Laid]) -> int:
    """The travel of one contact's rows: each day, block and zone once."""
    trips = {(row.visit, row.zone) for row in rows if row.zone is not None}
    return sum(problem.travel_to(zone) for _, zone in trips)


def iso_week(day: date) -> str:
    """The ISO week as a conflict names it: `2027-W06`."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"
