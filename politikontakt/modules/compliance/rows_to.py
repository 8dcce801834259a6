"""Rows of the database as core values, one function for each file of the records.

Rows of small tables come as JSON, so their days are ISO texts; an empty text is None in core.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from politikontakt.core.records import model
from politikontakt.modules.access.fields import codes, exact
from politikontakt.modules.compliance.tables import Row

ACTIVITY_COLUMNS = (
    "id", "ref", "kind", "status", "happened_on", "starts_at", "minutes", "place_id", "purpose", "audience",
    "themes", "partner", "reported_at", "confirmed", "series", "period", "ordinal",
)  # fmt: skip


def activity(row: Sequence[Any], places: Mapping[int, str], people: tuple[str, ...]) -> model.Activity:
    """An activity from its columns, in the order of `ACTIVITY_COLUMNS`."""
    (_, ref, kind, status, on, start, minutes, place, purpose, audience, themes, partner, recorded_at, confirmed,
     series, period, ordinal) = row  # fmt: skip
    return model.Activity(
        id=ref,
        kind=kind,
        status=status,
        on=on,
        start=start,
        minutes=minutes,
        place=places[place] if place else None,
        people=people,
        purpose=purpose or None,
        audience=audience,
        themes=themes,
        partner=partner or None,
        recorded_at=recorded_at,
        confirmed=confirmed,
        series=series or None,
        period=period,
        ordinal=ordinal,
    )


def meetings(
    rows: Sequence[Row], pairs: Sequence[Row], places: Mapping[int, str], people: Mapping[int, str]
) -> tuple[model.Meeting, ...]:
    """Meetings with those who were there."""
    present: dict[int, list[str]] = defaultdict(list)
    for pair in pairs:
        present[pair["meeting_id"]].append(people[pair["person_id"]])
    return tuple(
        model.Meeting(
            id=row["ref"],
            kind=row["kind"],
            status=row["status"],
            on=_day(row["happened_on"]),
            people=tuple(present.get(row["pk"], ())),
            agenda=codes(row["agenda"]),
            start=time.fromisoformat(row["starts_at"]) if row["starts_at"] else None,
            block=row["block"] or None,
            minutes=row["minutes"],
            place=places[row["place_id"]] if row["place_id"] else None,
        )
        for row in rows
    )


def place(row: Row) -> model.Place:
    """A place."""
    return model.Place(
        id=row["ref"],
        name=row["name"],
        kind=row["kind"],
        stage_from=row["stage_from"],
        stage_to=row["stage_to"],
        owner=row["owner"] or None,
        opened_on=_maybe_day(row["opened_on"]),
        closed_on=_maybe_day(row["closed_on"]),
        zone=row["zone"] or None,
    )


def holding(row: Row, roles: Mapping[int, str], people: Mapping[int, str]) -> model.RoleHolding:
    """A person in a role."""
    return model.RoleHolding(
        role=roles[row["role_id"]],
        person=people[row["person_id"]],
        since=_day(row["since"]),
        until=_maybe_day(row["until"]),
        acting=bool(row["acting"]),
    )


def document(row: Row) -> model.Document:
    """A document."""
    return model.Document(
        id=row["ref"], kind=row["kind"], approved_on=_day(row["approved_on"]), attached=bool(row["attached"])
    )


def event(row: Row) -> model.Event:
    """A milestone."""
    return model.Event(id=row["ref"], kind=row["kind"], on=_day(row["happened_on"]))


def request(row: Row) -> model.Request:
    """A request."""
    return model.Request(
        id=row["ref"],
        kind=row["kind"],
        received_on=_day(row["received_on"]),
        answered_on=_maybe_day(row["answered_on"]),
        outcome=row["outcome"] or None,
    )


def judgement(row: Row) -> model.Judgement:
    """A finding."""
    return model.Judgement(
        commitment=row["commitment"],
        party=row["party"],
        period_first=_day(row["period_first"]),
        judged_on=_day(row["judged_on"]),
        finding=row["finding"],
    )


def baseline(row: Row) -> model.Baseline:
    """A baseline."""
    return model.Baseline(**measured(row), locked_on=_maybe_day(row["locked_on"]))


def measured(row: Row) -> dict[str, Any]:
    """What a measurement and a baseline have in common."""
    return {
        "indicator": row["indicator"],
        "period_first": _day(row["period_first"]),
        "period_last": _day(row["period_last"]),
        "value": exact(row["value"]),
        "low": exact(row["low"]),
        "high": exact(row["high"]),
    }


def exemption(row: Row) -> model.Exemption:
    """An exception."""
    return model.Exemption(
        commitment=row["commitment"],
        subject=row["subject"] or None,
        first=_day(row["first"]),
        last=_day(row["last"]),
        kind=row["kind"],
        accepted_by=codes(row["accepted_by"]),
        reason=row["reason"] or None,
    )


def dispute(row: Row) -> model.Dispute:
    """A dispute."""
    return model.Dispute(
        commitment=row["commitment"],
        subject=row["subject"] or None,
        period_first=_maybe_day(row["period_first"]),
        party=row["party"],
        opened_on=_day(row["opened_on"]),
        settled_on=_maybe_day(row["settled_on"]),
        reason=row["reason"] or None,
    )


def closed_days(row: Row, places: Mapping[int, str]) -> model.ClosedDays:
    """A closed span."""
    return model.ClosedDays(
        place=places[row["place_id"]] if row["place_id"] else None,
        first=_day(row["first"]),
        last=_day(row["last"]),
        reason=row["reason"] or None,
    )


def absence(row: Row, people: Mapping[int, str]) -> model.Availability:
    """An absence."""
    return model.Availability(
        person=people[row["person_id"]],
        first=_day(row["first"]),
        last=_day(row["last"]),
        blocks=codes(row["blocks"]),
        kind=row["kind"],
    )


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _maybe_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
