"""Everything that is due at one place: the next visit, the classes whose parents wait, the themes not yet taken up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from politikontakt.core.agreement.model import Agreement, Commitment
from politikontakt.core.calendar.periods import school_year
from politikontakt.core.commitments.verdict import Standing, Verdict

OPEN = frozenset({Standing.ON_TRACK, Standing.AT_RISK, Standing.BROKEN, Standing.DISPUTED})
"""Standings that still ask for something."""


@dataclass(frozen=True, slots=True)
class DueVisit:
    """A count at the place: the next one is number `next_number` of `required`."""

    commitment: Commitment
    verdict: Verdict

    @property
    def next_number(self) -> int:
        """Which one a visit today would be."""
        return (self.verdict.done or 0) + 1


@dataclass(frozen=True, slots=True)
class DueClass:
    """A class whose parents have not met the police. `stage` is its school year now, `verdict` has its last day."""

    verdict: Verdict
    stage: int


@dataclass(frozen=True)
class Due:
    """What is due at a place. `members` are themes, partners or the like that nobody has reached there yet."""

    visits: tuple[DueVisit, ...] = ()
    classes: tuple[DueClass, ...] = ()
    members: tuple[Verdict, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is due."""
        return bool(self.visits or self.classes or self.members)

    @cached_property
    def visit(self) -> DueVisit | None:
        """The count that a visit is first of all for: the largest promise."""
        return next(iter(self.visits), None)


@dataclass(frozen=True)
class DueEverywhere:
    """What the verdicts of a day leave to do, place by place."""

    agreement: Agreement
    verdicts: Sequence[Verdict]
    on: date

    @cached_property
    def _commitments(self) -> Mapping[str, Commitment]:
        return {each.id: each for each in self.agreement.commitments}

    @cached_property
    def _open(self) -> Mapping[str, list[Verdict]]:
        found: dict[str, list[Verdict]] = {}
        for each in self.verdicts:
            if _missing(each):
                found.setdefault(each.subject.partition("/")[0], []).append(each)
        return found

    def at(self, place: str) -> Due:
        """What is due at a place, by its id. The largest promise comes first."""
        here = self._open.get(place, [])
        visits = [
            DueVisit(self._commitments[each.commitment or ""], each) for each in here if self._rule(each) == "count"
        ]
        return Due(
            visits=tuple(sorted(visits, key=lambda each: -(each.verdict.required or 0))),
            classes=tuple(DueClass(each, self._stage(each)) for each in here if self._rule(each) == "cohort"),
            members=tuple(each for each in here if self._rule(each) == "coverage" and "/" in each.subject),
        )

    def _rule(self, verdict: Verdict) -> str:
        found = self._commitments.get(verdict.commitment or "")
        return found.rule if found else ""

    def _stage(self, verdict: Verdict) -> int:
        """The school year that a class is in: of stages 8 to 10, those who leave next summer are in year 9."""
        leaves = int(verdict.subject.partition("/")[2])
        this_year = school_year(self.on, self.agreement.school_year_starts).last.year
        last_stage: int = getattr(self._commitments[verdict.commitment or ""].terms, "stages", (8, 10))[1]
        return last_stage - (leaves - this_year)


def _missing(verdict: Verdict) -> bool:
    return verdict.standing in OPEN and (verdict.done or 0) < (verdict.required or 0)
