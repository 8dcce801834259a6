"""Work done where nobody could be: before a place opened or after it closed."""

from collections.abc import Iterator
from datetime import date

from politikontakt.core.records.finding import Finding
from politikontakt.core.records.model import Records


def done_where_closed(records: Records) -> Iterator[Finding]:
    """A done activity at a place that is not open that day. A school's closed days are no hindrance."""
    places = {place.id: place for place in records.places}
    for row, activity in enumerate(records.activities):
        place = places.get(activity.place or "")
        if place is None or activity.status != "done" or activity.on is None:
            continue
        if not (place.opened_on or date.min) <= activity.on <= (place.closed_on or date.max):
            values = {"place": place.id, "day": activity.on, "opened": place.opened_on, "closed": place.closed_on}
            yield Finding("place_not_open", "activities.csv", row, "place", values)
