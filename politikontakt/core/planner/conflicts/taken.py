"""What rows and meetings that stand leave of each contact's time, when only some of them are looked at."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from politikontakt.core.calendar.periods import ONE_DAY
from politikontakt.core.planner.axis import SATURDAY
from politikontakt.core.planner.conflicts.ways import Way
from politikontakt.core.planner.hard.diary import iso_week
from politikontakt.core.planner.laid import Laid
from politikontakt.core.planner.model import EVENING, MORNING, Item, Problem
from politikontakt.core.planner.starts import Span


class Taken:
    """The rows that stand, summed up by contact and day, block and week."""

    def __init__(self, problem: Problem, rows: Iterable[Laid]) -> None:
        self.problem = problem
        self.in_block: dict[tuple[str, date, str], int] = defaultdict(int)
        """Minutes, travel included."""
        self.in_week: dict[tuple[str, str], int] = defaultdict(int)
        """Minutes, travel included."""
        self.zones: set[tuple[str, date, str | None, str]] = set()
        self.blocks: set[tuple[str, date, str]] = set()
        """Blocks with anything in them."""
        self.saturdays: set[tuple[str, date]] = set()
        self.busy: dict[tuple[str, date], list[Span]] = defaultdict(list)
        self.visits: set[tuple[str | None, str | None, date]] = set()
        """Days on which a series is at a place already."""
        for row in rows:
            self.visits.add((row.series, row.place, row.day))
            for person in row.people:
                self._enter(person, row)

    def _enter(self, person: str, row: Laid) -> None:
        minutes = row.minutes + self._travel(person, row)
        self.in_week[person, iso_week(row.day)] += minutes
        if row.block is not None:
            self.in_block[person, row.day, row.block] += minutes
            self.blocks.add((person, row.day, row.block))
        if row.day.weekday() == SATURDAY:
            self.saturdays.add((person, row.day))
        if row.start is not None:
            self.busy[person, row.day].append((row.start, row.start + row.minutes))

    def _travel(self, person: str, row: Laid) -> int:
        if row.zone is None:
            return 0
        visit = (person, row.day, row.visit[1], row.zone)
        if visit in self.zones:
            return 0
        self.zones.add(visit)
        return self.problem.travel_to(row.zone)

    def evenings(self, person: str, week: str) -> int:
        """Days of the week with anything in the evening."""
        return sum(who == person and block == EVENING and iso_week(day) == week for who, day, block in self.blocks)

    def travel_to(self, person: str, way: Way, zone: str | None) -> int:
        """Minutes of travel one more visit there would add."""
        return 0 if (person, way.day, way.block, zone) in self.zones else self.problem.travel_to(zone)

    def leaves(self, item: Item, way: Way) -> bool:
        """Whether the item may be laid so beside what stands, weeks and hours left aside."""
        if way.stays:
            return True
        if (item.key.series, item.key.place, way.day) in self.visits:
            return False
        return way.block is None or all(self._leaves(person, item, way) for person in way.people)

    def _leaves(self, person: str, item: Item, way: Way) -> bool:
        assert way.block is not None
        need = item.minutes + self.travel_to(person, way, item.group.zone)
        if self.in_block.get((person, way.day, way.block), 0) + need > self.problem.blocks[way.block].minutes:
            return False
        if way.block == EVENING:
            return (person, way.day + ONE_DAY, MORNING) not in self.blocks
        return way.block != MORNING or (person, way.day - ONE_DAY, EVENING) not in self.blocks
