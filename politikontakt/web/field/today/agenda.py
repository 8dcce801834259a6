"""A contact's day: where one is or goes next, what comes later, what has been done."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from operator import attrgetter

from politikontakt.modules.access.models import Person
from politikontakt.modules.activities.models import Activity, Meeting
from politikontakt.modules.activities.queries import activities_on, meetings
from politikontakt.modules.directory.models import Place

EARLY, LATE = timedelta(minutes=30), timedelta(minutes=60)
"""So long before and after its time one still counts as being at a visit."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Something in the day's plan: an activity or a meeting, with its time where it has one."""

    starts_at: time | None
    activity: Activity | None = None
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """`here` is the planned activity at a place that is on now or comes next; `now` whether it is on.

    `later` is the rest of the plan, mostly later, in the order of the clock, `done` what has been logged.
    """

    here: Activity | None
    now: bool
    later: Sequence[Stop]
    done: Sequence[Activity]

    @property
    def planned(self) -> Sequence[Activity]:
        """All that is still planned: what being called away hits."""
        return [each for each in (self.here, *(stop.activity for stop in self.later)) if each]

    @property
    def comes_first(self) -> bool:
        """Whether nothing else of the plan has an earlier time than what is `here`, so that the rest is later."""
        begins = self.here.starts_at if self.here else None
        return begins is None or all(stop.starts_at is None or stop.starts_at >= begins for stop in self.later)

    def planned_at(self, place: Place | None) -> Activity | None:
        """What is still planned at a place today, the first of several."""
        return next((each for each in self.planned if place and each.place == place), None)


def agenda(people: Iterable[Person], day: date, clock: time | None) -> Agenda:
    """The day of some people, who are one contact in all the roles held. `clock` is None where no time is known."""
    mine = {each.pk for each in people}
    return arranged(activities_on(day), mine, clock, _planned_meetings(mine, day))


def arranged(
    day: Iterable[Activity], mine: Collection[int], clock: time | None = None, meetings: Iterable[Meeting] = ()
) -> Agenda:
    """The agenda of one day's activities, whoever takes part: those of the people with the ids `mine` are kept."""
    rows = [each for each in day if any(part.person_id in mine for part in each.takers_part.all())]
    planned = [each for each in rows if each.status == "planned"]
    here = _here([each for each in planned if each.place_id], clock)
    stops = [Stop(each.starts_at, activity=each) for each in planned if each is not here]
    stops += [Stop(each.starts_at, meeting=each) for each in meetings]
    timed = sorted((each for each in stops if each.starts_at), key=attrgetter("starts_at"))
    untimed = [each for each in stops if each.starts_at is None]
    done = [each for each in rows if each.status == "done"]
    return Agenda(here, bool(here and clock and _on(here, clock)), [*timed, *untimed], done)


def ends_at(activity: Activity) -> time | None:
    """When a planned activity is over, None where it has no time or goes past midnight."""
    if activity.starts_at is None:
        return None
    start = datetime.combine(activity.happened_on, activity.starts_at)
    end = start + timedelta(minutes=activity.minutes)
    return end.time() if end.date() == start.date() else None


def _here(planned: Sequence[Activity], clock: time | None) -> Activity | None:
    on = (each for each in planned if clock and _on(each, clock))
    return next(on, None) or next(iter(planned), None)


def _on(activity: Activity, clock: time) -> bool:
    if activity.starts_at is None:
        return False
    at = datetime.combine(activity.happened_on, clock)
    start = datetime.combine(activity.happened_on, activity.starts_at)
    return start - EARLY <= at <= start + timedelta(minutes=activity.minutes) + LATE


def _planned_meetings(mine: set[int], day: date) -> list[Meeting]:
    rows = meetings(first=day, last=day).filter(status="planned")
    return [each for each in rows if mine & {part.person_id for part in each.takers_part.all()}]
