"""Rows as the phone keeps and shows them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField, DateField

from politikontakt.modules.access.facts import Fact
from politikontakt.modules.activities.models import Activity, ActivityPerson, LostTime
from politikontakt.modules.audit.prepared import Given, Prepared
from politikontakt.modules.audit.single import row_by

MODELS: tuple[Any, ...] = (Activity, LostTime)


COLUMNS = (
    "id", "key", "holds", "recorded_at", "recorded_by__name", "ref", "status", "kind", "happened_on", "starts_at",
    "minutes", "place__ref", "purpose", "audience", "themes", "partner", "note",
)  # fmt: skip
FIRST, LAST, ROW = Given("first", DateField()), Given("last", DateField()), Given("row", BigIntegerField())

ON_DAYS = Prepared(
    lambda: Activity.current.filter(happened_on__gte=FIRST, happened_on__lte=LAST).order_by().values_list(*COLUMNS)
)
TAKERS_ON_DAYS = Prepared(
    lambda: ActivityPerson.objects.filter(
        activity__holds=True, activity__happened_on__gte=FIRST, activity__happened_on__lte=LAST
    ).values_list("activity_id", "person__ref")
)
ONE = Prepared(lambda: Activity.objects.filter(id=ROW).order_by().values_list(*COLUMNS))
TAKERS_OF_ONE = Prepared(lambda: ActivityPerson.objects.filter(activity=ROW).values_list("activity_id", "person__ref"))


def activities_as_json(first: date, last: date) -> list[dict[str, Any]]:
    """The activities that hold within some days, for the phone: in the order of the clock, two questions in all."""
    days = {"first": first, "last": last}
    rows = _activities(ON_DAYS(**days), TAKERS_ON_DAYS(**days))
    return sorted(rows, key=lambda each: (each["happened_on"], each["starts_at"], each["key"]))


def row_as_json(row: Fact | None) -> Mapping[str, Any] | None:
    """A row for the phone; None for none, and for rows of kinds that phones don't have."""
    if isinstance(row, Activity):
        return activity_as_json(row)
    if isinstance(row, LostTime):
        recorded_by = row.recorded_by.name if row.recorded_by else ""
        lost = {"happened_on": row.happened_on.isoformat(), "cause": row.cause, "minutes": row.minutes}
        return {**receipt(row), "recorded_by": recorded_by, **lost}
    return None


def activity_as_json(row: Activity) -> dict[str, Any]:
    """One activity for the phone."""
    return next(_activities(ONE(row=row.pk), TAKERS_OF_ONE(row=row.pk)))


def receipt(row: Fact) -> dict[str, Any]:
    """That a row is stored, whether it still holds, and since when it is known: what it says the phone has itself."""
    return _stored(row.key, row.holds, row.recorded_at)


def written_by(key: UUID) -> Fact | None:
    """The row that a key wrote, whether it still holds or not."""
    found: Iterator[Fact | None] = (row_by(model, key=key) for model in MODELS)
    return next((row for row in found if row is not None), None)


def what_holds(row: Fact) -> Fact:
    """The last in the line of a row's corrections: the one that holds now, or its withdrawal."""
    while later := row_by(type(row), replaces_id=row.pk):
        row = later
    return row


def _activities(rows: Iterable[tuple[Any, ...]], takers: Iterable[tuple[int, str]]) -> Iterator[dict[str, Any]]:
    """Rows of COLUMNS as the phone has them: places and people by their ids."""
    people = defaultdict(list)
    for number, ref in takers:
        people[number].append(ref)
    for number, key, holds, recorded_at, recorded_by, *content in rows:
        ref, status, kind, happened_on, starts_at, minutes, place, purpose, audience, themes, partner, note = content
        yield {
            **_stored(key, holds, recorded_at),
            "recorded_by": recorded_by or "",
            "ref": ref,
            "status": status,
            "kind": kind,
            "happened_on": happened_on.isoformat(),
            "starts_at": starts_at.strftime("%H:%M") if starts_at else "",
            "minutes": minutes,
            "place": place or "",
            "people": people[number],
            "purpose": purpose,
            "audience": list(audience),
            "themes": list(themes),
            "partner": partner,
            "note": note,
        }


def _stored(key: UUID, holds: bool, recorded_at: datetime) -> dict[str, Any]:
    return {"key": str(key), "holds": holds, "recorded_at": recorded_at.isoformat()}
