"""One standing for several verdicts, so that a page, a count and a bar say the same.

A clause is never greener than the least of what it promises: one school kept and one not
measured is not measured.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from politikontakt.core.agreement.model import Agreement, Clause, Commitment
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


def counts(summaries: Iterable[ClauseSummary]) -> Mapping[Standing, int]:
    """How many clauses have each standing, worst first; standings nobody has are left out."""
    standings = [each.standing for each in summaries]
    return {each: standings.count(each) for each in WORST_FIRST if each in standings}


def _summaries(
    commitments: Iterable[Commitment], of_commitment: Mapping[str, Sequence[Verdict]]
) -> Iterable[CommitmentSummary]:
    return (CommitmentSummary(each, tuple(of_commitment.get(each.id, ()))) for each in commitments)
