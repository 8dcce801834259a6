"""A school year's plan as the page shows it: rings of the wheel, the weeks ahead, what is done and agreed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.translation import gettext as _

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.calendar.periods import period_holding
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.modules.activities.models import Activity, Meeting
from politikontakt.modules.activities.queries import meetings
from politikontakt.modules.directory.models import Place
from politikontakt.modules.directory.queries import closed_days, schools_teaching
from politikontakt.modules.planning.queries import planned_between
from politikontakt.web.ui.drawing.wheel import Row, Wheel, wheel
from politikontakt.web.ui.wording import vocabulary as words

WEEKS = 5
MOST_SCHOOL_RINGS = 3
"""With more lower-secondary schools one ring holds them all."""
DONE, AGREED, PROPOSED = "done", "agreed", "proposed"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the plan: an activity or a meeting, and its state."""

    day: date
    what: str
    detail: str
    who: str
    state: str
    ref: str = ""
    start: object = None


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the plan; without lines it is still named, so that nobody looks for it."""

    number: int
    days: DayRange
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Year:
    """The whole page's content but capacity and forecasts."""

    days: DayRange
    wheel: Wheel
    lines: Sequence[Line]
    weeks: Sequence[Week]
    counts: Mapping[str, int]

    @property
    def label(self) -> str:
        """2017/18."""
        return f"{self.days.first.year}/{self.days.last.year % 100:02}"


def school_year(agreement: Agreement, on: date) -> DayRange:
    """The school year that holds the day, whole, whatever days the agreement is in force."""
    frame = DayRange(date(on.year - 1, 1, 1), date(on.year + 1, 12, 31))
    return period_holding("school_year", frame, agreement.school_year_starts, on).days


def year(agreement: Agreement, on: date) -> Year:
    """The plan of the school year that holds a day: what is done out among people, and the meetings.

    Work at the desk is in the log; on the wheel it would hide the rest.
    """
    days = school_year(agreement, on)
    activities = [each for each in planned_between(days) if each.place_id or each.partner]
    held = [each for each in meetings(first=days.first, last=days.last) if each.status != "cancelled"]
    lines = sorted([*map(_activity, activities), *map(_meeting, held)], key=lambda line: (line.day, str(line.start)))
    rings, ring_of = _rings(schools_teaching())
    rows: list[Row] = [(ring_of(each), each.happened_on, state_of(each)) for each in activities]
    rows += [(len(rings) - 1, each.happened_on, DONE if each.status == "done" else AGREED) for each in held]
    closed = [DayRange(each.first, each.last) for each in closed_days() if each.place_id is None]
    return Year(
        days=days,
        wheel=wheel(days, rings, rows, closed, on),
        lines=lines,
        weeks=tuple(_weeks(lines, on)),
        counts={state: sum(line.state == state for line in lines) for state in (DONE, AGREED, PROPOSED)},
    )


def state_of(activity: Activity) -> str:
    """Done, agreed with those it is for, or only proposed."""
    if activity.status == "done":
        return DONE
    return AGREED if activity.confirmed else PROPOSED


def _activity(each: Activity) -> Line:
    kind = words.word(words.ACTIVITIES, each.kind)
    return Line(
        day=each.happened_on,
        what=each.place.name if each.place else kind,
        detail=kind if each.place else "",
        who=", ".join(part.person.name.split()[0] for part in each.takers_part.all()),
        state=state_of(each),
        ref=each.ref if each.status == "planned" else "",
        start=each.starts_at,
    )


def _meeting(each: Meeting) -> Line:
    return Line(
        day=each.happened_on,
        what=words.word(words.MEETINGS, each.kind),
        detail=each.place.name if each.place else "",
        who=", ".join(part.person.name.split()[0] for part in each.takers_part.all()),
        state=DONE if each.status == "done" else AGREED,
        start=each.starts_at,
    )


def _rings(schools: Iterable[Place]) -> tuple[list[str], Callable[[Activity], int]]:
    """The names from the outside in, and which ring an activity lies on."""
    found = list(schools)
    names = [each.name for each in found] if len(found) <= MOST_SCHOOL_RINGS else [_("Lower-secondary schools")]
    own = {each.pk: number if len(found) <= MOST_SCHOOL_RINGS else 0 for number, each in enumerate(found)}
    others = len(names)

    def ring_of(activity: Activity) -> int:
        if activity.place_id in own:
            return own[activity.place_id]
        return others if activity.place and activity.place.kind == "school" else others + 1

    return [*names, _("Other schools"), _("Elsewhere"), _("Meetings")], ring_of


def _weeks(lines: Sequence[Line], on: date) -> Iterable[Week]:
    monday = on - timedelta(days=on.weekday())
    by_week = {
        key: list(group)
        for key, group in groupby(lines, key=lambda line: line.day - timedelta(days=line.day.weekday()))
    }
    for number in range(WEEKS):
        first = monday + timedelta(weeks=number)
        rest = [line for line in by_week.get(first, ()) if line.day >= on]
        yield Week(first.isocalendar().week, DayRange(first, first + timedelta(days=4)), rest)
