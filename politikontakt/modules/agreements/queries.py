"""Reading the agreement: which is in force, its file, its versions, and what the parties have said."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet

from politikontakt.core.agreement import model
from politikontakt.modules.agreements.models import (
    Agreement,
    AgreementVersion,
    Dispute,
    Document,
    Exemption,
    Judgement,
    PlanningFile,
)
from politikontakt.modules.agreements.reading import read


@dataclass(frozen=True, slots=True)
class StoredAgreement:
    """An agreement as it is judged by: its row, the version that holds, and what the file says."""

    row: Agreement
    version: AgreementVersion
    content: model.Agreement


def agreements() -> list[StoredAgreement]:
    """Every agreement of the municipality, the earliest first: one query."""
    versions = AgreementVersion.current.select_related("agreement").order_by("agreement__effective_from", "id")
    return [StoredAgreement(each.agreement, each, read(bytes(each.source))) for each in versions]


def agreement_on(day: date) -> StoredAgreement | None:
    """The one in force on a day; else the last that was; else the first that will be. None where there is none."""
    stored = agreements()
    begun = [each for each in stored if each.row.effective_from <= day]
    return begun[-1] if begun else (stored[0] if stored else None)


def agreement_with(commitment: str) -> model.Agreement | None:
    """What the newest agreement says that has this commitment."""
    for stored in reversed(agreements()):
        if any(each.id == commitment for each in stored.content.commitments):
            return stored.content
    return None


def versions(agreement: Agreement) -> QuerySet[AgreementVersion]:
    """Every version of the file, the newest first: who stored it, when and why. Without the bytes."""
    rows: QuerySet[AgreementVersion] = AgreementVersion.objects.filter(agreement=agreement)
    return rows.select_related("recorded_by").defer("source").order_by("-number")


def disputes(*, commitment: str | None = None) -> QuerySet[Dispute]:
    """Disputes, the open ones first, then the newest."""
    rows: QuerySet[Dispute] = Dispute.current.all()
    rows = rows.filter(commitment=commitment) if commitment else rows
    return rows.order_by(F("settled_on").asc(nulls_first=True), "-opened_on", "-id")


def exemptions(*, commitment: str | None = None) -> QuerySet[Exemption]:
    """Exceptions, those asked for and those that hold, the newest first."""
    rows: QuerySet[Exemption] = Exemption.current.all()
    rows = rows.filter(commitment=commitment) if commitment else rows
    return rows.order_by("-first", "-id")


def judgements(*, commitment: str | None = None) -> QuerySet[Judgement]:
    """What the parties have found, the newest first."""
    rows: QuerySet[Judgement] = Judgement.current.all()
    rows = rows.filter(commitment=commitment) if commitment else rows
    return rows.order_by("-judged_on", "-position", "-id")


def documents(*, last: date | None = None) -> QuerySet[Document]:
    """Documents approved up to a day or all, the newest first."""
    rows: QuerySet[Document] = Document.current.order_by("-approved_on", "-id")
    return rows.filter(approved_on__lte=last) if last else rows


def planning_file() -> bytes | None:
    """planning.toml as it was stored, or None where there is none."""
    row = PlanningFile.current.order_by("-id").first()
    return bytes(row.source) if row else None
