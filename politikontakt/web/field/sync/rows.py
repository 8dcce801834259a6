"""Rows as the phone keeps and shows them."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from politikontakt.modules.access.facts import Fact
from politikontakt.modules.activities.models import Activity, LostTime

MODELS: tuple[Any, ...] = (Activity, LostTime)


def row_as_json(row: Fact | None) -> Mapping[str, Any] | None:
    """A row for the phone; None for none, and for rows of kinds that phones don't have."""
    if isinstance(row, Activity):
        return activity_as_json(row)
    if isinstance(row, LostTime):
        return {
            **_recorded(row),
            "happened_on": row.happened_on.isoformat(),
            "cause": row.cause,
            "minutes": row.minutes,
        }
    return None


def activity_as_json(row: Activity) -> dict[str, Any]:
    """An activity for the phone: places and people by their ids."""
    return {
        **_recorded(row),
        "ref": row.ref,
        "status": row.status,
        "kind": row.kind,
        "happened_on": row.happened_on.isoformat(),
        "starts_at": row.starts_at.strftime("%H:%M") if row.starts_at else "",
        "minutes": row.minutes,
        "place": row.place.ref if row.place else "",
        "people": [each.person.ref for each in row.takers_part.all()],
        "purpose": row.purpose,
        "audience": list(row.audience),
        "themes": list(row.themes),
        "partner": row.partner,
        "note": row.note,
    }


def written_by(key: UUID) -> Fact | None:
    """The row that a key wrote, whether it still holds or not."""
    found: Iterator[Fact | None] = (model.objects.filter(key=key).first() for model in MODELS)
    return next((row for row in found if row is not None), None)


def what_holds(row: Fact) -> Fact:
    """The last in the line of a row's corrections: the one that holds now, or its withdrawal."""
    model: Any = type(row)
    while True:
        later: Fact | None = model.objects.filter(replaces_id=row.pk).first()
        if later is None:
            return row
        row = later


def _recorded(row: Fact) -> dict[str, Any]:
    return {
        "key": str(row.key),
        "holds": row.holds,
        "recorded_at": row.recorded_at.isoformat(),
        "recorded_by": row.recorded_by.name if row.recorded_by else "",
    }
