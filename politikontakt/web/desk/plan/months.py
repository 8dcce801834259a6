"""One month of the plan, week by week and day by day: where rows are looked at side by side, and dragged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render

from politikontakt.core.calendar.holidays import is_public_holiday
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.modules.compliance.queries import records
from politikontakt.modules.directory.queries import absences, closed_days
from politikontakt.modules.planning.models import Run
from politikontakt.modules.planning.parts_of_day import parts_of_day
from politikontakt.modules.planning.queries import open_runs
from politikontakt.web.desk.plan.lines import (
    DONE,
    WAITING,
    Line,
    among_people,
    first_names,
    in_order,
    lines_of,
    meetings_between,
    waiting_lines,
)
from politikontakt.web.ui.access import access, may
from politikontakt.web.ui.as_of import as_of, read_day
from politikontakt.web.ui.requests import TenantRequest
from politikontakt.web.ui.wording.subjects import Names


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the grid. `closed` says why nobody is at school, `away` who of the contacts is not there."""

    day: date
    inside: bool
    lines: Sequence[Line]
    closed: str = ""
    away: str = ""
    holiday: bool = False

    @property
    def free(self) -> bool:
        """Whether nobody is at school or at work as on other days."""
        return bool(self.closed) or self.holiday or self.day.weekday() > 4


@dataclass(frozen=True, slots=True)
class Month:
    """A month, its weeks from Monday to Sunday. Days of the months beside it are there so that weeks are whole."""

    first: date
    weeks: Sequence[tuple[int, Sequence[Day]]]
    done: int
    to_come: int

    @property
    def week(self) -> Sequence[Day]:
        """The days of a week, for the head of the grid."""
        return self.weeks[0][1]

    @property
    def before(self) -> date:
        """The first day of the month before."""
        return (self.first - timedelta(days=1)).replace(day=1)

    @property
    def after(self) -> date:
        """The first day of the month after."""
        return (self.first + timedelta(days=31)).replace(day=1)


@access("compliance.see")
def plan_month(request: TenantRequest, slug: str, month: str) -> HttpResponse:
    """The month of the address (2018-03)."""
    first = read_day(f"{month}-01")
    if first is None:
        raise Http404
    shown = as_of(request)
    runs = open_runs()
    context = {
        "shown": shown,
        "month": month_of(first, runs, Names.of(records())),
        "runs": runs,
        "may_plan": may(request, "planning.plan"),
    }
    return render(request, "desk/plan/month.html", context)


def month_of(first: date, runs: Sequence[Run], names: Names) -> Month:
    """The month that begins on a day, with what the runs would add."""
    days = _whole_weeks(first)
    lines = in_order([*lines_of(among_people(days), meetings_between(days)), *waiting_lines(runs, names, days)])
    parts = parts_of_day(first)
    by_day = _by_day(replace(line, block=parts.holding(line.start)) for line in lines)
    closed = _closed(days)
    away = _away(days)
    grid = [
        Day(
            day=day,
            inside=day.month == first.month,
            lines=by_day.get(day, ()),
            closed=closed.get(day, ""),
            away=first_names(away.get(day, ())),
            holiday=is_public_holiday(day),
        )
        for day in days
    ]
    inside = [line.state for line in lines if line.day.month == first.month]
    done, waiting = inside.count(DONE), inside.count(WAITING)
    weeks = [(grid[at].day.isocalendar().week, grid[at : at + 7]) for at in range(0, len(grid), 7)]
    return Month(first=first, weeks=weeks, done=done, to_come=len(inside) - done - waiting)


def _whole_weeks(first: date) -> DayRange:
    """From the Monday on or before the month's first day to the Sunday on or after its last."""
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return DayRange(first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday()))


def _by_day(lines: Iterable[Line]) -> Mapping[date, Sequence[Line]]:
    found: dict[date, list[Line]] = {}
    for line in lines:
        found.setdefault(line.day, []).append(line)
    return found


def _closed(days: DayRange) -> Mapping[date, str]:
    """Why every school is closed, by day."""
    rows = [each for each in closed_days(since=days.first) if each.place_id is None and each.first <= days.last]
    return {day: each.reason for each in rows for day in days if each.first <= day <= each.last}


def _away(days: DayRange) -> Mapping[date, Sequence[str]]:
    """Who is not available the whole day, by day."""
    found: dict[date, list[str]] = {}
    for each in absences(since=days.first):
        for day in days:
            if each.first <= day <= each.last and not each.blocks:
                found.setdefault(day, []).append(each.person.name)
    return found
