"""A row of a file as the columns of its table. An empty cell of text is an empty text there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from politikontakt.core.records import model


@dataclass(frozen=True, slots=True)
class Refs:
    """The database's numbers of what rows refer to, by id."""

    places: Mapping[str, int]
    people: Mapping[str, int]
    roles: Mapping[str, int]

    def place(self, ref: str | None) -> int | None:
        """A place's number, or None for no place."""
        return None if ref is None else self.places[ref]


def place(row: model.Place, refs: Refs) -> dict[str, Any]:
    """A place's columns."""
    return {
        "ref": row.id,
        "name": row.name,
        "kind": row.kind,
        "stage_from": row.stage_from,
        "stage_to": row.stage_to,
        "owner": row.owner or "",
        "opened_on": row.opened_on,
        "closed_on": row.closed_on,
        "zone": row.zone or "",
    }


def person(row: model.Person, refs: Refs) -> dict[str, Any]:
    """A person's columns."""
    return {"ref": row.id, "name": row.name}


def holding(row: model.RoleHolding, refs: Refs) -> dict[str, Any]:
    """A holding's columns."""
    return {
        "role_id": refs.roles[row.role],
        "person_id": refs.people[row.person],
        "since": row.since,
        "until": row.until,
        "acting": row.acting,
    }


def activity(row: model.Activity, refs: Refs) -> dict[str, Any]:
    """An activity's columns, without its people."""
    return {
        "ref": row.id,
        "kind": row.kind,
        "status": row.status,
        "happened_on": row.on,
        "starts_at": row.start,
        "minutes": row.minutes,
        "place_id": refs.place(row.place),
        "purpose": row.purpose or "",
        "audience": row.audience,
        "themes": row.themes,
        "partner": row.partner or "",
        "reported_at": row.recorded_at,
        "confirmed": row.confirmed,
        "series": row.series or "",
        "period": row.period,
        "ordinal": row.ordinal,
    }


def meeting(row: model.Meeting, refs: Refs) -> dict[str, Any]:
    """A meeting's columns, without its people."""
    return {
        "ref": row.id,
        "kind": row.kind,
        "status": row.status,
        "happened_on": row.on,
        "agenda": row.agenda,
        "starts_at": row.start,
        "block": row.block or "",
        "minutes": row.minutes,
        "place_id": refs.place(row.place),
    }


def document(row: model.Document, refs: Refs) -> dict[str, Any]:
    """A document's columns."""
    return {"ref": row.id, "kind": row.kind, "approved_on": row.approved_on, "attached": row.attached}


def event(row: model.Event, refs: Refs) -> dict[str, Any]:
    """A milestone's columns."""
    return {"ref": row.id, "kind": row.kind, "happened_on": row.on}


def request(row: model.Request, refs: Refs) -> dict[str, Any]:
    """A request's columns."""
    return {
        "ref": row.id,
        "kind": row.kind,
        "received_on": row.received_on,
        "answered_on": row.answered_on,
        "outcome": row.outcome or "",
    }


def judgement(row: model.Judgement, refs: Refs) -> dict[str, Any]:
    """A judgement's columns."""
    return {
        "commitment": row.commitment,
        "party": row.party,
        "period_first": row.period_first,
        "judged_on": row.judged_on,
        "finding": row.finding,
    }


def measured(row: model.Measurement | model.Baseline, refs: Refs) -> dict[str, Any]:
    """A measurement's columns, which a baseline has too."""
    return {
        "indicator": row.indicator,
        "period_first": row.period_first,
        "period_last": row.period_last,
        "value": row.value,
        "low": row.low,
        "high": row.high,
    }


def baseline(row: model.Baseline, refs: Refs) -> dict[str, Any]:
    """A baseline's columns."""
    return {**measured(row, refs), "locked_on": row.locked_on}


def exemption(row: model.Exemption, refs: Refs) -> dict[str, Any]:
    """An exception's columns."""
    return {
        "commitment": row.commitment,
        "subject": row.subject or "",
        "first": row.first,
        "last": row.last,
        "kind": row.kind,
        "accepted_by": row.accepted_by,
        "reason": row.reason or "",
    }


def dispute(row: model.Dispute, refs: Refs) -> dict[str, Any]:
    """A dispute's columns."""
    return {
        "commitment": row.commitment,
        "subject": row.subject or "",
        "period_first": row.period_first,
        "party": row.party,
        "opened_on": row.opened_on,
        "settled_on": row.settled_on,
        "reason": row.reason or "",
    }


def closed_days(row: model.ClosedDays, refs: Refs) -> dict[str, Any]:
    """A closed span's columns."""
    return {"place_id": refs.place(row.place), "first": row.first, "last": row.last, "reason": row.reason or ""}


def absence(row: model.Availability, refs: Refs) -> dict[str, Any]:
    """An absence's columns."""
    return {
        "person_id": refs.people[row.person],
        "first": row.first,
        "last": row.last,
        "blocks": row.blocks,
        "kind": row.kind,
    }
