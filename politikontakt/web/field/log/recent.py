"""The places that a log sheet offers first: those in the plan of these days, then those one was at last."""

from collections.abc import Iterable
from datetime import date, timedelta

from politikontakt.modules.access.models import Person
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.directory.models import Place

BACK, AHEAD = timedelta(days=30), timedelta(days=7)
MOST = 6


def recent_places(people: Iterable[Person], today: date) -> list[Place]:
    """At most six, the nearest day first, today's plan before what was."""
    rows = (
        Activity.current.filter(
            people__in=list(people), place__isnull=False, happened_on__range=(today - BACK, today + AHEAD)
        )
        .exclude(status="cancelled")
        .select_related("place")
        .order_by("-happened_on")
    )
    nearest = sorted(rows, key=lambda each: (abs((each.happened_on - today).days), each.status != "planned"))
    places = {each.place_id: each.place for each in nearest if each.place}
    return list(places.values())[:MOST]
