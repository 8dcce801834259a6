"""The places that come first: those in the plan of these days, then those one was at last."""

from collections.abc import Iterable
from datetime import date, timedelta

from politikontakt.modules.access.models import Person
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.directory.models import Place

BACK, AHEAD = timedelta(days=30), timedelta(days=7)
MOST = 6


def nearest_at_each_place(people: Iterable[Person], today: date) -> list[Activity]:
    """At most six activities, each at another place: the nearest day first, today's plan before what was."""
    rows = (
        Activity.current.filter(
            people__in=list(people), place__isnull=False, happened_on__range=(today - BACK, today + AHEAD)
        )
        .exclude(status="cancelled")
        .select_related("place")
        .order_by("-happened_on")
    )
    nearest = sorted(rows, key=lambda each: (abs((each.happened_on - today).days), each.status != "planned"))
    by_place: dict[int | None, Activity] = {}
    for each in nearest:
        by_place.setdefault(each.place_id, each)
    return list(by_place.values())[:MOST]


def recent_places(people: Iterable[Person], today: date) -> list[Place]:
    """The places of these, for a log sheet to offer first."""
    return [each.place for each in nearest_at_each_place(people, today) if each.place]
