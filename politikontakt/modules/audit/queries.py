"""Reading the chain: its state, what happened to a thing, and whether anybody tampered with it."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from politikontakt.modules.audit.models import AuditRow, Head
from politikontakt.modules.audit.services import digest, plain, seal
from politikontakt.modules.audit.single import row_by


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain is broken: the number of the row, and a code for why.

    `missing_row`, `changed_row` (its hash is not that of its fields), `changed_body`,
    `broken_link` (it does not continue the row before), `wrong_end` (the head says otherwise).
    """

    number: int
    why: str


def verify_chain() -> list[Break]:
    """Walk the scope's whole chain. An intact chain gives none."""
    breaks: list[Break] = []
    number, previous = 0, ""
    for row in AuditRow.objects.order_by("number").iterator():
        number += 1
        breaks += _breaks_of(row, number, previous)
        number, previous = row.number, row.hash
    head = Head.objects.first()
    if (head.number, head.hash) != (number, previous) if head else number:
        breaks.append(Break(number, "wrong_end"))
    return breaks


def length() -> int:
    """How many writes the chain holds."""
    return AuditRow.objects.count()


def _breaks_of(row: AuditRow, number: int, previous: str) -> list[Break]:
    checks = {
        "missing_row": row.number == number,
        "broken_link": row.previous == previous,
        "changed_body": row.digest == digest(plain(row.body)),
        "changed_row": row.hash == seal(row),
    }
    return [Break(row.number, why) for why, holds in checks.items() if not holds]


def history_of(label: str, ref: str) -> QuerySet[AuditRow]:
    """Every write about one thing, the newest first: `history_of("directory.place", "hommelvik-us")`."""
    return AuditRow.objects.filter(subject=label, subject_ref=ref).order_by("-number")


def latest(limit: int = 50) -> QuerySet[AuditRow]:
    """The newest writes of the municipality."""
    return AuditRow.objects.order_by("-number")[:limit]


def state() -> str:
    """The hash at the chain's end: it names everything the municipality has recorded. Empty before the first write."""
    head = row_by(Head)
    return head.hash if head else ""


def written(key: UUID) -> AuditRow | None:
    """The write of a key, or None."""
    return row_by(AuditRow, key=key)
