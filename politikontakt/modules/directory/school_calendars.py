"""A school's calendar as a whole: compared with the days that are stored, and stored as one write.

Days that the calendar leaves out are withdrawn, so that the history keeps what was known before.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from politikontakt.core.calendar.imports.comparing import Changes, Held, compare
from politikontakt.core.calendar.imports.stretches import SchoolCalendar, Stretch, stretches
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.modules.access.writes import Write
from politikontakt.modules.audit.actors import Actor
from politikontakt.modules.audit.models import AuditRow
from politikontakt.modules.directory.errors import CalendarsChanged
from politikontakt.modules.directory.models import ClosedDays, Place
from politikontakt.modules.directory.queries import closed_days

ACTION = "directory.store_school_calendars"
TABLE, ICAL, GRID = "table", "ical", "grid"
"""Where a calendar came from."""


@dataclass(frozen=True, slots=True)
class ForSchool:
    """A calendar and the school it is of. Without a place it is every school's."""

    place: Place | None
    calendar: SchoolCalendar

    @property
    def ref(self) -> str:
        """The place's short name, "" for every school."""
        return self.place.ref if self.place else ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a calendar would change at its school."""

    school: ForSchool
    changes: Changes


def preview(schools: Sequence[ForSchool]) -> tuple[Preview, ...]:
    """What the calendars would change, school by school. One query, however many."""
    stored = held_by_place()
    common = stored.get(None, ())
    return tuple(Preview(each, _compared(each, stored, common)) for each in schools)


def held_by_place() -> Mapping[int | None, Sequence[Held]]:
    """The stretches that hold, by place; those of every school under None."""
    found: dict[int | None, list[Held]] = {}
    for row in closed_days():
        found.setdefault(row.place_id, []).append(Held(row.pk, _stretch(row)))
    return found


def fingerprint(previews: Iterable[Preview]) -> str:
    """A name for exactly these changes: what is confirmed is what was looked at."""
    said = [[each.school.ref, _as_json(each.changes)] for each in previews]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


@transaction.atomic
def store_school_calendars(
    *, key: UUID, schools: Sequence[ForSchool], source: str, file: str, expected: str, by: Actor
) -> AuditRow | None:
    """Make the record say what the calendars say. `expected` is the fingerprint of the preview that was confirmed.

    Gives the earlier write of the same key, or None where it is stored now. Raises CalendarsChanged
    where the changes are not those that were looked at.
    """
    write = Write(key, ACTION, by, {"source": source, "file": file, "schools": [_said(each) for each in schools]})
    if write.repeated:
        return write.repeated
    previews = preview(schools)
    if fingerprint(previews) != expected:
        raise CalendarsChanged()
    for number, each in enumerate(previews):
        _store(write, f"{number}", each)
    write.outcome["schools"] = [{"place": each.school.ref, **_as_json(each.changes)} for each in previews]
    write.seal()
    return None


def _compared(school: ForSchool, stored: Mapping[int | None, Sequence[Held]], common: Sequence[Held]) -> Changes:
    calendar = school.calendar
    if school.place is None:
        return compare(calendar.closed, calendar.span, common)
    return compare(calendar.closed, calendar.span, stored.get(school.place.pk, ()), common)


def _store(write: Write, name: str, found: Preview) -> None:
    """The rows of one school, each under a key of its own."""
    place, changes = found.school.place, found.changes
    numbers = [each.number for each in (*changes.removed, *(old for old, _ in changes.changed))]
    rows = ClosedDays.current.in_bulk(numbers)
    for old in changes.removed:
        write.part(f"{name}:{old.number}").withdraw(rows[old.number])
    for old, new in changes.changed:
        write.part(f"{name}:{old.number}").correct(rows[old.number], **_fields(new))
    for new in changes.added:
        write.part(f"{name}:{new.days.first}").add(ClosedDays, place=place, **_fields(new))


def _fields(stretch: Stretch) -> dict[str, Any]:
    return {"first": stretch.days.first, "last": stretch.days.last, "reason": stretch.reason}


def _stretch(row: ClosedDays) -> Stretch:
    return Stretch(DayRange(row.first, row.last), row.reason)


def _said(school: ForSchool) -> dict[str, Any]:
    """A calendar as the audit chain keeps it. Days are no texts, so none is taken for part of a longer number."""
    span = school.calendar.span
    return {
        "place": school.ref,
        "first": span.first,
        "last": span.last,
        "closed": [_fields(each) for each in stretches(school.calendar.closed)],
    }


def _as_json(changes: Changes) -> dict[str, Any]:
    return {
        "added": [_as_list(each) for each in changes.added],
        "changed": [[*_as_list(old.stretch), *_as_list(new)] for old, new in changes.changed],
        "removed": [_as_list(each.stretch) for each in changes.removed],
    }


def _as_list(stretch: Stretch) -> list[str]:
    return [stretch.days.first.isoformat(), stretch.days.last.isoformat(), stretch.reason]
