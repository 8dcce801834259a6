"""Every small table of a municipality in one query: each row as JSON beside the name of its table."""

import json
from collections.abc import Mapping
from typing import Any

from django.db.models import BigIntegerField, Model, QuerySet, TextField, Value
from django.db.models.functions import Cast, JSONObject

from politikontakt.modules.access.models import Holding, Person, Role
from politikontakt.modules.activities.models import Event, Meeting, MeetingPerson, Request
from politikontakt.modules.agreements.models import (
    Baseline,
    Dispute,
    Document,
    Exemption,
    Judgement,
    Measurement,
)
from politikontakt.modules.directory.models import Absence, ClosedDays, Place

Row = Mapping[str, Any]

TABLES: Mapping[str, tuple[type[Model], tuple[str, ...]]] = {
    "places": (Place, ("ref", "name", "kind", "stage_from", "stage_to", "owner", "opened_on", "closed_on", "zone")),
    "people": (Person, ("ref", "name")),
    "role_codes": (Role, ("ref",)),
    "holdings": (Holding, ("role_id", "person_id", "since", "until", "acting")),
    "meetings": (
        Meeting,
        ("ref", "kind", "status", "happened_on", "agenda", "starts_at", "block", "minutes", "place_id"),
    ),
    "meeting_people": (MeetingPerson, ("meeting_id", "person_id")),
    "documents": (Document, ("ref", "kind", "approved_on", "attached")),
    "events": (Event, ("ref", "kind", "happened_on")),
    "requests": (Request, ("ref", "kind", "received_on", "answered_on", "outcome")),
    "judgements": (Judgement, ("commitment", "party", "period_first", "judged_on", "finding")),
    "baselines": (Baseline, ("indicator", "period_first", "period_last", "value", "low", "high", "locked_on")),
    "measurements": (Measurement, ("indicator", "period_first", "period_last", "value", "low", "high")),
    "exemptions": (Exemption, ("commitment", "subject", "first", "last", "kind", "accepted_by", "reason")),
    "disputes": (
        Dispute,
        ("commitment", "subject", "period_first", "party", "opened_on", "settled_on", "reason"),
    ),
    "closed_days": (ClosedDays, ("place_id", "first", "last", "reason")),
    "absences": (Absence, ("person_id", "first", "last", "blocks", "kind")),
}


def small_tables() -> dict[str, list[Row]]:
    """The rows that hold, by table, in the order of their files. Days and times are ISO texts."""
    parts = [_part(name, model, columns) for name, (model, columns) in TABLES.items()]
    rows = parts[0].union(*parts[1:], all=True).order_by("order_in_file", "row")
    found: dict[str, list[Row]] = {name: [] for name in TABLES}
    for name, _, number, content in rows:
        row = json.loads(content)
        found[name].append({**row, "pk": number})
    return found


def _part(name: str, model: type[Model], columns: tuple[str, ...]) -> QuerySet[Any, Any]:
    return (
        _rows(model)
        .annotate(
            table=Value(name, output_field=TextField()),
            order_in_file=Cast("position", BigIntegerField()),
            row=Cast("pk", BigIntegerField()),
            content=Cast(JSONObject(**{column: column for column in columns}), TextField()),
        )
        .order_by()
        .values_list("table", "order_in_file", "row", "content")
    )


def _rows(model: type[Any]) -> QuerySet[Any, Any]:
    """The rows that are evidence: those that hold; of a deputy none, for a deputy is not the holder."""
    if model is MeetingPerson:
        return MeetingPerson.objects.filter(meeting__holds=True)
    return model.current.filter(deputy=False) if model is Holding else model.current.all()
