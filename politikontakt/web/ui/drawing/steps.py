"""A chart of steps: what was done through a period, what is planned, and what was expected by then."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from politikontakt.core.calendar.ranges import DayRange

Step = tuple[date, int]
"""From this day on, this many in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What the chart shows. Days are sorted; each day in `done` and `planned` is one more.

    `expected` holds the days from which the next one is expected, one day for each of `required`.
    """

    period: DayRange
    today: date
    required: int
    done: tuple[date, ...] = ()
    planned: tuple[date, ...] = ()
    expected: tuple[date, ...] = ()
    closed: tuple[DayRange, ...] = ()

    @property
    def highest(self) -> int:
        """The highest number the chart must have room for, at least 1."""
        return max(self.required, len(self.done) + len(self.planned), len(self.expected), 1)

    def expected_on(self, day: date) -> int:
        """How many were expected by the end of `day`."""
        return bisect_right(self.expected, day)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The drawing's size in its own units."""

    width: int
    height: int
    left: int = 34
    top: int = 14
    right: int = 22
    bottom: int = 30

    @property
    def floor(self) -> int:
        """Where zero is."""
        return self.height - self.bottom


WIDE = Sheet(1100, 230)
NARROW = Sheet(360, 250, left=26, right=12)


@dataclass(frozen=True, slots=True)
class Chart:
    """A course laid out on a sheet, ready to draw."""

    sheet: Sheet
    rules: tuple[tuple[float, int], ...]
    """Level lines: y and the number."""
    months: tuple[tuple[float, date], ...]
    """x of each month's first day, and that day."""
    closed: tuple[tuple[float, float], ...]
    """x and width of each closed stretch."""
    expected: str
    done: str
    planned: str
    """Paths."""
    dots: tuple[tuple[float, float], ...]
    rings: tuple[tuple[float, float], ...]
    today: float | None
    """x of today, None outside the period."""
    today_left: bool
    """Whether today's label stands to the left of its line."""

    @property
    def right(self) -> int:
        """Where the level lines end."""
        return self.sheet.width - self.sheet.right

    @property
    def height(self) -> int:
        """From the highest number down to zero."""
        return self.sheet.floor - self.sheet.top


def chart(course: Course, sheet: Sheet = WIDE) -> Chart:
    """Lay `course` out on `sheet`: the first day of the period to the left, the day after its last to the right."""
    axis = _Axis(course, sheet)
    reached = min(course.today, course.period.last)
    dots = _climb(course.done, from_level=0)
    rings = _climb(course.planned, from_level=len(course.done))
    return Chart(
        sheet=sheet,
        rules=tuple((axis.y(level), level) for level in _levels(course.highest)),
        months=tuple((axis.x(day), day) for day in _month_starts(course.period, every=1 if sheet is WIDE else 3)),
        closed=tuple(axis.stretch(days) for days in course.closed if days.cut(course.period)),
        expected=axis.path(_climb(course.expected, from_level=0), start=0, until=course.period.last),
        done=axis.path(dots, start=0, until=reached),
        planned=axis.path(rings, start=len(course.done), begin=reached, until=None) if rings else "",
        dots=tuple((axis.x(day), axis.y(level)) for day, level in dots),
        rings=tuple((axis.x(day), axis.y(level)) for day, level in rings),
        today=axis.x(course.today) if course.today in course.period else None,
        today_left=axis.x(reached) > sheet.width / 2,
    )


class _Axis:
    """Days to x, numbers to y."""

    def __init__(self, course: Course, sheet: Sheet) -> None:
        self.first = course.period.first
        self.last = course.period.last
        self.sheet = sheet
        self.day_width = (sheet.width - sheet.left - sheet.right) / ((self.last - self.first).days + 1)
        self.level_height = (sheet.floor - sheet.top) / course.highest

    def x(self, day: date) -> float:
        """Where a day begins, held inside the sheet."""
        days = min(max((day - self.first).days, 0), (self.last - self.first).days + 1)
        return round(self.sheet.left + days * self.day_width, 1)

    def y(self, level: int) -> float:
        """How high a number is."""
        return round(self.sheet.floor - level * self.level_height, 1)

    def stretch(self, days: DayRange) -> tuple[float, float]:
        """Where a stretch of days begins and how wide it is."""
        begin = self.x(days.first)
        return begin, round(self.x(days.last + timedelta(days=1)) - begin, 1)

    def path(self, steps: Sequence[Step], *, start: int, until: date | None, begin: date | None = None) -> str:
        """A line that goes up at each step, from `begin` (the period's first day) to the end of `until`."""
        line = f"M{self.x(begin or self.first)} {self.y(start)}"
        line += "".join(f"H{self.x(day)}V{self.y(level)}" for day, level in steps if until is None or day <= until)
        return line if until is None else f"{line}H{self.x(until + timedelta(days=until == self.last))}"


def _climb(days: Sequence[date], *, from_level: int) -> tuple[Step, ...]:
    """One more from each day on."""
    return tuple((day, from_level + number) for number, day in enumerate(days, 1))


def _levels(highest: int) -> range:
    """The numbers that get a line: at most six, evenly apart."""
    apart = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if highest / step <= 5)
    return range(0, highest + 1, apart)


def _month_starts(period: DayRange, *, every: int) -> list[date]:
    """The first day of every month (or third month) in the period; the period's own first day begins it."""
    starts = [period.first]
    day = period.first.replace(day=1)
    while True:
        day = (day + timedelta(days=32)).replace(day=1)
        if day > period.last:
            return starts[::every]
        starts.append(day)
