"""Rows that say a second time what may be said once."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from politikontakt.core.records.finding import Finding
from politikontakt.core.records.model import Records, RoleHolding


def repeated_ids(records: Records) -> Iterator[Finding]:
    """An id that an earlier row of the same file has."""
    for file, rows in _with_ids(records):
        seen: dict[str, int] = {}
        for row, each in enumerate(rows):
            earlier = seen.setdefault(each.id, row)
            if earlier != row:
                yield Finding("repeated_id", file, row, "id", {"found": each.id}, earlier)


def _with_ids(records: Records) -> Iterator[tuple[str, Sequence[Any]]]:
    yield "places.csv", records.places
    yield "people.csv", records.people
    yield "activities.csv", records.activities
    yield "meetings.csv", records.meetings
    yield "documents.csv", records.documents
    yield "events.csv", records.events
    yield "requests.csv", records.requests


def overlapping_holdings(records: Records) -> Iterator[Finding]:
    """One person in one role twice on the same day: which row says whether they were acting?"""
    latest: dict[tuple[str, str], tuple[date, int]] = {}
    for row, each in sorted(enumerate(records.roles), key=_by_holder_and_day):
        holder = (each.role, each.person)
        ends, earlier = latest.get(holder, (date.min, row))
        if earlier != row and each.since <= ends:
            first, second = sorted((earlier, row))
            values = {"role": each.role, "person": each.person}
            yield Finding("overlapping_holding", "roles.csv", second, "from", values, first)
        latest[holder] = max((ends, earlier), (each.until or date.max, row))


def _by_holder_and_day(numbered: tuple[int, RoleHolding]) -> tuple[str, str, date, int]:
    row, each = numbered
    return each.role, each.person, each.since, row
