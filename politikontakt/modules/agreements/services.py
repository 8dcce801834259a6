"""Storing the agreement's file, and the documents that belong to it."""

from datetime import date
from uuid import UUID

from django.db import transaction

from politikontakt.core.agreement import model
from politikontakt.modules.access.texts import refuse_national_ids
from politikontakt.modules.access.writes import Write
from politikontakt.modules.agreements.errors import NothingNew, OtherAgreement
from politikontakt.modules.agreements.models import Agreement, AgreementVersion, Document, PlanningFile
from politikontakt.modules.agreements.reading import FILE, fingerprint, read_screened
from politikontakt.modules.audit.actors import Actor


@transaction.atomic
def store_agreement(
    *, key: UUID, source: bytes, why: str, by: Actor, file: str = FILE, of: Agreement | None = None
) -> AgreementVersion:
    """Store an agreement's file byte for byte, as a new agreement or as the next version of the one with its id.

    `of` says which agreement the file must be a version of. Raises FaultyInput with every fault of the
    file; a file that is the same as the stored one is refused.
    """
    content = read_screened(source, file)
    if of and of.ref != content.id:
        raise OtherAgreement(expected=of.ref, found=content.id)
    body = {"agreement": content.id, "sha256": fingerprint(source), "why": why}
    write = Write(key, "agreements.store_agreement", by, body)
    if write.repeated:
        return write.first(AgreementVersion)
    return write.done(store_version(write, content, source, why))


def store_version(write: Write, content: model.Agreement, source: bytes, why: str) -> AgreementVersion:
    """Store the file as part of a write that is under way."""
    days = {"effective_from": content.effective_from, "expires_on": content.expires_on, "titles": dict(content.title)}
    agreement = Agreement.objects.filter(ref=content.id).first()
    if agreement is None:
        agreement = write.add(Agreement, ref=content.id, **days)
    old = AgreementVersion.current.filter(agreement=agreement).first()
    if old and old.sha256 == fingerprint(source):
        raise NothingNew(agreement=content.id)
    Agreement.objects.filter(pk=agreement.pk).update(**days)
    fields = {"source": source, "sha256": fingerprint(source), "why": why, "number": old.number + 1 if old else 1}
    return write.correct(old, **fields) if old else write.add(AgreementVersion, agreement=agreement, **fields)


@transaction.atomic
def add_document(*, key: UUID, kind: str, approved_on: date, attached: bool, by: Actor, ref: str = "") -> Document:
    """Store that a document was approved, and whether it is attached to the agreement."""
    body = {"kind": kind, "approved_on": approved_on, "attached": attached}
    write = Write(key, "agreements.add_document", by, body)
    if write.repeated:
        return write.first(Document)
    return write.done(write.add(Document, ref=ref or str(key), **body))


@transaction.atomic
def correct_document(
    *, key: UUID, document: Document, kind: str, approved_on: date, attached: bool, by: Actor
) -> Document:
    """Store how it really was with a document, such as that it is attached now."""
    fields = {"kind": kind, "approved_on": approved_on, "attached": attached}
    write = Write(key, "agreements.correct_document", by, {"row": document.pk, **fields})
    if write.repeated:
        return write.first(Document)
    return write.done(write.correct(document, **fields))


@transaction.atomic
def store_planning_file(*, key: UUID, source: bytes, by: Actor) -> PlanningFile:
    """Store the planner's settings as they are; the planner checks them when it reads them."""
    refuse_national_ids({"planning": source.decode("utf-8", "replace")})
    write = Write(key, "agreements.store_planning_file", by, {"sha256": fingerprint(source)})
    if write.repeated:
        return write.first(PlanningFile)
    old = PlanningFile.current.first()
    return write.done(write.correct(old, source=source) if old else write.add(PlanningFile, source=source))
