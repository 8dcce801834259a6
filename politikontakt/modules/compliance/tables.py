"""Every small table of a municipality in one query: each row as JSON beside the name of its table."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, Expression, Func, Model, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat, JSONObject

from politikontakt.modules.access.models import Holding, Person, Role
from politikontakt.modules.activities.models import ActivityPerson, Event, Meeting, MeetingPerson, Request
from politikontakt.modules.agreements.models import (
    Baseline,
    Dispute,
    Document,
    Exemption,
    Judgement,
    Measurement,
)
from politikontakt.modules.audit.models import Head
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


class RowAsJson(JSONObject):
    """A row as a JSON object. Both databases can: asking them first, as Django does, would cost a write lock."""

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """The function's plain call."""
        return Func.as_sql(self, compiler, connection, **context)


@dataclass(frozen=True, slots=True)
class Tables:
    """The rows that hold, by table, in the order of their files; days and times are ISO texts.

    `takers_part` has the people of each activity, both by their number, in the order they were named.
    `state` is that of the record at the moment of reading (empty before the first write).
    """

    state: str
    rows: Mapping[str, Sequence[Row]]
    takers_part: Mapping[int, Sequence[int]]


TAKERS_PART = "takers_part"
STATE = "state"


def tables() -> Tables:
    """Read everything but the activities themselves."""
    parts = [_part(name, model, columns) for name, (model, columns) in TABLES.items()]
    every = parts[0].union(*parts[1:], _takers_part(), _state(), all=True).order_by("order_in_file", "row")
    state = ""
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    takers_part: dict[int, list[int]] = defaultdict(list)
    for name, position, number, content in every.iterator():
        if name == TAKERS_PART:
            activity, person = content.split()
            takers_part[int(activity)].append(int(person))
        elif name == STATE:
            state = content
        else:
            rows[name].append({**json.loads(content), "pk": number, "position": position})
    return Tables(state, rows, takers_part)


def _part(name: str, model: type[Model], columns: tuple[str, ...]) -> QuerySet[Any, Any]:
    content = RowAsJson(**{column: column for column in columns})
    return _named(name, _rows(model), Cast(content, TextField()))


def _takers_part() -> QuerySet[Any, Any]:
    """Pairs of numbers as plain text: there are more of them than of all else, and they read faster so."""
    pairs = ActivityPerson.objects.filter(activity__holds=True)
    return _named(TAKERS_PART, pairs, Concat("activity_id", Value(" "), "person_id", output_field=TextField()))


def _state() -> QuerySet[Any, Any]:
    head = Head.objects.annotate(position=Value(0))
    return _named(STATE, head, Cast("hash", TextField()))


def _named(name: str, rows: QuerySet[Any, Any], content: Expression) -> QuerySet[Any, Any]:
    named = rows.annotate(
        table=Value(name, output_field=TextField()),
        order_in_file=Cast("position", BigIntegerField()),
        row=Cast("pk", BigIntegerField()),
        content=content,
    )
    listed: QuerySet[Any, Any] = named.order_by().values_list("table", "order_in_file", "row", "content")
    return listed


def _rows(model: type[Any]) -> QuerySet[Any, Any]:
    """The rows that are evidence: those that hold; of a deputy none, for a deputy is not the holder."""
    if model is MeetingPerson:
        return MeetingPerson.objects.filter(meeting__holds=True)
    rows: QuerySet[Any, Any] = model.current.all()
    return rows.filter(deputy=False) if model is Holding else rows
