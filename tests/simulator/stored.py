"""What is in the database after a run, read in plain SQL: nothing of the code under test stands between."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from politikontakt.modules.activities.models import Activity, ActivityPerson, LostTime
from politikontakt.modules.audit.models import AuditRow
from tests.simulator.shapes import meant

ACTIVITY, PEOPLE, LOST, AUDIT = (each._meta.db_table for each in (Activity, ActivityPerson, LostTime, AuditRow))
FACTS = {"activities.activity": ACTIVITY, "activities.losttime": LOST}

ACTIVITIES = f"""
    SELECT a.id, a.key, a.holds, a.withdrawn, r.key, a.kind, a.status, a.happened_on, a.starts_at, a.minutes, p.ref,
        a.purpose, a.audience, a.themes, a.partner, a.note,
        (SELECT group_concat(ref, '|') FROM (
            SELECT q.ref FROM {PEOPLE} t JOIN access_person q ON q.id = t.person_id
            WHERE t.activity_id = a.id ORDER BY t.position))
    FROM {ACTIVITY} a LEFT JOIN {ACTIVITY} r ON r.id = a.replaces_id LEFT JOIN directory_place p ON p.id = a.place_id
    ORDER BY a.id"""
LOST_TIMES = f"""
    SELECT l.id, l.key, l.holds, l.withdrawn, r.key, l.happened_on, l.cause, l.minutes, p.ref
    FROM {LOST} l LEFT JOIN {LOST} r ON r.id = l.replaces_id JOIN access_person p ON p.id = l.person_id
    ORDER BY l.id"""


@dataclass(frozen=True)
class StoredRow:
    """A row as it lies in the database: its number and model, and the rest as `record.Row` has it."""

    id: int
    model: str
    key: str
    holds: bool
    withdrawn: bool
    replaces: str
    content: dict[str, Any]


def rows() -> list[StoredRow]:
    """All activities and all lost time, the older first."""
    return [*map(_activity, _select(ACTIVITIES)), *map(_lost_time, _select(LOST_TIMES))]


def audit_after(number: int) -> list[AuditRow]:
    """The audit rows after the first `number` ones."""
    return list(AuditRow.objects.raw(f"SELECT * FROM {AUDIT} WHERE number > %s ORDER BY number", [number]))


def _select(question: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return list(cursor.fetchall())


def _activity(found: tuple[Any, ...]) -> StoredRow:
    number, key, holds, withdrawn, replaces, kind, status, day, clock, minutes, place, *texts, people = found
    purpose, audience, themes, partner, note = texts
    said = {
        "kind": kind,
        "status": status,
        "happened_on": str(day),
        "starts_at": str(clock or "")[:5],
        "minutes": minutes,
        "place": place or "",
        "people": _codes(people),
        "purpose": purpose,
        "audience": _codes(audience),
        "themes": _codes(themes),
        "partner": partner,
        "note": note,
    }
    return StoredRow(
        number, "activities.activity", _key(key), bool(holds), bool(withdrawn), _key(replaces), meant("log", said)
    )


def _lost_time(found: tuple[Any, ...]) -> StoredRow:
    number, key, holds, withdrawn, replaces, day, cause, minutes, person = found
    said = {"happened_on": str(day), "cause": cause, "minutes": minutes, "person": person}
    return StoredRow(number, "activities.losttime", _key(key), bool(holds), bool(withdrawn), _key(replaces), said)


def _key(hexadecimal: str | None) -> str:
    return str(UUID(hexadecimal)) if hexadecimal else ""


def _codes(text: str | None) -> list[str]:
    return text.split("|") if text else []
