"""What stands in an item's way where there are days and people: absences, closures, meetings, rows, limits."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, islice

from politikontakt.core.calendar.periods import ONE_DAY
from politikontakt.core.planner.axis import SATURDAY
from politikontakt.core.planner.conflicts.bounds import too_long, window_days
from politikontakt.core.planner.hard.diary import iso_week, travel_of
from politikontakt.core.planner.laid import Laid
from politikontakt.core.planner.model import EVENING, MORNING, Item, Problem
from politikontakt.core.planner.starts import Job, start_times

_NEAR = timedelta(days=21)
_MOST_TEAMS = 60

LIMITS = ("saturdays_per_three_weeks", "evenings_per_week", "weekly_minutes")
"""In the order in which they are left out of an explanation."""


class Standing:
    """An item, and all that is laid near the days it may lie on. `codes` in the order they are tried to leave out."""

    def __init__(self, problem: Problem, item: Item, rows: Sequence[Laid]) -> None:
        self.problem = problem
        self.item = item
        self.days = window_days(problem, item)
        self.blocks = [name for name in item.group.blocks if not too_long(problem, item, name)]
        self.closures = [each for each in problem.closures if each.place == item.key.place]
        self.crew = {person for day in self.days for person in problem.in_role(item.group.role, day)}
        self.rows = [(_code(row), row) for row in rows if self._is_near(row)]
        self.absences = [each for each in problem.absences if each.person in self.crew]

    def _is_near(self, row: Laid) -> bool:
        if not self.days or not self.days[0] - _NEAR <= row.day <= self.days[-1] + _NEAR:
            return False
        return bool(self.crew.intersection(row.people)) or (row.series, row.place) == self.item.key[:2]

    @property
    def codes(self) -> list[str]:
        """Everything that may stand in the way: other series first, absences last."""
        rows = sorted({code for code, _ in self.rows}, key=lambda code: (not code.startswith("series:"), code))
        weeks = sorted({iso_week(day) for day in self.days})
        limits = [f"limit:{name}/{person}/{week}" for name in LIMITS for person in sorted(self.crew) for week in weeks]
        closed = sorted({each.code for each in self.closures})
        return [*rows, *limits, *closed, *sorted({each.code for each in self.absences})]

    def possible(self, standing: frozenset[str]) -> bool:
        """Whether it can be placed when only these stand in its way, the others' rows where they lie."""
        rows = [row for code, row in self.rows if code in standing]
        return any(
            self._works(day, block, team, rows, standing)
            for day in self.days
            if not any(each.code in standing and each.first <= day <= each.last for each in self.closures)
            and not any((row.series, row.place, row.day) == (*self.item.key[:2], day) for row in rows)
            for block in self.blocks
            for team in self._teams(day, block, standing)
        )

    def _teams(self, day: date, block: str, standing: frozenset[str]) -> Iterator[tuple[str, ...]]:
        crew = self.problem.in_role(self.item.group.role, day)
        there = [person for person in crew if not self._away(person, day, block, standing)]
        needed = len(crew) if self.item.group.people is None else self.item.group.people
        return islice(combinations(there, needed), _MOST_TEAMS) if needed else iter(())

    def _away(self, person: str, day: date, block: str, standing: frozenset[str]) -> bool:
        return any(each.code in standing and each.covers(person, day, block) for each in self.absences)

    def _works(
        self, day: date, block: str, team: tuple[str, ...], rows: Sequence[Laid], standing: frozenset[str]
    ) -> bool:
        new = Laid(
            code="new",
            day=day,
            block=block,
            start=None,
            minutes=self.item.minutes,
            zone=self.item.group.zone,
            people=team,
            series=None,
            place=None,
            new=True,
        )
        return all(self._copes(person, new, rows, standing) for person in team) and self._finds_hours(new, rows)

    def _copes(self, person: str, new: Laid, rows: Sequence[Laid], standing: frozenset[str]) -> bool:
        mine = [new, *(row for row in rows if person in row.people)]
        here = [row for row in mine if (row.day, row.block) == (new.day, new.block)]
        if _minutes(self.problem, here) > self.problem.blocks[new.block or ""].minutes:
            return False
        return _rested(new, mine) and all(
            _within(self.problem, name, person, new, mine)
            for name in LIMITS
            if f"limit:{name}/{person}/{iso_week(new.day)}" in standing
        )

    def _finds_hours(self, new: Laid, rows: Sequence[Laid]) -> bool:
        """Beside rows with fixed hours; those that a plan lays in the same block may begin at any."""
        busy: dict[str, list[tuple[int, int]]] = {}
        jobs = [Job(new.minutes, new.people)]
        for row in rows:
            if row.day == new.day and row.item is not None and row.block == new.block:
                jobs.append(Job(row.minutes, row.people))
            elif row.day == new.day and row.start is not None:
                for person in row.people:
                    busy.setdefault(person, []).append((row.start, row.start + row.minutes))
        return start_times(self.problem.blocks[new.block or ""], jobs, busy) is not None


def _code(row: Laid) -> str:
    return row.code if row.item is None else f"series:{row.item.key.group}"


def _minutes(problem: Problem, rows: Sequence[Laid]) -> int:
    return sum(row.minutes for row in rows) + travel_of(problem, rows)


def _rested(new: Laid, mine: Sequence[Laid]) -> bool:
    """The evening closes the next day's morning, which has no code: it is nobody's choice."""
    if new.block == EVENING:
        return not any(row.day == new.day + ONE_DAY and row.block == MORNING for row in mine)
    if new.block == MORNING:
        return not any(row.day == new.day - ONE_DAY and row.block == EVENING for row in mine)
    return True


def _within(problem: Problem, name: str, person: str, new: Laid, mine: Sequence[Laid]) -> bool:
    most: int = getattr(problem.limits[person], name)
    if name == "saturdays_per_three_weeks":
        return _saturdays(new, mine) <= most
    week = [row for row in mine if iso_week(row.day) == iso_week(new.day)]
    if name == "weekly_minutes":
        return _minutes(problem, week) <= most
    evenings = {row.day for row in week if row.block == EVENING}
    return new.block != EVENING or len(evenings) <= most


def _saturdays(new: Laid, mine: Sequence[Laid]) -> int:
    """The most Saturdays with anything in three weeks that hold the new row's."""
    if new.day.weekday() != SATURDAY:
        return 0
    taken = {row.day for row in mine if row.day.weekday() == SATURDAY}
    lasts = [new.day + timedelta(days=7 * ahead) for ahead in range(3)]
    return max(sum(last - timedelta(days=7 * back) in taken for back in range(3)) for last in lasts)
