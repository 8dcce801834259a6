"""Importing a municipality's whole record: all of it or nothing, in one transaction."""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID, uuid4

from django.db import transaction

from politikontakt.core.agreement.model import Agreement
from politikontakt.modules.access.capabilities import starts_with
from politikontakt.modules.access.models import Role
from politikontakt.modules.access.tenants import tenant
from politikontakt.modules.access.writes import Write
from politikontakt.modules.agreements.models import PlanningFile
from politikontakt.modules.agreements.queries import agreements
from politikontakt.modules.agreements.reading import fingerprint
from politikontakt.modules.agreements.services import store_version
from politikontakt.modules.audit.actors import Actor
from politikontakt.modules.audit.models import AuditRow
from politikontakt.modules.audit.queries import state, written
from politikontakt.modules.compliance.errors import DraftGone, DraftStale
from politikontakt.modules.compliance.evidence import evidence
from politikontakt.modules.compliance.exchange.comparing import Comparison
from politikontakt.modules.compliance.exchange.preview import compared, new_versions
from politikontakt.modules.compliance.exchange.reading import Folder, read_folder
from politikontakt.modules.compliance.exchange.storing import Storing, refs
from politikontakt.modules.compliance.exchange.tables import ENTRIES, FACTS
from politikontakt.modules.compliance.models import Draft

DRAFTS_LIVE = timedelta(days=1)
"""How long a folder waits for a yes."""

Outcome = Mapping[str, Mapping[str, int]]
"""How many rows an import added, changed and removed, by file."""


@transaction.atomic
def import_folder(*, key: UUID, files: Mapping[str, bytes], by: Actor) -> Outcome:
    """Make the municipality's record say what a folder says: all files, or none where any has a fault.

    A file that is missing is an empty one. Raises FaultyInput with every fault of every file. What is
    in no file stays as it is: users, what roles may do, deputies, partners, the contact card, notes.
    """
    folder = read_folder(files)
    hashes = {name: fingerprint(source) for name, source in sorted(files.items())}
    write = Write(key, "compliance.import_folder", by, {"files": hashes})
    if write.repeated:
        return _outcome(write.repeated)
    outcome = _store(write, folder)
    write.outcome.update(outcome)
    write.seal()
    return outcome


@transaction.atomic
def keep_draft(*, files: Mapping[str, bytes], by: Actor, now: datetime) -> Draft:
    """Keep a faultless folder until somebody says yes; older ones that nobody confirmed are dropped."""
    if by.user_id is None:
        raise PermissionError("a draft belongs to somebody who is signed in")
    Draft.objects.filter(made_at__lt=now - DRAFTS_LIVE).delete()
    read_folder(files)
    return Draft.objects.create(
        municipality=tenant(),
        key=uuid4(),
        files={name: b64encode(source).decode() for name, source in files.items()},
        version=state(),
        made_at=now,
        made_by_id=by.user_id,
    )


@transaction.atomic
def import_draft(*, key: UUID, by: Actor) -> Outcome:
    """Import the draft of this key, unless something was written since it was compared. Twice is once."""
    done = written(key)
    if done:
        return _outcome(done)
    draft = Draft.objects.filter(key=key).first()
    if draft is None:
        raise DraftGone()
    if draft.version != state():
        raise DraftStale()
    outcome = import_folder(key=key, files=draft_files(draft), by=by)
    draft.delete()
    return outcome


def _outcome(row: AuditRow) -> Outcome:
    return cast(Outcome, row.outcome)


def draft_files(draft: Draft) -> dict[str, bytes]:
    """The files of a draft, for showing its preview again."""
    return {name: b64decode(source) for name, source in draft.files.items()}


def _store(write: Write, folder: Folder) -> dict[str, dict[str, int]]:
    now = evidence(state())
    comparisons = {table.file: compared(table, folder.records, now) for table in (*ENTRIES, *FACTS)}
    versions = new_versions(folder)
    for version in versions:
        store_version(write.part(version.given.name), version.given.content, version.given.source, why="")
    _store_planning(write, folder.planning)
    for table in ENTRIES:
        Storing(write, table, comparisons[table.file], refs()).store_entries()
    _add_missing_roles(write)
    numbers = refs()
    for table in FACTS:
        Storing(write, table, comparisons[table.file], numbers).store_facts()
    return {name: _counts(each) for name, each in comparisons.items() if not each.says_nothing_new} | {
        version.given.name: {"changed" if version.old else "added": 1} for version in versions
    }


def _store_planning(write: Write, source: bytes | None) -> None:
    old = PlanningFile.current.first()
    part = write.part("planning")
    if old is None and source is not None:
        part.add(PlanningFile, source=source)
    elif old is not None and source is None:
        part.withdraw(old)
    elif old is not None and bytes(old.source) != source:
        part.correct(old, source=source)


def _add_missing_roles(write: Write) -> None:
    """Roles are the agreement's; those not entered yet are entered with what their code starts with."""
    known = set(Role.objects.values_list("ref", flat=True))
    for content in (stored.content for stored in agreements()):
        for role in content.roles:
            if role.id not in known:
                known.add(role.id)
                write.part(f"role:{role.id}").add(
                    Role,
                    ref=role.id,
                    titles=dict(role.title),
                    party=role.party,
                    side=_side(content, role.party),
                    may=starts_with(role.id),
                )


def _side(agreement: Agreement, party: str) -> str:
    kind = next(each.kind for each in agreement.parties if each.id == party)
    return "police" if kind.startswith("police") else "municipality"


def _counts(comparison: Comparison) -> dict[str, int]:
    return {
        "added": len(comparison.added),
        "changed": len(comparison.changed),
        "removed": len(comparison.removed),
    }
