"""What a proposal does to the promises: each count as it stands, and as it would stand if the plan were accepted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.commitments.judge import judge
from politikontakt.core.commitments.matter import Matter
from politikontakt.core.commitments.rules.count import CountTerms
from politikontakt.core.records.model import Activity, Records
from politikontakt.modules.compliance.queries import matter, records
from politikontakt.modules.planning.queries import Outlook, outlooks_in


@dataclass(frozen=True, slots=True)
class Effect:
    """One count at one place, before and after. `after` is never None where `before` is not."""

    commitment: str
    subject: str
    before: Outlook
    after: Outlook


def effects(agreement: Agreement, rows: Sequence[Activity], on: date) -> Sequence[Effect]:
    """The counts that the rows of a proposal would change, in the agreement's order. Nothing is stored."""
    counts = [each.id for each in agreement.commitments if isinstance(each.terms, CountTerms)]
    before = _outlooks(matter(agreement), on, counts)
    after = _outlooks(Matter(agreement, _with(records(), rows)), on, counts)
    return [
        Effect(*key, stood, after[key])
        for key, stood in before.items()
        if key in after and _said(stood) != _said(after[key])
    ]


def _outlooks(known: Matter, on: date, counts: Iterable[str]) -> Mapping[tuple[str, str], Outlook]:
    return outlooks_in(known, judge(known, on=on, all_periods=False, commitments=tuple(sorted(counts))), on)


def _with(known: Records, rows: Sequence[Activity]) -> Records:
    """The records as they would be with the rows in them."""
    changed = {row.id for row in rows}
    stays = [each for each in known.activities if each.id not in changed]
    return replace(known, activities=(*stays, *rows))


def _said(outlook: Outlook) -> tuple[object, ...]:
    return outlook.verdict.standing, outlook.forecast.planned, outlook.forecast.chance
