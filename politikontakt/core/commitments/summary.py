"""One standing for several verdicts, so that a page, a count and a bar say the same.

A clause is never greener than the least of what it promises: one school kept and one not
measured is not measured.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from politikontakt.core.agreement.model import Agreement, Clause, Commitment, Text
from politikontakt.core.commitments.verdict import Standing, Verdict

WORST_FIRST: tuple[Standing, ...] = (
    Standing.BROKEN,
    Standing.DISPUTED,
    Standing.AT_RISK,
    Standing.NOT_MEASURED,
    Standing.LATE,
    Standing.ON_TRACK,
    Standing.NOT_DUE,
    Standing.EXCUSED,
    Standing.WAIVED,
    Standing.KEPT,
)
"""The order in which standings outweigh each other."""

NEEDS_ATTENTION = frozenset({Standing.AT_RISK, Standing.BROKEN, Standing.DISPUTED})
"""What the parties must talk about. Not measured is no alarm, and never green either."""


def worst(standings: Iterable[Standing]) -> Standing:
    """The standing that outweighs the others; not measured where there is none at all."""
    found = set(standings)
    return next((each for each in WORST_FIRST if each in found), Standing.NOT_MEASURED)


@dataclass(frozen=True, slots=True)
class CommitmentSummary:
    """One commitment with its verdicts, subject by subject, and the standing of them all."""

    commitment: Commitment
    verdicts: tuple[Verdict, ...]

    @property
    def standing(self) -> Standing:
        """The worst of its subjects."""
        return worst(each.standing for each in self.verdicts)

    @property
    def worst_verdict(self) -> Verdict:
        """The first verdict that has the commitment's standing."""
        return next(each for each in self.verdicts if each.standing == self.standing)


@dataclass(frozen=True, slots=True)
class ClauseSummary:
    """One clause with its commitments. Without any it is not measured."""

    clause: Clause
    commitments: tuple[CommitmentSummary, ...]

    @property
    def standing(self) -> Standing:
        """The worst of its commitments."""
        return worst(each.standing for each in self.commitments)

    @property
    def needs_attention(self) -> bool:
        """Whether the parties must talk about it."""
        return self.standing in NEEDS_ATTENTION

    def owed_by(self, parties: Iterable[str]) -> tuple[CommitmentSummary, ...]:
        """The commitments that one of `parties` owes."""
        wanted = set(parties)
        return tuple(each for each in self.commitments if wanted & set(each.commitment.owed_by))


def by_clause(agreement: Agreement, verdicts: Sequence[Verdict]) -> tuple[ClauseSummary, ...]:
    """The verdicts of one day, gathered by clause in the order of the agreement."""
    of_commitment: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.commitment is not None:
            of_commitment.setdefault(verdict.commitment, []).append(verdict)
    return tuple(
        ClauseSummary(clause, tuple(_summaries(clause.commitments, of_commitment))) for clause in agreement.clauses
    )


@dataclass(frozen=True, slots=True)
class Point:
    """What a table of promises has a row for: a commitment, or a clause that nobody gave a rule."""

    clause: Clause
    summary: CommitmentSummary | None

    @property
    def ref(self) -> str:
        """The clause's number where it holds one promise, else the commitment's."""
        return self.clause.ref if self._alone or self.summary is None else self.summary.commitment.id

    @property
    def title(self) -> Text:
        """The clause's title where it holds one promise, else the commitment's."""
        return self.clause.title if self._alone or self.summary is None else self.summary.commitment.title

    @property
    def standing(self) -> Standing:
        """The worst of its subjects; not measured without a rule."""
        return self.summary.standing if self.summary else Standing.NOT_MEASURED

    @property
    def needs_attention(self) -> bool:
        """Whether the parties must talk about it."""
        return self.standing in NEEDS_ATTENTION

    @property
    def _alone(self) -> bool:
        return len(self.clause.commitments) == 1


def points(agreement: Agreement, verdicts: Sequence[Verdict]) -> tuple[Point, ...]:
    """The rows of an agreement with the verdicts of one day, in the order of the agreement."""
    return tuple(
        Point(each.clause, summary)
        for each in by_clause(agreement, verdicts)
        for summary in (each.commitments or (None,))
    )


class Standable(Protocol):
    """Anything that stands somehow: a clause, a commitment, a point."""

    @property
    def standing(self) -> Standing:
        """How it stands."""


def counts(rows: Iterable[Standable]) -> Mapping[Standing, int]:
    """How many rows have each standing, worst first; standings nobody has are left out."""
    standings = [each.standing for each in rows]
    return {each: standings.count(each) for each in WORST_FIRST if each in standings}


def _summaries(
    commitments: Iterable[Commitment], of_commitment: Mapping[str, Sequence[Verdict]]
) -> Iterable[CommitmentSummary]:
    return (CommitmentSummary(each, tuple(of_commitment.get(each.id, ()))) for each in commitments)
