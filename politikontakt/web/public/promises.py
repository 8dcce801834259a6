"""How the promises stand, for residents: the counts, and clause by clause what each party owes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from politikontakt.core.agreement.model import Agreement, Clause
from politikontakt.core.commitments.summary import ClauseSummary, CommitmentSummary, by_clause, counts
from politikontakt.core.commitments.verdict import Standing
from politikontakt.modules.agreements.queries import agreement_on
from politikontakt.modules.compliance.queries import verdicts

IN_ORDER = frozenset({Standing.KEPT, Standing.LATE, Standing.ON_TRACK})
SIDES = {"police_district": "police", "police_unit": "police", "municipality": "municipality"}


@dataclass(frozen=True, slots=True)
class Duty:
    """What one side owes of a clause."""

    side: str
    commitments: tuple[CommitmentSummary, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A clause with its standing and both sides' duties; a side that owes nothing has none."""

    clause: Clause
    standing: Standing
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the agreement."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Promises:
    """The agreement that speaks on a day, and how each of its clauses stands then."""

    agreement: Agreement
    day: date
    summaries: tuple[ClauseSummary, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many clauses stand how."""
        return {standing.value: number for standing, number in counts(self.summaries).items()}

    @property
    def total(self) -> int:
        """How many clauses there are."""
        return len(self.summaries)

    @property
    def in_order(self) -> int:
        """How many are kept, kept late or on track."""
        return sum(each.standing in IN_ORDER for each in self.summaries)

    @property
    def in_force(self) -> bool:
        """Whether the day is one of the agreement's own."""
        return self.day in self.agreement.in_force

    @property
    def not_begun(self) -> bool:
        """Whether the agreement begins later than the day."""
        return self.day < self.agreement.effective_from

    @property
    def sections(self) -> list[Section]:
        """The clauses by section, in the order they were signed."""
        sides = {party.id: SIDES.get(party.kind, "other") for party in self.agreement.parties}
        return [
            Section(name, tuple(_row(each, sides) for each in group))
            for name, group in groupby(self.summaries, key=lambda each: each.clause.section)
        ]


def promises(day: date) -> Promises | None:
    """As of a day; None where the municipality has no agreement."""
    stored = agreement_on(day)
    if stored is None:
        return None
    found = verdicts(stored.content, day)
    return Promises(stored.content, day, by_clause(stored.content, found))


def _row(summary: ClauseSummary, sides: Mapping[str, str]) -> Row:
    owing = [Duty(side, _owed(summary, sides, side)) for side in ("police", "municipality", "other")]
    shown = tuple(duty for duty in owing if duty.side != "other" or duty.commitments)
    return Row(summary.clause, summary.standing, shown if summary.commitments else ())


def _owed(summary: ClauseSummary, sides: Mapping[str, str], side: str) -> tuple[CommitmentSummary, ...]:
    return summary.owed_by(party for party, of in sides.items() if of == side)
