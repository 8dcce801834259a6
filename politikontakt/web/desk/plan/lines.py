"""The rows of a plan as lines: what is done, agreed, proposed, and what a plan that waits for a yes would add."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.modules.activities.models import Activity, Meeting
from politikontakt.modules.activities.queries import meetings
from politikontakt.modules.planning.models import Run
from politikontakt.modules.planning.queries import planned_between
from politikontakt.modules.planning.rows import from_json
from politikontakt.web.ui.wording import vocabulary as words
from politikontakt.web.ui.wording.subjects import Names

DONE, AGREED, PROPOSED, WAITING = "done", "agreed", "proposed", "waiting"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the plan: an activity or a meeting, and its state.

    `ref` and `number` (its row) are set for an activity; only a planned one can be moved. `place` is the place's
    ref, `people` the numbers of those who go, `block` the part of the day where a page lets the row be dragged.
    """

    day: date
    what: str
    detail: str
    who: str
    state: str
    ref: str = ""
    start: time | None = None
    place: str = ""
    number: int = 0
    people: tuple[int, ...] = ()
    block: str = ""
    meeting: bool = False

    @property
    def movable(self) -> bool:
        """Whether it can be laid elsewhere from here."""
        return bool(self.ref) and self.state in (AGREED, PROPOSED)

    @property
    def goers(self) -> str:
        """The numbers of those who go, as the page carries them."""
        return " ".join(map(str, self.people))


def lines_of(activities: Iterable[Activity], held: Iterable[Meeting]) -> list[Line]:
    """Activities and meetings as lines, in the order of the calendar."""
    return in_order([*map(_activity, activities), *map(_meeting, held)])


def among_people(days: DayRange) -> list[Activity]:
    """What is done or planned out among people. Work at the desk is in the log; here it would hide the rest."""
    return [each for each in planned_between(days) if each.place_id or each.partner]


def meetings_between(days: DayRange) -> list[Meeting]:
    """Meetings that are held or set."""
    return [each for each in meetings(first=days.first, last=days.last) if each.status != "cancelled"]


def waiting_lines(runs: Iterable[Run], names: Names, days: DayRange) -> list[Line]:
    """What the plans that wait for a yes would lay on these days."""
    rows = [from_json(each) for run in runs for each in run.rows]
    return [
        Line(
            day=row.on,
            what=names.subject(row.place) if row.place else words.word(words.ACTIVITIES, row.kind),
            detail=words.word(words.ACTIVITIES, row.kind) if row.place else "",
            who=first_names(names.people.get(each, each) for each in row.people),
            state=WAITING,
            start=row.start,
            place=row.place or "",
        )
        for row in rows
        if row.status == "planned" and row.on in days
    ]


def in_order(lines: Iterable[Line]) -> list[Line]:
    """By day and clock."""
    return sorted(lines, key=lambda line: (line.day, line.start or time(), line.what))


def first_names(names: Iterable[str]) -> str:
    """Berit, Jonas"""
    return ", ".join(each.split()[0] for each in names)


def state_of(activity: Activity) -> str:
    """Done, agreed with those it is for, or only proposed."""
    if activity.status == "done":
        return DONE
    return AGREED if activity.confirmed else PROPOSED


def _activity(each: Activity) -> Line:
    kind = words.word(words.ACTIVITIES, each.kind)
    people = _people(each)
    return Line(
        day=each.happened_on,
        what=each.place.name if each.place else kind,
        detail=kind if each.place else "",
        who=first_names(name for _, name in people),
        state=state_of(each),
        ref=each.ref,
        start=each.starts_at,
        place=each.place.ref if each.place else "",
        number=each.pk,
        people=tuple(number for number, _ in people),
    )


def _meeting(each: Meeting) -> Line:
    return Line(
        day=each.happened_on,
        what=words.word(words.MEETINGS, each.kind),
        detail=each.place.name if each.place else "",
        who=first_names(name for _, name in _people(each)),
        state=DONE if each.status == "done" else AGREED,
        start=each.starts_at,
        meeting=True,
    )


def _people(row: Activity | Meeting) -> Sequence[tuple[int, str]]:
    return [(part.person_id, part.person.name) for part in row.takers_part.all()]
