"""Writing the chain. Called by the services of the other modules, inside their transaction."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from politikontakt.modules.audit import clock
from politikontakt.modules.audit.actors import Actor
from politikontakt.modules.audit.errors import KeyConflict
from politikontakt.modules.audit.models import AuditRow, Head
from politikontakt.modules.audit.single import put, row_by, set_in


@dataclass(frozen=True, slots=True)
class Subject:
    """What was written: the model's label (`activities.activity`), its row, and the ref people know it by."""

    label: str
    id: int | None
    ref: str = ""


def lock(municipality_id: int) -> Head:
    """Take the municipality's turn to write, until the transaction ends."""
    if not connection.in_atomic_block:
        raise RuntimeError("a write needs a transaction")
    head = row_by(Head, turn=True)
    return head or Head.objects.select_for_update().get_or_create(municipality_id=municipality_id)[0]


def earlier(head: Head, *, key: UUID, action: str, body: Mapping[str, Any]) -> AuditRow | None:
    """The row that this key wrote before, or None. Other content under the same key is a conflict."""
    row = row_by(AuditRow, key=key)
    if row and (row.action, row.digest) != (action, digest(body)):
        raise KeyConflict(key, row.action)
    return row


NOTHING = Subject("", None)


def record(
    head: Head,
    *,
    key: UUID,
    by: Actor,
    action: str,
    body: Mapping[str, Any],
    subject: Subject = NOTHING,
    outcome: Mapping[str, Any] | None = None,
) -> AuditRow:
    """Add the row that says what was written, and move the head of the chain."""
    row = AuditRow(
        municipality_id=head.municipality_id,
        number=head.number + 1,
        key=key,
        at=clock.now(),
        actor_id=by.user_id,
        actor_name=by.name,
        actor_role=by.role,
        action=action,
        subject=subject.label,
        subject_id=subject.id,
        subject_ref=subject.ref,
        body=plain(body),
        outcome=plain({**(outcome or {}), **_confirmed(by)}),
        digest=digest(body),
        previous=head.hash,
    )
    row.hash = seal(row)
    put(row)
    set_in(head, number=row.number, hash=row.hash)
    return row


def _confirmed(by: Actor) -> dict[str, Any]:
    return {"about_nobody": by.about_nobody} if by.about_nobody else {}


def seal(row: AuditRow) -> str:
    """The hash that binds a row's every field to the row before it."""
    fields = [
        row.municipality_id,
        row.number,
        str(row.key),
        row.at.astimezone(timezone.get_fixed_timezone(0)).isoformat(),
        row.actor_id,
        row.actor_name,
        row.actor_role,
        row.action,
        row.subject,
        row.subject_id,
        row.subject_ref,
        row.body,
        row.outcome,
        row.digest,
        row.previous,
    ]
    return _sha256(fields)


def digest(body: Mapping[str, Any]) -> str:
    """The hash of a write's content: the same content gives the same, in whatever order its keys stand."""
    return _sha256(plain(body))


def plain(content: Any) -> Any:
    """Content as JSON can hold it: days and times as ISO text, exact numbers as they are written."""
    if isinstance(content, Mapping):
        return {str(name): plain(each) for name, each in content.items()}
    if isinstance(content, list | tuple | set | frozenset):
        return [plain(each) for each in content]
    if isinstance(content, datetime | date | time):
        return content.isoformat()
    if isinstance(content, bytes):
        return hashlib.sha256(content).hexdigest()
    if isinstance(content, UUID | Fraction):
        return str(content)
    return content


def _sha256(content: Any) -> str:
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
