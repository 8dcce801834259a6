"""Planned work and meetings as entries of a contact's or a school's calendar."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, QuerySet

from politikontakt.modules.access.models import Municipality, Person
from politikontakt.modules.activities.models import Activity, Meeting
from politikontakt.modules.activities.queries import activities, meetings
from politikontakt.modules.directory.models import Place
from politikontakt.modules.directory.queries import partners
from politikontakt.web.feeds.calendar import Entry
from politikontakt.web.ui.wording import vocabulary as words

DAYS_BACK = timedelta(days=30)
LENGTH = timedelta(hours=1)
"""How long something takes that nobody has given a time."""

Address = Callable[[str], str]


def of_contact(person: Person, here: Municipality, today: date, address: Address) -> Sequence[Entry]:
    """A contact's own planned rows, and the meetings they take part in; the last month's too.

    What is cancelled says so, for programs that keep what only disappears.
    """
    rows = activities(first=today - DAYS_BACK).filter(takers_part__person=person)
    held = meetings(first=today - DAYS_BACK).filter(takers_part__person=person)
    names = {each.ref: each.name for each in partners()}
    changes, changed_meetings = _changes(Activity, rows), _changes(Meeting, held)
    entries = [_own(row, here, names, changes, address) for row in rows]
    return _in_order([*entries, *(_meeting(row, here, changed_meetings) for row in held)])


def of_school(place: Place, here: Municipality, today: date, who: str) -> Sequence[Entry]:
    """What is planned at a school, by the role of who comes (`who`), never by name."""
    rows = activities(first=today - DAYS_BACK).filter(place=place)
    changes = _changes(Activity, rows)
    return _in_order([_at_school(row, here, changes, who) for row in rows])


def _own(
    row: Activity, here: Municipality, partners: Mapping[str, str], changes: Mapping[str, int], address: Address
) -> Entry:
    kind = words.word(words.ACTIVITIES, row.kind)
    where = row.place.name if row.place else partners.get(row.partner, "")
    about = [words.listed(words.AUDIENCES, row.audience), words.listed(words.THEMES, row.themes)]
    return _entry(
        row,
        f"activity-{row.ref}@{here.slug}",
        changes,
        summary=f"{kind}: {where}" if where else kind,
        about=", ".join(filter(None, about)),
        address=address(row.ref),
        tentative=row.status == "planned" and not row.confirmed,
    )


def _at_school(row: Activity, here: Municipality, changes: Mapping[str, int], who: str) -> Entry:
    return _entry(
        row,
        f"visit-{row.ref}@{here.slug}",
        changes,
        summary=f"{who}: {words.word(words.ACTIVITIES, row.kind)}",
        about=words.listed(words.AUDIENCES, row.audience),
        tentative=row.status == "planned" and not row.confirmed,
    )


def _meeting(row: Meeting, here: Municipality, changes: Mapping[str, int]) -> Entry:
    return _entry(row, f"meeting-{row.ref}@{here.slug}", changes, summary=words.word(words.MEETINGS, row.kind))


def _entry(row: Activity | Meeting, uid: str, changes: Mapping[str, int], **said: Any) -> Entry:
    return Entry(
        uid=uid,
        day=row.happened_on,
        starts_at=row.starts_at,
        length=timedelta(minutes=row.minutes) if row.minutes else LENGTH,
        place=row.place.name if row.place else "",
        changed_at=row.recorded_at,
        sequence=changes.get(row.ref, 1) - 1,
        cancelled=row.status == "cancelled",
        **said,
    )


def _changes(model: Any, rows: "QuerySet[Any]") -> Mapping[str, int]:
    """How many rows each has had, the first and every correction."""
    refs = [row.ref for row in rows]
    return dict(model.objects.filter(ref__in=refs).order_by().values_list("ref").annotate(Count("id")))


def _in_order(entries: Sequence[Entry]) -> Sequence[Entry]:
    return sorted(entries, key=lambda entry: (entry.day, str(entry.starts_at), entry.uid))
