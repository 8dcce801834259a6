"""How the promises stand, for residents: the counts, and clause by clause what each party owes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from politikontakt.core.agreement.model import Agreement, Clause
from politikontakt.core.agreement.sides import owing_sides, sides
from politikontakt.core.commitments.summary import CommitmentSummary, Point, counts, points
from politikontakt.core.commitments.verdict import Standing
from politikontakt.modules.agreements.queries import agreement_on
from politikontakt.modules.compliance.queries import verdicts

IN_ORDER = frozenset({Standing.KEPT, Standing.LATE, Standing.ON_TRACK})


@dataclass(frozen=True, slots=True)
class Duty:
    """What one side owes of a clause; nothing where the agreement names no duty."""

    side: str
    commitments: tuple[CommitmentSummary, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A clause and each side's duties. A clause that nobody gave a rule has none."""

    clause: Clause
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the agreement."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Promises:
    """The agreement that speaks on a day, and how each of its points stands then."""

    agreement: Agreement
    day: date
    points: tuple[Point, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many points stand how."""
        return {standing.value: number for standing, number in counts(self.points).items()}

    @property
    def total(self) -> int:
        """How many points there are."""
        return len(self.points)

    @property
    def in_order(self) -> int:
        """How many are kept, kept late or on track."""
        return sum(each.standing in IN_ORDER for each in self.points)

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
        rows = [self._row(clause, list(group)) for clause, group in groupby(self.points, key=lambda each: each.clause)]
        return [Section(name, tuple(group)) for name, group in groupby(rows, key=lambda each: each.clause.section)]

    def _row(self, clause: Clause, of_clause: list[Point]) -> Row:
        side_of = sides(self.agreement)
        owed = [each.summary for each in of_clause if each.summary]
        duties = [
            Duty(side, tuple(each for each in owed if side in {side_of[party] for party in each.commitment.owed_by}))
            for side in owing_sides(self.agreement)
        ]
        return Row(clause, tuple(each for each in duties if each.side != "other" or each.commitments) if owed else ())


def promises(day: date) -> Promises | None:
    """As of a day; None where the municipality has no agreement."""
    stored = agreement_on(day)
    if stored is None:
        return None
    return Promises(stored.content, day, points(stored.content, verdicts(stored.content, day)))
