"""Rows to evidence: everything a municipality has recorded, as core values, in two queries whatever the size."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from politikontakt.core.records import model
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.compliance import rows_to
from politikontakt.modules.compliance.tables import Tables, tables

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
        activities = list(
            Activity.current.order_by("position", "id").values_list(*rows_to.ACTIVITY_COLUMNS, "position")
        )
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
        places=tuple(rows_to.place(row) for row in rows["places"]),
        people=tuple(model.Person(id=row["ref"], name=row["name"]) for row in rows["people"]),
        roles=tuple(rows_to.holding(row, roles, people) for row in rows["holdings"]),
        activities=tuple(
            rows_to.activity(row[:-1], places, tuple(people[each] for each in read.takers_part.get(row[0], ())))
            for row in activities
        ),
        meetings=rows_to.meetings(rows["meetings"], rows["meeting_people"], places, people),
        documents=tuple(rows_to.document(row) for row in rows["documents"]),
        events=tuple(rows_to.event(row) for row in rows["events"]),
        requests=tuple(rows_to.request(row) for row in rows["requests"]),
        judgements=tuple(rows_to.judgement(row) for row in rows["judgements"]),
        baselines=tuple(rows_to.baseline(row) for row in rows["baselines"]),
        measurements=tuple(model.Measurement(**rows_to.measured(row)) for row in rows["measurements"]),
        exceptions=tuple(rows_to.exemption(row) for row in rows["exemptions"]),
        disputes=tuple(rows_to.dispute(row) for row in rows["disputes"]),
        closed_days=tuple(rows_to.closed_days(row, places) for row in rows["closed_days"]),
        availability=tuple(rows_to.absence(row, people) for row in rows["absences"]),
    )
