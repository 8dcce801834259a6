"""Writing once: what every service of every module does around its own row."""

from collections.abc import Mapping
from copy import copy
from functools import cache
from typing import Any, TypeVar
from uuid import UUID, uuid5

from django.db import connection

from politikontakt.modules.access.days import refuse_days_out_of_reach
from politikontakt.modules.access.errors import Overtaken
from politikontakt.modules.access.facts import Entry, Fact, Recorded
from politikontakt.modules.access.tenants import tenant
from politikontakt.modules.access.texts import refuse_national_ids, refuse_unseen_signs
from politikontakt.modules.audit import clock
from politikontakt.modules.audit import services as audit
from politikontakt.modules.audit.actors import Actor
from politikontakt.modules.audit.models import AuditRow
from politikontakt.modules.audit.single import put, row_by, set_in

HASHES = frozenset({"sha256", "files"})
"""Parts of a write's content that are no text but fingerprints of files."""

Row = TypeVar("Row", bound=Recorded)
AFact = TypeVar("AFact", bound=Fact)


class Write:
    """One write by one key: opened first, then the row, then `done`.

        write = Write(key, "activities.log_activity", by, body)
        if write.repeated:
            return write.first(Activity)
        activity = write.add(Activity, ref=…, …)
        return write.done(activity)

    Opening it takes the municipality's turn, so that writes of one municipality stand in a row. The
    same key with other content raises KeyConflict; a national identity number anywhere in it is refused,
    and so are a day that nobody can have meant and a sign that nobody can see.
    """

    def __init__(self, key: UUID, action: str, by: Actor, body: Mapping[str, Any]) -> None:
        refuse_national_ids({name: value for name, value in body.items() if name not in HASHES})
        self.key, self.action, self.by, self.body = key, action, by, body
        self.outcome: dict[str, Any] = {}
        self.municipality = tenant()
        self._head = audit.lock(self.municipality.pk)
        self.repeated: AuditRow | None = audit.earlier(self._head, key=key, action=action, body=body)
        if self.repeated is None:
            refuse_days_out_of_reach(body)
            refuse_unseen_signs(body)

    def first(self, model: type[Row]) -> Row:
        """The row that this key wrote the first time."""
        if self.repeated is None:
            raise LookupError("this key has written nothing yet")
        row = row_by(model, id=self.repeated.subject_id)
        if row is None:
            raise LookupError(f"{self.repeated.subject} {self.repeated.subject_id} is gone")
        return row

    def add(self, model: type[Row], **fields: Any) -> Row:
        """Store a new row, at the end of its file unless `position` says otherwise."""
        if "position" not in fields:
            fields["position"] = next_position(model)
        written = {"key": self.key, "recorded_at": clock.now(), "recorded_by_id": self.by.user_id}
        return put(model(municipality=self.municipality, **written, **fields))

    def correct(self, old: AFact, **changes: Any) -> AFact:
        """Store a new row that takes the old one's place, with some fields changed."""
        self._retire(old)
        return self.add(type(old), **{**carried(old), **changes}, replaces=old)

    def withdraw(self, old: AFact) -> AFact:
        """Store the row that says the old one no longer holds."""
        self._retire(old)
        return self.add(type(old), **carried(old), replaces=old, withdrawn=True, holds=False)

    def change(self, entry: Entry, **changes: Any) -> None:
        """Change a register entry where it stands; the audit row has what was and what is."""
        self.outcome["before"] = {name: getattr(entry, name) for name in changes}
        for name, value in changes.items():
            setattr(entry, name, value)
        entry.save(update_fields=list(changes))

    def done(self, row: Row) -> Row:
        """Seal the write in the audit chain, and give the row back."""
        subject = audit.Subject(row._meta.label_lower, row.pk, str(getattr(row, "ref", getattr(row, "commitment", ""))))
        self.seal(subject)
        return row

    def part(self, name: str) -> "Write":
        """The same write for one of several rows: each gets a key of its own, made from the write's."""
        part = copy(self)
        part.key = uuid5(self.key, name)
        return part

    def seal(self, subject: audit.Subject = audit.NOTHING) -> None:
        """Seal a write that has no single row."""
        audit.record(
            self._head,
            key=self.key,
            by=self.by,
            action=self.action,
            body=self.body,
            subject=subject,
            outcome=self.outcome,
        )
        self.municipality.known_state = None

    def _retire(self, old: Fact) -> None:
        if not set_in(old, only_if={"holds": True}, holds=False):
            raise Overtaken(old)


def carried(fact: Fact) -> dict[str, Any]:
    """The fields a correction takes over from the row it replaces."""
    return {name: getattr(fact, name) for name in _carried_columns(type(fact))}


@cache
def _carried_columns(model: type[Fact]) -> tuple[str, ...]:
    own = {field.name for field in Fact._meta.fields} | {"id", "replaces", "withdrawn"}
    fields = model._meta.concrete_fields
    return tuple(field.attname for field in fields if field.name not in own or field.name == "position")


def next_position(model: type[Recorded]) -> int:
    """The place after the last row of a file."""
    with connection.cursor() as cursor:
        cursor.execute(_last_position(model), [tenant().pk, True])
        (last,) = cursor.fetchone()
    return (last or 0) + 1


@cache
def _last_position(model: type[Recorded]) -> str:
    table = model._meta.db_table
    return f"SELECT MAX(position) FROM {table} WHERE municipality_id = %s AND holds = %s"  # noqa: S608 – our own table
