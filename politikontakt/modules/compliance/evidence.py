"""Rows to evidence: everything a municipality has recorded, as core values, in four queries whatever the size."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from politikontakt.core.records import model
from politikontakt.modules.access.fields import codes, exact
from politikontakt.modules.activities.models import Activity, ActivityPerson
from politikontakt.modules.compliance.tables import Row, small_tables

ACTIVITY_COLUMNS = (
    "id", "ref", "kind", "status", "happened_on", "starts_at", "minutes", "place_id", "purpose", "audience",
    "themes", "partner", "reported_at", "confirmed", "series", "period", "ordinal",
)  # fmt: skip


def records() -> model.Records:
    """The evidence that holds, in the order of the files."""
    tables = small_tables()
    place_refs = {row["pk"]: row["ref"] for row in tables["places"]}
    person_refs = {row["pk"]: row["ref"] for row in tables["people"]}
    role_refs = {row["pk"]: row["ref"] for row in tables["role_codes"]}
    return model.Records(
        places=tuple(_place(row) for row in tables["places"]),
        people=tuple(model.Person(id=row["ref"], name=row["name"]) for row in tables["people"]),
        roles=tuple(_holding(row, role_refs, person_refs) for row in tables["holdings"]),
        activities=_activities(place_refs, person_refs),
        meetings=_meetings(tables["meetings"], tables["meeting_people"], place_refs, person_refs),
        documents=tuple(_document(row) for row in tables["documents"]),
        events=tuple(
            model.Event(id=row["ref"], kind=row["kind"], on=_day(row["happened_on"])) for row in tables["events"]
        ),
        requests=tuple(_request(row) for row in tables["requests"]),
        judgements=tuple(_judgement(row) for row in tables["judgements"]),
        baselines=tuple(_baseline(row) for row in tables["baselines"]),
        measurements=tuple(model.Measurement(**_measured(row)) for row in tables["measurements"]),
        exceptions=tuple(_exemption(row) for row in tables["exemptions"]),
        disputes=tuple(_dispute(row) for row in tables["disputes"]),
        closed_days=tuple(_closed_days(row, place_refs) for row in tables["closed_days"]),
        availability=tuple(_absence(row, person_refs) for row in tables["absences"]),
    )


def _activities(places: Mapping[int, str], people: Mapping[int, str]) -> tuple[model.Activity, ...]:
    by_activity: dict[int, list[str]] = defaultdict(list)
    pairs = ActivityPerson.objects.filter(activity__holds=True).order_by("activity_id", "position", "id")
    for activity, person in pairs.values_list("activity_id", "person_id"):
        by_activity[activity].append(people[person])
    rows = Activity.current.order_by("position", "id").values_list(*ACTIVITY_COLUMNS)
    return tuple(_activity(row, places, tuple(by_activity.get(row[0], ()))) for row in rows.iterator())


def _activity(row: Sequence[Any], places: Mapping[int, str], people: tuple[str, ...]) -> model.Activity:
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


def _meetings(
    rows: Sequence[Row], pairs: Sequence[Row], places: Mapping[int, str], people: Mapping[int, str]
) -> tuple[model.Meeting, ...]:
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


def _place(row: Row) -> model.Place:
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


def _holding(row: Row, roles: Mapping[int, str], people: Mapping[int, str]) -> model.RoleHolding:
    return model.RoleHolding(
        role=roles[row["role_id"]],
        person=people[row["person_id"]],
        since=_day(row["since"]),
        until=_maybe_day(row["until"]),
        acting=bool(row["acting"]),
    )


def _document(row: Row) -> model.Document:
    return model.Document(
        id=row["ref"], kind=row["kind"], approved_on=_day(row["approved_on"]), attached=bool(row["attached"])
    )


def _request(row: Row) -> model.Request:
    return model.Request(
        id=row["ref"],
        kind=row["kind"],
        received_on=_day(row["received_on"]),
        answered_on=_maybe_day(row["answered_on"]),
        outcome=row["outcome"] or None,
    )


def _judgement(row: Row) -> model.Judgement:
    return model.Judgement(
        commitment=row["commitment"],
        party=row["party"],
        period_first=_day(row["period_first"]),
        judged_on=_day(row["judged_on"]),
        finding=row["finding"],
    )


def _baseline(row: Row) -> model.Baseline:
    return model.Baseline(**_measured(row), locked_on=_day(row["locked_on"]))


def _measured(row: Row) -> dict[str, Any]:
    return {
        "indicator": row["indicator"],
        "period_first": _day(row["period_first"]),
        "period_last": _day(row["period_last"]),
        "value": exact(row["value"]),
        "low": exact(row["low"]),
        "high": exact(row["high"]),
    }


def _exemption(row: Row) -> model.Exemption:
    return model.Exemption(
        commitment=row["commitment"],
        subject=row["subject"] or None,
        first=_day(row["first"]),
        last=_day(row["last"]),
        kind=row["kind"],
        accepted_by=codes(row["accepted_by"]),
        reason=row["reason"] or None,
    )


def _dispute(row: Row) -> model.Dispute:
    return model.Dispute(
        commitment=row["commitment"],
        subject=row["subject"] or None,
        period_first=_maybe_day(row["period_first"]),
        party=row["party"],
        opened_on=_day(row["opened_on"]),
        settled_on=_maybe_day(row["settled_on"]),
        reason=row["reason"] or None,
    )


def _closed_days(row: Row, places: Mapping[int, str]) -> model.ClosedDays:
    return model.ClosedDays(
        place=places[row["place_id"]] if row["place_id"] else None,
        first=_day(row["first"]),
        last=_day(row["last"]),
        reason=row["reason"] or None,
    )


def _absence(row: Row, people: Mapping[int, str]) -> model.Availability:
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
