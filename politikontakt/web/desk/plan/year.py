"""A school year's plan as the page shows it: rings of the wheel, the weeks ahead, what is done and agreed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.translation import gettext as _

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.calendar.holidays import is_working_day
from politikontakt.core.calendar.periods import period_holding
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.modules.activities.lost_time import days_lost
from politikontakt.modules.directory.models import Place
from politikontakt.modules.directory.queries import closed_days, places
from politikontakt.modules.planning.models import Run
from politikontakt.web.desk.plan.lines import (
    AGREED,
    DONE,
    PROPOSED,
    Line,
    among_people,
    in_order,
    lines_of,
    meetings_between,
    waiting_lines,
)
from politikontakt.web.ui.drawing.wheel import Row, Wheel, wheel
from politikontakt.web.ui.templatetags.dates import day as day_words
from politikontakt.web.ui.wording.subjects import Names

WEEKS = 5
MOST_SCHOOL_RINGS = 3
"""With more lower-secondary schools one ring holds them all."""
LOWER_SECONDARY = 8


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the plan; without lines it is still named, so that nobody looks for it."""

    number: int
    days: DayRange
    lines: Sequence[Line]
    closed: str = ""
    """Why nobody is at school that week."""


@dataclass(frozen=True, slots=True)
class Year:
    """The whole page's content but capacity and forecasts."""

    days: DayRange
    wheel: Wheel
    lines: Sequence[Line]
    weeks: Sequence[Week]
    counts: Mapping[str, int]
    waiting: int
    lost: Sequence[date]

    @property
    def label(self) -> str:
        """2017/18."""
        return f"{self.days.first.year}/{self.days.last.year % 100:02}"

    @property
    def months(self) -> Sequence[date]:
        """The first day of each of its months."""
        return [day for day in self.days if day.day == 1]


def school_year(agreement: Agreement, on: date) -> DayRange:
    """The school year that holds the day, whole, whatever days the agreement is in force."""
    frame = DayRange(date(on.year - 1, 1, 1), date(on.year + 1, 12, 31))
    return period_holding("school_year", frame, agreement.school_year_starts, on).days


def year(agreement: Agreement, on: date, runs: Sequence[Run], names: Names) -> Year:
    """The plan of the school year that holds a day, with what `runs` would add to it."""
    days = school_year(agreement, on)
    stands = lines_of(among_people(days), meetings_between(days))
    waiting = waiting_lines(runs, names, days)
    lines, lost = in_order([*stands, *waiting]), days_lost(days.first, days.last)
    rings, ring_of = _rings(places())
    rows = [Row(ring_of(line), line.day, line.state, _title(line)) for line in lines]
    rows += [Row(len(rings) - 1, day, "lost", day_words(day)) for day in lost]
    closed = [(DayRange(each.first, each.last), each.reason) for each in closed_days() if each.place_id is None]
    return Year(
        days=days,
        wheel=wheel(days, rings, rows, [stretch for stretch, _reason in closed], on),
        lines=lines,
        weeks=tuple(_weeks(lines, on, closed)),
        counts={state: sum(line.state == state for line in lines) for state in (DONE, AGREED, PROPOSED)},
        waiting=len(waiting),
        lost=lost,
    )


def _title(line: Line) -> str:
    """15. mars: Sveberg skole, Skolebesøk"""
    return f"{day_words(line.day)}: {', '.join(filter(None, (line.what, line.detail)))}"


def _rings(known: Iterable[Place]) -> tuple[list[str], Callable[[Line], int]]:
    """The names from the outside in, and which ring a line lies on."""
    schools = [each for each in known if each.kind == "school"]
    lower = [each for each in schools if (each.stage_from or 99) <= LOWER_SECONDARY <= (each.stage_to or 0)]
    alone = len(lower) <= MOST_SCHOOL_RINGS
    names = [each.name for each in lower] if alone else [_("Lower-secondary schools")]
    ring = {each.ref: len(names) for each in schools}
    ring.update({each.ref: number if alone else 0 for number, each in enumerate(lower)})
    elsewhere, met = len(names) + 1, len(names) + 2

    def ring_of(line: Line) -> int:
        return met if line.meeting else ring.get(line.place, elsewhere)

    return [*names, _("Other schools"), _("Elsewhere"), _("Meetings"), _("Lost days")], ring_of


def _weeks(lines: Sequence[Line], on: date, closed: Iterable[tuple[DayRange, str]]) -> Iterable[Week]:
    monday = on - timedelta(days=on.weekday())
    by_week = {
        key: list(group)
        for key, group in groupby(lines, key=lambda line: line.day - timedelta(days=line.day.weekday()))
    }
    stretches = list(closed)
    for number in range(WEEKS):
        first = monday + timedelta(weeks=number)
        days = DayRange(first, first + timedelta(days=4))
        rest = [line for line in by_week.get(first, ()) if line.day >= on]
        why = next((reason for stretch, reason in stretches if _all_closed(days, stretch)), "")
        yield Week(first.isocalendar().week, days, rest, why)


def _all_closed(days: DayRange, stretch: DayRange) -> bool:
    """Whether a break takes the whole working week, public holidays aside. A week of holidays alone is no break."""
    return days.cut(stretch) is not None and all(day in stretch for day in days if is_working_day(day))
