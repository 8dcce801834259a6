"""A contact's day: what is now, what comes later, what has been done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from operator import attrgetter

from politikontakt.modules.access.models import Person
from politikontakt.modules.activities.models import Activity, Meeting
from politikontakt.modules.activities.queries import activities_on, meetings


@dataclass(frozen=True, slots=True)
class Stop:
    """Something in the day's plan: an activity or a meeting, with its time where it has one."""

    starts_at: time | None
    activity: Activity | None = None
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """`here` is the next planned activity at a place; `later` the rest in the order of the clock."""

    here: Activity | None
    later: Sequence[Stop]
    done: Sequence[Activity]


def agenda(people: Iterable[Person], day: date) -> Agenda:
    """The day of some people, who are one contact in all the roles held."""
    mine = {each.pk for each in people}
    rows = [each for each in activities_on(day) if mine & {part.person_id for part in each.takers_part.all()}]
    planned = [each for each in rows if each.status == "planned"]
    here = next((each for each in planned if each.place_id), None)
    stops = [Stop(each.starts_at, activity=each) for each in planned if each is not here]
    stops += [Stop(each.starts_at, meeting=each) for each in _planned_meetings(mine, day)]
    timed = sorted((each for each in stops if each.starts_at), key=attrgetter("starts_at"))
    untimed = [each for each in stops if each.starts_at is None]
    return Agenda(here, [*timed, *untimed], [each for each in rows if each.status == "done"])


def _planned_meetings(mine: set[int], day: date) -> list[Meeting]:
    rows = meetings(first=day, last=day).filter(status="planned")
    return [each for each in rows if mine & {part.person_id for part in each.takers_part.all()}]
