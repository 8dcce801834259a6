"""Rows to evidence: everything a municipality has recorded, as core values, in two queries whatever the size."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from politikontakt.core.records import model
from politikontakt.modules.access.fields import codes, exact
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.compliance.tables import Row, Tables, tables

ACTIVITY_COLUMNS = (
    "id", "ref", "kind", "status", "happened_on", "starts_at", "minutes", "place_id", "purpose", "audience",
    "themes", "partner", "reported_at", "confirmed", "series", "period", "ordinal",
)  # fmt: skip

FILES = {
    **{name: name for name in (
        "places", "people", "meetings", "documents", "events", "requests", "judgements", "baselines", "measurements",
        "disputes", "closed_days",
    )},
    "roles": "holdings",
    "exceptions": "exemptions",
    "availability": "absences",
}  # fmt: skip
"""The table of each file, but for activities."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence that holds, and where each of its rows is stored.

    `state` names what was read. `stored` has, by file, the number and position of each row, in the rows' order.
    """

    state: str
    records: model.Records
    stored: Mapping[str, Sequence[tuple[int, int]]]


def evidence(state: str) -> Evidence:
    """Everything that holds, in the order of the files. `state` is that of the record before the reading.

    Two statements see two moments; where something was written in between, both are read again.
    """
    while True:
        activities = list(Activity.current.order_by("position", "id").values_list(*ACTIVITY_COLUMNS, "position"))
        read = tables()
        if read.state == state:
            return _evidence(read, activities)
        state = read.state


def _evidence(read: Tables, activities: Sequence[Sequence[Any]]) -> Evidence:
    stored = {file: [(row["pk"], row["position"]) for row in read.rows[table]] for file, table in FILES.items()}
    stored["activities"] = [(row[0], row[-1]) for row in activities]
    return Evidence(read.state, _records(read, activities), stored)


def _records(read: Tables, activities: Sequence[Sequence[Any]]) -> model.Records:
    rows = read.rows
    places = {row["pk"]: row["ref"] for row in rows["places"]}
    people = {row["pk"]: row["ref"] for row in rows["people"]}
    roles = {row["pk"]: row["ref"] for row in rows["role_codes"]}
    return model.Records(
        places=tuple(_place(row) for row in rows["places"]),
        people=tuple(model.Person(id=row["ref"], name=row["name"]) for row in rows["people"]),
        roles=tuple(_holding(row, roles, people) for row in rows["holdings"]),
        activities=tuple(
            _activity(row[:-1], places, tuple(people[each] for each in read.takers_part.get(row[0], ())))
            for row in activities
        ),
        meetings=_meetings(rows["meetings"], rows["meeting_people"], places, people),
        documents=tuple(_document(row) for row in rows["documents"]),
        events=tuple(_event(row) for row in rows["events"]),
        requests=tuple(_request(row) for row in rows["requests"]),
        judgements=tuple(_judgement(row) for row in rows["judgements"]),
        baselines=tuple(_baseline(row) for row in rows["baselines"]),
        measurements=tuple(model.Measurement(**_measured(row)) for row in rows["measurements"]),
        exceptions=tuple(_exemption(row) for row in rows["exemptions"]),
        disputes=tuple(_dispute(row) for row in rows["disputes"]),
        closed_days=tuple(_closed_days(row, places) for row in rows["closed_days"]),
        availability=tuple(_absence(row, people) for row in rows["absences"]),
    )


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


def _event(row: Row) -> model.Event:
    return model.Event(id=row["ref"], kind=row["kind"], on=_day(row["happened_on"]))


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
    return model.Baseline(**_measured(row), locked_on=_maybe_day(row["locked_on"]))


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
