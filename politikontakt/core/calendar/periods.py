"""How an agreement's life is cut into periods.

A period is named for its whole (`2016/17`), and clipped to the days the agreement is in force:
with a start on 1 October 2016 the school year 2016/17 has 304 of its 365 days.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from politikontakt.core.calendar.ranges import DayRange

ONE_DAY = timedelta(days=1)

MonthDay = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Period:
    """One period. `whole` as the calendar has it, `days` only those in force.

    `kind` is what the agreement calls it (`school_year`, `term` …, or `cohort` for a cohort's window).
    """

    kind: str
    label: str
    whole: DayRange
    days: DayRange

    def over(self, on: date) -> bool:
        """Whether its last day in force is past."""
        return on > self.days.last

    @property
    def clipped(self) -> bool:
        """Whether the agreement's own first or last day cuts it short."""
        return self.days != self.whole


@dataclass(frozen=True, slots=True)
class _Cut:
    """What a way of cutting needs to know beside the day."""

    in_force: DayRange
    school_year_starts: MonthDay


_Whole = tuple[str, DayRange]


def day_of_month(year: int, month: int, day: int) -> date:
    """That day of the month, or its last where the month lacks it. Months past 12 go into the next years."""
    years, month = divmod(month - 1, 12)
    year, month = year + years, month + 1
    return date(year, month, min(day, monthrange(year, month)[1]))


def _eve_of(year: int, month: int, day: int) -> date:
    """The day before `day_of_month`; at the end of the calendar its very last day."""
    if (year * 12 + month - 1) // 12 > date.max.year:
        return date.max
    return day_of_month(year, month, day) - ONE_DAY


def _months(year: int, month: int, number: int) -> DayRange:
    return DayRange(date(year, month, 1), day_of_month(year, month + number - 1, 31))


def _calendar_year(day: date, _cut: _Cut) -> _Whole:
    return f"{day.year:04}", _months(day.year, 1, 12)


def _half_year(day: date, _cut: _Cut) -> _Whole:
    half = (day.month - 1) // 6
    return f"{day.year:04}-H{half + 1}", _months(day.year, 6 * half + 1, 6)


def _calendar_quarter(day: date, _cut: _Cut) -> _Whole:
    quarter = (day.month - 1) // 3
    return f"{day.year:04}-Q{quarter + 1}", _months(day.year, 3 * quarter + 1, 3)


def _month(day: date, _cut: _Cut) -> _Whole:
    return f"{day.year:04}-{day.month:02}", _months(day.year, day.month, 1)


def _week(day: date, _cut: _Cut) -> _Whole:
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    sunday = date.fromordinal(min(monday.toordinal() + 6, date.max.toordinal()))
    return f"{year:04}-W{week:02}", DayRange(monday, sunday)


def school_year(day: date, starts: MonthDay) -> DayRange:
    """The whole school year that holds `day`."""
    year = day.year if day >= day_of_month(day.year, *starts) else day.year - 1
    return DayRange(day_of_month(year, *starts), _eve_of(year + 1, *starts))


def _school_year(day: date, cut: _Cut) -> _Whole:
    whole = school_year(day, cut.school_year_starts)
    return f"{whole.first.year:04}/{(whole.first.year + 1) % 100:02}", whole


def _since_start(months: int, name: str) -> Callable[[date, _Cut], _Whole]:
    """Periods of so many months, each from the day of the month on which the agreement took effect."""

    def holding(day: date, cut: _Cut) -> _Whole:
        start = cut.in_force.first

        def begins(number: int) -> tuple[int, int, int]:
            return start.year, start.month + months * number, start.day

        number = ((day.year - start.year) * 12 + day.month - start.month) // months
        if day_of_month(*begins(number)) > day:
            number -= 1
        return f"{name} {number + 1}", DayRange(day_of_month(*begins(number)), _eve_of(*begins(number + 1)))

    return holding


def _term(_day: date, cut: _Cut) -> _Whole:
    return "avtaletiden", cut.in_force


_HOLDING: dict[str, Callable[[date, _Cut], _Whole]] = {
    "calendar_year": _calendar_year,
    "school_year": _school_year,
    "agreement_year": _since_start(12, "avtaleår"),
    "half_year": _half_year,
    "calendar_quarter": _calendar_quarter,
    "agreement_quarter": _since_start(3, "avtalekvartal"),
    "month": _month,
    "week": _week,
    "term": _term,
}

PERIOD_KINDS = tuple(_HOLDING)
"""What `per` may say."""


def period_holding(per: str, in_force: DayRange, school_year_starts: MonthDay, day: date) -> Period:
    """The period that holds `day`, a day in force. Before the start the first one, after the end the last."""
    inside = min(max(day, in_force.first), in_force.last)
    label, whole = _HOLDING[per](inside, _Cut(in_force, school_year_starts))
    return Period(per, label, whole, DayRange(max(whole.first, in_force.first), min(whole.last, in_force.last)))


def periods(per: str, in_force: DayRange, school_year_starts: MonthDay, until: date) -> tuple[Period, ...]:
    """Every period begun by `until`, earliest first: none before the agreement's first day."""
    return tuple(_each(per, in_force, school_year_starts, min(until, in_force.last)))


def _each(per: str, in_force: DayRange, school_year_starts: MonthDay, until: date) -> Iterator[Period]:
    day = in_force.first
    while day <= until:
        period = period_holding(per, in_force, school_year_starts, day)
        yield period
        if period.days.last == in_force.last:
            return
        day = period.days.last + ONE_DAY


def term(in_force: DayRange) -> Period:
    """The agreement's whole life as one period."""
    return period_holding("term", in_force, (1, 1), in_force.first)
