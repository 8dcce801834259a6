"""Rows that say a second time what may be said once."""

from collections.abc import Iterator, Sequence
from typing import Any

from politikontakt.core.records.finding import Finding
from politikontakt.core.records.model import Records


def repeated_ids(records: Records) -> Iterator[Finding]:
    """An id that an earlier row of the same file has."""
    for file, rows in _with_ids(records):
        seen: dict[str, int] = {}
        for row, each in enumerate(rows):
            earlier = seen.setdefault(each.id, row) if each.id is not None else row
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
